//! What is kept of earlier runs changes no answer, whatever becomes of it.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::Path;

use crosscheck::cache::Cache;
use crosscheck::check::{Plan, check};
use crosscheck::claim::ClaimSet;
use crosscheck::source::{Source, Sources};
use crosscheck::stance::Settings;

use crate::case_folder::{case, disputed, write};
use crate::program::{crosscheck, kill_at_a_hundred_moments, repository, run};

const CLAIMS: &str = "\
question: How many people were rescued from the ferry?
about: [Aurora]
claims:
  - id: rescued-214
    claim: 214 people were rescued from the ferry
    phrasings: [the crew saved 214 passengers]
  - id: rescued-198
    claim: 198 people were rescued from the ferry
---
question: When did the ferry sink, and who says so?
claims:
  - id: sank-friday
    claim: the ferry sank on 14 February 2025 and its captain was arrested by the police
    implies: [it-sank]
  - id: it-sank
    claim: the ferry sank off the coast
compatible: true
";

const TEXTS: [&str; 4] = [
    "The ferry Aurora sank on Friday off the coast. “In all 214 people were rescued from the ferry”, said Ms Ida Falk, the \
     coastguard’s spokeswoman.\n\nIts captain was arrested by the police.",
    "Only 198 people were rescued from the ferry, police said – café owners “saw it”. The ferry did not sink.",
    "More than 200 people were rescued from the ferry on Friday, according to a review of the port authority.",
    "The council met on Monday and talked about the new bridge.",
];

fn claims() -> ClaimSet {
    ClaimSet::from_yaml("ferry.yaml", CLAIMS).unwrap()
}

fn sources() -> Vec<Source> {
    let texts = TEXTS.iter().enumerate();
    texts.map(|(at, text)| Source::of_text(&format!("source-{at}"), text)).collect()
}

/// Everything that a run says, to the last bit; and the cache that it writes, if it writes one.
fn ran(
    claims: &ClaimSet,
    sources: &[Source],
    settings: Settings,
    known: Option<&[u8]>,
) -> (String, Option<Vec<u8>>) {
    let folder = tempfile::tempdir().unwrap();
    let [before, after] = ["before", "after"].map(|name| folder.path().join(name));
    let known = known.map(|known| {
        fs::write(&before, known).unwrap();
        File::open(&before).unwrap()
    });
    let mut cache = Cache::new(known, Some(File::create(&after).unwrap()));
    let given = sources.iter().cloned().map(Ok);
    let report = check(claims, Plan::new(settings, Some(&mut cache)), given, &mut |_: &Source| ()).unwrap();
    (format!("{report:#?}"), cache.is_renewed().then(|| fs::read(after).unwrap()))
}

fn without(claims: &ClaimSet, sources: &[Source], settings: Settings) -> String {
    let given = sources.iter().cloned().map(Ok);
    format!("{:#?}", check(claims, settings, given, &mut |_: &Source| ()).unwrap())
}

/// The claims of a case in `tests/cases/`, each with a question of its own, and its texts.
fn of_case(folder: &Path) -> (ClaimSet, Vec<Source>) {
    let file = fs::read_to_string(folder.join("case.yaml")).unwrap();
    let file: serde_json::Value = serde_yaml::from_str(&file).unwrap();
    let rows = file["rows"].as_array().unwrap();
    let wordings: BTreeSet<&str> = rows.iter().map(|row| row["claim"].as_str().unwrap()).collect();
    let question = |(at, claim)| serde_json::json!({"question": format!("Question {at}?"), "claims": [{"claim": claim}]});
    let claims: Vec<String> =
        wordings.iter().enumerate().map(|at| serde_yaml::to_string(&question(at)).unwrap()).collect();
    let texts = rows.iter().filter_map(|row| row["text"].as_str()).enumerate();
    let texts = texts.map(|(at, text)| Source::of_text(&format!("source-{at}"), text)).collect();
    (ClaimSet::from_yaml("claims.yaml", &claims.join("---\n")).unwrap(), texts)
}

/// This repository's own case.
fn own_case() -> (ClaimSet, Vec<Source>) {
    let sources = Sources::open(&repository().join("seeds")).unwrap();
    let sources = sources.read().map(|source| source.unwrap()).collect();
    (ClaimSet::load(&repository().join("claims")).unwrap(), sources)
}

#[test]
fn a_run_over_nothing_leaves_what_is_kept() {
    let (claims, sources) = (claims(), sources());
    let (_, kept) = ran(&claims, &sources, Settings::default(), None);
    let (_, renewed) = ran(&claims, &[], Settings::default(), kept.as_deref());
    assert!(kept.is_some() && renewed.is_none());
}

#[test]
fn every_case_is_answered_from_what_was_kept_as_it_was_at_first() {
    let folders = fs::read_dir(repository().join("tests/cases")).unwrap();
    let mut cases: Vec<_> = folders.map(|entry| of_case(&entry.unwrap().path())).collect();
    cases.push(own_case());
    let (mut evidence, mut aligned, mut attributed) = (0, 0, 0);
    for (claims, sources) in &cases {
        let settings = Settings::default();
        let plain = without(claims, sources, settings);
        let (first, kept) = ran(claims, sources, settings, None);
        assert_eq!(plain, first);
        let (second, renewed) = ran(claims, sources, settings, kept.as_deref());
        assert_eq!(plain, second);
        // All of it was known, or it would have been written anew.
        assert_eq!(renewed, None);
        evidence += plain.matches("quote: ").count();
        aligned += plain.matches("AlignedWords {").count();
        attributed += plain.matches("cue: ").count();
    }
    assert!(evidence > 200 && aligned > evidence && attributed > 10, "{evidence} {aligned} {attributed}");
}

#[test]
fn whatever_is_edited_the_answers_are_those_of_a_run_without() {
    let edited = |from: &str, to: &str| {
        assert!(CLAIMS.contains(from), "{from}");
        ClaimSet::from_yaml("ferry.yaml", &CLAIMS.replace(from, to)).unwrap()
    };
    let changed = |change: &dyn Fn(&mut Vec<Source>)| {
        let mut sources = sources();
        change(&mut sources);
        sources
    };
    let published = |sources: &mut Vec<Source>| {
        sources[0].published = chrono::NaiveDate::from_ymd_opt(2025, 2, 15);
    };
    let plain = Settings::default();
    let runs = [
        (claims(), sources(), plain),
        (edited("198 people were", "197 people were"), sources(), plain),
        (edited("[the crew saved 214 passengers]", "[the crew saved 200 passengers]"), sources(), plain),
        (edited("about: [Aurora]", "about: [Ida Falk]"), sources(), plain),
        (edited("How many people were rescued", "What was rescued"), sources(), plain),
        (edited("about: [Aurora]\n", "about: [Aurora]\ncompatible: true\n"), sources(), plain),
        (edited("it-sank]\n  - id: it-sank", "it-sunk]\n  - id: it-sunk"), sources(), plain),
        (claims(), changed(&|sources| sources[1].text.insert_str(0, "Not 199 but ")), plain),
        (claims(), changed(&published), plain),
        (claims(), changed(&|sources| sources[0].article.end = 60), plain),
        (claims(), changed(&|sources| sources.swap(0, 2)), plain),
        (claims(), changed(&|sources| sources.truncate(1)), plain),
        (claims(), sources(), Settings::with_threshold(0.9).unwrap()),
        (claims(), sources(), Settings::with_threshold(0.3).unwrap()),
        (claims(), sources(), plain.exhaustively(true)),
        (claims(), sources(), plain),
    ];
    let mut kept: Option<Vec<u8>> = None;
    let mut answers = BTreeSet::new();
    for (at, (claims, sources, settings)) in runs.iter().enumerate() {
        let expected = without(claims, sources, *settings);
        let (found, renewed) = ran(claims, sources, *settings, kept.as_deref());
        assert_eq!(expected, found, "run {at}");
        kept = renewed.or(kept);
        answers.insert(found);
    }
    assert!(answers.len() > 8, "{}", answers.len());
}

#[test]
fn only_what_was_edited_is_looked_for() {
    let edited = ClaimSet::from_yaml("ferry.yaml", &CLAIMS.replace("sank off the", "sank near the")).unwrap();
    let settings = Settings::default();
    let (_, kept) = ran(&claims(), &sources(), settings, None);
    let (_, after) = ran(&edited, &sources(), settings, kept.as_deref());
    // What was edited back is no longer known, and the rest is.
    let (again, back) = ran(&claims(), &sources(), settings, after.as_deref());
    assert_eq!(again, without(&claims(), &sources(), settings));
    // In another order, for the threads are not always as quick.
    assert_eq!(back.map(|back| back.len()), kept.as_ref().map(Vec::len));
    // With a claim less, what there is will do.
    let fewer = ClaimSet::from_yaml("ferry.yaml", CLAIMS.split("---").next().unwrap()).unwrap();
    let (found, renewed) = ran(&fewer, &sources(), settings, kept.as_deref());
    assert_eq!((found, renewed), (without(&fewer, &sources(), settings), None));
}

#[test]
fn what_is_no_longer_used_is_dropped() {
    let settings = Settings::default();
    let (_, kept) = ran(&claims(), &sources(), settings, None);
    let kept = kept.unwrap();
    let (_, half) = ran(&claims(), &sources()[..2], settings, Some(&kept));
    assert_eq!(half, None);
    let (_, rest) = ran(&claims(), &sources()[..1], settings, Some(&kept));
    assert!(rest.unwrap().len() < kept.len());
}

#[test]
fn a_spoilt_cache_is_made_anew() {
    let settings = Settings::default();
    let (expected, kept) = ran(&claims(), &sources(), settings, None);
    let kept = kept.unwrap();
    let sound =
        |renewed: &[u8]| ran(&claims(), &sources(), settings, Some(renewed)) == (expected.clone(), None);
    for at in (0..kept.len()).step_by(7) {
        let mut flipped = kept.clone();
        flipped[at] ^= 1 << (at % 8);
        for spoilt in [&flipped, &kept[..at]] {
            let (found, renewed) = ran(&claims(), &sources(), settings, Some(spoilt));
            assert_eq!(found, expected, "byte {at}");
            assert!(renewed.is_some_and(|renewed| sound(&renewed)), "byte {at}");
        }
    }
    for foreign in [&b""[..], b"crosscheck cache", &[0; 100], &[kept.as_slice(), &kept].concat()] {
        assert_eq!(ran(&claims(), &sources(), settings, Some(foreign)).0, expected);
    }
}

const JSONL: [&str; 4] = ["check", "--format", "jsonl", "--cache"];

#[test]
fn the_program_answers_the_same_with_and_without() {
    let folder = disputed();
    let at = folder.path();
    let plain = run(at, ["check", "--format", "jsonl", "--no-cache"]).ok();
    assert!(!plain.is_empty());
    let cached = || run(at, JSONL.into_iter().chain(["kept"])).ok();
    assert_eq!(cached(), plain);
    let kept = fs::read(at.join("kept")).unwrap();
    assert_eq!(cached(), plain);
    assert_eq!(fs::read(at.join("kept")).unwrap(), kept);
    for format in ["json", "html", "sarif"] {
        let of = |more: &[&str]| run(at, [&["check", "--format", format], more].concat()).ok();
        assert_eq!(of(&["--cache", "kept"]), of(&["--no-cache"]));
    }
    write(at, "seeds/post.txt", b"In all, 214 homes were flooded.\n");
    let fresh = run(at, ["check", "--format", "jsonl"]).ok();
    assert_ne!(fresh, plain);
    assert_eq!(cached(), fresh);
    assert_eq!(run(at, ["check", "--cache", "kept", "--no-cache"]).status, 2);
    assert!(run(at, ["check", "--cache", "seeds/kept"]).refused().contains("taken for"));
}

#[test]
fn a_file_that_is_no_cache_is_left_alone() {
    let folder = disputed();
    let plain = run(folder.path(), ["check", "--format", "jsonl"]).ok();
    write(folder.path(), "notes", b"crosscheck notes of mine");
    for place in ["notes", "claims", "nowhere/kept", "notes/kept"] {
        let ran = run(folder.path(), JSONL.into_iter().chain([place]));
        assert_eq!((ran.status, ran.out.as_str()), (0, plain.as_str()), "{place}");
        assert!(ran.err.contains(place), "{}", ran.err);
    }
    assert_eq!(fs::read(folder.path().join("notes")).unwrap(), b"crosscheck notes of mine");
    assert!(!folder.path().join("nowhere").exists());
}

#[test]
fn runs_at_once_and_runs_that_are_killed_leave_a_whole_cache() {
    let folder = disputed();
    let at = folder.path();
    let plain = run(at, ["check", "--format", "jsonl"]).ok();
    let args: Vec<&str> = JSONL.into_iter().chain(["kept"]).collect();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| assert_eq!(run(at, &args).ok(), plain));
        }
    });
    let whole = fs::read(at.join("kept")).unwrap();
    kill_at_a_hundred_moments(at, &args, || {
        let kept = fs::read(at.join("kept"));
        assert!(kept.as_ref().is_err() || kept.unwrap().len() == whole.len());
        let _ = fs::remove_file(at.join("kept"));
    });
    assert_eq!(run(at, &args).ok(), plain);
}

/// More text than a case has that is checked in no time.
fn large() -> tempfile::TempDir {
    let folder = disputed();
    let line =
        |at: u32| format!("{{\"text\": \"{}\"}}\n", format!("Nothing happened on day {at}. ").repeat(200));
    let lines: String = (0..800).map(line).collect();
    write(folder.path(), "seeds/many.jsonl", lines.as_bytes());
    folder
}

#[test]
fn large_cases_have_one_in_the_users_folder() {
    let (small, large, caches) = (disputed(), large(), case(&[("file", "")]));
    let ran = |folder: &Path, more: &[&str], caches: &Path| {
        let mut command = crosscheck(folder);
        command.args([&["check", "--format", "jsonl"], more].concat()).env("XDG_CACHE_HOME", caches);
        crate::program::Ran::of(command.output().unwrap()).ok()
    };
    let there = || fs::read_dir(caches.path()).unwrap().count() - 1;
    let plain = ran(large.path(), &["--no-cache"], caches.path());
    ran(small.path(), &[], caches.path());
    assert_eq!(there(), 0);
    // Where none can be made, there is none, and nothing to say of it.
    assert_eq!(ran(large.path(), &[], &caches.path().join("file")), plain);
    if cfg!(target_os = "linux") {
        assert_eq!(ran(large.path(), &[], caches.path()), plain);
        assert_eq!(there(), 1);
        assert_eq!(fs::read_dir(caches.path().join("crosscheck")).unwrap().count(), 1);
        assert_eq!(ran(large.path(), &[], caches.path()), plain);
    }
}
