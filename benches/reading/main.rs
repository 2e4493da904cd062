//! How fast articles are read into tokens and sentences, on one core: `cargo bench --bench reading`.
//!
//! `seeds` are the articles of the repository's own case, with curly quotation marks, initials and brackets; `made` are
//! plain ones of some 5 KB, as `reuse` makes them.

#[path = "../reuse/corpus.rs"]
#[allow(dead_code)]
mod corpus;

use std::fs;
use std::path::Path;

use crosscheck::text::Document;
use divan::counter::BytesCount;

use corpus::Corpus;

fn main() {
    divan::main();
}

#[divan::bench]
fn seeds(bencher: divan::Bencher<'_, '_>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut paths: Vec<_> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let texts: Vec<String> = paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
    assert!(!texts.is_empty(), "there are no articles to read");
    read(bencher, &texts);
}

#[divan::bench]
fn made(bencher: divan::Bencher<'_, '_>) {
    let corpus = Corpus::of_copies(100);
    let texts: Vec<String> = (0..100).map(|number| corpus.article(number).text).collect();
    read(bencher, &texts);
}

/// Reads all of `texts`; copying them is not counted, nor is giving back what was read.
fn read(bencher: divan::Bencher<'_, '_>, texts: &[String]) {
    let bytes: usize = texts.iter().map(String::len).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .with_inputs(|| texts.to_vec())
        .bench_local_values(|texts| texts.into_iter().map(Document::new).collect::<Vec<_>>());
}
