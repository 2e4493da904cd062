//! Text reuse at the size of a news archive: `cargo bench --bench reuse`.
//!
//! Articles of some 5 KB, of which one in twenty carries text of another, are made as they are needed, so that memory
//! holds what the index keeps and not the corpus. Each run of `shared` must find every planted pair; the time should grow
//! with the number of articles, and so should the most memory held, which is told after each run. `made` is what it costs
//! to make the articles, to be taken from it. `rewrites` finds articles that retell others, given all outlines; they are
//! made before, which takes longer, and their memory is told with the rest.

mod corpus;

use std::collections::BTreeSet;
use std::fs;

use crosscheck::reuse::rewrite::{Outline, Rewrite, rewrites as find_rewrites};
use crosscheck::reuse::{Index, Kind, Prepared, SharedText};
use crosscheck::span::Span;
use crosscheck::text::Document;
use divan::counter::ItemsCount;
use rayon::prelude::*;

use corpus::Corpus;

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
/// How many sources are held at once.
const BATCH: usize = 256;

fn main() {
    divan::main();
}

#[divan::bench(args = SIZES, sample_count = 1, sample_size = 1)]
fn made(bencher: divan::Bencher<'_, '_>, articles: usize) {
    let corpus = Corpus::of_copies(articles);
    bencher.counter(ItemsCount::new(articles)).bench_local(|| {
        (0..articles).into_par_iter().map(|number| corpus.article(number).text.len()).sum::<usize>()
    });
}

#[divan::bench(args = SIZES, sample_count = 1, sample_size = 1)]
fn shared(bencher: divan::Bencher<'_, '_>, articles: usize) {
    let corpus = Corpus::of_copies(articles);
    let mut found = Vec::new();
    forget_peak();
    bencher.counter(ItemsCount::new(articles)).bench_local(|| found = shared_texts(&corpus));
    tell(&corpus, &found);
}

#[divan::bench(args = SIZES, sample_count = 1, sample_size = 1)]
fn rewrites(bencher: divan::Bencher<'_, '_>, articles: usize) {
    let corpus = Corpus::of_rewrites(articles);
    let mut found = Vec::new();
    forget_peak();
    let outlines: Vec<Outline> =
        (0..articles).into_par_iter().map(|number| outline(&corpus, number)).collect();
    bencher
        .counter(ItemsCount::new(articles))
        .bench_local(|| found = find_rewrites(&outlines, &|_, _| false));
    tell_rewrites(&corpus, &found);
}

fn outline(corpus: &Corpus, number: usize) -> Outline {
    let article = corpus.article(number);
    let all = Span::new(0, article.text.len());
    Outline::new(&Document::new(article.text), all, &article.quotations)
}

fn shared_texts(corpus: &Corpus) -> Vec<SharedText> {
    let mut index = Index::default();
    let numbers: Vec<usize> = (0..corpus.articles()).collect();
    for batch in numbers.chunks(BATCH) {
        let prepare = |&number: &usize| {
            let article = corpus.article(number);
            Prepared::new(&article.text, Span::new(0, article.text.len()), &article.quotations)
        };
        let prepared: Vec<Prepared> = batch.par_iter().map(prepare).collect();
        prepared.into_iter().for_each(|source| index.add(source));
    }
    index.shared()
}

/// Says how much memory was held at most, and that all that was planted is found.
#[allow(clippy::print_stderr)]
fn tell(corpus: &Corpus, found: &[SharedText]) {
    let copied = found.iter().filter(|one| one.kind(false) <= Kind::Part).count();
    let [planted, missed] = planted_and_missed(corpus, &found.iter().map(|one| (one.a, one.b)).collect());
    let peak = peak();
    eprintln!(
        "\n{} articles: {} of {} planted pairs found; {copied} pairs share copied text, {} anything{peak}",
        corpus.articles(),
        planted.len() - missed.len(),
        planted.len(),
        found.len(),
    );
    assert!(missed.is_empty(), "not found: {missed:?}");
}

/// Says how much memory was held at most, the outlines among it, and how much of what was planted is found: not all, for
/// what is shuffled may make other numbers ("two hundred"), and what only one of two puts in quotation marks only the
/// other tells.
#[allow(clippy::print_stderr)]
fn tell_rewrites(corpus: &Corpus, found: &[Rewrite]) {
    let [planted, missed] = planted_and_missed(corpus, &found.iter().map(|one| (one.a, one.b)).collect());
    eprintln!(
        "\n{} articles: {} of {} planted rewrites found, {} pairs in all{}",
        corpus.articles(),
        planted.len() - missed.len(),
        planted.len(),
        found.len(),
        peak(),
    );
    assert!(5 * missed.len() <= planted.len(), "not found: {missed:?}");
}

/// The pairs that were planted, and those of them that are not among `found`.
fn planted_and_missed(corpus: &Corpus, found: &BTreeSet<(usize, usize)>) -> [Vec<(usize, usize)>; 2] {
    let planted: Vec<_> = (0..corpus.articles()).filter_map(|number| corpus.planted(number)).collect();
    let missed = planted.iter().copied().filter(|pair| !found.contains(pair)).collect();
    [planted, missed]
}

fn peak() -> String {
    peak_megabytes().map_or_else(String::new, |peak| format!(", {peak} MB at most"))
}

/// Where the system says it (Linux): the most memory that was resident since [`forget_peak`].
fn peak_megabytes() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
}

fn forget_peak() {
    // Where it cannot be reset, the largest run comes last and is right.
    let _ = fs::write("/proc/self/clear_refs", "5");
}
