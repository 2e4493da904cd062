//! Two numbers that are held against each other: votes and goals, "3-1", "by eight votes to four".

use super::amount::Amount;
use super::interval::Interval;
use super::kind::Kind;
use super::number::{self, Letters, Number};
use super::reader::Reader;
use super::recognise::Core;
use super::{Detail, label};
use crate::text::WordSet;

/// What is counted between the two numbers.
static COUNTED: WordSet = WordSet::of(&["goal", "goals", "points", "runs", "seats", "sets", "vote", "votes"]);

/// Verbs and nouns right before two numbers in words that are so meant: "voted *by* eight to four", "won three to one".
static LEADS: WordSet = WordSet::of(&[
    "backed", "beat", "beaten", "by", "carried", "lead", "led", "lost", "passed", "rejected", "ruled",
    "score", "vote", "voted", "won",
]);

/// From this number on, two numbers that fall may be part of a longer one: "641-228".
const SHORT: f64 = 100.0;

/// Larger numbers are no votes or goals.
const MOST: u32 = 1_000_000;

/// The tally in words or digits that begins at `at`: "eight votes to four", "eight to four", "52 votes to 48".
pub(super) fn read(reader: &Reader, at: usize) -> Option<Core> {
    let (first, counted) = side(reader, at)?;
    if reader.word(counted) != "to" {
        return None;
    }
    let (second, end) = side(reader, counted + 1)?;
    let told = counted > first.end || end > second.end;
    let led = (LEADS.contains(reader.before(at, 1)) || is_result(reader, at)) && first.value >= second.value;
    let from = reader.before(at, 1) == "from";
    (!from && (told || led)).then(|| core(at, end, (first, second))).flatten()
}

/// Whether what stands before `at` says that a result follows: "by a vote *of* 53 to 46", "the score *was* two to one".
fn is_result(reader: &Reader, at: usize) -> bool {
    let told = matches!(reader.before(at, 1), "of" | "was" | "is" | "ended" | ":");
    told && matches!(reader.before(at, 2), "count" | "result" | "score" | "tally" | "vote")
}

/// The tally of digits joined by a hyphen or a dash, that begins with the number in `bare`: "3-1", "52-48".
pub(super) fn joined(reader: &Reader, bare: &Core) -> Option<Core> {
    let (at, joint) = (bare.start, bare.end);
    let glued = reader.glued(joint) && reader.glued(joint + 1) && reader.is_number(joint + 1);
    let second = number::read(reader, joint + 1, Letters::Plain).filter(|_| glued)?;
    let first = number::read(reader, at, Letters::Plain)?;
    // A formation ("4-4-2"), and a set of several.
    let more = matches!(reader.word(second.end), "-" | "–") && reader.glued(second.end);
    let led = LEADS.contains(reader.before(at, 1)) || is_result(reader, at);
    // No range falls; "24-7" and "9-5" are hours.
    let falls = first.value > second.value
        && first.value < SHORT
        && !matches!((reader.word(at), reader.word(joint + 1)), ("24", "7") | ("9", "5"));
    (!more && (led || falls || label::is_score(reader, at, joint, second.end)))
        .then(|| core(at, second.end, (first, second)))
        .flatten()
}

/// A number and, if it is told, what it counts: the number, and the token after both.
fn side(reader: &Reader, at: usize) -> Option<(Number, usize)> {
    let number = number::read(reader, at, Letters::Plain)?;
    let counted = COUNTED.contains(reader.word(number.end));
    Some((number, number.end + usize::from(counted)))
}

fn core(start: usize, end: usize, sides: (Number, Number)) -> Option<Core> {
    let (first, second) = (sides.0.small()?, sides.1.small()?);
    // Whoever has more: "lost 3-1" and "were beaten 1-3" tell of one match.
    let (more, fewer) = (first.max(second), first.min(second));
    (more < MOST).then(|| Core {
        lead: start,
        start,
        end,
        kind: Kind::Tally,
        amount: Amount::exact(Interval::point(f64::from(more) * f64::from(MOST) + f64::from(fewer))),
        detail: Detail::Plain,
        weak: false,
    })
}

/// The two numbers of a tally's one.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub(super) fn sides(number: f64) -> (u32, u32) {
    let most = f64::from(MOST);
    ((number / most) as u32, (number % most) as u32)
}
