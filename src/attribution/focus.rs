//! Whom a pronoun means: the last speaker that fits, as long as nobody else came between.

use crate::english::Gender;

use super::resolve::Named;
use super::speaker::SpeakerKind;

/// For so many sentences of the outlet's own a speaker can be meant by "he".
const LONGEST: usize = 4;

/// One who can be meant.
#[derive(Debug, Clone)]
struct Held {
    named: Named,
    /// How many sentences ago.
    age: usize,
}

/// The speakers that pronouns can mean.
#[derive(Debug, Default)]
pub(super) struct Focus {
    /// The last people, the latest first, two at most.
    people: Vec<Held>,
    /// Others whom the last sentence named.
    others: Vec<Held>,
    /// The last body or document.
    thing: Option<Held>,
}

impl Focus {
    /// `named` speaks, or is what a sentence is about.
    pub(super) fn set(&mut self, named: &Named) {
        let held = Held { named: named.clone(), age: 0 };
        if is_person(named) && !named.many {
            self.people.retain(|other| other.named.speaker.name != named.speaker.name);
            self.people.insert(0, held);
            self.people.truncate(2);
            self.others.retain(|other| other.named.speaker.name != named.speaker.name);
        } else {
            if named.may_be_person {
                self.blur();
            }
            self.thing = Some(held);
        }
    }

    /// Another person came up whom a pronoun may mean as well.
    pub(super) fn blur(&mut self) {
        self.people.clear();
        self.others.clear();
    }

    /// A sentence names somebody besides the one it is about.
    pub(super) fn note(&mut self, named: Named) {
        let known = |other: &Held| other.named.speaker.name == named.speaker.name;
        if !self.others.iter().chain(&self.people).any(known) {
            self.others.push(Held { named, age: 0 });
        }
    }

    /// A sentence has passed.
    pub(super) fn pass(&mut self) {
        self.others.clear();
        for held in self.people.iter_mut().chain(&mut self.thing) {
            held.age += 1;
        }
        self.people.retain(|held| held.age <= LONGEST);
        self.thing.take_if(|held| held.age > LONGEST);
    }

    /// Whether `name` is one of those in mind.
    pub(super) fn holds(&self, name: &str) -> bool {
        self.people.iter().any(|held| held.named.speaker.name == name)
    }

    /// Whom `pronoun` means, if it does not mean one of whom `is_other` holds; `leads` where it is the first
    /// word of its sentence outside quotations, so that it may mean anybody of the one before.
    pub(super) fn meant(
        &self,
        pronoun: &str,
        leads: bool,
        is_other: impl Fn(&Named) -> bool,
    ) -> Option<Named> {
        let gender = match pronoun {
            "he" => Gender::Male,
            "she" => Gender::Female,
            "it" => {
                let thing = self.thing.as_ref().filter(|held| !is_person(&held.named));
                return thing.map(|held| held.named.clone());
            }
            "they" => return self.thing.as_ref().map(|held| held.named.clone()),
            _ => return None,
        };
        let fits = |held: &&Held| held.named.gender == Some(gender) && !is_other(&held.named);
        let may_fit =
            |held: &&Held| held.named.gender.is_none_or(|own| own == gender) && !is_other(&held.named);
        let mut others = self.others.iter().filter(may_fit);
        let only = others.next().filter(|_| leads && others.next().is_none());
        let other = only.filter(fits);
        let latest = self.people.first().filter(|held| !is_other(&held.named));
        let known = latest.filter(fits).or_else(|| self.people.iter().find(fits));
        let unknown = latest.filter(|held| held.named.gender.is_none());
        // Where "she" may be one of unknown gender or another who is a woman, it is neither.
        let found = match (unknown, known, other) {
            (None, Some(held), _) | (Some(held), None, None) => Some(held),
            (None, None, other) => other,
            _ => None,
        };
        found.map(|held| held.named.clone())
    }
}

fn is_person(named: &Named) -> bool {
    matches!(named.speaker.kind, SpeakerKind::Person | SpeakerKind::Described)
}
