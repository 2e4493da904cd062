//! `rule`: a ruling written into the claim file.

use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};

use insta::assert_snapshot;

use crate::case_folder::{case, disputed, write};
use crate::program::{Ran, crosscheck, kill_at_a_hundred_moments, run};

const CLAIMS: &str = "claims/flood.yaml";

/// Runs `rule` with `args` on a day that does not change.
fn rule(folder: &Path, args: &[&str]) -> Ran {
    let mut command = crosscheck(folder);
    command.env("SOURCE_DATE_EPOCH", "1740787200").arg("rule").args(args);
    Ran::of(command.output().unwrap())
}

fn claims(folder: &Path) -> String {
    fs::read_to_string(folder.join(CLAIMS)).unwrap()
}

/// The files of a folder, hidden ones too.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_ruling_stands_with_the_words_that_were_judged() {
    let folder = disputed();
    let said = rule(
        folder.path(),
        &["homes-214", "post", "unclear", "--because", "300 may be: an estimate", "--by", "A. Reader"],
    );
    assert_snapshot!(said.ok());
    assert_snapshot!(claims(folder.path()));
    run(folder.path(), ["check"]).ok();
    assert_eq!(names(&folder.path().join("claims")), ["flood.yaml"]);
}

#[test]
fn a_ruling_on_a_silent_source_stands_with_its_hash() {
    let folder = disputed();
    write(folder.path(), "seeds/mail.txt", b"The market was moved to Tuesday.\n");
    let said = rule(folder.path(), &["homes-214", "mail", "silent", "--because", "x", "--on", "2025-02-12"]);
    assert_snapshot!(said.ok());
    assert_snapshot!(claims(folder.path()));
    run(folder.path(), ["check"]).ok();
}

#[test]
fn words_may_be_named_and_their_sentence_is_written_as_it_stands() {
    let folder = disputed();
    write(
        folder.path(),
        "seeds/mail.txt",
        "It’s  said that\n300 – or “so” – homes were flooded.\n".as_bytes(),
    );
    let named = ["homes-214", "mail", "mixed", "--because", "x", "--quote", "said that 300 - or 'so'"];
    assert_snapshot!(rule(folder.path(), &named).ok());
    assert!(
        claims(folder.path()).contains("quote: It’s  said that 300 – or “so” – homes were flooded.\n"),
        "{}",
        claims(folder.path())
    );
}

#[test]
fn a_ruling_makes_way_only_where_it_is_told_to() {
    let folder = disputed();
    rule(folder.path(), &["homes-214", "post", "unclear", "--because", "x"]).ok();
    let before = claims(folder.path());
    let again = ["homes-214", "post", "mixed", "--because", "it gives both", "--replace"];
    assert_snapshot!(rule(folder.path(), &again[..5]).refused());
    assert_eq!(claims(folder.path()), before);
    rule(folder.path(), &again).ok();
    let after = before.replace("unclear", "mixed").replace("because: x", "because: it gives both");
    assert_eq!(claims(folder.path()), after);
}

#[test]
fn what_cannot_be_done_is_said_and_nothing_is_changed() {
    let folder = disputed();
    let before = claims(folder.path());
    let mut all = String::new();
    for args in [
        &["homes-241", "post", "mixed", "--because", "x"][..],
        &["homes-214", "pots", "mixed", "--because", "x"],
        &["homes-214", "post", "mixed"],
        &["homes-214", "post", "mixed", "--because", " "],
        &["homes-214", "post", "mixd", "--because", "x"],
        &["homes-214", "post", "mixed", "--because", "x", "--on", "2025-2-30"],
        &["homes-214", "post", "mixed", "--because", "x", "--on", "2025-2-1"],
        &["homes-214", "post", "mixed", "--because", "x", "--quote", "214 homes"],
        &["homes-214", "post", "mixed", "--because", "x", "--quote", ""],
        &["homes-214", "post", "mixed", "--because", "x", "--by", ""],
    ] {
        all.push_str(&format!("{args:?}\n{}\n", rule(folder.path(), args).refused()));
    }
    assert_snapshot!(all);
    assert_eq!(claims(folder.path()), before);
}

#[test]
fn a_file_that_may_not_be_written_is_not() {
    let folder = disputed();
    let path = folder.path().join(CLAIMS);
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let before = claims(folder.path());
    let said = rule(folder.path(), &["homes-214", "post", "mixed", "--because", "x"]).refused();
    assert!(said.contains("claims/flood.yaml is write-protected"), "{said}");
    assert_eq!(claims(folder.path()), before);
}

#[test]
fn what_cannot_be_written_is_printed() {
    let text = "question: How many homes?\nclaims:\n- claim: 300 homes\n  rulings: &mine\n  - {source: echo, stance: silent, because: x}\n- id: homes-214\n  claim: 214 homes were flooded\n  rulings: *mine\n";
    let folder =
        case(&[(CLAIMS, text), ("seeds/echo.txt", "214 homes were flooded."), ("seeds/post.txt", "No.")]);
    assert_snapshot!(rule(folder.path(), &["homes-214", "post", "silent", "--because", "x"]).refused());
    assert_eq!(claims(folder.path()), text);
}

#[test]
fn files_that_are_no_claim_files_are_left_alone() {
    let folder = disputed();
    write(folder.path(), CLAIMS, b"question: [\n");
    let said = rule(folder.path(), &["homes-214", "post", "mixed", "--because", "x"]).refused();
    assert!(said.contains("claims/flood.yaml"), "{said}");
    assert_eq!(claims(folder.path()), "question: [\n");
}

#[test]
fn a_clock_that_is_set_to_no_time_is_refused() {
    let folder = disputed();
    let mut command = crosscheck(folder.path());
    command.env("SOURCE_DATE_EPOCH", "soon").args(["rule", "homes-214", "post", "mixed", "--because", "x"]);
    let said = Ran::of(command.output().unwrap()).refused();
    assert!(said.contains("SOURCE_DATE_EPOCH is `soon`"), "{said}");
}

/// A case with as many sources as are ruled on at once.
fn crowded(sources: usize) -> tempfile::TempDir {
    let folder = disputed();
    for number in 0..sources {
        let text = format!("In all, {} homes were flooded.\n", 300 + number);
        write(folder.path(), &format!("seeds/s{number}.txt"), text.as_bytes());
    }
    folder
}

fn started(folder: &Path, source: &str) -> Child {
    let mut command = crosscheck(folder);
    command.args(["rule", "homes-214", source, "unclear", "--because", "x", "--on", "2025-01-02"]);
    command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
fn of_rulings_made_at_once_none_is_lost() {
    let folder = crowded(8);
    let runs: Vec<_> = (0..8).map(|number| started(folder.path(), &format!("s{number}"))).collect();
    for run in runs {
        let output = run.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let written = claims(folder.path());
    for number in 0..8 {
        assert!(written.contains(&format!("- source: s{number}\n")), "{written}");
    }
    run(folder.path(), ["check"]).ok();
    assert_eq!(names(&folder.path().join("claims")), ["flood.yaml"]);
}

#[test]
fn a_run_that_is_killed_leaves_the_file_whole() {
    let folder = crowded(1);
    let before = claims(folder.path());
    let args = ["rule", "homes-214", "s0", "unclear", "--because", "x", "--on", "2025-01-02"];
    run(folder.path(), args).ok();
    let after = claims(folder.path());
    write(folder.path(), CLAIMS, before.as_bytes());
    kill_at_a_hundred_moments(folder.path(), &args, || {
        let now = claims(folder.path());
        assert!(now == before || now == after, "{now}");
        write(folder.path(), CLAIMS, before.as_bytes());
    });
    run(folder.path(), args).ok();
    assert_eq!(claims(folder.path()), after);
    assert_eq!(names(&folder.path().join("claims")), ["flood.yaml"]);
}
