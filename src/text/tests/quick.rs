//! The quick ways read every text as the thorough ones do.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use sentencex::languages::{English, Language};

use super::super::{block, sentence, token};

/// What may tempt the quick ways to a wrong decision.
const PARTS: &[&str] = &[
    "U.S.",
    "U.S.A",
    "J.K. Rowling",
    "7 p.m. The",
    "In 7 p.m. Tom",
    "Ph.D.",
    "Mr. Smith",
    "No.",
    "e.g.",
    "3.5",
    "1,000.5",
    ".5",
    "5.",
    "2014. The",
    "7.Bg5",
    "20%. The",
    "6 in. The",
    "5 ft. 6 in.",
    "MBA. The",
    "PhD. Tom",
    "gal. The",
    "him. Her",
    "etc. The",
    "Ltd.The",
    "and/or. The",
    "x/U.S. The",
    "I. The",
    "A. B. Smith",
    "W.",
    "Yahoo! The",
    "Yum.",
    "!Kung",
    "“Yes.” He",
    "‘It failed. We know,’ he said.",
    "'quoted. words'",
    "\"No.\" \"",
    "«Oui. Non.»",
    "don't",
    "don’t",
    "Joan‘s",
    "workers’ rights",
    "AMESS’S",
    "Amess’s’s",
    "O’Neill’s",
    "O'Neill's",
    "’",
    "‘",
    "“",
    "”",
    "\"",
    "'",
    "''",
    "`",
    "``",
    "′",
    "ʼ",
    "»",
    "(see p. 5)",
    "(He left. It was late.)",
    "(",
    ")",
    "[",
    "]",
    "{",
    ">",
    "[1]",
    ".[1] The",
    ". [2] The",
    "(x. [1]) The",
    "[sic]",
    "...",
    "…",
    "… no",
    ". . .",
    "! ?",
    "!!",
    "? . .",
    " !",
    " ?",
    " .",
    ". ,",
    ". \",\"",
    "http://www.a.b/c?d=e.f",
    "www.sky.com.",
    "https://en.wikipedia.org/wiki/Ali_(name),",
    "HTTP://A.B",
    "[it](https://gov.uk)",
    "](/x y)",
    "](",
    "a@b.com",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\n- ",
    "\n* ",
    "• ",
    "1. ",
    "2) ",
    "a) ",
    "b.) ",
    "(a) ",
    "(ii) ",
    "iv. ",
    "(12) ",
    "(2014)",
    "2014)",
    "-LRB-",
    "-RSB-",
    "-",
    "–",
    "—",
    "£2.4m",
    "€5",
    "½",
    "°",
    "é",
    "É. The",
    "café",
    "Zoë’s",
    "naïve. It",
    "ß",
    "ﬁ",
    "İ",
    "º",
    "\u{301}",
    "c\u{301}",
    "\u{ad}",
    "\u{200d}",
    "\u{200b}",
    "\u{feff}",
    "\u{a0}",
    "\u{202f}",
    "\u{b}",
    "\u{2028}",
    "\u{85}",
    "。",
    "؟",
    "文。字",
    "*bold.*",
    "_it._",
    "**",
    "\\",
    ".                                      The",
];

/// What is usual, so that what is not stands in a sentence.
const WORDS: &[&str] =
    &["The", "report", "said", "He", "he", "Ali", "scheme", "missed", "seven", "it", "Minister", "a"];

const ENDS: &[&str] = &[". ", ".\n", "? ", "! ", ".” ", "”. ", ". “", ", ", ") ", ". (", "\n", "\n\n"];

fn part() -> impl Strategy<Value = String> {
    let words = English {}.get_abbreviations().iter().filter(|word| word.is_ascii());
    let capital = |word: &String| word[..1].to_uppercase() + &word[1..];
    let mut abbreviations: Vec<String> =
        words.flat_map(|word| [format!("{word}. "), capital(word) + "."]).collect();
    abbreviations.sort();
    let space = select(&["", " ", " "][..]);
    let of = |parts: &'static [&'static str]| select(parts).prop_map(str::to_owned);
    let word = prop_oneof![
        6 => of(WORDS),
        3 => of(PARTS),
        2 => of(ENDS),
        1 => select(abbreviations),
        1 => "[ -~]{1,3}",
        1 => any::<char>().prop_map(String::from),
    ];
    (word, space).prop_map(|(word, space)| word + space)
}

fn text() -> impl Strategy<Value = String> {
    vec(part(), 0..60).prop_map(|parts| parts.concat())
}

fn check(text: &str) {
    let (tokens, folded) = token::tokenize(text);
    let (expected, expected_folded) = token::tokenize_thoroughly(text);
    let told = |token: &token::Token, folded| {
        (token.span, token.kind, token.case, token.glued, token.folded_in(folded).to_owned())
    };
    let tokens_told: Vec<_> = tokens.iter().map(|token| told(token, &folded)).collect();
    let expected_told: Vec<_> = expected.iter().map(|token| told(token, &expected_folded)).collect();
    assert_eq!(tokens_told, expected_told, "{text:?}");
    assert_eq!(block::blocks(text), block::joined_lines(text), "{text:?}");
    assert_eq!(sentence::sentences(text, &tokens), sentence::sentences_thoroughly(text, &tokens), "{text:?}");
}

#[test]
fn the_quick_ways_agree_on_each_part() {
    for part in PARTS {
        for before in ["", "He said ", "He said (", "“"] {
            for after in ["", ". He left.", " He left. It was late.", " and left", "’s"] {
                check(&format!("{before}{part}{after}"));
            }
        }
    }
}

#[test]
fn the_quick_ways_agree_on_long_blocks() {
    for part in PARTS {
        let text = format!("The report said {part} that the scheme had failed. It was late. ").repeat(300);
        check(&text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_quick_ways_agree_on_any_text(text in text()) {
        check(&text);
    }

    #[test]
    fn the_quick_ways_agree_on_wrapped_text(text in text(), width in 30..100_usize) {
        check(&textwrap::fill(&text, width));
    }
}
