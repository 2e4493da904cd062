//! The verbs that attribute: of saying, telling and finding.

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
        _ if is_form_of(word, &SAY) => Some(Verb::Say),
        _ if is_form_of(word, &FIND) => Some(Verb::Find),
        _ if is_form_of(word, &QUOTE) => Some(Verb::Quote),
        "spoke" => Some(Verb::Call),
        _ if is_form_of(word, &CALL) => Some(Verb::Call),
        _ => None,
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

fn is_form_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|base| word.starts_with(&base[..base.len() - 1]) && is_form(word, base))
}

fn is_form(word: &str, base: &str) -> bool {
    if word == base {
        return true;
    }
    if let Some(stem) = base.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        return word.strip_prefix(stem).is_some_and(|ending| matches!(ending, "ied" | "ies"));
    }
    let Some(ending) = word.strip_prefix(base) else { return false };
    let last = &base[base.len() - 1..];
    matches!(ending, "s" | "ed")
        || ending == "d" && last == "e"
        || ending == "es" && base.ends_with("ss")
        || ending.strip_prefix(last) == Some("ed")
}

/// Whether `word` is a verb's plain form or one that may as well be a noun: "claim", "reports", "posted" is
/// neither.
pub(super) fn may_be_noun(word: &str) -> bool {
    !word.ends_with("ed")
        && !word.ends_with("ing")
        && !matches!(word, "said" | "says" | "told" | "wrote" | "found" | "heard" | "tells")
}
