//! The verbs that attribute: of saying, telling and finding.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What a reporting verb asks of its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    /// Whatever is its subject speaks: "said", "claims".
    Say,
    /// The same, and whom it is said to follows: "told MPs".
    Tell,
    /// What a document or an inquirer does: "found", "concluded"; of others only with "that" or a quotation.
    Find,
    /// What a court does, and who was told: "heard".
    Hear,
    /// Reports only beside a quotation: "continued", "asked".
    Quote,
    /// Reports the quotation that follows and nothing else: "called it “a disgrace”".
    Call,
}

/// The third person, the past and the plain form of regular verbs are made from these.
const SAY: [&str; 44] = [
    "acknowledge",
    "add",
    "admit",
    "allege",
    "announce",
    "argue",
    "assert",
    "believe",
    "boast",
    "caution",
    "claim",
    "comment",
    "complain",
    "concede",
    "confess",
    "confirm",
    "contend",
    "declare",
    "deny",
    "emphasise",
    "emphasize",
    "estimate",
    "explain",
    "insist",
    "lament",
    "maintain",
    "mention",
    "opine",
    "pledge",
    "post",
    "predict",
    "promise",
    "propose",
    "recall",
    "reiterate",
    "remark",
    "reply",
    "respond",
    "stress",
    "testify",
    "tweet",
    "vow",
    "warn",
    "accept",
];
const FIND: [&str; 17] = [
    "conclude",
    "detail",
    "disclose",
    "discover",
    "establish",
    "highlight",
    "identify",
    "indicate",
    "note",
    "observe",
    "recommend",
    "report",
    "reveal",
    "rule",
    "state",
    "suggest",
    "determine",
];
const CALL: [&str; 6] = ["brand", "call", "describe", "dub", "label", "speak"];
const QUOTE: [&str; 10] =
    ["answer", "ask", "continue", "cry", "demand", "joke", "laugh", "quip", "shout", "urge"];

/// The verb that `word` (folded) is a form of; participles in "-ing" are told by [`participle`].
pub(super) fn verb(word: &str) -> Option<Verb> {
    match word {
        "said" | "says" | "say" | "wrote" | "writes" | "thinks" | "think" | "swore" | "foresees" => {
            Some(Verb::Say)
        }
        "told" | "tells" | "tell" | "informed" | "informs" | "assured" | "assures" => Some(Verb::Tell),
        "found" | "finds" | "find" | "showed" | "shows" | "show" | "reads" => Some(Verb::Find),
        "heard" | "hears" => Some(Verb::Hear),
        "spoke" => Some(Verb::Call),
        _ => FORMS.get(word).copied(),
    }
}

/// The verb of "adding", "saying", "telling", "concluding".
pub(super) fn participle(word: &str) -> Option<Verb> {
    let stem = word.strip_suffix("ing")?;
    match stem {
        "say" | "writ" => Some(Verb::Say),
        "tell" | "inform" => Some(Verb::Tell),
        _ => {
            let whole = |list: &[&str]| {
                list.iter()
                    .any(|base| *base == stem || base.strip_suffix('e').is_some_and(|base| base == stem))
            };
            if whole(&SAY) { Some(Verb::Say) } else { whole(&FIND).then_some(Verb::Find) }
        }
    }
}

/// The forms of the regular verbs.
static FORMS: LazyLock<FxHashMap<String, Verb>> = LazyLock::new(|| {
    let lists = [(&SAY[..], Verb::Say), (&FIND, Verb::Find), (&QUOTE, Verb::Quote), (&CALL, Verb::Call)];
    let mut forms = FxHashMap::default();
    for (base, verb) in lists.into_iter().flat_map(|(list, verb)| list.iter().map(move |base| (*base, verb)))
    {
        for form in forms_of(base) {
            forms.entry(form).or_insert(verb);
        }
    }
    forms
});

/// The plain form of a verb, its third person and its past.
fn forms_of(base: &str) -> Vec<String> {
    let mut forms = vec![base.to_owned()];
    if let Some(stem) = base.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        forms.extend(["ied", "ies"].map(|ending| format!("{stem}{ending}")));
        return forms;
    }
    let last = &base[base.len() - 1..];
    let past = if last == "e" { "d" } else { "ed" };
    let third = if base.ends_with("ss") { "es" } else { "s" };
    forms.extend([past, third].map(|ending| format!("{base}{ending}")));
    forms.push(format!("{base}{last}ed"));
    forms
}

/// Whether `word` is a verb's plain form or one that may as well be a noun: "claim", "reports", "posted" is
/// neither.
pub(super) fn may_be_noun(word: &str) -> bool {
    !word.ends_with("ed")
        && !word.ends_with("ing")
        && !matches!(word, "said" | "says" | "told" | "wrote" | "found" | "heard" | "tells")
}
