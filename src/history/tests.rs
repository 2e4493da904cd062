//! What changed, in a table: the earlier text, the later text, the label, and the edits.

#![allow(clippy::unwrap_used)]

mod notices;

use proptest::prelude::*;

use super::*;
use crate::source::Version as Text;
use crate::span::Span;

fn text(name: &str, words: &str) -> Text {
    let sha256 = format!("{words:?}");
    let article = Span::new(0, words.len());
    Text { name: name.into(), from: name.into(), seen: None, sha256, text: words.into(), article }
}

fn step_between(was: &str, is: &str) -> Option<Step> {
    let published = NaiveDate::from_ymd_opt(2025, 2, 12);
    history("sky", vec![text("a", was), text("b", is)], published).steps.pop()
}

/// `number seven > two; name - > Juke`, with `!` where a correction does not name it.
fn shown(edit: &Edit) -> String {
    let words = |words: &Option<String>| words.clone().unwrap_or_else(|| "-".to_owned());
    let change = |change: &Change| {
        let unnamed = if change.mentioned == Some(false) { "!" } else { "" };
        format!("{unnamed}{} {} > {}", change.kind.name(), words(&change.was), words(&change.is))
    };
    let changes: Vec<_> = edit.changes.iter().map(change).collect();
    let unnamed = if edit.mentioned == Some(false) { "!" } else { "" };
    format!("{unnamed}{}: {}", edit.kind.name(), changes.join("; ")).trim_end().to_owned()
}

fn told(was: &str, is: &str) -> String {
    let Some(step) = step_between(was, is) else { return "the same".to_owned() };
    let edits: Vec<_> = step.edits.iter().map(shown).collect();
    format!("{} | {}", step.label.name(), edits.join(" | ")).trim_end_matches([' ', '|']).to_owned()
}

/// Each with what must be told of it.
fn check(cases: &[(&str, &str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(was, is, expected)| {
            let told = told(was, is);
            (told != *expected).then(|| format!("{was}\n{is}\n  told: {told}\n  not:  {expected}\n"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_changed_in_a_sentence() {
    check(&[
        ("He was held 7 days.", "He was held 7 days.", "the same"),
        // Days.
        (
            "It reopens on Tuesday, 4 November.",
            "It reopens on Wednesday, 4 November.",
            "silent edit | edited: date Tuesday, 4 November > Wednesday, 4 November",
        ),
        (
            "It shut last Friday.",
            "It shut last Monday.",
            "silent edit | edited: date last Friday > last Monday",
        ),
        // Numbers.
        ("It cost £2.4m to build.", "It cost £2.5m to build.", "silent edit | edited: number £2.4m > £2.5m"),
        ("Seven men died there.", "Two men died there.", "silent edit | edited: number Seven > Two"),
        ("Seven men died.", "7 men died.", "silent edit | edited: wording Seven > 7"),
        (
            "It was hit by 1,000 stones.",
            "It was hit by 1000 stones.",
            "silent edit | edited: wording 1,000 > 1000",
        ),
        ("Some 8,000 came.", "Some 8,010 came.", "silent edit | edited: number Some 8,000 > Some 8,010"),
        ("An F-16 crashed.", "An F-15 crashed.", "silent edit | edited: number F-16 > F-15"),
        ("It was on Channel 4 then.", "It was on Channel 5 then.", "silent edit | edited: number 4 > 5"),
        ("Call 020 7946 0958 now.", "Call 020 7946 0959 now.", "silent edit | edited: number 0958 > 0959"),
        (
            "More than 200 homes burned.",
            "200 homes burned.",
            "silent edit | edited: number More than 200 > 200",
        ),
        (
            "They lost 20 pounds.",
            "They lost 20 million pounds.",
            "silent edit | edited: number 20 pounds > 20 million pounds",
        ),
        (
            "They won 7 of the 12 seats.",
            "They won 12 of the 7 seats.",
            "silent edit | edited: number 7 > 12; number 12 > 7",
        ),
        (
            "In 2014 seven men met.",
            "Seven men met in 2014.",
            "silent edit | edited: wording In 2014 seven > Seven; wording - > in 2014",
        ),
        (
            "He met 9007199254740993 atoms.",
            "He met 9007199254740992 atoms.",
            "silent edit | edited: number 9007199254740993 > 9007199254740992",
        ),
        ("Seven", "Two", "silent edit | added: number - > Two | removed: number Seven > -"),
        ("1. Open the gate.", "2. Open the gate.", "silent edit | edited: number 1 > 2"),
        // Dates and times.
        (
            "He left on 12 May 2024.",
            "He left on 13 May 2024.",
            "silent edit | edited: date 12 May 2024 > 13 May 2024",
        ),
        (
            "It began at 6.10 a.m. sharp.",
            "It began at 06:10 sharp.",
            "silent edit | edited: wording 6.10 a.m. > 06:10",
        ),
        ("It began at 06:10 sharp.", "It began at 07:10 sharp.", "silent edit | edited: date 06:10 > 07:10"),
        // Names.
        (
            "The head is Matt Juke, he said.",
            "The head is Matt Jukes, he said.",
            "silent edit | edited: name Matt Juke > Matt Jukes",
        ),
        (
            "Smith accused Jones of it.",
            "Jones accused Smith of it.",
            "silent edit | edited: name Smith > Jones; name Jones > Smith",
        ),
        (
            "The Government fell then.",
            "The government fell then.",
            "silent edit | edited: wording Government > government",
        ),
        ("He met Beyoncé there.", "He met Beyonce there.", "silent edit | edited: name Beyoncé > Beyonce"),
        // Negations.
        (
            "The school was involved in it.",
            "The school was not involved in it.",
            "silent edit | edited: negation - > not",
        ),
        (
            "He said it was two.",
            "He said it was not 2.",
            "silent edit | edited: negation - > not; wording two > not 2",
        ),
        ("He didn't go there.", "He did not go there.", "silent edit | edited: wording didn't > did not"),
        (
            "He could go there.",
            "He couldn’t go there.",
            "silent edit | edited: negation - > couldn’t; wording could > couldn’t",
        ),
        // Quotations.
        (
            "It was “too quick”, he said.",
            "It was “too slow”, he said.",
            "silent edit | edited: quotation too quick > too slow",
        ),
        (
            "It was too quick, he said.",
            "It was “too quick”, he said.",
            "silent edit | edited: quotation - > too quick",
        ),
        (
            "It was “too quick”, he said.",
            "It was \"too quick,\" he said.",
            "silent edit | edited: wording - > ,",
        ),
        (
            "It is over. “Go,” he said.",
            "It is over. “Run,” he said.",
            "silent edit | edited: quotation Go > Run",
        ),
        (
            "“Go home,” he said. “It’s over.”",
            "“Go home,” he said. “It’s not over.”",
            "silent edit | edited: negation - > not; quotation It’s over > It’s not over",
        ),
        (
            "He said: “It was a long and cold night on the lake, and we were all glad to see the red boats.”",
            "He said: “It was a long and cold night on the lake, and we were not glad to see the red boats.”",
            "silent edit | edited: negation - > not; quotation and we were all glad to see > and we were not glad to see",
        ),
        // Wording.
        (
            "The colour of it was red.",
            "The color of it was red.",
            "silent edit | edited: wording colour > color",
        ),
        ("He left, and she stayed.", "He left and she stayed.", "silent edit | edited: wording , > -"),
        ("One of the men ran.", "One of the boys ran.", "silent edit | edited: wording men > boys"),
    ]);
}

#[test]
fn what_became_of_sentences() {
    let three = "The council met. It voted to sell the hall. The mayor was pleased.";
    check(&[
        ("It’s “fine” – so.", "It's \"fine\"  - so.", "only typesetting"),
        (
            "One line here.\nAnother line there.",
            "One line here.\n\n\nAnother line there.\n",
            "only typesetting",
        ),
        ("Heading\nA line.", "Heading A line.", "only typesetting"),
        (three, "The council met. The mayor was pleased. It voted to sell the hall.", "rearranged | moved:"),
        (three, "The council met. The mayor was pleased.", "silent edit | removed:"),
        (
            three,
            "The council met. It voted to sell the hall. Lena Holt lost £3m. The mayor was pleased.",
            "silent edit | added: number - > £3m; name - > Lena Holt",
        ),
        (
            "The council met. It voted by 7 to 5 to sell the hall. The mayor was pleased. Rain fell.",
            "The council met. The mayor was pleased. Rain fell. It voted by 7 to 4 to sell the hall.",
            "silent edit | edited: number 7 to 5 > 7 to 4",
        ),
        ("A. Fire. Rain.", "A. Fire. Rain.", "the same"),
    ]);
}

#[test]
fn a_correction_names_what_it_corrects_or_does_not() {
    check(&[
        (
            "Seven men died. Lena Holt wept.",
            "Two men died. Lena Holm wept.\nCorrection: an earlier version gave the number as seven.",
            "correction | edited: number Seven > Two | !edited: !name Lena Holt > Lena Holm",
        ),
        (
            "The school was involved in the talks.",
            "The school was not involved in the talks.\nThis article was amended on 3 May: the school was not \
             involved in the talks.",
            "correction | edited: negation - > not",
        ),
        (
            "It opens on 12 May 2025.",
            "It opens on 13 May 2025.\nThis article was amended on 3 May because of a misspelt name.",
            "correction | !edited: !date 12 May 2025 > 13 May 2025",
        ),
        (
            "It cost £2m. It was closed on 7 May.",
            "It cost £2m.\nCorrection: the number was wrong.",
            "correction | !removed: !date 7 May > -",
        ),
        (
            "“We sent seven boats out,” he said.",
            "“We sent two boats out,” he said.\nCorrection: an earlier version said seven.",
            "correction | edited: number seven > two; quotation We sent seven boats out > We sent two boats out",
        ),
        // A notice is told as one; a change within an old one is an edit like any other.
        (
            "Rain fell.\nCorrection: an earlier version of this article gave seven as the number.",
            "Rain fell.\nCorrection: an earlier version of this article gave eight as the number.",
            "correction | edited: number seven > eight",
        ),
        (
            "Rain fell.\nCorrection: an earlier version of this article gave seven as the number.",
            "Rain fell.",
            "silent edit | removed: number seven > -",
        ),
    ]);
}

#[test]
fn neighbours_with_one_text_are_joined() {
    let versions = ["Seven.", "Seven.", "Two.", "Two."].iter().zip(["a", "b", "c", "d"]);
    let history = history_until_today("sky", versions.map(|(words, name)| text(name, words)).collect(), None);
    let names: Vec<_> = history.versions.iter().map(|v| (v.name.as_str(), v.current)).collect();
    assert_eq!(names, [("a", false), ("c", true)]);
    assert_eq!(history.steps.len(), 1);
}

#[test]
fn lines_count_in_the_file() {
    let with = |words: &str| {
        let article = Span::new("Menu\n\n".len(), "Menu\n\n".len() + words.len());
        Text { text: format!("Menu\n\n{words}"), article, ..text(words, words) }
    };
    let versions = vec![with("Rain fell.\nIt cost £2."), with("Rain fell.\nIt cost £3.")];
    let edit = history("sky", versions, None).steps.remove(0).edits.remove(0);
    assert_eq!((edit.line, edit.was_line), (Some(4), Some(4)));
}

/// An article of the repository, or a part of it.
fn articles() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect()
}

fn has_changed_number(step: &Step) -> bool {
    let changes = step.edits.iter().flat_map(|edit| &edit.changes);
    changes.into_iter().any(|change| matches!(change.kind, ChangeKind::Number | ChangeKind::Date))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn a_digit_that_changes_never_passes_unseen(article in 0_usize..5, at in any::<prop::sample::Index>(), by in 1_u8..10) {
        let text = articles().swap_remove(article);
        let digits: Vec<usize> = text.bytes().enumerate().filter(|(_, b)| b.is_ascii_digit()).map(|(at, _)| at).collect();
        let at = *at.get(&digits);
        let mut bytes = text.clone().into_bytes();
        bytes[at] = b'0' + (bytes[at] - b'0' + by) % 10;
        let step = step_between(&text, &String::from_utf8(bytes).unwrap()).unwrap();
        prop_assert!(has_changed_number(&step), "{step:#?}");
        prop_assert!(step.edits.iter().all(|edit| edit.weight == Weight::Weighty));
    }

    #[test]
    fn a_digit_in_any_text_never_passes_unseen(
        before in "([a-zA-Z£$%.,:;'\"“”()/-]{0,3} ?|[0-9]|\n|not |May ){0,12}",
        digit in 0_u8..10,
        after in "([a-zA-Z£$%.,:;'\"“”()/-]{0,3} ?|[0-9]|\n| pm| May| km){0,12}",
        by in 1_u8..10,
    ) {
        let with = |digit: u8| format!("{before}{}{after}", digit % 10);
        let step = step_between(&with(digit), &with(digit + by)).unwrap();
        prop_assert!(has_changed_number(&step), "{:?} {:?} {step:#?}", with(digit), with(digit + by));
    }

    #[test]
    fn a_text_does_not_differ_from_itself(text in "(\\PC|[ \n\"“”.?0-9]){0,120}") {
        prop_assert!(step_between(&text, &text).is_none());
        let loose = text.replace(' ', "  ");
        if let Some(step) = step_between(&text, &loose) {
            prop_assert!(step.edits.is_empty(), "{step:#?}");
        }
    }

    #[test]
    fn what_is_added_is_removed_the_other_way_round(was in 0_usize..5, is in 0_usize..5) {
        let articles = articles();
        let count = |from: &str, to: &str, kind| {
            step_between(from, to).map_or(0, |step| step.edits.iter().filter(|edit| edit.kind == kind).count())
        };
        let (was, is) = (&articles[was], &articles[is]);
        // A notice of what was added tells of itself; that one was taken away is an edit.
        prop_assert!(count(was, is, EditKind::Added) <= count(is, was, EditKind::Removed));
    }
}
