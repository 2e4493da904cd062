//! Nouns for those who speak: people, bodies and documents.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::english::{self, Voice, singular};
use crate::text::WordSet;

use super::speaker::SpeakerKind;

/// Documents and proceedings that WordNet lists as acts or does not list.
const DOCUMENTS: [&str; 43] = [
    "affidavit",
    "analysis",
    "article",
    "assessment",
    "audit",
    "autopsy",
    "biography",
    "complaint",
    "court",
    "data",
    "diary",
    "dossier",
    "email",
    "evidence",
    "figures",
    "filing",
    "findings",
    "hearing",
    "indictment",
    "inquest",
    "inquiry",
    "inquiry",
    "investigation",
    "judgment",
    "lawsuit",
    "log",
    "memo",
    "minutes",
    "notice",
    "paper",
    "papers",
    "poll",
    "probe",
    "records",
    "report",
    "research",
    "review",
    "ruling",
    "study",
    "survey",
    "transcript",
    "trial",
    "tribunal",
];

/// People whose nouns WordNet lists in other senses first.
const PEOPLE: [&str; 39] = [
    "aide",
    "ally",
    "backbencher",
    "boss",
    "campaigner",
    "carer",
    "ceo",
    "chair",
    "chief",
    "coroner",
    "deputy",
    "detective",
    "driver",
    "expert",
    "fisherman",
    "head",
    "inspector",
    "investigator",
    "lead",
    "mp",
    "msp",
    "neighbour",
    "official",
    "onlooker",
    "organiser",
    "other",
    "paramedic",
    "pc",
    "peer",
    "pensioner",
    "reviewer",
    "secretary",
    "source",
    "spokesperson",
    "spokeswoman",
    "survivor",
    "teen",
    "insider",
    "whistleblower",
];

/// Groups and institutions, likewise.
const BODIES: [&str; 39] = [
    "agency",
    "airline",
    "ambulance",
    "authority",
    "bank",
    "branch",
    "bureau",
    "campaign",
    "centre",
    "charity",
    "church",
    "coastguard",
    "constabulary",
    "fire",
    "force",
    "foundation",
    "friends",
    "group",
    "hospital",
    "house",
    "institute",
    "manufacturer",
    "museum",
    "network",
    "office",
    "operator",
    "parliament",
    "platform",
    "prosecution",
    "railway",
    "regulator",
    "school",
    "service",
    "services",
    "station",
    "trust",
    "university",
    "watchdog",
    "website",
];

/// Those who find: what a court, a jury or a reviewer "found" is a finding, what others found may be a
/// wallet.
static INQUIRERS: WordSet = WordSet::of(&[
    "academic",
    "analyst",
    "auditor",
    "branch",
    "commission",
    "committee",
    "coroner",
    "court",
    "doctor",
    "economist",
    "examiner",
    "expert",
    "inquest",
    "inquiry",
    "inspector",
    "inspectorate",
    "investigator",
    "judge",
    "jury",
    "mp",
    "ofsted",
    "ombudsman",
    "panel",
    "psychologist",
    "regulator",
    "researcher",
    "reviewer",
    "scientist",
    "taskforce",
    "trial",
    "tribunal",
    "watchdog",
]);

/// Those before whom things are said.
static HEARERS: WordSet = WordSet::of(&[
    "committee",
    "court",
    "hearing",
    "inquest",
    "inquiry",
    "juror",
    "jury",
    "mp",
    "panel",
    "trial",
    "tribunal",
]);

/// The nouns of the lists; a document before a person, a person before a body.
static KINDS: LazyLock<FxHashMap<&str, SpeakerKind>> = LazyLock::new(|| {
    let list = |words: &'static [&'static str], kind| words.iter().map(move |word| (*word, kind));
    let bodies = list(&BODIES, SpeakerKind::Body);
    bodies
        .chain(list(&PEOPLE, SpeakerKind::Described))
        .chain(list(&DOCUMENTS, SpeakerKind::Document))
        .collect()
});

/// What the noun `word` (folded) is as a speaker.
pub(super) fn kind(word: &str) -> Option<SpeakerKind> {
    if word == "people" {
        return Some(SpeakerKind::Described);
    }
    let one = singular(word);
    let single = (one != word).then_some(one.as_ref());
    if let Some(kind) = KINDS.get(word).or_else(|| KINDS.get(single?)) {
        return Some(*kind);
    }
    if one.ends_with("spokesman") {
        return Some(SpeakerKind::Described);
    }
    english::voice(word).or_else(|| english::voice(single?)).map(|voice| match voice {
        Voice::Person => SpeakerKind::Described,
        Voice::Group => SpeakerKind::Body,
        Voice::Writing => SpeakerKind::Document,
    })
}

/// Whether the noun names what is written or held in so many words: "report", but not "journal".
pub(super) fn is_document(word: &str) -> bool {
    let listed = |word: &str| KINDS.get(word) == Some(&SpeakerKind::Document);
    listed(word) || listed(&singular(word))
}

/// Whether the noun names people: "minister", "officials".
pub(super) fn is_person(word: &str) -> bool {
    kind(word) == Some(SpeakerKind::Described)
}

/// Whether the noun names one who finds: "reviewer", "jury".
pub(super) fn is_inquirer(word: &str) -> bool {
    INQUIRERS.contains(&singular(word))
}

/// Whether the noun names one who speaks for the outlet: "presenter".
pub(super) fn is_presenter(word: &str) -> bool {
    matches!(
        word,
        "anchor"
            | "announcer"
            | "broadcaster"
            | "correspondent"
            | "host"
            | "interviewer"
            | "narrator"
            | "newscaster"
            | "newsreader"
            | "presenter"
            | "reporter"
    )
}

/// Whether the noun names one before whom things are said: "court".
pub(super) fn is_hearer(word: &str) -> bool {
    HEARERS.contains(&singular(word))
}

/// Whether the noun names one who speaks for another: "spokeswoman".
pub(super) fn speaks_for(word: &str) -> bool {
    let one = singular(word);
    one.starts_with("spokes") || one == "representative"
}
