//! All sources together.

use super::candidates::{self, Fingerprint, NEIGHBOURS};
use super::places::Places;
use super::prepared::Prepared;
use super::standing::Standings;
use super::vocabulary::{Vocabulary, number};
use super::{SharedText, pair};

/// What is kept of each source, in the order in which they were added.
///
/// ```
/// use crosscheck::reuse::{Index, Kind, Prepared};
/// use crosscheck::span::Span;
///
/// let story = "The lifeboat was launched at first light after a fishing crew reported that they had seen a red flare \
///              to the west of the island and lost sight of a small yacht shortly afterwards.";
/// let mut index = Index::default();
/// for text in [story.to_owned(), "Nobody was hurt.".to_owned(), format!("(AP) {story}")] {
///     index.add(Prepared::new(&text, Span::new(0, text.len()), &[]));
/// }
/// let shared = index.shared();
/// assert_eq!(shared.len(), 1);
/// assert_eq!((shared[0].a, shared[0].b, shared[0].kind(false)), (0, 2, Kind::Copy));
/// ```
#[derive(Debug, Default)]
pub struct Index {
    /// Every word of every source. Sources are compared by the numbers of their words, so that what is found to be
    /// shared never differs in a word, whatever hashes collide.
    vocabulary: Vocabulary,
    sources: Vec<Indexed>,
    fingerprints: Vec<Fingerprint>,
}

/// What is kept of a source.
#[derive(Debug)]
pub(super) struct Indexed {
    pub(super) words: Box<[u32]>,
    pub(super) content: u64,
    pub(super) places: Places,
    pub(super) standings: Standings,
}

impl Index {
    /// Adds the next source; its number is the count of those before it.
    pub fn add(&mut self, source: Prepared) {
        let number_of = |(word, hash)| self.vocabulary.number_of(word, hash);
        let numbers: Vec<u32> = source.vocabulary.iter().map(number_of).collect();
        let words = source.words.iter().filter_map(|&word| numbers.get(word as usize).copied()).collect();
        let index = number(self.sources.len());
        let fingerprints = source.fingerprints.into_iter();
        self.fingerprints.extend(fingerprints.map(|(hash, at)| Fingerprint { hash, source: index, at }));
        self.sources.push(Indexed {
            words,
            content: source.content,
            places: source.places,
            standings: source.standings,
        });
    }

    /// Which sources share text, ordered by their numbers.
    ///
    /// Every two sources that share a passage of [`ALWAYS_FOUND`](super::ALWAYS_FOUND) words or more are among them,
    /// unless the passage is carried by more than [`NEIGHBOURS`](super::NEIGHBOURS)` + 1` sources: of these, each is
    /// held against that many which go on most alike, so that all who carry it are connected through others who do, and
    /// 10,000 sources with one note on cookies do not make 50 million pairs.
    #[must_use]
    pub fn shared(self) -> Vec<SharedText> {
        let Self { vocabulary, sources, fingerprints } = self;
        let (pairs, spread) = candidates::find(fingerprints, &sources, &vocabulary);
        drop(vocabulary);
        with_identical(pair::compare(pairs, &sources, &spread), &sources)
    }
}

/// Adds to what sources share, which is in order, that some are the same text, be it too short to be found by its
/// fingerprints. Of many that are, each is told beside so many before it as [`NEIGHBOURS`] says.
fn with_identical(mut found: Vec<SharedText>, sources: &[Indexed]) -> Vec<SharedText> {
    let mut by_words: Vec<usize> = (0..sources.len()).filter(|&at| !sources[at].words.is_empty()).collect();
    let order = |at: &usize| (sources[*at].content, &sources[*at].words, *at);
    by_words.sort_by(|a, b| order(a).cmp(&order(b)));
    let known = found.len();
    for (at, &b) in by_words.iter().enumerate() {
        let before = &by_words[at.saturating_sub(NEIGHBOURS)..at];
        for &a in before.iter().rev().take_while(|&&a| sources[a].words == sources[b].words) {
            match found[..known].binary_search_by_key(&(a, b), |one| (one.a, one.b)) {
                Ok(at) => found[at] = SharedText::identical(a, b, std::mem::take(&mut found[at].passages)),
                Err(_) => {
                    found.push(SharedText::identical(a, b, vec![pair::whole(&sources[a], &sources[b])]));
                }
            }
        }
    }
    found.sort_by_key(|one| (one.a, one.b));
    found
}
