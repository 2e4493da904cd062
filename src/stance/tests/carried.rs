//! Stances carried from claim to claim: between rivals, along implications, across questions.

use chrono::NaiveDate;

use super::source;
use crate::claim::ClaimSet;
use crate::source::Source;
use crate::span::Span;
use crate::stance::{Engine, Finding};

fn findings(yaml: &str, source: &Source) -> Vec<(String, Finding)> {
    let claims = ClaimSet::from_yaml("claims.yaml", yaml).unwrap();
    let found = Engine::new(&claims).examine(source);
    claims.claims().iter().map(|claim| claim.id().to_owned()).zip(found).collect()
}

fn finding(yaml: &str, text: &str, id: &str) -> Finding {
    findings(yaml, &source(text)).into_iter().find(|(known, _)| known == id).unwrap().1
}

/// Each claim's stance, in the order of the file.
fn stances(yaml: &str, text: &str) -> Vec<&'static str> {
    findings(yaml, &source(text)).iter().map(|(_, finding)| finding.stance.name()).collect()
}

const SHEDS: &str = "
question: How many sheds burned down?
claims:
  - {id: nine, claim: nine sheds burned down}
  - {id: twelve, claim: twelve sheds burned down}
  - {id: over-ten, claim: more than ten sheds burned down}
";

#[test]
fn a_passage_for_a_rival_is_against_the_claim_unless_it_is_for_both() {
    let compatible = SHEDS.replace("claims:", "compatible: true\nclaims:");
    for (yaml, text, expected) in [
        (SHEDS, "Nine sheds burned down.", ["supports", "contradicts", "contradicts"]),
        (SHEDS, "Twelve sheds burned down.", ["contradicts", "supports", "supports"]),
        (SHEDS, "Fifteen sheds burned down.", ["contradicts", "contradicts", "supports"]),
        (SHEDS, "The harbour stood empty for years.", ["silent", "silent", "silent"]),
        (&compatible, "Twelve sheds burned down.", ["contradicts", "supports", "supports"]),
    ] {
        assert_eq!(stances(yaml, text), expected, "{text}");
    }
}

const KEEPERS: &str = "
question: Who kept the lighthouse?
claims:
  - {id: mill, claim: the miller kept the lighthouse}
  - {id: bake, claim: the baker kept the lighthouse}
";

#[test]
fn without_a_value_only_the_rival_tells() {
    let text = "For thirty years, the baker kept the lighthouse.";
    let against = finding(KEEPERS, text, "mill");
    let [evidence] = against.evidence.as_slice() else { panic!("{against:?}") };
    assert_eq!((against.stance.name(), evidence.quote.as_str()), ("contradicts", text));
    assert_eq!(evidence.carried_from.as_deref(), Some("bake"));
    assert_eq!(evidence.because, "“baker”, where the claim says “miller”: supports bake");

    let compatible = KEEPERS.replace("claims:", "compatible: true\nclaims:");
    assert!(finding(&compatible, text, "mill").evidence.iter().all(|e| e.carried_from.is_none()));
    assert_ne!(finding(&compatible, text, "mill").stance.name(), "contradicts");
    assert_eq!(finding(&compatible, text, "bake").stance.name(), "supports");
}

const BRIDGE: &str = "
question: What became of the bridge?
claims:
  - {id: blown-up, claim: soldiers blew up the bridge in 1944, implies: [destroyed]}
---
question: Was the bridge destroyed?
claims:
  - {id: destroyed, claim: the bridge was destroyed, implies: [impassable]}
---
question: Could anyone cross?
claims:
  - {id: impassable, claim: nobody could cross the river}
";

#[test]
fn support_is_carried_to_what_is_implied_over_any_number_of_steps() {
    let text = "Soldiers blew up the bridge in 1944.";
    assert_eq!(stances(BRIDGE, text), ["supports", "supports", "supports"]);
    for id in ["destroyed", "impassable"] {
        let carried = finding(BRIDGE, text, id);
        let evidence = carried.evidence.iter().find(|e| e.stance == carried.stance).unwrap();
        assert_eq!(evidence.carried_from.as_deref(), Some("blown-up"), "{id}");
        assert!(evidence.because.contains("“blown-up”, which implies this claim"), "{}", evidence.because);
        assert_eq!(evidence.quote, text);
    }
}

#[test]
fn contradiction_is_carried_back_and_support_is_not() {
    let against = "The bridge was not destroyed.";
    assert_eq!(stances(BRIDGE, against)[..2], ["contradicts", "contradicts"]);
    let carried = finding(BRIDGE, against, "blown-up");
    let evidence = carried.evidence.iter().find(|e| e.stance == carried.stance).unwrap();
    assert_eq!(evidence.carried_from.as_deref(), Some("destroyed"));
    assert!(evidence.because.contains("“destroyed”, which this claim implies"), "{}", evidence.because);

    assert_eq!(stances(BRIDGE, "The bridge was destroyed."), ["silent", "supports", "supports"]);
    assert_eq!(finding(BRIDGE, "Nobody could cross the river.", "destroyed").stance.name(), "silent");
}

const ROOF: &str = "
question: Who mended the roof?
claims:
  - {id: by-jorun, claim: Jorun Vatne mended the roof of the chapel, contradicts: [never]}
---
question: What became of the chapel?
claims:
  - {id: never, claim: nothing was left of the chapel after the fire}
";

#[test]
fn what_contradicts_across_questions_does_so_both_ways() {
    for (text, expected) in [
        ("Jorun Vatne mended the roof of the chapel.", ["supports", "contradicts"]),
        ("After the fire, nothing was left of the chapel.", ["contradicts", "supports"]),
    ] {
        assert_eq!(stances(ROOF, text), expected, "{text}");
    }
    let apart = ROOF.replace(", contradicts: [never]", "");
    assert_eq!(stances(&apart, "Jorun Vatne mended the roof of the chapel.")[0], "supports");
    assert_ne!(stances(&apart, "Jorun Vatne mended the roof of the chapel.")[1], "contradicts");
}

#[test]
fn two_accounts_in_one_text_are_mixed_for_both_rivals() {
    let text = "Nine sheds burned down, the owner said. The wind had turned in the night, and the brigade came from \
                three towns. Later the owner told a court that twelve sheds burned down.";
    assert_eq!(stances(SHEDS, text)[..2], ["mixed", "mixed"]);
    for id in ["nine", "twelve"] {
        let both = finding(SHEDS, text, id);
        for stance in ["supports", "contradicts"] {
            assert!(both.evidence.iter().any(|e| e.stance.name() == stance), "{id} {stance}");
        }
    }
}

#[test]
fn an_answer_that_nobody_listed_is_told_once_and_only_if_no_claim_has_it() {
    let unlisted = |yaml: &str, text: &str| -> Vec<String> {
        let found = findings(yaml, &source(text)).into_iter();
        found.filter_map(|(_, finding)| finding.unlisted).map(|unlisted| unlisted.0).collect()
    };
    assert_eq!(unlisted(SHEDS, "Three sheds burned down."), ["Three"]);
    assert!(unlisted(SHEDS, "Twelve sheds burned down.").is_empty());
    assert!(unlisted(SHEDS, "Fifteen sheds burned down.").is_empty(), "“more than ten” has it");
    assert!(unlisted(SHEDS, "The sheds stood empty.").is_empty());
    assert!(
        unlisted(&SHEDS.replace("claims:", "compatible: true\nclaims:"), "Three sheds burned down.")
            .is_empty()
    );
}

#[test]
fn places_count_in_the_whole_text_where_the_article_begins_later() {
    let (menu, article, foot) = (
        "Más noticias\n\nNine sheds burned down in Ardal.\n\n",
        "The brigade came late.\nTwelve sheds burned down.\n",
        "Nine sheds burned down: read more.\n",
    );
    let text = [menu, article, foot].concat();
    let whole = source(&text);
    let part = Source { article: Span::new(menu.len(), menu.len() + article.len()), ..whole };
    let found = findings(SHEDS, &part);
    assert_eq!(found[1].1.stance.name(), "supports");
    assert_eq!(found[0].1.stance.name(), "contradicts", "what stands outside the article does not count");
    for evidence in found.iter().flat_map(|(_, finding)| &finding.evidence) {
        assert_eq!(text.get(evidence.start..evidence.end), Some(evidence.quote.as_str()));
        assert_eq!(evidence.quote, "Twelve sheds burned down.");
        assert_eq!(evidence.line, 6);
    }
    let claims = ClaimSet::from_yaml("claims.yaml", SHEDS).unwrap();
    let explained = Engine::new(&claims).explain(1, &part);
    assert_eq!(explained.passages.iter().map(|p| p.line).min(), Some(6));
}

#[test]
fn days_are_counted_from_the_day_of_publication() {
    let yaml = "question: When did it sink?\nclaims: [the ferry sank on 15 October 2021]";
    let stance = |published: Option<NaiveDate>, text: &str| {
        let dated = Source { published, ..source(text) };
        findings(yaml, &dated)[0].1.stance.name()
    };
    let sunday = NaiveDate::from_ymd_opt(2021, 10, 17);
    assert_eq!(stance(sunday, "The ferry sank on Friday."), "supports");
    assert_eq!(stance(sunday, "The ferry sank yesterday."), "contradicts");
    assert_eq!(stance(None, "The ferry sank on Friday."), "unclear");
}

#[test]
fn an_alias_of_the_question_is_nobody_else() {
    let yaml = "
question: Who opened the northern gate?
about: [Robert Vatne, Bobby Holm]
claims:
  - {id: opened, claim: Robert Vatne opened the northern gate}
";
    let text = "Bobby Holm opened the northern gate. The barn is red. He was tired. It rained.";
    assert_ne!(finding(yaml, text, "opened").stance.name(), "contradicts");
    let stranger = yaml.replace(", Bobby Holm", "");
    assert_eq!(finding(&stranger, text, "opened").stance.name(), "contradicts");

    // Robert Vatne is named too: what Bobby Holm did still bears on him, what a stranger did does not.
    let both = "Robert Vatne spoke first. Bobby Holm opened the northern gate. The barn is red. It rained.";
    assert_ne!(finding(yaml, both, "opened").stance.name(), "silent");
    assert_eq!(finding(&stranger, both, "opened").stance.name(), "silent");
}
