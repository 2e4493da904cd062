use super::{first, mentions};
use crate::value::Context;
use crate::value::Relation::{self, Conflicts, Equal, Overlaps, Wider, Within};

/// Claim, text, relation.
const TABLE: &[(&str, &str, Option<Relation>)] = &[
    ("214 men", "two hundred and fourteen men", Some(Equal)),
    ("214 men", "215 men", Some(Conflicts)),
    ("seven sessions", "7 sessions", Some(Equal)),
    ("one session", "seven sessions", Some(Conflicts)),
    ("more than 200 men", "214 men", Some(Within)),
    ("214 men", "more than 200 men", Some(Wider)),
    ("198 men", "more than 200 men", Some(Conflicts)),
    ("more than 200 men", "more than 150 men", Some(Wider)),
    ("more than 4 men", "at least 5 men", Some(Equal)),
    ("more than 4 men", "4 men", Some(Conflicts)),
    ("4 men", "more than 4 men", Some(Overlaps)),
    ("60,000 men", "more than 60,000 men", Some(Within)),
    ("133,000 men", "over 133,000 men", Some(Within)),
    ("$1.2 million", "more than $1.2 million", Some(Within)),
    ("61,250 men", "more than 61,250 men", Some(Overlaps)),
    ("about 250 men", "at least 250 men", Some(Within)),
    ("500 men", "more than 500 men", Some(Overlaps)),
    ("59,000 men", "more than 60,000 men", Some(Conflicts)),
    ("3,000 men", "fewer than 3,000 men", Some(Overlaps)),
    ("more than 18 months", "18 months", Some(Conflicts)),
    ("less than 15%", "15%", Some(Conflicts)),
    ("more than 60,000 men", "60,000 men", Some(Overlaps)),
    ("$ less than 80 000", "$ 50 000", Some(Within)),
    ("75 to 80 kg", "about 75 to 80 kg", Some(Within)),
    ("at least 5 men", "about 6 men", Some(Within)),
    ("4 men", "at least 5 men", Some(Conflicts)),
    ("5 men", "at least 5 men", Some(Within)),
    ("6 men", "at least 5 men", Some(Wider)),
    ("fewer than 6 men", "4 men", Some(Within)),
    ("5 men", "fewer than 5 men", Some(Overlaps)),
    ("nearly 60,000 men", "59,800 men", Some(Within)),
    ("nearly 60,000 men", "6,000 men", Some(Conflicts)),
    ("59,800 men", "nearly 60,000 men", Some(Wider)),
    ("60,000 men", "nearly 60,000 men", Some(Within)),
    ("nearly 60,000 men", "60,000 men", Some(Within)),
    ("about 100 men", "95 men", Some(Within)),
    ("100 men", "about 100 men", Some(Within)),
    ("about 100 men", "150 men", Some(Conflicts)),
    ("2.4m people", "2,380,000 people", Some(Within)),
    ("2,380,000 people", "2.4m people", Some(Wider)),
    ("2.4m people", "2.4 million people", Some(Equal)),
    ("2.4m people", "2.6m people", Some(Conflicts)),
    ("85%", "85.19%", Some(Within)),
    ("5%", "5.25%", Some(Overlaps)),
    ("5%", "6%", Some(Conflicts)),
    ("8,000 men", "8,234 men", Some(Overlaps)),
    ("8,000 men", "9,100 men", Some(Conflicts)),
    ("20 men", "21 men", Some(Conflicts)),
    ("80%", "four in five", Some(Equal)),
    ("a third of men", "33%", Some(Equal)),
    ("half of men", "60%", Some(Conflicts)),
    ("80%", "80 men", None),
    ("five percentage points", "5%", None),
    ("15 October 2021", "October 15 2021", Some(Equal)),
    ("October 2021", "15 October 2021", Some(Within)),
    ("15 October 2021", "October 2021", Some(Wider)),
    ("15 October 2021", "16 October 2021", Some(Conflicts)),
    ("15 October 2021", "15 October", Some(Equal)),
    ("15 October 2021", "Oct 16", Some(Conflicts)),
    ("the third quarter of 2020", "third-quarter profit", Some(Equal)),
    ("the first half", "the second half", Some(Conflicts)),
    ("the first half", "the third quarter", None),
    ("the second quarter", "in March", None),
    ("in 2014", "15 October", None),
    ("in 2014", "in 2015", Some(Conflicts)),
    ("in 2014", "in October 2014", Some(Within)),
    ("before 2014", "in 2013", Some(Within)),
    ("before 2014", "in 2016", Some(Conflicts)),
    ("spring 2020", "in April 2020", Some(Within)),
    ("the 1990s", "in 1994", Some(Within)),
    ("28 October 2016", "Friday", Some(Equal)),
    ("at 6pm", "at 18:00", Some(Equal)),
    ("at 6pm", "at 6:10pm", Some(Conflicts)),
    ("at 6pm", "at 6:00", Some(Equal)),
    ("06:10", "6.10 a.m.", Some(Equal)),
    ("around 6pm", "6.10pm", Some(Within)),
    ("18:10 GMT", "19:10 BST", Some(Equal)),
    ("at midnight", "11.59pm", Some(Conflicts)),
    ("3.2 km", "two miles", Some(Equal)),
    ("3.2 km", "three miles", Some(Conflicts)),
    ("2.4kg", "2.4 kilograms", Some(Equal)),
    ("2.4kg", "3.1kg", Some(Conflicts)),
    ("2.4kg", "2.4 km", None),
    ("20°C", "68°F", Some(Equal)),
    ("20°C", "25°C", Some(Conflicts)),
    ("£5m", "$5m", None),
    ("£94.5m", "£94,487,000", Some(Within)),
    ("£5m", "£6m", Some(Conflicts)),
    ("$10 million", "$10 billion", Some(Conflicts)),
    ("£5", "500p", Some(Equal)),
    ("90 minutes", "an hour and a half", Some(Equal)),
    ("18 months", "a year and a half", Some(Equal)),
    ("12 months", "two years", Some(Conflicts)),
    ("three months", "12 weeks", Some(Overlaps)),
    ("three months", "30 weeks", Some(Conflicts)),
    ("24 hours", "one day session", Some(Equal)),
    ("aged 64", "64-year-old", Some(Equal)),
    ("aged 64", "aged 62", Some(Conflicts)),
    ("aged 64", "in her 60s", Some(Wider)),
    ("64 years", "aged 64", None),
    ("twice", "two times", Some(Equal)),
    ("twice", "on two occasions", Some(Equal)),
    ("only once", "twice", Some(Conflicts)),
    ("seven times", "seven sessions", Some(Equal)),
    ("doubled", "twice as many", Some(Equal)),
    ("doubled", "three times as many", Some(Conflicts)),
    ("doubled", "two men", None),
    ("the third man", "his 3rd goal", Some(Equal)),
    ("dozens of men", "30 men", Some(Within)),
    ("dozens of men", "3 men", Some(Conflicts)),
    ("30 men", "dozens of men", Some(Wider)),
    ("hundreds of men", "214 men", Some(Within)),
    ("several men", "2,000 men", Some(Within)),
    ("12 men", "a dozen men", Some(Equal)),
    ("five men", "one of the men", None),
    ("one man", "one of the men", Some(Equal)),
    ("three men", "both men", None),
    ("between 10 and 20 men", "15 men", Some(Within)),
    ("15 men", "10 to 20 men", Some(Wider)),
    ("25 men", "10 to 20 men", Some(Conflicts)),
    ("up to 40 men", "45 men", Some(Conflicts)),
    ("up to 40 men", "30 men", Some(Within)),
];

#[test]
fn relations() {
    let failed: Vec<String> = TABLE
        .iter()
        .map(|&(claim, text, expected)| (claim, text, expected, first(claim).compare(&first(text))))
        .filter(|(.., expected, found)| found != expected)
        .map(|(claim, text, expected, found)| {
            format!("claim {claim:?}, text {text:?}: {expected:?}, found {found:?}")
        })
        .collect();
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
}

#[test]
fn a_value_equals_itself_and_conflicts_both_ways() {
    for &(claim, text, relation) in TABLE {
        for words in [claim, text] {
            assert_eq!(first(words).compare(&first(words)), Some(Equal), "{words}");
        }
        if relation == Some(Equal) {
            assert_eq!(first(text).compare(&first(claim)), Some(Equal), "{claim} and {text}");
        }
    }
}

#[test]
fn the_closer_bound_fits_better() {
    let fit = |claim: &str, text: &str| first(claim).fit(&first(text));
    assert!((fit("214 men", "214 men") - 1.0).abs() < f64::EPSILON);
    assert!(fit("214 men", "more than 200 men") > fit("214 men", "more than 20 men"));
    assert!(fit("214 men", "215 men") > fit("214 men", "900 men"));
    assert!(fit("more than 200 men", "214 men") > fit("214 men", "more than 200 men"));
    assert!(fit("214 men", "80%") < f64::EPSILON);
    for &(claim, text, _) in TABLE {
        assert!((0.0..=1.0).contains(&fit(claim, text)), "{claim}, {text}");
    }
}

#[test]
fn unresolved_days_are_no_values() {
    assert!(mentions("Friday", Context::default()).is_empty());
}
