//! Finding by example: which passages are found for a phrasing, and which words answer which.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use crate::claim::ClaimSet;

use super::{
    Alignment, Answer, Index, Lexicon, Likeness, Marked, Phrasing, Setting, Stems, Vocabulary, align,
    candidates, candidates_around,
};
use crate::text::Document;

/// A phrasing held against each passage of a text that covers at least `least` of it.
fn found(claim: &str, setting: Setting<'_>, text: &str, least: f64) -> Vec<(String, Alignment, Phrasing)> {
    let mut lexicon = Lexicon::default();
    let document = Document::new(text);
    let count = {
        let phrasing = Phrasing::new(claim, setting, &mut lexicon);
        candidates(&phrasing, &Marked::new(&document, &lexicon, &mut Vocabulary::default()), least).len()
    };
    (0..count)
        .map(|index| {
            let phrasing = Phrasing::new(claim, setting, &mut lexicon);
            let marked = Marked::new(&document, &lexicon, &mut Vocabulary::default());
            let passage = candidates(&phrasing, &marked, least)[index];
            let sentences = &document.sentences()[passage.first..passage.end];
            let words = document.words(sentences[0].tokens.start..sentences.last().unwrap().tokens.end);
            (words.to_owned(), align(&phrasing, &marked, passage), phrasing)
        })
        .collect()
}

fn passages(claim: &str, text: &str) -> Vec<String> {
    found(claim, Setting::default(), text, 0.5).into_iter().map(|(words, ..)| words).collect()
}

/// Each aligned word of the claim beside the text's, of the whole of a text of one sentence.
fn aligned(claim: &str, text: &str) -> Vec<(String, String, Likeness)> {
    let document = Document::new(text);
    let Some((_, alignment, phrasing)) = found(claim, Setting::default(), text, 0.0).into_iter().next()
    else {
        return Vec::new();
    };
    let pairs = phrasing.frame.iter().zip(&alignment.answers).filter_map(|(word, answer)| match answer {
        Answer::Token { token, likeness } => {
            let claimed = phrasing.document.folded(word.token?).to_owned();
            Some((claimed, document.folded(*token).to_owned(), *likeness))
        }
        Answer::Elsewhere { .. }
        | Answer::Implied
        | Answer::Speaker
        | Answer::Shortened
        | Answer::Nothing => None,
    });
    pairs.collect()
}

#[test]
fn words_are_bridged_and_strangers_are_not() {
    use Likeness::{Derived, Inflected, Misspelt, Related, Same};
    for (claim, text, expected) in [
        (
            "the warden locked the gate",
            "The gate was locked by the warden.",
            vec![("warden", "warden", Same), ("locked", "locked", Same), ("gate", "gate", Same)],
        ),
        (
            "the warden locks the gates",
            "A warden locked a gate.",
            vec![("warden", "warden", Same), ("locks", "locked", Inflected), ("gates", "gate", Inflected)],
        ),
        (
            "the defence programme",
            "The defense program",
            vec![("defence", "defense", Inflected), ("programme", "program", Inflected)],
        ),
        (
            "the gunman killed the guard",
            "The guard was murdered.",
            vec![("killed", "murdered", Related), ("guard", "guard", Same)],
        ),
        (
            "the sailor died",
            "The sailor's death",
            vec![("sailor", "sailor", Same), ("died", "death", Derived)],
        ),
        (
            "the parcel was delivered",
            "The parcel was delievered.",
            vec![("parcel", "parcel", Same), ("delivered", "delievered", Misspelt)],
        ),
        ("the signed letter", "The singed ladder", vec![]),
        ("the bank rose", "The tank sank.", vec![]),
    ] {
        let expected: Vec<_> =
            expected.into_iter().map(|(a, b, how)| (a.to_owned(), b.to_owned(), how)).collect();
        assert_eq!(aligned(claim, text), expected, "{claim} / {text}");
    }
}

#[test]
fn values_and_function_words_are_no_part_of_the_frame() {
    let mut lexicon = Lexicon::default();
    let phrasing = Phrasing::new("more than 200 of the homes were flooded", Setting::default(), &mut lexicon);
    let words: Vec<&str> =
        phrasing.frame.iter().filter_map(|word| Some(phrasing.document.folded(word.token?))).collect();
    assert!(words.contains(&"homes") && words.contains(&"flooded"), "{words:?}");
    assert!(["200", "of", "the", "were"].iter().all(|word| !words.contains(word)), "{words:?}");
}

#[test]
fn a_rare_word_weighs_more_than_a_common_one_and_a_name_most() {
    let mut lexicon = Lexicon::default();
    let phrasing = Phrasing::new("people saw the cormorant near Skarvik", Setting::default(), &mut lexicon);
    let weight = |wanted: &str| {
        let is = |token: usize| phrasing.document.folded(token) == wanted;
        phrasing.frame.iter().find(|word| word.token.is_some_and(is)).map_or(0.0, |word| word.weight)
    };
    assert!(weight("people") < weight("saw"), "{} {}", weight("people"), weight("saw"));
    assert!(weight("saw") < weight("cormorant"));
    assert!((weight("skarvik") - 1.0).abs() < 1e-9);
}

#[test]
fn a_passage_is_a_sentence_or_up_to_three_that_need_one_another() {
    let claim = "the glazier repaired the chapel windows in spring";
    for (text, expected) in [
        (
            "It was cold. The glazier repaired the chapel windows in spring. It rained.",
            vec!["The glazier repaired the chapel windows in spring."],
        ),
        (
            "The glazier came to the chapel. He repaired the windows in spring.",
            vec![
                "The glazier came to the chapel. He repaired the windows in spring.",
                "He repaired the windows in spring.",
            ],
        ),
        ("The glazier came. Nobody knew him. He sang all day in the tower of the town hall.", vec![]),
        ("", vec![]),
    ] {
        assert_eq!(passages(claim, text), expected, "{text}");
    }
}

#[test]
fn a_name_is_taken_from_elsewhere_in_the_text() {
    let text = "Ines Valdor was a sculptor. She carved the fountain in the square.";
    let about = found("Valdor carved the fountain in the square", Setting::default(), text, 0.3);
    let (_, alignment, _) = about.iter().find(|(words, ..)| words.starts_with("She")).unwrap();
    assert_eq!(alignment.answers[0], Answer::Elsewhere { distance: 1 });
    assert!(alignment.coverage > 0.9 && alignment.coverage < 1.0, "{}", alignment.coverage);
}

#[test]
fn a_claim_of_values_alone_takes_in_the_words_of_its_question() {
    let question = "How many lifeboats were launched?";
    let setting = Setting { question, ..Setting::default() };
    let context = |claim: &str, text: &str| {
        found(claim, setting, text, 0.0).first().map(|(_, alignment, _)| alignment.context)
    };
    let near = context("12 of 15", "The lifeboats were launched, 12 of 15.").unwrap();
    assert!(near > 0.8, "{near}");
    assert_eq!(context("12 of 15", "He ate 12 of 15."), None, "nothing by which it could be found");
    let alone = context("the keeper ate 12 herrings", "The keeper ate 12 herrings.");
    assert_eq!(alone, Some(1.0), "a claim that can stand alone needs nothing of its question");
}

#[test]
fn what_tells_a_claim_from_its_rivals_is_marked() {
    let case = "question: Who kept the lighthouse?\nclaims: [the miller kept the lighthouse, the baker kept the lighthouse]\n";
    let claims = ClaimSet::from_yaml("case.yaml", case).unwrap();
    let question = &claims.questions()[0];
    let rivals = Stems::of(&claims, question);
    let claim = claims.claims()[0].text();
    let setting = Setting { question: question.text(), claim, rivals: Some(&rivals), about: &[] };
    let mut lexicon = Lexicon::default();
    let phrasing = Phrasing::new("the miller kept the lighthouse", setting, &mut lexicon);
    let distinctive: Vec<&str> = phrasing
        .frame
        .iter()
        .filter(|word| word.distinctive)
        .filter_map(|word| Some(phrasing.document.folded(word.token?)))
        .collect();
    assert_eq!(distinctive, ["miller"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_alignment_pairs_each_token_once_and_stays_in_its_passage(
        claim in "([a-e]{1,3} ){0,6}|\\PC{0,30}",
        text in "(([a-e]{1,3} ){1,6}[.?] ){0,5}|\\PC{0,60}",
    ) {
        for (_, alignment, phrasing) in found(&claim, Setting::default(), &text, 0.1) {
            let document = Document::new(text.as_str());
            let sentences = &document.sentences()[alignment.passage.first..alignment.passage.end];
            let inside = sentences[0].tokens.start..sentences[sentences.len() - 1].tokens.end;
            let mut reported: Vec<usize> = alignment.pairs(&phrasing).map(|(_, q)| q).collect();
            prop_assert!(reported.iter().all(|q| inside.contains(q)));
            let all = reported.len();
            reported.sort_unstable();
            reported.dedup();
            prop_assert_eq!(reported.len(), all, "a token answers two words");
            for share in [alignment.coverage, alignment.predicate, alignment.context, alignment.passage.own] {
                prop_assert!((0.0..=1.0 + 1e-9).contains(&share), "{}", share);
            }
        }
    }

    #[test]
    fn the_index_reaches_every_candidate(
        claims in prop::collection::vec("((dam|gates|mayor|Berg|of|the|rose|fell|12|said|people) ){1,8}", 1..6),
        text in "(((dam|gate|mayor|Berg|of|the|rise|fell|12|said|people|river) ){1,9}[.?] ){0,6}",
        least in 0.1..0.9,
    ) {
        let mut lexicon = Lexicon::default();
        let phrasings: Vec<Phrasing> =
            claims.iter().map(|claim| Phrasing::new(claim, Setting::default(), &mut lexicon)).collect();
        let index = Index::new(phrasings.iter().map(|phrasing| (phrasing, least)), lexicon.len());
        let document = Document::new(text.as_str());
        let marked = Marked::new(&document, &lexicon, &mut Vocabulary::default());
        let reached = index.reached(&marked);
        prop_assert!(reached.phrasings().is_sorted());
        for (number, phrasing) in phrasings.iter().enumerate() {
            let found = candidates(phrasing, &marked, least);
            let around = candidates_around(phrasing, &marked, least, reached.sentences(number));
            prop_assert_eq!(around, found, "{}", claims[number]);
        }
    }
}
