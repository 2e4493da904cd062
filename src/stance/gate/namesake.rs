//! Does the passage name another with a name like the claim's?

use crate::english;
use crate::matcher::Answer;
use crate::stance::held::Held;
use crate::text::{Case, Document};
use crate::value::name::Name;

use super::more_said;
use super::name::answers;
use super::person::{is_person, looks_like_a_person};

/// The words for another person, place or body that the passage names where the claim names this one.
pub(super) fn of<'a>(held: &'a Held<'_>, name: &Name) -> Option<&'a str> {
    namesake(held, name).or_else(|| another_place(held, name)).or_else(|| another_body(held, name))
}

/// A name of the passage that shares a first name or a last name with the claim's and has another instead of the rest:
/// "Matt Juke" for "Matt Jukes", "Adam Smith" for "John Smith".
fn namesake<'a>(held: &'a Held<'_>, name: &Name) -> Option<&'a str> {
    let (first, last) = (name.core.start, name.core.end.checked_sub(1)?);
    let answered =
        |token: usize| held.alignment.pairs(held.phrasing).find(|&(p, _)| p == token).map(|(_, q)| q);
    let other = |q: usize| held.names().iter().find(|other| other.core.contains(&q));
    let initial = |token: usize| held.document().folded(token).chars().count() == 1;
    if name.core.len() < 2 {
        return None;
    }
    // "The Second World War" is all of "World War II".
    if answers(held, &name.core).any(|answer| answer == Answer::Shortened) {
        return None;
    }
    // "*Simon* Ashworth stood. His brother *James* did not."
    let (claim, text) = (&held.phrasing.document, held.document());
    let is_of_another = |q: usize, surname: usize| {
        let bearer =
            other(surname).filter(|bearer| !bearer.core.contains(&q) && bearer.core.start < surname)?;
        let has = |other: &Name, word: &str| other.core.clone().any(|i| text.folded(i) == word);
        let in_full = |other: &&Name| has(other, claim.folded(first)) && has(other, claim.folded(last));
        let given = |word: &str| english::given_name(word).is_some();
        let persons = given(claim.folded(first)) && given(text.folded(bearer.core.start));
        // "*Leon and* Nina Varga".
        let joined = matches!(text.folded_or_empty(q + 1), "and" | "&" | ",");
        (persons && !joined && !held.names().iter().any(in_full)).then_some(bearer)
    };
    let namesake = match (answered(first), answered(last)) {
        (Some(q), Some(surname)) => is_of_another(q, surname)?,
        (Some(q), None) => other(q).filter(|other| q + 1 < other.core.end)?,
        (None, Some(q)) if is_person(name, |i| held.phrasing.document.folded(i)) => {
            other(q).filter(|other| {
                looks_like_a_person(held, other)
                    && other.core.start < q
                    && other.core.end == q + 1
                    && !initial(other.core.start)
            })?
        }
        _ => return None,
    };
    let ours = name.core.clone().map(|p| held.phrasing.document.folded(p));
    let same = ours.eq(namesake.core.clone().map(|q| held.document().folded(q)));
    (!same && !is_short_for(held, name, namesake)).then(|| held.words(&namesake.core))
}

/// The body of the passage whose name differs from the claim's in its first word, "*American* Medical Association" for the
/// Australian one, or the person with another initial.
fn another_body<'a>(held: &'a Held<'_>, name: &Name) -> Option<&'a str> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let answered =
        |token: usize| held.alignment.pairs(held.phrasing).find(|&(p, _)| p == token).map(|(_, q)| q);
    let (first, last) = (name.core.start, name.core.end.checked_sub(1)?);
    let Some(there) = answered(last) else {
        // "World War *I*" for "World War *II*".
        let before = last.checked_sub(1).and_then(answered)?;
        let numbered = name.core.len() > 1
            && is_numeral(claim.folded(last))
            && is_numeral(text.folded_or_empty(before + 1))
            && claim.folded(last) != text.folded_or_empty(before + 1);
        return numbered.then(|| held.words(&(before..before + 2)));
    };
    let other = held.names().iter().find(|other| other.core.contains(&there))?;
    let initial = |document: &Document, at: usize| {
        let folded = document.folded_or_empty(at);
        (1..=2).contains(&folded.len()) && document.tokens()[at].case != Case::Lower
    };
    let is_another = match answered(first) {
        None => {
            let own = other.core.start;
            // "*Premier* Ford" may be Doug Ford.
            let given = |word: &str| english::given_name(word).is_some();
            let title = english::names_persons(claim.folded(first))
                || given(claim.folded(first)) != given(text.folded(own));
            if title {
                return None;
            }
            other.core.len() == name.core.len()
                && name.core.len() > 1
                && own < there
                && !held.is_aligned(own)
                && answers(held, &(first..first + 1)).any(|answer| answer == Answer::Nothing)
                && !is_short_for(held, name, other)
        }
        Some(q) => {
            name.core.contains(&(first + 1))
                && other.core.contains(&(q + 1))
                && initial(claim, first + 1)
                && initial(text, q + 1)
                && claim.folded(first + 1) != text.folded(q + 1)
        }
    };
    is_another.then(|| held.words(&other.core))
}

/// Whether a word (folded) numbers the bearers of a name: "II", "3".
fn is_numeral(word: &str) -> bool {
    matches!(
        word,
        "i" | "ii" | "iii" | "iv" | "v" | "vi" | "vii" | "viii" | "ix" | "x" | "xi" | "xii" | "xiv" | "xvi"
    ) || !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Places whose names are other places' with a word before them.
const OTHER_PLACES: [(&str, &str); 11] = [
    ("equatorial", "guinea"),
    ("new", "england"),
    ("new", "guinea"),
    ("new", "hampshire"),
    ("new", "jersey"),
    ("new", "mexico"),
    ("new", "york"),
    ("northern", "ireland"),
    ("south", "africa"),
    ("south", "sudan"),
    ("west", "virginia"),
];

/// The place of the passage whose name ends in the claim's: "Northern Ireland", where the claim names Ireland.
fn another_place<'a>(held: &'a Held<'_>, name: &Name) -> Option<&'a str> {
    let text = held.document();
    let before =
        |document: &Document, at: usize| at.checked_sub(1).filter(|&i| document.tokens()[i].is_word());
    let (p, q) = held.alignment.pairs(held.phrasing).find(|&(p, _)| name.core == (p..p + 1))?;
    let first = before(text, q)?;
    let is_other = OTHER_PLACES.contains(&(text.folded(first), text.folded(q)));
    let same = before(&held.phrasing.document, p)
        .is_some_and(|i| held.phrasing.document.folded(i) == text.folded(first));
    (is_other && !same).then(|| held.words(&(first..q + 1)))
}

/// Whether each word of one name begins one of the other: "Tim Roth" and "Timothy Simon Roth", "West Brom" and "West
/// Bromwich Albion".
pub(super) fn is_short_for(held: &Held<'_>, name: &Name, other: &Name) -> bool {
    let claim = &held.phrasing.document;
    let begins = |p: usize, q: usize| english::may_be_short_for(claim.folded(p), held.document().folded(q));
    let ours = |q: usize| name.core.clone().any(|p| begins(p, q));
    let theirs = |p: usize| other.core.clone().any(|q| begins(p, q));
    name.core.clone().all(theirs) || other.core.clone().all(ours)
}

/// From this Zipf frequency on a noun says by itself what bears a name.
const PLAIN: f64 = 3.5;

/// Whether the passage tells of one whose name is longer than that of the claim's subject, which may be of another: "Zephyr *Labs*", for
/// "Zephyr". Where the text has the short name as well, it stands for the long one.
pub(super) fn has_a_longer_name(held: &Held<'_>) -> bool {
    let text = held.document();
    let Some(subject) = held.phrasing.subject() else { return false };
    let claim = &held.phrasing.document;
    // Not "IMF", for "International Monetary Fund".
    let same = |&(p, q): &(usize, usize)| subject.core.contains(&p) && claim.folded(p) == text.folded(q);
    let own = held.alignment.pairs(held.phrasing).filter(same);
    let Some(last) = own.map(|(_, q)| q).max() else { return false };
    let Some(name) = held.names().iter().find(|name| name.core.contains(&last)) else { return false };
    let next = last + 1;
    let longer = name.core.contains(&next)
        && !held.is_aligned(next)
        && !more_said::is_legal_form(text.folded(next))
        && !english::names_people(text.folded(next));
    if !longer {
        return false;
    }
    let (word, added) = (text.folded(last), text.folded(next));
    // "Ridley *Bank*" is nobody, though Ridley is a first name.
    let noun = english::parts_of_speech(&english::stem(added)).starts_with('n')
        && english::zipf(added).is_some_and(|zipf| zipf >= PLAIN)
        && !english::is_common_surname(added);
    let person = !noun && name.core.clone().any(|i| english::given_name(text.folded(i)).is_some());
    let short = (0..text.tokens().len())
        .any(|i| i != last && text.folded(i) == word && text.folded_or_empty(i + 1) != added);
    !person && !short
}
