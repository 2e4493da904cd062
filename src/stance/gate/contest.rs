//! Who won and who lost: "Arsenal beat Chelsea 2-1" is not borne out by "Chelsea won 2-1 at Arsenal".

use crate::english;
use crate::stance::held::Held;
use crate::text::{Case, Document, WordSet};

use super::grammar::{self, Voice};

/// Verbs of whoever wins, and of whoever loses.
#[rustfmt::skip]
static WINS: WordSet = WordSet::of(&[
    "beat", "beaten", "beating", "beats", "crush", "crushed", "crushes", "defeat", "defeated", "defeating",
    "defeats", "edge", "edged", "edges", "hammer", "hammered", "hammers", "outclass", "outclassed",
    "overcame", "overcome", "overcomes", "rout", "routed", "routs", "stun", "stunned", "stuns", "thrash",
    "thrashed", "thrashes", "upset", "upsets", "win", "winning", "wins", "won",
]);
static LOSES: WordSet = WordSet::of(&["lose", "loses", "losing", "lost"]);

/// Whether a verb is of whoever wins, or of whoever loses; `None` where it is neither.
fn wins(document: &Document, verb: usize) -> Option<bool> {
    let word = document.folded(verb);
    let wins = WINS.contains(word);
    // "In *the defeat*": a noun.
    let before = verb.checked_sub(1).map_or("", |i| document.folded(i));
    let noun = matches!(
        before,
        "a" | "after" | "an" | "despite" | "her" | "his" | "in" | "its" | "of" | "the" | "their"
    );
    let owned = verb.checked_sub(1).is_some_and(|i| document.is_possessive(i));
    if noun || owned || !wins && !LOSES.contains(word) {
        return None;
    }
    Some(wins != (grammar::voice(document, verb) == Voice::Passive))
}

/// How far after the verb the other side is named at most: "lost *to Lyse*".
const AGAINST: usize = 2;

/// The one who wins in the passage where it loses in the claim, or the other way round.
pub(super) fn is_decided_otherwise(held: &Held<'_>) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let (verb, ours) = held.phrasing.tokens().find_map(|p| Some((p, wins(claim, p)?)))?;
    let named = |p: usize| claim.tokens()[p].is_word() && claim.tokens()[p].case != Case::Lower;
    let pairs: Vec<(usize, usize)> =
        held.alignment.pairs(held.phrasing).filter(|&(p, _)| p != verb && named(p)).collect();
    if let Some(otherwise) = is_beaten(held, verb, ours) {
        return Some(otherwise);
    }
    // Against nobody in particular there is no other way round.
    let &(other, _) = pairs.iter().find(|&&(p, _)| p > verb && p <= verb + AGAINST)?;
    // "Lost *Salah* to injury" is against nobody.
    if LOSES.contains(claim.folded(verb)) && claim.folded(other - 1) != "to" {
        return None;
    }
    // Nor is "won *Best Actress*".
    if matches!(claim.folded(verb), "win" | "winning" | "wins" | "won")
        && !matches!(claim.folded(other - 1), "against" | "over")
    {
        return None;
    }
    pairs.iter().find(|&&(p, _)| p < verb)?;
    let sentence = held.sentence_of(pairs.iter().map(|&(_, q)| q).min()?)?;
    // "Alcaraz, *who won* in July, was beaten".
    let relative = |q: usize| q > 0 && matches!(text.folded(q - 1), "that" | "which" | "who");
    let decided = sentence.clone().filter(|&q| !relative(q)).filter_map(|q| Some((q, wins(text, q)?)));
    let decided: Vec<(usize, bool)> = decided.collect();
    let own =
        decided.iter().find(|(q, _)| held.alignment.pairs(held.phrasing).any(|pair| pair == (verb, *q)));
    let &(at, theirs) = own.or_else(|| decided.first())?;
    // Whoever is named last before the verb.
    let before = |&&(_, q): &&(usize, usize)| sentence.contains(&q) && q < at;
    let &(p, q) = pairs.iter().filter(before).max_by_key(|&&(_, q)| q)?;
    let otherwise = (ours == theirs) != (p < verb);
    otherwise.then(|| format!("“{}”, where the claim has it the other way round", held.words(&(q..at + 1))))
}

/// The one of whom the claim tells that it won, right behind the verb of another that wins, or right before such a verb where the claim
/// tells that it lost: "Harrow beat *Linfield*", for "Linfield won at Harrow".
fn is_beaten(held: &Held<'_>, verb: usize, ours: bool) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    // Who lost a job did not lose to anybody.
    if !ours && english::begins_object(claim.folded_or_empty(verb + 1)) {
        return None;
    }
    let named = |p: usize| p < verb && held.phrasing.names.iter().any(|name| name.core.contains(&p));
    let answers = || held.alignment.pairs(held.phrasing).filter(|&(p, _)| named(p)).map(|(_, q)| q);
    let (first, last) = (answers().min()?, answers().max()?);
    let at = if ours { before_whom(text, first)? } else { last + 1 };
    // "Holt *won the election*": nobody is beaten in that.
    let word = text.folded_or_empty(at);
    let beats = WINS.contains(word) && !matches!(word, "win" | "winning" | "wins" | "won");
    let otherwise = beats && grammar::voice(text, at) == Voice::Active && wins(text, at).is_some();
    let words = if ours { at..last + 1 } else { first..at + 1 };
    otherwise.then(|| format!("“{}”, where the claim has it the other way round", held.words(&words)))
}

/// The token before those who are named at `name`: "*defeated* the forces of the League".
fn before_whom(text: &Document, name: usize) -> Option<usize> {
    let past_article = |at: usize| {
        let at = at.checked_sub(1)?;
        if matches!(text.folded(at), "a" | "an" | "the" | "their") { at.checked_sub(1) } else { Some(at) }
    };
    let before = past_article(name)?;
    if text.folded(before) == "of" { past_article(before.checked_sub(1)?) } else { Some(before) }
}
