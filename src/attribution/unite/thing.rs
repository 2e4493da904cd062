//! Bodies, described speakers and documents.

use std::collections::{BTreeMap, BTreeSet};

use crate::attribution::lexicon;
use crate::attribution::phrase::is_determiner;
use crate::attribution::speaker::{Speaker, SpeakerKind};
use crate::attribution::work::is_written;
use crate::english;
use crate::english::singular;
use crate::text::WordSet;
use crate::value::name::is_title;

use super::classes::Classes;
use super::person::People;
use super::words;

/// What is told apart by its marks: those of one sort and noun.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Noun {
    sort: Sort,
    noun: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Body,
    Described,
    Document,
}

/// Words that are no marks: they tell nothing of whose it is.
static PLAIN: WordSet = WordSet::of(&[
    "chief",
    "federal",
    "former",
    "independent",
    "local",
    "national",
    "new",
    "official",
    "own",
    "senior",
    "top",
]);

/// Joins those of `speakers` that are no people, with each other and with the `people`.
pub(super) fn unite(speakers: &[&Speaker], people: &People, classes: &mut Classes) {
    let mut by_noun: BTreeMap<Noun, BTreeMap<BTreeSet<String>, Vec<usize>>> = BTreeMap::new();
    let mut bare_spokesmen = Vec::new();
    let short: BTreeSet<String> = speakers
        .iter()
        .flat_map(|speaker| [Some(speaker.name.as_str()), speaker.of.as_deref()])
        .flatten()
        .filter_map(acronym)
        .collect();
    for (index, speaker) in speakers.iter().enumerate() {
        let role = speaker.name.strip_prefix("the ").filter(|_| speaker.kind == SpeakerKind::Described);
        if speaker.kind == SpeakerKind::Person {
            continue;
        }
        if let Some(person) = role.and_then(|role| people.described(role, classes)) {
            classes.join(person, index);
            continue;
        }
        // "Trump", of whom only another source says that this is a person.
        let surname = speaker.kind == SpeakerKind::Body && words(&speaker.name).len() == 1;
        if let Some(person) = surname.then(|| people.named(&speaker.name, classes)).flatten() {
            classes.join(person, index);
            continue;
        }
        let speaks_for =
            speaker.kind == SpeakerKind::Described && lexicon::speaks_for(&head(&speaker.name).0);
        if speaks_for && speaker.of.is_none() {
            bare_spokesmen.push(index);
            continue;
        }
        let (noun, marks) = read(speaker, speaks_for, &short);
        by_noun.entry(noun).or_default().entry(marks).or_default().push(index);
    }
    for (noun, marked) in &by_noun {
        join_marked(noun, marked, classes);
    }
    for (index, speaker) in speakers.iter().enumerate() {
        join_author(index, speaker, people, classes);
    }
    // Spokesmen of whom nobody says for whom they speak may be one; they get no other's name.
    for pair in bare_spokesmen.windows(2) {
        classes.join(pair[0], pair[1]);
    }
}

/// Joins those whose marks are among those of one other only. Where several have them, or where the marks are
/// none and the noun is that of a body, nobody knows which is meant.
fn join_marked(noun: &Noun, marked: &BTreeMap<BTreeSet<String>, Vec<usize>>, classes: &mut Classes) {
    let widest: Vec<&BTreeSet<String>> = marked
        .keys()
        .filter(|marks| !marked.keys().any(|other| other != *marks && other.is_superset(marks)))
        .collect();
    for (marks, indices) in marked {
        let mut wider = widest.iter().filter(|wider| wider.is_superset(marks));
        let found = wider.next().filter(|_| wider.next().is_none());
        let found = found.filter(|wider| noun.sort != Sort::Body || !marks.is_empty() || wider.is_empty());
        let root = found.and_then(|wider| marked.get(*wider)).unwrap_or(indices).first();
        let Some(root) = root else { continue };
        for index in indices {
            classes.join(*root, *index);
        }
    }
}

/// A report is its author, a statement is whoever made it.
fn join_author(index: usize, speaker: &Speaker, people: &People, classes: &mut Classes) {
    let Some(author) = speaker.of.as_deref().filter(|_| speaker.kind == SpeakerKind::Document) else {
        return;
    };
    if !is_written(&head(&speaker.name).0) {
        return;
    }
    if let Some(person) = people.named(author, classes) {
        classes.join(person, index);
    }
}

/// The noun of a speaker and the words that mark it.
fn read(speaker: &Speaker, speaks_for: bool, short: &BTreeSet<String>) -> (Noun, BTreeSet<String>) {
    let owner = speaker.of.as_deref().unwrap_or_default();
    let body = if speaks_for { owner } else { &speaker.name };
    if let Some(noun) =
        initials(body).filter(|noun| speaker.kind != SpeakerKind::Document && short.contains(noun))
    {
        let noun = singular(&noun).into_owned();
        return (Noun { sort: Sort::Body, noun }, BTreeSet::new());
    }
    if speaks_for {
        let (noun, marks) = head(owner);
        return (Noun { sort: Sort::Body, noun }, marks);
    }
    let (noun, mut marks) = head(&speaker.name);
    let sort = match speaker.kind {
        SpeakerKind::Document => Sort::Document,
        SpeakerKind::Described => Sort::Described,
        SpeakerKind::Body | SpeakerKind::Person => Sort::Body,
    };
    if sort != Sort::Body {
        // What has no name is told apart by names only: "the Anderson report", "the learning review".
        marks = names_in(&speaker.name);
        if sort == Sort::Document {
            marks.extend(modifiers(&speaker.name, &noun));
        }
        marks.extend(speaker.described.iter().flat_map(|name| names_in(name)));
        marks.extend(all_words(owner));
        marks.remove(&noun);
    }
    (Noun { sort, noun }, marks)
}

/// Adjectives that tell one document from another of the same noun; others only judge it: "damning".
static STAGES: WordSet = WordSet::of(&[
    "annual",
    "civil",
    "criminal",
    "draft",
    "external",
    "final",
    "first",
    "initial",
    "interim",
    "internal",
    "medical",
    "monthly",
    "preliminary",
    "quarterly",
    "second",
    "weekly",
]);

/// The words before the noun of a document that say which it is: "police", "final".
fn modifiers(name: &str, noun: &str) -> BTreeSet<String> {
    let (before, _) = name.split_once(noun).unwrap_or_default();
    let names = |word: &String| {
        let parts = english::parts_of_speech(&english::stem(word)).to_owned();
        STAGES.contains(word) || parts.starts_with('n')
    };
    all_words(before).into_iter().filter(names).collect()
}

/// A name has so many initials at least that make another of it.
const LEAST_INITIALS: usize = 3;

/// "nhs" of "the NHS".
fn acronym(name: &str) -> Option<String> {
    let name = name.strip_prefix("the ").unwrap_or(name);
    let shouts = name.len() >= LEAST_INITIALS && name.chars().all(|letter| letter.is_ascii_uppercase());
    shouts.then(|| name.to_lowercase())
}

/// "nhs" of "the National Health Service".
fn initials(name: &str) -> Option<String> {
    let capital = |word: &&str| word.starts_with(|letter: char| letter.is_ascii_uppercase());
    let words = || name.split([' ', '-']);
    let all = words().all(|word| capital(&word) || english::is_function_word(word));
    let found: String = words().filter(capital).filter_map(|word| word.chars().next()).collect();
    (all && found.len() >= LEAST_INITIALS).then(|| found.to_lowercase())
}

/// The words with a capital.
fn names_in(name: &str) -> BTreeSet<String> {
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    name.split([' ', '-']).filter(capital).flat_map(all_words).collect()
}

fn all_words(text: &str) -> BTreeSet<String> {
    let tells = |word: &String| {
        !is_title(word) && !english::is_function_word(word) && !PLAIN.contains(word) && !is_determiner(word)
    };
    words(text).into_iter().filter(tells).collect()
}

/// The noun of a name, in the singular, and its other words.
fn head(name: &str) -> (String, BTreeSet<String>) {
    let all = words(name);
    let begin = all.iter().position(|word| !is_determiner(word)).unwrap_or(0);
    let link = |word: &String| english::is_function_word(word) && !is_determiner(word);
    let end = all[begin..].iter().position(link).map_or(all.len(), |at| begin + at);
    let noun = all[begin..end].last().or(all.last()).map_or("", String::as_str);
    let mut marks = all_words(name);
    marks.remove(noun);
    (singular(noun).into_owned(), marks)
}
