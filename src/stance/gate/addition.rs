//! Does one side say more than the other of what one of them denies: when, where, how, by whom, of whom? What is denied with it may be
//! so without it: "was not approved *for children*", "did not resign *over the affair*".

use std::ops::Range;

use crate::english;
use crate::stance::cue::{Cue, CueKind};
use crate::stance::cue_infinitive;
use crate::stance::held::Held;
use crate::text::{Document, WordSet};
use crate::value::{Relation, Value};

use super::pairing::{Pair, is_answer};
use super::{grammar, reversal, scope};

/// Words of closed classes that narrow what is said as much as others do: "not *again*", "not by *much*", "no *other* passenger".
static NARROWING: WordSet =
    WordSet::of(&["again", "alone", "another", "enough", "itself", "less", "much", "other", "own", "same"]);

/// Words that pick one of several that came one after the other: "the *first* inquiry found nothing".
static IN_TURN: WordSet =
    WordSet::of(&["earlier", "first", "initial", "other", "preliminary", "previous", "second"]);

/// Words other than prepositions with which a sentence begins that says first when or for whom it is so.
static LEADING: WordSet =
    WordSet::of(&["compared", "earlier", "had", "online", "prior", "should", "were", "within", "without"]);

/// Words with which a clause of its own goes on.
static GOING_ON: WordSet =
    WordSet::of(&["adding", "although", "and", "but", "nor", "or", "saying", "though", "while"]);

/// Whether what the cue of the passage denies may be so without what else its clause says.
pub(super) fn is_denied_of_more(held: &Held<'_>, values: &[Pair<'_>], cue: &Cue) -> bool {
    // What somebody refused or failed to do is not done, whatever is said of it; what was prevented, perhaps another time.
    let once = is_plain(held.document(), cue) || cue_infinitive::prevents(held.document(), cue);
    once && narrows(held, values, &cue.tokens) || is_led_in(held, cue.tokens.start)
}

/// Whether what the claim denies is told in the passage with more: "did not attend", "attended *Harvard*", "met him *in 2008*". What was
/// never so was not so with it either, and what something is it is with all that it is.
pub(super) fn is_told_with_more(held: &Held<'_>, values: &[Pair<'_>], cue: &Cue) -> bool {
    let claim = &held.phrasing.document;
    let never = matches!(claim.folded(cue.tokens.start), "never" | "no" | "nobody" | "none" | "nothing");
    // "*Is* not an album", "*wasn't* armed".
    let is =
        |word: &str| matches!(word.trim_end_matches("n't"), "are" | "be" | "been" | "is" | "was" | "were");
    let before = cue.tokens.start.saturating_sub(1);
    let defines = [before, cue.tokens.start].into_iter().any(|i| is(claim.folded(i)));
    let told = held.weighted_pairs().find(|&(p, ..)| p >= cue.tokens.end).map(|(_, q, _)| q);
    is_plain(claim, cue)
        && !never
        && !defines
        && told.is_some_and(|told| narrows(held, values, &(told..told + 1)))
}

/// Whether the claim denies it with more than the passage tells: "found no mould *in the kitchen*", "did not run *again*".
pub(super) fn is_told_with_less(held: &Held<'_>, cue: &Cue) -> bool {
    let claim = &held.phrasing.document;
    let claimed = cue.tokens.end..held.phrasing.tokens().end;
    let end =
        claimed.clone().find(|&i| ends_clause(claim, i) || claim.folded(i) == ".").unwrap_or(claimed.end);
    let open = |i: usize| !held.alignment.pairs(held.phrasing).any(|(p, _)| p == i);
    let valued = |i: usize| held.phrasing.mentions.iter().any(|mention| mention.tokens.contains(&i));
    let last = (cue.tokens.end..end).rev().find(|&i| claim.tokens()[i].is_word());
    last.is_some_and(|last| says(claim, last) && open(last) && !valued(last))
}

/// Whether the cue is a word for "not" and nothing else.
fn is_plain(document: &Document, cue: &Cue) -> bool {
    cue.kind == CueKind::Negator && reversal::negates(document.folded(cue.tokens.start))
}

/// Whether the clause of the passage around `own` says something that the claim does not say.
pub(super) fn narrows(held: &Held<'_>, values: &[Pair<'_>], own: &Range<usize>) -> bool {
    let Some(sentence) = held.sentence_of(own.start) else { return false };
    let text = held.document();
    let end = (own.end..sentence.end).find(|&i| ends_clause(text, i)).unwrap_or(sentence.end);
    // What is denied may be told with a verb of its own before: "does not *plan* to sell".
    let first = (own.end..end).find(|&i| held.is_aligned(i)).unwrap_or(own.end);
    let how = |i: usize| i < first && (text.folded(i).ends_with("ly") || NARROWING.contains(text.folded(i)));
    // "Not a *single* worker" is no worker.
    let single = |i: usize| text.folded(i) == "single" && i > own.start && text.folded(i - 1) == "a";
    let tells = |i: usize| (says(text, i) || reversal::is_time(held, i)) && !single(i);
    let more = |i: usize| {
        (i >= first && tells(i) || how(i)) && !is_told(held, values, i) && !is_of_a_name(held, i, end)
    };
    let in_turn =
        (sentence.start..own.start).any(|i| IN_TURN.contains(text.folded(i)) && !held.is_aligned(i));
    (own.end..end).any(more)
        || in_turn
        || is_put_otherwise(text, end)
        || is_told_again(held, first, end)
        || is_led_in(held, own.start)
}

/// Whether a clause that ends at `end` goes on with how it is instead: "not safe, *it's* the safest".
fn is_put_otherwise(text: &Document, end: usize) -> bool {
    let word = |i: usize| text.folded_or_empty(i);
    word(end) == ","
        && (matches!(word(end + 1), "it's" | "they're")
            || matches!(word(end + 1), "it" | "they")
                && matches!(word(end + 2), "are" | "is" | "was" | "were"))
}

/// Whether a clause that ends at `end` goes on with the same deed of the same: "did not lay off a single worker; *it laid off* 200".
fn is_told_again(held: &Held<'_>, first: usize, end: usize) -> bool {
    let text = held.document();
    text.folded_or_empty(end) == ";"
        && matches!(text.folded_or_empty(end + 1), "he" | "it" | "she" | "they")
        && english::stem(text.folded(first)) == english::stem(text.folded_or_empty(end + 2))
}

/// Whether the sentence says before `own`, and apart from it, when or where that is: "*in the kitchen*, inspectors found no mould".
pub(super) fn is_led_in(held: &Held<'_>, own: usize) -> bool {
    let text = held.document();
    let Some(sentence) = held.sentence_of(own) else { return false };
    let Some(comma) = (sentence.start..own).find(|&i| text.folded(i) == ",") else { return false };
    let mut led = sentence.start..comma;
    let first = text.folded(led.start);
    let valued = held.mentions().iter().any(|mention| mention.tokens.start == led.start);
    let leads = grammar::is_preposition(text, led.start)
        || grammar::is_bound(text, led.start)
        || valued
        || LEADING.contains(first)
        || ["ing", "ly"].iter().any(|ending| first.ends_with(ending));
    // "Despite the protests" changes nothing of what is told.
    let page = |word: &str| matches!(word, "chart" | "page" | "slide" | "slides" | "table");
    let aside = matches!(first, "according" | "contrary" | "despite" | "like" | "unlike")
        || matches!(first, "moving" | "on" | "turning") && led.clone().any(|i| page(text.folded(i)))
        || first == "to" && led.clone().any(|i| MOODS.contains(text.folded(i)));
    let is_claimed =
        |value: &Value| held.phrasing.dates.iter().any(|date| date.compare(value) == Some(Relation::Equal));
    let dated = |i: usize| {
        let mut mentions = held.mentions().iter();
        mentions.any(|mention| mention.tokens.contains(&i) && is_claimed(&mention.value))
    };
    leads && !aside && !led.any(|i| held.is_aligned(i) || dated(i))
}

/// How people take it, which changes nothing of it: "to the *dismay* of her party".
#[rustfmt::skip]
static MOODS: WordSet = WordSet::of(&[
    "amazement", "anger", "annoyance", "astonishment", "delight", "disappointment", "dismay",
    "fury", "horror", "relief", "shock", "surprise",
]);

/// Whether a clause ends with a token.
fn ends_clause(text: &Document, at: usize) -> bool {
    let stops = matches!(text.folded(at), "," | ";" | ":" | "–" | "(" | ")" | "\"" | "?" | "!");
    stops || GOING_ON.contains(text.folded(at))
}

/// Whether a token is a number, a word of no closed class, or one that narrows.
fn says(text: &Document, at: usize) -> bool {
    grammar::says(text, at) || NARROWING.contains(text.folded(at))
}

/// Whether a token answers the claim.
fn is_told(held: &Held<'_>, values: &[Pair<'_>], at: usize) -> bool {
    // Of an expression one word answers: "go *ahead*".
    is_answer(held, values, at) || scope::in_claim(held, held.document().folded(at))
}

/// Whether a token only tells more of somebody whom the claim names: "*President Vladimir* Putin".
fn is_of_a_name(held: &Held<'_>, at: usize, end: usize) -> bool {
    let text = held.document();
    let named = |i: usize| held.names().iter().find(|name| name.tokens.contains(&i));
    let own = named(at).is_some_and(|name| name.core.clone().any(|i| i >= at && held.is_aligned(i)));
    let mut run = (at..end).take_while(|&i| english::is_content_word(text, i));
    own || run.find(|&i| held.is_aligned(i)).is_some_and(|i| named(i).is_some())
}
