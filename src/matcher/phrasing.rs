//! A phrasing compiled for matching.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::OnceLock;

use crate::claim::{ClaimSet, Question};
use crate::english::{self, Phrase};
use crate::text::{Document, TokenKind, WordSet};
use crate::value::name::{self, Name};
use crate::value::{self, Context, Kind, Mention, Value};

use super::acronym::ShortForm;
use super::aside;
use super::weight::weight;
use super::{Lexicon, WordId};

/// A word of a phrasing that a passage is to answer.
#[derive(Debug, Clone, PartialEq)]
pub struct FrameWord {
    /// Its token in the phrasing's document; `None` for a word of the question, which is only context.
    pub token: Option<usize>,
    /// The word in the lexicon.
    pub word: WordId,
    /// How telling it is, above 0; about 1 for a rare word or a name.
    pub weight: f64,
    /// Whether it stands for an expression of several words: "called off".
    pub phrase: bool,
    /// Whether it belongs to a name.
    pub name: bool,
    /// What it mostly is, where it is no name: `n`oun, `v`erb, `a`djective or adve`r`b, as far as that is known.
    pub part_of_speech: Option<char>,
    /// Whether it tells this claim from its rivals: neither they nor the question have it.
    pub distinctive: bool,
    /// Whether it is for a firm that is not named, "the *company*", and that says "we" where it speaks itself.
    pub firm: bool,
}

/// What a phrasing was written in: its question, its claim, and the claims that it competes with.
#[derive(Debug, Clone, Copy, Default)]
pub struct Setting<'a> {
    /// The question.
    pub question: &'a str,
    /// The names it is about.
    pub about: &'a [String],
    /// The claim's one sentence.
    pub claim: &'a str,
    /// The stems of the question's claims, this one's included; `None` where they do not exclude each other.
    pub rivals: Option<&'a Stems>,
}

/// The stems of a question and of its claims, each with how many claims have it.
#[derive(Debug, Default)]
pub struct Stems {
    claims: usize,
    question: BTreeSet<String>,
    counts: BTreeMap<String, usize>,
}

impl Stems {
    /// Of `question`, one of `claims`.
    #[must_use]
    pub fn of(claims: &ClaimSet, question: &Question) -> Self {
        if question.claims().len() < 2 {
            return Self::default();
        }
        let asked = std::iter::once(question.text()).chain(question.about().iter().map(String::as_str));
        let mut counts = BTreeMap::new();
        for &claim in question.claims() {
            for stem in stems(std::iter::once(claims.claims()[claim].text())) {
                *counts.entry(stem).or_insert(0) += 1;
            }
        }
        Self { claims: question.claims().len(), question: stems(asked), counts }
    }

    /// Whether the question or a claim other than the one that has `own` has `stem`.
    fn shares(&self, stem: &str, own: &BTreeSet<String>) -> bool {
        let others = self.counts.get(stem).copied().unwrap_or(0);
        self.question.contains(stem) || others > usize::from(own.contains(stem))
    }
}

/// A phrasing compiled for matching: its values, its names, and the words of its frame with their weights.
#[derive(Debug)]
pub struct Phrasing {
    /// The phrasing's text.
    pub document: Document,
    /// Its values, in order.
    pub mentions: Vec<Mention>,
    /// The dates it names; those of the whole, where it is part of a phrasing.
    pub dates: Vec<Value>,
    /// The values of the whole, where it is part of a phrasing.
    pub values_beside: Vec<Value>,
    /// The stems of the words of the whole, where it is part of a phrasing.
    pub beside: BTreeSet<String>,
    /// Whether it is part of a phrasing and goes on with what that only expects or plans: "are *expected* to grow, with margins of 3%".
    pub foreseen: bool,
    /// The token that tells what it says of its subject, once that was asked for.
    pub predicate: OnceLock<Option<usize>>,
    /// Its names, in order.
    pub names: Vec<Name>,
    /// For each of its names what that is cut to or short for.
    pub short_forms: Vec<Vec<ShortForm>>,
    /// The folded words of the names that its question is about: aliases of one another, as far as anyone can tell.
    pub about: BTreeSet<String>,
    /// Whether it is written in headline style, where capitals tell nothing.
    pub headline: bool,
    /// Whether its words have capital letters as those of a title do, however short it is.
    pub titled: bool,
    /// The tokens that only tell who says so: "Police: ...", "officials say ...", "..., police say"; empty where there are none.
    pub attribution: Range<usize>,
    /// The tokens in brackets that only tell namesakes apart: "Hush (2016 film)"; empty where there are none.
    pub qualifier: Range<usize>,
    /// Its frame, in order; words of the question last.
    pub frame: Vec<FrameWord>,
    /// The sum of the weights of its own words, those of the question left out.
    pub weight: f64,
    // Both are asked for at every turn.
    led: bool,
    said: Range<usize>,
}

/// A frame lighter than this takes in the words of its question, so that "one instead of two" is found where the
/// question's sessions are spoken of.
const LIGHT_FRAME: f64 = 0.5;

/// A number that is a name rather than a value ("Flight 370", "2-1") is as telling as most names.
const LABEL: f64 = 0.8;

/// What the words that only tell who says so, or that something is so much, keep of their weight.
const LIGHTENED: f64 = 0.25;

impl Phrasing {
    /// The name that it begins with, which is of whom or what it tells; an article may stand before it.
    #[must_use]
    pub fn subject(&self) -> Option<&Name> {
        self.names.first().filter(|name| name.tokens.start <= 1)
    }

    /// Compiles `text`, written in `setting`.
    pub fn new(text: &str, setting: Setting<'_>, lexicon: &mut Lexicon) -> Self {
        let document = english::read(text);
        let all = 0..document.tokens().len();
        let qualifier = aside::qualifier(&document);
        let mentions = value::recognise(&document, all.clone(), Context::default());
        let about = words(setting.about.iter().map(String::as_str));
        let names = outside(name::names_among(&document, all.clone(), &about), &mentions);
        let headline = name::is_headline(&document, all.clone());
        let titled = name::is_titled(&document, all.clone());
        let rivals = setting.rivals.filter(|rivals| rivals.claims > 1);
        let own = if rivals.is_some() { stems(std::iter::once(setting.claim)) } else { BTreeSet::new() };
        let attribution = aside::attribution(&document);
        let phrases = phrases(&document, &names, &mentions);
        let mut frame: Vec<FrameWord> = all
            .filter(|token| !mentions.iter().any(|mention| mention.bounded().contains(token)))
            .filter_map(|token| frame_word(&document, token, &names, &phrases, lexicon))
            .map(|word| {
                let reporting = word.token.is_some_and(|token| attribution.contains(&token));
                let light = reporting
                    || word.token.is_some_and(|token| qualifier.contains(&token))
                    || word.token.is_some_and(|token| value::only_tells_level(&document, &mentions, token));
                FrameWord { weight: if light { LIGHTENED * word.weight } else { word.weight }, ..word }
            })
            .map(|word| FrameWord {
                distinctive: rivals.is_some_and(|rivals| {
                    word.token
                        .is_some_and(|token| !rivals.shares(&english::stem(document.folded(token)), &own))
                }),
                ..word
            })
            .collect();
        let weight = frame.iter().map(|word| word.weight).sum();
        if weight < LIGHT_FRAME {
            let context = format!("{} {}", setting.question, setting.about.join(", "));
            add_context(&context, &mut frame, lexicon);
        }
        let dates = mentions.iter().map(|mention| mention.value).filter(|value| value.kind == Kind::Date);
        let dates = dates.collect();
        let (beside, values_beside) = (BTreeSet::new(), Vec::new());
        let short_forms = names.iter().map(|name| ShortForm::of(&document, name)).collect();
        let led = is_led(&document);
        let said = said(&document, led);
        Self {
            document,
            mentions,
            dates,
            values_beside,
            beside,
            foreseen: false,
            predicate: OnceLock::new(),
            names,
            short_forms,
            about,
            headline,
            titled,
            attribution,
            qualifier,
            frame,
            weight,
            led,
            said,
        }
    }

    /// Makes it a part of `whole`: what that says besides is said of it, too.
    pub fn belong_to(&mut self, whole: &Self) {
        self.dates.clone_from(&whole.dates);
        self.values_beside = whole.mentions.iter().map(|mention| mention.value).collect();
        self.beside =
            whole.tokens().map(|token| english::stem(whole.document.folded(token)).into_owned()).collect();
    }

    /// Whether it has `word` (folded) in some form, or the whole that it is part of.
    #[must_use]
    pub fn has_said(&self, word: &str) -> bool {
        let stem = english::stem(word);
        self.beside.contains(stem.as_ref())
            || self.tokens().any(|token| english::stem(self.document.folded(token)) == stem)
    }

    /// The phrasing as it was written.
    #[must_use]
    pub fn text(&self) -> &str {
        self.document.text()
    }

    /// The words of the frame by which it is found, each with its place there: its own, or, where it is of values and
    /// function words alone, those of its question.
    pub fn sought(&self) -> impl Iterator<Item = (usize, &FrameWord)> {
        let own = self.weight > 0.0;
        self.frame.iter().enumerate().filter(move |(_, word)| word.token.is_some() == own)
    }

    /// Whether it has a lead of its own, "YORK – Two men were arrested", which a passage may then have otherwise.
    #[must_use]
    pub fn is_led(&self) -> bool {
        self.led
    }

    /// The tokens of what it says: all of them but for quotation marks around it.
    #[must_use]
    pub fn tokens(&self) -> Range<usize> {
        self.said.clone()
    }
}

/// Whether words lead up to what `document` says; those that only join it to something before do not count.
fn is_led(document: &Document) -> bool {
    let leads = |at: usize| document.tokens()[at].is_word() && !matches!(document.folded(at), "and" | "but");
    document.sentences().first().is_some_and(|first| (first.whole.start..first.tokens.start).any(leads))
}

/// The tokens of what `document` says, with what leads up to it where it is `led`.
fn said(document: &Document, led: bool) -> Range<usize> {
    match document.sentences() {
        _ if led => 0..document.tokens().len(),
        [first, .., last] => first.tokens.start..last.tokens.end,
        [one] => one.tokens.clone(),
        [] => 0..0,
    }
}

/// The names without what belongs to a value: the "M" of "$4M NASA Cut" begins no name.
fn outside(names: Vec<Name>, mentions: &[Mention]) -> Vec<Name> {
    let valued = |token: usize| mentions.iter().any(|mention| mention.core.contains(&token));
    let trimmed = names.into_iter().map(|name| {
        let first = |range: Range<usize>| range.clone().find(|&i| !valued(i)).unwrap_or(range.end);
        let tokens = first(name.tokens.clone())..name.tokens.end;
        Name { core: name.core.start.max(tokens.start)..name.core.end, tokens }
    });
    trimmed.filter(|name| !name.core.is_empty()).collect()
}

/// The stems of the words of `texts`.
fn stems<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    words(texts).iter().map(|word| english::stem(word).into_owned()).collect()
}

/// The folded words of `texts`.
fn words<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    texts
        .flat_map(|text| {
            let document = Document::new(text);
            (0..document.tokens().len()).map(|i| document.folded(i).to_owned()).collect::<Vec<_>>()
        })
        .collect()
}

/// The expressions of several words that are no part of a name or a value.
fn phrases(document: &Document, names: &[Name], mentions: &[Mention]) -> Vec<Phrase> {
    let taken = |token: &usize| {
        names.iter().any(|name| name.tokens.contains(token))
            || mentions.iter().any(|mention| mention.bounded().contains(token))
    };
    let end = document.tokens().len();
    let mut found: Vec<Phrase> = Vec::new();
    for at in 0..end {
        let free = found.last().is_none_or(|before| before.tokens.iter().all(|&token| token < at));
        if let Some(phrase) = english::phrase(document, at, end).filter(|_| free)
            && !phrase.tokens.iter().any(taken)
        {
            found.push(phrase);
        }
    }
    found
}

/// What kind of firm a name is of, which many a text leaves out: "Acme *Inc.*".
static LEGAL_FORMS: WordSet =
    WordSet::of(&["gmbh", "inc", "incorporated", "limited", "llc", "llp", "ltd", "plc", "pty"]);

fn frame_word(
    document: &Document,
    token: usize,
    names: &[Name],
    phrases: &[Phrase],
    lexicon: &mut Lexicon,
) -> Option<FrameWord> {
    if names.iter().any(|name| name.tokens.contains(&token) && !name.core.contains(&token)) {
        return None;
    }
    if LEGAL_FORMS.contains(document.folded(token))
        && names.iter().any(|name| name.core.start < token && name.core.end == token + 1)
    {
        return None;
    }
    if name::is_numero(document, token) {
        return None;
    }
    let label = document.tokens()[token].kind == TokenKind::Number;
    let name = label || names.iter().any(|name| name.core.contains(&token));
    let phrase = phrases.iter().find(|phrase| phrase.tokens.contains(&token));
    // The others say nothing besides.
    if phrase.is_some_and(|phrase| phrase.head != token) {
        return None;
    }
    let phrasal = phrase.map(|phrase| {
        let telling = phrase.tokens.iter().filter(|&&i| english::is_content_word(document, i)).count();
        lexicon.add_phrase(phrase, (telling == 1).then(|| document.folded(token)))
    });
    let weight = if label { LABEL } else { weight(document, token, name) };
    // "Are *up*" is looked for as "rise".
    let folded = english::said_by_particle(document, token).unwrap_or_else(|| document.folded(token));
    let parts = || english::parts_of_speech(&english::stem(folded));
    (weight > 0.0).then(|| FrameWord {
        token: Some(token),
        phrase: phrasal.is_some(),
        word: phrasal.unwrap_or_else(|| lexicon.add(folded, name)),
        weight,
        name,
        part_of_speech: if name { None } else { parts().chars().next() },
        distinctive: false,
        firm: !name && is_the_firm(document, token),
    })
}

/// Nouns for a firm, as a claim calls the one that it is about.
static FIRMS: WordSet =
    WordSet::of(&["business", "company", "corporation", "firm", "group", "organisation", "organization"]);

/// Whether "the company" begins the sentence; a small word may stand before it.
fn is_the_firm(document: &Document, token: usize) -> bool {
    let Some(article) = token.checked_sub(1) else { return false };
    let leads = |i: usize| !english::is_content_word(document, i);
    FIRMS.contains(document.folded(token)) && document.folded(article) == "the" && (0..article).all(leads)
}

fn add_context(question: &str, frame: &mut Vec<FrameWord>, lexicon: &mut Lexicon) {
    let document = Document::new(question);
    let names = name::names(&document, 0..document.tokens().len());
    for token in 0..document.tokens().len() {
        if let Some(word) = frame_word(&document, token, &names, &[], lexicon)
            && frame.iter().all(|known| known.word != word.word)
        {
            frame.push(FrameWord { token: None, ..word });
        }
    }
}
