//! One line of pairs: a claim, a text and, where it is known, the right stance.

use crosscheck::stance::{Judgement, Stance};
use serde_json::{Map, Value};

/// What is known to be right of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Label {
    /// This stance.
    Is(Stance),
    /// Any stance but `supports`.
    NotSupports,
}

impl Label {
    /// The word for it in files.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Is(stance) => stance.name(),
            Self::NotSupports => "not-supports",
        }
    }

    /// Whether `predicted` is right.
    pub(super) fn admits(self, predicted: Stance) -> bool {
        match self {
            Self::Is(stance) => stance == predicted,
            Self::NotSupports => predicted != Stance::Supports,
        }
    }

    fn all() -> impl Iterator<Item = Self> {
        Stance::ALL.into_iter().map(Self::Is).chain([Self::NotSupports])
    }

    fn named(name: &str) -> Result<Self, String> {
        Self::all().find(|label| label.name() == name).ok_or_else(|| {
            let names: Vec<_> = Self::all().map(Self::name).collect();
            format!("`{name}` is no stance: it is one of {}", names.join(", "))
        })
    }
}

/// A line, with all its fields.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pair {
    pub(super) claim: String,
    pub(super) text: String,
    pub(super) label: Option<Label>,
    fields: Map<String, Value>,
}

impl Pair {
    /// Reads a line; what is wrong with it otherwise, in words that follow "file:line: ".
    pub(super) fn parse(line: &str) -> Result<Self, String> {
        let fields: Map<String, Value> = serde_json::from_str(line).map_err(|error| no_object(&error))?;
        let label = match fields.get("stance") {
            None | Some(Value::Null) => None,
            Some(Value::String(name)) => Some(Label::named(name)?),
            Some(_) => return Err("`stance` is not a string".into()),
        };
        Ok(Self { claim: text_of(&fields, "claim")?, text: text_of(&fields, "text")?, label, fields })
    }

    /// The line again, with the engine's answer added.
    pub(super) fn with(mut self, judgement: &Judgement) -> Value {
        let answer = [
            ("predicted", Value::from(judgement.stance.name())),
            ("score", Value::from(judgement.score)),
            ("because", Value::from(judgement.because.as_str())),
        ];
        self.fields.extend(answer.map(|(name, value)| (name.to_owned(), value)));
        if !judgement.features.is_empty() {
            let features = serde_json::to_value(&judgement.features).unwrap_or_default();
            self.fields.insert("features".to_owned(), features);
        }
        Value::Object(self.fields)
    }
}

/// serde_json counts lines within what it was given, which is one line.
fn no_object(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let reason = message.rsplit_once(" at line ").map_or(message.as_str(), |(reason, _)| reason);
    format!(
        "is no JSON object: {}, at column {}",
        reason.replace("expected ident", "expected value"),
        error.column()
    )
}

fn text_of(fields: &Map<String, Value>, name: &str) -> Result<String, String> {
    match fields.get(name) {
        Some(Value::String(text)) => Ok(text.clone()),
        Some(_) => Err(format!("`{name}` is not a string")),
        None => Err(format!("has no `{name}`")),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_line_comes_back_whole_and_in_order() {
        let pair =
            Pair::parse(r#"{"id": 7, "claim": "a", "text": "b", "stance": "silent", "z": [1.5]}"#).unwrap();
        assert_eq!(pair.label, Some(Label::Is(Stance::Silent)));
        let judgement = Judgement {
            stance: Stance::Unclear,
            score: 0.25,
            because: "so".into(),
            features: Default::default(),
        };
        assert_eq!(
            pair.with(&judgement).to_string(),
            r#"{"id":7,"claim":"a","text":"b","stance":"silent","z":[1.5],"predicted":"unclear","score":0.25,"because":"so"}"#
        );
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (line, problem) in [
            ("[]", "is no JSON object"),
            ("{\"claim\": \"a\"}", "has no `text`"),
            ("{\"text\": \"a\"}", "has no `claim`"),
            ("{\"claim\": 3, \"text\": \"a\"}", "`claim` is not a string"),
            ("{\"claim\": \"a\", \"text\": \"a\", \"stance\": \"true\"}", "`true` is no stance"),
            ("{\"claim\": \"a\", \"text\": \"a\", \"stance\": 1}", "`stance` is not a string"),
        ] {
            let said = Pair::parse(line).unwrap_err();
            assert!(said.starts_with(problem), "{line}: {said}");
        }
    }
}
