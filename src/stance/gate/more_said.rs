//! Does the passage say more beside an opposite of the claim's word than the claim does, so that both may hold: of a part, "*online* sales
//! fell", of another time or place, with a bound or a condition?

use std::ops::Range;

use crate::english::{self, Direction};
use crate::matcher::is_reporting;
use crate::stance::held::Held;
use crate::text::{Case, Document, TokenKind, WordSet};
use crate::value::name::Name;
use crate::value::{Kind, Mention, Relation};

use super::clause::contrasts;
use super::pairing::is_telling;
use super::when_said::{is_of_base, is_of_the_news, since_when, value_at};
use super::{grammar, scope, subject};

/// Small words that bound what is said, or leave it open: in time, in place, by a condition, by a plan.
static BOUNDS: WordSet = WordSet::of(&[
    "after",
    "almost",
    "before",
    "can",
    "could",
    "except",
    "excluding",
    "had",
    "if",
    "may",
    "might",
    "must",
    "no",
    "not",
    "outside",
    "should",
    "since",
    "till",
    "unless",
    "until",
    "will",
    "would",
]);

/// How many tokens before a word its "is" or "was" stands at most.
const TENSE_REACH: usize = 2;

/// How many figures that hardly turn up twice by chance show, where they agree, that both speak of the same.
const SAME_FIGURES: usize = 2;

/// Whether the clauses of the passage that answer the claim say more than it does, beside the word at `reported`: of a part
/// ("*online* sales rose"), of another time or place, with a bound or a condition. What they say may then hold beside the
/// claim.
pub(super) fn says_more(held: &Held<'_>, token: usize, reported: usize) -> bool {
    let Some(sentence) = held.sentence_of(reported) else { return true };
    let text = held.document();
    let is_of_period = is_result(text.folded(reported)) || Direction::of(text.folded(reported)).is_some();
    let agreed = |mention: &Mention| {
        let own = held.phrasing.mentions.iter().map(|claimed| &claimed.value);
        let mut claimed = own.chain(&held.phrasing.dates);
        claimed.any(|claimed| match claimed.compare(&mention.value) {
            Some(Relation::Equal) => true,
            // A loss in a quarter leaves a profit in the year.
            Some(Relation::Within) => !(mention.value.kind.is_dated() && is_of_period),
            _ => false,
        })
    };
    if is_of_another_tense(held, token, reported) {
        return true;
    }
    if has_same_figures(held, &sentence) {
        return false;
    }
    let evident = |i: usize| i == reported || held.is_aligned(i) || value_at(held, i).is_some_and(&agreed);
    let first_time = since_when(held, &sentence);
    // "A profit for the last *three months* of the year".
    let spans = |i: usize| {
        is_of_period
            && value_at(held, i).is_some_and(|mention| {
                let next = text.folded_or_empty(mention.tokens.end);
                mention.value.kind == Kind::Duration && matches!(next, "ended" | "ending" | "of")
            })
    };
    let more = |i: usize| {
        !evident(i)
            && (restricts(held, i) || spans(i))
            && !is_of_base(held, i)
            && !is_of_the_news(held, i)
            && !first_time.contains(&i)
            && !names_the_known(held, i)
            && !only_tells(held, &sentence, i, reported)
    };
    let named = |i: usize| held.names().iter().any(|name| name.tokens.contains(&i));
    // "Abbot hugged his wife *after the jury acquitted him*": what else is told of one whom the claim names is no part of it.
    let goes_on = |clause: &[usize]| {
        let before = clause.first().and_then(|first| first.checked_sub(1));
        before.is_some_and(|and| begins_predicate(text, and, reported))
    };
    let tells = |clause: &[usize]| {
        clause.contains(&reported) || clause.iter().any(|&i| evident(i) && !named(i)) && !goes_on(clause)
    };
    let tokens: Vec<usize> = sentence.clone().collect();
    let mut clauses = tokens.split(|&i| {
        ends_clause(text, i)
            || gives_cause(text, i)
            || begins_predicate(text, i, reported)
            || i > reported && gives_purpose(held, i)
    });
    clauses.any(|clause| tells(clause) && clause.iter().any(|&i| more(i)))
}

/// Whether two figures of the claim stand in the sentence that hardly turn up there together by chance.
pub(super) fn has_same_figures(held: &Held<'_>, sentence: &Range<usize>) -> bool {
    let telling =
        |mention: &Mention| mention.value.number().is_some_and(is_telling) && !mention.value.kind.is_dated();
    let claimed = |mention: &Mention| {
        let mut own = held.phrasing.mentions.iter();
        own.any(|own| own.value.compare(&mention.value) == Some(Relation::Equal))
    };
    let there = held.mentions().iter().filter(|mention| sentence.contains(&mention.tokens.start));
    there.filter(|mention| telling(mention) && claimed(mention)).count() >= SAME_FIGURES
}

/// Whether the word at `at` only tells who says so ("*the bureau said* prices rose"), who is meant by a name of the claim ("*President
/// Ted* Malloy"), or what the word at `reported` says ("*posted a net* profit", "*fell*, sliding 3%", "the inflation *rate* fell").
fn only_tells(held: &Held<'_>, sentence: &Range<usize>, at: usize, reported: usize) -> bool {
    let text = held.document();
    let word = text.folded(at);
    let says_so = || {
        let verb = (at..reported).find(|&i| is_reporting(text.folded(i)) && english::is_verb(text, i));
        verb.is_some_and(|verb| !(sentence.start..verb).any(|i| held.is_aligned(i) || ends_clause(text, i)))
    };
    // Not "Siemens *Energy*".
    let short = |q: usize| {
        let claim = &held.phrasing.document;
        held.alignment.pairs(held.phrasing).any(|(p, own)| own == q && claim.tokens()[p].case == Case::Upper)
    };
    let is_meant = |name: &Name, i: usize| {
        // "*Novelist* Ewan Tarrow".
        let person = |q: usize| held.is_aligned(q) && english::names_persons(text.folded(q));
        let given = |q: usize| {
            english::given_name(text.folded(q)).is_some() || english::zipf(text.folded(q)).is_none()
        };
        // "Tollmark *Inc*", not "Siemens *Energy*".
        let form = || i > name.core.start && FORMS.contains(text.folded(i));
        held.is_aligned(i)
            || form() && (name.core.start..i).any(|q| held.is_aligned(q))
            || given(i) && (i..name.core.end).any(|q| held.is_aligned(q))
            || (name.tokens.start.saturating_sub(1)..i).any(person)
            || name.core.clone().any(short)
    };
    let is_known = |i: usize| held.names().iter().any(|name| name.tokens.contains(&i) && is_meant(name, i));
    // "*Hotel group* Maravel", "*President* Monroy".
    let describes = || {
        let says = |i: &usize| {
            let word = text.folded(*i);
            english::is_content_word(text, *i) && !english::is_verb(text, *i) && !BOUNDS.contains(word)
        };
        let first = (sentence.start..at).rev().take_while(says).last().unwrap_or(at);
        // "In *rural* Morland" is a part of it.
        let led =
            first.checked_sub(1).is_some_and(|i| sentence.contains(&i) && grammar::is_preposition(text, i));
        let next = (at..sentence.end).find(|i| !says(i) || is_known(*i));
        !led && next.is_some_and(is_known) && next.is_some_and(|next| next <= at + DESCRIBED)
    };
    let way = Direction::of(text.folded(reported));
    let same_way = way.is_some() && Direction::of(word) == way;
    let result = is_result(text.folded(reported));
    let figure = result && (word == "net" || scope::tells(word));
    let amount =
        matches!(word, "figure" | "level" | "rate") && at.checked_sub(1).is_some_and(|i| held.is_aligned(i));
    let stays = matches!(word, "remain" | "remained" | "remains") && at + 1 == reported;
    let counted = held.mentions().iter().any(|mention| {
        mention.counted.as_ref().is_some_and(|counted| counted.contains(&at))
            && mention.tokens.start > reported
    });
    let of_way = counted && (result || way.is_some()) || way.is_some() && says_so();
    // "Has *decided* to keep it": it has it still.
    let resolves = matches!(word, "chose" | "chosen" | "decided" | "opted")
        && text.folded_or_empty(at + 1) == "to"
        && at + 2 == reported
        && matches!(text.folded(reported), "keep" | "maintain" | "remain" | "retain" | "stay");
    resolves || same_way || figure || amount || stays || of_way || is_known(at) || describes()
}

/// Words for the legal form of a firm, which only fill up its name.
#[rustfmt::skip]
static FORMS: WordSet = WordSet::of(&[
    "ag", "co", "company", "corp", "corporation", "inc", "incorporated", "limited", "llc", "ltd", "nv", "plc", "sa", "se",
    "spa",
]);

/// Whether a word (folded) only fills up the name of a firm.
pub(super) fn is_legal_form(word: &str) -> bool {
    FORMS.contains(word)
}

/// Whether a word (folded) is for what somebody made in a period.
fn is_result(word: &str) -> bool {
    matches!(word, "loss" | "profit")
}

/// How many tokens before a name what says who or what it is begins at most.
const DESCRIBED: usize = 3;

/// Whether what else somebody does begins at `at`, behind the word at `reported`: "survived *and is expected* to leave".
fn begins_predicate(document: &Document, at: usize, reported: usize) -> bool {
    let next = at + 1;
    at > reported
        && document.folded(at) == "and"
        && next < document.tokens().len()
        && grammar::is_auxiliary(document, next)
}

/// Whether a word only names what the claim speaks of as known: "in the *Carrick* region", for "in the region".
fn names_the_known(held: &Held<'_>, at: usize) -> bool {
    let claim = &held.phrasing.document;
    let named = held.names().iter().any(|name| name.tokens.contains(&at));
    let known = |p: usize| p.checked_sub(1).is_some_and(|the| claim.folded(the) == "the");
    named && held.alignment.pairs(held.phrasing).any(|(p, q)| q == at + 1 && known(p))
}

/// Whether a word of the passage that answers nothing may make what is said that of a part, or of another time or place. How
/// much of something is no such word.
fn restricts(held: &Held<'_>, at: usize) -> bool {
    let text = held.document();
    let word = text.folded(at);
    let counts = |kind: Kind| !kind.is_dated() && kind != Kind::Ordinal;
    if value_at(held, at).is_some_and(|mention| counts(mention.value.kind)) {
        return false;
    }
    // "Acquitted *of all charges*" is no less acquitted.
    let charged = |i: usize| matches!(text.folded(i), "all" | "any" | "both");
    if matches!(word, "charges" | "counts") && at.checked_sub(1).is_some_and(charged) {
        return false;
    }
    // "By half a *percentage point*", "to a *record*".
    if matches!(word, "percentage" | "point" | "points" | "record") || stands_for_named(held, at) {
        return false;
    }
    if is_of_its_unit(held, at) || only_says_how(held, at) {
        return false;
    }
    let bounds = BOUNDS.contains(word) && !scope::in_claim(held, word);
    let says = grammar::says(text, at);
    let harmless =
        word.len() > 3 && word.ends_with("ly") || is_reporting(word) || held.phrasing.has_said(word);
    bounds || says && !harmless && !subject::names_amount(text, at)
}

/// How many tokens a unit has at most after its "per": "14 euros per *square metre*".
const UNIT: usize = 2;

/// Whether a word belongs to the unit of an amount.
fn is_of_its_unit(held: &Held<'_>, at: usize) -> bool {
    let text = held.document();
    // "14 tonnes per *irrigated* hectare".
    if scope::in_claim(held, "per") {
        return false;
    }
    let per = (at.saturating_sub(UNIT)..at).rev().find(|&i| text.folded(i) == "per");
    per.and_then(|per| per.checked_sub(1)).is_some_and(|i| value_at(held, i).is_some())
}

/// Words for the one rate that a central bank sets.
static POLICY: WordSet = WordSet::of(&["base", "benchmark", "key", "main", "official", "policy"]);

/// Whether a word says how much or how something was, or which rate is meant, by which it is no less so: "by a *margin* of 212", "from
/// the *start*", "signed it into *law*", "its *benchmark* rate".
fn only_says_how(held: &Held<'_>, at: usize) -> bool {
    let text = held.document();
    let before = |back: usize| at.checked_sub(back).map_or("", |i| text.folded(i));
    let near = |word: &str| (1..=3).any(|back| before(back) == word);
    match text.folded(at) {
        "margin" => near("by"),
        "beginning" | "outset" | "start" => before(1) == "the" && before(2) == "from",
        "law" => before(1) == "into",
        // "Its *benchmark* rate", for "its key rate".
        word if POLICY.contains(word) => {
            let rate = |document: &Document, i: usize| {
                let interest = usize::from(document.folded_or_empty(i) == "interest");
                matches!(document.folded_or_empty(i + interest), "rate" | "rates")
            };
            let claim = &held.phrasing.document;
            let own = |i: usize| POLICY.contains(claim.folded(i)) && rate(claim, i + 1);
            rate(text, at + 1) && held.phrasing.tokens().any(own)
        }
        _ => false,
    }
}

/// Nouns for a firm, a club or an office that has been named before.
#[rustfmt::skip]
static STANDING: WordSet = WordSet::of(&[
    "airline", "association", "automaker", "bank", "brewer", "builder", "business", "carmaker", "carrier", "chain",
    "charity", "chipmaker", "club", "company", "corporation", "developer", "drugmaker", "firm", "giant", "grocer",
    "group", "insurer", "lender", "manufacturer", "miner", "operator", "organisation", "organization", "party",
    "publisher", "retailer", "side", "supermarket", "team", "union",
]);

/// Whether "the firm" stands for the one that the claim is about, which the sentence names before.
fn stands_for_named(held: &Held<'_>, at: usize) -> bool {
    let text = held.document();
    let the = at.checked_sub(1).is_some_and(|i| text.folded(i) == "the");
    let Some(sentence) = held.sentence_of(at) else { return false };
    let own = |name: &Name| name.core.clone().any(|i| held.is_aligned(i));
    // "Nordavia will cut 1,100 jobs. *The airline* posted a loss."
    let before = || {
        let index = text.sentences().partition_point(|one| one.tokens.end <= sentence.start);
        let last = index.checked_sub(1).map(|last| text.sentences()[last].tokens.clone()).unwrap_or_default();
        let named = held.names().iter().filter(|name| last.contains(&name.tokens.start));
        let mut named = named.peekable();
        at == sentence.start + 1 && named.peek().is_some() && named.all(|name| own(name))
    };
    the && STANDING.contains(text.folded(at))
        && is_verb_at(text, at + 1)
        && (held.names().iter().any(|name| (sentence.start..at).contains(&name.tokens.start) && own(name))
            || before())
}

/// Whether a token leads to why something was so, or beside what, by which it is no less so: "rose *as* testing expanded".
fn gives_cause(document: &Document, at: usize) -> bool {
    let last = document.tokens().len();
    let clause = |end: usize| (at + 2..end.min(last)).take_while(|&i| !ends_clause(document, i));
    match document.folded(at) {
        "amid" | "because" | "despite" | "due" | "owing" | "thanks" => true,
        // "As expected", "as planned".
        "as" => clause(at + 5).any(|i| is_verb_at(document, i)),
        // "After the firm warned of a loss", not "after the vote".
        "after" => {
            clause(at + 6).any(|i| is_verb_at(document, i) && english::is_past_form(document.folded(i)))
        }
        _ => false,
    }
}

/// Whether what something was done for begins at `at`, right behind how much it was: "cut its spending by a tenth *to* save cash", not
/// "lowered the fee to change a booking".
fn gives_purpose(held: &Held<'_>, at: usize) -> bool {
    let text = held.document();
    let valued = at.checked_sub(1).is_some_and(|i| value_at(held, i).is_some());
    let verb = is_verb_at(text, at + 1) && english::is_content_word(text, at + 1);
    text.folded(at) == "to" && valued && verb
}

fn is_verb_at(document: &Document, at: usize) -> bool {
    at < document.tokens().len() && english::is_verb(document, at)
}

/// Whether a token ends a clause, or sets something apart within one.
pub(super) fn ends_clause(document: &Document, at: usize) -> bool {
    let mark = document.tokens()[at].kind == TokenKind::Punctuation && document.folded(at) != "-";
    mark || contrasts(document, at)
}

/// "The road *is* open", "the road *was* closed".
fn is_of_another_tense(held: &Held<'_>, token: usize, reported: usize) -> bool {
    let past = |document: &Document, at: usize| {
        let before = at.saturating_sub(TENSE_REACH)..at;
        before.rev().find_map(|i| match document.folded(i) {
            "is" | "are" => Some(false),
            "was" | "were" | "been" => Some(true),
            _ => None,
        })
    };
    let (claimed, told) = (past(&held.phrasing.document, token), past(held.document(), reported));
    claimed.zip(told).is_some_and(|(claimed, told)| claimed != told)
}
