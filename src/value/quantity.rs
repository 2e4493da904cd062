//! Numbers with what they measure, and ranges of them: "£94.5m", "six feet two", "10–20 per cent".

use super::amount::Amount;
use super::duration::{self, DurationUnit};
use super::interval::Interval;
use super::kind::{Currency, Kind};
use super::number::{self, Letters, Number};
use super::reader::Reader;
use super::recognise::Core;
use super::unit::{self, Unit};
use super::{Detail, compound, label, money};
use crate::text::WordSet;

/// What a number is a number of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Measured {
    Bare,
    Percent,
    /// In percentage points, so many each.
    Points(f64),
    /// So much of the main unit each.
    Money(Currency, f64),
    Unit(Unit),
    Time(DurationUnit, f64),
}

impl Measured {
    fn kind(self) -> Kind {
        match self {
            Self::Bare => Kind::Count,
            Self::Percent => Kind::Proportion,
            Self::Points(_) => Kind::Points,
            Self::Money(currency, _) => Kind::Money(currency),
            Self::Unit(unit) => Kind::Measure(unit.dimension),
            Self::Time(..) => Kind::Duration,
        }
    }

    fn amount(self, number: Number) -> Amount {
        let amount = Amount::of(number);
        match self {
            Self::Bare | Self::Percent => amount,
            Self::Points(factor) | Self::Money(_, factor) => amount.times(factor),
            Self::Time(unit, many) => amount.times(many * unit.base()),
            Self::Unit(unit) if unit.offset != 0.0 => temperature(number, unit),
            Self::Unit(unit) => {
                let amount = amount.times(unit.factor);
                let loose = amount.stated.low.abs() * unit.loose;
                Amount { rounding: amount.rounding + loose, doubt: amount.doubt + loose, ..amount }
            }
        }
    }

    fn detail(self) -> Detail {
        if let Self::Time(unit, _) = self { Detail::Duration(unit) } else { Detail::Plain }
    }
}

/// Degrees are rounded to the last one shown, however near to zero.
fn temperature(number: Number, unit: Unit) -> Amount {
    let half = number.place / 2.0 * unit.factor;
    Amount { stated: Interval::point(number.value * unit.factor + unit.offset), rounding: half, doubt: half }
}

/// One number with what it measures.
#[derive(Debug, Clone, Copy)]
pub(super) struct Single {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) number: Number,
    pub(super) measured: Measured,
    amount: Amount,
}

impl Single {
    pub(super) fn new(start: usize, number: Number, measured: Measured, end: usize) -> Self {
        Self { start, end, number, measured, amount: measured.amount(number) }
    }

    fn core(&self) -> Core {
        Core {
            lead: self.start,
            start: self.start,
            end: self.end,
            kind: self.measured.kind(),
            amount: self.amount,
            detail: self.measured.detail(),
            weak: false,
        }
    }
}

/// The quantity or range of quantities whose number or currency sign stands at `at`; none of its tokens lie
/// before `floor`. The bare number itself comes with it where it is one.
pub(super) fn read(reader: &Reader, at: usize, floor: usize) -> Option<(Core, Option<Number>)> {
    let first = single(reader, at, floor)?;
    if let Some(core) = range(reader, &first) {
        return Some((core, None));
    }
    let first = shared_measure(reader, &first).unwrap_or(first);
    let bare = (first.measured == Measured::Bare).then_some(first.number);
    Some((first.core(), bare))
}

fn single(reader: &Reader, at: usize, floor: usize) -> Option<Single> {
    if let Some((currency, start, number_at)) = money::before_number(reader, at, floor) {
        // "$ less than 80 000": the bound may stand between the sign and its number.
        let bounded =
            matches!(reader.word(number_at), "more" | "less") && reader.word(number_at + 1) == "than";
        let (start, number_at) = if bounded { (number_at + 2, number_at + 2) } else { (start, number_at) };
        let number = number::read(reader, number_at, Letters::Money)?;
        let (start, number) = signed(reader, start, number, floor);
        return Some(Single::new(start, number, Measured::Money(currency, 1.0), number.end));
    }
    let number = number::read(reader, at, Letters::Plain)?;
    let (start, number) = signed(reader, at, number, floor);
    let (measured, end) = measured(reader, number, start);
    let single = compound::compound(reader, Single::new(start, number, measured, end));
    Some(compound::with_pence(reader, single).unwrap_or(single))
}

/// "-5", "minus 5", ".5": what stands before the first digit and belongs to the number.
fn signed(reader: &Reader, at: usize, number: Number, floor: usize) -> (usize, Number) {
    let Some(before) = at.checked_sub(1).filter(|&before| before >= floor) else {
        return (at, number);
    };
    let apart = !reader.glued(before);
    match reader.word(before) {
        "-" if apart && reader.glued(at) => (before, Number { value: -number.value, plain: false, ..number }),
        "minus" => (before, Number { value: -number.value, plain: false, ..number }),
        "." if apart && reader.glued(at) && number.plain => {
            let shown = i32::try_from(reader.word(at).len()).unwrap_or(0);
            let place = 10f64.powi(-shown);
            (before, Number { value: number.value * place, place, plain: false, ..number })
        }
        _ => (at, number),
    }
}

/// What a "second" before it ranks, and measures no time: "3 second *half* goals", "5 second-hand buses".
#[rustfmt::skip]
static RANKED: WordSet = WordSet::of(&[
    "-", "class", "division", "grade", "half", "hand", "home", "leg", "period", "place", "quarter",
    "round", "term", "year",
]);

/// What stands after `number`, which began at `start`, and the token after that.
fn measured(reader: &Reader, number: Number, start: usize) -> (Measured, usize) {
    let at = number.end;
    let word_at = reader.past_hyphen(at);
    if let Some((measured, end)) = percent(reader, word_at) {
        return (measured, end);
    }
    if let Some((currency, factor, end)) = money::after_number(reader, at, start) {
        // "5m pounds": the letter was read as millions already.
        return (Measured::Money(currency, factor), end);
    }
    if let Some((unit, end)) = unit_of(reader, word_at) {
        return (Measured::Unit(unit), end);
    }
    // "2022 second quarter" and "3 second half goals" count no seconds, a sloppy "6 second delay" does.
    let ranks = reader.word(word_at) == "second"
        && word_at == at
        && (number.value >= 1000.0 || RANKED.contains(reader.word(at + 1)));
    let more = usize::from(matches!(reader.word(word_at), "more" | "further" | "additional"));
    if let Some((unit, many)) = duration::unit(reader.word(word_at + more)).filter(|_| !ranks) {
        return (Measured::Time(unit, many), word_at + more + 1);
    }
    (Measured::Bare, at)
}

fn percent(reader: &Reader, at: usize) -> Option<(Measured, usize)> {
    let point = |at: usize| matches!(reader.word(at), "point" | "points");
    let end = match reader.word(at) {
        "%" | "percent" | "pct" => at + 1,
        "pc" if reader.glued(at) => at + 1,
        "per" if reader.word(at + 1) == "cent" => at + 2,
        "percentage" if point(reader.past_hyphen(at + 1)) => {
            return Some((Measured::Points(1.0), reader.past_hyphen(at + 1) + 1));
        }
        "basis" if point(at + 1) => return Some((Measured::Points(0.01), at + 2)),
        _ => return None,
    };
    Some(if point(end) { (Measured::Points(1.0), end + 1) } else { (Measured::Percent, end) })
}

/// A unit at `at`; a lone letter only where it is close to its number.
fn unit_of(reader: &Reader, at: usize) -> Option<(Unit, usize)> {
    let titled = reader.headline() && reader.written(at).len() > 2;
    let unit = matches!(reader.written(at), "C" | "F" | "KG" | "KM" | "MPH" | "Miles");
    if reader.is_capitalised(at) && !unit && !titled {
        return None;
    }
    if matches!(reader.word(at), "pound" | "pounds") {
        return Some((unit::POUND, at + 1));
    }
    unit::read(reader, at)
}

/// An article before a unit: "an hour", "a mile". Weak, for it is hardly ever a measurement.
pub(super) fn one_unit(reader: &Reader, at: usize) -> Option<Core> {
    let number = Number { value: 1.0, place: 1.0, end: at + 1, plain: false, digits: false };
    let (measured, end) = measured(reader, number, at);
    if !matches!(measured, Measured::Time(..) | Measured::Unit(_)) || duration::is_rate(reader, at) {
        return None;
    }
    let single = compound::half_after(reader, Single::new(at, number, measured, end));
    let said =
        single.end > end || matches!(reader.before(at, 1), "for" | "lasted" | "took" | "within" | "than");
    Some(Core { weak: !said, ..single.core() })
}

/// "half an hour", "a quarter of a mile", "a quarter point": the part, and where its unit stands.
pub(super) fn part_of_unit(reader: &Reader, at: usize, parts: f64, unit_at: usize) -> Option<Core> {
    let number = Number { value: 1.0 / parts, place: 1.0 / parts, end: unit_at, plain: false, digits: false };
    // Of rates and polls parts of a point are told.
    let (measured, end) = match reader.word(unit_at) {
        "point" => (Measured::Points(1.0), unit_at + 1),
        _ => measured(reader, number, at),
    };
    let is_unit =
        matches!(measured, Measured::Time(..) | Measured::Unit(_) | Measured::Percent | Measured::Points(_));
    is_unit.then(|| Single::new(at, number, measured, end).core())
}

/// So many times its first value the last of a range is at most, after "by".
const SPAN: f64 = 3.0;

/// The range that begins with `first`.
fn range(reader: &Reader, first: &Single) -> Option<Core> {
    let joint = reader.word(first.end);
    let between = reader.before(first.start, 1) == "between";
    let spanned = is_spanned(reader, first.start);
    let by = reader.before(first.start, 1) == "by";
    let joins = match joint {
        "-" | "–" => true,
        "to" => between || spanned || by || !reaches(reader, first.start),
        "and" => between || spanned,
        "or" => !between,
        _ => false,
    };
    if !joins {
        return None;
    }
    // "1- to 15-year": the hyphen waits for its unit.
    let waits = reader.hyphen_before_blank(first.end) && reader.word(first.end + 1) == "to";
    let at = first.end + 1 + usize::from(waits);
    let second = single(reader, at, at).filter(|second| second.number.value >= 0.0)?;
    let first = same_measure(reader, first, &second)?;
    let rises = first.amount.stated.low < second.amount.stated.low;
    // "By 3% to 5%" is how far, "by $2.50 to $15" how far and where to.
    if by && joint == "to" && second.amount.stated.low >= SPAN * first.amount.stated.low {
        return None;
    }
    let near = second.number.value - first.number.value <= 1.0 || second.measured != Measured::Bare;
    if !rises || joint == "or" && !near || label::is_score(reader, first.start, first.end, second.end) {
        return None;
    }
    let led = matches!(reader.before(first.start, 1), "between" | "from") && (between || spanned);
    let lead = if led { first.start - 1 } else { first.start };
    Some(Core { lead, end: second.end, amount: first.amount.to(second.amount), ..first.core() })
}

/// "six and 12 months", "5 or 6 per cent": the measure that a bare number has from the next one.
fn shared_measure(reader: &Reader, first: &Single) -> Option<Single> {
    if first.measured != Measured::Bare || !matches!(reader.word(first.end), "and" | "or") {
        return None;
    }
    let second = single(reader, first.end + 1, first.end + 1)?;
    let later =
        matches!(reader.word(second.end), "later" | "after" | "before" | "ago" | "earlier" | "old" | "-");
    match second.measured {
        Measured::Time(..) | Measured::Percent | Measured::Unit(_) if !later => {
            Some(Single::new(first.start, first.number, second.measured, first.end))
        }
        _ => None,
    }
}

/// `first` in the measure of `second`: "10–20 per cent", "£5-6m", "$5 to $6 million".
fn same_measure(reader: &Reader, first: &Single, second: &Single) -> Option<Single> {
    let measured = match (first.measured, second.measured) {
        (Measured::Time(one, _), Measured::Time(other, _)) if one.is_calendar() != other.is_calendar() => {
            return None;
        }
        (one, other) if one.kind() == other.kind() => one,
        (Measured::Bare, other) => other,
        (money @ Measured::Money(..), Measured::Bare) => money,
        _ => return None,
    };
    let mut number = first.number;
    let scale = spoken_scale(reader, second);
    if number.place <= 1.0 && number.value < second.number.value / scale {
        number.value *= scale;
        number.place *= scale;
    }
    Some(Single { measured, amount: measured.amount(number), number, ..*first })
}

/// The scale that `second` was told in: a million for "6m", else 1.
fn spoken_scale(reader: &Reader, second: &Single) -> f64 {
    match reader.before(second.number.end, 1) {
        "k" | "thousand" => 1e3,
        "m" | "mn" | "mln" | "mil" | "mio" | "million" => 1e6,
        "b" | "bn" | "bln" | "billion" => 1e9,
        "t" | "tn" | "trn" | "trillion" => 1e12,
        _ => 1.0,
    }
}

/// Words before "from" that make a range of "from $1 to $2", not a change.
static SPANS: WordSet = WordSet::of(&[
    "anticipated",
    "anywhere",
    "be",
    "cost",
    "costs",
    "expected",
    "projected",
    "range",
    "ranged",
    "ranges",
    "ranging",
    "varied",
    "varies",
    "vary",
    "varying",
]);

/// Whether the words before `at` open a range: "a range of", "expected to be from", but not "expected to rise from".
fn is_spanned(reader: &Reader, at: usize) -> bool {
    match reader.before(at, 1) {
        "of" => reader.before(at, 2) == "range",
        "from" => {
            SPANS.contains(reader.before(at, 2))
                && !(3..=6).any(|back| MOVES.contains(reader.before(at, back)))
        }
        _ => false,
    }
}

/// Words of a change, after which "to" names where it ends.
#[rustfmt::skip]
static MOVES: WordSet = WordSet::of(&[
    "climbed", "climbs", "cut", "decline", "declined", "decrease", "decreased", "down", "dropped",
    "drops", "fall", "fallen", "fell", "from", "gained", "gains", "grew", "grown", "increase",
    "increased", "jumped", "lifted", "lost", "lower", "lowered", "narrowed", "plunged", "raised",
    "reduced", "rise", "risen", "rises", "rose", "slid", "slipped", "slumped", "soared", "surged",
    "tumbled", "up", "widened",
]);

/// Whether the words before `at` say that a figure moves by it or from it, as in "fell 266 to 11,867" and
/// "from 5% to 5.25%".
fn reaches(reader: &Reader, at: usize) -> bool {
    (1..=3).any(|back| MOVES.contains(reader.before(at, back)))
}
