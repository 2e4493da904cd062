//! A value that agrees with the claimed one, but is told with what makes it another: "412 metres *above sea level*", "the first *since
//! 2009*", "142 years *of ironmaking*" for "142 years ago".

use std::ops::Range;

use crate::english;
use crate::matcher::Likeness;
use crate::stance::held::Held;
use crate::text::{Case, Document};
use crate::value::{Kind, Mention, Relation};

use super::argument::answered;
use super::grammar;

/// The words of the passage that tell its value, `partner`, of something else than the claim tells its own.
pub(super) fn otherwise(held: &Held<'_>, claimed: &Mention, partner: &Mention) -> Option<Range<usize>> {
    lies_from(held, claimed, partner)
        .or_else(|| of_another_extent(held, claimed, partner))
        .or_else(|| of_the_bare_noun(held, claimed, partner))
        .or_else(|| since(held, partner))
        .or_else(|| so_long(held, claimed, partner))
        .or_else(|| of_another_verb(held, claimed, partner))
}

/// "412 metres *above* sea level", where the claim only has a measure.
fn lies_from(held: &Held<'_>, claimed: &Mention, partner: &Mention) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let leads = |document: &Document, value: &Mention| {
        matches!(
            document.folded_or_empty(value.tokens.end),
            "above" | "ahead" | "apart" | "away" | "behind" | "below" | "beyond"
        )
    };
    let end = partner.tokens.end;
    // A mountain is as high as it rises above the sea.
    let high = held
        .phrasing
        .tokens()
        .any(|i| matches!(claim.folded(i), "altitude" | "elevation" | "height" | "high" | "rises" | "tall"));
    let measure = matches!(partner.value.kind, Kind::Measure(_)) && !high;
    (measure && leads(text, partner) && !leads(claim, claimed)).then_some(partner.tokens.start..end + 1)
}

/// Words for which way something extends.
const EXTENTS: [&str; 8] = ["across", "deep", "high", "long", "tall", "thick", "wide", "broad"];

/// "742 metres long and 21 metres *wide*", for "21 metres long".
fn of_another_extent(held: &Held<'_>, claimed: &Mention, partner: &Mention) -> Option<Range<usize>> {
    let extent = |document: &Document, value: &Mention| {
        EXTENTS.into_iter().find(|&extent| document.folded_or_empty(value.tokens.end) == extent)
    };
    let same = |one: &str, other: &str| {
        one == other
            || [
                ("high", "tall"),
                ("tall", "high"),
                ("wide", "broad"),
                ("broad", "wide"),
                ("deep", "high"),
                ("high", "deep"),
            ]
            .contains(&(one, other))
    };
    let (ours, theirs) = (extent(&held.phrasing.document, claimed)?, extent(held.document(), partner)?);
    (!same(ours, theirs)).then(|| partner.tokens.start..partner.tokens.end + 1)
}

/// "Inflation eased to 2.4%. Core inflation …", for the core inflation of 2.4%: the noun in the value's own sentence, without the claim's
/// word before it, which the text only has with it later, and with another value.
fn of_the_bare_noun(held: &Held<'_>, claimed: &Mention, partner: &Mention) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let sentence = held.sentence_of(partner.tokens.start)?;
    let pairs: Vec<(usize, usize)> = held.alignment.pairs(held.phrasing).collect();
    pairs.windows(2).find_map(|pair| {
        let [(modifier, described), (noun, there)] = [pair[0], pair[1]];
        let compound = noun == modifier + 1 && there == described + 1 && described >= sentence.end;
        let subject = !(held.phrasing.tokens().start..=noun).any(|i| english::is_verb(claim, i));
        let plain = claim.tokens()[noun].case == Case::Lower && subject;
        let first = held.everywhere(modifier).all(|i| i >= described);
        let bare = held.everywhere(noun).find(|i| sentence.contains(i) && *i < partner.tokens.start)?;
        let led = bare > sentence.start && english::is_content_word(text, bare - 1);
        let own = held.sentence_of(described)?;
        let has_its_own = held.mentions().iter().any(|value| {
            own.contains(&value.tokens.start)
                && claimed.value.compare(&value.value) == Some(Relation::Conflicts)
        });
        let dated = claimed.value.kind.is_dated();
        (compound && plain && first && !led && has_its_own && !dated).then_some(bare..bare + 1)
    })
}

/// How many tokens after "the first" its "since" stands at most: "the first *woman to receive the prize* since 2009".
const SINCE_REACH: usize = 8;

/// "The first since 2009", where the claim's is the first of all times.
fn since(held: &Held<'_>, partner: &Mention) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let first = partner.value.kind == Kind::Ordinal && partner.value.number() == Some(1.0);
    let timed = |value: &Mention| value.value.kind.is_dated() || value.value.kind == Kind::Duration;
    let claim_is_timed = held.phrasing.mentions.iter().any(timed)
        || held.phrasing.tokens().any(|i| matches!(claim.folded(i), "since" | "year" | "years"));
    let end = held.sentence_of(partner.tokens.start)?.end.min(partner.tokens.end + SINCE_REACH);
    let mut after = (partner.tokens.end..end).take_while(|&i| text.tokens()[i].is_word());
    let since = after.find(|&i| text.folded(i) == "since")?;
    let dated = held
        .mentions()
        .iter()
        .any(|value| value.value.kind.is_dated() && value.tokens.contains(&(since + 1)));
    (first && dated && !claim_is_timed).then_some(since..since + 2)
}

/// "142 years *of* ironmaking", where the claim says how long ago it was.
fn so_long(held: &Held<'_>, claimed: &Mention, partner: &Mention) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let ago = |document: &Document, value: &Mention| {
        (value.tokens.start..=value.tokens.end).any(|i| document.folded_or_empty(i) == "ago")
    };
    let end = partner.tokens.end;
    let of = text.folded_or_empty(end) == "of"
        && english::is_content_word(text, (end + 1).min(text.tokens().len() - 1));
    (ago(claim, claimed) && !ago(text, partner) && of).then_some(partner.tokens.start..end + 1)
}

/// What parts two clauses that each have a subject of their own.
const PARTING: [&str; 4] = [";", "but", "whereas", "while"];

/// The verb of another's clause that has the value, where that of the claim has a clause of its own with another value: "the union is
/// *demanding* 8 percent; the operator has offered 5", for "offered 8 percent".
fn of_another_verb(held: &Held<'_>, claimed: &Mention, partner: &Mention) -> Option<Range<usize>> {
    let (claim, text) = (&held.phrasing.document, held.document());
    let verb = grammar::claimed(held).filter(|&verb| english::is_verb(claim, verb))?;
    let told = answered(held, verb, Likeness::Related)?;
    let sentence = held.sentence_of(told).filter(|sentence| sentence.contains(&partner.tokens.start))?;
    let at = partner.tokens.start;
    let parting = (told.min(at)..told.max(at)).find(|&i| PARTING.contains(&text.folded(i)))?;
    let clause =
        |token: usize| if token < parting { sentence.start..parting } else { parting + 1..sentence.end };
    let (own, other) = (clause(told), clause(at));
    // "Has offered 5": percent as well.
    let is_another = |value: &Mention| {
        let number = value.value.number().filter(|_| !value.value.kind.is_dated() && !value.value.weak);
        claimed.value.compare(&value.value) == Some(Relation::Conflicts)
            || value.value.kind == Kind::Count
                && number.is_some_and(|number| claimed.value.number() != Some(number))
    };
    let has_its_own =
        held.mentions().iter().any(|value| own.contains(&value.tokens.start) && is_another(value));
    let says = |i: &usize| english::is_content_word(text, *i) && !held.is_aligned(*i) && is_deed(text, *i);
    let deed = (other.start..at).rev().find(says)?;
    let counts =
        !claimed.value.kind.is_dated() && !matches!(claimed.value.kind, Kind::Ordinal | Kind::Duration);
    let told_there = other.into_iter().any(|i| held.is_aligned(i) && is_deed(text, i));
    (counts && has_its_own && !told_there).then_some(deed..deed + 1)
}

/// Whether a word is a verb, or the participle of one: "is *demanding*".
fn is_deed(text: &Document, at: usize) -> bool {
    english::is_verb(text, at) || text.folded(at).ends_with("ing")
}
