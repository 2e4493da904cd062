//! A claim file as it is written: what an editor's JSON Schema describes, before anything is checked.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::Stance;
use crate::yaml::{At, Shape};

/// One question and the claims that answer it, each differently. A file may hold several, divided by `---`.
#[derive(Debug, JsonSchema)]
#[schemars(title = "A claim file of crosscheck", deny_unknown_fields)]
pub(super) struct Question {
    /// What the claims answer: "How many sessions were planned?" Its words are context for short claims.
    pub(super) question: At<String>,
    /// Names for whom or what the question is about, as sources write them.
    pub(super) about: Option<Vec<At<String>>>,
    /// The answers. They exclude each other unless `compatible` says otherwise.
    #[schemars(length(min = 1))]
    pub(super) claims: Vec<Item>,
    /// Whether the claims may all hold at once. `false` if left out.
    pub(super) compatible: Option<bool>,
}

/// A claim: its one sentence alone, or with more said about it.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub(super) enum Item {
    /// One answer to the question, in one sentence.
    Text(At<String>),
    /// One answer with more said about it.
    Full(Box<At<Claim>>),
}

/// One answer to the question, with more said about it.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Claim {
    /// Its id, in kebab-case and unique in the case; made from the claim if left out.
    #[schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"))]
    pub(super) id: Option<At<String>>,
    /// The claim, in one sentence.
    pub(super) claim: At<String>,
    /// Other ways in which sources word it; for those that word it very differently.
    pub(super) phrasings: Option<Vec<At<String>>>,
    /// Ids of claims, here or under other questions, that cannot hold together with it.
    pub(super) contradicts: Option<Vec<At<String>>>,
    /// Ids of claims, here or under other questions, that hold where it holds.
    pub(super) implies: Option<Vec<At<String>>>,
    /// A note for readers of the report.
    pub(super) note: Option<At<String>>,
    /// Your own decisions on what a source says of it; they are shown beside crosscheck's.
    pub(super) rulings: Option<Vec<At<Ruling>>>,
    /// Sentences with what they must say of it; `crosscheck test` tries them.
    pub(super) tests: Option<Tests>,
}

/// Sentences that a claim is tried with, by what they must say of it.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Tests {
    /// Sentences that must support it.
    pub(super) supports: Option<Vec<At<String>>>,
    /// Sentences that must contradict it.
    pub(super) contradicts: Option<Vec<At<String>>>,
    /// Texts that must do both.
    pub(super) mixed: Option<Vec<At<String>>>,
    /// Sentences that must bear on it without settling it.
    pub(super) unclear: Option<Vec<At<String>>>,
    /// Sentences that must have nothing to do with it.
    pub(super) silent: Option<Vec<At<String>>>,
}

/// Your own decision on what a source says of a claim.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Ruling {
    /// The id of the source.
    pub(super) source: At<String>,
    /// What the source says of the claim.
    #[schemars(required)]
    pub(super) stance: Option<At<Stance>>,
    /// Why.
    pub(super) because: At<String>,
    /// Who decided.
    pub(super) by: Option<At<String>>,
    /// When: `YYYY-MM-DD`.
    pub(super) on: Option<At<String>>,
    /// The source's words that were judged: once they are no longer there, the ruling is stale.
    pub(super) quote: Option<At<String>>,
    /// The source's SHA-256 when it was judged, where there were no words to judge.
    #[schemars(regex(pattern = r"^[0-9a-f]{64}$"))]
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
    SchemaSettings::draft07().into_generator().into_root_schema_for::<Question>()
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
            (TESTS, &definitions["Tests"], vec![]),
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

    #[test]
    fn the_schema_is_as_published() {
        insta::assert_json_snapshot!(schema());
    }
}
