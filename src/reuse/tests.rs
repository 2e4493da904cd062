//! What is found between whole texts.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;
use crate::text;

/// What stands between curly quotation marks; that is all these texts use.
fn quotations(text: &str) -> Vec<Span> {
    let open = text.match_indices('“').map(|(at, _)| at);
    open.map(|at| Span::new(at, at + text[at..].find('”').unwrap_or(text.len() - at))).collect()
}

fn shared<T: AsRef<str>>(texts: &[T]) -> Vec<SharedText> {
    let mut index = Index::default();
    for text in texts {
        let text = text.as_ref();
        index.add(Prepared::new(text, Span::new(0, text.len()), &quotations(text)));
    }
    index.shared()
}

fn words(text: &str, span: Span) -> Vec<String> {
    text::words(&text[span.start..span.end]).map(|word| word.folded.into_owned()).collect()
}

/// A text of `count` words that is unlike one with another `seed`.
fn prose(seed: u64, count: usize) -> String {
    let word = |at: usize| format!("w{}", fingerprint::mix(seed << 32 | at as u64));
    (0..count).map(word).collect::<Vec<_>>().join(" ")
}

const STORY: &str = "The lifeboat was launched at first light after the crew of a fishing boat reported that they had \
    seen a red flare to the west of the island. Two men and a dog were taken off a yacht that had lost its mast in \
    the night and brought to the harbour, where an ambulance was waiting.";
const SPEECH: &str = "“We had been told that the weather would hold until noon, and by the time we turned back the \
    sea was too rough to steer,”";

const FURNITURE: &str = "You can also follow us on Twitter, sign up to our newsletter and read more of what our readers \
    liked best on this page, or download the app and allow notifications.";

/// `words` among 180 others, which are not those around it with another `seed`.
fn around(words: &str, seed: u64) -> String {
    format!("{} {words} {}", prose(seed, 90), prose(seed + 100, 90))
}

/// That two texts share something of `kind`; `None` is nothing.
fn assert_kind(name: &str, texts: &[String; 2], kind: Option<Kind>) {
    let found = shared(texts);
    assert_eq!(found.first().map(|one| one.kind(false)), kind, "{name}: {found:#?}");
}

#[test]
fn a_text_and_its_parts() {
    let trimmed = &STORY[..STORY.find("Two men").unwrap()];
    let (short, long) = (around(trimmed, 2), format!("{STORY}\n{}", prose(1, 300)));
    for (name, a, b, kind) in [
        ("verbatim", STORY, STORY.to_uppercase(), Kind::Copy),
        ("trimmed", STORY, trimmed.to_owned(), Kind::Copy),
        ("a new beginning", STORY, format!("{}\n{STORY}", prose(1, 40)), Kind::Copy),
        ("a passage in a longer text", &short, long, Kind::Part),
    ] {
        assert_kind(name, &[a.to_owned(), b], Some(kind));
    }
}

#[test]
fn a_speech_and_who_quotes_it() {
    let unmarked = SPEECH.trim_matches(['“', '”']);
    for (name, a, b, kind) in [
        ("quoted in both", SPEECH, SPEECH, Kind::Quotation),
        ("quoted in one", SPEECH, unmarked, Kind::Quotation),
        ("unmarked in both", unmarked, unmarked, Kind::Part),
    ] {
        assert_kind(name, &[around(a, 1), around(b, 2)], Some(kind));
    }
}

#[test]
fn what_is_neither_copied_nor_quoted() {
    let phrase = "the two sides have been at war for more than a decade now and neither of them is";
    let furniture = format!("\n{FURNITURE}\n");
    for (name, words, kind) in [
        ("the page around it", furniture.as_str(), Some(Kind::Furniture)),
        ("a turn of phrase", phrase, Some(Kind::Phrase)),
        ("an office", "the secretary of state", None),
        ("nothing", "", None),
    ] {
        assert_kind(name, &[1, 2].map(|seed| around(words, seed)), kind);
    }
    assert_kind("empty texts", &[String::new(), String::new()], None);
}

#[test]
fn a_credit_lowers_what_it_takes() {
    let forty = |of: u64| format!("{} {} {}", prose(7, 80), prose(of, 60), prose(of + 50, 60));
    let found = shared(&[forty(1), forty(2)]);
    assert_eq!(found[0].kind(false), Kind::Part);
    assert_eq!(found[0].kind(true), Kind::Copy);
    assert!(
        shared(&[prose(1, 200), prose(2, 200)]).is_empty(),
        "a credit alone is no copy: nothing is shared"
    );
}

#[test]
fn containment_leaves_quotations_out() {
    let a = format!("{} {SPEECH} {}", prose(1, 30), prose(2, 30));
    let b = format!("{} {SPEECH} {}", prose(1, 30), prose(3, 90));
    let found = &shared(&[a, b])[0];
    assert_eq!((found.of_a, found.of_b, found.resemblance), (0.5, 0.25, 30.0 / 150.0));
    let standings: Vec<_> = found.passages.iter().map(|passage| (passage.standing, passage.words)).collect();
    assert_eq!(standings, [(PassageStanding::Text, 30), (PassageStanding::Quotation, 25)]);
}

#[test]
fn evidence_is_copied_where_both_stand_in_one_passage() {
    let [a, b] = [1, 2].map(|seed| format!("{} {STORY} {}", prose(seed, 100), prose(seed + 10, 100)));
    let at = |text: &str, words: &str| text.find(words).map(|at| Span::new(at, at + words.len())).unwrap();
    let found = &shared(&[&a, &b])[0];
    for words in ["Two men and a dog were taken off a yacht", "an ambulance was waiting"] {
        let passage = found.passage_of(at(&a, words), at(&b, "had seen a red flare")).unwrap();
        assert_eq!(passage.standing, PassageStanding::Text);
    }
    assert_eq!(found.passage_of(Span::new(0, 40), at(&b, "a red flare")), None);
    assert_eq!(found.passage_of(Span::default(), Span::default()), None);
}

#[test]
fn the_same_text_is_a_copy_however_short() {
    let rain = || "Rain fell.".to_owned();
    let found =
        shared(&[rain(), SPEECH.to_owned(), rain(), "Rain fell today.".to_owned(), rain(), String::new()]);
    let pairs: Vec<_> = found.iter().map(|one| (one.a, one.b, one.kind(false))).collect();
    assert_eq!(pairs, [(0, 2, Kind::Copy), (0, 4, Kind::Copy), (2, 4, Kind::Copy)]);
    assert_eq!(shared(&[SPEECH, SPEECH])[0].kind(false), Kind::Copy);
    let many = shared(&vec![rain(); 200]);
    assert!(many.len() < 200 * NEIGHBOURS && (1..200).all(|b| many.iter().any(|one| one.b == b)));
}

#[test]
fn only_the_article_counts() {
    let [a, b] = [1, 2].map(|seed| format!("{STORY} {}", prose(seed, 100)));
    let mut index = Index::default();
    index.add(Prepared::new(&a, Span::new(STORY.len(), a.len()), &[]));
    index.add(Prepared::new(&b, Span::new(0, b.len()), &[]));
    assert!(index.shared().is_empty());
    let text = format!("é“ {STORY}");
    let mut index = Index::default();
    index.add(Prepared::new(&text, Span::new(6, text.len()), &[]));
    // A span that does not fit the text is none.
    index.add(Prepared::new(&text, Span::new(1, 9000), &[]));
    let found = &index.shared()[0].passages;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].a, Span::new(6, text.len() - 1));
}

#[test]
fn what_thousands_carry_makes_no_thousands_of_pairs_each() {
    let count = 2000;
    let note = prose(1, 40);
    let texts: Vec<_> =
        (0..count).map(|at| format!("{} {note} {}", prose(10 + at, 30), prose(5000 + at, 30))).collect();
    let found = shared(&texts);
    assert!(found.len() < texts.len() * 3 * NEIGHBOURS, "{}", found.len());
    let mut groups = petgraph::unionfind::UnionFind::<usize>::new(texts.len());
    for one in &found {
        groups.union(one.a, one.b);
        assert_eq!(one.passages.iter().map(|passage| passage.words).max(), Some(40));
    }
    assert!((0..texts.len()).all(|at| groups.equiv(0, at)));
    assert!(
        found.iter().all(|one| one.kind(false) == Kind::Phrase && one.passages[0].carriers > texts.len() / 2)
    );
}

#[test]
fn a_passage_is_found_though_many_have_its_first_words() {
    let opening = prose(1, 14);
    let mut texts: Vec<_> =
        (0..100).map(|at| format!("{} {opening} {}", prose(10 + at, 30), prose(500 + at, 60))).collect();
    let story = prose(2, 16);
    for at in [11, 83] {
        texts[at] = format!("{} {opening} {story} {}", prose(10 + at as u64, 30), prose(500 + at as u64, 60));
    }
    let found = shared(&texts);
    let pair = found.iter().find(|one| (one.a, one.b) == (11, 83)).unwrap();
    assert_eq!(pair.passages[0].words, 30);
}

/// Words, some of which are more bytes than letters, and what stands between them.
fn sentence(count: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let word =
        prop_oneof!["[a-e]{1,3}", "[A-Eéß]{1,2}", Just("İ".to_owned()), Just("£5".to_owned()), "ab\u{ad}c"];
    let gap =
        prop_oneof![6 => Just(" "), 1 => Just("\n"), 1 => Just(", “"), 1 => Just("” – 🦆 "), 1 => Just("’")];
    prop::collection::vec((word, gap), count)
        .prop_map(|words| words.into_iter().flat_map(|(word, gap)| [word, gap.to_owned()]).collect())
}

/// Texts made of a few pieces, so that they share many.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let pieces = prop::collection::vec(sentence(1..40), 1..5);
    pieces.prop_flat_map(|pieces| {
        let text =
            prop::collection::vec(prop::sample::select(pieces), 0..4).prop_map(|chosen| chosen.join("; "));
        prop::collection::vec(text, 0..6)
    })
}

proptest! {
    #[test]
    fn every_passage_has_the_same_words_in_both(texts in texts()) {
        for found in shared(&texts) {
            prop_assert!(found.a < found.b && !found.passages.is_empty());
            let mut before = 0;
            for passage in &found.passages {
                let (a, b) = (words(&texts[found.a], passage.a), words(&texts[found.b], passage.b));
                prop_assert_eq!(&a, &b);
                prop_assert_eq!(a.len(), passage.words);
                // Texts that are the same are, however short.
                prop_assert!(passage.words >= 8 || found.identical);
                prop_assert!(passage.own_words <= passage.words && passage.a.start >= before);
                before = passage.a.end;
                // From the first letter of the first word to the last of the last.
                let slice = &texts[found.a][passage.a.start..passage.a.end];
                let spans: Vec<_> = text::words(slice).map(|word| word.span).collect();
                prop_assert_eq!((spans[0].start, spans[spans.len() - 1].end), (0, slice.len()));
            }
            for share in [found.of_a, found.of_b, found.resemblance] {
                prop_assert!((0.0..=1.0).contains(&share));
            }
        }
    }

    #[test]
    fn the_order_of_sources_makes_no_difference(
        (plain, order) in texts().prop_flat_map(|texts| {
            let order: Vec<usize> = (0..texts.len()).collect();
            (Just(texts), Just(order).prop_shuffle())
        })
    ) {
        let moved: Vec<_> = order.iter().map(|&at| plain[at].clone()).collect();
        let mut found: Vec<SharedText> = shared(&moved).into_iter().map(|one| {
            let (a, b) = (order[one.a], order[one.b]);
            if a < b { SharedText { a, b, ..one } } else { turned(SharedText { a, b, ..one }) }
        }).collect();
        found.sort_by_key(|one| (one.a, one.b));
        prop_assert_eq!(found, shared(&plain));
    }

    #[test]
    fn a_planted_passage_is_found_wherever_it_is_cut(
        seeds in prop::array::uniform5(0..10_000_u64),
        around in prop::array::uniform4(0..200_usize),
        passage in 60..90_usize,
        cut in (0..30_usize, 0..30_usize),
    ) {
        let distinct: std::collections::BTreeSet<_> = seeds.iter().collect();
        prop_assume!(distinct.len() == seeds.len());
        let [before, after, others_before, others_after] = around;
        let passage = prose(seeds[0], passage);
        let part = passage.split(' ').skip(cut.0).collect::<Vec<_>>();
        let part = part[..part.len() - cut.1.min(part.len() - 30)].join(" ");
        let a = format!("{} {passage} {}", prose(seeds[1], before), prose(seeds[2], after));
        let b = format!("{} {part} {}", prose(seeds[3], others_before), prose(seeds[4], others_after));
        let found = shared(&[&a, &b]);
        prop_assert_eq!(found.len(), 1);
        let whole = |one: &SharedPassage| a[one.a.start..one.a.end].contains(&part) && b[one.b.start..one.b.end].contains(&part);
        prop_assert!(found[0].passages.iter().any(whole));
        prop_assert!(found[0].kind(false) <= Kind::Part);
    }

    #[test]
    fn random_words_share_nothing(seed in 0..1_000_000_u64, lengths in (0..400_usize, 0..400_usize)) {
        prop_assert!(shared(&[prose(seed, lengths.0), prose(seed + 1_000_000, lengths.1)]).is_empty());
    }

    #[test]
    fn any_text_can_be_prepared(
        text in any::<String>(),
        article in (0..60_usize, 0..60_usize),
        quoted in prop::collection::vec((0..60_usize, 0..60_usize), 0..4),
    ) {
        let quoted: Vec<_> = quoted.iter().map(|&(start, end)| Span { start, end }).collect();
        let _ = Prepared::new(&text, Span::new(article.0, article.1), &quoted);
    }
}

/// The same, seen from the other source.
fn turned(found: SharedText) -> SharedText {
    let mut passages: Vec<SharedPassage> =
        found.passages.into_iter().map(|one| SharedPassage { a: one.b, b: one.a, ..one }).collect();
    passages.sort_by_key(|one| one.a);
    SharedText { a: found.b, b: found.a, passages, of_a: found.of_b, of_b: found.of_a, ..found }
}
