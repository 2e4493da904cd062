//! What is kept of an article: what each of its sentences tells.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::english;
use crate::reuse::fingerprint;
use crate::reuse::vocabulary::number;
use crate::reuse::{furniture, standing};
use crate::span::Span;
use crate::text::{Document, Sentence};
use crate::value::{self, Context, Mention};

use super::words::{FIGURE, Word, Words};

/// The weight of a word is how far it lies below this on the Zipf scale, whose commonest word is at 7.4.
const COMMONEST: f64 = 7.5;
/// Where the scale ends: words that are not in its list are no more frequent than the rarest that are.
const RAREST: f64 = 1.1;
/// A name weighs so much less than another word as rare: independent articles share the names of the event.
const NAME: f64 = 0.5;

/// Whom an outlet calls its own.
const REPORTERS: [&str; 3] = ["correspondent", "editor", "reporter"];

/// What is kept of an article to find rewrites of it: its sentences as sets of telling words and values, without what
/// it quotes, and where they stand.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// Its telling words and values, by their keys.
    pub(super) words: Words,
    /// Its sentences in order, but for those that tell nothing.
    pub(super) sentences: Vec<Told>,
    /// A hash of all that it tells, in order.
    pub(super) content: u64,
    /// Whether its writer speaks of himself outside of quotations: "told me", "our correspondent".
    pub(super) in_person: bool,
}

/// A sentence of an article.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) span: Span,
    /// What it tells, as places in `Outline::words`, in order.
    pub(super) words: Box<[u32]>,
}

impl Outline {
    /// The outline of `document`, of which only `article` counts; `quoted` are the spans of what it quotes, in any
    /// order.
    ///
    /// ```
    /// use crosscheck::reuse::rewrite::{Outline, rewrites};
    /// use crosscheck::span::Span;
    /// use crosscheck::text::{Document, quotations};
    ///
    /// let outline = |text: &str| {
    ///     let quoted: Vec<_> = quotations(text).iter().map(|quotation| quotation.span).collect();
    ///     Outline::new(&Document::new(text), Span::new(0, text.len()), &quoted)
    /// };
    /// // Too short to tell.
    /// assert!(rewrites(&[outline("Nobody was hurt."), outline("No one was injured.")], &|_, _| false).is_empty());
    /// ```
    #[must_use]
    pub fn new(document: &Document, article: Span, quoted: &[Span]) -> Self {
        Self::with_furniture(document, article, quoted, &furniture(document.text(), article))
    }

    /// The same where it is known which lines of the article are [`furniture`].
    #[must_use]
    pub fn with_furniture(document: &Document, article: Span, quoted: &[Span], furniture: &[Span]) -> Self {
        let telling = Telling::new(document, article, quoted, furniture);
        let mut words: BTreeMap<String, Word> = BTreeMap::new();
        let mut told: Vec<(Span, BTreeSet<String>)> = Vec::new();
        for sentence in document.sentences() {
            let mut keys = BTreeSet::new();
            for (key, weight) in telling.of(sentence) {
                words.entry(key.clone()).or_default().weigh(weight, keys.insert(key));
            }
            if !keys.is_empty() {
                told.push((telling.within(sentence.span), keys));
            }
        }
        let words = Words::new(words);
        let place = |key: &String| words.place(key).map(number);
        let content = told
            .iter()
            .flat_map(|(_, keys)| keys)
            .fold(0, |all, key| fingerprint::mix(all ^ fingerprint::of_word(key)));
        let sentences = told
            .iter()
            .map(|(span, keys)| Told { span: *span, words: keys.iter().filter_map(place).collect() })
            .collect();
        let in_person = telling.is_in_person();
        Self { words, sentences, content, in_person }
    }
}

/// How telling the word (folded) is: the rarer, the more.
fn rarity(word: &str) -> f64 {
    COMMONEST - english::zipf(word).unwrap_or(RAREST)
}

/// Finds what the sentences of a document tell.
struct Telling<'a> {
    document: &'a Document,
    article: Span,
    /// For each token whether it counts: it stands in the article, outside of quotations and of what pages carry
    /// around.
    counts: Vec<bool>,
    values: Vec<Mention>,
}

impl<'a> Telling<'a> {
    fn new(document: &'a Document, article: Span, quoted: &[Span], furniture: &[Span]) -> Self {
        let is_there = document.text().get(article.start..article.end).is_some();
        let article = if is_there { article } else { Span::new(0, document.text().len()) };
        let mut left_out = standing::Spans::new([quoted, furniture].concat());
        let mut counts =
            |span: Span| article.start <= span.start && span.end <= article.end && !left_out.overlap(span);
        let counts = document.tokens().iter().map(|token| counts(token.span)).collect();
        let all = 0..document.tokens().len();
        let values =
            value::recognise(document, all, Context::default()).into_iter().filter(is_telling).collect();
        Self { document, article, counts, values }
    }

    fn is_in_person(&self) -> bool {
        (0..self.counts.len()).any(|at| self.counts[at] && self.speaks_of_the_writer(at))
    }

    /// Whether the word at `at` is "me" or "my", the "I" of "I have" and not of "Elizabeth I", or the "our" of "our
    /// reporter".
    fn speaks_of_the_writer(&self, at: usize) -> bool {
        let tokens = self.document.tokens();
        let written = |at: usize| tokens.get(at).map_or("", |token| self.document.slice(token.span));
        let capital = |at: usize| written(at).starts_with(char::is_uppercase);
        match written(at) {
            "me" | "my" => true,
            "I" => {
                let is_name = |at: usize| capital(at) && english::is_content_word(self.document, at);
                let of_a_name = at.checked_sub(1).is_some_and(is_name);
                !of_a_name
                    && at + 1 < tokens.len()
                    && !capital(at + 1)
                    && english::is_verb(self.document, at + 1)
            }
            "our" | "Our" => REPORTERS.contains(&self.document.folded_or_empty(at + 1)),
            _ => false,
        }
    }

    /// What of `sentence`, which tells something, stands in the article: it may begin before, or end after.
    fn within(&self, sentence: Span) -> Span {
        Span::new(sentence.start.max(self.article.start), sentence.end.min(self.article.end))
    }

    /// What `sentence` tells, each with its weight. A word may come twice.
    fn of(&self, sentence: &Sentence) -> Vec<(String, f64)> {
        let names = value::name::names(self.document, sentence.whole.clone());
        let mut found = Vec::new();
        let mut at = sentence.whole.start;
        while at < sentence.whole.end {
            if let Some(value) = self.value_at(at, &sentence.whole) {
                found.push((key_of(value), COMMONEST - RAREST));
                at = value.core.end;
                continue;
            }
            let is_name = names.iter().any(|name| name.tokens.contains(&at));
            found.extend(
                self.word_at(at).map(|(key, weight)| (key, if is_name { weight * NAME } else { weight })),
            );
            at += 1;
        }
        found
    }

    /// The value whose number begins at the token `at` and ends in the sentence, if it counts.
    fn value_at(&self, at: usize, sentence: &Range<usize>) -> Option<&Mention> {
        let next = self.values.partition_point(|value| value.core.start < at);
        let value = self.values.get(next).filter(|value| value.core.start == at)?;
        let counts = self.counts.get(value.core.clone()).is_some_and(|all| all.iter().all(|&counts| counts));
        (counts && !value.core.is_empty() && value.core.end <= sentence.end).then_some(value)
    }

    fn word_at(&self, at: usize) -> Option<(String, f64)> {
        let word = self.document.folded_or_empty(at);
        let counts = self.counts.get(at).is_some_and(|&counts| counts);
        // A single letter is an initial, or what is left of a contraction.
        let tells = counts && word.chars().nth(1).is_some() && english::is_content_word(self.document, at);
        tells.then(|| (english::stem(word).into_owned(), rarity(word)))
    }
}

/// Whether it is a number, and no "one of the" or "dozens". Without the day of publication "Friday" is none either.
fn is_telling(mention: &Mention) -> bool {
    !mention.value.weak && mention.value.core.low.is_finite() && mention.value.core.high.is_finite()
}

/// A value without its unit, for "a 41-year-old" is "aged 41", and without "about" and "more than".
fn key_of(mention: &Mention) -> String {
    format!("{FIGURE}{}..{}", mention.value.core.low, mention.value.core.high)
}
