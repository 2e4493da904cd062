use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use proptest::prelude::*;

use super::likeness::{have_same_figures, have_same_words};
use super::*;
use crate::text::{Document, quotations};

fn outline(text: &str) -> Outline {
    let quoted: Vec<Span> = quotations(text).iter().map(|quotation| quotation.span).collect();
    Outline::new(&Document::new(text), Span::new(0, text.len()), &quoted)
}

/// The articles of `tests/retold`, by event and name. In each event, `retold` retells `agency`, and nobody else
/// anybody.
fn articles() -> BTreeMap<(String, String), String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/retold");
    let mut articles = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let event = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(path).unwrap();
        for article in text.split("== ").skip(1) {
            let (name, text) = article.split_once('\n').unwrap();
            articles.insert((event.clone(), name.to_owned()), text.to_owned());
        }
    }
    articles
}

fn is_retelling(one: &(String, String), other: &(String, String)) -> bool {
    let names = [one.1.as_str(), other.1.as_str()];
    one.0 == other.0 && names.contains(&"agency") && names.contains(&"retold")
}

fn event(name: &str) -> impl Fn(&str) -> String {
    let articles = articles();
    let name = name.to_owned();
    move |article| articles[&(name.clone(), article.to_owned())].clone()
}

/// The first `part` of the paragraphs of `text`, in tenths.
fn first(text: &str, part: usize) -> String {
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    paragraphs[..paragraphs.len() * part / 10].join("\n\n")
}

/// How far two texts are above what makes a rewrite, or below.
fn margin(one: &str, other: &str) -> f64 {
    let outlines = [outline(one), outline(other)];
    let likeness = Likeness::new(&outlines[0], &outlines[1]);
    likeness.degree() - likeness.needed(false)
}

fn uncredited(outlines: &[Outline]) -> Vec<Rewrite> {
    rewrites(outlines, &|_, _| false)
}

#[test]
fn rewrites_are_found_and_independent_articles_are_not() {
    let articles: Vec<_> = articles().into_iter().collect();
    let outlines: Vec<Outline> = articles.iter().map(|(_, text)| outline(text)).collect();
    let found: Vec<(usize, usize)> = uncredited(&outlines).iter().map(|found| (found.a, found.b)).collect();
    let mut expected = Vec::new();
    for a in 0..articles.len() {
        expected.extend(
            (a + 1..articles.len()).filter(|&b| is_retelling(&articles[a].0, &articles[b].0)).map(|b| (a, b)),
        );
    }
    assert_eq!(expected.len(), 5);
    assert_eq!(found, expected);
}

#[test]
fn the_margin_is_wide() {
    let articles: Vec<_> = articles().into_iter().collect();
    let outlines: Vec<Outline> = articles.iter().map(|(_, text)| outline(text)).collect();
    for (a, (one, _)) in articles.iter().enumerate() {
        for (b, (other, _)) in articles.iter().enumerate().skip(a + 1) {
            let likeness = Likeness::new(&outlines[a], &outlines[b]);
            let margin = likeness.degree() - likeness.needed(false);
            let figures = have_same_figures(&outlines[a], &outlines[b]);
            let expected = if is_retelling(one, other) {
                margin >= 0.1 && figures && have_same_words(&outlines[a], &outlines[b])
            } else {
                // By one pattern, and of other things.
                margin <= -0.15 || !figures
            };
            assert!(expected, "{one:?} {other:?} {margin:.3}");
        }
    }
}

#[test]
fn it_does_not_take_the_whole_article() {
    for (name, own) in [
        ("budget", "argus"),
        ("comet", "gazette"),
        ("cup-tie", "town"),
        ("flood", "valley"),
        ("trial", "standard"),
    ] {
        let article = event(name);
        let (agency, retold, own) = (article("agency"), article("retold"), article(own));
        for (what, text) in [
            ("cut at the end", first(&retold, 8)),
            ("with paragraphs of its own", format!("{}\n\n{retold}", first(&own, 3))),
        ] {
            // So little is left of the tersest that it takes a credit.
            let credited = name == "cup-tie" && what == "cut at the end";
            let found = rewrites(&[outline(&agency), outline(&text)], &|_, _| credited);
            assert_eq!(found.len(), 1, "{name} {what}");
        }
    }
}

#[test]
fn sentences_stand_beside_what_they_retell() {
    let article = event("trial");
    let (agency, retold) = (article("agency"), article("retold"));
    let found = uncredited(&[outline(&agency), outline(&retold)]).remove(0);
    let beside = |words: &str| {
        let at = retold.find(words).unwrap();
        let (agencys, _) = found.pairs.iter().find(|(_, b)| b.start <= at && at < b.end)?;
        Some(&agency[agencys.start..agencys.end])
    };
    for (words, retells) in [
        ("High winds", "One of the houses he passed, in Ferris Street"),
        ("There was £31,500", "Police who searched Hathersage's bungalow"),
        ("Some 212 homes", "Carrick Council is inspecting 212 properties"),
    ] {
        assert!(beside(words).unwrap().contains(retells), "{words}: {:?}", beside(words));
    }
}

#[test]
fn what_both_quote_makes_no_rewrite() {
    let article = event("cup-tie");
    let quotes: String = articles()
        .values()
        .flat_map(|text| text.split("\n\n").filter(|paragraph| paragraph.starts_with('"')))
        .map(|paragraph| format!("{paragraph}\n\n"))
        .collect();
    assert!(quotes.len() > 500, "{quotes}");
    let [one, other] = ["town", "park"].map(|name| format!("{}\n\n{quotes}", article(name)));
    assert!(margin(&one, &other) <= -0.1);
}

#[test]
fn writers_who_speak_of_themselves() {
    for (text, in_person) in [
        ("The fire chief told me that four were killed.", true),
        ("When I arrived, the roof had gone.", true),
        ("From our correspondent in Kent: it rained.", true),
        ("“I have never seen the like,” the fire chief told reporters.", false),
        ("Elizabeth I was crowned at Westminster in 1559, and World War I began in 1914.", false),
        ("The chief said in our view it was too early to say.", false),
        ("Type I diabetes", false),
        ("I", false),
        ("", false),
    ] {
        assert_eq!(outline(text).in_person, in_person, "{text}");
    }
}

const WIRE: &str = "Three divers drowned when a cable parted under the lock gates at Ferrin on Tuesday night, the \
    harbour board said.\n\nThe gates had been lifted for repairs shortly before 9 p.m. and 40 soldiers helped to shore \
    them up until dawn.\n\nNine people were treated for cold and shock at Penhale hospital, the ambulance service \
    said. Why the cable parted was not known. A spokesman for the builders, Orrick & Dane, said that it had been \
    replaced in June. The firm maintains 60 locks along the canal.";
const INTERVIEW: &str = "Good evening. Three divers have drowned under the lock gates at Ferrin. Ellen Voss is there.\n\n\
    I have just come from the harbour board. Its master told me that three divers drowned when a cable parted, and \
    that all three were under the gates. He said nine people were treated for cold and shock.\n\nDo they know why it \
    parted?\n\nThey do not. A spokesman for Orrick & Dane said the cable had been replaced in June.";
const RETOLD: &str = "Three divers lost their lives under the Ferrin lock gates on Tuesday night when a cable parted, \
    according to the harbour board.\n\nThe gates had been raised for repair just before 9 p.m.; it took 40 soldiers \
    until dawn to shore them up.\n\nThe ambulance service said nine others were taken to Penhale hospital with cold \
    and shock. It is not known why the cable parted. Builders Orrick & Dane, who look after 60 locks on the canal, \
    replaced it in June, a spokesman said.";

#[test]
fn short_reports_of_one_event_must_be_more_alike_than_long_ones() {
    assert!(margin(WIRE, INTERVIEW) < -0.1, "{}", margin(WIRE, INTERVIEW));
    assert!(margin(WIRE, RETOLD) > 0.0, "{}", margin(WIRE, RETOLD));
    let articles = [WIRE, INTERVIEW, RETOLD].map(outline);
    let found = uncredited(&articles);
    assert_eq!(found.iter().map(|found| (found.a, found.b)).collect::<Vec<_>>(), [(0, 2)]);
}

#[test]
fn a_rewrite_of_a_story_with_many_copies_is_found() {
    let article = event("flood");
    let mut outlines = vec![outline(&article("agency")); 100];
    outlines.insert(50, outline(&article("retold")));
    outlines.push(outline(&article("valley")));
    let found = uncredited(&outlines);
    assert!(found.iter().any(|found| found.a == 50 || found.b == 50));
    assert!(found.iter().all(|found| found.b < 101));
    assert!(found.len() < 101 * 20, "{}", found.len());
}

#[test]
fn only_the_article_counts() {
    let article = event("comet");
    let (agency, retold, other) = (article("agency"), article("retold"), article("forum"));
    let page = format!("{other}\n\n{retold}");
    let within = |article: Span| Outline::new(&Document::new(page.as_str()), article, &[]);
    let start = page.len() - retold.len();
    let found = uncredited(&[outline(&agency), within(Span::new(start, page.len()))]);
    assert!(found[0].pairs.iter().all(|(_, b)| b.start >= start));
    assert!(uncredited(&[outline(&agency), within(Span::new(0, start))]).is_empty());
}

#[test]
fn a_sentence_is_cut_where_the_article_is() {
    let article = event("comet");
    let agency = article("agency");
    let (start, end) = (agency.find(' ').unwrap() + 1, agency.trim_end().rfind(' ').unwrap());
    let own = Outline::new(&Document::new(agency.as_str()), Span::new(start, end), &[]);
    let pairs = Likeness::new(&own, &own).pairs();
    assert_eq!(pairs.iter().map(|(a, _)| a.start).min(), Some(start));
    assert_eq!(pairs.iter().map(|(_, b)| b.end).max(), Some(end));
}

/// Sentences of the articles, in any order and number.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let sentences: Vec<String> = articles()
        .values()
        .flat_map(|text| text.split("\n\n").map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let text = prop::collection::vec(prop::sample::select(sentences), 0..16);
    prop::collection::vec(text.prop_map(|paragraphs| paragraphs.join("\n\n")), 0..5)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_sources_makes_no_difference(texts in texts()) {
        let outlines: Vec<Outline> = texts.iter().map(|text| outline(text)).collect();
        let turned: Vec<Outline> = outlines.iter().rev().cloned().collect();
        let last = outlines.len().saturating_sub(1);
        let mut back: Vec<(usize, usize, f64, f64)> = uncredited(&turned)
            .iter()
            .map(|found| (last - found.b, last - found.a, found.share, found.likeness))
            .collect();
        back.sort_by_key(|&(a, b, _, _)| (a, b));
        let found: Vec<_> =
            uncredited(&outlines).iter().map(|found| (found.a, found.b, found.share, found.likeness)).collect();
        prop_assert_eq!(found, back);
    }

    #[test]
    fn an_article_beside_itself_is_a_rewrite(text in prop::sample::select(articles().into_values().collect::<Vec<_>>())) {
        let own = outline(&text);
        let found = uncredited(&[own.clone(), outline(""), own]);
        prop_assert_eq!(found.iter().map(|found| (found.a, found.b)).collect::<Vec<_>>(), [(0, 2)]);
        prop_assert!(found[0].likeness > 0.8, "{}", found[0].likeness);
    }

    #[test]
    fn spans_are_slices_of_any_text(text in "(\\PC|\\s|[a-z]{3,9} |[0-9]{1,4} |\\. )*", start in 0..50_usize, end in 0..500_usize) {
        let own = Outline::new(&Document::new(text.as_str()), Span::new(start, end), &[Span::new(end, start)]);
        let likeness = Likeness::new(&own, &own);
        prop_assert!((0.0..=1.0 + 1e-9).contains(&likeness.degree()));
        for (a, b) in likeness.pairs() {
            prop_assert!(text.get(a.start..a.end).is_some() && text.get(b.start..b.end).is_some());
        }
        prop_assert!(uncredited(&[own.clone(), own]).len() <= 1);
    }
}
