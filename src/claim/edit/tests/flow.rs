//! Claims between brackets and braces.

use super::check;

#[test]
fn a_claim_between_braces() {
    for marked in [
        "question: q\nclaims:\n  - {id: a, claim: b‹, \"rulings\": [@J]›} # c\n  - d\n",
        "question: q\nclaims:\n  - {id: a, claim: b‹, \"rulings\": [@J]›, } # c\n",
        "question: q\nclaims: [{id: a, claim: b‹, \"rulings\": [@J]›}, d]\n",
        "{question: q, claims: [{id: a, claim: \"b\"‹, \"rulings\": [@J]›\n}]}",
        "question: q\nclaims:\n  - {id: a, claim: b, note‹, \"rulings\": [@J]›}\n",
        "question: q\nclaims:\n  - {id: a, claim: b, note:‹, \"rulings\": [@J]› }\n",
        "question: q\nclaims:\n  - &x {id: a,\n     claim: b‹, \"rulings\": [@J]› # c\n     }\n",
        "question: q\nclaims:\n  - {id: a, rulings: [‹@J›], claim: b}\n",
        "question: q\nclaims:\n  - {id: a, rulings:‹ [@J]›, claim: b}\n",
        "question: q\nclaims:\n  - {id: a, rulings‹: [@J]›, claim: b}\n",
        "question: q\nclaims:\n  - {id: a, rulings: «~»‹[@J]›, claim: b}\n",
        "question: q\nclaims:\n  - {id: a, rulings: [{source: t, stance: mixed, because: x}‹, @J›, ], claim: b}\n",
    ] {
        check(marked, false);
    }
    check(
        "question: q\nclaims:\n  - {id: a, rulings: [«{source: s, stance: mixed, because: x}»‹@J›], claim: b}\n",
        true,
    );
}

#[test]
fn a_sentence_between_brackets() {
    for marked in [
        "question: q\nclaims: [‹{\"claim\": ›a‹, \"rulings\": [@J]}›, b]\n",
        "question: q\nclaims: [b, ‹{\"claim\": ›a‹, \"rulings\": [@J]}›]\n",
        "question: q\nclaims: [b, # x\n  ‹{\"claim\": ›\"a\"‹, \"rulings\": [@J]}›, # y\n  ]\n",
        "question: q\nclaims: [ ‹{\"claim\": ›&x a‹, \"rulings\": [@J]}› , {id: b, claim: b, note: *x}]\n",
        "question: q\nclaims: [{id: b, claim: b, note: &x a}, ‹{\"claim\": ›*x‹, \"rulings\": [@J]}›]\n",
        "question: q\nclaims: [b, # ,\n  ‹{\"claim\": ›'a'‹, \"rulings\": [@J]}›\n  ]\n",
        "{question: q, claims: [‹{\"claim\": ›a‹, \"rulings\": [@J]}›]}",
    ] {
        check(marked, false);
    }
}
