//! A claim file as it is written: what an editor's JSON Schema describes, before anything is checked.

mod examples;
mod snippets;

use schemars::{JsonSchema, Schema};

use super::Stance;
use crate::yaml::{At, Shape, schema};

/// One question and the claims that answer it, each differently. A file may hold several, divided by `---`.
#[derive(Debug, JsonSchema)]
#[schemars(
    title = "A claim file of crosscheck",
    deny_unknown_fields,
    transform = snippets::question,
    example = examples::question(),
)]
pub(super) struct Question {
    /// What the claims answer: "How many sessions were planned?" Its words are context for short claims.
    #[schemars(title = "Question", example = &"How many homes were flooded?", example = &"Who resigned?")]
    pub(super) question: At<String>,
    /// Names for whom or what the question is about, as sources write them.
    #[schemars(title = "Names", example = ["Ali Harbi Ali", "Ali"], example = ["Aldmoor"])]
    pub(super) about: Option<Vec<At<String>>>,
    /// The answers. They exclude each other unless `compatible` says otherwise.
    #[schemars(
        title = "Claims",
        length(min = 1),
        example = ["214 homes were flooded", "more than 300 homes were flooded"],
        example = examples::claims(),
    )]
    pub(super) claims: Vec<Item>,
    /// Whether the claims may all hold at once. `false` if left out: then they are rivals, and a source that supports
    /// one contradicts the others.
    #[schemars(title = "Compatible", extend("default" = false), example = true)]
    pub(super) compatible: Option<bool>,
}

/// A claim: its one sentence alone, or with more said about it.
#[derive(Debug, JsonSchema)]
#[schemars(
    untagged,
    title = "Claim",
    transform = snippets::claim,
    example = &"214 homes were flooded",
    example = examples::claim(),
)]
pub(super) enum Item {
    /// One answer to the question, in one sentence, as a source would say it.
    #[schemars(title = "Claim in one sentence", example = &"214 homes were flooded")]
    Text(At<String>),
    /// One answer with more said about it.
    #[schemars(title = "Claim with fields", example = examples::claim())]
    Full(Box<At<Claim>>),
}

/// One answer to the question, with more said about it.
#[derive(Debug, Default, JsonSchema)]
#[schemars(title = "Claim with fields", deny_unknown_fields, example = examples::claim())]
pub(super) struct Claim {
    /// Its id, in kebab-case and unique in the case; made from the claim if left out.
    #[schemars(title = "Id", transform = schema::id, example = &"one-of-seven", example = &"homes-214")]
    pub(super) id: Option<At<String>>,
    /// The claim, in one sentence, as a source would say it: one thing, names in full, values with their units.
    #[schemars(
        title = "Claim",
        example = &"one mentoring session instead of seven",
        example = &"214 homes were flooded"
    )]
    pub(super) claim: At<String>,
    /// Other ways in which sources word it; for those that word it very differently.
    #[schemars(
        title = "Phrasings",
        example = ["the mentor was supposed to meet Ali seven times but only one took place"],
        example = ["the gates gave way at ten past four in the morning"]
    )]
    pub(super) phrasings: Option<Vec<At<String>>>,
    /// Ids of claims, here or under other questions, that cannot hold together with it.
    #[schemars(
        title = "Contradicts",
        transform = schema::ids,
        example = ["never-inspected"],
        example = ["homes-90", "homes-300"]
    )]
    pub(super) contradicts: Option<Vec<At<String>>>,
    /// Ids of claims, here or under other questions, that hold where it holds: support for it is support for them.
    #[schemars(
        title = "Implies",
        transform = schema::ids,
        example = ["more-than-200"],
        example = ["inspected", "inspected-in-spring"]
    )]
    pub(super) implies: Option<Vec<At<String>>>,
    /// A note for readers of the report. It decides nothing.
    #[schemars(
        title = "Note",
        example = &"From the report of July 2025.",
        example = &"The council's count, made on foot the day after."
    )]
    pub(super) note: Option<At<String>>,
    /// Your own decisions on what a source says of it; they are shown beside crosscheck's, never instead of it.
    /// `crosscheck rule` writes them for you.
    #[schemars(title = "Rulings", example = [examples::ruling()])]
    pub(super) rulings: Option<Vec<At<Ruling>>>,
    /// Sentences with what they must say of it; `crosscheck test` tries them.
    #[schemars(title = "Tests", example = examples::tests())]
    pub(super) tests: Option<Tests>,
}

/// Sentences that a claim is tried with, by what they must say of it.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields, inline)]
pub(super) struct Tests {
    /// Sentences that must support it.
    #[schemars(
        title = "Must support it",
        example = ["Two hundred and fourteen homes were flooded."],
        example = ["In all, 214 houses stood under water."]
    )]
    pub(super) supports: Option<Vec<At<String>>>,
    /// Sentences that must contradict it.
    #[schemars(
        title = "Must contradict it",
        example = ["Only 90 homes were flooded."],
        example = ["No home was flooded."]
    )]
    pub(super) contradicts: Option<Vec<At<String>>>,
    /// Texts that must do both.
    #[schemars(
        title = "Must do both",
        example = ["The council counted 214 flooded homes. The mayor said it was 90."],
        example = ["An earlier version said that 90 homes were flooded; it was 214."]
    )]
    pub(super) mixed: Option<Vec<At<String>>>,
    /// Sentences that must bear on it without settling it.
    #[schemars(
        title = "Must leave it unclear",
        example = ["More than 200 homes were flooded."],
        example = ["It is not known whether 214 homes were flooded."]
    )]
    pub(super) unclear: Option<Vec<At<String>>>,
    /// Sentences that must have nothing to do with it.
    #[schemars(
        title = "Must be silent on it",
        example = ["214 people live in the upper town."],
        example = ["Homes in the old town cost more than ever."]
    )]
    pub(super) silent: Option<Vec<At<String>>>,
}

/// Your own decision on what a source says of a claim.
#[derive(Debug, JsonSchema)]
#[schemars(
    title = "Ruling",
    deny_unknown_fields,
    transform = snippets::ruling,
    example = examples::ruling(),
)]
pub(super) struct Ruling {
    /// The id of the source.
    #[schemars(title = "Source", example = &"sky", example = &"002-dc0745e43d9ff23a")]
    pub(super) source: At<String>,
    /// What the source says of the claim.
    #[schemars(title = "Stance", required, example = &"unclear", example = &"supports")]
    pub(super) stance: Option<At<Stance>>,
    /// Your reason. It is shown in the report.
    #[schemars(
        title = "Reason",
        example = &"the sentence is garbled; \"seven years before\" is meant",
        example = &"the paper quotes a resident who could not know"
    )]
    pub(super) because: At<String>,
    /// Who decided.
    #[schemars(title = "Decided by", example = &"A. Reader", example = &"news desk")]
    pub(super) by: Option<At<String>>,
    /// The day on which it was decided: `YYYY-MM-DD`.
    #[schemars(title = "Decided on", transform = schema::day, example = &"2025-03-01", example = &"2031-11-08")]
    pub(super) on: Option<At<String>>,
    /// The source's words that were judged, whole sentences: once they are no longer there, the ruling is stale.
    #[schemars(
        title = "Words judged",
        example = &"Ali was referred to Prevent seven years on October 15 2021",
        example = &"In all, 214 homes were flooded."
    )]
    pub(super) quote: Option<At<String>>,
    /// The SHA-256 of the source's file when it was judged, where there were no words to judge.
    #[schemars(
        title = "SHA-256 of the file judged",
        transform = schema::sha256,
        example = &"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        example = &"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )]
    pub(super) sha256: Option<At<String>>,
}

pub(super) const QUESTION: Shape = Shape {
    name: "a question",
    fields: &["question", "about", "claims", "compatible"],
    elsewhere: &[
        ("id", "a claim"),
        ("phrasings", "a claim"),
        ("contradicts", "a claim"),
        ("implies", "a claim"),
        ("note", "a claim"),
        ("rulings", "a claim"),
        ("tests", "a claim"),
    ],
};

pub(super) const CLAIM: Shape = Shape {
    name: "a claim",
    fields: &["id", "claim", "phrasings", "contradicts", "implies", "note", "rulings", "tests"],
    elsewhere: &[
        ("question", "the question that the claims answer"),
        ("about", "the question"),
        ("compatible", "the question"),
        ("source", "a ruling"),
        ("stance", "a ruling"),
        ("because", "a ruling"),
        ("quote", "a ruling"),
        ("supports", "`tests`"),
        ("silent", "`tests`"),
    ],
};

pub(super) const RULING: Shape = Shape {
    name: "a ruling",
    fields: &["source", "stance", "because", "by", "on", "quote", "sha256"],
    elsewhere: &[("note", "the claim"), ("claim", "the claim itself")],
};

pub(super) const TESTS: Shape = Shape {
    name: "`tests`",
    fields: &["supports", "contradicts", "mixed", "unclear", "silent"],
    elsewhere: &[("tests", "the claim")],
};

/// The JSON Schema (draft 7, which editors understand) of a document of a claim file.
#[must_use]
pub fn schema() -> Schema {
    schema::schema_of::<Question>("claims")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The schema and the reader are written apart: they must name the same fields.
    #[test]
    #[allow(clippy::unwrap_used)]
    fn schema_and_reader_agree() {
        let schema = schema();
        let schema = schema.as_value();
        let definitions = &schema["definitions"];
        for (shape, schema, required) in [
            (QUESTION, schema, vec!["question", "claims"]),
            (CLAIM, &definitions["Claim"], vec!["claim"]),
            (RULING, &definitions["Ruling"], vec!["source", "stance", "because"]),
            (TESTS, &definitions["Claim"]["properties"]["tests"], vec![]),
        ] {
            let fields: Vec<_> = schema["properties"].as_object().unwrap().keys().collect();
            assert_eq!(fields, shape.fields);
            let listed = schema.get("required").cloned().unwrap_or_else(|| serde_json::json!([]));
            assert_eq!(listed, serde_json::json!(required));
            assert_eq!(schema["additionalProperties"], false);
            assert!(
                schema["properties"]
                    .as_object()
                    .unwrap()
                    .values()
                    .all(|field| field["description"].is_string())
            );
        }
    }
}
