//! Where results go, and how a run ends.

use std::fs;
use std::io::Read;
use std::process::Stdio;

use crate::case_folder::{case, disputed};
use crate::program::{crosscheck, repository, run};

#[test]
fn exit_status_tells_what_fail_on_found() {
    let folder = disputed();
    let found = run(folder.path(), ["check", "--fail-on", "disputed,contradicted"]);
    assert_eq!(found.status, 1);
    assert_eq!(found.err, "homes-214 is disputed\n");
    assert!(found.out.contains("homes-214"), "the report is printed all the same");
    run(folder.path(), ["check", "--fail-on", "unreported"]).ok();
}

#[test]
fn fail_on_takes_verdicts_only() {
    let folder = disputed();
    let said = run(folder.path(), ["check", "--fail-on", "disputed,true"]).refused();
    assert!(said.contains("'true'") && said.contains("single-source"), "{said}");
    let said = run(folder.path(), ["check", "--fail-on", "disputed", "--format", "jsonl"]).refused();
    assert!(said.contains("--format json"), "{said}");
}

#[cfg(not(all(feature = "sqlite", feature = "parquet")))]
#[test]
fn a_format_that_is_not_built_is_refused_before_any_work() {
    let folder = case(&[]);
    let missing = [("sqlite", cfg!(feature = "sqlite")), ("parquet", cfg!(feature = "parquet"))];
    for (format, _) in missing.into_iter().filter(|(_, built)| !built) {
        let said = run(folder.path(), ["check", "--format", format, "-o", "out"]).refused();
        assert!(said.contains(format) && said.contains("--features sqlite,parquet"), "{said}");
        assert!(!said.contains("claims"), "nothing was read: {said}");
        assert!(!folder.path().join("out").exists());
    }
}

#[test]
fn bad_usage_is_two() {
    for args in [&["chekc"][..], &["check", "--format", "yaml"], &["check", "--threads", "0"], &["ask"], &[]]
    {
        let ran = run(repository(), args);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{args:?}: {}", ran.err);
        assert!(!ran.err.is_empty());
    }
}

#[test]
fn an_ending_that_no_format_has_is_refused() {
    let folder = case(&[]);
    let file = folder.path().join("report.pdf");
    let said = run(repository(), ["check", "-o", file.to_str().unwrap()]).refused();
    assert!(said.contains("no format of the report ends in .pdf") && !file.exists(), "{said}");
    let named = run(repository(), ["check", "--format", "terminal", "-o", file.to_str().unwrap()]);
    assert_eq!((named.status, file.exists()), (0, true), "{}", named.err);
}

#[test]
fn a_missing_case_names_the_way_to_start_one() {
    let folder = case(&[]);
    for args in [&["check"][..], &["graph"], &["explain", "a"]] {
        let said = run(folder.path(), args).refused();
        assert!(said.contains("`claims`") && said.contains("crosscheck init"), "{said}");
    }
}

#[test]
fn unknown_ids_get_the_nearest_known_one() {
    let said = run(repository(), ["explain", "one-of-sevn"]).refused();
    assert!(said.contains("`one-of-sevn`") && said.contains("did you mean `one-of-seven`?"), "{said}");
    let said = run(repository(), ["explain", "one-of-seven", "skye"]).refused();
    assert!(said.contains("did you mean `sky`?"), "{said}");
    let said = run(repository(), ["explain", "one-of-seven", "zzzzzzzz"]).refused();
    assert!(said.contains("guardian-review"), "lists what there is: {said}");
}

#[test]
fn a_file_holds_what_standard_output_would() {
    let folder = disputed();
    for format in ["terminal", "json", "jsonl", "markdown", "csv"] {
        let printed = run(folder.path(), ["check", "--format", format]).ok();
        let nothing = run(folder.path(), ["check", "--format", format, "-o", "report"]).ok();
        assert_eq!(nothing, "");
        assert_eq!(fs::read_to_string(folder.path().join("report")).unwrap(), printed, "{format}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "claims, seeds, report and nothing beside");
}

#[test]
fn a_failed_run_leaves_the_file_as_it_was() {
    let folder = disputed();
    let report = folder.path().join("report.jsonl");
    fs::write(&report, "the last one").unwrap();
    fs::write(folder.path().join("seeds/zzz.txt"), [0, 159, 146, 150, 0, 1, 2]).unwrap();
    run(folder.path(), ["check", "--format", "jsonl", "-o", "report.jsonl"]).refused();
    assert_eq!(fs::read_to_string(&report).unwrap(), "the last one");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    let said = run(folder.path(), ["schema", "claims", "-o", "nowhere/file"]).refused();
    assert!(said.contains("cannot write nowhere/file"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_keeps_leading_where_it_did() {
    let folder = disputed();
    fs::write(folder.path().join("real"), "").unwrap();
    std::os::unix::fs::symlink("real", folder.path().join("link")).unwrap();
    run(folder.path(), ["check", "--format", "json", "-o", "link"]).ok();
    assert!(folder.path().join("link").is_symlink());
    assert!(fs::read_to_string(folder.path().join("real")).unwrap().starts_with('{'));
    run(folder.path(), ["check", "-o", "/dev/null"]).ok();
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = crosscheck(repository())
        .args(["check", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""));
}

#[test]
fn colour_follows_flag_and_environment() {
    let folder = disputed();
    let coloured = |args: &[&str], environment: &[(&str, &str)]| {
        let mut command = crosscheck(folder.path());
        command.env_remove("NO_COLOR").envs(environment.iter().copied()).arg("check").args(args);
        command.output().unwrap().stdout.contains(&0x1b)
    };
    assert!(!coloured(&[], &[]), "a pipe is plain");
    assert!(coloured(&["--color", "always"], &[]));
    assert!(coloured(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&["--format", "json"], &[("CLICOLOR_FORCE", "1")]), "data is never styled");
}

#[test]
fn reports_keep_to_the_width() {
    for width in [40, 60, 80, 120] {
        let report = run(repository(), ["check", "--width", &width.to_string()]).ok();
        let widest = report.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(width), "{widest:?} columns where there are {width}");
    }
    let by_environment = crosscheck(repository()).arg("check").env("COLUMNS", "60").output().unwrap();
    assert_eq!(
        String::from_utf8(by_environment.stdout).unwrap(),
        run(repository(), ["check", "--width", "60"]).ok()
    );
}
