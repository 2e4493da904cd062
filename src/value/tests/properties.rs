use proptest::prelude::{any, prop, prop_assert, prop_oneof, proptest};
use proptest::strategy::{Just, Strategy};

use super::published;
use crate::text::Document;
use crate::value::recognise;

/// Arbitrary text, and text made of what values are made of.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "one",
            "two",
            "half",
            "a",
            "an",
            "hundred",
            "thousand",
            "million",
            "and",
            "-",
            "–",
            "to",
            "from",
            "between",
            "of",
            "in",
            "1",
            "15",
            "2014",
            "1,000.5",
            "½",
            "/",
            ":",
            ".",
            ",",
            "£",
            "$",
            "%",
            "per",
            "cent",
            "km",
            "m",
            "°",
            "C",
            "feet",
            "October",
            "Oct",
            "May",
            "Friday",
            "last",
            "week",
            "ago",
            "year",
            "old",
            "aged",
            "more",
            "than",
            "or",
            "about",
            "s",
            "'",
            "th",
            "pm",
            "a.m.",
            "GMT",
            "(",
            ")",
            "#",
            "No",
            "early",
            "mid",
            "Q1",
            "dozens",
            "few",
            "times",
            "twice",
            "once",
            "third",
            "quarter",
            "third",
            "99999999999999999999",
            "0",
            "+",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    let joint = prop_oneof![Just(" "), Just(""), Just("\u{a0}"), Just("\n")];
    prop::collection::vec((piece, joint), 0..24)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, joint)| piece + joint).collect())
}

proptest! {
    #[test]
    fn mentions_are_ordered_apart_and_inside(text in texts(), from in 0usize..40, length in 0usize..60) {
        let document = Document::new(text);
        let range = from..from + length;
        let found = recognise(&document, range.clone(), published());
        let mut last = from;
        for mention in &found {
            prop_assert!(last <= mention.tokens.start && !mention.tokens.is_empty());
            prop_assert!(mention.tokens.end <= range.end && mention.tokens.end <= document.tokens().len());
            prop_assert!(mention.tokens.start <= mention.core.start && mention.core.end <= mention.tokens.end);
            prop_assert!(document.span_of(mention.tokens.clone()) == mention.span);
            prop_assert!(mention.counted.iter().all(|noun| noun.end <= range.end.min(document.tokens().len())));
            last = mention.tokens.end;
        }
        for (one, other) in found.iter().zip(found.iter().rev()) {
            prop_assert!((0.0..=1.0).contains(&one.value.fit(&other.value)));
            prop_assert!(!one.value.normal_form().is_empty());
        }
    }
}
