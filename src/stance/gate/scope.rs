//! Is a value that differs of the same thing, the same whole, the same time?

use std::ops::Range;

use crate::english::{self, Direction};
use crate::matcher::{Answer, Likeness, is_reporting};
use crate::stance::held::{Held, distance};
use crate::text::{Document, WordSet};
use crate::value::{self, Kind, Mention, Relation};

use super::{doubt, rate, subject, times};

/// Words beside a value that make it a part, a share or an addition.
static PARTS: WordSet = WordSet::of(&[
    "additional",
    "another",
    "average",
    "each",
    "earlier",
    "every",
    "extra",
    "further",
    "later",
    "longer",
    "more",
    "other",
    "others",
    "per",
]);

/// How far after a value its parts are told of: "2,000 people, some of them".
const OF_THEM: usize = 6;

/// Words that make a value a change.
static CHANGES: WordSet = WordSet::of(&[
    "by",
    "climbed",
    "cut",
    "down",
    "dropped",
    "fell",
    "gained",
    "grew",
    "increased",
    "jumped",
    "lost",
    "plunged",
    "rose",
    "up",
]);

/// How far before a value such a word stands.
const CHANGE_REACH: usize = 2;

/// How near, in tokens, such a word stands to a part.
const BESIDE: usize = 3;

/// What speaks for the passage's value being of another part, time or plan than the claim's, each in words.
pub(super) fn others(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> [(&'static str, bool); 10] {
    [
        ("one of several", is_choice(held, claimed)),
        ("a part or an addition", is_part(held, reported) || claims_more(held, claimed)),
        ("one of several that add up", is_summand(held, claimed, reported)),
        (doubt::ANOTHER_TIME, times::is_of_another_time(held, reported)),
        ("another period", times::is_of_another_period(held, claimed)),
        (doubt::NARROWER_SUBJECT, subject::is_narrowed(held)),
        ("another place", is_elsewhere(held, reported)),
        (doubt::CHANGE, is_change(held, claimed, reported)),
        ("another subject", subject::is_another(held)),
        (doubt::ANOTHER_VERB, governed_by_another(held, claimed, reported)),
    ]
}

/// "1889 or 1890": the claim leaves open which; not "$3.1 billion or $6.78 per share", which is the same in another measure.
fn is_choice(held: &Held<'_>, claimed: &Mention) -> bool {
    let claim = &held.phrasing.document;
    let or = |i: usize| claim.folded_or_empty(i) == "or";
    let before = claimed.tokens.start.checked_sub(1).filter(|&i| or(i));
    let after = Some(claimed.tokens.end).filter(|&i| or(i));
    let value_at = |i: usize| held.phrasing.mentions.iter().find(|other| other.tokens.contains(&i));
    let other_measure =
        |other: &Mention| rate::is_rate(claim, claimed) || is_other_measure(claim, other, claimed);
    let choice = |beside: Option<usize>| beside.and_then(value_at).is_none_or(|other| !other_measure(other));
    before.is_some_and(|i| choice(i.checked_sub(1))) || after.is_some_and(|i| choice(Some(i + 1)))
}

/// Whether `other` is no alternative to `value`, but a rate or something of another kind. A bare number may be anything:
/// "1889 or 1890".
pub(super) fn is_other_measure(document: &Document, other: &Mention, value: &Mention) -> bool {
    rate::is_rate(document, other) || !other.is_bare() && value.value.compare(&other.value).is_none()
}

/// "another two", "each", "per", "average": a part, not the whole.
fn is_part(held: &Held<'_>, reported: &Mention) -> bool {
    let near = reported.tokens.start.saturating_sub(BESIDE - 1).max(held.tokens.start)
        ..(reported.tokens.end + BESIDE).min(held.tokens.end);
    // "2,000 people, some *of them* in Wales".
    let some = |i: usize| {
        let word = held.document().folded(i);
        matches!(word, "few" | "half" | "many" | "most" | "several" | "some") && !in_claim(held, word)
    };
    let of_them = (reported.tokens.end..(reported.tokens.end + OF_THEM).min(held.tokens.end)).any(|i| {
        let word = |ahead: usize| held.document().folded_or_empty(i + ahead);
        some(i) && word(1) == "of" && matches!(word(2), "them" | "these" | "those" | "whom" | "which")
    });
    let mut around = near.filter(|i| !reported.tokens.contains(i));
    of_them
        || around.any(|i| {
            let word = held.document().folded(i);
            PARTS.contains(word) && !in_claim(held, word)
        })
}

/// Whether only the claim adds its number to others: "a *further* 250 will go", "650 will have gone".
fn claims_more(held: &Held<'_>, claimed: &Mention) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let before = claimed.tokens.start.checked_sub(1).map(|i| claim.folded(i));
    let adds = |word: &str| matches!(word, "additional" | "another" | "extra" | "further");
    before.is_some_and(adds) && !held.tokens.clone().any(|i| adds(text.folded(i)))
}

/// "two on Monday and three on Tuesday" do not contradict "five".
fn is_summand(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let (Some(whole), Some(part)) = (claimed.value.number(), reported.value.number()) else { return false };
    // What the claim has as well is told for itself.
    let told = |other: &Mention| {
        let same = |claimed: &Mention| claimed.value.compare(&other.value) == Some(Relation::Equal);
        held.phrasing.mentions.iter().any(same)
    };
    let others = held.mentions().iter().filter(|other| {
        other.tokens != reported.tokens && reported.value.compare(&other.value).is_some() && !told(other)
    });
    let numbers: Vec<f64> = others.filter_map(|other| other.value.number()).collect();
    let nearly = |sum: f64| (sum - whole).abs() <= 1e-9 * whole.abs().max(1.0);
    // "40 children, 10 of whom got off": 30 are left.
    let taken_off = || {
        let text = held.document();
        held.tokens.clone().any(|i| matches!(text.folded(i), "whom" | "them" | "which" | "including"))
    };
    numbers.iter().any(|other| nearly(part + other) || nearly(part - other) && taken_off())
        || numbers.len() > 1 && nearly(part + numbers.iter().sum::<f64>())
}

/// The last word of whoever an age that commas set apart belongs to: "*Croft*, 28, will".
pub(super) fn set_apart(held: &Held<'_>, age: &Mention) -> Option<usize> {
    let comma = |i: usize| held.document().folded_or_empty(i) == ",";
    let before = age.tokens.start.checked_sub(1).filter(|&i| comma(i))?;
    (age.value.kind == Kind::Age && comma(age.tokens.end)).then(|| before.checked_sub(1)).flatten()
}

/// Whether the claim has the word (folded) itself.
pub(super) fn in_claim(held: &Held<'_>, word: &str) -> bool {
    held.phrasing.tokens().any(|i| held.phrasing.document.folded(i) == word)
}

/// Whether a value is how much something went up or down, right after the word that says so: "fell *3 cents*", "up *5%*".
fn is_by_how_much(document: &Document, value: &Mention) -> bool {
    let before = value.tokens.start.checked_sub(1);
    before.is_some_and(|i| document.folded(i) == "by" || Direction::of(document.folded(i)).is_some())
}

/// Whether a small word leads to a value as to a level: "rose *to* 5%", "*from* 4%".
fn level_word(document: &Document, value: &Mention) -> bool {
    let before = value.tokens.start.checked_sub(1);
    before.is_some_and(|i| matches!(document.folded(i), "at" | "from" | "to"))
}

/// "fell 4%" or "up 4%" is a change, "is 30%" a level.
fn is_change(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    // "A *cut of* two million".
    let amount_of = |document: &Document, value: &Mention| {
        let of = value.tokens.start.checked_sub(1).filter(|&i| document.folded(i) == "of");
        of.and_then(|of| of.checked_sub(1)).is_some_and(|i| Direction::of(document.folded(i)).is_some())
    };
    let claim = &held.phrasing.document;
    if amount_of(held.document(), reported) != amount_of(claim, claimed)
        || is_by_how_much(claim, claimed) && level_word(held.document(), reported)
    {
        return true;
    }
    if value::level_verb(held.document(), reported).is_some() {
        return false;
    }
    // "Set *up* in 1937."
    if reported.value.kind.is_dated() {
        return false;
    }
    let near =
        reported.tokens.start.saturating_sub(CHANGE_REACH).max(held.tokens.start)..reported.tokens.start;
    near.into_iter().any(|i| {
        let word = held.document().folded(i);
        CHANGES.contains(word) && !in_claim(held, word) && !held.is_aligned(i)
    })
}

/// "300 people in Leeds", where the claim has no Leeds.
fn is_elsewhere(held: &Held<'_>, reported: &Mention) -> bool {
    let end = reported.counted.as_ref().map_or(reported.tokens.end, |counted| counted.end);
    let place = matches!(held.document().folded_or_empty(end), "in" | "at" | "from");
    place
        && held.names().iter().any(|name| {
            (end + 1..end + 3).contains(&name.tokens.start)
                && !name.tokens.clone().any(|token| held.is_aligned(token))
        })
}

/// How many tokens from a value the noun stands at most that says what it is.
const NOUN_REACH: usize = 2;

/// The value's clause has a verb of its own that answers nothing of the claim: "was *convicted* of the murder in 2022".
fn governed_by_another(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let claim = &held.phrasing.document;
    let own = |i: usize| english::is_verb(claim, i) && english::is_content_word(claim, i);
    // A count is of its noun, whichever verb carries it where the claim has none; a date is of its verb.
    if !reported.value.kind.is_dated() && !held.phrasing.tokens().any(own) {
        return false;
    }
    let document = held.document();
    let in_value = |i: usize| held.mentions().iter().any(|mention| mention.tokens.contains(&i));
    let verbs = verbs_beside(document, &held.tokens, reported);
    // "Made a profit of 9 million", "reported a profit of 6 million".
    let only_tells = |i: usize| has_same_head(held, claimed, reported) && tells(document.folded(i));
    // "Was hit with a £65,000 *fine*", "was fined".
    let beside = |q: usize| distance(&reported.tokens, q) <= NOUN_REACH;
    let told_by_noun = held.alignment.pairs(held.phrasing).any(|(p, q)| own(p) && beside(q));
    if told_by_noun && !reported.value.kind.is_dated() {
        return false;
    }
    // "Was found in 1850 *and mined until* 1910."
    let nearest = |q: usize| {
        let start = reported.tokens.start;
        q < start && !(q..start).any(|i| ends_clause(document, i) || i > q && document.folded(i) == "and")
    };
    if held.alignment.pairs(held.phrasing).any(|(p, q)| own(p) && is_conjoined(document, q) && nearest(q)) {
        return false;
    }
    // "Climbed to 2.1 billion", "was 2.3 billion".
    let level = value::level_verb(document, reported)
        .filter(|_| value::is_level(claim, claimed, held.phrasing.tokens().start));
    let says = |i: &usize| !in_value(*i) && !only_tells(*i) && Some(*i) != level;
    let verbs: Vec<usize> = verbs.into_iter().filter(says).collect();
    !verbs.is_empty() && !verbs.into_iter().any(|token| held.is_aligned(token))
}

/// Whether a word stands behind an "and", as a second verb of the subject before does: "was found *and mined*".
fn is_conjoined(document: &Document, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|and| document.folded(and) == "and")
}

/// Whether both values are "of" one noun: "a *profit* of 9 million".
fn has_same_head(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> bool {
    let head = |document: &Document, value: &Mention| {
        let of = value.tokens.start.checked_sub(1).filter(|&of| document.folded(of) == "of")?;
        of.checked_sub(1)
    };
    let pair = head(&held.phrasing.document, claimed).zip(head(held.document(), reported));
    pair.is_some_and(|pair| held.alignment.pairs(held.phrasing).any(|aligned| aligned == pair))
}

/// Whether a verb (folded) only tells that there is what follows: "reported", "made".
pub(super) fn tells(verb: &str) -> bool {
    is_reporting(verb)
        || matches!(
            verb,
            "booked" | "had" | "has" | "have" | "made" | "makes" | "posted" | "posts" | "recorded"
        )
}

/// How the verbs of the claimed value's clause are answered beside the reported one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum VerbAnswer {
    /// There are none.
    None,
    /// In the sentence of the reported value.
    Beside,
    /// In another sentence only: "The generator was tested on 2 June. Old ones tend to *fail*."
    Apart,
    /// Nowhere, nor by a word that says nearly the same: "at least one was *killed*", "11 were hurt".
    Nowhere,
}

/// How the verbs of the claimed value's clause are answered beside the reported one.
pub(super) fn verb_answer(held: &Held<'_>, claimed: &Mention, reported: &Mention) -> VerbAnswer {
    let verbs = verbs_beside(&held.phrasing.document, &held.phrasing.tokens(), claimed);
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    let answers: Vec<usize> = words
        .filter(|(word, _)| word.token.is_some_and(|token| verbs.contains(&token)))
        .filter_map(|(_, answer)| match *answer {
            Answer::Token { token, likeness } if likeness >= Likeness::Related => Some(token),
            _ => None,
        })
        .collect();
    let sentence = held.sentence_of(reported.tokens.start).unwrap_or_default();
    match (verbs.is_empty(), answers.is_empty()) {
        (true, _) => VerbAnswer::None,
        (_, true) => VerbAnswer::Nowhere,
        _ if answers.iter().any(|token| sentence.contains(token)) => VerbAnswer::Beside,
        _ => VerbAnswer::Apart,
    }
}

/// The verbs that say something in the clause of a value.
fn verbs_beside(document: &Document, within: &Range<usize>, value: &Mention) -> Vec<usize> {
    let ends = |i: &usize| ends_clause(document, *i);
    let start = (within.start..value.tokens.start).rev().find(ends).map_or(within.start, |i| i + 1);
    let end = (value.tokens.end..within.end).find(ends).unwrap_or(within.end);
    let says = |i: &usize| english::is_verb(document, *i) && english::is_content_word(document, *i);
    (start..end).filter(says).collect()
}

/// Whether a token ends a clause, or leads into one that is said of it.
pub(super) fn ends_clause(document: &Document, at: usize) -> bool {
    let word = document.folded(at);
    !document.tokens()[at].is_word() && matches!(word, "," | ";" | ":" | "." | "–" | "(" | ")" | "\"")
        || matches!(word, "but" | "while" | "which" | "who" | "that" | "because" | "although" | "when")
}
