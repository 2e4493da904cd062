//! Small words that exclude each other: "before", "after"; "first", "last"; "non-".

use crate::english;
use crate::stance::held::Held;
use crate::text::{Document, WordSet};
use crate::value::Mention;

use super::{Effect, Found, Gate, more_said, opposite};

/// Asks.
pub(super) fn ask(held: &Held<'_>) -> Option<Found> {
    other_word(held).or_else(|| other_prefix(held)).or_else(|| not_all(held))
}

/// Small words that exclude each other: one of them instead of another leaves the claim open at least.
const EXCLUSIVE: [&[&str]; 19] = [
    &["for", "against"],
    &["before", "after"],
    &["up", "down"],
    &["above", "below"],
    &["inside", "outside"],
    &["in", "outside"],
    &["within", "above"],
    &["within", "below"],
    &["within", "outside"],
    &["over", "under"],
    &["on", "off"],
    &["all", "everybody", "everyone", "some", "several", "few", "half", "most", "none"],
    &["with", "without"],
    &["first", "last"],
    &["more", "less", "fewer"],
    &["less", "above"],
    &["more", "below"],
    &["more", "under"],
    &["from", "to"],
];

/// Words that tell of some, and not of all.
static SOME: WordSet = WordSet::of(&["few", "many", "most", "several", "some"]);

/// A claim about everyone, of which the passage tells only of some, or of nearly all.
fn not_all(held: &Held<'_>) -> Option<Found> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let first = held.phrasing.tokens().start;
    let everyone = |document: &Document, i: usize| {
        matches!(document.folded_or_empty(i), "all" | "everybody" | "everyone")
    };
    if !everyone(claim, first) || claim.folded(first) == "all" {
        return None;
    }
    let nearly = |i: usize| {
        matches!(text.folded(i), "almost" | "nearly" | "not" | "virtually") && everyone(text, i + 1)
    };
    let less = held.tokens.clone().find(|&i| SOME.contains(text.folded(i)) || nearly(i))?;
    let all = held.tokens.clone().any(|i| everyone(text, i) && !(i > 0 && nearly(i - 1)));
    let because = || {
        format!("“{}”, where the claim says “{}”", text.words(less..less + 1), claim.words(first..first + 1))
    };
    (!all).then(|| Found::new(Gate::Polarity, Effect::Block, 0.5, because()))
}

/// How many tokens before an aligned word such a word stands.
const SMALL_WORD_REACH: usize = 3;

/// A word of the claim that has a "non-" before it where the passage's has none, or the other way round.
fn other_prefix(held: &Held<'_>) -> Option<Found> {
    let prefixed = |document: &Document, at: usize| {
        at.checked_sub(2).is_some_and(|non| document.folded(non) == "non" && document.folded(non + 1) == "-")
    };
    let claim = &held.phrasing.document;
    let text = held.document();
    let (_, q, _) = held.weighted_pairs().find(|&(p, q, _)| {
        // The passage may tell of both.
        let also = |i: usize| text.folded(i) == text.folded(q) && prefixed(text, i) == prefixed(claim, p);
        prefixed(claim, p) != prefixed(text, q) && !held.tokens.clone().any(also)
    })?;
    let (told, because) = if prefixed(text, q) {
        (text.words(q - 2..q + 1), "where the claim has no “non-”")
    } else {
        (text.words(q..q + 1), "without the claim’s “non-”")
    };
    Some(Found::new(Gate::Polarity, Effect::Block, 0.6, format!("“{told}”, {because}")))
}

/// A small word of the claim, in place of which the passage has one that excludes it.
fn other_word(held: &Held<'_>) -> Option<Found> {
    let claim = &held.phrasing.document;
    let text = held.document();
    // How "more than 200" stands to "less than 300" is for the values to tell.
    let bounds = |mention: &Mention, i: usize| mention.tokens.contains(&i) && !mention.core.contains(&i);
    let own = |p: usize| {
        let before = p.saturating_sub(SMALL_WORD_REACH)..p;
        before.filter(|&i| !held.phrasing.mentions.iter().any(|mention| bounds(mention, i)))
    };
    let theirs = |q: usize| {
        let before = q.saturating_sub(SMALL_WORD_REACH).max(held.tokens.start)..q;
        before.filter(|&i| !held.mentions().iter().any(|mention| bounds(mention, i)))
    };
    let (claimed, other) = held.weighted_pairs().find_map(|(p, q, _)| {
        // "From Leeds to *Bristol*": the nearest counts.
        own(p).rev().find_map(|i| {
            let of_them = |word: &str| exclude_each_other(claim.folded(i), word);
            if !EXCLUSIVE.iter().any(|group| group.contains(&claim.folded(i))) {
                return None;
            }
            // "To" leads to much else: "lost his life *to* cancer", "died *from* it".
            let named = || held.phrasing.names.iter().any(|name| name.core.contains(&p));
            if of_them("from") && !named() {
                return None;
            }
            let nearest_of_them = own(p).rev().find(|&j| of_them(claim.folded(j)));
            if nearest_of_them != Some(i) {
                return None;
            }
            // "18,400 against 19,100 last year" compares.
            let compares = |j: usize| held.mentions().iter().any(|mention| mention.tokens.start == j + 1);
            let is_other = |&j: &usize| {
                let word = text.folded(j);
                amount(word) != amount(claim.folded(i)) && !(word == "against" && compares(j))
            };
            let nearest = theirs(q).rev().find(|&j| of_them(text.folded(j)))?;
            let place = [claim.folded(i), text.folded(nearest)].contains(&"in");
            let right_before = || leads_to(claim, i, p) && leads_to(text, nearest, q);
            (is_other(&nearest) && (!place || right_before())).then_some((i, nearest))
        })
    })?;
    let because = format!(
        "“{}”, where the claim says “{}”",
        text.words(other..other + 1),
        claim.words(claimed..claimed + 1)
    );
    Some(if excludes(held, claimed, other) {
        Found::new(Gate::Opposites, Effect::Turn, 0.2, because)
    } else {
        Found::new(Gate::Polarity, Effect::Block, 0.5, because)
    })
}

/// Whether a small word leads right to a name that is all of a place: "outside of *Leeds*", not "outside Hull, *Leeds*" nor "outside
/// the *Leeds* office".
fn leads_to(document: &Document, small: usize, name: usize) -> bool {
    let of = usize::from(document.folded_or_empty(small + 1) == "of");
    small + of + 1 == name && !english::is_content_word(document, name + 1)
}

/// Whether two words (folded) are of one group, or the same.
fn exclude_each_other(one: &str, other: &str) -> bool {
    EXCLUSIVE.iter().any(|group| group.contains(&one) && group.contains(&other))
}

/// The word (folded) for as much or as many, where there are several.
fn amount(word: &str) -> &str {
    match word {
        "everybody" | "everyone" => "all",
        "several" => "some",
        _ => word,
    }
}

/// Whether the passage's small word surely excludes the claim's: nothing else differs, and both cannot be true of one thing.
fn excludes(held: &Held<'_>, claimed: usize, other: usize) -> bool {
    let claim = &held.phrasing.document;
    let before = |at: usize| claimed.checked_sub(at).map_or("", |i| claim.folded(i));
    let only = held.comparison.as_ref().is_some_and(|found| found.differ_only_in(claimed, other));
    let both_fail = || match claim.folded(claimed) {
        // Who plays for a club may play against it; who votes for a bill does not vote against it.
        "for" | "against" => {
            matches!(before(1), "vote" | "voted" | "votes" | "voting" | "is" | "are" | "was" | "were")
        }
        // What is below a limit is within it.
        "above" | "below" | "inside" | "outside" | "within" => {
            !matches!(
                (claim.folded(claimed), held.document().folded(other)),
                ("within", "below") | ("below", "within")
            ) && opposite::is_said(claim, claimed, opposite::COPULA_REACH)
        }
        "more" | "less" | "fewer" => (claimed..claim.tokens().len()).any(|i| claim.folded(i) == "than"),
        _ => false,
    };
    only && both_fail()
        && opposite::is_definite(held, claimed, other)
        && !more_said::says_more(held, claimed, other)
}
