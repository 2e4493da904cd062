//! How two values stand to each other.

use super::clock;
use super::duration::MONTH_SECONDS;
use super::interval::{self, Interval};
use super::kind::{Dimension, Kind};
use super::{Comparator, Detail, PartialDate, Relation, Value};

/// A calendar month is 28 to 31 days, so across units a duration may be off by this part.
const CALENDAR_LOOSE: f64 = 0.05;

/// The three intervals of a value in the terms of a comparison.
#[derive(Clone, Copy)]
struct Reading {
    stated: Interval,
    meant: Interval,
    possible: Interval,
}

impl Reading {
    fn of(value: &Value) -> Self {
        Self { stated: value.stated, meant: value.meant, possible: value.possible }
    }

    const fn exact(interval: Interval) -> Self {
        Self { stated: interval, meant: interval, possible: interval }
    }

    fn map(self, f: impl Fn(Interval) -> Interval) -> Self {
        Self { stated: f(self.stated), meant: f(self.meant), possible: f(self.possible) }
    }
}

impl Value {
    /// How `reported` stands to this, the claimed value; `None` where the two cannot be compared: another
    /// kind, unit or currency, or words that may be no value at all and do not agree.
    ///
    /// A reported number is no conflict where one of the two may be the other rounded: claim "8,000",
    /// text 8,234. Text "about 100" or "at least 100" bears out a claim of 100; text "more than 100" does not
    /// settle it, though "more than 60,000" bears out 60,000, as news rounds.
    #[must_use]
    pub fn compare(&self, reported: &Self) -> Option<Relation> {
        let claimed = self;
        if !comparable(claimed.kind, reported.kind) {
            return None;
        }
        let relation = if claimed.kind == Kind::Time && reported.kind == Kind::Time {
            times_of_day(claimed, reported)
        } else {
            let (one, other) = aligned(claimed, reported)?;
            let whole = [claimed, reported].iter().all(|v| v.kind.is_whole() && v.stated.has_whole_bounds());
            if is_very_bound(claimed, reported) || are_ranges_apart(claimed, reported) {
                Relation::Conflicts
            } else if is_some_of_many(claimed, reported) {
                Relation::Within
            } else if is_other_range(claimed, reported) {
                Relation::Overlaps
            } else {
                relate(one, other, whole, same_number(claimed, reported))
            }
        };
        // "dies at 81" and "aged 81": a bare number may be an age, but another number may be anything.
        let perhaps_an_age =
            claimed.kind != reported.kind && [claimed.kind, reported.kind].contains(&Kind::Age);
        let shy = claimed.weak || reported.weak || perhaps_an_age;
        let told = !(shy && relation == Relation::Conflicts || perhaps_an_age && relation != Relation::Equal);
        told.then_some(relation)
    }

    /// Whether this, the claimed value, is the very most that `reported` allows: "15 years", "up to 15 years".
    #[must_use]
    pub fn is_most_of(&self, reported: &Self) -> bool {
        reported.comparator == Comparator::AtMost
            && self.comparator == Comparator::Exactly
            && self.core.is_point()
            && comparable(self.kind, reported.kind)
            && aligned(self, reported)
                .is_some_and(|(one, other)| interval::same(one.stated.low, other.stated.high))
    }

    /// How well `reported` fits this, the claimed value, from 0 to 1: 1 where they are equal, and the closer
    /// the bound the better. For ranking only.
    #[must_use]
    pub fn fit(&self, reported: &Self) -> f64 {
        let near = || self.closeness(reported);
        match self.compare(reported) {
            None => 0.0,
            Some(Relation::Equal) => 1.0,
            Some(Relation::Within) => 0.85 + 0.1 * near(),
            Some(Relation::Wider) => 0.5 + 0.3 * near(),
            Some(Relation::Overlaps) => 0.4 + 0.3 * near(),
            Some(Relation::Conflicts) => 0.3 * near(),
        }
    }

    /// How near the two lie, from 0 to 1.
    fn closeness(&self, reported: &Self) -> f64 {
        let Some((one, other)) = aligned(self, reported) else { return 0.0 };
        let (a, b) = (one.stated.anchor(), other.stated.anchor());
        match self.kind {
            Kind::Date | Kind::Time => 1.0 / (1.0 + (a - b).abs() / 30.0),
            Kind::Measure(Dimension::Temperature) => 1.0 / (1.0 + (a - b).abs() / 10.0),
            _ if a == b => 1.0,
            _ if a * b <= 0.0 => 0.0,
            _ => (a / b).min(b / a).clamp(0.0, 1.0),
        }
    }
}

/// Both as intervals in one unit, if they are comparable at all.
fn aligned(claimed: &Value, reported: &Value) -> Option<(Reading, Reading)> {
    let (one, other) = (Reading::of(claimed), Reading::of(reported));
    let plain = || [claimed, reported].iter().all(|v| v.comparator == Comparator::Exactly);
    match (claimed.detail, reported.detail) {
        _ if !comparable(claimed.kind, reported.kind) => None,
        (Detail::Duration(a), Detail::Duration(b)) if a.is_calendar() != b.is_calendar() => {
            let seconds = |calendar: bool, reading| if calendar { in_seconds(reading) } else { reading };
            Some((seconds(a.is_calendar(), one), seconds(b.is_calendar(), other)))
        }
        // A quarter of a year not told may be a company's own, or a match's: it is held against no month.
        (Detail::Date(PartialDate::PartOfYear { part, of }), Detail::Date(other))
        | (Detail::Date(other), Detail::Date(PartialDate::PartOfYear { part, of })) => {
            let point = |part: u32| Reading::exact(Interval::point(f64::from(part)));
            let (own, other) = (point(part), point(other.part_of_year(of)?));
            plain().then_some((own, other))
        }
        (Detail::Date(a), Detail::Date(b)) if a.is_yearless() != b.is_yearless() => {
            // Days of a year not told stand in that of `without_year` as they are.
            let read = |date: PartialDate, own: Reading| {
                if date.is_yearless() { Some(own) } else { date.without_year().map(Reading::exact) }
            };
            let pair = (read(a, one)?, read(b, other)?);
            plain().then_some(pair)
        }
        _ => Some((one, other)),
    }
}

/// Counts compare with how often something happened, too: seven meetings are meeting seven times.
fn comparable(claimed: Kind, reported: Kind) -> bool {
    claimed == reported
        || matches!(
            (claimed, reported),
            (Kind::Count, Kind::Occurrences | Kind::Age) | (Kind::Occurrences | Kind::Age, Kind::Count)
        )
}

/// Whether the claim excludes the very number that is reported: "more than 18 months" and "18 months". A round
/// count or sum may be more than it shows, so that 60,000 does not refute "more than 60,000".
fn is_very_bound(claimed: &Value, reported: &Value) -> bool {
    let strict = matches!(claimed.comparator, Comparator::MoreThan | Comparator::LessThan);
    let plain = reported.comparator == Comparator::Exactly && claimed.kind == reported.kind;
    let round = |number: f64| number >= 100.0 && is_round(reported.kind, number, 2.0);
    strict
        && plain
        && claimed
            .number()
            .zip(reported.number())
            .is_some_and(|(bound, number)| bound == number && !round(number))
}

/// Whether `number` is a count or a sum in no more than so many `figures`.
fn is_round(kind: Kind, number: f64, figures: f64) -> bool {
    let last_figure = 10f64.powf(number.log10().floor() + 1.0 - figures);
    matches!(kind, Kind::Count | Kind::Money(_)) && (number / last_figure).fract() == 0.0
}

/// Whether the claim is a large round number and the passage has more than some number; whether than the same, the caller asks. Who counts
/// "more than 60,000" says 60,000, as far as thousands tell.
fn is_round_bound(claimed: &Value, reported: &Value) -> bool {
    let round = |number: f64| {
        number >= 1000.0 && (number / 100.0).fract() == 0.0 && is_round(claimed.kind, number, 3.0)
    };
    reported.comparator == Comparator::MoreThan
        && claimed.comparator == Comparator::Exactly
        && claimed.number().is_some_and(round)
}

/// Whether the claim tells no number ("dozens", "hundreds") and the passage one from which on it is, among those that are meant: who
/// says "more than 50" says dozens.
fn is_some_of_many(claimed: &Value, reported: &Value) -> bool {
    let vague =
        claimed.comparator == Comparator::Exactly && !claimed.core.high_included && !claimed.core.is_point();
    let bounded = matches!(reported.comparator, Comparator::MoreThan | Comparator::AtLeast);
    vague && bounded && claimed.kind == reported.kind && claimed.stated.holds(reported.core)
}

/// Whether two ranges share one end and not the other: who says "$11.1 to $11.25 billion" does not say "$10.9 to $11.25
/// billion", though the one lies within the other; nor need they exclude each other.
fn is_other_range(claimed: &Value, reported: &Value) -> bool {
    let (one, other) = (claimed.core, reported.core);
    are_ranges(claimed, reported) && is_near(one.low, other.low) != is_near(one.high, other.high)
}

/// Whether two ranges have no more in common than the end of one: "$90 to $100 million", "$100 to $120 million". "One or two" and "two or
/// three" may both be two.
fn are_ranges_apart(claimed: &Value, reported: &Value) -> bool {
    let (one, other) = (claimed.core, reported.core);
    let ends = |below: f64, above: f64| below < above || is_near(below, above);
    are_ranges(claimed, reported)
        && !claimed.kind.is_whole()
        && (ends(one.high, other.low) || ends(other.high, one.low))
}

/// Whether both are ranges from one number to another.
fn are_ranges(claimed: &Value, reported: &Value) -> bool {
    let told = |value: &Value| {
        value.comparator == Comparator::Exactly
            && !value.kind.is_dated()
            && !value.core.is_point()
            && value.core.low.is_finite()
            && value.core.high.is_finite()
    };
    claimed.kind == reported.kind && told(claimed) && told(reported)
}

fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

/// Calendar months as seconds, give or take.
fn in_seconds(reading: Reading) -> Reading {
    let seconds = reading.map(|interval| interval.map(|months| months * MONTH_SECONDS));
    let loosened = |interval: Interval, by: f64| {
        let most = [interval.low, interval.high]
            .into_iter()
            .filter(|b| b.is_finite())
            .fold(0.0_f64, |a, b| a.max(b.abs()));
        interval.widened(most * by)
    };
    Reading {
        stated: seconds.stated,
        meant: loosened(seconds.meant, CALENDAR_LOOSE),
        possible: loosened(seconds.possible, CALENDAR_LOOSE * 2.0),
    }
}

/// Whether the reported value is the claimed number with "about", "nearly" or "at least" before it, which
/// bear it out, or the other way round.
fn same_number(claimed: &Value, reported: &Value) -> bool {
    let soft = |value: &Value| value.comparator.is_approximate();
    let plain = |value: &Value| value.comparator == Comparator::Exactly;
    let told = plain(claimed) && (soft(reported) || reported.comparator == Comparator::AtLeast)
        || is_round_bound(claimed, reported)
        || soft(claimed) && (plain(reported) || reported.comparator == Comparator::AtLeast);
    let measured = !matches!(claimed.detail, Detail::Date(_) | Detail::Time { .. });
    // "some 814.5 million" is 815 million, rounded.
    let rounded = plain(claimed) && reported.core.is_point() && claimed.meant.holds(reported.core);
    told && measured && claimed.kind == reported.kind && (rounded || claimed.core.equals(reported.core))
}

/// How the reported reading stands to the claimed one; `whole` where only whole numbers are meant, and
/// `same_number` where they differ by a comparator that does not count.
fn relate(claimed: Reading, reported: Reading, whole: bool, same_number: bool) -> Relation {
    let exactly = |interval: Interval| if whole { interval.whole() } else { interval };
    // Text "more than 100" leaves a claim of 100 open: reporters do not count so closely.
    let apart = || {
        !exactly(claimed.possible).meets(exactly(reported.stated))
            && !exactly(claimed.stated).meets(exactly(reported.possible))
            && !claimed.stated.meets(exactly(reported.possible.closure()))
    };
    if !same_number && apart() {
        Relation::Conflicts
    } else {
        nested(claimed.map(exactly), reported.map(exactly), same_number)
    }
}

/// How two readings that do not exclude each other lie.
fn nested(claimed: Reading, reported: Reading, same_number: bool) -> Relation {
    if claimed.stated.equals(reported.stated) {
        return Relation::Equal;
    }
    let within = claimed.meant.holds(reported.stated);
    let wider = reported.meant.holds(claimed.stated);
    match (within, wider) {
        (true, true) if claimed.stated.is_point() && reported.stated.is_point() => Relation::Equal,
        (true, _) => Relation::Within,
        _ if same_number => Relation::Within,
        (false, true) => Relation::Wider,
        (false, false) => Relation::Overlaps,
    }
}

/// The best relation that either half of the day allows, in one time zone if both name theirs.
fn times_of_day(claimed: &Value, reported: &Value) -> Relation {
    let (Detail::Time { half_day: a, zone: from }, Detail::Time { half_day: b, zone: to }) =
        (claimed.detail, reported.detail)
    else {
        return Relation::Conflicts;
    };
    let shift = from.zip(to).map_or(0.0, |(from, to)| f64::from(from) - f64::from(to));
    let turns: &[f64] = if a || b { &[0.0, 0.5, -0.5, 1.0, -1.0] } else { &[0.0, 1.0, -1.0] };
    turns
        .iter()
        .map(|turn| {
            let moved =
                Reading::of(reported).map(|interval| interval.map(|at| at + shift + turn * clock::DAY));
            relate(Reading::of(claimed), moved, false, false)
        })
        .min_by_key(|relation| *relation as u8)
        .unwrap_or(Relation::Conflicts)
}
