use proptest::prelude::*;

use super::*;

/// The quotations, each between bars; `+` before one that continues, `…` after one without a closing mark.
fn found(text: &str) -> Vec<String> {
    let show = |quotation: &Quotation| {
        let (before, after) =
            (if quotation.continues { "+" } else { "" }, if quotation.closed { "" } else { "…" });
        format!("{before}{}{after}", &text[quotation.inner.start..quotation.inner.end])
    };
    quotations(text).iter().map(show).collect()
}

#[test]
fn marks_of_every_sort() {
    let cases: &[(&str, &[&str])] = &[
        ("He said “no”, then \"yes\".", &["no", "yes"]),
        ("It was ‘too quick’ and 'too late'.", &["too quick", "too late"]),
        ("« Non », dit-il. „Nein“, sagte er. „Nie”.", &[" Non ", "Nein", "Nie"]),
        ("``It sank, '' he said.", &["It sank, "]),
        ("\" It sank , \" he said .", &[" It sank , "]),
        ("He said: \"He told me 'no' twice.\"", &["He told me 'no' twice."]),
        ("“He told me ‘no’ twice,” she said.", &["He told me ‘no’ twice,"]),
        ("“One “two” three” four", &["One “two” three"]),
        ("(“Yes”) – “no”—“maybe”", &["Yes", "no", "maybe"]),
        ("\"'No,' he said,\" she said.", &["'No,' he said,"]),
        ("‚Ja’, sagte er, ‚ja und ‚nein’.", &["Ja", "nein"]),
        ("``Yes ``no, and '' maybe", &["Yes ``no, and "]),
        ("‘We don’t know,’ said Ms O’Neill.", &["We don’t know,"]),
        ("She said ”no” twice", &["no"]),
        ("\"Yes,\" he said, \"and no.\"", &["Yes,", "and no."]),
        ("\"I was born in 1990\" he said", &["I was born in 1990"]),
        ("“”", &[""]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text), *expected, "{text}");
    }
}

#[test]
fn apostrophes_are_no_marks() {
    let cases: &[(&str, &[&str])] = &[
        ("two years’ work and the dogs’ home", &[]),
        ("the ’90s and the '80s, rock 'n' roll, give 'em ’tis", &[]),
        ("the ‘90s were good, the players’ best", &[]),
        ("‘214 homes’ were hit", &["214 homes"]),
        ("‘The two years’ work’ was lost", &["The two years’ work"]),
        ("the Jones’s dog’s tail, Amess’ home", &[]),
        ("'The boys' work is done,' he said", &["The boys' work is done,"]),
        ("the players' union and the owners' club", &[]),
        ("‘It’s the ’90s again,’ he said", &["It’s the ’90s again,"]),
        ("Drivers’ ‘go-slow’ at the drivers’ depot", &["go-slow"]),
        ("O'Neill and d'Artagnan's 'n stuff", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text), *expected, "{text}");
    }
}

#[test]
fn inches_and_stray_marks_quote_nothing() {
    let cases: &[(&str, &[&str])] = &[
        ("He is 5'10\" tall and she 6'1\".", &[]),
        ("a 12\" record and a 7\" one", &[]),
        ("\"He is 5'10\" tall,\" she said", &["He is 5'10\" tall,"]),
        ("at 10' 20\" east", &[]),
        ("no quotation” here, nor ’ here \" ", &[]),
        ("\"", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text), *expected, "{text}");
    }
}

#[test]
fn quotations_over_paragraphs() {
    let cases: &[(&str, &[&str])] = &[
        ("He said: “One.\n\n“Two.\n\n“Three.”\n\n“Four.”", &["One.…", "+Two.…", "+Three.", "Four."]),
        ("He said: \"One.\n\n\"Two.\"", &["One.…", "+Two."]),
        ("‘One.\n\n‘Two,’ he said.", &["One.…", "+Two,"]),
        ("“One.\n\nPhoto: PA\n\n“Two.”", &["One.…", "+Two."]),
        ("“One.\n\nHe left “early”.\n\n“Two.”", &["One.…", "early", "Two."]),
        ("It was “never closed.\n\nAnd more.", &["never closed.…"]),
        ("A \"stray mark.\n\nAnd \"more\".", &["more"]),
        ("“He said “yes”. No.", &["He said “yes"]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text), *expected, "{text}");
    }
}

/// That twice as much of `unit` is read in about twice as many steps.
fn grows_with_the_text(unit: &str) -> Result<(), TestCaseError> {
    let read = |times: usize| scanned(&unit.repeat(times)).1;
    let (once, twice) = (read(200), read(400));
    // Some bytes more for what is at the ends.
    prop_assert!(twice <= 3 * once + 1000, "{unit}: {once}, {twice}");
    prop_assert!(once <= 4 * 200 * unit.len() + 1000, "{unit}: {once}");
    Ok(())
}

#[test]
fn marks_that_are_never_closed_are_not_sought_again_and_again() -> Result<(), TestCaseError> {
    for unit in [
        "``a ",
        "“a ",
        "„a ",
        "«a ",
        "‘a ",
        "‚a ",
        "'a ",
        "\"a ",
        "”a ",
        "‚years’ w ",
        "‘years’ w ",
        "‘a ‚b ",
        "“a “b ” ",
        "``a '",
        "\"a 5'1\" ",
        "``a ‚b \"c ",
        "'tis ",
        "‘‘",
        "``",
        "''",
        "\" ",
        "a\" ",
        "‚‘",
    ] {
        grows_with_the_text(unit)?;
    }
    Ok(())
}

proptest! {
    #[test]
    fn work_grows_with_the_text(unit in "[as1 ,“”‘’‚\"'«»„`]{1,8}") {
        grows_with_the_text(&unit)?;
    }

    #[test]
    fn spans_are_in_order_and_apart(text in "[a-c S19.,:\n“”‘’\"'«»„`…é-]{0,80}") {
        check(&text)?;
    }

    #[test]
    fn whatever_the_text(text in any::<String>()) {
        check(&text)?;
    }
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let mut last = 0;
    for Quotation { span, inner, .. } in quotations(text) {
        prop_assert!(span.start >= last && span.start < inner.start);
        prop_assert!(inner.start <= inner.end && inner.end <= span.end && span.end <= text.len());
        prop_assert!(text.get(span.start..span.end).is_some() && text.get(inner.start..inner.end).is_some());
        last = span.end;
    }
    Ok(())
}
