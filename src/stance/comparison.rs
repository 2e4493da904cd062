//! Where phrasing and passage are nearly the same to the word: what is the same, and what is different.

use std::ops::Range;

use crate::english::{self, Direction};
use crate::matcher::{Alignment, Answer, FrameWord, Likeness, Marked, Phrasing};
use crate::text::{Document, TokenKind};
use crate::value::Mention;

/// Shorter phrasings are the same as much by chance, in words and numbers.
const LEAST_TOKENS: usize = 5;

/// Longer ones are not compared word by word.
const MOST_TOKENS: usize = 80;

/// The share of the phrasing's words and numbers that stand in the passage, in order.
const NEARLY_ALL: f64 = 0.7;

/// The same where next to nothing differs.
const ALIKE: f64 = 0.8;

/// What an alignment covers at least for the passage to be compared word by word.
const LEAST_COVERAGE: f64 = 0.5;

/// What stands in the claim where something else stands in the passage; either may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Difference {
    pub(super) claimed: Range<usize>,
    pub(super) reported: Range<usize>,
}

/// Claim and passage side by side.
#[derive(Debug)]
pub(super) struct Comparison {
    /// Tokens of the claim with the equal ones of the passage.
    same: Vec<(usize, usize)>,
    pub(super) differences: Vec<Difference>,
    /// Whether the passage says nothing that the claim does not say too.
    pub(super) nothing_more: bool,
    /// Whether next to nothing differs.
    pub(super) alike: bool,
}

impl Comparison {
    /// Of `phrasing` and the tokens `sentence` of a text; `None` where they are not nearly the same.
    pub(super) fn of(
        phrasing: &Phrasing,
        marked: &Marked<'_>,
        sentence: Range<usize>,
        alignment: &Alignment,
    ) -> Option<Self> {
        let (claim, text) = (&phrasing.document, marked.document);
        if alignment.coverage < LEAST_COVERAGE {
            return None;
        }
        let claimed = tokens(claim, phrasing.tokens());
        let most = claimed.len().saturating_sub(lacking(phrasing, marked, &sentence));
        if !(LEAST_TOKENS..=MOST_TOKENS).contains(&claimed.len())
            || (most as f64 / claimed.len() as f64) < NEARLY_ALL
        {
            return None;
        }
        let reported = tokens(text, sentence);
        let same = common((claim, &claimed), (text, &reported));
        let share = same.len() as f64 / claimed.len() as f64;
        if share < NEARLY_ALL {
            return None;
        }
        let is_same = |q: usize| same.iter().any(|&(_, same)| same == q);
        let nothing_more = reported.iter().all(|&q| is_same(q) || !english::is_content_word(text, q));
        let mut differences = differences(&claimed, &reported, &same);
        differences.extend(alternative(text, phrasing.tokens().end, &reported, &same));
        Some(Self { same, differences, nothing_more, alike: share >= ALIKE })
    }

    /// Lets the equal tokens answer each other, whatever else an alignment would pick. Gives whether every answer is one of
    /// them: if not, the passage says things in another order.
    pub(super) fn realign(&self, phrasing: &Phrasing, alignment: &mut Alignment) -> bool {
        for (word, answer) in phrasing.frame.iter().zip(&mut alignment.answers) {
            let same = |p: usize| self.same.iter().find(|&&(same, _)| same == p).map(|&(_, q)| q);
            // One word of an expression is not the whole.
            if word.phrase {
                continue;
            }
            let own = word.token.and_then(same);
            // The token of another word is none of this one's.
            if let (None, Answer::Token { token, likeness }) = (own, *answer)
                && likeness < Likeness::Derived
                && self.has_same(token)
            {
                *answer = Answer::Nothing;
            }
            // "Is up" is more than its "up": "up for sale".
            let whole =
                word.token.is_some_and(|p| english::said_by_particle(&phrasing.document, p).is_none());
            if let (Some(token), Answer::Nothing) = (own, *answer)
                && whole
            {
                *answer = Answer::Token { token, likeness: Likeness::Same };
            }
            if let (Some(token), Answer::Token { likeness, .. }) = (word.token.and_then(same), *answer) {
                *answer = Answer::Token { token, likeness: likeness.max(Likeness::Inflected) };
            }
        }
        let told = |likeness| likeness >= Likeness::Inflected;
        let in_order = |(word, answer): (&FrameWord, &Answer)| match *answer {
            Answer::Token { likeness, .. } if told(likeness) => {
                word.token.is_none_or(|p| self.same.iter().any(|&(same, _)| same == p))
            }
            _ => true,
        };
        phrasing.frame.iter().zip(&alignment.answers).all(in_order)
    }

    /// Whether words of the passage stand in place of others that no value explains: "Hong Kong" for "Mexico".
    pub(super) fn exchanges(
        &self,
        claim: &Document,
        text: &Document,
        valued: impl Fn(usize) -> bool,
    ) -> bool {
        // "Rose to", "climbed to".
        let way = |document: &Document, tokens: &Range<usize>| {
            let mut tokens = tokens.clone().filter(|&i| english::is_content_word(document, i));
            tokens.next().and_then(|i| Direction::of(document.folded(i))).filter(|_| tokens.next().is_none())
        };
        let alike = |difference: &Difference| {
            let ways = way(claim, &difference.claimed).zip(way(text, &difference.reported));
            ways.is_some_and(|(ours, theirs)| ours == theirs)
        };
        self.differences.iter().filter(|difference| !alike(difference)).any(|difference| {
            difference
                .claimed
                .clone()
                .any(|p| english::is_content_word(claim, p) && claim.folded(p).len() > 1)
                && difference.reported.clone().any(|q| english::is_content_word(text, q))
                && !difference.reported.clone().any(&valued)
        })
    }

    /// The equal tokens, those of the claim and of the passage, in order.
    pub(super) fn same(&self) -> &[(usize, usize)] {
        &self.same
    }

    /// What differs, if it is one thing.
    pub(super) fn only_difference(&self) -> Option<&Difference> {
        self.differences.first().filter(|_| self.differences.len() == 1)
    }

    /// Whether nothing differs but the claim's word `claimed`, in whose place the passage has `reported`.
    pub(super) fn differ_only_in(&self, claimed: usize, reported: usize) -> bool {
        self.only_difference().is_some_and(|difference| {
            difference.claimed == (claimed..claimed + 1) && difference.reported == (reported..reported + 1)
        })
    }

    /// Whether the passage's `token` is one of the equal ones.
    pub(super) fn has_same(&self, token: usize) -> bool {
        self.same.iter().any(|&(_, same)| same == token)
    }

    /// The value of the passage in the very place of `claimed`.
    pub(super) fn in_place_of<'a>(
        &self,
        claim: &Document,
        claimed: &Mention,
        text: &Document,
        mentions: &[&'a Mention],
    ) -> Option<&'a Mention> {
        let within =
            |range: &Range<usize>, core: &Range<usize>| core.start < range.end && range.start < core.end;
        let differs = |difference: &&Difference| {
            !difference.claimed.is_empty() && within(&difference.claimed, &claimed.core)
        };
        let place = self.differences.iter().find(differs);
        let alone = |document: &Document, range: &Range<usize>, mention: &Mention| {
            let beside = |&i: &usize| !mention.tokens.contains(&i) && english::is_content_word(document, i);
            !range.clone().any(|i| beside(&i))
        };
        let fits = |reported: &&&Mention| match place {
            Some(place) => {
                within(&place.reported, &reported.core)
                    && alone(claim, &place.claimed, claimed)
                    && alone(text, &place.reported, reported)
            }
            None => {
                let at = |p: usize| self.same.iter().find(|&&(same, _)| same == p).map(|&(_, q)| q);
                let mut places = claimed.core.clone().filter_map(at).peekable();
                places.peek().is_some() && places.all(|q| reported.core.contains(&q))
            }
        };
        let comparable = |reported: &&&Mention| claimed.value.compare(&reported.value).is_some();
        mentions.iter().filter(fits).find(comparable).copied()
    }
}

/// The words, numbers and symbols among `range`; "per cent" is one.
pub(super) fn tokens(document: &Document, range: Range<usize>) -> Vec<usize> {
    let of_percent = |i: usize| document.folded(i) == "per" && document.folded_or_empty(i + 1) == "cent";
    range.filter(|&i| document.tokens()[i].kind != TokenKind::Punctuation && !of_percent(i)).collect()
}

/// The token at `at` in one of the forms in which it may be written: "%" for "per cent".
fn in_one_form(document: &Document, at: usize) -> &str {
    let word = document.folded(at);
    match word {
        "percent" | "pct" => "%",
        "cent" if at.checked_sub(1).is_some_and(|before| document.folded(before) == "per") => "%",
        "mln" | "mn" => "million",
        "bln" | "bn" => "billion",
        "&" => "and",
        _ => word,
    }
}

/// How many words of the phrasing's frame are nowhere in the sentence: they need not be looked for in it letter by letter.
fn lacking(phrasing: &Phrasing, marked: &Marked<'_>, sentence: &Range<usize>) -> usize {
    let is_there = |word: &FrameWord| {
        // An equal word answers at least as another form of it does.
        marked.answers_among(word.word, sentence).iter().any(|hit| hit.likeness >= Likeness::Inflected)
    };
    phrasing.frame.iter().filter(|word| word.token.is_some() && !is_there(word)).count()
}

/// The longest sequence of equal tokens in both, as pairs.
fn common(
    (claim, claimed): (&Document, &[usize]),
    (text, reported): (&Document, &[usize]),
) -> Vec<(usize, usize)> {
    let ours: Vec<&str> = claimed.iter().map(|&p| in_one_form(claim, p)).collect();
    let theirs: Vec<&str> = reported.iter().map(|&q| in_one_form(text, q)).collect();
    let (n, m) = (claimed.len(), reported.len());
    // For each two places, row by row, how long it is from there on.
    let mut longest = vec![0_u16; (n + 1) * (m + 1)];
    let at = |i: usize, j: usize| i * (m + 1) + j;
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            longest[at(i, j)] = if ours[i] == theirs[j] {
                longest[at(i + 1, j + 1)] + 1
            } else {
                longest[at(i + 1, j)].max(longest[at(i, j + 1)])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < n && j < m {
        if ours[i] == theirs[j] {
            pairs.push((claimed[i], reported[j]));
            (i, j) = (i + 1, j + 1);
        } else if longest[at(i + 1, j)] >= longest[at(i, j + 1)] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// What follows the equal tokens where it is "or" and more: "slate or copper". `end` is that of the phrasing.
fn alternative(
    text: &Document,
    end: usize,
    reported: &[usize],
    same: &[(usize, usize)],
) -> Option<Difference> {
    let &(_, last) = same.last()?;
    let mut after = reported.iter().copied().filter(|&q| q > last);
    let or = after.next().filter(|&q| q == last + 1 && text.folded(q) == "or")?;
    Some(Difference { claimed: end..end, reported: or..after.next()? + 1 })
}

/// What stands between the equal tokens. Before the first and after the last, as many tokens of the passage count as there
/// are of the phrasing: it may be a part of a longer sentence.
fn differences(claimed: &[usize], reported: &[usize], same: &[(usize, usize)]) -> Vec<Difference> {
    let (Some(&(first, first_q)), Some(&(last, last_q))) = (same.first(), same.last()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let before: Vec<usize> = claimed.iter().copied().filter(|&p| p < first).collect();
    if let Some(&start) = before.first() {
        let beside: Vec<usize> = reported.iter().rev().copied().filter(|&q| q < first_q).collect();
        let from = beside.iter().take(before.len()).next_back().copied().unwrap_or(first_q);
        found.push(Difference { claimed: start..first, reported: from..first_q });
    }
    for pair in same.windows(2) {
        let ((p, q), (next_p, next_q)) = (pair[0], pair[1]);
        let between =
            |tokens: &[usize], from: usize, to: usize| tokens.iter().any(|&token| token > from && token < to);
        if between(claimed, p, next_p) || between(reported, q, next_q) {
            found.push(Difference { claimed: p + 1..next_p, reported: q + 1..next_q });
        }
    }
    let after: Vec<usize> = claimed.iter().copied().filter(|&p| p > last).collect();
    if let Some(&end) = after.last() {
        let beside = reported.iter().copied().filter(|&q| q > last_q).take(after.len());
        let to = beside.last().unwrap_or(last_q);
        found.push(Difference { claimed: last + 1..end + 1, reported: last_q + 1..to + 1 });
    }
    found
}
