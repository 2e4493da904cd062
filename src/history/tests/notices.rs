//! What a text admits, and of which edits.

use super::super::Label;
use super::{step_between, told};

#[test]
fn labels_go_by_new_notices() {
    let old = "Seven men died.\nThe mayor wept.";
    let with = |last: &str| format!("Two men died.\nThe mayor wept.\n{last}");
    for (notice, label) in [
        ("Correction: seven men did not die.", Label::Correction),
        ("CORRECTION – the number was wrong.", Label::Correction),
        ("Corrections and clarifications\nSeven did not die.", Label::Correction),
        ("This article was amended on 3 May 2025.", Label::Correction),
        ("• This article was amended on 3 May 2025 to correct a number.", Label::Correction),
        ("(This May 3 story has been corrected to fix the number.)", Label::Correction),
        ("An earlier version of this article said seven.", Label::Correction),
        (
            "Due to an editing error, an earlier version of this report misstated the number.",
            Label::Correction,
        ),
        ("An earlier version misstated the number.", Label::Correction),
        ("Clarification: two died.", Label::Correction),
        ("Editor’s note: this page was edited to correct an error.", Label::Correction),
        ("Editors' note\nAn incorrect number has been taken out.", Label::Correction),
        ("The headline has been corrected.", Label::Correction),
        ("We have corrected this article.", Label::Correction),
        ("(Corrects number of dead)", Label::Correction),
        ("This story has been updated to correct the number.", Label::Correction),
        ("Update: two died.", Label::Update),
        ("Updated: two died.", Label::Update),
        ("UPDATE 14:02", Label::Update),
        ("Updated at 14:02", Label::Update),
        ("Updated on 3 May 2025", Label::Update),
        ("Last updated 3 May 2025", Label::Update),
        ("This story has been updated with what the mayor said.", Label::Update),
        ("Editor's note: this page was updated.", Label::Update),
        ("Update: two died.\nThis article was amended on 3 May.", Label::Correction),
        ("The minister said the correction was late.", Label::SilentEdit),
        ("Correction officers were called.", Label::SilentEdit),
        ("Corrections of this kind are rare.", Label::SilentEdit),
        ("Corrected figures were published by the ministry.", Label::SilentEdit),
        ("Update your browser to see it.", Label::SilentEdit),
        ("Updated guidance was sent to schools.", Label::SilentEdit),
        ("This report was amended by the committee.", Label::SilentEdit),
        ("An earlier version of the bill said seven.", Label::SilentEdit),
        ("The original version was a hit.", Label::SilentEdit),
        ("“This article was amended,” she read.", Label::SilentEdit),
        ("Editor’s note: the writer is a friend.", Label::SilentEdit),
        ("The editor noted the error.", Label::SilentEdit),
    ] {
        let step = step_between(old, &with(notice)).unwrap();
        assert_eq!(step.label, label, "{notice}");
        // What stood there already admits nothing new.
        let step = step_between(&format!("{old}\n{notice}"), &with(notice)).unwrap();
        assert_eq!(step.label, Label::SilentEdit, "{notice}");
        assert!(step.notices.is_empty(), "{notice}");
    }
}

#[test]
fn the_day_of_a_correction_is_no_number_that_it_names() {
    let was = "Two men died and 14 were hurt.";
    for (is, notice, named) in [
        ("15", "This article was amended on 15 May 2025 to correct the name of the mill.", false),
        ("10", "Correction 10:30: the mill was misnamed.", false),
        ("15", "Correction, 3 May: 15 were hurt, not 14.", true),
    ] {
        let text = format!("Two men died and {is} were hurt.\n\n{notice}");
        let step = step_between(was, &text).unwrap();
        assert_eq!((step.label, step.edits[0].mentioned), (Label::Correction, Some(named)), "{notice}");
    }
}

#[test]
fn a_label_alone_is_told_from_the_article_below_it() {
    let was = "It began on Monday.\n\nTwo men died and 14 were hurt, said Ann Lee.\n\nThe mill was old.";
    let is = was.replace("Two", "CORRECTION\n\nTwo").replace("14", "15");
    assert_eq!(told(was, &is), "correction | edited: number 14 > 15");
}

#[test]
fn corrections_of_common_shapes() {
    for notice in [
        "Due to an editing error, an earlier version misstated the toll.",
        "Note: this article originally said 14 were hurt.",
        "Correction, 3 May: the toll.",
        "This story incorrectly gave the toll.",
    ] {
        let step = step_between("14 were hurt.", &format!("15 were hurt.\n\n{notice}")).unwrap();
        assert_eq!(step.label, Label::Correction, "{notice}");
    }
    let step =
        step_between("14 were hurt.", "15 were hurt.\n\nThis article of the treaty was not read.").unwrap();
    assert_eq!(step.label, Label::SilentEdit);
}

#[test]
fn a_correction_that_is_taken_away_is_told() {
    let with = "Two men died.\n\nCorrection: an earlier version said that seven men died.";
    let step = step_between(with, "Two men died.").unwrap();
    assert_eq!((step.label, step.withdrawn.len()), (Label::SilentEdit, 1));
    let worded_anew = "Two men died.\n\nCorrection: this article gave seven as the number of the dead.";
    assert!(step_between(with, worded_anew).unwrap().withdrawn.is_empty());
    let updated = step_between("Two died.\n\nUpdated 14:02", "Two died.\n\nUpdated 15:10").unwrap();
    assert!(updated.withdrawn.is_empty());
}
