//! The people whom a document names.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::english::{self, Gender};
use crate::text::{Document, Sentence};
use crate::value::name::{Name, is_title, names, names_among};

use super::full_name::person;
use super::lexicon;
use super::phrase;
use super::verb;

/// A role has so many words at most.
const LONGEST_ROLE: usize = 8;

/// Initials have fewer letters than a name that is written in capitals.
const LEAST_SHOUTED: usize = 4;

/// So many roles of a person are kept.
const MOST_ROLES: usize = 4;

/// A person whom the document names in full.
#[derive(Debug, Clone)]
pub(super) struct Person {
    /// "Dan Jarvis".
    pub(super) name: String,
    pub(super) gender: Option<Gender>,
    /// The first title that it has in the text: "Lord".
    pub(super) title: Option<String>,
    /// "security minister", in the order of the text.
    pub(super) roles: Vec<String>,
}

/// One place where a name stands.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    /// All of it, roles and titles that are written as part of it included.
    pub(super) tokens: Range<usize>,
    /// What is the name of a person; empty where it is none's.
    pub(super) person: Range<usize>,
    /// Whom it names in full, as an index into [`Register::people`].
    pub(super) full: Option<usize>,
}

/// The names of a document.
#[derive(Debug)]
pub(super) struct Register {
    pub(super) people: Vec<Person>,
    /// In order.
    pub(super) mentions: Vec<Mention>,
    by_last: BTreeMap<String, Vec<usize>>,
    by_first: BTreeMap<String, Vec<usize>>,
    /// By each word of a role: the words of the role, and whose it is.
    by_role: BTreeMap<String, Vec<(Vec<String>, usize)>>,
}

impl Register {
    pub(super) fn new(document: &Document) -> Self {
        let mut register = Self {
            people: Vec::new(),
            mentions: Vec::new(),
            by_last: BTreeMap::new(),
            by_first: BTreeMap::new(),
            by_role: BTreeMap::new(),
        };
        let words = name_words(document);
        let mut known = BTreeMap::new();
        for sentence in document.sentences() {
            for name in names_among(document, sentence.whole.clone(), &words) {
                let name = without_first_word(document, name, sentence.whole.start);
                register.add(document, &name, &mut known);
            }
        }
        for at in 0..register.mentions.len() {
            register.know_surname(document, at);
            let person = register.mentions[at].person.clone();
            if register.mentions[at].full.is_none() && !person.is_empty() {
                register.mentions[at].full = register.find(document, person);
            }
        }
        register.add_titled(document);
        register.add_roles(document);
        register
    }

    fn add(&mut self, document: &Document, name: &Name, known: &mut BTreeMap<(String, String), usize>) {
        let person = person(document, name);
        let words: Vec<usize> = person.clone().filter(|&at| document.tokens()[at].is_word()).collect();
        let mut mention = Mention { tokens: name.tokens.clone(), person: person.clone(), full: None };
        if let [first, .., last] = words[..] {
            let key = (document.folded_or_empty(first).to_owned(), document.folded_or_empty(last).to_owned());
            let next = self.people.len();
            let index = *known.entry(key.clone()).or_insert(next);
            if index == next {
                self.by_first.entry(key.0.clone()).or_default().push(index);
                self.by_last.entry(key.1).or_default().push(index);
                self.people.push(Person {
                    name: small(without_possessive(document.words(person))),
                    gender: english::given_name(&key.0).flatten(),
                    title: None,
                    roles: Vec::new(),
                });
            }
            mention.full = Some(index);
            if let Some(title) = title(document, &mention) {
                let person = &mut self.people[index];
                person.gender = person.gender.or(gender_of_title(&title.to_lowercase()));
                person.title.get_or_insert(title);
            }
        }
        self.mentions.push(mention);
    }

    /// "Baker" is a person where the text names a Tom Baker.
    fn know_surname(&mut self, document: &Document, at: usize) {
        let mention = &mut self.mentions[at];
        let word = document.folded_or_empty(mention.tokens.start);
        if mention.person.is_empty() && mention.tokens.len() == 1 && self.by_last.contains_key(word) {
            mention.person = mention.tokens.clone();
        }
    }

    /// Those of whom the text has a title and a surname only: "Lord Anderson", who later is "Anderson".
    fn add_titled(&mut self, document: &Document) {
        let mut titled: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for at in 0..self.mentions.len() {
            let mention = self.mentions[at].clone();
            let Some(title) = title(document, &mention).filter(|_| mention.full.is_none()) else { continue };
            let surname = without_possessive(document.words(mention.person.clone()));
            let name = small(&format!("{title} {surname}"));
            let same = titled.entry(document.folded_or_empty(mention.person.start).to_owned()).or_default();
            let known = same.iter().copied().find(|&index| self.people[index].name == name);
            let index = known.unwrap_or(self.people.len());
            if known.is_none() {
                same.push(index);
                let gender = gender_of_title(&title.to_lowercase());
                self.people.push(Person { name, gender, title: Some(title), roles: Vec::new() });
            }
            self.mentions[at].full = Some(index);
        }
        for mention in
            self.mentions.iter_mut().filter(|mention| mention.full.is_none() && mention.person.len() == 1)
        {
            let word = document.folded_or_empty(mention.person.start);
            if let (Some([index]), None) = (titled.get(word).map(Vec::as_slice), self.by_last.get(word)) {
                mention.full = Some(*index);
            }
        }
    }

    /// The one person whom the single word of `name` can mean.
    fn find(&self, document: &Document, name: Range<usize>) -> Option<usize> {
        let word = document.folded_or_empty(name.start);
        let title = (name.start > 0 && is_title(document.folded_or_empty(name.start - 1)))
            .then(|| document.folded_or_empty(name.start - 1));
        // "Lady Amess" is the wife of Sir David, and not his daughter Katie.
        if name.len() != 1 || title == Some("lady") {
            return None;
        }
        let gender = title.and_then(gender_of_title);
        let fits = |&&index: &&usize| {
            gender.is_none() || self.people[index].gender.is_none() || self.people[index].gender == gender
        };
        let one = |found: Option<&Vec<usize>>| {
            let mut fitting = found.into_iter().flatten().filter(fits);
            let first = fitting.next().copied();
            if fitting.next().is_some() { None } else { first }
        };
        let (last, first) = (self.by_last.get(word), self.by_first.get(word));
        match title {
            Some("sir" | "dame") => one(first).or_else(|| one(last)),
            Some(_) => one(last),
            None => one(last).or_else(|| if last.is_none() { one(first) } else { None }),
        }
    }

    /// The mention that ends with the token before `end`.
    pub(super) fn ending(&self, end: usize) -> Option<&Mention> {
        let at = self.mentions.partition_point(|mention| mention.tokens.end < end);
        // "Anna Weiss" of "Anna Weiss of Vienna" ends its person.
        let ends = |mention: &&Mention| {
            mention.tokens.end == end || !mention.person.is_empty() && mention.person.end == end
        };
        self.mentions.get(at).filter(ends)
    }

    /// The one person of this surname (folded).
    pub(super) fn bearer(&self, surname: &str) -> Option<usize> {
        match self.by_last.get(surname).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => None,
        }
    }

    /// The mentions that begin within `tokens`.
    pub(super) fn within(&self, tokens: Range<usize>) -> &[Mention] {
        let place = |at: usize| self.mentions.partition_point(|mention| mention.tokens.start < at);
        &self.mentions[place(tokens.start)..place(tokens.end).max(place(tokens.start))]
    }

    /// The one person whom the document describes so: "the security minister".
    pub(super) fn described(&self, role: &str) -> Option<usize> {
        let wanted = role_words(role);
        let fits = |words: &[String]| words.starts_with(&wanted) || words.ends_with(&wanted);
        let all = self.by_role.get(wanted.last()?)?;
        let mut found = all.iter().filter(|(words, _)| fits(words)).map(|(_, index)| *index);
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }

    fn add_roles(&mut self, document: &Document) {
        for at in 0..self.mentions.len() {
            let mention = self.mentions[at].clone();
            let Some(full) = mention.full else { continue };
            let roles =
                [role_within(&mention), role_before(document, &mention), role_after(document, &mention)];
            for role in roles.into_iter().flatten() {
                let words = without_determiner(document, role);
                let role = document.words(words).to_owned();
                let known = self.people[full].roles.iter().any(|known| known.eq_ignore_ascii_case(&role));
                if !role.is_empty() && !known {
                    self.people[full].roles.push(role);
                }
            }
        }
        for (index, person) in self.people.iter_mut().enumerate() {
            person.roles.truncate(MOST_ROLES);
            for words in person.roles.iter().map(|role| role_words(role)) {
                let distinct: BTreeSet<&String> = words.iter().collect();
                for word in distinct {
                    self.by_role.entry(word.clone()).or_default().push((words.clone(), index));
                }
            }
        }
    }
}

/// The words that are names in the text, so that they are known where a capital tells nothing.
fn name_words(document: &Document) -> BTreeSet<String> {
    let word = |at: usize| document.folded_or_empty(at).to_owned();
    let among = |sentence: &Sentence| names(document, sentence.whole.clone());
    let is_name = |at: &usize| {
        document.tokens()[*at].is_word() && lexicon::kind(document.folded_or_empty(*at)).is_none()
    };
    let mut words: BTreeSet<String> = document
        .sentences()
        .iter()
        .flat_map(among)
        .flat_map(|name| name.core)
        .filter(is_name)
        .map(word)
        .collect();
    for sentence in document.sentences() {
        let first = sentence.whole.start;
        let folded = document.folded_or_empty(first);
        let named = english::is_common_surname(folded) || english::given_name(folded).is_some();
        if named && english::parts_of_speech(&english::stem(folded)).is_empty() {
            words.insert(folded.to_owned());
        }
    }
    words
}

fn role_words(role: &str) -> Vec<String> {
    role.split_whitespace().map(crate::text::fold).filter(|word| !phrase::is_determiner(word)).collect()
}

/// "Said Stone", "Furious Sharon": a capital that the sentence gives to its first word makes no name of it.
fn without_first_word(document: &Document, mut name: Name, first: usize) -> Name {
    let word = document.folded_or_empty(name.tokens.start);
    let parts = english::parts_of_speech(&english::stem(word));
    let plain = verb::verb(word).is_some() || parts.starts_with('a') && english::given_name(word).is_none();
    if name.core.start == first && name.core.len() > 1 && plain && phrase::is_capital(document, first + 1) {
        let is_name = |at: usize| {
            english::given_name(document.folded_or_empty(at)).is_some()
                || english::is_common_surname(document.folded_or_empty(at))
        };
        if verb::verb(word).is_some() || is_name(first + 1) {
            name.tokens.start += 1;
            name.core.start += 1;
        }
    }
    name
}

/// "Foreign Secretary" of a mention that holds it.
fn role_within(mention: &Mention) -> Option<Range<usize>> {
    (mention.person.start > mention.tokens.start).then_some(mention.tokens.start..mention.person.start)
}

/// "The security minister, Dan Jarvis", "security minister Dan Jarvis".
fn role_before(document: &Document, mention: &Mention) -> Option<Range<usize>> {
    let end = mention.tokens.start;
    let apart = end > 1 && document.folded_or_empty(end - 1) == ",";
    let end = if apart { end - 1 } else { end };
    let floor = end.saturating_sub(LONGEST_ROLE);
    let found =
        if apart { phrase::back(document, end, floor)? } else { phrase_of_base(document, end, floor)? };
    let bounded = !apart
        || found.whole.start == 0
        || matches!(document.folded_or_empty(found.whole.start - 1), "," | "." | "\"" | ":" | "and" | ";");
    let is_role = lexicon::is_person(phrase::noun(document, &found)) && bounded;
    is_role.then_some(found.whole)
}

fn phrase_of_base(document: &Document, end: usize, floor: usize) -> Option<phrase::Phrase> {
    let head = phrase::base_back(document, end, floor)?;
    Some(phrase::Phrase { whole: head.clone(), head })
}

/// "Dan Jarvis, the security minister,".
fn role_after(document: &Document, mention: &Mention) -> Option<Range<usize>> {
    let comma = mention.tokens.end;
    if document.folded_or_empty(comma) != "," {
        return None;
    }
    let limit = (comma + 1 + LONGEST_ROLE).min(document.tokens().len());
    let found = phrase::forward(document, comma + 1, limit)?;
    let closed = matches!(document.folded_or_empty(found.whole.end), "," | "." | "" | ":" | ";" | "\"" | ")");
    (closed && lexicon::is_person(phrase::noun(document, &found))).then_some(found.whole)
}

fn without_determiner(document: &Document, tokens: Range<usize>) -> Range<usize> {
    let (word, end) = (|at: usize| document.folded_or_empty(at), tokens.end);
    let start = tokens.clone().find(|&at| !phrase::is_determiner(word(at))).unwrap_or(end);
    let last = tokens.rev().find(|&at| !is_title(word(at)));
    start..last.map_or(start, |at| at + 1).max(start)
}

/// "Ann Rees" for "ANN REES".
pub(super) fn small(name: &str) -> String {
    let letters = || name.chars().filter(|letter| letter.is_alphabetic());
    if letters().count() < LEAST_SHOUTED || letters().any(char::is_lowercase) {
        return name.to_owned();
    }
    let mut begins = true;
    let mut lower = |letter: char| {
        let first = std::mem::replace(&mut begins, !letter.is_alphabetic());
        if first { letter.to_string() } else { letter.to_lowercase().collect() }
    };
    name.chars().map(&mut lower).collect()
}

/// The title that stands before the name at `mention`, as written.
pub(super) fn title(document: &Document, mention: &Mention) -> Option<String> {
    let at = mention.person.start.checked_sub(1).filter(|_| !mention.person.is_empty())?;
    let at = if document.folded_or_empty(at) == "." { at.checked_sub(1)? } else { at };
    // "Lord Justice Hart"
    let lord = document.folded_or_empty(at) == "justice"
        && at.checked_sub(1).is_some_and(|at| matches!(document.folded_or_empty(at), "lord" | "lady"));
    let from = if lord { at - 1 } else { at };
    is_title(document.folded_or_empty(at)).then(|| document.words(from..at + 1).to_owned())
}

/// Who is addressed with the title `title` (folded).
pub(super) fn gender_of_title(title: &str) -> Option<Gender> {
    match title {
        "mr" | "sir" | "lord" | "lord justice" | "king" | "father" | "brother" => Some(Gender::Male),
        "mrs" | "ms" | "miss" | "lady" | "lady justice" | "dame" | "baroness" => Some(Gender::Female),
        _ => None,
    }
}

/// `words` without the "’s" that a possessive ends with.
pub(super) fn without_possessive(words: &str) -> &str {
    ["'s", "’s", "'", "’"].iter().find_map(|ending| words.strip_suffix(ending)).unwrap_or(words)
}
