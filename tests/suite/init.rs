//! A case to start from.

use std::fs;

use insta::assert_snapshot;

use crate::program::run;

#[test]
fn a_new_case_works_at_once_and_shows_a_dispute() {
    let folder = tempfile::tempdir().unwrap();
    let told = run(folder.path(), ["init", "flood"]).ok();
    assert!(told.contains("crosscheck check"), "{told}");
    let case = folder.path().join("flood");
    assert_eq!(run(&case, ["check", "--fail-on", "disputed"]).status, 1);
    assert_snapshot!(run(&case, ["check"]).ok());
}

#[test]
fn nothing_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), ["init", "."]).ok();
    let mine = folder.path().join("claims/barrier.yaml");
    fs::write(&mine, "mine").unwrap();
    let said = run(folder.path(), ["init", "."]).refused();
    assert!(said.contains("nothing is overwritten"), "{said}");
    assert_eq!(fs::read_to_string(&mine).unwrap(), "mine");
}

#[test]
fn editors_find_the_schema_of_every_document() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), ["init", "."]).ok();
    for (file, of) in [("claims/barrier.yaml", "claims"), ("seeds/sources.yaml", "sources")] {
        let text = fs::read_to_string(folder.path().join(file)).unwrap();
        let line = format!("# yaml-language-server: $schema=../schemas/{of}.schema.json\n");
        for document in text.split("---\n") {
            assert!(document.starts_with(&line), "{file}: {document}");
        }
        let schema = fs::read_to_string(folder.path().join(format!("schemas/{of}.schema.json"))).unwrap();
        assert_eq!(schema, run(folder.path(), ["schema", of]).ok());
    }
    // Neither claims nor sources are read from the schemas.
    let report = run(folder.path(), ["check", "--format", "json"]).ok();
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["summary"]["sources"], 3);
}

#[test]
fn the_line_for_editors_stays_where_it_is_when_a_ruling_is_written() {
    for (mark, ending) in [("", "\n"), ("\u{feff}", "\r\n")] {
        let folder = tempfile::tempdir().unwrap();
        run(folder.path(), ["init", "."]).ok();
        let file = folder.path().join("claims/barrier.yaml");
        let before = format!("{mark}{}", fs::read_to_string(&file).unwrap().replace('\n', ending));
        fs::write(&file, &before).unwrap();
        let rule =
            ["rule", "homes-214", "council", "supports", "--because", "it counted", "--on", "2031-11-08"];
        run(folder.path(), rule).ok();
        let after = fs::read_to_string(&file).unwrap();
        assert!(after.contains("because: it counted"), "{after}");
        let lines: Vec<_> = after.split(ending).collect();
        let kept = before.split(ending).filter(|line| line.contains("$schema=")).count();
        assert_eq!(kept, 3);
        assert_eq!(lines.iter().filter(|line| line.contains("$schema=")).count(), kept);
        assert_eq!(lines[0], before.split(ending).next().unwrap());
        run(folder.path(), ["check"]).ok();
    }
}

#[test]
fn schemas_of_ones_own_are_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let mine = folder.path().join("schemas/claims.schema.json");
    fs::create_dir_all(mine.parent().unwrap()).unwrap();
    fs::write(&mine, "mine").unwrap();
    let said = run(folder.path(), ["init", "."]).refused();
    assert!(said.contains("nothing is overwritten"), "{said}");
    assert_eq!(fs::read_to_string(&mine).unwrap(), "mine");
    assert!(!folder.path().join("claims").exists());
}
