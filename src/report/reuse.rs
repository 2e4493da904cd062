//! Which sources share text, by their ids, and where.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reuse::rewrite::Rewrite;
use crate::reuse::{Kind, PassageStanding, SharedPassage, SharedText};
use crate::source::Metadata;
use crate::span::Span;

use super::build::Examined;

/// How two sources share text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sharing {
    /// One carries most of the other, or both carry most of a third.
    Copy,
    /// One retells the other, sentence by sentence, in other words.
    Rewrite,
    /// They share passages.
    Passages,
    /// They share quotations only: the same speaker, and no copied text.
    Quotations,
}

impl Sharing {
    /// The word for it in reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::Rewrite => "rewrite",
            Self::Passages => "passages",
            Self::Quotations => "quotations",
        }
    }
}

/// Two sources that share text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportReuse {
    /// One source, by id; it is the first in the order of the report.
    pub a: String,
    /// The other.
    pub b: String,
    /// How they share it.
    pub how: Sharing,
    /// How many words stand in shared passages, those in quotations left out.
    pub words: usize,
    /// The share of the words of `a` that do, 0 to 1, to two decimals. Of a rewrite, the share of what the shorter of the
    /// two tells that is told by the other.
    pub of_a: f64,
    /// The same of `b`.
    pub of_b: f64,
    /// The share of the words of both together that stand in shared passages, 0 to 1. Of a rewrite, how alike the two are
    /// in what they tell and in what order.
    pub resemblance: f64,
    /// Whom both credit, or who is credited by the other: an agency, an outlet.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub credit: Option<String>,
    /// The passages, in the order of `a`; of a rewrite, sentence beside sentence.
    pub passages: Vec<ReportPassage>,
}

/// A passage that two sources share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportPassage {
    /// Where it stands in the text of `a`, as bytes of UTF-8.
    pub a: Span,
    /// Where it stands in the text of `b`.
    pub b: Span,
    /// How many words they share; 0 in a rewrite, where it is retold.
    pub words: usize,
    /// Whether it is a quotation in both.
    pub quoted: bool,
}

/// To two decimals.
fn round(share: f64) -> f64 {
    (100.0 * share).round() / 100.0
}

/// How the sources that were `examined` share text: what they `shared` word by word, and the `rewrites` among them. A copy
/// is no rewrite.
pub(super) fn found(examined: &[Examined], shared: &[SharedText], rewrites: &[Rewrite]) -> Vec<ReportReuse> {
    let ends = |a: usize, b: usize| Some((examined.get(a)?, examined.get(b)?));
    let mut found: BTreeMap<(usize, usize), ReportReuse> = BTreeMap::new();
    for one in shared {
        let reuse = ends(one.a, one.b).and_then(|(a, b)| ReportReuse::of(one, a, b));
        found.extend(reuse.map(|reuse| ((one.a, one.b), reuse)));
    }
    for one in rewrites {
        let Some((a, b)) = ends(one.a, one.b) else { continue };
        let retold = ReportReuse::retold(one, a, b);
        let kept = found.entry((one.a, one.b)).or_insert_with(|| retold.clone());
        if kept.how != Sharing::Copy {
            *kept = retold;
        }
    }
    found.into_values().collect()
}

impl ReportPassage {
    /// `None` for what pages carry around an article.
    fn of(shared: &SharedPassage) -> Option<Self> {
        let SharedPassage { a, b, words, standing, .. } = *shared;
        (standing != PassageStanding::Furniture).then(|| Self { a, b, words, quoted: standing.is_quoted() })
    }
}

impl ReportReuse {
    /// That of `a` and `b` one retells the other.
    fn retold(rewrite: &Rewrite, a: &Examined, b: &Examined) -> Self {
        let credit = a.credit_shared_with(b);
        let passage = |&(a, b): &(Span, Span)| ReportPassage { a, b, words: 0, quoted: false };
        Self {
            a: a.source.id.clone(),
            b: b.source.id.clone(),
            how: Sharing::Rewrite,
            words: 0,
            of_a: round(rewrite.share),
            of_b: round(rewrite.share),
            resemblance: round(rewrite.likeness),
            credit: credit.map(|credit| credit.name.clone()),
            passages: rewrite.pairs.iter().map(passage).collect(),
        }
    }

    /// What the sources `a` and `b` share; `None` where that is nothing to speak of: a phrase, or what pages
    /// carry around an article.
    pub(super) fn of(shared: &SharedText, a: &Examined, b: &Examined) -> Option<Self> {
        let credit = a.credit_shared_with(b);
        let how = match shared.kind(credit.is_some()) {
            Kind::Copy => Sharing::Copy,
            Kind::Part => Sharing::Passages,
            Kind::Quotation => Sharing::Quotations,
            Kind::Phrase | Kind::Furniture => return None,
        };
        let passages: Vec<ReportPassage> = shared.passages.iter().filter_map(ReportPassage::of).collect();
        Some(Self {
            a: a.source.id.clone(),
            b: b.source.id.clone(),
            how,
            words: passages.iter().filter(|one| !one.quoted).map(|one| one.words).sum(),
            of_a: round(shared.of_a),
            of_b: round(shared.of_b),
            resemblance: round(shared.resemblance),
            credit: credit.map(|credit| credit.name.clone()),
            passages,
        })
    }

    /// The same with the lower id first.
    fn turned(mut self) -> Self {
        if self.a <= self.b {
            return self;
        }
        std::mem::swap(&mut self.a, &mut self.b);
        std::mem::swap(&mut self.of_a, &mut self.of_b);
        self.passages.iter_mut().for_each(|passage| std::mem::swap(&mut passage.a, &mut passage.b));
        self.passages.sort_by_key(|passage| passage.a);
        self
    }
}

/// Who shares text with whom.
pub(super) struct Reuse {
    pub(super) pairs: Vec<ReportReuse>,
    /// For each source, the others it shares text with, as indices into the report's sources and into `pairs`.
    of: Vec<Vec<(usize, usize, End)>>,
}

/// Which of a pair a source is.
#[derive(Clone, Copy)]
enum End {
    A,
    B,
}

/// What a source shares with another.
pub(super) struct Shared<'a> {
    pub(super) other: usize,
    pair: &'a ReportReuse,
    end: End,
}

impl Reuse {
    /// Of `pairs` of some of `sources`, which are in order of their ids; each pair is turned and they are sorted as these
    /// are.
    pub(super) fn new(pairs: Vec<ReportReuse>, sources: &[Metadata]) -> Self {
        let number = |id: &str| sources.binary_search_by(|source| source.id.as_str().cmp(id)).ok();
        let mut numbered: Vec<(usize, usize, ReportReuse)> = pairs
            .into_iter()
            .map(ReportReuse::turned)
            .filter_map(|pair| Some((number(&pair.a)?, number(&pair.b)?, pair)))
            .collect();
        numbered.sort_by_key(|(a, b, _)| (*a, *b));
        let mut of = vec![Vec::new(); sources.len()];
        for (at, (a, b, _)) in numbered.iter().enumerate() {
            of[*a].push((*b, at, End::A));
            of[*b].push((*a, at, End::B));
        }
        Self { pairs: numbered.into_iter().map(|(_, _, pair)| pair).collect(), of }
    }

    /// What `source` shares with each other source.
    pub(super) fn of(&self, source: usize) -> impl Iterator<Item = Shared<'_>> {
        let of = self.of.get(source).map_or(&[][..], Vec::as_slice);
        of.iter().map(|&(other, at, end)| Shared { other, pair: &self.pairs[at], end })
    }
}

impl Shared<'_> {
    /// Whether all of the one counts as the other's: a copy, or a rewrite.
    pub(super) fn is_whole(&self) -> bool {
        matches!(self.pair.how, Sharing::Copy | Sharing::Rewrite)
    }

    /// Whether most of `place` in the one source stands in a passage that it shares, and not as a quotation.
    pub(super) fn holds(&self, place: Span) -> bool {
        let passages = self.pair.passages.iter().filter(|passage| !passage.quoted);
        let own = passages.map(|passage| match self.end {
            End::A => passage.a,
            End::B => passage.b,
        });
        let covered: usize =
            own.map(|own| own.end.min(place.end).saturating_sub(own.start.max(place.start))).sum();
        2 * covered >= place.end - place.start && place.end > place.start
    }
}
