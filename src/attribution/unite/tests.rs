use proptest::prelude::*;

use super::*;
use crate::attribution::{Attributions, SpeakerKind};
use crate::text::Document;

/// The speaker of "... said it rained", with what follows as context.
fn speaker(who: &str) -> Speaker {
    let (who, context) = who.split_once(" // ").unwrap_or((who, ""));
    let text = format!("{who} said that it rained.\n\n{context}");
    let document = Document::new(text.as_str());
    let rained = (0..document.tokens().len()).find(|&at| document.folded(at) == "rained").unwrap();
    let found = Attributions::new(&document).of(&[rained]);
    found.unwrap_or_else(|| panic!("nobody speaks in {text:?}")).speaker
}

#[test]
fn who_is_who() {
    let cases: &[(&[&str], &[usize])] = &[
        (&["Dan Jarvis", "Daniel Jarvis", "Mr Dan Jarvis", "Dan A. Jarvis"], &[0, 0, 0, 0]),
        (&["José Núñez", "Jose Nunez"], &[0, 0]),
        (&["Dan Amess", "David Amess", "D. Amess"], &[0, 1, 2]),
        (&["Daniel Amess", "Danielle Amess", "Dan Amess"], &[0, 1, 0]),
        (&["Matt Jukes", "Matt Juke"], &[0, 1]),
        // A rare surname joins, a common one does not.
        (&["Mr Rudakubana", "Axel Rudakubana"], &[0, 0]),
        (&["Mr Smith", "John Smith"], &[0, 1]),
        (&["Mr Smith", "Mr Smith // Ben Jones spoke."], &[0, 0]),
        (&["The minister, Mr Smith,", "The health minister, John Smith,"], &[0, 0]),
        (&["Ms Amess", "David Amess"], &[0, 1]),
        (&["Lady Amess", "Katie Amess"], &[0, 1]),
        (&["Mr Amess", "Katie Amess", "David Amess"], &[0, 1, 2]),
        (&["Mr Amess", "Ms Amess", "Mr Amess // He left."], &[0, 1, 0]),
        // Roles.
        (&["The security minister", "Security minister Dan Jarvis"], &[0, 0]),
        (
            &[
                "The security minister",
                "The security minister, Dan Jarvis,",
                "Mr Jarvis // The security minister, Mr Jarvis, left.",
            ],
            &[0, 0, 0],
        ),
        (&["The health minister", "Security minister Dan Jarvis"], &[0, 1]),
        (&["The minister", "Security minister Dan Jarvis", "Health minister Ann Keen"], &[0, 1, 2]),
        (&["A minister", "Security minister Dan Jarvis"], &[0, 1]),
        // Those who speak for others.
        (
            &[
                "A coastguard spokesman",
                "A spokeswoman for the coastguard",
                "The Coastguard",
                "A coastguard spokesperson",
            ],
            &[0, 0, 0, 0],
        ),
        (&["A police spokesman", "A fire service spokesman"], &[0, 1]),
        (&["Essex Police", "A spokesman for Essex Police", "Kent Police"], &[0, 0, 1]),
        (&["The Home Office", "The Foreign Office", "A Home Office spokesman"], &[0, 1, 0]),
        (&["Police", "The police", "A police spokesman"], &[0, 0, 0]),
        (&["A witness", "A witness // Ben Jones spoke.", "A driver"], &[0, 0, 1]),
        // Documents.
        (&["The Anderson report", "Lord Anderson’s report", "The report"], &[0, 0, 0]),
        (&["The review", "The Prevent learning review", "A review"], &[0, 0, 0]),
        (&["The Anderson review", "The Prevent learning review"], &[0, 1]),
        (&["The report by Lord Anderson", "Lord Anderson"], &[0, 0]),
        (&["The report // The report is by David Anderson.", "David Anderson"], &[0, 0]),
        (&["The Anderson report", "David Anderson"], &[0, 1]),
        (&["The report", "The study", "The court"], &[0, 1, 2]),
        (&["The Electoral Commission’s report", "The police report", "The report"], &[0, 1, 2]),
        (&["The interim report", "The final report", "A report by Amnesty"], &[0, 1, 2]),
        (&["The coroner’s report", "The annual report"], &[0, 1]),
        (&["The damning report", "The report"], &[0, 0]),
        // A bare description gets no name of another article.
        (&["A spokesman", "A spokesman for Westline"], &[0, 1]),
        (&["Police", "Essex Police", "Kent Police"], &[0, 1, 2]),
        (&["Donald Trump", "President Trump", "Trump", "Donald J. Trump"], &[0, 0, 0, 0]),
        (&["Judge Miriam Cole", "Judge Cole", "The judge"], &[0, 0, 0]),
        (&["Sir Keir", "Starmer", "Keir Starmer"], &[0, 0, 0]),
        (
            &["The NHS", "The National Health Service", "A spokesman for the NHS", "NHS England"],
            &[0, 0, 0, 1],
        ),
        (
            &[
                "The police report // The Electoral Commission’s report is out.",
                "The Electoral Commission’s report",
            ],
            &[0, 1],
        ),
        (&["Manager Ole Brandt", "Coach Brandt"], &[0, 0]),
    ];
    for (texts, expected) in cases {
        let speakers: Vec<Speaker> = texts.iter().map(|text| speaker(text)).collect();
        assert_eq!(unite(&speakers.iter().collect::<Vec<_>>()), *expected, "{texts:?}: {speakers:#?}");
    }
}

fn any_speaker() -> impl Strategy<Value = Speaker> {
    let pick = |words: &'static [&'static str]| proptest::sample::select(words);
    let names = pick(&[
        "Dan Jarvis",
        "Daniel Jarvis",
        "D Jarvis",
        "Danny Jarvis",
        "Jarvis",
        "Mr Amess",
        "Ms Amess",
        "Amess",
        "David Amess",
        "Katie Amess",
        "Smith",
        "John Smith",
        "Mr Smith",
        "the report",
        "the Anderson report",
        "the Prevent report",
        "a witness",
        "Anderson",
        "David Anderson",
        "the minister",
        "the security minister",
        "a spokesman",
        "a police spokesman",
        "police",
        "Essex Police",
        "Kent Police",
        "the review",
        "",
    ]);
    let kinds = [SpeakerKind::Person, SpeakerKind::Described, SpeakerKind::Body, SpeakerKind::Document];
    let kind = proptest::sample::select(kinds.to_vec());
    let roles = pick(&["", "security minister", "health minister", "Prevent report"]);
    let owner = pick(&["", "police", "David Anderson", "Anderson", "John Smith", "Kent Police"]);
    (names, kind, roles, owner).prop_map(|(name, kind, role, of)| {
        let mut speaker = Speaker::new(name, kind);
        speaker.describe(role);
        speaker.of = Some(of.to_owned()).filter(|of| !of.is_empty());
        speaker
    })
}

proptest! {
    #[test]
    fn the_order_makes_no_difference(
        (speakers, order) in proptest::collection::vec(any_speaker(), 1..14).prop_flat_map(|speakers| {
            let order: Vec<usize> = (0..speakers.len()).collect();
            (Just(speakers), Just(order).prop_shuffle())
        })
    ) {
        let groups = unite(&speakers.iter().collect::<Vec<_>>());
        let shuffled = unite(&order.iter().map(|&at| &speakers[at]).collect::<Vec<_>>());
        for (a, &i) in order.iter().enumerate() {
            for (b, &j) in order.iter().enumerate() {
                prop_assert_eq!(groups[i] == groups[j], shuffled[a] == shuffled[b]);
            }
        }
    }

    #[test]
    fn a_copy_is_no_new_speaker(
        speakers in proptest::collection::vec(any_speaker(), 1..10),
        at in any::<prop::sample::Index>(),
    ) {
        let groups = unite(&speakers.iter().collect::<Vec<_>>());
        let mut more: Vec<&Speaker> = speakers.iter().collect();
        let copied = at.index(speakers.len());
        more.push(&speakers[copied]);
        let with_copy = unite(&more);
        prop_assert_eq!(&with_copy[..groups.len()], &groups[..]);
        prop_assert_eq!(with_copy[groups.len()], groups[copied]);
    }

    #[test]
    fn people_of_different_names_stay_apart(speakers in proptest::collection::vec(any_speaker(), 1..14)) {
        let groups = unite(&speakers.iter().collect::<Vec<_>>());
        let group_of = |name: &str| {
            let is = |speaker: &Speaker| speaker.name == name && speaker.kind == SpeakerKind::Person;
            speakers.iter().zip(&groups).find(|(speaker, _)| is(speaker)).map(|(_, group)| *group)
        };
        let pairs = [
            ("Dan Jarvis", "David Amess"),
            ("David Amess", "Katie Amess"),
            ("David Anderson", "John Smith"),
            ("Mr Amess", "Ms Amess"),
            ("Daniel Jarvis", "Danny Jarvis"),
        ];
        for (one, other) in pairs {
            let both = group_of(one).zip(group_of(other));
            prop_assert!(both.is_none_or(|(a, b)| a != b), "{one}, {other}");
        }
    }
}
