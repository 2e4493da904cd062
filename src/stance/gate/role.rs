//! Who did what to whom: the same words in other roles do not say the same.

use crate::english;
use crate::matcher::is_reporting;
use crate::stance::held::Held;
use crate::text::{Case, Document, TokenKind};
use crate::value::{self, Mention};

use super::pairing::Pair;
use super::{
    Effect, Found, Gate, antecedent, argument, clause, compared, complement, contest, doer, exchange,
    figures_compared, filler, identity, kin, moment, object, office, place, possession, stage, superlative,
    teller,
};

/// How far before a verb its auxiliary may stand.
const AUXILIARY_REACH: usize = 3;

/// How far from its verb a subject or object may stand.
const NEAR_VERB: usize = 8;

/// The same for a subject and an object that are no names: many a noun stands about a verb.
const BESIDE_VERB: usize = 4;

/// How far after a passive verb its "by" may stand.
const BY_REACH: usize = 6;

/// Asks.
pub(super) fn ask(held: &Held<'_>, pairs: &[Pair<'_>]) -> Found {
    if let Some(because) = belongs_to_another(held)
        .or_else(|| kin::followers(held).map(|words| format!("is about “{}”", held.words(&words))))
        .or_else(|| exchanged(held))
        .or_else(|| exchanged_places(held))
        .or_else(|| contest::is_decided_otherwise(held))
        .or_else(|| stage::not_so_far(held))
        .or_else(|| teller::another_side(held))
        .or_else(|| exchange::of_names(held))
        .or_else(|| exchange::of_result(held))
        .or_else(|| demoted(held))
        .or_else(|| {
            exchange::done_to(held).map(|other| format!("done to “{}”", held.words(&(other..other + 1))))
        })
        .or_else(|| office::another(held))
        .or_else(|| office::held_once(held))
        .or_else(|| kin::instead(held).map(|words| format!("of “{words}” instead")))
        .or_else(|| ranked_lower(held))
        .or_else(|| one_more(held))
        .or_else(|| compared_the_other_way(held))
        .or_else(|| in_another_order(held))
        .or_else(|| argument::of_another(held).map(|other| format!("told of “{other}”")))
        .or_else(|| {
            moment::of_something_else(held, pairs).map(|words| format!("told of “{}”", held.words(&words)))
        })
        .or_else(|| identity::not_linked(held).map(|words| format!("told as “{}”", held.words(&words))))
        .or_else(|| identity::borne_by_another(held).map(|name| format!("told of “{}”", held.words(&name))))
        .or_else(|| identity::another_from_there(held).map(|name| format!("told of “{}”", held.words(&name))))
        .or_else(|| identity::of_another(held).map(|words| format!("told of “{}”", held.words(&words))))
        .or_else(|| antecedent::another(held).map(|words| format!("told of “{}”", held.words(&words))))
        .or_else(|| {
            object::another_number(held, pairs).map(|other| format!("told of “{}”", held.words(&other)))
        })
        .or_else(|| object::another(held).map(|other| format!("told of “{}”", held.words(&other))))
        .or_else(|| doer::instead(held).map(|other| format!("told of “{other}”")))
        .or_else(|| possession::denied(held).map(|verb| format!("only “{}”", held.words(&verb))))
        .or_else(|| filler::name_in_its_place(held).map(|place| format!("told of “{}”", held.words(&place))))
        .or_else(|| compared::stands_beside(held).map(|words| format!("told of another, “{words}”")))
        .or_else(|| compared::with_another(held).map(|words| format!("“{words}” instead")))
        .or_else(|| compared::is_called_so(held).map(|name| format!("told of “{name}”")))
        .or_else(|| goes_with_another(held, pairs))
        .or_else(|| figures_compared::the_other_way(held))
        .or_else(|| clause::is_measured_the_other_way(held).then(|| "measured by something else".to_owned()))
    {
        return Found::new(Gate::Roles, Effect::Block, 0.6, because);
    }
    let place = place::elsewhere(held).or_else(|| place::another(held)).or_else(|| place::beside_verb(held));
    place.map_or_else(
        || Found::nothing(Gate::Roles),
        |place| {
            let because = format!("“{}” instead", held.words(&place));
            Found::new(Gate::Roles, Effect::Block, 0.6, because).by(place.end - 1)
        },
    )
}

fn goes_with_another(held: &Held<'_>, pairs: &[Pair<'_>]) -> Option<String> {
    let (word, other) = complement::of_another(held, pairs)?;
    Some(format!("“{}” goes with “{}”", held.words(&(word..word + 1)), held.words(&(other..other + 1))))
}

/// The claim is about somebody or something; the passage about their cousin, wing or wife, of whom it says the same.
fn belongs_to_another(held: &Held<'_>) -> Option<String> {
    let text = held.document();
    let claim = &held.phrasing.document;
    let pairs: Vec<(usize, usize)> = held.alignment.pairs(held.phrasing).collect();
    let &(first, _) = pairs.first()?;
    let subject = held.phrasing.names.iter().find(|name| name.core.contains(&first));
    let last = subject.map_or(first, |name| name.core.end - 1);
    let &(p, owner) = pairs.iter().rev().find(|&&(p, _)| p == last)?;
    if claim.is_possessive(p) || !text.is_possessive(owner) {
        return None;
    }
    let owned = (owner + 1..held.tokens.end).take(3).find(|&i| text.tokens()[i].is_word())?;
    let aligned = |token: usize| pairs.iter().any(|&(_, other)| other == token);
    let end = held.tokens.end.min(owned + 3);
    let predicate =
        (owned + 1..end).find(|&i| aligned(i) || matches!(text.folded(i), "is" | "was" | "has" | "had"))?;
    // "Amess's brutal killing" is still about Amess.
    let about_owner = aligned(owned) || text.folded(predicate).ends_with("ing");
    (!about_owner).then(|| format!("is about “{}”", held.words(&(owner..owned + 1))))
}

/// Subject and object of the claim's verb stand the other way round, in the same voice; or the same way round in the
/// other voice.
fn exchanged(held: &Held<'_>) -> Option<String> {
    let claim = &held.phrasing.document;
    let text = held.document();
    let pairs: Vec<(usize, usize)> = held.alignment.pairs(held.phrasing).collect();
    let names = |p: usize| held.phrasing.names.iter().any(|name| name.core.contains(&p));
    let verb = (1..pairs.len().saturating_sub(1))
        .find(|&i| !names(pairs[i].0) && is_predicate(claim, pairs[i].0))?;
    // "“It is safe,” *said* Holm."
    if is_mutual(claim.folded(pairs[verb].0)) || is_reporting(claim.folded(pairs[verb].0)) {
        return None;
    }
    let (before, after) = (pairs[verb - 1], pairs[verb + 1]);
    let noun = |p: usize| english::parts_of_speech(&english::stem(claim.folded(p))).contains('n');
    let named = names(before.0) || names(after.0);
    if !(named || noun(before.0) && noun(after.0)) {
        return None;
    }
    let (v, s, o) = (pairs[verb].1, before.1, after.1);
    let nominal = text.tokens()[v].case != Case::Lower
        || !english::is_verb(text, v) && !english::is_past_form(text.folded(v))
        || v.checked_sub(1).is_some_and(|i| {
            matches!(text.folded(i), "the" | "a" | "an" | "of" | "his" | "her" | "their" | "its")
        });
    let near = if named { NEAR_VERB } else { BESIDE_VERB };
    let apart = |i: usize| !named && (i.min(v)..i.max(v)).any(|i| !text.tokens()[i].is_word());
    if nominal || s.abs_diff(v) > near || o.abs_diff(v) > near || apart(s) || apart(o) {
        return None;
    }
    let same_voice = is_passive(claim, pairs[verb].0) == is_passive(text, v);
    let inverted = o < v && v < s;
    let straight = s < v && v < o;
    let crossed = (inverted && same_voice && !is_relative(text, v))
        || (straight && !same_voice && has_by(text, v) != has_by(claim, pairs[verb].0));
    crossed.then(|| format!("“{}” in another role", text.slice(text.tokens()[s].span)))
}

/// The token before the one at `at`, or before the hyphen between them: "*deputy* mayor", "*ex*-minister".
pub(super) fn before(document: &Document, at: usize) -> Option<usize> {
    let hyphen = at.checked_sub(1).is_some_and(|i| document.folded(i) == "-");
    at.checked_sub(1 + usize::from(hyphen))
}

/// The passage ranks lower what the claim calls the most: "the *second*-largest brewer".
fn ranked_lower(held: &Held<'_>) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let ordinal = |document: &Document, at: usize| {
        before(document, at).filter(|&i| {
            let word = document.folded(i);
            word != "first" && value::is_ordinal(word)
        })
    };
    held.alignment.pairs(held.phrasing).find_map(|(p, q)| {
        let superlative = superlative::is_superlative(text.folded(q));
        // "*One of* the richest men" need not be the richest.
        let one_of = |document: &Document, at: usize| {
            let of = at.checked_sub(2).filter(|&of| document.folded(of + 1) == "the")?;
            let one = of.checked_sub(1).filter(|_| document.folded(of) == "of")?;
            (document.folded(one) == "one").then_some(one)
        };
        let lower = ordinal(text, q)
            .filter(|_| ordinal(claim, p).is_none())
            .or_else(|| one_of(text, q).filter(|_| one_of(claim, p).is_none()))
            .filter(|_| superlative)?;
        Some(format!("“{}” instead", held.words(&(lower..q + 1))))
    })
}

/// How far from its "than" what is compared stands at most.
const COMPARED: usize = 5;

/// The claim's "than" stands before the one that the passage's stands after: "A is deeper than B", "B is deeper than A".
fn compared_the_other_way(held: &Held<'_>) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let than = held.phrasing.tokens().find(|&i| claim.folded(i) == "than")?;
    let pairs: Vec<(usize, usize)> = held.alignment.pairs(held.phrasing).collect();
    let valued = |p: usize| held.phrasing.mentions.iter().any(|mention| mention.tokens.contains(&p));
    let is = held.phrasing.tokens().find(|&i| english::is_verb(claim, i)).filter(|&is| is < than)?;
    let (_, one) = *pairs.iter().rev().find(|&&(p, _)| p < is)?;
    let (other, compared) = *pairs.iter().rev().find(|&&(p, _)| p > than && p < than + COMPARED)?;
    let reported = held.sentence_of(one)?.find(|&i| text.folded(i) == "than")?;
    let crossed = compared < reported && (reported + 1..reported + COMPARED).contains(&one);
    (crossed && !valued(other)).then(|| format!("“{}” in another role", held.words(&(one..one + 1))))
}

/// What the claim says comes first comes second: "reached it *before* the roof fell in", "the roof fell in *before* they reached it".
fn in_another_order(held: &Held<'_>) -> Option<String> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let order = |word: &str| matches!(word, "after" | "before");
    let named = held.phrasing.tokens().find(|&i| order(claim.folded(i)))?;
    let (_, first) = held.alignment.pairs(held.phrasing).next()?;
    let sentence = held.sentence_of(first)?;
    let pairs: Vec<(usize, usize)> =
        held.alignment.pairs(held.phrasing).filter(|(_, q)| sentence.contains(q)).collect();
    let mut sentence = sentence;
    let there = sentence.find(|&i| order(text.folded(i)))?;
    let same = claim.folded(named) == text.folded(there);
    let parted = |pairs: &[(usize, usize)]| {
        pairs.iter().any(|&(p, _)| p < named) && pairs.iter().any(|&(p, _)| p > named)
    };
    // Who did both stands where it stands: "sacked after *he* complained".
    let deeds: Vec<(usize, usize)> =
        pairs.iter().copied().filter(|&(p, _)| english::is_verb(claim, p)).collect();
    let told = if parted(&deeds) { &deeds } else { &pairs };
    let straight = told.iter().all(|&(p, q)| (p < named) == (q < there));
    let crossed = told.iter().all(|&(p, q)| (p < named) != (q < there));
    (parted(told) && (same && crossed || !same && straight))
        .then(|| format!("“{}” in another order", held.words(&(there..there + 1))))
}

/// How many tokens before its noun an "another" stands at most: "*another* bus route".
const MORE_REACH: usize = 2;

/// The passage begins what it tells with one more of the kind that the claim speaks of: "*another* bus route will be axed".
fn one_more(held: &Held<'_>) -> Option<String> {
    let text = held.document();
    let first = held.phrasing.frame.iter().find(|word| word.token.is_some())?;
    let (p, q) = held.alignment.pairs(held.phrasing).next().filter(|&(p, _)| first.token == Some(p))?;
    let verb = |i: usize| english::is_verb(text, i);
    let more = (q.saturating_sub(MORE_REACH)..q)
        .rev()
        .take_while(|&i| text.tokens()[i].is_word() && !verb(i))
        .find(|&i| matches!(text.folded(i), "another" | "other"))?;
    let either = more.checked_sub(1).is_some_and(|i| matches!(text.folded(i), "each" | "the" | "every"));
    let the = held.phrasing.tokens().next().is_some_and(|i| held.phrasing.document.folded(i) == "the");
    (the && !first.name && !either && p <= MORE_REACH)
        .then(|| format!("told of “{}”", held.words(&(more..q + 1))))
}

/// Whether what the verb (folded) tells of one holds of the other as well: "A met B", "B agreed it with A".
pub(super) fn is_mutual(verb: &str) -> bool {
    matches!(
        english::stem(verb).as_ref(),
        "agre"
            | "border"
            | "clash"
            | "collid"
            | "divorc"
            | "draw"
            | "face"
            | "fight"
            | "kiss"
            | "marri"
            | "meet"
            | "merg"
            | "negoti"
            | "resembl"
            | "rival"
            | "wed"
    )
}

/// The claim's subject is only where or for whom something happens: "the state has", "Hollis has ... in the state".
fn demoted(held: &Held<'_>) -> Option<String> {
    let claim = &held.phrasing.document;
    let text = held.document();
    let pairs: Vec<(usize, usize)> = held.alignment.pairs(held.phrasing).collect();
    let &(p, q) = pairs.first().filter(|&&(p, _)| p <= 1)?;
    let finite = |document: &Document, i: usize| {
        i < document.tokens().len()
            && matches!(document.folded(i), "has" | "have" | "had" | "is" | "was" | "are" | "were" | "will")
    };
    let verb = (held.tokens.start..q).find(|&i| finite(text, i))?;
    let subject_is_other = (held.tokens.start..verb)
        .filter(|&i| english::is_content_word(text, i))
        .all(|i| !pairs.iter().any(|&(_, other)| other == i));
    let determiner =
        q.checked_sub(1).filter(|&i| matches!(text.folded(i), "the" | "a" | "an" | "its" | "their"));
    let before = determiner.unwrap_or(q).checked_sub(1)?;
    let placed = before > verb
        && matches!(text.folded(before), "in" | "for" | "at" | "near" | "with" | "from" | "outside");
    // "Leapt from the bridge, *built* in 1887".
    let described = text.folded_or_empty(q + 1) == "," && pairs.iter().any(|&(_, other)| other == q + 2);
    // "The parliament has 120 seats", "all 65 seats in the parliament".
    let counted = |mention: &&Mention| {
        let counted = mention.counted.as_ref();
        counted.is_some_and(|counted| counted.end == before && counted.clone().any(|i| held.is_aligned(i)))
    };
    let has = matches!(claim.folded_or_empty(p + 1), "had" | "has" | "have")
        && text.folded(before) == "in"
        && !matches!(text.folded(verb), "had" | "has" | "have")
        && held.mentions().iter().copied().any(|mention| counted(&mention));
    (finite(claim, p + 1) && subject_is_other && placed && !described && !has)
        .then(|| format!("“{}” in another role", held.words(&(q..q + 1))))
}

/// Two names stand behind each other's prepositions: "from Oslo to Bergen", "from Bergen to Oslo".
fn exchanged_places(held: &Held<'_>) -> Option<String> {
    let behind = |document: &Document, token: usize| {
        let word = document.folded(token.checked_sub(1)?);
        matches!(word, "from" | "to" | "against" | "over" | "by" | "into").then(|| word.to_owned())
    };
    let claim = &held.phrasing.document;
    let places: Vec<(usize, String, Option<String>)> = held
        .alignment
        .pairs(held.phrasing)
        .filter(|&(p, _)| held.phrasing.names.iter().any(|name| name.tokens.start == p))
        .map(|(p, q)| (q, behind(claim, p).unwrap_or_default(), behind(held.document(), q)))
        .collect();
    places.iter().enumerate().find_map(|(i, (q, claimed, reported))| {
        let reported = reported.as_ref().filter(|reported| *reported != claimed)?;
        let taken_over = places.iter().enumerate().any(|(j, (_, other, _))| i != j && other == reported);
        taken_over.then(|| format!("“{}” in another role", held.words(&(*q..q + 1))))
    })
}

/// Directly after its subject or an auxiliary: "rescued" in "the crew rescued Tom", not in "the rescued crew".
fn is_predicate(document: &Document, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return false };
    let word = document.folded(token);
    // "*Must* pay", "has *to* pay".
    if matches!(document.folded(before), "must" | "to" | "will") && english::is_verb(document, token) {
        return true;
    }
    let inflected =
        english::is_irregular(word) || ["ed", "s", "en", "t"].iter().any(|ending| word.ends_with(ending));
    inflected
        && document.tokens()[before].is_word()
        && !matches!(
            document.folded(before),
            "the"
                | "a"
                | "an"
                | "of"
                | "his"
                | "her"
                | "their"
                | "its"
                | "in"
                | "on"
                | "for"
                | "with"
                | "by"
                | "to"
                | "at"
                | "and"
        )
}

fn is_passive(document: &Document, verb: usize) -> bool {
    let word = document.folded(verb);
    let participle = english::is_past_form(word) || word.ends_with("en") || word.ends_with('t');
    let auxiliary = (verb.saturating_sub(AUXILIARY_REACH)..verb)
        .any(|i| matches!(document.folded(i), "is" | "was" | "are" | "were" | "been" | "be" | "being"));
    // "Rejected *the appeal* by the directors", "threw out *the lawsuit* brought by them".
    let particle = matches!(
        document.folded_or_empty(verb + 1),
        "away" | "back" | "down" | "off" | "on" | "out" | "over" | "up"
    );
    let next = verb + 1 + usize::from(particle);
    let has_object = document.tokens().get(next).is_some_and(|token| {
        english::begins_object(document.folded(next)) || token.is_word() && token.case != Case::Lower
    });
    participle && (auxiliary || !has_object && has_by(document, verb))
}

fn has_by(document: &Document, verb: usize) -> bool {
    // "Won by *three* goals to one", "rose by 12%" was done by nobody.
    let counted = |i: usize| {
        let token = document.tokens().get(i);
        let in_digits =
            token.is_some_and(|token| matches!(token.kind, TokenKind::Number | TokenKind::Symbol));
        // "By half a point", "by a quarter".
        let part = |i: usize| {
            matches!(document.folded_or_empty(i), "fifth" | "half" | "quarter" | "tenth" | "third")
        };
        let word = document.folded(i);
        let counts = value::is_number_word(word) || matches!(word, "about" | "almost" | "nearly" | "some");
        in_digits || counts || part(i) || word == "a" && part(i + 1)
    };
    (verb + 1..document.tokens().len().min(verb + 1 + BY_REACH))
        .any(|i| document.folded(i) == "by" && i + 1 < document.tokens().len() && !counted(i + 1))
}

/// "the crew that Tom rescued": the object stands first in a relative clause.
fn is_relative(document: &Document, verb: usize) -> bool {
    (verb.saturating_sub(4)..verb).any(|i| matches!(document.folded(i), "that" | "which" | "whom" | "who"))
}
