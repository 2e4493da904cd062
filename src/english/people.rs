//! Who can speak: nouns for people, groups and writings; given names and surnames.

use std::borrow::Cow;

use super::table::{Table, table};
use crate::text::WordSet;

static SURNAMES: Table = table!("surnames");
static GIVEN: Table = table!("given");
static SPEAKERS: Table = table!("speakers");

/// What a noun that can be said to speak names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Voice {
    /// A person: "minister".
    Person,
    /// A group or institution: "police".
    Group,
    /// Something said or written: "report".
    Writing,
}

/// Who bears a given name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gender {
    /// Women.
    Female,
    /// Men.
    Male,
}

/// What the noun `word` (folded, singular) names, if it names one that can speak in a common sense (WordNet).
#[must_use]
pub fn voice(word: &str) -> Option<Voice> {
    match SPEAKERS.get(word)? {
        "p" => Some(Voice::Person),
        "g" => Some(Voice::Group),
        _ => Some(Voice::Writing),
    }
}

/// Words for those who are of a people, a party or a faith, in the singular, that do not end in "-an": "Swede", "Democrat".
static MEMBERS: WordSet = WordSet::of(&[
    "arab",
    "basque",
    "brit",
    "briton",
    "catholic",
    "conservative",
    "copt",
    "croat",
    "czech",
    "dane",
    "democrat",
    "filipino",
    "finn",
    "greek",
    "hindu",
    "hispanic",
    "hutu",
    "icelander",
    "iraqi",
    "israeli",
    "jew",
    "kazakh",
    "kurd",
    "latina",
    "latino",
    "liberal",
    "muslim",
    "nepali",
    "pakistani",
    "pole",
    "protestant",
    "saudi",
    "scot",
    "serb",
    "shia",
    "sikh",
    "slovak",
    "slovene",
    "somali",
    "sunni",
    "swede",
    "tajik",
    "tamil",
    "thai",
    "tory",
    "turk",
    "tutsi",
    "uighur",
    "unionist",
    "uzbek",
    "yemeni",
]);

/// Whether `word` (folded), in the singular or the plural, names those who are of a people, a party or a faith: "Serbs".
#[must_use]
pub fn names_members(word: &str) -> bool {
    let single = singular(word);
    MEMBERS.contains(&single) || single.len() >= SHORTEST_PEOPLE && single.ends_with("an")
}

/// What the people of a place that `word` (folded) names are called, or the place of a people, where that is to be seen by the
/// ending: "Tarvia", "Tarvian", "Tarvians".
#[must_use]
pub fn place_and_people(word: &str) -> Option<Cow<'_, str>> {
    let single = word.strip_suffix('s').unwrap_or(word);
    let is_place = |word: &str| word.len() >= SHORTEST_PLACE && word.ends_with("ia");
    match single.strip_suffix('n').filter(|place| is_place(place)) {
        Some(place) => Some(Cow::Borrowed(place)),
        None => is_place(single).then(|| Cow::Owned(format!("{single}n"))),
    }
}

/// Shorter names in "-ia" are rarely those of a place: "Mia", "Julia".
const SHORTEST_PLACE: usize = 6;

/// Shorter names in "-an" are rarely those of a people: "Ryan", "Evan".
const SHORTEST_PEOPLE: usize = 6;

/// Whether the noun `word` (folded), in the singular or the plural, names one or more persons.
#[must_use]
pub fn names_persons(word: &str) -> bool {
    matches!(word, "people" | "men" | "women" | "children")
        || voice(word).or_else(|| voice(&singular(word))) == Some(Voice::Person)
}

/// The singular of `word` (folded), where it is a plural in "-s"; else itself.
#[must_use]
pub fn singular(word: &str) -> Cow<'_, str> {
    let Some(stem) = word.strip_suffix('s') else { return Cow::Borrowed(word) };
    if matches!(word, "series" | "news" | "analysis") || stem.ends_with(['s', 'u']) {
        return Cow::Borrowed(word);
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return Cow::Owned(format!("{stem}y"));
    }
    let hisses = ["sses", "ches", "shes", "xes"].iter().any(|ending| word.ends_with(ending));
    Cow::Borrowed(if hisses { stem.strip_suffix('e').unwrap_or(stem) } else { stem })
}

/// Whether `word` (folded) is a given name, and whose: `Some(None)` where both women and men bear it.
#[must_use]
pub fn given_name(word: &str) -> Option<Option<Gender>> {
    match GIVEN.get(word)? {
        "f" => Some(Some(Gender::Female)),
        "m" => Some(Some(Gender::Male)),
        _ => Some(None),
    }
}

/// Who is meant by `noun` (folded, singular), where it says so: "daughter", "policeman".
#[must_use]
pub fn gender_of_noun(noun: &str) -> Option<Gender> {
    match noun {
        "mother" | "daughter" | "wife" | "sister" | "widow" | "girl" | "aunt" | "grandmother" | "niece"
        | "actress" | "girlfriend" | "mum" | "baroness" | "queen" => Some(Gender::Female),
        "father" | "son" | "husband" | "brother" | "boy" | "uncle" | "grandfather" | "nephew"
        | "boyfriend" | "dad" | "king" | "widower" => Some(Gender::Male),
        _ if noun.ends_with("woman") => Some(Gender::Female),
        _ if noun.ends_with("man") => Some(Gender::Male),
        _ => None,
    }
}

/// The fewest letters of a name that may stand for a longer one: "Tim".
const SHORT_NAME: usize = 3;

/// Whether one of two names (folded) may be short for the other: "Tim" and "Timothy", "Brom" and "Bromwich"; not "Paul" and "Paula",
/// who are two people.
#[must_use]
pub fn may_be_short_for(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let parted = || match (given_name(one), given_name(other)) {
        (Some(Some(one)), Some(Some(other))) => one != other,
        _ => false,
    };
    short.len() >= SHORT_NAME && long.starts_with(short) && !parted()
}

/// Whether the surname `word` (folded) is so common that two people of one text may well share it: "Smith",
/// "Khan".
#[must_use]
pub fn is_common_surname(word: &str) -> bool {
    SURNAMES.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_can_speak() {
        assert_eq!(voice("minister"), Some(Voice::Person));
        assert_eq!(voice("police"), Some(Voice::Group));
        assert_eq!(voice("report"), Some(Voice::Writing));
        assert_eq!(voice("knife"), None);
        assert_eq!(given_name("katie"), Some(Some(Gender::Female)));
        assert_eq!(given_name("daniel"), Some(Some(Gender::Male)));
        assert_eq!(given_name("knife"), None);
        assert!(is_common_surname("smith") && is_common_surname("khan") && is_common_surname("nguyen"));
        assert!(!is_common_surname("amess") && !is_common_surname("rudakubana"));
    }
}
