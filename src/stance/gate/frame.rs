//! Does the passage say what the phrasing says, its values left out?

use crate::english;
use crate::matcher::{Answer, FrameWord, Likeness};
use crate::stance::Settings;
use crate::stance::cue::CueKind;
use crate::stance::figure::{Figures, cohesion, of_frame, said_and_named};
use crate::stance::held::Held;
use crate::stance::weights::{RELATED, SUPPORTS};
use crate::text::Document;
use crate::value::{Mention, only_tells_level};

use super::direction::{self, Told};
use super::grammar;
use super::hedge::is_of_infinitive;
use super::pairing::is_telling;
use super::{Effect, Found, Gate, filler, opposite};

/// From this share on all of it is answered.
const ALL: f64 = 0.995;

/// Below this share it supports nothing.
pub(super) const SAYS: f64 = 0.55;

/// The least share of what is said, names left out, that such a passage has in its own words.
pub(super) const SAID: f64 = 0.15;

/// From this likelihood on a passage bears on a phrasing of which it has less.
const SURELY_RELATED: f64 = 0.45;

/// From this likelihood on a passage says what the phrasing says.
const LIKELY: f64 = 0.45;

/// The share that must be answered of the words that tell the claim from its rivals.
const DISTINCTIVE: f64 = 0.5;

/// The share of its question's words that a phrasing too light to stand alone needs near it.
const CONTEXT: f64 = 0.15;

/// A word that carries this share of the phrasing must be answered for the passage to support it.
const TELLING: f64 = 0.4;

/// The same for a verb: what is said of the rest.
const TELLING_VERB: f64 = 0.3;

/// The same for what the claim says of its subject, where no value agrees: a passage about the same people and things that has
/// no word for it may say anything of them.
const TELLING_PREDICATE: f64 = 0.2;

/// The same in a text of several sentences, which tells much of the same people and things.
const TELLING_AMONG_MUCH: f64 = 0.12;

/// From so many sentences on a text tells much.
const MUCH: usize = 3;

/// How much of the score is for the answers standing together rather than apart.
const COHESION: f64 = 0.5;

/// How much of it is for what the text has anywhere.
const KNOWN: f64 = 0.05;

/// A text of at least so many sentences is an article, not a snippet of one.
const ARTICLE_SENTENCES: usize = 8;

/// From this weight on a word is missed if an article has it nowhere.
const UNHEARD_OF: f64 = 0.5;

/// What two sums of the same weights may differ by.
pub(super) const SLACK: f64 = 1e-9;

/// What a value that agrees adds to what a passage covers, being a telling word itself.
const VALUE: f64 = 0.7;

/// The same for a number that hardly turns up by chance: few words are as telling.
const TELLING_VALUE: f64 = 3.0;

/// The values of a phrasing that agree with a passage's.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::stance) struct Agreement {
    /// How many there are.
    pub(in crate::stance) count: usize,
    /// How many of them are no dates: that it was in May does not say what was.
    pub(in crate::stance) undated: usize,
    /// What they add to what the passage covers.
    pub(in crate::stance) weight: f64,
}

impl Agreement {
    /// Of `claimed`, values of a phrasing.
    pub(in crate::stance) fn of<'a>(claimed: impl IntoIterator<Item = &'a Mention>) -> Self {
        claimed.into_iter().fold(Self::default(), |all, mention| {
            let telling = !mention.value.weak
                && !mention.value.kind.is_dated()
                && mention.value.number().is_some_and(is_telling);
            let weight = if telling { TELLING_VALUE } else { VALUE };
            let undated = all.undated + usize::from(!mention.value.kind.is_dated());
            Self { count: all.count + 1, undated, weight: all.weight + weight }
        })
    }
}

/// How the passage stands to the phrasing, its frame left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It has all its values and names.
    Undisputed,
    /// It lacks some, or has others.
    Disputed,
    /// It says the reverse, word for word.
    Reversed,
}

/// Asks; `agreeing` of the phrasing's values agree with the passage's, to which it stands so. Of its words for which way a value
/// went, `told` are answered in other words.
pub(super) fn ask(held: &Held<'_>, agreeing: Agreement, standing: Standing, told: &[Told<'_>]) -> Found {
    let alignment = &held.alignment;
    let covered = with_values(held, agreeing);
    let figures = of_frame(held, covered);
    let factor = (1.0 - COHESION - KNOWN) * alignment.coverage
        + COHESION * cohesion(held)
        + KNOWN * figures.get("known");
    let undisputed = standing == Standing::Undisputed;
    if standing != Standing::Reversed && !bears(held, covered, undisputed, || figures.clone()) {
        return Found::new(Gate::Frame, Effect::Drop, factor, "too little of the claim").with(figures);
    }
    let because = if covered < SAYS {
        "little of what the claim says".to_owned()
    } else if let Some(words) = missing(held, agreeing, told) {
        format!("nothing said of {words}")
    } else if let Some(word) = unheard_of(held) {
        format!("“{word}” is nowhere in the text")
    } else if SUPPORTS.likelihood(&figures) < LIKELY || agreeing.count == 0 && names_only_somebody(held) {
        "only part of what the claim says".to_owned()
    } else if let Some(because) = filled_otherwise(held) {
        because
    } else if let Some(found) = done_otherwise(held, agreeing, told) {
        return Found { factor, ..found }.with(figures);
    } else {
        // No figure: it would differ with every touch of the engine, and `explain` gives it.
        let share = if alignment.coverage > ALL { "all" } else { "most" };
        let because = format!("{share} of the claim’s words are answered");
        return Found::new(Gate::Frame, Effect::Pass, factor, because).with(figures);
    };
    Found::new(Gate::Frame, Effect::Block, factor, because).with(figures)
}

/// What the passage has in the place of a word that it lacks. A headline leaves much out, and where there are values these tell.
fn filled_otherwise(held: &Held<'_>) -> Option<String> {
    if held.phrasing.headline || !held.phrasing.mentions.is_empty() {
        return None;
    }
    let (claimed, other) = filler::another(held)?;
    let claimed = held.phrasing.document.words(claimed..claimed + 1);
    Some(format!("“{}”, where the claim says “{claimed}”", held.words(&other)))
}

/// What else the passage tells, by its own verb, of those of whom the claim tells. Values that agree tell more.
fn done_otherwise(held: &Held<'_>, agreeing: Agreement, told: &[Told<'_>]) -> Option<Found> {
    if held.phrasing.headline || agreeing.undated > 0 {
        return None;
    }
    let (claimed, other) = filler::deed(held)?;
    // Whether the passage denies it as well, or only means it to come, is asked elsewhere.
    let alike = is_cue(held, claimed) && held.cues().iter().any(|cue| cue.kind != CueKind::Hedge);
    if alike || told.iter().any(|told| told.token == claimed) {
        return None;
    }
    let claim = &held.phrasing.document;
    let word = claim.words(claimed..claimed + 1);
    let because = format!("“{}”, where the claim says “{word}”", held.words(&(other..other + 1)));
    let found = Found::new(Gate::Frame, Effect::Block, 1.0, because).about(claimed);
    let opposed = opposite::are_opposite(claim.folded(claimed), held.document().folded(other));
    Some(if opposed { found.by(other) } else { found })
}

/// Whether all that the passage has of the claim is one name, of which anything may be told, or names of which it tells in clauses apart:
/// "shares in Altivar rose, *while* Zelnor's fell".
fn names_only_somebody(held: &Held<'_>) -> bool {
    let text = held.document();
    let name = |p: usize| held.phrasing.names.iter().position(|name| name.core.contains(&p));
    let answers: Vec<(Option<usize>, usize)> =
        held.alignment.pairs(held.phrasing).map(|(p, q)| (name(p), q)).collect();
    let Some(&(Some(first), _)) = answers.first() else { return false };
    let says = held.phrasing.frame.iter().any(|word| word.token.is_some() && !word.name);
    let apart = |i: usize| matches!(text.folded(i), "while" | "whereas" | "but" | ";");
    let places = || answers.iter().map(|&(_, q)| q);
    let parted = || places().min().zip(places().max()).is_some_and(|(first, last)| (first..last).any(apart));
    says && answers.iter().all(|(name, _)| name.is_some())
        && (answers.iter().all(|&(name, _)| name == Some(first)) || parted())
}

/// Whether it bears on the phrasing, so far as its frame tells, whose figures are asked for only where they decide.
fn bears(held: &Held<'_>, covered: f64, undisputed: bool, figures: impl FnOnce() -> Figures) -> bool {
    let related = || {
        let (said, names) = said_and_named(held);
        said >= SAID && names > 0.0 && told_apart(held) && RELATED.likelihood(&figures()) >= SURELY_RELATED
    };
    // A user who asks for more gets no exceptions.
    let threshold = held.reading.settings().threshold();
    held.alignment.context >= CONTEXT
        && (covered >= threshold || undisputed && threshold <= Settings::THRESHOLD && related())
}

/// Whether it bears on the phrasing where `agreeing` of its values agree, and it is `undisputed` or not. Where not, [`ask`]
/// drops it; nor does it drop what says the reverse.
pub(super) fn bears_with(held: &Held<'_>, agreeing: Agreement, undisputed: bool) -> bool {
    let covered = with_values(held, agreeing);
    bears(held, covered, undisputed, || of_frame(held, covered)) || may_be_reversed(held, agreeing)
}

/// Whether it would bear on the phrasing if the opposites that it has of words were these.
fn may_be_reversed(held: &Held<'_>, agreeing: Agreement) -> bool {
    let opposed = |(word, answer): &(&FrameWord, &Answer)| {
        let hits = || held.reading.marked.answers_among(word.word, &held.tokens).iter();
        **answer == Answer::Nothing
            && word.token.is_some()
            && hits().any(|hit| hit.likeness == Likeness::Opposed)
    };
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers).filter(opposed);
    let opposed: f64 = words.map(|(word, _)| word.weight).sum();
    let weight = held.phrasing.weight;
    opposed > 0.0
        && weighed_with(weight, held.alignment.coverage + opposed / weight, agreeing) + SLACK
            >= held.reading.settings().threshold()
}

/// The coverage, with each value that agrees as one more word that is answered.
pub(in crate::stance) fn with_values(held: &Held<'_>, agreeing: Agreement) -> f64 {
    weighed_with(held.phrasing.weight, held.alignment.coverage, agreeing)
}

pub(super) fn weighed_with(weight: f64, coverage: f64, agreeing: Agreement) -> f64 {
    let values = agreeing.weight;
    if weight + values > 0.0 { (weight * coverage + values) / (weight + values) } else { coverage }
}

/// A telling word of the phrasing that a whole article has nowhere, nor one near it in sense. Headlines choose their words
/// more freely.
fn unheard_of<'a>(held: &Held<'a>) -> Option<&'a str> {
    let phrasing = held.phrasing;
    if phrasing.headline || held.document().sentences().len() < ARTICLE_SENTENCES {
        return None;
    }
    // Where rivals share the rest, what tells the claim from them is what it says.
    let rivals = phrasing.frame.iter().any(|word| word.distinctive);
    let unheard = |(word, answer): &(&FrameWord, &Answer)| {
        **answer == Answer::Nothing
            // What several words say may be told in many ways.
            && word.token.is_some_and(|token| !is_negator(held, token) && !word.phrase)
            && (word.distinctive || !rivals)
            && word.weight >= UNHEARD_OF
            && !held.reading.marked.is_answered(word.word)
    };
    let token = phrasing.frame.iter().zip(&held.alignment.answers).find(unheard)?.0.token?;
    Some(phrasing.document.words(token..token + 1))
}

/// Whether the claim's word is one that negates: whether the passage negates as well, in these words or in others, is
/// asked of its polarity.
fn is_negator(held: &Held<'_>, token: usize) -> bool {
    held.phrasing_cues.iter().any(|cue| cue.kind == CueKind::Negator && cue.tokens.contains(&token))
}

/// Whether the claim's word tells how it is said, not what: that it is denied, or meant to come, "*plans* to cut".
fn is_cue(held: &Held<'_>, token: usize) -> bool {
    let tells = |kind: CueKind| matches!(kind, CueKind::Negator | CueKind::Denial | CueKind::Unreal);
    held.phrasing_cues.iter().any(|cue| {
        // "Was *paid* to stay silent", "was *cancelled*" say more than that it was not to be.
        let says = is_of_infinitive(&held.phrasing.document, cue) || cue.scope.start < cue.tokens.start;
        tells(cue.kind) && cue.tokens.contains(&token) && !says
    })
}

/// Whether enough is answered of the words that tell the claim from its rivals.
fn told_apart(held: &Held<'_>) -> bool {
    let (all, covered) = held
        .phrasing
        .frame
        .iter()
        .zip(&held.alignment.answers)
        .filter(|(word, _)| word.token.is_some() && word.distinctive)
        .fold((0.0, 0.0), |(all, covered), (word, answer)| {
            (all + word.weight, covered + word.weight * answer.similarity())
        });
    covered >= DISTINCTIVE * all
}

/// Whether a word says by itself how something is: "was *full*", "is *extinct*". What is compared, or where one was born, is told in
/// many ways.
fn is_state(document: &Document, token: usize) -> bool {
    let word = document.folded(token);
    let copula = |i: usize| matches!(document.folded(i), "are" | "is" | "was" | "were");
    token.checked_sub(1).is_some_and(copula)
        && english::parts_of_speech(&english::stem(word)).starts_with('a')
        && !english::is_past_form(word)
        && !word.ends_with("er")
        && word != "born"
}

/// The words that a passage must have to support the phrasing and has not: those that carry much of it, and, where too
/// few are there, those that tell it from its rivals.
fn missing(held: &Held<'_>, agreeing: Agreement, told: &[Told<'_>]) -> Option<String> {
    let phrasing = held.phrasing;
    let own = || phrasing.frame.iter().zip(&held.alignment.answers).filter(|(word, _)| word.token.is_some());
    let apart = told_apart(held);
    let is_told = |token: usize| told.iter().any(|told| told.alike && told.token == token);
    let whole = phrasing.weight + VALUE * agreeing.count as f64;
    let telling = |word: &FrameWord| {
        let verb = word.token.is_some_and(|token| english::is_verb(&phrasing.document, token));
        word.weight >= whole * if verb { TELLING_VERB } else { TELLING }
    };
    let said = grammar::what_is_said(&phrasing.document, &phrasing.tokens());
    let without_value = agreeing.undated == 0 && !phrasing.headline;
    // In a short title hardly any word only adds to what the others say.
    let short = phrasing.titled && !phrasing.headline;
    let is_state = |token: usize| is_state(&phrasing.document, token);
    // Names alone carry much of a claim, whatever is told of them.
    let much = held.document().sentences().len() >= MUCH && !phrasing.names.is_empty();
    let telling_predicate = if much { TELLING_AMONG_MUCH } else { TELLING_PREDICATE };
    let is_said = |word: &FrameWord| {
        (short || !word.phrase)
            && (word.weight >= whole * telling_predicate || word.token.is_some_and(is_state))
            && (short
                || word.token == said
                || word
                    .token
                    .is_some_and(|token| english::said_by_particle(&phrasing.document, token).is_some()))
    };
    let has_another_way = |word: &FrameWord| {
        word.token.is_some_and(|token| {
            let says = Some(token) == said || direction::is_had(&phrasing.document, token);
            says && direction::is_open(held, token)
        })
    };
    // "Stood at 412 million", "was 412 million".
    let says_level = |token: usize| only_tells_level(&phrasing.document, &phrasing.mentions, token);
    let words: Vec<&str> = own()
        .filter(|(word, answer)| {
            let unlike = word.distinctive && answer.similarity() < DISTINCTIVE;
            let must_be_said = || without_value && (is_said(word) || has_another_way(word));
            **answer == Answer::Nothing && (telling(word) || must_be_said()) || unlike && !apart
        })
        .filter(|(word, _)| {
            word.token.is_some_and(|token| !is_cue(held, token) && !is_told(token) && !says_level(token))
        })
        .filter_map(|(word, _)| Some(phrasing.document.slice(phrasing.document.tokens()[word.token?].span)))
        .collect();
    (!words.is_empty()).then(|| format!("“{}”", words.join("”, “")))
}
