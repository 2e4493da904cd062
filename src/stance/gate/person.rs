//! Does a name look like a person's?

use crate::english;
use crate::stance::held::Held;
use crate::text::Case;
use crate::value::name::Name;

/// A title, or a first name before a word that English hardly uses.
pub(super) fn looks_like_a_person(held: &Held<'_>, name: &Name) -> bool {
    let document = held.document();
    // "Tory MP" and "BBC" are none.
    let capitals = document.tokens()[name.core.end - 1].case == Case::Upper;
    !capitals && is_person(name, |i| document.folded(i))
}

/// The same, or a single name that is no word of English: "Rudakubana", but not "Tory".
pub(super) fn may_be_a_person(held: &Held<'_>, name: &Name) -> bool {
    let single = name.core.len() == 1 && english::zipf(held.document().folded(name.core.start)).is_none();
    single || looks_like_a_person(held, name)
}

pub(super) fn claim_names_a_person(held: &Held<'_>, name: &Name) -> bool {
    is_person(name, |i| held.phrasing.document.folded(i))
}

pub(super) fn is_person<'a>(name: &Name, folded: impl Fn(usize) -> &'a str) -> bool {
    let given = name.core.clone().next().is_some_and(|first| english::given_name(folded(first)).is_some());
    given && is_short(name) && !is_linked(name, &folded) || is_surely_a_person(name, folded)
}

/// The same, whatever the first name: "Tommy Boy" may be a film.
pub(super) fn is_surely_a_person<'a>(name: &Name, folded: impl Fn(usize) -> &'a str) -> bool {
    let titled = name.tokens.start < name.core.start;
    let last_is_rare =
        name.core.end.checked_sub(1).is_some_and(|i| english::zipf(folded(i)).is_none_or(|zipf| zipf < 4.3));
    titled || is_short(name) && last_is_rare && !is_linked(name, &folded)
}

fn is_short(name: &Name) -> bool {
    (2..=4).contains(&name.core.len())
}

/// "Bank of England"
fn is_linked<'a>(name: &Name, folded: &impl Fn(usize) -> &'a str) -> bool {
    name.core.clone().any(|i| matches!(folded(i), "of" | "the"))
}
