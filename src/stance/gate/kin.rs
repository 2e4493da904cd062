//! Is it the one that the claim names, or only somebody or something akin by name: "*Israeli settlers*" for Israel, "*North* Koreans" for
//! Koreans, "Ohio *State*" for Ohio?

use std::ops::Range;

use crate::english;
use crate::matcher::{Answer, Likeness};
use crate::stance::held::Held;
use crate::text::{Case, WordSet};

use super::{grammar, scope};

/// Words before a name that make it another.
static BEFORE: WordSet = WordSet::of(&[
    "central",
    "east",
    "eastern",
    "equatorial",
    "latin",
    "new",
    "north",
    "northern",
    "south",
    "southern",
    "west",
    "western",
]);

/// Words after a name that make it another.
static AFTER: WordSet = WordSet::of(&["county", "heights", "island", "islands", "state"]);

/// Nouns for those by whom a state acts: "Israeli *forces*".
static OF_STATE: WordSet = WordSet::of(&[
    "air",
    "army",
    "authorities",
    "authority",
    "border",
    "coast",
    "coastguard",
    "court",
    "courts",
    "delegation",
    "diplomats",
    "embassy",
    "forces",
    "foreign",
    "government",
    "jets",
    "leaders",
    "military",
    "minister",
    "ministers",
    "ministry",
    "missile",
    "missiles",
    "navy",
    "officials",
    "parliament",
    "police",
    "president",
    "prime",
    "regime",
    "security",
    "side",
    "soldiers",
    "state",
    "team",
    "troops",
    "warplanes",
    "warship",
]);

/// How many words after a people's the noun stands at most.
const NOUNS: usize = 3;

/// The words by which the passage speaks of another than the one that the claim tells of first.
pub(super) fn instead<'a>(held: &Held<'a>) -> Option<&'a str> {
    let claim = &held.phrasing.document;
    let start = held.phrasing.tokens().start;
    let p = start + usize::from(claim.folded(start) == "the");
    let name = p < held.phrasing.tokens().end && claim.tokens()[p].case != Case::Lower;
    let words = held.phrasing.frame.iter().zip(&held.alignment.answers);
    let (q, likeness) = words.into_iter().find_map(|(word, answer)| match *answer {
        Answer::Token { token, likeness } if word.token == Some(p) => Some((token, likeness)),
        _ => None,
    })?;
    // What describes another is no name by itself: "the *Carolina* League", "*American* troops".
    let describes = english::is_content_word(claim, p + 1) && !english::is_verb(claim, p + 1);
    let named = name && is_capitalised(held, q);
    let found = preceded(held, p, q)
        .filter(|_| !describes)
        .or_else(|| followed(held, p, q))
        .or_else(|| by_its_people(held, p, q).filter(|_| likeness == Likeness::Derived && !describes));
    found.filter(|_| named).map(|(start, end)| held.words(&(start..end)))
}

fn is_capitalised(held: &Held<'_>, at: usize) -> bool {
    held.document().tokens()[at].case != Case::Lower
}

/// "*North* Korea" for "Korea", "*French* Canadians" for "Canadians".
fn preceded(held: &Held<'_>, p: usize, q: usize) -> Option<(usize, usize)> {
    let text = held.document();
    let before = q.checked_sub(1).filter(|&i| i >= held.tokens.start && is_capitalised(held, i))?;
    let begins = held.sentence_of(q).is_some_and(|sentence| sentence.start == before);
    let word = text.folded(before);
    let another = BEFORE.contains(word)
        || is_members(held, p)
            && english::is_content_word(text, before)
            && (!begins || english::names_members(&format!("{word}s")));
    (another && !is_of_claim(held, before)).then_some((before, q + 1))
}

/// "Ohio *State*" for "Ohio".
fn followed(held: &Held<'_>, p: usize, q: usize) -> Option<(usize, usize)> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let after = q + 1;
    let another = after < held.tokens.end
        && claim.folded(p) == text.folded(q)
        && AFTER.contains(text.folded(after))
        && is_capitalised(held, after);
    (another && !is_of_claim(held, after)).then_some((q, after + 1))
}

/// Whether the claim has the word at `at` of the passage, aligned or not.
fn is_of_claim(held: &Held<'_>, at: usize) -> bool {
    held.is_aligned(at) || scope::in_claim(held, held.document().folded(at))
}

/// Whether the claim's word at `p` names those who are of a people.
fn is_members(held: &Held<'_>, p: usize) -> bool {
    let word = held.phrasing.document.folded(p);
    word.ends_with('s') && english::names_members(word)
}

/// "Israeli *settlers*", "an *Italian*", "*Americans*" for the state that the claim says did it.
fn by_its_people(held: &Held<'_>, p: usize, q: usize) -> Option<(usize, usize)> {
    let (claim, text) = (&held.phrasing.document, held.document());
    // What is the state's own, or by it, comes to the same: "Russia's attack", "the Russian attack".
    let owns = claim.is_possessive(p);
    let people = english::names_members(claim.folded(p));
    if owns || people || claim.folded(p) == text.folded(q) {
        return None;
    }
    let before = q.checked_sub(1).filter(|&i| i >= held.tokens.start).map_or("", |i| text.folded(i));
    let next = q + 1;
    let noun = next < held.tokens.end
        && english::is_content_word(text, next)
        && !english::is_verb(text, next)
        && !is_capitalised(held, next)
        && !held.is_aligned(next);
    // "Canadian *health officials*".
    let mut run = (next..held.tokens.end).take_while(|&i| english::is_content_word(text, i)).take(NOUNS);
    let acts = noun && run.any(|i| OF_STATE.contains(text.folded(i)));
    let plural = text.folded(q).ends_with('s') && !claim.folded(p).ends_with('s');
    let one = matches!(before, "a" | "an");
    let another = (one || noun) && !acts || plural && before != "the";
    another.then_some((q, if noun { next + 1 } else { next }))
}

/// Those who follow whom the claim is about, where the passage is about them: "*supporters of Abbott* left the party".
pub(super) fn followers(held: &Held<'_>) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let ours = held.phrasing.names.iter().find(|name| name.tokens.start == held.phrasing.tokens().start)?;
    let (_, answer) = held.alignment.pairs(held.phrasing).find(|(p, _)| ours.core.contains(p))?;
    let name = held.names().iter().find(|name| name.core.contains(&answer))?;
    let of = name.tokens.start.checked_sub(1).filter(|&of| text.folded(of) == "of")?;
    let others = of.checked_sub(1).filter(|&others| held.tokens.contains(&others))?;
    let word = text.folded(others);
    let follow = FOLLOWERS.contains(&english::singular(word)) && !scope::in_claim(held, word);
    let owned = claim.is_possessive(ours.tokens.end - 1);
    // "Friends of Abbott *said* he left."
    let next = name.tokens.end;
    let speak = held.tokens.contains(&next) && grammar::says_so(text, next);
    (follow && !owned && !speak).then_some(others..name.tokens.end)
}

/// Those of whom another's name tells who they are.
#[rustfmt::skip]
static FOLLOWERS: WordSet = WordSet::of(&[
    "ally", "backer", "colleague", "critic", "enemy", "fan", "follower", "friend", "neighbour", "opponent",
    "relative", "rival", "supporter", "victim",
]);
