//! Is a passage's subject the claim's, or one that is narrower, or another?

use crate::english::{self, Direction};
use crate::matcher::{Answer, Likeness};
use crate::stance::held::Held;
use crate::stance::opening;
use crate::text::{Case, Document, WordSet};
use crate::value::{Kind, Mention};

use super::change::is_period;
use super::{grammar, scope};

/// The passage's subject is described more closely than the claim's: "food prices", "the suspect's wife".
pub(super) fn is_narrowed(held: &Held<'_>) -> bool {
    let text = held.document();
    let claim = &held.phrasing.document;
    let Some((p, q)) = held.alignment.pairs(held.phrasing).next() else { return false };
    let before =
        |document: &Document, i: usize| i.checked_sub(1).filter(|&i| english::is_content_word(document, i));
    let in_value = |i: usize| held.mentions().iter().any(|mention| mention.tokens.contains(&i));
    let described = |q: usize| {
        before(text, q).is_some_and(|i| {
            i >= held.tokens.start
                && is_small(text, i, held.tokens.start)
                && !in_value(i)
                && !held.is_aligned(i)
                && !text.folded(i).ends_with("ly")
                && !is_last_period(text, i)
        })
    };
    let bare = before(claim, p).is_none();
    let named = held.phrasing.frame.iter().any(|word| word.token == Some(p) && word.name);
    bare && (!named && (described(q) || is_one_more(held, q) || is_the_next(text, q))
        || is_followed_up(held, p, q)
        || if text.is_possessive(q) {
            !claim.is_possessive(p) && is_of_owned(held, q)
        } else {
            is_of_part(held, q)
        })
}

/// Whether a possessive only says when: "last *week's* flood".
fn is_last_period(text: &Document, at: usize) -> bool {
    let led = at.checked_sub(1).is_some_and(|i| matches!(text.folded(i), "last" | "this"));
    led && text.is_possessive(at) && is_period(text.folded(at))
}

/// Whether a noun is only of another one beside it: "the patient *in the neighbouring bed*".
fn is_the_next(text: &Document, noun: usize) -> bool {
    const REACH: usize = 3;
    let next = |i: usize| {
        matches!(
            text.folded_or_empty(i),
            "adjacent" | "neighboring" | "neighbouring" | "next" | "opposite" | "other"
        )
    };
    noun + 1 < text.tokens().len()
        && grammar::is_preposition(text, noun + 1)
        && (noun + 2..=noun + REACH).any(next)
}

/// The claim's subject is described more closely than the passage's: "*youth* unemployment", "unemployment".
pub(super) fn is_broadened(held: &Held<'_>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let Some((p, q)) = held.alignment.pairs(held.phrasing).next() else { return false };
    let describes = |document: &Document, i: &usize| {
        english::is_content_word(document, *i) && !english::is_verb(document, *i)
    };
    let named = |i: usize| held.phrasing.names.iter().any(|name| name.tokens.contains(&i));
    let valued = |i: usize| held.phrasing.mentions.iter().any(|mention| mention.tokens.contains(&i));
    let before = |document: &Document, i: usize| i.checked_sub(1).filter(|i| describes(document, i));
    // "The company's sales" may be told as "our sales".
    let open = before(claim, p).filter(|&i| !named(i) && !named(p) && !valued(i) && !claim.is_possessive(i));
    // What stands first in a sentence may be a name.
    let unanswered = |i: usize| {
        held.phrasing.frame.iter().zip(&held.alignment.answers).any(|(word, answer)| {
            word.token == Some(i)
                && *answer == Answer::Nothing
                && held.reading.marked.answers_among(word.word, &held.tokens).is_empty()
        })
    };
    // "The company did badly. *It lost* 8 million."
    let stood_for = |i: usize| {
        let pronoun = q.checked_sub(1).filter(|&i| matches!(text.folded(i), "he" | "it" | "she" | "they"));
        let sentences = text.sentences();
        let at = sentences.partition_point(|sentence| sentence.tokens.end <= q);
        let before = at.checked_sub(1).map(|before| sentences[before].tokens.clone());
        let first = sentences.get(at).map(|sentence| opening::said(text, &sentence.tokens).start);
        pronoun.is_some()
            && pronoun == first
            && before.is_some_and(|before| {
                let word = held.phrasing.frame.iter().find(|word| word.token == Some(i));
                word.is_some_and(|word| !held.reading.marked.answers_among(word.word, &before).is_empty())
            })
    };
    open.is_some_and(|i| !claim.folded(i).ends_with("ly") && unanswered(i) && !stood_for(i))
        && before(text, q).is_none()
}

/// Whether a noun only says that there are so many or so much of what follows: "the *number* of cases".
pub(super) fn names_amount(document: &Document, at: usize) -> bool {
    matches!(document.folded(at), "amount" | "count" | "level" | "number" | "rate" | "total" | "volume")
        && document.folded_or_empty(at + 1) == "of"
}

/// How many small words stand at most between a part's preposition and the whole: "a room at *the old* hall".
const WHOLE_REACH: usize = 2;

/// Whether the token is the whole of which the passage names a part, that the claim does not speak of: "a *room at* the hall".
fn is_of_part(held: &Held<'_>, token: usize) -> bool {
    let text = held.document();
    let small = |i: &usize| english::is_function_word(text.folded(*i)) && !leads_to_whole(text.folded(*i));
    let mut back = (held.tokens.start..token).rev().take(WHOLE_REACH + 1);
    let Some(preposition) = back.find(|i| !small(i)) else { return false };
    let part = preposition.checked_sub(1).filter(|&i| i >= held.tokens.start);
    // "31 percent of the pupils" is the value itself.
    let counted = |i: usize| {
        held.mentions().iter().any(|mention| {
            mention.tokens.contains(&i)
                || mention.counted.as_ref().is_some_and(|counted| counted.contains(&i))
        })
    };
    leads_to_whole(text.folded(preposition))
        && !part.is_some_and(|i| names_amount(text, i))
        && part.is_some_and(|i| {
            // "None of the miners" are all of them.
            if text.folded(i) == "none" {
                return false;
            }
            let some = UNSPECIFIC.contains(text.folded(i));
            (some || english::is_content_word(text, i))
                && is_small(text, i, held.tokens.start)
                && !english::is_verb(text, i)
                // "A drop in burglaries" is none of them.
                && Direction::of(text.folded(i)).is_none()
                && !held.is_aligned(i)
                && !counted(i)
        })
}

fn leads_to_whole(word: &str) -> bool {
    matches!(word, "at" | "in" | "inside" | "near" | "of" | "on" | "within")
}

/// "A *second* suspect", "the *other* hall", where the claim has no such word.
fn is_one_more(held: &Held<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1).filter(|&i| i >= held.tokens.start) else { return false };
    let word = held.document().folded(before);
    let ordinal = |mention: &&Mention| {
        mention.value.kind == Kind::Ordinal && mention.tokens.end == token && word != "first"
    };
    let other = matches!(word, "another" | "different" | "other") || held.mentions().iter().any(ordinal);
    other && !scope::in_claim(held, word)
}

/// Whether the passage says which one it speaks of, or what of it, right after the word, and the claim does not: "the driver *of
/// the van*", "the church *tower*".
fn is_followed_up(held: &Held<'_>, claimed: usize, reported: usize) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let next = reported + 1;
    if next >= held.tokens.end
        || held.is_aligned(next)
        || text.folded(next) == claim.folded_or_empty(claimed + 1)
    {
        return false;
    }
    let noun = |i: usize| {
        english::is_content_word(text, i)
            && text.tokens()[i].case == Case::Lower
            && english::parts_of_speech(&english::stem(text.folded(i))).starts_with('n')
            && !english::is_verb(text, i)
            // "The inflation *rate*" is inflation.
            && !matches!(text.folded(i), "level" | "levels" | "rate" | "rates")
            && !held.mentions().iter().any(|mention| mention.tokens.contains(&i))
    };
    let which = || {
        (next + 1..(next + 1 + WHOLE_REACH + 1).min(held.tokens.end))
            .find(|&i| english::is_content_word(text, i))
            .is_some_and(|i| !held.is_aligned(i) && noun(i))
    };
    let bare = !english::is_content_word(claim, claimed + 1);
    text.folded(next) == "of" && which() || bare && noun(next)
}

/// How far after a possessive what is owned begins at most.
const OWNED_REACH: usize = 3;

/// Whether what follows a possessive is something that the claim does not speak of: not "the cathedral's *tower*" of a claim about
/// the cathedral tower, nor "the club's *19* members".
fn is_of_owned(held: &Held<'_>, owner: usize) -> bool {
    let text = held.document();
    let mut after = owner + 1..(owner + 1 + OWNED_REACH).min(held.tokens.end);
    let valued = |i: usize| held.mentions().iter().any(|mention| mention.tokens.contains(&i));
    after
        .find(|&i| valued(i) || english::is_content_word(text, i))
        .is_some_and(|i| !valued(i) && !held.is_aligned(i))
}

/// A word that is no name: written small, or with a capital only for beginning the passage.
fn is_small(document: &Document, at: usize, start: usize) -> bool {
    document.tokens()[at].case == Case::Lower || at == start && english::zipf(document.folded(at)).is_some()
}

/// The claim's subject is "he" or "it", the passage's a noun of its own: "His son was born in 1990".
pub(super) fn is_another(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    let text = held.document();
    let pronoun = matches!(claim.folded_or_empty(0), "he" | "she" | "it" | "they");
    let Some((_, predicate)) = held.alignment.pairs(held.phrasing).next().filter(|_| pronoun) else {
        return false;
    };
    let Some(sentence) = held.sentence_of(predicate) else { return false };
    (sentence.start..predicate)
        .any(|i| text.tokens()[i].case == Case::Lower && english::is_content_word(text, i))
}

/// From this weight on a noun says whom or what the claim is about.
const SAYS: f64 = 0.25;

/// Whether what the claim speaks of or counts is answered by a noun that is only near it in sense: what is told of *senators*
/// need not hold of lawmakers.
pub(super) fn is_of_another_kind(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    let verb = held.phrasing.tokens().find(|&i| english::is_verb(claim, i));
    let counted = |token: usize| {
        let counted = |mention: &Mention| mention.counted.as_ref().is_some_and(|noun| noun.contains(&token));
        held.phrasing.mentions.iter().any(counted)
    };
    held.phrasing.frame.iter().zip(&held.alignment.answers).any(|(word, answer)| {
        let near = matches!(answer, Answer::Token { likeness: Likeness::Related | Likeness::Akin, .. });
        let of = |token: usize| verb.is_some_and(|verb| token < verb) || counted(token);
        // "Chris" is Christopher.
        let given = |document: &Document, at: Option<usize>| {
            at.is_some_and(|at| english::given_name(document.folded(at)).is_some())
        };
        let short = given(claim, word.token) && given(held.document(), answer.token());
        near && !short && word.weight >= SAYS && word.token.is_some_and(of)
    })
}

/// Words that leave open which ones are meant, or how many.
static UNSPECIFIC: WordSet = WordSet::of(&[
    "a",
    "about",
    "an",
    "another",
    "around",
    "certain",
    "dozens",
    "few",
    "half",
    "hundreds",
    "many",
    "most",
    "much",
    "nearly",
    "no",
    "numerous",
    "one",
    "other",
    "others",
    "over",
    "part",
    "parts",
    "quarter",
    "scores",
    "several",
    "some",
    "someone",
    "third",
    "thousands",
    "various",
]);

/// Whether the claim speaks of some of a kind, or of one that is not named, or the passage does: some may do the one and others
/// the opposite.
pub(super) fn is_unspecific(held: &Held<'_>) -> bool {
    is_some_of_a_kind(held) || is_bare_plural(&held.phrasing.document, held.phrasing.tokens().start)
}

/// The same, but that a plural may stand for all: "house prices rose".
pub(super) fn is_some_of_a_kind(held: &Held<'_>) -> bool {
    let Some((_, subject)) = held.alignment.pairs(held.phrasing).next() else { return false };
    let own: Vec<&Mention> = held.phrasing.mentions.iter().collect();
    let before = subject.checked_sub(1).filter(|&before| before >= held.tokens.start);
    leaves_open(&held.phrasing.document, held.phrasing.tokens().start, &own)
        || before.is_some_and(|before| leaves_open(held.document(), before, held.mentions()))
}

/// Words that speak of more than one of a kind and leave open which, so that others of it may have another value.
static SEVERAL: WordSet = WordSet::of(&["few", "many", "numerous", "several", "some", "various"]);

/// Whether claim and passage begin with several of a kind that they do not tell apart: "*some* patients waited twelve hours", and
/// some three. "Some 300 patients" are all there are.
pub(super) fn is_several_of_a_kind(held: &Held<'_>) -> bool {
    let several = |document: &Document, at: usize, mentions: &[&Mention]| {
        SEVERAL.contains(document.folded_or_empty(at))
            && at.checked_sub(1).is_none_or(|before| document.folded(before) != "how")
            && !mentions.iter().any(|mention| mention.tokens.contains(&at) && mention.tokens.len() > 1)
    };
    let own: Vec<&Mention> = held.phrasing.mentions.iter().collect();
    let Some((p, q)) = held.alignment.pairs(held.phrasing).next() else { return false };
    // Such a word may be the first that is answered.
    let leads = |document: &Document, at: usize, mentions: &[&Mention]| {
        several(document, at, mentions) || at.checked_sub(1).is_some_and(|at| several(document, at, mentions))
    };
    leads(&held.phrasing.document, p, &own) && leads(held.document(), q, held.mentions())
}

/// Whether the passage speaks of one of a kind where the claim speaks of the one that all know: "*a* park", "the park".
pub(super) fn is_one_of_them(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    let Some((p, q)) = held.alignment.pairs(held.phrasing).next() else { return false };
    let before = |at: usize| at.checked_sub(1);
    before(p).is_some_and(|the| claim.folded(the) == "the")
        && before(q).is_some_and(|a| matches!(held.document().folded(a), "a" | "an" | "another"))
}

/// Whether the word at `at`, which leads to a noun, or the number there, leaves open which are meant.
pub(super) fn leaves_open(document: &Document, at: usize, mentions: &[&Mention]) -> bool {
    let word = document.folded_or_empty(at);
    // There are no others than both.
    let counted = |mention: &&Mention| mention.tokens.contains(&at) && !mention.value.kind.is_dated();
    UNSPECIFIC.contains(word) || word != "both" && mentions.iter().any(counted)
}

/// "Residents supported the plan", without a word that says which.
pub(super) fn is_bare_plural(document: &Document, at: usize) -> bool {
    let word = document.folded_or_empty(at);
    word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && english::zipf(word).is_some()
        && english::parts_of_speech(&english::stem(word)).contains('n')
        && document.tokens()[at].case != Case::Upper
}

/// Whether a word of the claim that is no verb stands before its verb: it picks out whom or what the claim is about, and others
/// may do the same: "the *French* president condemned it".
pub(super) fn picks_out(held: &Held<'_>, token: usize) -> bool {
    let claim = &held.phrasing.document;
    !(held.phrasing.tokens().start..=token).any(|i| english::is_verb(claim, i))
        && Direction::of(claim.folded(token)).is_none()
}
