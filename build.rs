//! Indexes the tables of English, so that no run of the program has to.

#[path = "src/english/table/index.rs"]
mod index;
#[path = "src/english/table/write.rs"]
mod write;

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The tables that are lines of `KEY VALUE` as they stand.
const TABLES: [&str; 11] = [
    "abbreviations",
    "antonyms",
    "frequency",
    "function_words",
    "given",
    "phrasal",
    "pos",
    "related",
    "speakers",
    "spelling",
    "surnames",
];

const DATA: &str = "src/english/data";

fn main() -> io::Result<()> {
    for watched in ["src", "Cargo.lock", "build.rs"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    for name in TABLES {
        write_index(&out, name, &read(name)?)?;
    }
    let exclusive = exclusive(&read("exclusive")?);
    let kinds = kinds(&read("kinds")?);
    let irregular = irregular(&read("irregular")?, &read("kept_apart")?);
    for (name, lines) in [("exclusive", exclusive), ("kinds", kinds), ("irregular", irregular)] {
        fs::write(out.join(name).with_extension("txt"), &lines)?;
        write_index(&out, name, &lines)?;
    }
    println!("cargo::rustc-env=CROSSCHECK_BUILD={:016x}", fingerprint()?);
    Ok(())
}

/// A hash of all that a build is made of: what one build found in a text, another may not find there.
fn fingerprint() -> io::Result<u64> {
    let mut files = vec![PathBuf::from("build.rs"), PathBuf::from("Cargo.lock"), PathBuf::from("Cargo.toml")];
    list(Path::new("src"), &mut files)?;
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        match fs::read(&file) {
            Ok(content) => (file, content).hash(&mut hasher),
            // Where the crate is another's dependency, there is no lock file.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(hasher.finish())
}

/// Adds the files in `folder` and below to `files`.
fn list(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn read(name: &str) -> io::Result<String> {
    fs::read_to_string(Path::new(DATA).join(name).with_extension("txt"))
}

fn write_index(out: &Path, name: &str, lines: &str) -> io::Result<()> {
    fs::write(out.join(name).with_extension("index"), write::index(lines))
}

/// The lines that are no comment.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

/// Groups of words, one a line, as a table: each word with the numbers of its groups.
fn exclusive(text: &str) -> String {
    let mut words: BTreeMap<&str, String> = BTreeMap::new();
    for (group, line) in lines(text).enumerate() {
        for word in line.split(' ') {
            words.entry(word).or_default().push_str(&format!(" {group}"));
        }
    }
    table(&words)
}

/// Families with a kind of theirs and its words, a kind a line, as a table: each word with its family and its kind.
fn kinds(text: &str) -> String {
    let mut words: BTreeMap<&str, String> = BTreeMap::new();
    for line in lines(text) {
        let mut parts = line.split(' ');
        let (family, kind) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        words.extend(parts.map(|word| (word, format!(" {family} {kind}"))));
    }
    table(&words)
}

/// Bases with their forms, one a line, as a table: each form with the number of its base and the base; and the
/// words that are `kept_apart`, each with the first of its line for its stem.
fn irregular(text: &str, kept_apart: &str) -> String {
    let bases = lines(text).filter_map(|line| line.split_once(' '));
    let mut forms: BTreeMap<&str, String> = BTreeMap::new();
    for (number, (base, line)) in bases.enumerate() {
        forms.extend(line.split(' ').map(|form| (form, format!(" {number} {base}"))));
    }
    for line in lines(kept_apart) {
        let base = line.split(' ').next().unwrap_or(line);
        forms.extend(line.split(' ').map(|form| (form, format!(" {base}"))));
    }
    table(&forms)
}

fn table(values: &BTreeMap<&str, String>) -> String {
    values.iter().map(|(key, value)| format!("{key}{value}\n")).collect()
}
