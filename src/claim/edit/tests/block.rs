//! Claims in blocks: a field a line, or one sentence after a dash.

use super::check;

#[test]
fn a_claim_without_rulings() {
    for marked in [
        "question: q\nclaims:\n  - id: a\n    claim: c # why\n‹    rulings:\n@6\n›    # of b\n\n  - b\n",
        "question: q\nclaims:\n- id: a\n  claim: c‹\n  rulings:\n@2›",
        "question: q\nclaims:\n- id: a\n  claim: c\n‹  rulings:\n@2\n›\n\n# last\n",
        "# x\nquestion: q\nclaims:\n  - claim: c\n    id: a\n    phrasings:\n    - x\n    - y # z\n‹    rulings:\n@4\n›compatible: true\n",
        "question: q\nclaims:\n    -   id: a\n        claim: c\n        note:   # none\n‹        rulings:\n@12\n›",
        "question: q\nclaims:\n  -\n    id: a\n    claim: one\n      and more\n\n      still\n‹    rulings:\n@6\n›...\n---\nquestion: r\nclaims: [b]\n",
        "question: r\nclaims: [b]\n---\n# x\nquestion: q\nclaims:\n  - &x\n    id: a\n    claim: \"c\n\n      d\" # e\n‹    rulings:\n@6\n›  - &y id: b2\n    claim: *y\n",
        "question: q\nclaims:\n  - &y id: a\n    claim: *y\n‹    rulings:\n@6\n›",
        "question: q\nclaims:\n  - ? id\n    : a\n    ? claim\n    : c\n‹    rulings:\n@6\n›  - x\n",
        "question: q\nclaims:\n  - \"id\": a\n    'claim': c\n    implies: [\n      b\n    ]\n‹    rulings:\n@6\n›  - b\ncompatible: true\n",
    ] {
        check(marked, false);
    }
}

#[test]
fn a_claim_whose_last_field_is_a_block_of_text() {
    for marked in [
        "question: q\nclaims:\n  - id: a\n    claim: >-\n      c\n      d\n‹    rulings:\n@6\n›\n  - b\n",
        "question: q\nclaims:\n  - id: a\n    claim: |\n      c\n      # d\n\n      e\n‹    rulings:\n@6\n›\n\n# f\n",
        "question: q\nclaims:\n  - id: a\n    claim: |+\n      c\n\n\n‹    rulings:\n@6\n›  - b\n",
        "question: q\nclaims:\n  - id: a\n    claim: >+ # x\n      c\n\n‹    rulings:\n@6\n›    # y\n  - b\n",
        "question: q\nclaims:\n  - id: a\n    claim: |+\n      c\n  \n\n‹    rulings:\n@6\n›",
        "question: q\nclaims:\n  - id: a\n    claim: c\n    note: |2\n        c‹\n    rulings:\n@6›",
        "question: q\nclaims:\n  - id: a\n    claim: c\n    note: |+\n      c‹\n    rulings:\n@6›",
    ] {
        check(marked, false);
    }
}

#[test]
fn a_claim_with_rulings() {
    let first = "source: t\n        stance: mixed\n        because: x";
    for marked in [
        "question: q\nclaims:\n  - id: a\n    rulings:\n      - F # y\n‹@6\n›    claim: c\n",
        "question: q\nclaims:\n  - id: a\n    rulings:\n    - source: t\n      stance: mixed\n      because: x\n‹@4\n›\n    claim: c\n",
        "question: q\nclaims:\n  - id: a\n    claim: c\n    rulings: # mine\n      # the first\n      -\n        F‹\n@6›",
        "question: q\nclaims:\n  - id: a\n    claim: c\n    rulings: &z\n      - {source: t, stance: mixed, because: x}\n‹@6\n›      # end\n",
        "question: q\nclaims:\n  - id: a\n    claim: c\n    rulings:\n      - &z {source: t, stance: mixed, because: x}\n‹@6\n›  - id: b\n    claim: d\n    rulings: [*z]\n",
        "question: q\nclaims:\n  - id: a\n    claim: c\n    rulings:\n      - F\n          and\n\n          more\n‹@6\n›\n  - b\n",
        "question: q\nclaims:\n  - id: a\n    claim: c\n    rulings: [{source: t, stance: mixed, because: x}‹, @J›] # y\n  - b\n",
        "question: q\nclaims:\n  - id: a\n    claim: c\n    rulings: [\n      {source: t, stance: mixed, because: x}‹, @J›, # y\n    ]\n",
        "question: q\nclaims:\n  - id: a\n    claim: c\n    rulings: [‹@J›]\n",
        "question: q\nclaims:\n  - id: a\n    claim: c\n    rulings: [‹@J› # none\n    ]\n",
        "question: q\nclaims:\n  - id: a\n    claim: c\n    rulings:\n‹@6\n›  - b\n",
        "question: q\nclaims:\n  - id: a\n    rulings: # none\n‹@6\n›      # yet\n\n    claim: c",
        "question: q\nclaims:\n  - id: a\n    rulings:« ~» # none\n‹@6\n›    claim: c\n",
        "question: q\nclaims:\n- id: a\n  claim: c\n  rulings:« null»‹\n@2›",
        "question: q\nclaims:\n- id: a\n  claim: c\n  rulings:‹\n@2›",
    ] {
        check(&marked.replace('F', first), false);
    }
}

#[test]
fn a_ruling_that_makes_way() {
    let fields =
        "source: s\n        stance: mixed\n        because: b\n        on: 2025-01-02\n        quote: q";
    for marked in [
        "question: q\nclaims:\n  - id: a\n    claim: c\n    rulings:\n      # t\n      - {source: t, stance: mixed, because: x}\n      - «source: s # odd\n        stance: silent\n        because: x\n        by: me»‹F› # z\n      # u\n      - {source: u, stance: mixed, because: x}\n",
        "question: q\nclaims:\n  - id: a\n    claim: c\n    rulings:\n      - # odd\n        «stance: silent\n        because: >\n          x\n          y\n        source: s»‹F›\n\n  - b\n",
        "question: q\nclaims:\n  - id: a\n    claim: c\n    rulings:\n      - «{source: s, stance: mixed,\n        because: x}»‹@J› # z\n",
        "question: q\nclaims:\n  - id: a\n    claim: c\n    rulings: [{source: t, stance: mixed, because: x}, «{source: s, stance: mixed, because: x}»‹@J›, ]\n",
        "question: q\nclaims:\n  - {id: b, claim: d, rulings: [&z {source: s, stance: silent, because: x}]}\n  - id: a\n    claim: c\n    rulings:\n      - «*z»‹F› # z\n",
        "question: q\nclaims:\n  - id: a\n    claim: c\n    rulings:\n      - «stance: silent\n        source: s\n        because: |+\n          x»‹F›\n\n\n  - b\n",
    ] {
        check(&marked.replace('F', fields), true);
    }
}

#[test]
fn a_claim_that_is_one_sentence() {
    for marked in [
        "question: q\nclaims:\n  - ‹claim: ›a # why\n‹    rulings:\n@6\n›  - b\n",
        "question: q\nclaims:\n- x\n- ‹claim: ›a‹\n  rulings:\n@2›",
        "question: q\nclaims:\n- ‹claim: ›\"a\"\n‹  rulings:\n@2\n›# x\n- 'b'\n",
        "question: q\nclaims:\n- \"x # y\" # z\n- ‹claim: ›'a'\n‹  rulings:\n@2\n›",
        "question: q\nclaims: # x\n  # y\n  -   ‹claim: ›a\n‹      rulings:\n@8\n›",
        "question: q\nclaims:\n  -\n    ‹claim: ›a\n‹    rulings:\n@6\n›",
        "question: q\nclaims:\n  - # x\n    ‹claim: ›a\n‹    rulings:\n@6\n›",
        "question: q\nclaims: &c\n  - ‹claim: ›&x a\n‹    rulings:\n@6\n›  - {id: b, claim: b, note: *x}\n",
        "question: q\nclaims:\n  - {id: b, claim: b, note: &x a}\n  - ‹claim: ›*x\n‹    rulings:\n@6\n›  - d\n",
        "question: q\nclaims:\n  - ‹claim: ›!!str a\n‹    rulings:\n@6\n›",
        "question: q\nclaims:\n- {claim: x,\n  note: y}\n- ‹claim: ›a\n‹  rulings:\n@2\n›",
        "question: q\nclaims:\n- claim: x\n  note: # y\n- ‹claim: ›a\n‹  rulings:\n@2\n›",
        "question: q\nclaims:\n- |\n  x\n\n# y\n- ‹claim: ›a\n‹  rulings:\n@2\n›",
        "{question: p, claims: [x]}\n---\nquestion: q\nclaims:\n- ‹claim: ›a\n‹  rulings:\n@2\n›---\nquestion: r\nclaims: [y]\n",
    ] {
        check(marked, false);
    }
}

#[test]
fn a_sentence_of_several_lines() {
    for marked in [
        "question: q\nclaims:\n- ‹claim: ›&x\n‹  ›  a\n‹  rulings:\n@2\n›",
        "question: q\nclaims:\n- ‹claim: ›>\n‹  ›  a\n‹  rulings:\n@2\n›\n- b\n",
        "question: q\nclaims:\n- ‹claim: ›|- # x\n     a\n‹  rulings:\n@2\n›\n- b\n",
        "question: q\nclaims:\n- ‹claim: ›|+\n    a\n\n‹  rulings:\n@2\n›- b\n",
        "question: q\nclaims:\n- ‹claim: ›>2\n‹  ›  a\n‹  rulings:\n@2\n›- b\n",
        "question: q\nclaims:\n- ‹claim: ›\"a\\\n‹  ›  \"\n‹  rulings:\n@2\n›- b\n",
        "question: q\nclaims:\n-\n    ‹claim: ›>\n‹  ›    a\n‹    rulings:\n@4\n›- b\n",
    ] {
        check(marked, false);
    }
    let text = "question: q\nclaims:\n- id: b\n  claim: b\n- ‹claim: ›one\n‹  ›  instead\n\n‹  ›  of two # x\n‹  rulings:\n@2\n›";
    let before = super::without(text, '‹', '›');
    let edited = super::edit(&before, "one-instead-of-two", false).unwrap().text;
    let after = text.replace(['‹', '›'], "").replace("@2", &super::in_block(2));
    assert_eq!(edited, after);
}
