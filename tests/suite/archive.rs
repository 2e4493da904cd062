//! `archive`: texts kept once, whole, under their hashes, whatever happens meanwhile.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use proptest::prelude::*;

use crate::case_folder::{case, write};
use crate::program::{crosscheck, run};

fn archive(folder: &Path, day: &str) -> String {
    run(folder, ["archive", "--on", day]).ok()
}

/// All files of the archive, by their paths in it, hidden ones too.
fn files(folder: &Path) -> Vec<String> {
    let mut found: Vec<PathBuf> = Vec::new();
    let mut waiting = vec![folder.join("archive")];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(next).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() { waiting.push(path) } else { found.push(path) }
        }
    }
    let relative = |path: &PathBuf| {
        let inside = path.strip_prefix(folder.join("archive")).unwrap();
        inside.to_str().unwrap().replace('\\', "/")
    };
    let mut names: Vec<_> = found.iter().map(relative).collect();
    names.sort();
    names
}

/// The same without hashes.
fn numbers(folder: &Path) -> Vec<String> {
    files(folder).iter().map(|name| name.rsplit_once('_').unwrap().0.to_owned()).collect()
}

#[test]
fn each_text_is_kept_once_it_is_seen() {
    let folder = case(&[("seeds/echo.txt", "Rain fell.\n"), ("seeds/post.txt", "Snow fell.\n")]);
    let said = archive(folder.path(), "2025-02-12");
    assert!(said.starts_with("echo  new: kept as archive/echo/0001_2025-02-12_"), "{said}");
    assert!(said.ends_with("2 new, 0 changed, 0 as they were kept\n"), "{said}");
    assert_eq!(archive(folder.path(), "2025-02-13"), "0 new, 0 changed, 2 as they were kept\n");
    write(folder.path(), "seeds/echo.txt", b"Hail fell.\n");
    let said = archive(folder.path(), "2025-02-13");
    assert!(said.contains("echo  changed: kept as archive/echo/0002_2025-02-13_"), "{said}");
    assert!(said.ends_with("0 new, 1 changed, 1 as they were kept\n"), "{said}");
    write(folder.path(), "seeds/echo.txt", b"Rain fell.");
    archive(folder.path(), "2025-02-14");
    assert_eq!(
        numbers(folder.path()),
        ["echo/0001_2025-02-12", "echo/0002_2025-02-13", "echo/0003_2025-02-14", "post/0001_2025-02-12"]
    );
    let kept = files(folder.path()).swap_remove(1);
    assert_eq!(fs::read_to_string(folder.path().join("archive").join(kept)).unwrap(), "Hail fell.");
}

#[test]
fn the_day_is_todays_unless_it_is_named() {
    let folder = case(&[("seeds/echo.txt", "Rain fell.\n")]);
    let of_epoch = |value: &str| {
        let mut command = crosscheck(folder.path());
        command.arg("archive").env("SOURCE_DATE_EPOCH", value).output().unwrap()
    };
    let refused = of_epoch("yesterday");
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("SOURCE_DATE_EPOCH"));
    assert!(of_epoch("1739318400").status.success());
    assert_eq!(numbers(folder.path()), ["echo/0001_2025-02-12"]);
    for bad in ["2025-02-30", "2025-2-12", "today", "2025"] {
        assert!(run(folder.path(), ["archive", "--on", bad]).refused().contains("2025-02-12"), "{bad}");
    }
}

#[test]
fn no_id_leads_out_of_the_archive() {
    let ids = ["../../out", "/etc/out", "..", "Echo", "a\\b", "con", "ünï", "echo"];
    let line = |(number, id): (usize, &&str)| {
        serde_json::json!({"id": id, "text": format!("Text {number}.")}).to_string() + "\n"
    };
    let lines: String = ids.iter().enumerate().map(line).collect();
    let folder = case(&[("seeds/all.jsonl", &lines)]);
    archive(folder.path(), "2025-02-12");
    let beside: BTreeSet<_> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside, ["archive".into(), "seeds".into()].into());
    assert_eq!(files(folder.path()).len(), ids.len());
    let history = run(folder.path(), ["history", "../../out"]).ok();
    assert!(history.contains("not changed since 2025-02-12"), "{history}");
}

#[test]
fn a_line_known_by_its_number_alone_is_not_kept() {
    let lines = "{\"id\": \"a\", \"text\": \"One.\"}\n{\"text\": \"Two.\"}\n";
    let folder = case(&[("seeds/all.jsonl", lines)]);
    let ran = run(folder.path(), ["archive"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("1 source was not kept") && ran.err.contains("`id`"), "{}", ran.err);
    assert_eq!(files(folder.path()).len(), 1, "the other one is");
}

#[test]
fn days_only_go_forward() {
    let folder = case(&[("seeds/echo.txt", "Rain fell.\n")]);
    archive(folder.path(), "2025-02-12");
    write(folder.path(), "seeds/echo.txt", b"Snow fell.\n");
    let said = run(folder.path(), ["archive", "--on", "2025-02-11"]);
    assert!(said.status == 2 && said.err.contains("2025-02-12"), "{}", said.err);
    archive(folder.path(), "2025-02-12");
    fs::remove_file(folder.path().join("seeds/echo.txt")).unwrap();
    write(folder.path(), "seeds/post.txt", b"Hail fell.\n");
    let gone = run(folder.path(), ["history", "echo"]).ok();
    assert!(
        gone.contains("Rain") && !gone.contains("today"),
        "what is kept of a source that is gone: {gone}"
    );
}

#[test]
fn an_archive_among_the_sources_is_refused() {
    let folder = case(&[("seeds/echo.txt", "Rain fell.\n")]);
    for args in [["archive", "--archive", "seeds/kept"], ["archive", "--sources", "."]] {
        let said = run(folder.path(), args).refused();
        assert!(said.contains("--archive DIR"), "{said}");
    }
    assert!(!folder.path().join("seeds/kept").exists());
}

#[test]
fn what_can_be_kept_is_kept_where_something_cannot() {
    let folder = case(&[(
        "seeds/all.jsonl",
        "{\"id\": \"a\", \"text\": \"Rain.\"}\nnot json\n{\"id\": \"b\", \"text\": \"Snow.\"}\n",
    )]);
    let ran = run(folder.path(), ["archive", "--on", "2025-02-12"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("all.jsonl:2"), "{}", ran.err);
    assert_eq!(numbers(folder.path()), ["a/0001_2025-02-12", "b/0001_2025-02-12"]);
    let folder = case(&[("seeds/echo.txt", "Rain fell.\n"), ("seeds/post.txt", "")]);
    let ran = run(folder.path(), ["archive", "--on", "2025-02-12"]);
    assert_eq!((ran.status, ran.err.matches("post.txt").count()), (2, 1), "{}", ran.err);
    assert_eq!(numbers(folder.path()), ["echo/0001_2025-02-12"]);
}

#[test]
fn a_kept_text_that_was_changed_is_found() {
    let folder = case(&[("seeds/echo.txt", "Rain fell.\n")]);
    archive(folder.path(), "2025-02-12");
    let kept = folder.path().join("archive").join(files(folder.path()).remove(0));
    fs::write(&kept, "Rain fall.").unwrap();
    let said = run(folder.path(), ["history", "echo"]).refused();
    assert!(said.contains("was changed after it was kept") && said.contains("archive/echo/0001"), "{said}");
    fs::remove_file(&kept).unwrap();
    write(folder.path(), "archive/echo/mine.txt", b"mine");
    write(folder.path(), "archive/echo/.hidden", b"mine");
    for args in [&["history", "echo"][..], &["archive"]] {
        let ran = run(folder.path(), args);
        assert_eq!(ran.status, 2);
        assert!(ran.err.contains("mine.txt") && !ran.err.contains(".hidden"), "{}", ran.err);
    }
}

#[test]
fn runs_at_once_keep_each_text_once() {
    let lines: String =
        (0..40).map(|n| format!("{{\"id\": \"s-{n}\", \"text\": \"Text {n}.\"}}\n")).collect();
    let folder = case(&[("seeds/all.jsonl", &lines)]);
    for _ in 0..3 {
        let start = |day: &str| {
            let mut command = crosscheck(folder.path());
            command.args(["archive", "--on", day]).stdout(Stdio::null()).spawn().unwrap()
        };
        // Two of them on another day, as around midnight.
        let runs = ["2025-02-12", "2025-02-13", "2025-02-12", "2025-02-13"].map(start);
        for mut run in runs {
            assert!(run.wait().unwrap().success());
        }
        let kept = numbers(folder.path());
        assert_eq!(kept.len(), 40, "{kept:?}");
        assert!(kept.iter().all(|name| name.contains("/0001_")), "{kept:?}");
    }
}

#[test]
fn a_killed_run_leaves_whole_files() {
    let folder = case(&[]);
    let text =
        |round: usize, n: usize| format!("Round {round}, text {n}. {}", "Rain fell on it. ".repeat(200));
    for round in 0..100 {
        let line = |n| serde_json::json!({"id": format!("s-{n}"), "text": text(round, n)}).to_string() + "\n";
        let lines: String = (0..20).map(line).collect();
        write(folder.path(), "seeds/all.jsonl", lines.as_bytes());
        let mut command = crosscheck(folder.path());
        let mut child =
            command.args(["archive", "--on", "2025-02-12"]).stdout(Stdio::null()).spawn().unwrap();
        // From before it starts to after it is done, in steps that fall anywhere.
        std::thread::sleep(Duration::from_micros(u64::try_from(round * 7919 % 25_000).unwrap()));
        // It may be done already.
        let _ = child.kill();
        child.wait().unwrap();
        for name in files(folder.path()).into_iter().filter(|name| !name.contains("/.crosscheck-")) {
            let content = fs::read_to_string(folder.path().join("archive").join(&name)).unwrap();
            assert!(content.ends_with("Rain fell on it."), "{name}");
        }
    }
    archive(folder.path(), "2025-02-12");
    write(
        folder.path(),
        "seeds/all.jsonl",
        (0..20)
            .map(|n| format!("{{\"id\": \"s-{n}\", \"text\": \"Last.\"}}\n"))
            .collect::<String>()
            .as_bytes(),
    );
    archive(folder.path(), "2025-02-12");
    let left: Vec<_> =
        files(folder.path()).into_iter().filter(|name| name.contains("/.crosscheck-")).collect();
    assert!(left.is_empty(), "{left:?}");
    for n in 0..20 {
        run(folder.path(), ["history", &format!("s-{n}"), "--format", "json"]).ok();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(8) })]

    #[test]
    fn what_is_kept_is_what_was_seen_in_its_order(texts in prop::collection::vec(0_u8..3, 1..6)) {
        let folder = case(&[]);
        for text in &texts {
            write(folder.path(), "seeds/echo.txt", format!("Text {text}.").as_bytes());
            archive(folder.path(), "2025-02-12");
            archive(folder.path(), "2025-02-12");
        }
        let mut expected: Vec<String> = texts.iter().map(|text| format!("Text {text}.")).collect();
        expected.dedup();
        let read = |name: &String| fs::read_to_string(folder.path().join("archive").join(name)).unwrap();
        prop_assert_eq!(files(folder.path()).iter().map(read).collect::<Vec<_>>(), expected);
    }
}
