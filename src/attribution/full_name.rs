//! What of a proper name is a person's.

use std::ops::Range;

use crate::english;
use crate::text::{Case, Document};
use crate::value::name::Name;

use super::lexicon;
use super::speaker::SpeakerKind;

/// What of a name is a person's: "Rhona Pell" of "Captain Rhona Pell", "David Lammy" of "Foreign Secretary
/// David Lammy"; empty where it names something else.
pub(super) fn person(document: &Document, name: &Name) -> Range<usize> {
    let core = without_additions(document, name.core.clone());
    let none = core.end..core.end;
    let word = |at: usize| document.folded_or_empty(at);
    let last = word(core.end - 1);
    let kind = lexicon::kind(last).filter(|_| !english::is_common_surname(last));
    // "NHS England"
    let upper = |at: usize| document.tokens()[at].case == Case::Upper;
    if core.len() > 1 && upper(core.start) && word(core.start).chars().count() > 2 && !core.clone().all(upper)
    {
        return none;
    }
    if core.len() > 5 || kind == Some(SpeakerKind::Body) {
        return none;
    }
    if core.start > name.tokens.start {
        return core;
    }
    let given = (core.start..core.end - 1).find(|&at| english::given_name(word(at)).is_some());
    if let Some(given) = given
        && (!is_common_noun(last) || lexicon::is_person(last))
        && leading_role(document, core.start..given).end == given
    {
        return given..core.end;
    }
    let role = leading_role(document, core.clone());
    if role.end == core.end || kind == Some(SpeakerKind::Document) {
        return none;
    }
    let rest = role.end..core.end;
    let follows_role = !role.is_empty() || core.start > 0 && is_role_word(document, core.start - 1);
    let rare = |at: usize| english::zipf(word(at)).is_none_or(|zipf| zipf < 3.8);
    let named = |at: usize| rare(at) || at + 1 == rest.end && english::is_common_surname(word(at));
    let reads_as_name = rest.len() >= 2 && rest.clone().all(|at| named(at) && !is_thing(word(at)));
    let known = rest.len() == 1 && english::is_common_surname(word(rest.start)) && rare(rest.start);
    let capitals_only = rest.clone().all(|at| document.tokens()[at].case == Case::Upper);
    if (follows_role && !is_thing(word(core.end - 1))
        || reads_as_name
        || known
        || is_one_word(document, &rest))
        && !capitals_only
        && rest.len() <= 4
    {
        return rest;
    }
    none
}

/// A surname that may be some person's, once another place names him in full.
fn is_one_word(document: &Document, rest: &Range<usize>) -> bool {
    rest.len() == 1 && lexicon::kind(document.folded_or_empty(rest.start)).is_none()
}

/// The words at the start of `tokens` up to the last that is a role: "Foreign Secretary".
fn leading_role(document: &Document, tokens: Range<usize>) -> Range<usize> {
    let end = tokens.clone().rev().find(|&at| is_role_word(document, at)).map_or(tokens.start, |at| at + 1);
    tokens.start..end
}

/// "Anna Weiss" of "Professor Anna Weiss of Vienna", "Simon Oduya" of "Simon Oduya KC".
fn without_additions(document: &Document, core: Range<usize>) -> Range<usize> {
    let word = |at: usize| document.folded_or_empty(at);
    let of = (core.start + 2..core.end).find(|&at| word(at) == "of");
    let end = of.filter(|_| english::given_name(word(core.start)).is_some()).unwrap_or(core.end);
    let honour = |at: usize| matches!(word(at), "kc" | "qc" | "mbe" | "obe" | "cbe" | "phd" | "md");
    let end = if end > core.start + 2 && honour(end - 1) { end - 1 } else { end };
    core.start..end
}

fn is_role_word(document: &Document, at: usize) -> bool {
    let word = document.folded_or_empty(at);
    if matches!(word, "det" | "insp" | "sgt" | "supt" | "cllr" | "dci" | "dcs" | "cdr" | "cpl" | "ch") {
        return true;
    }
    lexicon::is_person(word) && english::given_name(word).is_none()
}

/// A common word that ends no person's name, unless a given name stands before: "United".
fn is_thing(word: &str) -> bool {
    is_common_noun(word)
        || !english::is_common_surname(word)
            && english::zipf(word).is_some_and(|zipf| zipf >= 4.0)
            && english::parts_of_speech(&english::stem(word)).starts_with('a')
}

/// A common noun that ends no person's name even after a given one: "Victoria Street".
fn is_common_noun(word: &str) -> bool {
    !english::is_common_surname(word)
        && english::zipf(word).is_some_and(|zipf| zipf >= 4.0)
        && english::parts_of_speech(&english::stem(word)).starts_with('n')
}
