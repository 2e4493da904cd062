//! "More than", "nearly", "or fewer": words that turn a number into an interval.

use super::reader::Reader;
use crate::english;

/// How a value is bounded by the words around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Comparator {
    /// No such word: "214".
    #[default]
    Exactly,
    /// "more than 200".
    MoreThan,
    /// "at least three", "200 or more".
    AtLeast,
    /// "fewer than 20".
    LessThan,
    /// "up to", "no more than".
    AtMost,
    /// "about", "some 300".
    About,
    /// "nearly", "almost", "just under".
    JustUnder,
    /// "just over".
    JustOver,
}

use Comparator::{About, AtLeast, AtMost, Exactly, JustOver, JustUnder, LessThan, MoreThan};

/// What may stand before a number; of two that fit, the longer is meant.
static BEFORE: &[(&[&str], Comparator)] = &[
    (&["more", "than"], MoreThan),
    (&["greater", "than"], MoreThan),
    (&["higher", "than"], MoreThan),
    (&["larger", "than"], MoreThan),
    (&["bigger", "than"], MoreThan),
    (&["longer", "than"], MoreThan),
    (&["older", "than"], MoreThan),
    (&["taller", "than"], MoreThan),
    (&["heavier", "than"], MoreThan),
    (&["faster", "than"], MoreThan),
    (&["later", "than"], MoreThan),
    (&["well", "over"], MoreThan),
    (&["over"], MoreThan),
    (&["above"], MoreThan),
    (&["exceed"], MoreThan),
    (&["exceeds"], MoreThan),
    (&["exceeded"], MoreThan),
    (&["exceeding"], MoreThan),
    (&["topped"], MoreThan),
    (&["upwards", "of"], MoreThan),
    (&["upward", "of"], MoreThan),
    (&["in", "excess", "of"], MoreThan),
    (&[">"], MoreThan),
    (&["at", "least"], AtLeast),
    (&["no", "fewer", "than"], AtLeast),
    (&["no", "less", "than"], AtLeast),
    (&["not", "less", "than"], AtLeast),
    (&["not", "fewer", "than"], AtLeast),
    (&["no", "earlier", "than"], AtLeast),
    (&["a", "minimum", "of"], AtLeast),
    (&["minimum", "of"], AtLeast),
    (&["a", "minimum"], AtLeast),
    (&["≥"], AtLeast),
    (&[">", "="], AtLeast),
    (&["less", "than"], LessThan),
    (&["fewer", "than"], LessThan),
    (&["lower", "than"], LessThan),
    (&["smaller", "than"], LessThan),
    (&["younger", "than"], LessThan),
    (&["shorter", "than"], LessThan),
    (&["lighter", "than"], LessThan),
    (&["slower", "than"], LessThan),
    (&["earlier", "than"], LessThan),
    (&["well", "under"], LessThan),
    (&["under"], LessThan),
    (&["below"], LessThan),
    (&["<"], LessThan),
    (&["at", "most"], AtMost),
    (&["up", "to"], AtMost),
    (&["no", "more", "than"], AtMost),
    (&["not", "more", "than"], AtMost),
    (&["no", "longer", "than"], AtMost),
    (&["no", "greater", "than"], AtMost),
    (&["no", "later", "than"], AtMost),
    (&["not", "exceed"], AtMost),
    (&["n't", "exceed"], AtMost),
    (&["not", "exceeding"], AtMost),
    (&["a", "maximum", "of"], AtMost),
    (&["maximum", "of"], AtMost),
    (&["as", "many", "as"], AtMost),
    (&["as", "much", "as"], AtMost),
    (&["≤"], AtMost),
    (&["<", "="], AtMost),
    (&["about"], About),
    (&["around"], About),
    (&["roughly"], About),
    (&["approximately"], About),
    (&["approx"], About),
    (&["approx", "."], About),
    (&["some"], About),
    (&["circa"], About),
    (&["c", "."], About),
    (&["ca", "."], About),
    (&["~"], About),
    (&["≈"], About),
    (&["an", "estimated"], About),
    (&["estimated"], About),
    (&["close", "to"], About),
    (&["in", "the", "region", "of"], About),
    (&["in", "the", "order", "of"], About),
    (&["on", "the", "order", "of"], About),
    (&["nearly"], JustUnder),
    (&["almost"], JustUnder),
    (&["just", "under"], JustUnder),
    (&["just", "below"], JustUnder),
    (&["just", "short", "of"], JustUnder),
    (&["a", "little", "under"], JustUnder),
    (&["slightly", "less", "than"], JustUnder),
    (&["slightly", "fewer", "than"], JustUnder),
    (&["slightly", "under"], JustUnder),
    (&["a", "little", "less", "than"], JustUnder),
    (&["approaching"], JustUnder),
    (&["just", "over"], JustOver),
    (&["just", "above"], JustOver),
    (&["a", "little", "over"], JustOver),
    (&["just", "more", "than"], JustOver),
    (&["slightly", "more", "than"], JustOver),
    (&["slightly", "over"], JustOver),
    (&["a", "little", "more", "than"], JustOver),
];

/// What may stand after a number, or after what it counts.
static AFTER: &[(&[&str], Comparator)] = &[
    (&["or", "more"], AtLeast),
    (&["or", "over"], AtLeast),
    (&["or", "above"], AtLeast),
    (&["or", "older"], AtLeast),
    (&["or", "greater"], AtLeast),
    (&["or", "higher"], AtLeast),
    (&["or", "longer"], AtLeast),
    (&["or", "later"], AtLeast),
    (&["and", "over"], AtLeast),
    (&["and", "above"], AtLeast),
    (&["plus"], AtLeast),
    (&["-", "plus"], AtLeast),
    (&["+"], AtLeast),
    (&["at", "least"], AtLeast),
    (&["at", "a", "minimum"], AtLeast),
    (&["or", "fewer"], AtMost),
    (&["or", "less"], AtMost),
    (&["or", "under"], AtMost),
    (&["or", "below"], AtMost),
    (&["or", "younger"], AtMost),
    (&["or", "lower"], AtMost),
    (&["or", "earlier"], AtMost),
    (&["and", "under"], AtMost),
    (&["at", "most"], AtMost),
    (&["at", "a", "maximum"], AtMost),
    (&["or", "so"], About),
    (&["or", "thereabouts"], About),
    (&["-", "odd"], About),
    (&["-", "ish"], About),
];

/// The comparator just before `at`, none of its words before `floor`, and where it begins.
pub(super) fn before(reader: &Reader, at: usize, floor: usize) -> Option<(Comparator, usize)> {
    let last = reader.before(at, 1);
    let (words, comparator) = BEFORE
        .iter()
        .filter(|(words, _)| words.last() == Some(&last) && reader.reads_back(at, words))
        .max_by_key(|(words, _)| words.len())?;
    let start = at - words.len();
    let turned = *comparator == AtMost && words.first() == Some(&"up") && follows_change(reader, start);
    let joined = start > 0 && reader.hyphen(start - 1);
    let particle = *words == ["over"] && is_particle(reader, start);
    // The end of a tag: "<t>".
    let closes = last == ">" && words.len() == 1 && reader.glued(start);
    (start >= floor && !turned && !joined && !closes && !particle).then_some((*comparator, start))
}

/// The comparator at `at` and the token after it.
pub(super) fn after(reader: &Reader, at: usize) -> Option<(Comparator, usize)> {
    let (words, comparator) =
        AFTER.iter().filter(|(words, _)| reader.reads(at, words)).max_by_key(|(words, _)| words.len())?;
    let end = at + words.len();
    // "five plus two", "1 + 2": a sum, not a bound.
    let sum = matches!(words.last(), Some(&("plus" | "+"))) && !reader.glued(at) && *words != ["-", "plus"];
    // "in five or more ways" is fine; "or less" before "than" belongs to what follows.
    (!sum && reader.word(end) != "than").then_some((*comparator, end))
}

/// "revised up to 5.5%", "ticks up to 5.5%": the figure reached, not a bound. What "goes up to 5%" may go no further.
fn follows_change(reader: &Reader, at: usize) -> bool {
    matches!(
        reader.before(at, 1),
        "revised"
            | "rose"
            | "went"
            | "raised"
            | "increased"
            | "moved"
            | "pushed"
            | "bumped"
            | "rounded"
            | "jumped"
            | "jumps"
            | "climbed"
            | "climbs"
            | "ticked"
            | "ticks"
            | "edged"
            | "edges"
            | "inched"
            | "inches"
            | "crept"
            | "creeps"
            | "gone"
            | "risen"
            | "shot"
            | "shoots"
    )
}

/// "Handed over 720 planes": the word belongs to the verb before it.
fn is_particle(reader: &Reader, at: usize) -> bool {
    matches!(
        english::stem(reader.before(at, 1)).as_ref(),
        "carri" | "fork" | "hand" | "knock" | "mull" | "pass" | "pull" | "run" | "sign" | "take" | "turn"
    )
}

impl Comparator {
    /// Whether it only blurs the number that it stands by: "about", "nearly", "just over".
    #[must_use]
    pub const fn is_approximate(self) -> bool {
        matches!(self, About | JustUnder | JustOver)
    }

    /// Its sign in normal forms; empty for [`Comparator::Exactly`].
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Exactly => "",
            MoreThan => ">",
            AtLeast => ">=",
            LessThan => "<",
            AtMost => "<=",
            About => "~",
            JustUnder => "<~",
            JustOver => ">~",
        }
    }
}
