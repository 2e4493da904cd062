//! What the page is given: the report, made compact. `web/src/packed.ts` says what its fields are.
//!
//! Claims, sources, outlets, questions and speakers stand for themselves as indices into their lists, quotes as places in
//! the texts, and places count UTF-16 code units, as JavaScript's strings do.

use serde::Serialize;

use super::cell::{Cell, CellWriter};
use super::index::Index;
use super::offsets::Utf16;
use super::strings::Strings;
use crate::attribution::SpeakerKind;
use crate::export::account;
use crate::export::edition::Edition;
use crate::report::{
    OutletPair, Report, ReportClaim, ReportOrigin, ReportPassage, ReportQuestion, ReportReuse,
    ReportSettings, ReportSpeaker, Sharing, Summary, UnlistedAnswer, bounds,
};
use crate::source::Metadata;
use crate::span::Span;
use crate::stance::Stance;
use crate::verdict::Verdict;

#[derive(Debug, Serialize)]
pub(super) struct Data<'a> {
    format: &'a str,
    engine: &'a str,
    settings: ReportSettings,
    summary: &'a Summary,
    outlets: Vec<&'a str>,
    sources: Vec<Source<'a>>,
    /// The sources in order of publication, those without a date last.
    order: Vec<usize>,
    questions: Vec<Question<'a>>,
    claims: Vec<Claim<'a>>,
    speakers: Vec<Speaker<'a>>,
    reuse: Vec<Reuse>,
    pairs: Vec<Pair>,
    structure: Structure,
    unlisted: Vec<Unlisted>,
    /// Whether it has only the best evidence, and words on words only for values.
    brief: bool,
    strings: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct Source<'a> {
    outlet: usize,
    #[serde(flatten)]
    head: Head<'a>,
    text: &'a str,
    article: [usize; 2],
}

#[derive(Debug, Serialize)]
struct Head<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    file: String,
    sha256: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Question<'a> {
    question: &'a str,
    claims: Vec<usize>,
    compatible: bool,
}

#[derive(Debug, Serialize)]
struct Claim<'a> {
    id: &'a str,
    question: usize,
    claim: &'a str,
    file: String,
    line: usize,
    verdict: Verdict,
    origins: usize,
    outlets: usize,
    origin_groups: Vec<OriginGroup>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dispute: Option<Dispute>,
    rivals: Vec<usize>,
    implies: Vec<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    cells: Vec<Cell<'a>>,
}

#[derive(Debug, Serialize)]
struct OriginGroup {
    side: Stance,
    number: usize,
    outlets: Vec<usize>,
    sources: Vec<usize>,
    why: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Dispute {
    notes: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Speaker<'a> {
    name: &'a str,
    kind: SpeakerKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    names: &'a [String],
    sources: Vec<usize>,
}

#[derive(Debug, Serialize)]
struct Reuse {
    a: usize,
    b: usize,
    how: Sharing,
    of_a: f64,
    of_b: f64,
    passages: Vec<Passage>,
}

#[derive(Debug, Serialize)]
struct Passage {
    a: [usize; 2],
    b: [usize; 2],
    words: usize,
    quoted: bool,
}

#[derive(Debug, Serialize)]
struct Pair {
    a: usize,
    b: usize,
    agree: Vec<usize>,
    independent: Vec<usize>,
    contradict: Vec<usize>,
}

#[derive(Debug, Serialize)]
struct Structure {
    groups: Vec<Vec<usize>>,
    camps: Vec<Vec<usize>>,
}

/// An answer that no claim carries: question, source, answer, where its words stand and how many there are.
#[derive(Debug, Serialize)]
struct Unlisted([usize; 5]);

/// With more evidence than this, the page has only the best on each side that a source takes: a browser is to open it at once.
const ROOM: usize = 40_000;

impl<'a> Data<'a> {
    pub(super) fn new(edition: &Edition<'a>) -> Self {
        let report = edition.report;
        let index = Index::new(report);
        let offsets: Vec<Utf16> =
            report.sources.iter().map(|source| Utf16::new(text_of(edition, source))).collect();
        let mut strings = Strings::default();
        let evidence = report.claims.iter().flat_map(|claim| &claim.stances).map(|one| one.evidence.len());
        let brief = evidence.sum::<usize>() > ROOM;
        let mut writer = CellWriter {
            texts: edition.texts,
            index: &index,
            offsets: &offsets,
            strings: &mut strings,
            brief,
        };
        let claims: Vec<Claim<'_>> = report
            .claims
            .iter()
            .map(|claim| {
                let cells = writer.cells(&report.sources, claim);
                Claim::new(edition, &index, claim, cells)
            })
            .collect();
        let unlisted = report.unlisted.iter();
        let unlisted =
            unlisted.filter_map(|one| Unlisted::new(edition, &index, &offsets, &mut strings, one)).collect();
        Self {
            claims,
            unlisted,
            brief,
            order: in_order_of_publication(&report.sources),
            format: &report.format,
            engine: &report.engine,
            settings: report.settings,
            summary: &report.summary,
            sources: report
                .sources
                .iter()
                .zip(&offsets)
                .map(|(one, at)| Source::new(edition, &index, one, at))
                .collect(),
            questions: report.questions.iter().map(|one| Question::new(&index, one)).collect(),
            speakers: report.speakers.iter().map(|one| Speaker::new(&index, one)).collect(),
            reuse: report.reuse.iter().filter_map(|one| Reuse::new(&index, &offsets, one)).collect(),
            pairs: report.outlets.iter().filter_map(|one| Pair::new(&index, one)).collect(),
            structure: Structure::new(&index, report),
            outlets: index.outlets(),
            strings: strings.finish(),
        }
    }
}

/// The text of `source`; empty where it was not kept.
fn text_of<'a>(edition: &Edition<'a>, source: &Metadata) -> &'a str {
    edition.texts.of(&source.id).map_or("", |kept| kept.text.as_str())
}

impl<'a> Source<'a> {
    fn new(edition: &Edition<'a>, index: &Index<'_>, source: &'a Metadata, offsets: &Utf16) -> Self {
        let kept = edition.texts.of(&source.id);
        Self {
            outlet: index.outlet(&source.outlet).unwrap_or_default(),
            head: Head {
                id: &source.id,
                title: source.title.as_deref(),
                published: source.published.as_deref(),
                url: source.url.as_deref(),
                file: edition.source_file(source),
                sha256: &source.sha256,
                note: source.note.as_deref(),
            },
            text: text_of(edition, source),
            article: kept.map_or([0, 0], |kept| offsets.span(kept.article)),
        }
    }
}

impl<'a> Question<'a> {
    fn new(index: &Index<'_>, question: &'a ReportQuestion) -> Self {
        Self {
            question: &question.question,
            claims: index.claims(&question.claims),
            compatible: question.compatible,
        }
    }
}

impl<'a> Claim<'a> {
    fn new(edition: &Edition<'a>, index: &Index<'_>, claim: &'a ReportClaim, cells: Vec<Cell<'a>>) -> Self {
        let notes = account::sides(edition.report, claim);
        Self {
            id: &claim.id,
            question: index.question_of(&claim.id).unwrap_or_default(),
            claim: &claim.claim,
            file: edition.claim_file(claim),
            line: claim.line,
            verdict: claim.verdict,
            origins: claim.origins,
            outlets: claim.outlets,
            origin_groups: claim.origin_groups.iter().map(|one| OriginGroup::new(index, one)).collect(),
            dispute: (!notes.is_empty()).then_some(Dispute { notes }),
            rivals: index.claims(&claim.rivals),
            implies: index.claims(&claim.implies),
            note: claim.note.as_deref(),
            cells,
        }
    }
}

impl OriginGroup {
    fn new(index: &Index<'_>, origin: &ReportOrigin) -> Self {
        let because = origin.because();
        Self {
            side: origin.side,
            number: origin.number,
            outlets: origin.outlets.iter().filter_map(|name| index.outlet(name)).collect(),
            sources: origin.sources.iter().filter_map(|id| index.source(id)).collect(),
            why: if because.is_empty() { Vec::new() } else { vec![because] },
        }
    }
}

impl<'a> Speaker<'a> {
    fn new(index: &Index<'_>, speaker: &'a ReportSpeaker) -> Self {
        Self {
            name: &speaker.name,
            kind: speaker.kind,
            description: speaker.description.as_deref(),
            names: &speaker.names,
            sources: speaker.sources.iter().filter_map(|id| index.source(id)).collect(),
        }
    }
}

impl Reuse {
    fn new(index: &Index<'_>, offsets: &[Utf16], reuse: &ReportReuse) -> Option<Self> {
        let (a, b) = (index.source(&reuse.a)?, index.source(&reuse.b)?);
        let (in_a, in_b) = (offsets.get(a)?, offsets.get(b)?);
        let passage = |one: &ReportPassage| Passage {
            a: in_a.span(one.a),
            b: in_b.span(one.b),
            words: one.words,
            quoted: one.quoted,
        };
        let passages = reuse.passages.iter().map(passage).collect();
        Some(Self { a, b, how: reuse.how, of_a: reuse.of_a, of_b: reuse.of_b, passages })
    }
}

impl Pair {
    fn new(index: &Index<'_>, pair: &OutletPair) -> Option<Self> {
        Some(Self {
            a: index.outlet(&pair.a)?,
            b: index.outlet(&pair.b)?,
            agree: index.claims(&pair.agree),
            independent: index.claims(&pair.independent),
            contradict: pair.contradict.iter().filter_map(|one| index.claim(&one.claim)).collect(),
        })
    }
}

impl Structure {
    fn new(index: &Index<'_>, report: &Report) -> Self {
        let outlets = |names: &Vec<String>| names.iter().filter_map(|name| index.outlet(name)).collect();
        Self {
            groups: report.structure.groups.iter().map(outlets).collect(),
            camps: report.structure.camps.iter().map(outlets).collect(),
        }
    }
}

impl Unlisted {
    fn new<'a>(
        edition: &Edition<'a>,
        index: &Index<'_>,
        offsets: &[Utf16],
        strings: &mut Strings<'a>,
        unlisted: &'a UnlistedAnswer,
    ) -> Option<Self> {
        let question = index.question(&unlisted.question)?;
        let source = index.source(&unlisted.source)?;
        let text = edition.texts.of(&unlisted.source)?.text.as_str();
        let line = |at: usize| text.as_bytes()[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
        let mut places = text.match_indices(unlisted.quote.as_str()).map(|(at, _)| at);
        let start = places.find(|&at| line(at) == unlisted.line)?;
        let [start, end] = offsets.get(source)?.span(Span::new(start, start + unlisted.quote.len()));
        let answer = strings.index(&unlisted.answer);
        Some(Self([question, source, answer, start, end - start]))
    }
}

/// The sources in order of publication, those without a date last.
fn in_order_of_publication(sources: &[Metadata]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..sources.len()).collect();
    order.sort_by_cached_key(|&at| {
        let published = sources.get(at).and_then(|source| source.published.as_deref());
        (published.is_none(), published.map(bounds))
    });
    order
}
