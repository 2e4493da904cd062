//! Claim files, good and bad: each file below `tests/bad-input/claims` and `tests/good-input` is a case.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use proptest::prelude::*;

use super::ClaimSet;
use crate::diagnostic::{Code, Diagnostics};
use crate::{Error, Result};

fn problems<T>(result: Result<T>) -> Diagnostics {
    match result {
        Err(Error::Input(problems)) => problems,
        Err(other) => panic!("another error: {other}"),
        Ok(_) => Diagnostics::new(),
    }
}

fn codes(problems: &Diagnostics) -> Vec<Code> {
    problems.iter().map(super::super::diagnostic::Diagnostic::code).collect()
}

fn read(path: &Path) -> Result<ClaimSet> {
    let name = path.file_name().unwrap().to_string_lossy();
    ClaimSet::from_yaml(&name, &fs::read_to_string(path).unwrap())
}

#[test]
fn bad_files_are_explained() {
    insta::glob!("../../tests/bad-input/claims", "*.yaml", |path| {
        let problems = problems(read(path));
        assert!(problems.has_errors(), "{} is read without complaint", path.display());
        insta::assert_snapshot!(problems.render(false));
    });
}

/// What a set holds, as text.
fn shown(set: &ClaimSet) -> String {
    let mut text = set.warnings().to_string();
    for question in set.questions() {
        let (about, compatible) = (question.about(), question.compatible());
        writeln!(text, "{} about={about:?} compatible={compatible}", question.text()).unwrap();
        for claim in question.claims().iter().map(|&place| &set.claims()[place]) {
            let ids = |places: &[usize]| {
                places.iter().map(|&to| set.claims()[to].id()).collect::<Vec<_>>().join(" ")
            };
            let (file, line) = claim.place();
            writeln!(text, "  {} ({}:{line}): {:?}", claim.id(), file.display(), claim.text()).unwrap();
            let (contradicts, implies) = (ids(claim.contradicts()), ids(claim.implies()));
            writeln!(text, "    contradicts=[{contradicts}] implies=[{implies}] note={:?}", claim.note())
                .unwrap();
            writeln!(text, "    phrasings={:?}", claim.phrasings()).unwrap();
            for ruling in claim.rulings() {
                let said = (ruling.source(), ruling.stance(), ruling.because(), ruling.by(), ruling.on());
                writeln!(text, "    ruling at line {}: {said:?}", ruling.place().1).unwrap();
            }
        }
    }
    text
}

#[test]
fn good_files_are_read() {
    insta::glob!("../../tests/good-input", "*.yaml", |path| {
        let set = read(path).unwrap_or_else(|error| panic!("{}:\n{error}", path.display()));
        insta::assert_snapshot!(shown(&set));
    });
}

#[test]
fn references_and_ids_reach_across_files() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("b.yaml", "question: B?\nclaims: [{id: two, claim: two, implies: [one]}]");
    write("a.yml", "question: A?\nclaims: [{id: one, claim: one}]");
    write("sub/c.YAML", "question: C?\nclaims: [{id: three, claim: three, contradicts: [two]}]");
    write(".hidden.yaml", "not a claim file");
    write("notes.txt", "not a claim file");
    let set = ClaimSet::load(folder.path()).unwrap();
    let ids: Vec<_> = set.claims().iter().map(super::Claim::id).collect();
    assert_eq!(ids, ["one", "two", "three"]);
    assert_eq!(set.claims()[1].contradicts(), [2], "to contradict is mutual");
    assert_eq!(set.claims()[1].implies(), [0]);
    assert_eq!(set.find("three"), Some(2));
    assert_eq!(ClaimSet::load(&folder.path().join("a.yml")).unwrap().claims().len(), 1);

    write("d.yaml", "question: D?\nclaims: [{id: two, claim: four, implies: [eins]}]");
    write("e.yaml", "question: E?\nclaims: {}");
    let found = problems(ClaimSet::load(folder.path()));
    assert_eq!(codes(&found), [Code::DuplicateId, Code::UnknownClaim, Code::WrongType]);
    let text = found.to_string().replace(&*folder.path().to_string_lossy(), "claims");
    assert!(
        text.contains("claims/b.yaml:1:") || text.contains("claims/b.yaml:2:"),
        "names both places: {text}"
    );

    // What a reference names may stand in a file that could not be read.
    write("e.yaml", "question: E?\nclaims: [");
    let found = problems(ClaimSet::load(folder.path()));
    assert_eq!(codes(&found), [Code::DuplicateId, Code::Syntax]);
}

#[test]
fn folders_and_files_that_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("empty")).unwrap();
    fs::create_dir(path("odd")).unwrap();
    fs::write(path("odd/latin.yaml"), b"question: x\nclaims: [caf\xe9]\n").unwrap();
    fs::write(path("odd/utf16.yaml"), b"\xff\xfeq\0").unwrap();
    fs::write(path("odd/binary.yaml"), b"\x7fELF\0\0\0").unwrap();
    fs::write(path("odd/empty.yaml"), b"").unwrap();
    fs::File::create(path("odd/huge.yaml")).unwrap().set_len(100 * 1024 * 1024).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("nowhere", path("odd/link.yaml")).unwrap();
        std::os::unix::fs::symlink("..", path("odd/circle")).unwrap();
    }
    let shown = |name: &str| {
        let problems = problems(ClaimSet::load(&path(name)));
        problems.to_string().replace(&*folder.path().to_string_lossy(), "case")
    };
    insta::assert_snapshot!([shown("missing"), shown("empty"), shown("odd")].join("\n"));
}

/// A broken file costs no more than reading it.
#[test]
fn large_and_hostile_files_fail_fast() {
    let deep = |open: &str, close: &str| {
        format!("question: x\nclaims: {}{}", open.repeat(50_000), close.repeat(50_000))
    };
    let indented: String = (0..2000).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    let anchors: String = (0..30).map(|level| format!("&a{level} [")).collect();
    let long = "x".repeat(1_000_000);
    let cases = [
        (deep("[", "]"), Code::TooComplex),
        (deep("{a: ", "}"), Code::TooComplex),
        (deep("- ", ""), Code::Syntax),
        (deep("\n  - ", ""), Code::EmptyText),
        (format!("question: x\nclaims:\n  {}", "- ".repeat(50_000)), Code::TooComplex),
        (format!("question: x\nclaims:\n{indented}"), Code::TooComplex),
        (format!("question: x\nclaims: {anchors}{long}{}", "]".repeat(30)), Code::TooComplex),
        (format!("question: x\na: &a {long}\nclaims: [*a{}]", ", *a".repeat(1000)), Code::TooComplex),
        (format!("question: x\nclaims: [{}]", "a,".repeat(2_100_000)), Code::TooComplex),
        ("---\n[\n".repeat(10_000), Code::Syntax),
    ];
    for (text, code) in cases {
        let started = Instant::now();
        let found = problems(ClaimSet::from_yaml("a.yaml", &text));
        let start: String = text.chars().take(60).collect();
        assert!(codes(&found).contains(&code), "{start}: {:?}", found.iter().next());
        assert!(found.render(false).len() < 100_000, "{start}");
        // Cost that grows with the square would take hours, a busy machine a little longer.
        assert!(started.elapsed().as_secs() < 180, "{start} took {:?}", started.elapsed());
    }
}

#[test]
fn a_large_case_is_read() {
    let mut text = String::from("question: x\ncompatible: true\nclaims:\n");
    for number in 0..20_000 {
        writeln!(text, "- claim: the claim of this number is {number}\n  phrasings: [number {number}]")
            .unwrap();
    }
    let set = ClaimSet::from_yaml("a.yaml", &text).unwrap();
    assert_eq!(set.claims().len(), 20_000);
    assert_eq!(set.claims()[19_999].id(), "the-claim-of-this-number-is-19999");
}

#[test]
fn long_chains_of_implications_are_followed_or_refused() {
    let chain = |length: usize| {
        let mut text = String::from("question: x\ncompatible: true\nclaims:\n");
        for number in 0..length {
            let implies = if number + 1 < length { format!("[c{}]", number + 1) } else { "[]".to_owned() };
            writeln!(text, "- {{id: c{number}, claim: claim {number}, implies: {implies}}}").unwrap();
        }
        ClaimSet::from_yaml("a.yaml", &text)
    };
    assert!(chain(900).is_ok());
    assert!(codes(&problems(chain(3000))).iter().all(|&code| code == Code::TooManyImplications));
    assert!(chain(3000).is_err());
}

#[test]
fn rulings_are_held_against_the_sources() {
    let text = "question: x\nclaims:\n- claim: one\n  rulings:\n  - {source: ski, stance: mixed, because: x}\n  - {source: bbc, stance: mixed, because: x}\n";
    let set = ClaimSet::from_yaml("a.yaml", text).unwrap();
    assert!(set.check_sources(["ski", "bbc"]).is_empty());
    insta::assert_snapshot!(set.check_sources(["sky", "itv"]));
}

#[test]
fn a_claim_from_the_prompt_is_a_set() {
    let set = ClaimSet::of_one("  one instead of two ");
    assert_eq!((set.claims().len(), set.questions().len()), (1, 1));
    assert_eq!(set.claims()[0].text(), "one instead of two");
    assert_eq!(set.claims()[0].id(), "one-instead-of-two");
    assert_eq!(set.questions()[0].text(), "");
    assert_eq!(ClaimSet::of_one("").claims()[0].id(), "claim");
}

/// The fixtures, cut, spliced and changed.
fn mangled() -> impl Strategy<Value = String> {
    let fixtures: Vec<String> = ["tests/good-input", "tests/bad-input/claims"]
        .iter()
        .flat_map(|folder| {
            let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
            let mut files: Vec<_> =
                fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
            files.sort();
            files
        })
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let pieces = prop::collection::vec((prop::sample::select(fixtures), 0..2000_usize, 0..200_usize), 1..6);
    (pieces, ".{0,8}").prop_map(|(pieces, noise)| {
        let cut = |(text, from, length): (String, usize, usize)| {
            let characters: Vec<char> = text.chars().collect();
            let from = from % characters.len().max(1);
            characters[from..(from + length).min(characters.len())].iter().collect::<String>()
        };
        pieces.into_iter().map(cut).collect::<Vec<_>>().join(&noise)
    })
}

/// Reading gives a set or says why not, and what it says can be shown.
fn never_panics(text: &str) {
    match ClaimSet::from_yaml("a.yaml", text) {
        Ok(set) => {
            assert!(set.claims().iter().all(|claim| !claim.text().is_empty() && !claim.id().is_empty()));
            let _ = set.warnings().render(true);
        }
        Err(Error::Input(problems)) => {
            assert!(problems.has_errors());
            let shown = problems.render(false);
            assert!(!shown.contains(|c: char| c.is_control() && c != '\n'), "{shown:?}");
        }
        Err(other) => panic!("{other}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn arbitrary_text_never_panics(text in "\\PC{0,200}|(?s).{0,100}") {
        never_panics(&text);
    }

    #[test]
    fn mangled_files_never_panic(text in mangled()) {
        never_panics(&text);
    }
}
