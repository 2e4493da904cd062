//! Large and mixed inputs: packed files, folders, bad lines, and a run that is broken off.

use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use tempfile::TempDir;

use crate::case_folder::{case, write};
use crate::program::{Ran, crosscheck, run};

const CLAIMS: &str =
    "question: How many homes were flooded?\nclaims:\n  - id: homes-214\n    claim: 214 homes were flooded\n";

fn line(id: &str, homes: usize) -> String {
    format!("{{\"id\":\"{id}\",\"outlet\":\"Echo\",\"text\":\"In all, {homes} homes were flooded.\"}}\n")
}

/// `count` lines, every other one of which supports the claim.
fn lines(prefix: &str, count: usize) -> String {
    (0..count).map(|at| line(&format!("{prefix}{at}"), if at % 2 == 0 { 214 } else { 300 })).collect()
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

fn zstd(text: &str) -> Vec<u8> {
    compress_to_vec(text.as_bytes(), CompressionLevel::Fastest)
}

fn claims() -> TempDir {
    case(&[("claims/flood.yaml", CLAIMS)])
}

fn check(folder: &Path, sources: &str, args: &[&str]) -> Ran {
    run(folder, [&["check", "--sources", sources, "--format", "jsonl"], args].concat())
}

/// The source of each line that was streamed, with what it says.
fn told(streamed: &str) -> Vec<(String, String)> {
    let lines = streamed.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    lines.map(|stance| (text(&stance["source"]), text(&stance["stance"]))).collect()
}

#[test]
fn packed_lines_say_what_plain_ones_say() {
    let folder = claims();
    let content = lines("s", 800);
    let (first, second) = content.split_at(content.len() / 2);
    write(folder.path(), "plain.jsonl", content.as_bytes());
    write(folder.path(), "packed.jsonl.gz", &[gzip(first), gzip(second)].concat());
    write(folder.path(), "packed.ndjson.zst", &[zstd(first), zstd(second)].concat());
    let plain = check(folder.path(), "plain.jsonl", &[]).ok();
    assert_eq!(told(&plain).len(), 800);
    for packed in ["packed.jsonl.gz", "packed.ndjson.zst"] {
        assert_eq!(check(folder.path(), packed, &[]).ok(), plain, "{packed}");
    }
}

#[test]
fn results_come_in_the_order_of_the_sources_with_any_number_of_threads() {
    let folder = claims();
    write(folder.path(), "seeds/c.jsonl.gz", &gzip(&lines("c", 150)));
    write(folder.path(), "seeds/e/e.jsonl", lines("e", 150).as_bytes());
    write(folder.path(), "seeds/d.jsonl.zst", &zstd(&lines("d", 150)));
    for at in 0..100 {
        write(folder.path(), &format!("seeds/b/{at:03}.txt"), b"In all, 214 homes were flooded.\n");
    }
    let alone = check(folder.path(), "seeds", &["--threads", "1"]).ok();
    for threads in ["2", "3", "16"] {
        assert_eq!(check(folder.path(), "seeds", &["--threads", threads]).ok(), alone, "{threads} threads");
    }
    let sources: Vec<String> = told(&alone).into_iter().map(|(source, _)| source).collect();
    let numbered = |prefix: &'static str| (0..150).map(move |at| format!("{prefix}{at}"));
    let expected: Vec<String> = (0..100)
        .map(|at| format!("{at:03}"))
        .chain(numbered("c"))
        .chain(numbered("d"))
        .chain(numbered("e"))
        .collect();
    assert_eq!(sources, expected);
}

fn with_bad_lines() -> TempDir {
    let folder = claims();
    let content =
        [&line("a", 214), "nope\n", &line("b", 300), &line("a", 214), "{\"title\":\"x\"}\n", &line("c", 214)];
    write(folder.path(), "many.jsonl", content.concat().as_bytes());
    folder
}

#[test]
fn bad_lines_stop_a_run_all_at_once() {
    let folder = with_bad_lines();
    let ran = check(folder.path(), "many.jsonl", &[]);
    assert_eq!(ran.status, 2);
    for place in ["many.jsonl:2:2", "many.jsonl:4:2", "many.jsonl:5:1"] {
        assert!(ran.err.contains(place), "{place} in {}", ran.err);
    }
    assert!(ran.err.contains("error: 3 errors"), "{}", ran.err);
    assert_eq!(told(&ran.out), [("a".to_owned(), "supports".to_owned())], "what precedes the first");
    let whole = run(folder.path(), ["check", "--sources", "many.jsonl", "--format", "json"]);
    assert!(whole.refused().contains("many.jsonl:5:1"));
}

#[test]
fn bad_lines_are_left_out_and_counted() {
    let folder = with_bad_lines();
    let ran = check(folder.path(), "many.jsonl", &["--on-bad-source", "skip"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let sources: Vec<String> = told(&ran.out).into_iter().map(|(source, _)| source).collect();
    assert_eq!(sources, ["a", "b", "c"]);
    insta::assert_snapshot!(ran.err);
    for format in ["terminal", "json", "html", "csv", "sarif"] {
        let ran = run(
            folder.path(),
            ["check", "--sources", "many.jsonl", "--on-bad-source", "skip", "--format", format],
        );
        assert_eq!(ran.status, 0, "{format}: {}", ran.err);
        assert!(ran.err.ends_with("3 of 6 sources could not be read and were left out\n"), "{}", ran.err);
    }
}

#[test]
fn bad_files_are_left_out_by_every_command_that_reads_a_case() {
    let folder = claims();
    write(folder.path(), "seeds/a.txt", b"In all, 214 homes were flooded.\n");
    write(folder.path(), "seeds/b.pdf", b"%PDF-1.7");
    write(folder.path(), "seeds/c.txt", b"  \n");
    write(folder.path(), "seeds/d.md", b"---\nid: a\n---\nIn all, 300 homes were flooded.\n");
    write(folder.path(), "seeds/e.md", b"---\nid: a\n---\nIn all, 301 homes were flooded.\n");
    for args in [&["check"][..], &["explain", "homes-214"], &["graph"], &["snapshot"]] {
        assert_eq!(run(folder.path(), args).status, 2, "{args:?}");
        let ran = run(folder.path(), [args, &["--on-bad-source", "skip"]].concat());
        assert_eq!(ran.status, 0, "{args:?}: {}", ran.err);
        assert!(
            ran.err.contains("3 of 5 sources could not be read and were left out"),
            "{args:?}: {}",
            ran.err
        );
    }
    write(folder.path(), "seeds/sources.yaml", b"sources:\n- file: gone.txt\n");
    let mistaken = run(folder.path(), ["check", "--on-bad-source", "skip"]).refused();
    assert!(
        mistaken.contains("sources.yaml:2"),
        "a mistake in the manifest is none of a source's: {mistaken}"
    );
}

#[test]
fn a_ruling_on_a_source_that_is_left_out_is_not_wrong() {
    let ruled = format!("{CLAIMS}    rulings: [{{source: b, stance: supports, because: it does}}]\n");
    let folder = case(&[("claims/flood.yaml", &ruled), ("seeds/a.txt", "214 homes were flooded.\n")]);
    assert!(run(folder.path(), ["check"]).refused().contains("unknown-source"));
    let skip = ["check", "--on-bad-source", "skip"];
    assert!(run(folder.path(), skip).refused().contains("unknown-source"), "nothing was left out");
    write(folder.path(), "seeds/b.txt", b"");
    assert_eq!(run(folder.path(), skip).status, 0);
}

#[test]
fn where_nothing_is_left_there_is_no_result() {
    let folder = claims();
    write(folder.path(), "many.jsonl", b"nope\nnor this\n");
    for format in ["jsonl", "json"] {
        let args = ["--on-bad-source", "skip", "--format", format, "-o", "out"];
        let ran = run(folder.path(), [&["check", "--sources", "many.jsonl"], &args[..]].concat());
        assert_eq!(ran.status, 2);
        assert!(ran.err.ends_with("error: none of the 2 sources could be read\n"), "{}", ran.err);
        assert!(!folder.path().join("out").exists());
    }
}

#[test]
fn warnings_are_few_and_the_count_is_right() {
    let folder = claims();
    let mut content = lines("s", 10);
    (0..300).for_each(|_| content.push_str("nope\n"));
    write(folder.path(), "many.jsonl", content.as_bytes());
    let ran = check(folder.path(), "many.jsonl", &["--on-bad-source", "skip"]);
    assert_eq!((ran.status, ran.err.matches("warning[bad-json]").count()), (0, 50), "{}", ran.err);
    assert!(ran.err.ends_with("300 of 310 sources could not be read and were left out\n"), "{}", ran.err);
}

#[test]
fn an_archive_that_breaks_off_says_what_to_do() {
    let folder = claims();
    let content: String = (0..400_u32)
        .map(|at| {
            // What does not pack away to nothing.
            let noise = (0..400_u32).map(|word| (at * 400 + word).wrapping_mul(2_654_435_761) >> 12);
            let noise: Vec<String> = noise.map(|number| number.to_string()).collect();
            format!("{{\"id\":\"s{at}\",\"text\":\"In all, 214 homes were flooded. {}\"}}\n", noise.join(" "))
        })
        .collect();
    let packed = [("a.jsonl.gz", gzip(&content), "gzip -t"), ("a.jsonl.zst", zstd(&content), "zstd -t")];
    for (name, bytes, help) in packed {
        write(folder.path(), name, &bytes[..bytes.len() / 2]);
        let ran = check(folder.path(), name, &[]);
        assert_eq!(ran.status, 2);
        assert!(ran.err.contains("bad-archive") && ran.err.contains(help), "{}", ran.err);
        let whole = check(folder.path(), name, &["--on-bad-source", "skip"]);
        assert_eq!(whole.status, 0, "{}", whole.err);
        let read = told(&whole.out).len();
        assert!((20..400).contains(&read), "{name}: {read} sources before the break");
        assert_eq!(whole.out, ran.out, "{name}: they are streamed before the break is met");
    }
}

#[cfg(not(feature = "parquet"))]
#[test]
fn a_build_without_parquet_says_how_to_get_it() {
    let folder = claims();
    write(folder.path(), "seeds/a.txt", b"In all, 214 homes were flooded.\n");
    write(folder.path(), "seeds/b.parquet", b"PAR1");
    let said = run(folder.path(), ["check"]).refused();
    assert!(said.contains("b.parquet") && said.contains("--features parquet"), "{said}");
    let ran = run(folder.path(), ["check", "--on-bad-source", "skip"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
}

/// Unix only: elsewhere a program cannot be sent a Ctrl-C alone.
#[cfg(unix)]
mod interrupted {
    use std::io::{BufRead, BufReader, Read};
    use std::process::{Child, Command, Stdio};

    use super::*;

    /// More than a run gets through before it is interrupted.
    fn large() -> TempDir {
        let folder = claims();
        write(folder.path(), "large.jsonl", lines("s", 300_000).as_bytes());
        folder
    }

    fn interrupt(child: &Child) {
        let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    fn start(folder: &Path, args: &[&str]) -> Child {
        let mut command = crosscheck(folder);
        command.args(["check", "--sources", "large.jsonl", "--format", "jsonl"]).args(args);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }

    #[test]
    fn the_last_line_is_whole() {
        let folder = large();
        let mut child = start(folder.path(), &[]);
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut streamed = String::new();
        out.read_line(&mut streamed).unwrap();
        interrupt(&child);
        out.read_to_string(&mut streamed).unwrap();
        let ran = child.wait_with_output().unwrap();
        assert_eq!(ran.status.code(), Some(130));
        assert!(streamed.ends_with('\n'));
        let count = told(&streamed).len();
        assert!(count < 300_000, "it went through all");
        let said = String::from_utf8(ran.stderr).unwrap();
        let number: String = said.chars().filter(char::is_ascii_digit).collect();
        assert_eq!(number.parse(), Ok(count), "{said}");
        assert!(said.starts_with("stopped: ") && said.ends_with(" sources had been checked\n"), "{said}");
    }

    #[test]
    fn a_file_is_not_there_at_all() {
        let folder = large();
        let before = std::fs::read_dir(folder.path()).unwrap().count();
        let child = start(folder.path(), &["-o", "out.jsonl"]);
        while std::fs::read_dir(folder.path()).unwrap().count() == before {
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        interrupt(&child);
        assert_eq!(child.wait_with_output().unwrap().status.code(), Some(130));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), before, "nothing is left behind");
    }
}
