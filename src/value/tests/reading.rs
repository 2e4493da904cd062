use super::{expect, mentions};
use crate::text::Document;
use crate::value::Context;

#[test]
fn numbers_in_digits_and_words() {
    let rows = [
        ("214 letters", "214 = count 214"),
        ("two hundred and fourteen letters", "two hundred and fourteen = count 214"),
        ("1,000.5 units", "1,000.5 = count 1000.5"),
        ("some 60 000 people", "some 60 000 = count ~ 60000"),
        ("60\u{a0}000 people", "60\u{a0}000 = count 60000"),
        ("2.4m people", "2.4m = count 2400000"),
        ("1.2bn users", "1.2bn = count 1200000000"),
        ("3 million people", "3 million = count 3000000"),
        ("two and a half million people", "two and a half million = count 2500000"),
        ("half a million people", "half a million = count 500000"),
        ("a quarter of a million people", "a quarter of a million = count 250000"),
        ("nearly half million men", "nearly half million = count <~ 500000"),
        ("one and a half pages", "one and a half = count 1.5"),
        ("1½ pages", "1½ = count 1.5"),
        ("1 1/2 cups", "1 1/2 = count 1.5"),
        ("twenty-one deaths", "twenty-one = count 21"),
        ("a hundred deaths", "a hundred = count 100"),
        ("15k followers", "15k = count 15000"),
        ("5 bln users", "5 bln = count 5000000000"),
        ("1.000,50 units", "1.000,50 = count 1000.5"),
        ("three thousand two hundred men", "three thousand two hundred = count 3200"),
        ("one million two hundred thousand men", "one million two hundred thousand = count 1200000"),
        ("two dozen eggs, half a dozen pans", "two dozen = count 24; half a dozen = count 6"),
        ("zero cases and 0 deaths", "zero = count 0; 0 = count 0"),
        ("Seven people died", "Seven = count 7"),
        ("they killed 5, 6 or 7", "5 = count 5; 6 or 7 = count 6..7"),
        ("2 lakh voters and 3 crore", "2 lakh = count 200000; 3 crore = count 30000000"),
        ("In London 5 people died", "5 = count 5"),
        ("a two-bedroom flat", "two = count 2"),
        ("the ratio is 8 : 3", "8 = count 8; 3 = count 3"),
    ];
    expect(&rows);
}

#[test]
fn comparators_belong_to_the_mention() {
    let rows = [
        ("more than 200 letters", "more than 200 = count > 200"),
        ("at least three letters", "at least three = count >= 3"),
        ("up to 40 letters", "up to 40 = count <= 40"),
        ("nearly 60,000 letters", "nearly 60,000 = count <~ 60000"),
        ("about a dozen letters", "about a dozen = count ~ 12"),
        ("around 12 letters", "around 12 = count ~ 12"),
        ("fewer than 20 letters", "fewer than 20 = count < 20"),
        ("no more than 20 letters", "no more than 20 = count <= 20"),
        ("no fewer than 20 letters", "no fewer than 20 = count >= 20"),
        ("200 or more letters", "200 or more = count >= 200"),
        ("seven sessions or fewer", "seven sessions or fewer = count <= 7"),
        ("over 300 letters, under 400", "over 300 = count > 300; under 400 = count < 400"),
        ("almost 90 letters", "almost 90 = count <~ 90"),
        ("just under half a million", "just under half a million = count <~ 500000"),
        ("just over 200 letters", "just over 200 = count >~ 200"),
        ("a minimum of 3 letters", "a minimum of 3 = count >= 3"),
        ("it exceeds 12 letters", "exceeds 12 = count > 12"),
        ("> 5 letters, ~20 cards", "> 5 = count > 5; ~20 = count ~ 20"),
        ("200+ letters and 200-plus cards", "200+ = count >= 200; 200-plus = count >= 200"),
        ("20 or so letters", "20 or so = count ~ 20"),
        ("more than £5m", "more than £5m = GBP > 5000000"),
        ("was revised up to 5.5%", "5.5% = 5.5%"),
        ("earned 50% more than Jim", "50% = 50%"),
        ("at least one endorsement deal", "at least one = count >= 1"),
        ("as many as 30 people", "as many as 30 = count <= 30"),
        ("five at most", "five at most = count <= 5"),
    ];
    expect(&rows);
}

#[test]
fn money() {
    let rows = [
        ("£94.5m", "£94.5m = GBP 94500000"),
        ("$ 5,000", "$ 5,000 = USD 5000"),
        ("US$5 and A$6 and C$7", "US$5 = USD 5; A$6 = AUD 6; C$7 = CAD 7"),
        ("5 dollars, 5 euros and 5 pounds", "5 dollars = USD 5; 5 euros = EUR 5; 5 pounds = GBP 5"),
        ("€3", "€3 = EUR 3"),
        ("50p and 20 cents", "50p = GBP 0.5; 20 cents = USD 0.2"),
        ("USD 5 or 5 USD", "USD 5 = USD 5; 5 USD = USD 5"),
        ("Rs 500 and Rs. 600", "Rs 500 = INR 500; Rs. 600 = INR 600"),
        ("3 million Australian dollars", "3 million Australian dollars = AUD 3000000"),
        ("two thousand yen", "two thousand yen = JPY 2000"),
        ("£5m-£6m", "£5m-£6m = GBP 5000000..6000000"),
        ("£5-6m", "£5-6m = GBP 5000000..6000000"),
        ("between $5 and $6 million", "between $5 and $6 million = USD 5000000..6000000"),
        ("$218 million in bonuses", "$218 million = USD 218000000"),
        ("$0.19 per share", "$0.19 = USD 0.19"),
        ("$75,000 a year", "$75,000 = USD 75000"),
        ("it weighs 12 pounds", "12 pounds = kg 5.443108"),
        ("a 12 lb hammer", "12 lb = kg 5.443108"),
        ("$ 5 m", "$ 5 m = USD 5000000"),
    ];
    expect(&rows);
}

#[test]
fn proportions() {
    let rows = [
        ("80%", "80% = 80%"),
        ("69.5 % of voters", "69.5 % = 69.5%"),
        ("eighty per cent", "eighty per cent = 80%"),
        ("10–20 per cent", "10–20 per cent = 10%..20%"),
        ("5% to 10%", "5% to 10% = 5%..10%"),
        ("rose from 5% to 5.25%", "5% = 5%; 5.25% = 5.25%"),
        ("four in five voters", "four in five = 80%"),
        ("1 in 5 voters", "1 in 5 = 20%"),
        ("three out of four voters", "three out of four = 75%"),
        ("half of them", "half = 50%"),
        ("one third of it, two-thirds of that", "one third = 33.333333%; two-thirds = 66.666667%"),
        ("a third of voters", "a third = 33.333333%"),
        ("three quarters of it", "three quarters = 75%"),
        ("1/2 of it", "1/2 = 50%"),
        ("half the members", "half = 50%"),
        ("five percentage points", "five percentage points = 5pp"),
        ("25 basis points", "25 basis points = 0.25pp"),
        ("nearly 1 of every 5 jobs", "nearly 1 of every 5 = <~ 20%"),
        ("rose by a third to £12m", "a third = 33.333333%; £12m = GBP 12000000"),
        ("half a per cent", "half a per cent = 0.5%"),
        ("more than half", "more than half = > 50%"),
    ];
    expect(&rows);
}

#[test]
fn measures() {
    let rows = [
        ("3.2 km", "3.2 km = m 3200"),
        ("two miles", "two miles = m 3218.688"),
        ("an 8,586-meter peak", "8,586-meter = m 8586"),
        ("1,000 m away", "1,000 m = m 1000"),
        ("2.4kg", "2.4kg = kg 2.4"),
        ("2.4 kilograms", "2.4 kilograms = kg 2.4"),
        ("six feet two inches", "six feet two inches = m 1.8796"),
        ("5ft 10", "5ft 10 = m 1.778"),
        ("80 km / h and 80 km/h", "80 km / h = m/s 22.222222; 80 km/h = m/s 22.222222"),
        ("60 mph", "60 mph = m/s 26.8224"),
        ("100 miles per hour", "100 miles per hour = m/s 44.704"),
        ("-5°C", "-5°C = K 268.15"),
        ("20 degrees Celsius, 68°F", "20 degrees Celsius = K 293.15; 68°F = K 293.15"),
        ("12 square metres", "12 square metres = m2 12"),
        ("a 7,000-square-foot house", "7,000 = count 7000"),
        ("two litres", "two litres = m3 0.002"),
        ("2 hectares", "2 hectares = m2 20000"),
        ("he weighed 15st 6lb", "15st 6lb = kg 97.975952"),
        ("5m/s in the 3000m race", "5m/s = m/s 5; 3000m = m 3000"),
        ("half a mile", "half a mile = m 804.672"),
        ("a 1.8m tall man", "1.8m = m 1.8"),
        ("8 billion miles", "8 billion miles = m 12874752000000"),
    ];
    expect(&rows);
}

#[test]
fn durations_and_ages() {
    let rows = [
        ("five months", "five months = P5M"),
        ("a 90-minute talk", "90-minute = PT90M"),
        ("two and a half hours", "two and a half hours = PT2.5H"),
        ("an hour and a half", "an hour and a half = PT1.5H"),
        ("half an hour", "half an hour = PT0.5H"),
        ("2 hours 30 minutes", "2 hours 30 minutes = PT150M"),
        ("two hours and 30 minutes", "two hours and 30 minutes = PT150M"),
        ("2 hours, 26 minutes and 11 seconds", "2 hours, 26 minutes and 11 seconds = PT8771S"),
        ("20,000 metric tons", "20,000 metric tons = kg 20000000"),
        ("a decade later", "a decade = P10Y?"),
        ("more than a year", "more than a year = > P1Y"),
        ("six to 12 months", "six to 12 months = P6M..P12M"),
        ("aged 64", "aged 64 = age 64"),
        ("a 64-year-old man", "64-year-old = age 64"),
        ("he is 64 years old", "64 years old = age 64"),
        ("64 years of age", "64 years of age = age 64"),
        ("Mr Smith, 64, said", "64 = age 64"),
        ("Smith (64) said", "64 = age 64"),
        ("aged 18 to 24", "aged 18 to 24 = age 18..24"),
        ("aged between 18 and 24", "aged between 18 and 24 = age 18..24"),
        ("an 18-month-old girl", "18-month-old = age 1.5"),
        ("a man in his 20s", "20s = age 20..29"),
        ("at the age of 12", "age of 12 = age 12"),
        ("five times a year", "five times = occurrences 5"),
        ("aged just 15", "15 = age 15"),
        ("aged about 15", "about 15 = age ~ 15"),
        ("sentenced to 25 years", "25 years = P25Y"),
        ("eight more months", "eight more months = P8M"),
        ("a review at six and 12 months", "six = P6M; 12 months = P12M"),
        ("when he was 26.", "26 = age 26"),
        ("who was 17 at the time", "17 = age 17"),
        ("21 times as he held", "21 times = occurrences 21"),
    ];
    expect(&rows);
}

#[test]
fn repeats_ordinals_and_vague_words() {
    let rows = [
        ("referred twice", "twice = occurrences 2"),
        ("seven times", "seven times = occurrences 7"),
        ("on 10 occasions", "10 occasions = occurrences 10"),
        ("three times as many", "three times = factor 3"),
        ("twice as many", "twice = factor 2"),
        ("profits doubled", "doubled = factor 2"),
        ("only once", "once = occurrences 1"),
        ("once again, more than once", "once = occurrences 1?; more than once = occurrences > 1"),
        ("a double murder", ""),
        ("the third man", "third = ordinal 3"),
        ("his 27 th goal", "27 th = ordinal 27"),
        ("the 21st century", "21st = ordinal 21"),
        ("the twenty-first man", "twenty-first = ordinal 21"),
        ("was first reported", "first = ordinal 1?"),
        ("a third time", "third = ordinal 3"),
        ("dozens of people", "dozens = count 24..100"),
        ("hundreds of thousands of people", "hundreds of thousands = count 200000..1000000"),
        ("several hundred people", "several hundred = count 300..1000"),
        ("a few people", "a few = count 2.."),
        ("a couple of people", "a couple = count 2"),
        ("both men", "both = count 2?"),
        ("the second half", "second half = --H2"),
        ("the third quarter-final", "third = ordinal 3"),
    ];
    expect(&rows);
}

#[test]
fn votes_and_goals() {
    expect(&[
        ("won 2-1", "2-1 = tally 2-1"),
        ("a 2-1 win", "2-1 = tally 2-1"),
        ("lost 1-3", "1-3 = tally 3-1"),
        ("carried by eight votes to four", "eight votes to four = tally 8-4"),
        ("voted eight to four", "eight to four = tally 8-4"),
        ("passed 52-48", "52-48 = tally 52-48"),
        ("three goals to one", "three goals to one = tally 3-1"),
        ("fell from eight to four", "eight = count 8; four = count 4"),
        ("three to five people", "three to five = count 3..5"),
    ]);
}

#[test]
fn thirds_of_a_month() {
    expect(&[
        ("the end of October", "end of October = --10-21/--10-31"),
        ("in early March", "early March = --03-01/--03-10"),
        ("in mid-May 2021", "mid-May 2021 = 2021-05-11/2021-05-20"),
        ("the end of the line", ""),
    ]);
}

#[test]
fn one_is_a_number_only_where_it_counts() {
    for (text, weak) in [
        ("one mentoring session instead of seven", false),
        ("one instead of two", false),
        ("only one took place", false),
        ("one of seven sessions", false),
        ("just one of the seven", false),
        ("one session was held", false),
        ("they met one another", true),
        ("no one was hurt", true),
        ("one of the men", true),
        ("one day he left", true),
        ("he is the one", true),
        ("one by one they left", true),
        ("one could say", true),
        ("one of his sons", true),
        ("he bought a new one.", true),
    ] {
        let found = mentions(text, Context::default()).first().map(|mention| mention.value.weak);
        assert_eq!(found.unwrap_or(true), weak, "{text}");
    }
}

#[test]
fn what_a_number_counts() {
    for (text, noun) in [
        ("seven mentoring sessions were planned", Some("mentoring sessions")),
        ("one mentoring session instead of seven", Some("mentoring session")),
        ("only one took place", None),
        ("killed 12 British soldiers on Friday", Some("British soldiers")),
        ("214 people died", Some("people")),
        ("a two-bedroom flat in London", Some("bedroom flat")),
        ("200, of whom many", None),
    ] {
        let document = Document::new(text);
        let found = mentions(text, Context::default());
        let counted = found.first().and_then(|mention| mention.counted.clone());
        assert_eq!(counted.map(|noun| document.words(noun)), noun, "{text}");
    }
}

#[test]
fn the_core_leaves_the_comparator_out() {
    let text = "It has more than two hundred pages.";
    let document = Document::new(text);
    let found = &mentions(text, Context::default())[0];
    assert_eq!(document.words(found.tokens.clone()), "more than two hundred");
    assert_eq!(document.words(found.core.clone()), "two hundred");
}
