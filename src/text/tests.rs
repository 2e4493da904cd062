//! Text as a whole: sentences by example, and what holds for any text.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

mod quick;

use super::{Document, Sentence, fold};

fn sentences(text: &str) -> Vec<String> {
    let document = Document::new(text);
    document.sentences().iter().map(|s| document.slice(s.span).to_owned()).collect()
}

#[test]
fn a_possessive_ending_set_apart_belongs_to_its_word() {
    let words = |text: &str| -> Vec<(String, bool)> {
        let document = Document::new(text);
        (0..document.tokens().len())
            .map(|i| (document.folded(i).to_owned(), document.is_possessive(i)))
            .filter(|(word, _)| word.len() > 1)
            .collect()
    };
    let of = |word: &str| (word.to_owned(), true);
    let plain = |word: &str| (word.to_owned(), false);
    assert_eq!(words("Perry 's album"), [of("perry"), plain("album")]);
    assert_eq!(words("Perry ’s album"), [of("perry"), plain("album")]);
    assert_eq!(words("Perry's album"), [of("perry"), plain("album")]);
    assert_eq!(words("Perry\n's album"), [plain("perry"), plain("album")]);
    assert_eq!(words("the letter 's' again"), [plain("the"), plain("letter"), plain("again")]);
    assert_eq!(words("in 'summer' it"), [plain("in"), plain("summer"), plain("it")]);
}

#[test]
fn sentences_end_where_they_should() {
    let cases: &[(&str, &[&str])] = &[
        ("Only one took place. It cost £2.4m.", &["Only one took place.", "It cost £2.4m."]),
        ("Mr. Smith met Dr. Jones at 5 p.m. on Jan. 3.", &["Mr. Smith met Dr. Jones at 5 p.m. on Jan. 3."]),
        ("“It failed. We know.” He left.", &["“It failed.", "We know.”", "He left."]),
        ("\"It failed. We know.\" He left.", &["\"It failed.", "We know.\"", "He left."]),
        ("It was late. “It failed,” he said.", &["It was late.", "“It failed,” he said."]),
        ("It was late. \"It failed,\" he said.", &["It was late.", "\"It failed,\" he said."]),
        ("It was late.\n‘It failed,’ he said.", &["It was late.", "‘It failed,’ he said."]),
        ("It was **over.** He left.", &["It was **over.**", "He left."]),
        ("See [it](/a). **He** left [here](/b)", &["See [it](/a).", "**He** left [here](/b)"]),
        ("A heading\nThe first. The second.", &["A heading", "The first.", "The second."]),
        ("- The first. The second.\n2. The third.", &["The first.", "The second.", "The third."]),
        (
            "He met the mentor, over a coffee in a café in south\nlondon. He left.",
            &["He met the mentor, over a coffee in a café in south\nlondon.", "He left."],
        ),
        ("\u{feff}\r\n \r\n", &[]),
        ("• ", &["•"]),
        ("No end", &["No end"]),
    ];
    for (text, expected) in cases {
        assert_eq!(sentences(text), *expected, "{text:?}");
    }
}

#[test]
fn what_has_no_full_stop_is_cut() {
    for (text, longest) in [("word ".repeat(10_000), 200), ("one, two three; four ".repeat(300), 200)] {
        let document = Document::new(text);
        let lengths: Vec<usize> = document.sentences().iter().map(|s| s.whole.len()).collect();
        assert!(lengths.iter().all(|&n| (1..=longest).contains(&n)), "{lengths:?}");
        assert_eq!(lengths.iter().sum::<usize>(), document.tokens().len());
    }
    let document = Document::new("one, two three; four ".repeat(300));
    let first = document.slice(document.sentences()[0].span);
    assert!(first.ends_with(';'), "{first}");
}

#[test]
fn lines_without_end_are_cut_everywhere() {
    for unit in
        ["“\"' ", "(. ", "(", "A.B. ", "a@b.c ", "1. ", "’s ", ") ] ", "… ", "http://a.b/(", "www.a)))"]
    {
        let document = Document::new(unit.repeat(200_000 / unit.len()));
        assert!(document.sentences().iter().all(|s| s.whole.len() <= 200), "{unit}");
        check_sentences(&document);
    }
}

#[test]
fn marks_match_each_other_and_offsets_stay() {
    let document = Document::new("The MP\u{2019}s “caf\u{65}\u{301}”\u{a0}– it\u{2011}self");
    let folded: Vec<&str> = (0..document.tokens().len()).map(|at| document.folded(at)).collect();
    assert_eq!(folded, ["the", "mp", "\"", "cafe", "\"", "–", "it", "-", "self"]);
    assert_eq!(document.slice(document.tokens()[3].span), "cafe\u{301}");
}

/// Text with all that is hard: marks, bullets, line breaks, addresses, decomposed letters, invisible characters.
fn hard_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Z]{1,9}",
        2 => "[ \n\t]",
        1 => "[0-9]{1,4}([.,][0-9]{1,3})?",
        1 => proptest::sample::select(vec![
            ". ", "\r\n", "\n\n", "- ", "• ", "1. ", "“", "”", "’s", "\"", "'", "U.S.", "p.m.", "-LRB-", "½", "…",
            "\u{feff}", "\u{ad}", "e\u{301}", "\u{200d}", "\u{301}", "İ", "ß", "ﬁ", "http://", "www.", "](", ")", "(",
            "£", "%", "—", "²", "٣", "中文。", "🙏", "\u{0}", "Mr. ", "*", "_", "#", "|",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn check_tokens(document: &Document) {
    let text = document.text();
    let mut end = 0;
    for token in document.tokens() {
        assert!(token.span.start >= end && !token.span.is_empty(), "{token:?} in {text:?}");
        assert!(text.is_char_boundary(token.span.start) && text.is_char_boundary(token.span.end));
        let decorates = text[end..token.span.start].contains(['*', '_', '[', ']']);
        let glued = end > 0 && token.span.start == end;
        assert!(token.glued == glued || decorates, "{token:?} in {text:?}");
        end = token.span.end;
    }
    assert!(end <= text.len());
}

fn check_sentences(document: &Document) {
    let mut next = 0;
    let mut block = 0;
    for Sentence { span, tokens: said, whole: tokens, block: of } in document.sentences() {
        assert!(!said.is_empty() && tokens.start <= said.start && said.end <= tokens.end);
        assert!(!tokens.is_empty() && tokens.end <= document.tokens().len());
        // What is left out between sentences can only be a list item's marker: a sign, or a number and a dot.
        assert!(
            (next..=next + 2).contains(&tokens.start),
            "{tokens:?} after {next} in {:?}",
            document.text()
        );
        assert_eq!(span.cover(document.span_of(tokens.clone())), *span);
        assert!(*of >= block);
        (next, block) = (tokens.end, *of);
    }
    assert!(document.tokens().len() - next <= 2, "{:?}", document.text());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        let document = Document::new(text);
        check_tokens(&document);
        check_sentences(&document);
    }

    #[test]
    fn hard_text_is_read(text in hard_text()) {
        let document = Document::new(text.clone());
        prop_assert_eq!(document.text(), &text);
        check_tokens(&document);
        check_sentences(&document);
    }

    #[test]
    fn every_word_is_in_a_sentence(words in proptest::collection::vec("[a-z]{2,9}[.,;]?", 1..400)) {
        let document = Document::new(words.join(" "));
        let covered: usize = document.sentences().iter().map(|s| s.whole.len()).sum();
        prop_assert_eq!(covered, document.tokens().len());
    }

    #[test]
    fn composed_and_decomposed_words_fold_alike(word in "\\p{L}{1,12}") {
        let (composed, decomposed): (String, String) = (word.nfc().collect(), word.nfd().collect());
        prop_assert_eq!(fold(&composed), fold(&decomposed));
        let tokens = |text: String| {
            let document = Document::new(text);
            (0..document.tokens().len()).map(|at| document.folded(at).to_owned()).collect::<Vec<_>>()
        };
        prop_assert_eq!(tokens(composed), tokens(decomposed));
    }

    #[test]
    fn curly_and_straight_quotes_fold_alike(text in "[a-z]{1,5}(['\" ][a-z]{1,5}){0,8}") {
        let curly = text.replace('\'', "’").replace('"', "”");
        let (straight, curly) = (Document::new(text), Document::new(curly));
        prop_assert_eq!(straight.tokens().len(), curly.tokens().len());
        for at in 0..straight.tokens().len() {
            prop_assert_eq!(straight.folded(at), curly.folded(at));
        }
    }
}
