//! The examples in the schema of claim files that are more than one text.

use serde_json::{Value, json};

pub(super) fn question() -> Value {
    json!({
        "question": "How many sessions was Ali given, and how many were planned?",
        "about": ["Ali Harbi Ali", "Ali"],
        "claims": claims(),
    })
}

pub(super) fn claims() -> Value {
    json!([claim(), "one instead of two"])
}

pub(super) fn claim() -> Value {
    json!({
        "id": "one-of-seven",
        "claim": "one mentoring session instead of seven",
        "phrasings": ["the mentor was supposed to meet Ali seven times but only one took place"],
    })
}

pub(super) fn ruling() -> Value {
    json!({
        "source": "express",
        "stance": "unclear",
        "because": "the sentence is garbled; \"seven years before\" is meant",
        "by": "A. Reader",
        "on": "2025-03-01",
    })
}

pub(super) fn tests() -> Value {
    json!({
        "supports": ["Of the seven mentoring sessions that were planned for Ali, he was given only one."],
        "contradicts": ["In the end there was one mentoring session instead of three."],
        "silent": ["A coffee at the restaurant cost seven pounds."],
    })
}
