//! Who does it, and to whom it is done: the phrases beside a verb. No parser, so nothing is told where it is not plain to see.

use std::ops::Range;

use crate::english::{self, Direction};
use crate::matcher::{Answer, Likeness};
use crate::stance::held::Held;
use crate::text::{Case, Document, Token};
use crate::value::name::is_title;
use crate::value::{Mention, Relation};

use super::grammar::{self, Voice};
use super::object::SHELLS;
use super::role::is_mutual;
use super::told_of;

/// The words of the passage of which it tells what the claim tells of something else, where both have a subject that is plain
/// to see: "*The son* of the senator was arrested", "*a gang* set the fire, police said".
pub(super) fn of_another(held: &Held<'_>) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let verb = grammar::claimed(held)?;
    if let Some(bearer) = bearer(held, verb) {
        return Some(held.words(&(bearer..bearer + 1)).to_owned());
    }
    if is_mutual(claim.folded(verb)) {
        return None;
    }
    if let Some(hears) = is_told_it(held, verb) {
        return Some(held.words(&hears).to_owned());
    }
    let is_told = |reported: usize| grammar::is_told(text, reported) || is_seen_or_made(text, reported);
    let reported = same_word(held, verb).filter(|&reported| is_told(reported))?;
    let sentence = held.sentence_of(reported)?;
    let ours = told_of::subjects(claim, &held.phrasing.tokens(), verb)?;
    let phrase = ours.last()?;
    let head = phrase.clone().rev().find(|&i| english::is_content_word(claim, i))?;
    let answer = same_word(held, head).filter(|&q| !is_joined(held, q, reported))?;
    let voices = (grammar::voice(claim, verb), grammar::voice(text, reported));
    // "One of three people *arrested* when": the passive, cut short.
    if voices == (Voice::Active, Voice::Open) && claim.tokens().get(verb + 1).is_some_and(Token::is_word) {
        return None;
    }
    if let Some(open) = asked(text, &sentence, reported) {
        return Some(held.words(&(open..open + 1)).to_owned());
    }
    // "Two men arrested", for "police have arrested two men".
    let leads = |i: usize| grammar::is_preposition(text, i) || english::is_verb(text, i);
    let is_object = answer > reported && !(reported + 1..answer).any(|i| text.folded(i) == "," || leads(i));
    let last = !(verb + 1..held.phrasing.tokens().end).any(|i| english::is_verb(claim, i));
    if voices == (Voice::Open, Voice::Active) && is_object && last {
        return None;
    }
    let theirs = told_of::subjects(text, &sentence, reported)?;
    let first = theirs.first()?;
    // "Three senators voted no, *among them* Whitcombe"; "the two sides will meet to resume *them*".
    let is_one = (first.end..answer).any(|i| matches!(text.folded(i), "including" | "them"));
    let to = reported.checked_sub(1).is_some_and(|i| text.folded(i) == "to");
    let done_to_them = to && matches!(text.folded_or_empty(reported + 1), "her" | "him" | "it" | "them");
    if is_one || done_to_them {
        return None;
    }
    let other = theirs.iter().find_map(|theirs| {
        other_kind(held, phrase, theirs).or_else(|| other_whole(held, phrase, theirs, &sentence))
    });
    let agent = || other_agent(held, verb, reported, &sentence);
    if let Some(other) = other.or_else(agent) {
        return Some(held.words(&other).to_owned());
    }
    let crossed = matches!(voices, (Voice::Active, Voice::Passive) | (Voice::Passive, Voice::Active));
    let another = if crossed {
        theirs.iter().any(|phrase| grammar::owned(text, phrase).contains(&answer))
    } else {
        !are_of_one(held, &ours, &theirs, (head, answer))
    };
    another.then(|| held.words(first).to_owned())
}

/// Whether what is told of the passage's phrases may be told of one of the claim's, the noun of which, with its answer, is `head`.
pub(super) fn are_of_one(
    held: &Held<'_>,
    ours: &[Range<usize>],
    theirs: &[Range<usize>],
    (head, answer): (usize, usize),
) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let common = claim.tokens()[head].case == Case::Lower;
    let meet = |ours: &Range<usize>, theirs: &Range<usize>| {
        has_answer(held, &grammar::owned(claim, ours), &grammar::owned(text, theirs))
            && !is_namesake(held, ours, theirs)
            && !(common && is_only_described(held, answer, theirs))
    };
    let meets = theirs
        .iter()
        .any(|theirs| ours.iter().any(|ours| meet(ours, theirs) || are_as_many(held, ours, theirs)));
    // A name alone may be theirs of whom the claim speaks by another word.
    let named = |i: usize| {
        let capital = text.tokens()[i].case != Case::Lower && !text.begins_sentence(i);
        capital || !text.tokens()[i].is_word() || held.names().iter().any(|name| name.tokens.contains(&i))
    };
    meets || common && theirs.iter().all(|phrase| phrase.clone().all(named))
}

/// The "who" of which a verb is told where that only asks, or is nobody named: "asked *who* won", "*whoever* won", "which *others* won".
fn asked(text: &Document, sentence: &Range<usize>, verb: usize) -> Option<usize> {
    let small = |i: usize| grammar::is_auxiliary(text, i) || grammar::is_adverb(text, i);
    let who = (sentence.start..verb).rev().find(|&i| !small(i))?;
    let asks = || who > sentence.start && english::is_verb(text, who - 1);
    match text.folded(who) {
        "who" if asks() => Some(who),
        "what" | "others" => Some(who),
        "whoever" => Some(who),
        _ => None,
    }
}

/// The noun for those who do what the claim's `verb` says, where it is not told of whom the claim speaks: "the cup *winner* thanked Holt".
fn bearer(held: &Held<'_>, verb: usize) -> Option<usize> {
    let text = held.document();
    let noun = derived_word(held, verb).filter(|_| same_word(held, verb).is_none())?;
    let passive = grammar::voice(&held.phrasing.document, verb) == Voice::Passive;
    if passive || !english::names_persons(text.folded(noun)) {
        return None;
    }
    let subject = held.phrasing.subject()?;
    let answers =
        held.alignment.pairs(held.phrasing).filter(|(p, _)| subject.core.contains(p)).map(|(_, q)| q);
    let named = answers.min_by_key(|q| q.abs_diff(noun))?;
    let mut between = noun.min(named) + 1..noun.max(named);
    let is =
        |i: usize| matches!(english::stem(text.folded(i)).as_ref(), "becam" | "becom" | "name" | "remain");
    let apart = between.any(|i| english::is_verb(text, i) && english::is_content_word(text, i) && !is(i));
    apart.then_some(noun)
}

/// Whom the passage has it said to, where the claim has them say it: "the minister *was told* that".
fn is_told_it(held: &Held<'_>, verb: usize) -> Option<Range<usize>> {
    let text = held.document();
    let says = matches!(held.phrasing.document.folded(verb), "said" | "say" | "says");
    let told = answered(held, verb, Likeness::Akin).filter(|&told| says && text.folded(told) == "told")?;
    (grammar::voice(text, told) == Voice::Passive).then(|| told.saturating_sub(1)..told + 1)
}

/// How many tokens before it the verb stands at most whose object does what a bare verb says: "*watched* Dan Smith win".
const SEEN: usize = 4;

/// Whether the word at `at` is a bare verb of what somebody was seen or made to do: "watched Smith *win*".
fn is_seen_or_made(text: &Document, at: usize) -> bool {
    let sees = |i: usize| {
        matches!(
            english::stem(text.folded(i)).as_ref(),
            "have" | "hear" | "help" | "let" | "make" | "see" | "watch"
        )
    };
    let word = text.folded(at);
    let noun =
        at.checked_sub(1).is_some_and(|i| english::is_content_word(text, i) && !english::is_verb(text, i));
    english::parts_of_speech(word).contains('v') && noun && (at.saturating_sub(SEEN)..at - 1).any(sees)
}

/// Whether the word at `at` only describes what the passage's phrase is of: "the *strike* vote".
fn is_only_described(held: &Held<'_>, at: usize, phrase: &Range<usize>) -> bool {
    let text = held.document();
    let noun = |i: usize| {
        let word = text.folded(i);
        english::is_content_word(text, i)
            && text.tokens()[i].case == Case::Lower
            && !held.is_aligned(i)
            && english::parts_of_speech(&english::stem(word)).starts_with('n')
            && !SHELLS.contains(&english::singular(word))
    };
    let next = at + 1;
    phrase.contains(&at) && next + 1 == phrase.end && noun(next)
}

/// From this weight on a word tells of whom the claim speaks.
const TELLS: f64 = 0.15;

/// Whether a word by which the claim says of whom it speaks stands in the text, but not in the sentence that has the claim's verb or what
/// negates it: "the *pastry* cook denied it. The *head* cook was away".
pub(super) fn leaves_subject_behind(held: &Held<'_>) -> bool {
    let claim = &held.phrasing.document;
    let tokens = held.phrasing.tokens();
    let verb = grammar::claimed(held);
    let told = verb.and_then(|verb| derived_word(held, verb));
    let negated = || held.cues().iter().find(|cue| cue.negates()).map(|cue| cue.tokens.start);
    let Some(sentence) = told.or_else(negated).and_then(|q| held.sentence_of(q)) else { return false };
    // "To this day *he* has not", "*it* has flooded twice".
    let text = held.document();
    let named = matches!(text.folded(sentence.start), "a" | "an" | "the");
    let first = (sentence.start..sentence.end).take_while(|&i| !english::is_verb(text, i));
    let another =
        named && first.into_iter().any(|i| english::is_content_word(text, i) && !held.is_aligned(i));
    let end = (tokens.start..tokens.end).find(|&i| english::is_verb(claim, i)).unwrap_or(tokens.start);
    let marked = &held.reading.marked;
    another
        && held.phrasing.frame.iter().any(|word| {
            word.token.is_some_and(|p| p < end)
                && !word.name
                && marked.is_answered(word.word)
                && marked.answers_among(word.word, &sentence).is_empty()
        })
}

/// Whether the passage leaves out a word by which the claim says of whom it speaks: "the *health* minister".
pub(super) fn lacks_subject(held: &Held<'_>) -> bool {
    let Some(verb) = grammar::claimed(held) else {
        return false;
    };
    // "No *one*".
    let ends_cue = |token: usize| {
        held.phrasing_cues.iter().any(|cue| cue.tokens.contains(&token) || cue.tokens.end == token)
    };
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    words.into_iter().any(|(word, answer)| {
        word.token.is_some_and(|token| token < verb && !ends_cue(token))
            && !word.name
            && word.weight >= TELLS
            && *answer == Answer::Nothing
    })
}

/// The token of the passage that answers the phrasing's `token` by its own word, in some form.
pub(super) fn same_word(held: &Held<'_>, token: usize) -> Option<usize> {
    answered(held, token, Likeness::Inflected)
}

/// The same, or by a word that is derived from it: "died", "death".
pub(super) fn derived_word(held: &Held<'_>, token: usize) -> Option<usize> {
    answered(held, token, Likeness::Derived)
}

/// The token of the passage that answers the phrasing's `token` in some way, as well as `least`.
pub(super) fn answered(held: &Held<'_>, token: usize, least: Likeness) -> Option<usize> {
    held.phrasing.frame.iter().zip(&held.alignment.answers).find_map(|(word, answer)| match *answer {
        Answer::Token { token: reported, likeness } if likeness >= least => {
            (word.token == Some(token)).then_some(reported)
        }
        _ => None,
    })
}

/// How far before a phrase what is joined to it begins at most.
const CHAIN: usize = 6;

/// What the passage speaks of where its phrase has the noun of the claim's and another noun before it: "*train* fares" for "bus
/// fares".
fn other_kind(held: &Held<'_>, ours: &Range<usize>, theirs: &Range<usize>) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let head = ours.clone().rev().find(|&i| english::is_content_word(claim, i))?;
    let answer = same_word(held, head).filter(|q| theirs.contains(q))?;
    let before = |document: &Document, at: usize, within: &Range<usize>| {
        let before = at.checked_sub(1).filter(|before| within.contains(before))?;
        let noun = english::parts_of_speech(&english::stem(document.folded(before))).starts_with('n');
        (noun && (document.begins_sentence(before) || document.tokens()[before].case == Case::Lower))
            .then_some(before)
    };
    let own = head.checked_sub(1).filter(|own| ours.contains(own))?;
    if claim.tokens()[own].case != Case::Lower && own > 0 {
        return None;
    }
    // "First-*quarter* revenue" is of a time, "a five-*mile* road" so long.
    let valued = |i: usize| held.mentions().iter().any(|mention| mention.tokens.contains(&i));
    let other = before(text, answer, theirs).filter(|&other| !held.is_aligned(other) && !valued(other))?;
    let noun = english::parts_of_speech(&english::stem(claim.folded(own))).starts_with('n');
    // "Fuel and tobacco taxes" are fuel taxes as well.
    let chain = theirs.start.saturating_sub(CHAIN)..theirs.end;
    let missing = noun && !has_answer(held, &(own..own + 1), &chain);
    missing.then_some(other..answer + 1)
}

/// How far after a phrase that begins with a number what it counts stands at most: "two *of the passengers*".
const COUNTED: usize = 3;

/// Whether both phrases give the same value: "*only 42 percent* think", "*only 42 percent* of Americans think".
fn are_as_many(held: &Held<'_>, ours: &Range<usize>, theirs: &Range<usize>) -> bool {
    let within = |phrase: &Range<usize>, mention: &Mention| phrase.contains(&mention.core.start);
    // Five nurses are not five patients.
    let near = theirs.start..theirs.end + COUNTED;
    let counts_them = |claimed: &Mention| {
        claimed.counted.as_ref().is_none_or(|counted| {
            held.alignment.pairs(held.phrasing).any(|(p, q)| counted.contains(&p) && near.contains(&q))
        })
    };
    let alike = |claimed: &&Mention| within(ours, claimed) && counts_them(claimed);
    let claimed = held.phrasing.mentions.iter().filter(alike);
    claimed.into_iter().any(|claimed| {
        let same = |reported: &Mention| claimed.value.compare(&reported.value) == Some(Relation::Equal);
        held.mentions().iter().any(|reported| within(theirs, reported) && same(reported))
    })
}

/// Whether the passage's phrase names another who shares a word of the name with the claim's, of whom it speaks elsewhere: "*Sund*
/// Rail, the rival of Norrland Rail".
fn is_namesake(held: &Held<'_>, ours: &Range<usize>, theirs: &Range<usize>) -> bool {
    let text = held.document();
    let head = ours.end.saturating_sub(1);
    let Some(name) = held.phrasing.names.iter().find(|name| name.core.contains(&head)) else { return false };
    let mut words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    let told_elsewhere = words.any(|(word, answer)| {
        let own = word.token.is_some_and(|token| name.core.contains(&token));
        own && answer.token().is_some_and(|token| !theirs.contains(&token))
    });
    let hits = |at: usize| {
        let mut words = held.phrasing.frame.iter();
        words.any(|word| !held.reading.marked.answers_among(word.word, &(at..at + 1)).is_empty())
    };
    let another = |i: usize| {
        let word = text.folded(i);
        let named =
            !text.begins_sentence(i) || english::zipf(word).is_none() || english::given_name(word).is_some();
        text.tokens()[i].case != Case::Lower && named && !is_title(word) && !hits(i)
    };
    told_elsewhere && theirs.clone().any(|i| english::is_content_word(text, i) && another(i))
}

/// Whether something in `theirs` may answer a word of `ours`.
fn has_answer(held: &Held<'_>, ours: &Range<usize>, theirs: &Range<usize>) -> bool {
    let words =
        held.phrasing.frame.iter().filter(|word| word.token.is_some_and(|token| ours.contains(&token)));
    let mut hits = words.flat_map(|word| held.reading.marked.answers_among(word.word, theirs));
    hits.any(|hit| hit.likeness > Likeness::Opposed)
}

/// What the noun of the passage's phrase is of, where the claim's is of something else: "the driver of *the car*" for "the driver of
/// the lorry".
fn other_whole(
    held: &Held<'_>,
    ours: &Range<usize>,
    theirs: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let own = grammar::after(&held.phrasing.document, &held.phrasing.tokens(), ours.end, "of")?;
    let other = grammar::after(held.document(), sentence, theirs.end, "of")?;
    // "The driver of the vehicle, a lorry".
    let set_apart = held.document().folded_or_empty(other.end) == ",";
    (!set_apart && exclude(held, &own, &other)).then_some(other)
}

/// By whom the passage says that it was done, where the claim says by somebody else.
fn other_agent(
    held: &Held<'_>,
    verb: usize,
    reported: usize,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let by = |document: &Document, verb: usize, within: &Range<usize>| {
        let end = within.end.min(verb + 1 + grammar::BY_REACH);
        let by = (verb + 1..end)
            .take_while(|&i| document.tokens()[i].is_word())
            .find(|&i| document.folded(i) == "by")?;
        let phrase = grammar::after(document, within, by, "by")?;
        // "By *new* and used car sales", "by car sales *increases*".
        let goes_on = |i: &usize| {
            let token = &document.tokens()[*i];
            token.is_word() && token.case == Case::Lower && !grammar::is_preposition(document, *i)
        };
        let joined = document.folded_or_empty(phrase.end) == "and"
            || Direction::of(document.folded_or_empty(phrase.end)).is_some();
        let end = (phrase.end..within.end).take_while(goes_on).last().filter(|_| joined);
        Some(phrase.start..end.map_or(phrase.end, |last| last + 1))
    };
    let own = by(&held.phrasing.document, verb, &held.phrasing.tokens())?;
    // "By *increases* in car sales", "by car sales increases".
    let own = if Direction::of(held.phrasing.document.folded(own.start)).is_some() {
        own.start..held.phrasing.tokens().end
    } else {
        own
    };
    let other = by(held.document(), reported, sentence)?;
    // "By *nine votes* to two" is by nobody.
    let valued = |i: usize| held.mentions().iter().any(|mention| mention.tokens.contains(&i));
    (!other.clone().any(valued) && exclude(held, &own, &other)).then_some(other)
}

/// Whether two phrases name different things: nothing in one may answer the other, and both are named by small words.
fn exclude(held: &Held<'_>, ours: &Range<usize>, theirs: &Range<usize>) -> bool {
    let (claim, text) = (&held.phrasing.document, held.document());
    let common = |document: &Document, phrase: &Range<usize>| {
        phrase.clone().all(|i| document.tokens()[i].case == Case::Lower)
    };
    common(claim, ours) && common(text, theirs) && !has_answer(held, ours, theirs)
}

/// Whether a word has a verb in common with what comes before it: "the stove weighs 2 kg, *the tent* 3 kg".
fn is_joined(held: &Held<'_>, token: usize, verb: usize) -> bool {
    let text = held.document();
    let small = |i: usize| english::is_function_word(text.folded(i)) || held.is_aligned(i);
    let before = (verb..token).rev().find(|&i| text.folded(i) == "and" || !small(i));
    // "*After* Smith won the cup, Holt left."
    let first = held.sentence_of(verb).map_or("", |sentence| text.folded(sentence.start));
    let follows = matches!(first, "after" | "although" | "as" | "before" | "since" | "when" | "while");
    before.is_some_and(|i| matches!(text.folded(i), ";" | "and") || text.folded(i) == "," && !follows)
        && !(token + 1 < text.tokens().len() && english::is_verb(text, token + 1))
}
