//! People with a name.

use std::collections::{BTreeMap, BTreeSet};

use crate::attribution::register::gender_of_title;
use crate::attribution::speaker::{Speaker, SpeakerKind};
use crate::english::{self, Gender};
use crate::value::name::is_title;

use super::classes::Classes;
use super::words;

/// A short form is so many letters shorter than its name: "Dan", but "Ann" is not "Anna".
const LEAST_SHORTER: usize = 2;

/// A name as it is compared.
#[derive(Debug, Clone)]
struct Name {
    /// Its place among the speakers.
    index: usize,
    first: Option<String>,
    last: String,
    title: Option<String>,
    roles: Vec<BTreeSet<String>>,
}

/// The people among the speakers, for others to be joined with.
#[derive(Debug, Default)]
pub(super) struct People {
    names: Vec<Name>,
}

/// Brings together the people among `speakers`.
pub(super) fn unite(speakers: &[&Speaker], classes: &mut Classes) -> People {
    let named = |(index, speaker): (usize, &&Speaker)| {
        (speaker.kind == SpeakerKind::Person).then(|| read(index, speaker)).flatten()
    };
    let names: Vec<Name> = speakers.iter().enumerate().filter_map(named).collect();
    let mut by_last: BTreeMap<&str, Vec<&Name>> = BTreeMap::new();
    for name in &names {
        by_last.entry(&name.last).or_default().push(name);
    }
    for bearers in by_last.values() {
        let people = full_names(bearers);
        for names in &people {
            join_all(names, classes);
            if let Some(first) = names.first() {
                classes.set_person(first.index);
            }
        }
        surnames(bearers, &people, classes);
    }
    for name in names.iter().filter(|name| name.first.is_none()) {
        knighted(name, &names, classes);
    }
    for name in &names {
        classes.set_person(name.index);
    }
    People { names }
}

/// "Sir Keir" is the only Keir.
fn knighted(name: &Name, names: &[Name], classes: &mut Classes) {
    let bears = |other: &&Name| other.first.as_ref() == Some(&name.last);
    let mut bearers = names.iter().filter(bears).map(|other| other.index);
    let Some(first) = bearers.next().filter(|_| matches!(name.title.as_deref(), Some("sir" | "dame"))) else {
        return;
    };
    if bearers.all(|other| classes.find(other) == classes.find(first)) {
        classes.join(first, name.index);
    }
}

fn read(index: usize, speaker: &Speaker) -> Option<Name> {
    let mut parts = words(&speaker.name);
    let titles = parts.iter().take_while(|word| is_title(word)).count();
    let title = parts.drain(..titles).next_back().or_else(|| speaker.title.as_deref().map(crate::text::fold));
    let last = parts.pop()?;
    let first = parts.into_iter().next();
    let rank = title.iter().filter(|title| is_rank(title)).map(|title| BTreeSet::from([title.clone()]));
    let roles = speaker.described.iter().map(|role| role_words(role)).chain(rank).collect();
    Some(Name { index, first, last, title, roles })
}

/// The words of a role, without what does not tell one from another.
fn role_words(role: &str) -> BTreeSet<String> {
    words(role).into_iter().filter(|word| !english::is_function_word(word)).collect()
}

fn join_all(names: &[&Name], classes: &mut Classes) {
    for pair in names.windows(2) {
        classes.join(pair[0].index, pair[1].index);
    }
}

/// The people of one surname, each with all its full names.
fn full_names<'a>(bearers: &[&'a Name]) -> Vec<Vec<&'a Name>> {
    let mut by_first: BTreeMap<&str, Vec<&Name>> = BTreeMap::new();
    for name in bearers {
        if let Some(first) = &name.first {
            by_first.entry(first).or_default().push(name);
        }
    }
    let firsts: Vec<&str> = by_first.keys().copied().collect();
    let mut people: BTreeMap<&str, Vec<&Name>> = BTreeMap::new();
    for (first, names) in &by_first {
        people.entry(longest(first, &firsts)).or_default().extend(names);
    }
    people.into_values().collect()
}

/// The name that `first` is short for, where there is one only.
fn longest<'a>(first: &'a str, all: &[&'a str]) -> &'a str {
    let longer: Vec<&str> = all.iter().copied().filter(|other| is_short_for(first, other)).collect();
    let mut last = longer.iter().filter(|one| !longer.iter().any(|other| is_short_for(one, other)));
    match (last.next(), last.next()) {
        (Some(one), None) => one,
        _ => first,
    }
}

fn is_short_for(short: &str, long: &str) -> bool {
    let gender = |name: &str| english::given_name(name).flatten();
    let apart = matches!((gender(short), gender(long)), (Some(one), Some(other)) if one != other);
    long.starts_with(short) && long.len() >= short.len() + LEAST_SHORTER && (!apart || short.len() == 1)
}

/// Joins those named by their surname only.
fn surnames(bearers: &[&Name], people: &[Vec<&Name>], classes: &mut Classes) {
    let alone: Vec<&Name> = bearers.iter().copied().filter(|name| name.first.is_none()).collect();
    let rest: Vec<&Name> = match people {
        [person] => alone.into_iter().filter(|name| !joins_person(name, person, classes)).collect(),
        _ => alone,
    };
    let mut groups: BTreeMap<Option<String>, Vec<&Name>> = BTreeMap::new();
    for name in rest {
        groups.entry(group(name)).or_default().push(name);
    }
    // "Amess" without a title may be any of them, so it joins where there is one only.
    if groups.len() == 2
        && let Some(untitled) = groups.remove(&None)
    {
        groups.values_mut().for_each(|names| names.extend(&untitled));
    }
    for names in groups.values() {
        join_alike(names, classes);
    }
}

/// What tells those of one surname apart: whether it is "Mr" or "Ms", or "Lady".
fn group(name: &Name) -> Option<String> {
    let title = name.title.as_deref()?;
    match gender_of_title(title) {
        _ if title == "lady" => Some(title.to_owned()),
        Some(Gender::Male) => Some("m".to_owned()),
        Some(Gender::Female) => Some("f".to_owned()),
        None => None,
    }
}

fn joins_person(name: &Name, person: &[&Name], classes: &mut Classes) -> bool {
    let told = |name: &Name| name.first.as_deref().and_then(|first| english::given_name(first).flatten());
    let gender = person.iter().find_map(|name| told(name));
    let own = name.title.as_deref().and_then(gender_of_title);
    let apart = matches!((own, gender), (Some(one), Some(other)) if one != other);
    let lady = name.title.as_deref() == Some("lady")
        && !person.iter().any(|other| other.title.as_deref() == Some("lady"));
    let known = !english::is_common_surname(&name.last)
        || person.iter().any(|other| share_role(name, other) || share_rank(name, other));
    if apart || lady || !known {
        return false;
    }
    if let Some(first) = person.first() {
        classes.join(first.index, name.index);
    }
    true
}

/// Those of a rare surname are one; of a common one only those with the same role.
fn join_alike(names: &[&Name], classes: &mut Classes) {
    let Some(first) = names.first() else { return };
    if !english::is_common_surname(&first.last) {
        join_all(names, classes);
        return;
    }
    let mut by_role: BTreeMap<&BTreeSet<String>, &Name> = BTreeMap::new();
    for name in names {
        for role in name.roles.iter().filter(|role| !role.is_empty()) {
            let other = *by_role.entry(role).or_insert(name);
            classes.join(other.index, name.index);
        }
    }
    let mut by_rank: BTreeMap<Option<&str>, &Name> = BTreeMap::new();
    for name in names.iter().filter(|name| share_rank(name, name)) {
        let other = *by_rank.entry(name.title.as_deref()).or_insert(name);
        classes.join(other.index, name.index);
    }
}

/// A title that few bear: "Lord Anderson", "Judge Cole".
fn share_rank(one: &Name, other: &Name) -> bool {
    one.title.as_deref().is_some_and(is_rank) && one.title == other.title
}

/// Whether a title (folded) is more than a form of address.
fn is_rank(title: &str) -> bool {
    !matches!(title, "mr" | "mrs" | "ms" | "miss" | "dr" | "lady" | "rev" | "father" | "brother")
}

fn share_role(one: &Name, other: &Name) -> bool {
    one.roles.iter().any(|role| {
        !role.is_empty() && other.roles.iter().any(|own| own.is_superset(role) || role.is_superset(own))
    })
}

impl People {
    /// The one person, by place among the speakers, whom somebody describes with all the words of `role`.
    pub(super) fn described(&self, role: &str, classes: &Classes) -> Option<usize> {
        let wanted = role_words(role);
        let noun = words(role).pop()?;
        let fits =
            |name: &&Name| name.roles.iter().any(|own| own.is_superset(&wanted) && own.contains(&noun));
        self.only(self.names.iter().filter(fits), classes)
    }

    /// The one person that `name` can be the name of.
    pub(super) fn named(&self, name: &str, classes: &Classes) -> Option<usize> {
        let speaker = Speaker::new(name, SpeakerKind::Person);
        let wanted = read(0, &speaker)?;
        let same_last = || self.names.iter().filter(|name| name.last == wanted.last);
        let rare = !english::is_common_surname(&wanted.last);
        let Some(first) = &wanted.first else {
            let ranks = same_last().any(|name| share_rank(&wanted, name));
            return self.only(same_last(), classes).filter(|_| rare || ranks);
        };
        let fits = |name: &&Name| {
            name.first
                .as_ref()
                .is_some_and(|own| own == first || is_short_for(own, first) || is_short_for(first, own))
        };
        let full = self.only(same_last().filter(fits), classes);
        // "Lord Anderson", of whom another source says that he is David.
        let alone = || {
            self.only(same_last(), classes).filter(|_| rare && same_last().all(|name| name.first.is_none()))
        };
        full.or_else(alone)
    }

    fn only<'a>(&self, mut names: impl Iterator<Item = &'a Name>, classes: &Classes) -> Option<usize> {
        let first = names.next()?.index;
        names.all(|name| classes.find(name.index) == classes.find(first)).then_some(first)
    }
}
