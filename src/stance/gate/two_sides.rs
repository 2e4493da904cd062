//! Opposites that may both hold: of one event or relation from its two sides, or of events that undo each other.

use crate::english;
use crate::stance::held::Held;
use crate::text::Document;

use super::opposite::COPULA_REACH;

/// Words for one event seen from its two sides: who buys has something sold to him.
const CONVERSES: [(&str, &str); 9] = [
    ("buy", "sell"),
    ("win", "lose"),
    ("victori", "defeat"),
    ("lend", "borrow"),
    ("give", "take"),
    ("give", "receiv"),
    ("import", "export"),
    ("gain", "lose"),
    ("arriv", "leav"),
];

/// Words for the two sides of one relation: who has children is a parent.
pub(super) const RELATIVES: [(&str, &str); 6] = [
    ("buyer", "seller"),
    ("child", "parent"),
    ("husband", "wife"),
    ("landlord", "tenant"),
    ("student", "teacher"),
    ("pupil", "teacher"),
];

/// Words for events that undo each other: what was opened may be closed on the same day.
const UNDOING: [(&str, &str); 38] = [
    ("open", "close"),
    ("open", "shut"),
    ("reopen", "close"),
    ("reopen", "shut"),
    ("arrest", "releas"),
    ("imprison", "releas"),
    ("jail", "releas"),
    ("detain", "releas"),
    ("start", "end"),
    ("start", "stop"),
    ("start", "finish"),
    ("begin", "end"),
    ("begin", "stop"),
    ("begin", "finish"),
    ("introduc", "scrap"),
    ("introduc", "abolish"),
    ("impos", "lift"),
    ("resum", "suspend"),
    ("resum", "halt"),
    ("join", "quit"),
    ("join", "leav"),
    ("enter", "leav"),
    ("enter", "exit"),
    ("arriv", "depart"),
    ("come", "go"),
    ("appear", "disappear"),
    ("promot", "releg"),
    ("promot", "demot"),
    ("build", "demolish"),
    ("build", "dismantl"),
    ("creat", "destroy"),
    ("upgrad", "downgrad"),
    ("tighten", "loosen"),
    ("tighten", "relax"),
    ("marri", "divorc"),
    ("divid", "unit"),
    ("attack", "defend"),
    ("remember", "forget"),
];

/// Whether the words may both be true of one thing: of an event seen from two sides, or of two that undo each other; not of
/// a state ("is open"), nor of a match won and lost where nothing else differs.
pub(super) fn may_both_hold(held: &Held<'_>, claimed: usize, reported: usize) -> bool {
    let claim = &held.phrasing.document;
    let text = held.document();
    let (one, other) = (english::stem(claim.folded(claimed)), english::stem(text.folded(reported)));
    let among = |pairs: &[(&str, &str)]| {
        pairs.iter().any(|&(a, b)| (a, b) == (&*one, &*other) || (b, a) == (&*one, &*other))
    };
    let lasts = |document: &Document, at: usize| {
        (at.saturating_sub(COPULA_REACH)..at)
            .any(|i| matches!(document.folded(i), "is" | "are" | "remain" | "remains" | "stays"))
    };
    let decided = || {
        let contest = |stem: &str| matches!(stem, "win" | "lose");
        contest(&one)
            && contest(&other)
            && held.comparison.as_ref().is_some_and(|found| found.differ_only_in(claimed, reported))
    };
    among(&RELATIVES)
        || among(&CONVERSES) && !decided()
        || among(&UNDOING) && !(lasts(claim, claimed) && lasts(text, reported))
}
