//! From the tree of a document to a claim file as written.

use super::Stance;
use super::raw::{CLAIM, Claim, Item, QUESTION, Question, RULING, Ruling, TESTS, Tests};
use crate::diagnostic::{Code, did_you_mean, list, nearest, quoted};
use crate::yaml::{At, Fields, Kind, Node, Reader, day};

const WRITE_QUESTION: &str = "write what its claims answer: `question: How many sessions were planned?`";
const WRITE_CLAIMS: &str = "list the answers below `claims:`, each on a line that starts with `- `";
const WRITE_CLAIM: &str = "write its one sentence: `claim: one instead of two`";

/// A question as written. What does not fit is reported, and stands as an empty text or is left out.
pub(super) fn question(reader: &mut Reader<'_>, node: &Node) -> Option<Question> {
    let fields = reader.fields(node, &QUESTION)?;
    let question = reader.required_text(&fields, "question", WRITE_QUESTION);
    let about = reader.texts(&fields, "about");
    let compatible = reader.flag(&fields, "compatible");
    let items = match reader.required_list(&fields, "claims", WRITE_CLAIMS) {
        Some((place, [])) => {
            reader.report(Code::NoClaims, place, "this question has no claims", WRITE_CLAIMS);
            &[]
        }
        Some((_, items)) => items,
        None => &[],
    };
    let claims = items.iter().filter_map(|node| item(reader, node)).collect();
    Some(Question { question, about, claims, compatible })
}

fn item(reader: &mut Reader<'_>, node: &Node) -> Option<Item> {
    match node.kind {
        Kind::Scalar { .. } => reader.text_of(node, "claims", node.span).map(Item::Text),
        Kind::Map(ref entries) if !entries.iter().any(|(key, _)| is_field(key)) => {
            let help = "if it is one text with a colon in it, put it in quotation marks; else write `claim:` and the text";
            reader.report(Code::MissingField, node.span, "a claim without `claim`", help);
            None
        }
        Kind::Map(_) => {
            let fields = reader.fields(node, &CLAIM)?;
            Some(Item::Full(Box::new(At { value: claim(reader, &fields), span: node.span })))
        }
        Kind::List(_) => {
            let help = "write a claim as one text, or as a map with `claim:`";
            reader.wrong_type(node.span, "a claim is expected here", node, help.to_owned());
            None
        }
    }
}

/// Whether this names a field of a claim, if misspelt.
fn is_field(key: &Node) -> bool {
    matches!(&key.kind, Kind::Scalar { text, .. } if nearest(text, CLAIM.fields.iter().copied()).is_some())
}

fn claim(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Claim {
    let rulings = reader.list(fields, "rulings").map(|nodes| {
        nodes.iter().filter_map(|node| Some(At { value: ruling(reader, node)?, span: node.span })).collect()
    });
    Claim {
        id: reader.id(fields, "id"),
        claim: reader.required_text(fields, "claim", WRITE_CLAIM),
        phrasings: reader.texts(fields, "phrasings"),
        contradicts: reader.texts(fields, "contradicts"),
        implies: reader.texts(fields, "implies"),
        note: reader.text(fields, "note"),
        rulings,
        tests: fields.node("tests").and_then(|node| tests(reader, node)),
    }
}

fn tests(reader: &mut Reader<'_>, node: &Node) -> Option<Tests> {
    let fields = reader.fields(node, &TESTS)?;
    Some(Tests {
        supports: reader.texts(&fields, "supports"),
        contradicts: reader.texts(&fields, "contradicts"),
        mixed: reader.texts(&fields, "mixed"),
        unclear: reader.texts(&fields, "unclear"),
        silent: reader.texts(&fields, "silent"),
    })
}

fn ruling(reader: &mut Reader<'_>, node: &Node) -> Option<Ruling> {
    let fields = reader.fields(node, &RULING)?;
    let stances = "write `stance: supports`, `contradicts`, `mixed`, `unclear` or `silent`";
    let written = reader.required_text(&fields, "stance", stances);
    Some(Ruling {
        source: reader.required_text(&fields, "source", "name the source by its id: `source: sky`"),
        stance: stance(reader, &written),
        because: reader.required_text(&fields, "because", "give your reason: `because: …`"),
        by: reader.text(&fields, "by"),
        on: date(reader, &fields),
        quote: reader.text(&fields, "quote"),
        sha256: sha256(reader, &fields),
    })
}

fn stance(reader: &mut Reader<'_>, written: &At<String>) -> Option<At<Stance>> {
    if written.value.is_empty() {
        return None;
    }
    let names = Stance::ALL.map(Stance::name);
    let found = Stance::ALL.into_iter().find(|stance| stance.name() == written.value);
    if found.is_none() {
        let help = did_you_mean(&written.value, names)
            .unwrap_or_else(|| format!("the stances are {}", list(&names)));
        let message = format!("{} is not a stance", quoted(&written.value));
        reader.report(Code::UnknownStance, written.span, message, help);
    }
    found.map(|value| At { value, span: written.span })
}

fn date(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<At<String>> {
    let written = reader.text(fields, "on")?;
    let Some(value) = day(&written.value) else {
        let message = format!("{} is not a date", quoted(&written.value));
        reader.report(
            Code::BadDate,
            written.span,
            message,
            "write the day as `YYYY-MM-DD`: `on: 2025-02-12`",
        );
        return None;
    };
    Some(At { value, span: written.span })
}

/// A SHA-256 as `sha256sum` prints it.
fn sha256(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<At<String>> {
    let written = reader.text(fields, "sha256")?;
    let is_hash = written.value.len() == 64
        && written.value.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    if !is_hash {
        let message = format!("{} is not a SHA-256", quoted(&written.value));
        let help = "write the 64 digits that `sha256sum` prints for the source's file, or take it away";
        reader.report(Code::BadHash, written.span, message, help);
    }
    is_hash.then_some(written)
}
