//! What sources say of a claim, packed.
//!
//! A large report has a hundred thousand cells: evidence goes into the page as lists of numbers, whose order
//! `web/src/packed.ts` knows.

use serde::Serialize;
use serde::ser::{SerializeTuple, Serializer};

use super::index::Index;
use super::offsets::Utf16;
use super::strings::Strings;
use crate::attribution::How;
use crate::report::{ReportClaim, ReportRuling, SourceStance, Texts};
use crate::source::Metadata;
use crate::span::Span;
use crate::stance::{AlignedWords, ComparedRelation, ComparedValue, Evidence, Stance};

/// What one source says of a claim: source, stance, score, evidence, and what not every cell has.
#[derive(Debug)]
pub(super) struct Cell<'a> {
    source: usize,
    stance: Stance,
    score: f64,
    evidence: Vec<Item<'a>>,
    more: CellMore<'a>,
}

#[derive(Debug, Default, Serialize)]
struct CellMore<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    ruling: Option<&'a ReportRuling>,
    /// How many pieces of evidence the page has no room for.
    #[serde(skip_serializing_if = "Option::is_none")]
    left: Option<usize>,
}

/// A piece of evidence.
#[derive(Debug)]
struct Item<'a> {
    at: [usize; 2],
    stance: Stance,
    score: f64,
    phrasing: usize,
    because: usize,
    values: Vec<(usize, Option<usize>, ComparedRelation)>,
    words: Vec<Words>,
    more: ItemMore<'a>,
}

/// What not every piece of evidence has.
#[derive(Debug, Default, Serialize)]
struct ItemMore<'a> {
    /// Its words and their line, where its source's text was not kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    quote: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    how: Option<How>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cue: Option<[usize; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<usize>,
}

/// Which words of the phrasing and of the text answer one another.
#[derive(Debug)]
struct Words {
    claimed: [usize; 2],
    reported: [usize; 2],
    alike: u8,
}

/// From here on what tells how alike words are is a relation of values.
const VALUE: u8 = 101;

/// Makes cells of what sources say.
pub(super) struct CellWriter<'w, 'a> {
    pub(super) texts: &'a Texts,
    pub(super) index: &'w Index<'a>,
    /// Of the sources' texts, in their order.
    pub(super) offsets: &'w [Utf16],
    pub(super) strings: &'w mut Strings<'a>,
    /// Whether there is room only for the best evidence on each side that a source takes, and of its alignment only for
    /// values.
    pub(super) brief: bool,
}

impl<'a> CellWriter<'_, 'a> {
    /// What `sources` say of `claim`; those that are silent, and not ruled on, are left out.
    pub(super) fn cells(&mut self, sources: &'a [Metadata], claim: &'a ReportClaim) -> Vec<Cell<'a>> {
        let stances = sources.iter().zip(&claim.stances).enumerate();
        let told = stances.filter(|(_, (_, one))| one.stance != Stance::Silent || one.ruling.is_some());
        told.map(|(at, (source, one))| self.cell(at, source, one)).collect()
    }

    fn cell(&mut self, source: usize, metadata: &Metadata, stance: &'a SourceStance) -> Cell<'a> {
        let text = self.texts.of(&metadata.id).map(|kept| kept.text.as_str());
        let brief = self.brief;
        let kept = stance.evidence.iter().filter(|one| !brief || is_telling(stance, one));
        let evidence: Vec<Item<'a>> = kept.map(|one| self.item(source, text, one)).collect();
        let left = stance.evidence.len() - evidence.len();
        Cell {
            source,
            stance: stance.stance,
            score: stance.score,
            evidence,
            more: CellMore { ruling: stance.ruling.as_ref(), left: (left > 0).then_some(left) },
        }
    }

    fn item(&mut self, source: usize, text: Option<&str>, evidence: &'a Evidence) -> Item<'a> {
        let offsets = self.offsets;
        let place = |span: Span| offsets.get(source).map_or([0, 0], |offsets| offsets.span(span));
        let is_kept =
            text.is_some_and(|text| text.get(evidence.start..evidence.end) == Some(&evidence.quote));
        let in_phrasing = Utf16::new(&evidence.phrasing);
        let words = |one: &AlignedWords| Words {
            claimed: in_phrasing.span(one.claimed),
            reported: place(one.reported),
            alike: one
                .relation
                .map_or_else(|| percent(one.similarity), |relation| VALUE + place_of(relation)),
        };
        let brief = self.brief;
        let aligned = evidence.alignment.iter().filter(|one| is_kept && (!brief || one.relation.is_some()));
        Item {
            at: place(Span::new(evidence.start, evidence.end)),
            stance: evidence.stance,
            score: evidence.score,
            phrasing: self.strings.index(&evidence.phrasing),
            because: self.strings.index(&evidence.because),
            values: self.values(&evidence.values),
            words: aligned.map(words).collect(),
            more: ItemMore {
                quote: (!is_kept).then_some(&evidence.quote),
                line: (!is_kept).then_some(evidence.line),
                by: evidence.attributed_to.as_deref().map(|by| self.strings.index(by)),
                speaker: evidence.speaker.as_deref().and_then(|name| self.index.speaker(name)),
                how: evidence.attribution.as_ref().map(|one| one.how),
                cue: evidence.attribution.as_ref().filter(|_| is_kept).map(|one| place(one.cue)),
                from: evidence.carried_from.as_deref().and_then(|id| self.index.claim(id)),
            },
        }
    }

    fn values(&mut self, values: &'a [ComparedValue]) -> Vec<(usize, Option<usize>, ComparedRelation)> {
        let value = |one: &'a ComparedValue| {
            let claimed = self.strings.index(&one.claimed);
            (claimed, one.reported.as_deref().map(|words| self.strings.index(words)), one.relation)
        };
        values.iter().map(value).collect()
    }
}

/// Whether it is the best on a side that the source takes.
fn is_telling(stance: &SourceStance, evidence: &Evidence) -> bool {
    stance.best(evidence.stance).is_some_and(|best| std::ptr::eq(best, evidence))
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let more = self.more.ruling.is_some() || self.more.left.is_some();
        let mut tuple = serializer.serialize_tuple(4 + usize::from(more))?;
        tuple.serialize_element(&self.source)?;
        tuple.serialize_element(&place_of_stance(self.stance))?;
        tuple.serialize_element(&percent(self.score))?;
        tuple.serialize_element(&self.evidence)?;
        if more {
            tuple.serialize_element(&self.more)?;
        }
        tuple.end()
    }
}

impl Serialize for Item<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let [start, end] = self.at;
        let more = self.more.quote.is_some() || self.more.by.is_some() || self.more.from.is_some();
        let mut tuple = serializer.serialize_tuple(8 + usize::from(more))?;
        for number in [start, end - start] {
            tuple.serialize_element(&number)?;
        }
        tuple.serialize_element(&place_of_stance(self.stance))?;
        tuple.serialize_element(&percent(self.score))?;
        tuple.serialize_element(&self.phrasing)?;
        tuple.serialize_element(&self.because)?;
        tuple.serialize_element(
            &self.values.iter().flat_map(|one| numbers_of_value(*one)).collect::<Vec<_>>(),
        )?;
        let words = self.words.iter().flat_map(|words| numbers_of_words(words, start));
        tuple.serialize_element(&words.collect::<Vec<_>>())?;
        if more {
            tuple.serialize_element(&self.more)?;
        }
        tuple.end()
    }
}

fn numbers_of_value((claimed, reported, relation): (usize, Option<usize>, ComparedRelation)) -> [i64; 3] {
    [signed(claimed), reported.map_or(-1, signed), i64::from(place_of(relation))]
}

/// The place in the text counts from the quote's start.
fn numbers_of_words(words: &Words, quote: usize) -> [i64; 5] {
    let Words { claimed: [from, to], reported: [start, end], alike } = *words;
    [signed(from), signed(to - from), signed(start) - signed(quote), signed(end - start), i64::from(alike)]
}

fn signed(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Its place in the page's list of stances.
const fn place_of_stance(stance: Stance) -> u8 {
    match stance {
        Stance::Supports => 0,
        Stance::Contradicts => 1,
        Stance::Mixed => 2,
        Stance::Unclear => 3,
        Stance::Silent => 4,
    }
}

/// Its place in the page's list of relations.
const fn place_of(relation: ComparedRelation) -> u8 {
    match relation {
        ComparedRelation::Equal => 0,
        ComparedRelation::Within => 1,
        ComparedRelation::Wider => 2,
        ComparedRelation::Overlaps => 3,
        ComparedRelation::Conflicts => 4,
        ComparedRelation::Missing => 5,
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn percent(share: f64) -> u8 {
    (100.0 * share.clamp(0.0, 1.0)).round() as u8
}
