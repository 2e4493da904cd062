//! What negates, denies, hedges or asks, and how far it reaches.

use crate::text::Document;

use super::super::cue::{CueKind, cues};

fn found(text: &str) -> Vec<(CueKind, String, String)> {
    let document = Document::new(text);
    cues(&document, 0..document.tokens().len())
        .into_iter()
        .map(|cue| (cue.kind, document.words(cue.tokens).to_owned(), document.words(cue.scope).to_owned()))
        .collect()
}

#[test]
fn cues_reach_over_their_clause() {
    use CueKind::{Denial, Hedge, Negator, Unreal};
    for (text, expected) in [
        ("The landlord is not permitted, he said", vec![(Negator, "not", "permitted")]),
        ("It isn’t known but he left", vec![(Negator, "isn’t", "known")]),
        ("He was not known to police", vec![(Negator, "not", "known to police")]),
        (
            "It is not known whether he paid",
            vec![
                (Negator, "not", "known"),
                (Hedge, "known", "whether he paid"),
                (Hedge, "whether", "he paid"),
            ],
        ),
        (
            "He denied that he took the money, or any of it",
            vec![(Denial, "denied", "that he took the money")],
        ),
        ("The report is untrue", vec![(Denial, "untrue", "The report is untrue")]),
        ("not only the school but the police", vec![]),
        ("No more than ten came in May", vec![]),
        ("They asked the minister to resign, he said", vec![(Unreal, "asked", "resign")]),
        ("On 12 May the council voted", vec![]),
        ("The court rejected the appeal and upheld the ruling", vec![(Denial, "rejected", "the appeal")]),
        ("The dismissed manager sued the club at a bus stop", vec![]),
        ("They stopped selling it", vec![(Denial, "stopped", "selling it")]),
        (
            "Efforts to free them failed.",
            vec![(Unreal, "Efforts", "free them failed"), (Denial, "failed", "Efforts to free them failed")],
        ),
        ("He may leave", vec![(Hedge, "may", "leave")]),
        ("The school should have been involved", vec![(Unreal, "should have", "been involved")]),
    ] {
        let expected: Vec<_> =
            expected.into_iter().map(|(k, a, b)| (k, a.to_owned(), b.to_owned())).collect();
        assert_eq!(found(text), expected, "{text}");
    }
}
