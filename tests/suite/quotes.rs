//! The invariant that everything else rests on: a quote is the slice its offsets name, on any text.

use crosscheck::check::check;
use crosscheck::claim::ClaimSet;
use crosscheck::source::Source;
use crosscheck::span::Span;
use crosscheck::stance::Settings;
use proptest::prelude::*;

/// Words of the claims below between arbitrary text, so that there is something to be found.
fn text() -> impl Strategy<Value = String> {
    let telling = prop::sample::select(vec![
        "214 homes were flooded",
        "two hundred\u{a0}and fourteen homes",
        "no homes were flooded",
        "More than 200 ho\u{301}mes were\nflooded.",
        "“Homes were not flooded”, Ann Lee said.",
        "3 May 2019",
        ". ",
        "\r\n",
        "£2.4m",
        "🙏",
        "İ",
    ]);
    let piece = prop_oneof![3 => telling.prop_map(str::to_owned), 2 => any::<String>(), 1 => "[a-zA-Z0-9 .,’–-]{0,40}"];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.join(" "))
}

fn source(text: &str, article: Span) -> Source {
    let published = chrono::NaiveDate::from_ymd_opt(2020, 2, 29);
    Source { published, article, ..Source::of_text("any", text) }
}

fn within(text: &str, from: prop::sample::Index, to: prop::sample::Index) -> Span {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let (a, b) = (places[from.index(places.len())], places[to.index(places.len())]);
    Span::new(a.min(b), a.max(b))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_quote_is_the_slice_its_offsets_name(
        text in text(),
        claim in prop_oneof![Just("214 homes were flooded on 3 May 2019".to_owned()), any::<String>()],
        from in any::<prop::sample::Index>(),
        to in any::<prop::sample::Index>(),
        whole in any::<bool>(),
    ) {
        let article = if whole { Span::new(0, text.len()) } else { within(&text, from, to) };
        let source = source(&text, article);
        let report = check(&ClaimSet::of_one(&claim), Settings::default(), std::iter::once(Ok(source.clone())), &mut |_: &Source| ()).unwrap();
        for said in report.claims.iter().flat_map(|claim| &claim.stances) {
            prop_assert!((0.0..=1.0).contains(&said.score));
            for e in &said.evidence {
                prop_assert_eq!(source.text.get(e.start..e.end), Some(e.quote.as_str()));
                prop_assert!(article.start <= e.start && e.end <= article.end, "a quote from outside the article");
            }
        }
    }
}
