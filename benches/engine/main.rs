//! What the engine does with an article once it is read, step by step, on one core: `cargo bench --bench engine`.
//!
//! `seeds` are the articles of the repository's own case, held against its own claims: they speak of them. `made` are plain
//! articles of some 5 KB, as `reuse` makes them; what they are held against are sentences of other such articles, which
//! share words with them as any English does, and say something else. Reading is measured by `reading`.

#[path = "../reuse/corpus.rs"]
#[allow(dead_code)]
mod corpus;

use std::fmt::Write;
use std::path::Path;

use crosscheck::claim::ClaimSet;
use crosscheck::matcher::{
    Candidate, Index, Lexicon, Marked, Phrasing, Setting, Vocabulary, candidates_around,
};
use crosscheck::source::{Source, Sources};
use crosscheck::text::Document;

use corpus::Corpus;

/// How many articles are made to be read.
const ARTICLES: usize = 50;
/// Of each article that is made for phrasings, so many sentences are.
const PHRASINGS: usize = 4;

fn main() {
    divan::main();
}

/// The share of a phrasing that a passage must cover to be looked at, as the engine has it.
fn least(phrasing: &Phrasing) -> f64 {
    if phrasing.mentions.is_empty() { 0.25 } else { 0.12 }
}

/// Articles that speak of the claims of the repository's own case.
fn seeds() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    Sources::open(&folder).and_then(|sources| sources.read_all()).expect("the repository's own sources")
}

fn own_claims() -> ClaimSet {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("claims");
    ClaimSet::load(&folder).expect("the repository's own claims")
}

/// Articles that speak of nothing that anyone claims.
fn made() -> Vec<Source> {
    let corpus = Corpus::of_copies(ARTICLES);
    let source = |number| Source::of_text(&format!("a{number}"), &corpus.article(number).text);
    (0..ARTICLES).map(source).collect()
}

/// `count` sentences of articles that nobody reads.
fn sentences(count: usize) -> Vec<String> {
    let corpus = Corpus::of_copies(ARTICLES + count);
    let of_article = |number: usize| {
        let document = Document::new(corpus.article(number).text);
        let sentences = document.sentences().iter().take(PHRASINGS);
        sentences
            .map(|sentence| document.slice(document.span_of(sentence.tokens.clone())).to_owned())
            .collect::<Vec<_>>()
    };
    (ARTICLES..).flat_map(of_article).take(count).collect()
}

/// Claims of `sentences`, each article's as one claim and its phrasings.
fn made_claims(sentences: &[String]) -> ClaimSet {
    let mut yaml = String::new();
    for (number, wordings) in sentences.chunks(PHRASINGS).enumerate() {
        let all: Vec<String> = wordings.iter().map(|wording| format!("{wording:?}")).collect();
        let _ = write!(
            yaml,
            "---\nquestion: Question {number}?\nclaims:\n  - id: c{number}\n    claim: {}\n    phrasings: [{}]\n",
            all[0],
            all[1..].join(", "),
        );
    }
    ClaimSet::from_yaml("made.yaml", &yaml).expect("claims of made sentences")
}

fn documents(sources: &[Source]) -> Vec<Document> {
    sources.iter().map(|source| Document::new(source.article_text())).collect()
}

fn bytes(documents: &[Document]) -> usize {
    documents.iter().map(|document| document.text().len()).sum()
}

/// Phrasings compiled, and their index.
struct Compiled {
    lexicon: Lexicon,
    phrasings: Vec<Phrasing>,
    index: Index,
}

impl Compiled {
    fn new<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut lexicon = Lexicon::default();
        let phrasings: Vec<Phrasing> = texts
            .into_iter()
            .map(|text| Phrasing::new(text, Setting { claim: text, ..Setting::default() }, &mut lexicon))
            .collect();
        let index = Index::new(phrasings.iter().map(|phrasing| (phrasing, least(phrasing))), lexicon.len());
        Self { lexicon, phrasings, index }
    }

    /// Every wording of the repository's own claims.
    fn of_own() -> Self {
        let claims = own_claims();
        let wordings = claims.claims().iter().flat_map(|claim| {
            std::iter::once(claim.text()).chain(claim.phrasings().iter().map(String::as_str))
        });
        Self::new(wordings)
    }

    fn of_made(count: usize) -> Self {
        Self::new(sentences(count).iter().map(String::as_str))
    }

    fn mark<'d>(&self, documents: &'d [Document]) -> Vec<Marked<'d>> {
        let mut vocabulary = Vocabulary::default();
        documents.iter().map(|document| Marked::new(document, &self.lexicon, &mut vocabulary)).collect()
    }

    /// Every passage of `marked` that is to be aligned, with what it may answer.
    fn passages<'a, 'd>(
        &'a self,
        marked: &'a [Marked<'d>],
    ) -> Vec<(&'a Phrasing, &'a Marked<'d>, Candidate)> {
        let mut passages = Vec::new();
        for article in marked {
            let reached = self.index.reached(article);
            for number in reached.phrasings() {
                let phrasing = &self.phrasings[number];
                let found = candidates_around(phrasing, article, least(phrasing), reached.sentences(number));
                passages.extend(found.into_iter().map(|passage| (phrasing, article, passage)));
            }
        }
        passages
    }
}

/// Numbers, dates, money and all other values of whole articles. The engine looks only where it has to.
mod values {
    use crosscheck::text::Document;
    use crosscheck::value::{Context, recognise};
    use divan::Bencher;
    use divan::counter::BytesCount;

    #[divan::bench]
    fn seeds(bencher: Bencher<'_, '_>) {
        recognised(bencher, &crate::documents(&crate::seeds()));
    }

    #[divan::bench]
    fn made(bencher: Bencher<'_, '_>) {
        recognised(bencher, &crate::documents(&crate::made()));
    }

    fn recognised(bencher: Bencher<'_, '_>, documents: &[Document]) {
        let of_article =
            |document: &Document| recognise(document, 0..document.tokens().len(), Context::default()).len();
        bencher
            .counter(BytesCount::new(crate::bytes(documents)))
            .bench_local(|| documents.iter().map(of_article).sum::<usize>());
    }
}

/// From words to the phrasings that may be found in an article.
mod index {
    use crosscheck::matcher::{Marked, Vocabulary};
    use divan::Bencher;
    use divan::counter::{BytesCount, ItemsCount};

    use crate::Compiled;

    const SIZES: [usize; 2] = [100, 1_000];

    /// Phrasings compiled and indexed, which is done once a run.
    #[divan::bench(args = SIZES, max_time = 2)]
    fn compiled(bencher: Bencher<'_, '_>, phrasings: usize) {
        let sentences = crate::sentences(phrasings);
        bencher
            .counter(ItemsCount::new(phrasings))
            .bench_local(|| Compiled::new(sentences.iter().map(String::as_str)));
    }

    /// The first articles of a run, whose words are all new.
    #[divan::bench(args = SIZES, max_time = 2)]
    fn marked_at_first(bencher: Bencher<'_, '_>, phrasings: usize) {
        let compiled = Compiled::of_made(phrasings);
        let documents = crate::documents(&crate::made());
        bencher
            .counter(BytesCount::new(crate::bytes(&documents)))
            .bench_local(|| compiled.mark(&documents).len());
    }

    /// Articles whose words were met before.
    #[divan::bench(args = SIZES, max_time = 2)]
    fn marked(bencher: Bencher<'_, '_>, phrasings: usize) {
        let compiled = Compiled::of_made(phrasings);
        let documents = crate::documents(&crate::made());
        let mut vocabulary = Vocabulary::default();
        bencher.counter(BytesCount::new(crate::bytes(&documents))).bench_local(|| {
            for document in &documents {
                divan::black_box(Marked::new(document, &compiled.lexicon, &mut vocabulary));
            }
        });
    }

    /// Which phrasings marked articles may answer.
    #[divan::bench(args = SIZES, max_time = 2)]
    fn reached(bencher: Bencher<'_, '_>, phrasings: usize) {
        let compiled = Compiled::of_made(phrasings);
        let documents = crate::documents(&crate::made());
        let marked = compiled.mark(&documents);
        bencher.counter(BytesCount::new(crate::bytes(&documents))).bench_local(|| {
            marked.iter().map(|article| compiled.index.reached(article).phrasings().count()).sum::<usize>()
        });
    }
}

/// From phrasings that may be found to passages, word by word.
mod alignment {
    use crosscheck::matcher::{align, candidates_around};
    use divan::Bencher;
    use divan::counter::ItemsCount;

    use crate::{Compiled, least};

    /// A phrasing and an article that it is looked for in is an item.
    #[divan::bench]
    fn candidates_of_own_case(bencher: Bencher<'_, '_>) {
        let compiled = Compiled::of_own();
        let documents = crate::documents(&crate::seeds());
        let marked = compiled.mark(&documents);
        let reached: Vec<_> = marked
            .iter()
            .flat_map(|article| {
                let reached = compiled.index.reached(article);
                let sentences = |number: usize| reached.sentences(number).collect::<Vec<_>>();
                let phrasing = |number: usize| (&compiled.phrasings[number], article, sentences(number));
                reached.phrasings().map(phrasing).collect::<Vec<_>>()
            })
            .collect();
        assert!(!reached.is_empty(), "the own articles reach none of the own claims");
        bencher.counter(ItemsCount::new(reached.len())).bench_local(|| {
            reached
                .iter()
                .map(|(phrasing, article, sentences)| {
                    let sentences = sentences.iter().copied();
                    candidates_around(phrasing, article, least(phrasing), sentences).len()
                })
                .sum::<usize>()
        });
    }

    /// A passage is an item.
    #[divan::bench]
    fn aligned_in_own_case(bencher: Bencher<'_, '_>) {
        let documents = crate::documents(&crate::seeds());
        aligned(bencher, &Compiled::of_own(), &documents);
    }

    #[divan::bench]
    fn aligned_in_made(bencher: Bencher<'_, '_>) {
        let documents = crate::documents(&crate::made());
        aligned(bencher, &Compiled::of_made(1_000), &documents);
    }

    fn aligned(bencher: Bencher<'_, '_>, compiled: &Compiled, documents: &[crosscheck::text::Document]) {
        let marked = compiled.mark(documents);
        let passages = compiled.passages(&marked);
        assert!(!passages.is_empty(), "there is nothing to align");
        bencher.counter(ItemsCount::new(passages.len())).bench_local(|| {
            passages
                .iter()
                .map(|&(phrasing, article, passage)| align(phrasing, article, passage).coverage)
                .sum::<f64>()
        });
    }
}

/// All of it, reading included: what an article says of every claim.
mod decision {
    use crosscheck::claim::ClaimSet;
    use crosscheck::source::Source;
    use crosscheck::stance::{Engine, judge};
    use divan::Bencher;
    use divan::counter::{BytesCount, ItemsCount};

    /// Articles that speak of the claims.
    #[divan::bench]
    fn spoken(bencher: Bencher<'_, '_>) {
        examined(bencher, &crate::own_claims(), &crate::seeds());
    }

    /// Articles that do not, the claims being few.
    #[divan::bench]
    fn silent(bencher: Bencher<'_, '_>) {
        examined(bencher, &crate::own_claims(), &crate::made());
    }

    /// Articles that do not, the claims being many.
    #[divan::bench(max_time = 2)]
    fn silent_on_a_thousand_phrasings(bencher: Bencher<'_, '_>) {
        examined(bencher, &crate::made_claims(&crate::sentences(1_000)), &crate::made());
    }

    fn examined(bencher: Bencher<'_, '_>, claims: &ClaimSet, sources: &[Source]) {
        let engine = Engine::new(claims);
        let bytes: usize = sources.iter().map(|source| source.article_text().len()).sum();
        bencher
            .counter(BytesCount::new(bytes))
            .bench_local(|| sources.iter().map(|source| engine.spoken(source).len()).sum::<usize>());
    }

    /// A claim against a sentence, as `crosscheck evaluate` does: the own claims against their own phrasings.
    #[divan::bench]
    fn judged(bencher: Bencher<'_, '_>) {
        let claims = crate::own_claims();
        let pairs: Vec<(&str, &str)> = claims
            .claims()
            .iter()
            .flat_map(|claim| claim.phrasings().iter().map(|phrasing| (claim.text(), phrasing.as_str())))
            .collect();
        assert!(!pairs.is_empty(), "no own claim has a phrasing");
        bencher
            .counter(ItemsCount::new(pairs.len()))
            .bench_local(|| pairs.iter().map(|(claim, text)| judge(claim, text).score).sum::<f64>());
    }
}
