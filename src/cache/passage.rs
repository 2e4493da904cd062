//! Evidence as it is written down: without what the text and the claim say already.

use serde::{Deserialize, Serialize};

use crate::attribution::{Attribution, How, Speaker, SpeakerKind};
use crate::claim::Claim;
use crate::span::Span;
use crate::stance::{AlignedWords, ComparedRelation, ComparedValue, Evidence, Stance};

/// A piece of evidence. Every field is written, whether it says something or not: the form names no fields.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Passage<'a> {
    start: usize,
    len: usize,
    line: usize,
    stance: Stance,
    score: Share,
    strength: Share,
    #[serde(borrow)]
    phrasing: Wording<'a>,
    because: &'a str,
    #[serde(borrow)]
    values: Vec<Value<'a>>,
    #[serde(borrow)]
    said_by: Option<Said<'a>>,
    alignment: Vec<Pair>,
}

/// A wording of a claim.
#[derive(Debug, Serialize, Deserialize)]
enum Wording<'a> {
    /// The claim's own sentence.
    Claim,
    /// One of its phrasings, by its place.
    Phrasing(usize),
    /// Part of one.
    Part(&'a str),
}

#[derive(Debug, Serialize, Deserialize)]
struct Value<'a> {
    claimed: &'a str,
    reported: Option<&'a str>,
    relation: ComparedRelation,
}

#[derive(Debug, Serialize, Deserialize)]
struct Said<'a> {
    name: &'a str,
    kind: SpeakerKind,
    title: Option<&'a str>,
    #[serde(borrow)]
    described: Vec<&'a str>,
    of: Option<&'a str>,
    how: How,
    cue: Span,
}

/// A pair of the alignment; the source's words by how far they are from the passage's start.
#[derive(Debug, Serialize, Deserialize)]
struct Pair {
    claimed: usize,
    claimed_len: usize,
    reported: i64,
    reported_len: usize,
    similarity: Share,
    relation: Option<ComparedRelation>,
}

/// A number, mostly one from 0 to 1 to two decimals.
#[derive(Debug, Serialize, Deserialize)]
enum Share {
    Hundredths(u8),
    Other(f64),
}

impl From<f64> for Share {
    fn from(share: f64) -> Self {
        let same = |&hundredths: &u8| (f64::from(hundredths) / 100.0).to_bits() == share.to_bits();
        (0..=100).find(same).map_or(Self::Other(share), Self::Hundredths)
    }
}

impl From<Share> for f64 {
    fn from(share: Share) -> Self {
        match share {
            Share::Hundredths(hundredths) => Self::from(hundredths) / 100.0,
            Share::Other(other) => other,
        }
    }
}

impl<'a> Passage<'a> {
    /// `evidence` for `claim`; `None` where it would not be read as it is.
    pub(super) fn new(evidence: &'a Evidence, claim: &'a Claim) -> Option<Self> {
        let said_by = evidence.attribution.as_ref();
        let named = said_by.map(|said| &said.speaker.name);
        let plain = evidence.speaker.is_none()
            && evidence.carried_from.is_none()
            && evidence.attributed_to.as_ref() == named;
        let start = i64::try_from(evidence.start).ok()?;
        plain.then_some(Self {
            start: evidence.start,
            len: evidence.end.checked_sub(evidence.start)?,
            line: evidence.line,
            stance: evidence.stance,
            score: evidence.score.into(),
            strength: evidence.strength.into(),
            phrasing: Wording::new(&evidence.phrasing, claim),
            because: &evidence.because,
            values: evidence.values.iter().map(Value::new).collect(),
            said_by: said_by.map(Said::new),
            alignment: evidence
                .alignment
                .iter()
                .map(|words| Pair::new(words, start))
                .collect::<Option<_>>()?,
        })
    }

    /// The evidence that it was made of; `None` where that cannot have been evidence of `text` for `claim`.
    pub(super) fn evidence(self, text: &str, claim: &Claim) -> Option<Evidence> {
        let end = self.start.checked_add(self.len)?;
        let phrasing = self.phrasing.text(claim)?;
        let start = i64::try_from(self.start).ok()?;
        let alignment: Option<Vec<AlignedWords>> =
            self.alignment.into_iter().map(|pair| pair.words(start, text, phrasing)).collect();
        let attribution = self.said_by.map(|said| said.attribution(text));
        let attribution = if let Some(found) = attribution { Some(found?) } else { None };
        Some(Evidence {
            quote: text.get(self.start..end)?.to_owned(),
            start: self.start,
            end,
            line: self.line,
            stance: self.stance,
            score: self.score.into(),
            strength: self.strength.into(),
            phrasing: phrasing.to_owned(),
            because: self.because.to_owned(),
            values: self.values.into_iter().map(Value::compared).collect(),
            attributed_to: attribution.as_ref().map(|found| found.speaker.name.clone()),
            speaker: None,
            attribution,
            alignment: alignment?,
            carried_from: None,
        })
    }
}

impl<'a> Wording<'a> {
    fn new(text: &'a str, claim: &Claim) -> Self {
        if text == claim.text() {
            return Self::Claim;
        }
        claim
            .phrasings()
            .iter()
            .position(|phrasing| phrasing == text)
            .map_or(Self::Part(text), Self::Phrasing)
    }

    fn text<'t>(&self, claim: &'t Claim) -> Option<&'t str>
    where
        'a: 't,
    {
        match *self {
            Self::Claim => Some(claim.text()),
            Self::Phrasing(place) => claim.phrasings().get(place).map(String::as_str),
            Self::Part(text) => Some(text),
        }
    }
}

impl<'a> Value<'a> {
    fn new(value: &'a ComparedValue) -> Self {
        Self { claimed: &value.claimed, reported: value.reported.as_deref(), relation: value.relation }
    }

    fn compared(self) -> ComparedValue {
        ComparedValue {
            claimed: self.claimed.to_owned(),
            reported: self.reported.map(str::to_owned),
            relation: self.relation,
        }
    }
}

impl<'a> Said<'a> {
    fn new(said: &'a Attribution) -> Self {
        let Attribution { speaker, how, cue } = said;
        Self {
            name: &speaker.name,
            kind: speaker.kind,
            title: speaker.title.as_deref(),
            described: speaker.described.iter().map(String::as_str).collect(),
            of: speaker.of.as_deref(),
            how: *how,
            cue: *cue,
        }
    }

    fn attribution(self, text: &str) -> Option<Attribution> {
        text.get(self.cue.start..self.cue.end)?;
        let speaker = Speaker {
            name: self.name.to_owned(),
            kind: self.kind,
            title: self.title.map(str::to_owned),
            described: self.described.into_iter().map(str::to_owned).collect(),
            of: self.of.map(str::to_owned),
        };
        Some(Attribution { speaker, how: self.how, cue: self.cue })
    }
}

impl Pair {
    fn new(words: &AlignedWords, start: i64) -> Option<Self> {
        Some(Self {
            claimed: words.claimed.start,
            claimed_len: words.claimed.end.checked_sub(words.claimed.start)?,
            reported: i64::try_from(words.reported.start).ok()? - start,
            reported_len: words.reported.end.checked_sub(words.reported.start)?,
            similarity: words.similarity.into(),
            relation: words.relation,
        })
    }

    fn words(self, start: i64, text: &str, phrasing: &str) -> Option<AlignedWords> {
        let within = |text: &str, start: usize, len: usize| {
            let span = Span::new(start, start.checked_add(len)?);
            text.get(span.start..span.end).map(|_| span)
        };
        let reported = usize::try_from(start.checked_add(self.reported)?).ok()?;
        Some(AlignedWords {
            claimed: within(phrasing, self.claimed, self.claimed_len)?,
            reported: within(text, reported, self.reported_len)?,
            similarity: self.similarity.into(),
            relation: self.relation,
        })
    }
}
