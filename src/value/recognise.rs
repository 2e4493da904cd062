//! One pass over the tokens: what may begin a value is handed to the part that knows it.

use std::ops::Range;

use crate::english;
use crate::text::{Document, TokenKind};

use super::amount::Amount;
use super::comparator::{self, Comparator};
use super::kind::Kind;
use super::lexicon::{self, Word};
use super::number::{self, Number};
use super::partial::PartialDate;
use super::reader::Reader;
use super::{
    Context, Detail, Mention, age, clock, date, day, digit_count, label, noun, one, ordinal, proportion,
    quantity, repeat, tally, vague, withdrawn,
};

/// A value as its own words tell it, before comparators around it are heard.
#[derive(Debug, Clone, Copy)]
pub(super) struct Core {
    /// Its first token, "between" or "aged" included.
    pub(super) lead: usize,
    /// The first token that says how much.
    pub(super) start: usize,
    /// The token after its last.
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) amount: Amount,
    pub(super) detail: Detail,
    pub(super) weak: bool,
}

impl Core {
    /// A date at the tokens `start` to `end`.
    pub(super) fn date(lead: usize, start: usize, end: usize, date: PartialDate) -> Option<Self> {
        let amount = Amount::exact(date.interval()?);
        Some(Self { lead, start, end, kind: Kind::Date, amount, detail: Detail::Date(date), weak: false })
    }

    /// A date that may be off by so many days.
    pub(super) fn blurred(start: usize, end: usize, date: PartialDate, days: i64) -> Option<Self> {
        let core = Self::date(start, start, end, date)?;
        // A few hundred at most.
        #[allow(clippy::cast_precision_loss)]
        let doubt = days as f64;
        Some(Self { amount: Amount { doubt, ..core.amount }, ..core })
    }
}

/// What stands at a token.
enum Found {
    Value(Core),
    /// No value, up to this token.
    Passed(usize),
}

/// The values among `tokens` of `document`, in order, none overlapping another.
#[must_use]
pub fn recognise(document: &Document, tokens: Range<usize>, context: Context) -> Vec<Mention> {
    let reader = Reader::new(document, tokens, context);
    let mut mentions: Vec<Mention> = Vec::new();
    let Range { start: mut at, end } = reader.range();
    let mut floor = at;
    while at < end {
        match begin(&reader, at, floor) {
            Some(Found::Value(core)) => {
                let next = core.end.max(at + 1);
                if let Some(mention) = mention(document, &reader, core, floor) {
                    at = mention.tokens.end.max(at + 1);
                    floor = at;
                    mentions.push(mention);
                } else {
                    at = next;
                }
            }
            Some(Found::Passed(past)) => {
                at = past.max(at + 1);
                floor = at.min(end);
            }
            None => at += 1,
        }
    }
    withdrawn::leave_out(document, &mut mentions);
    mentions
}

/// What begins at `at`, no token of it before `floor`.
fn begin(reader: &Reader, at: usize, floor: usize) -> Option<Found> {
    match reader.token(at)?.kind {
        TokenKind::Punctuation => None,
        TokenKind::Symbol => quantity::read(reader, at, floor).map(|(core, _)| Found::Value(core)),
        TokenKind::Number => number(reader, at, floor),
        TokenKind::Word => word(reader, at, floor),
    }
}

fn number(reader: &Reader, at: usize, floor: usize) -> Option<Found> {
    let found =
        date::read(reader, at).or_else(|| clock::read(reader, at)).or_else(|| age::decade(reader, at));
    if let Some(core) = found {
        return Some(Found::Value(core));
    }
    if let Some(end) = label::strict(reader, at) {
        return Some(Found::Passed(end));
    }
    counted(reader, at, floor)
}

/// Numbers in digits and words that are neither dates nor times.
fn counted(reader: &Reader, at: usize, floor: usize) -> Option<Found> {
    let named = || proportion::read(reader, at).or_else(|| ordinal::read(reader, at));
    if let Some(core) = named().or_else(|| tally::read(reader, at)) {
        return Some(Found::Value(core));
    }
    let (core, bare) = quantity::read(reader, at, floor)?;
    if core.kind == Kind::Duration {
        if let Some(core) = age::old(reader, core) {
            return Some(Found::Value(core));
        }
        // "A year-over-year rise", "a month-on-month fall".
        if reader.glued(core.end)
            && reader.word(core.end) == "-"
            && matches!(reader.word(core.end + 1), "on" | "over")
        {
            return Some(Found::Passed(core.end));
        }
    }
    if core.kind != Kind::Count {
        return Some(Found::Value(Core { weak: core.weak || one::is_some_day(reader, core.start), ..core }));
    }
    Some(plain(reader, core, bare))
}

/// A number of nothing that is measured: an age, a name, how often, or a count.
fn plain(reader: &Reader, core: Core, bare: Option<Number>) -> Found {
    if let Some(core) = age::bare(reader, core, bare) {
        return Found::Value(core);
    }
    let times = repeat::times(reader, core);
    if times.kind != Kind::Count {
        return Found::Value(times);
    }
    if let Some(core) = tally::joined(reader, &core) {
        return Found::Value(core);
    }
    if let Some(past) = label::pair(reader, &core).or_else(|| label::named(reader, &core)) {
        return Found::Passed(past);
    }
    let Some(number) = bare else { return Found::Value(core) };
    if number.plain && looks_like_year(reader, &core) {
        return Found::Passed(core.end);
    }
    let pronoun =
        reader.word(core.start) == "one" && number.value == 1.0 && one::is_pronoun(reader, core.start);
    Found::Value(Core { weak: pronoun, ..core })
}

/// Whether a bare number more likely is a year that nothing shows to be one: 1915, or 2000 with nothing to count.
fn looks_like_year(reader: &Reader, core: &Core) -> bool {
    let counts = noun::is_plural(reader.word(core.end)) || noun::is_plural(reader.word(core.end + 1));
    if is_measured_against(reader, core.start) {
        return false;
    }
    date::plain_year(reader, core.start)
        .is_some_and(|year| (1900..2100).contains(&year) && (year % 100 != 0 || !counts))
}

/// Whether what stands before `at` compares amounts, never years: "more than 2000", "at least 1950".
fn is_measured_against(reader: &Reader, at: usize) -> bool {
    match reader.before(at, 1) {
        "than" => matches!(reader.before(at, 2), "more" | "less" | "fewer" | "greater" | "higher" | "lower"),
        "least" | "most" => reader.before(at, 2) == "at",
        word => matches!(word, "almost" | "approximately" | "exactly" | "nearly" | "roughly"),
    }
}

fn word(reader: &Reader, at: usize, floor: usize) -> Option<Found> {
    if reader.word(at) == "point" {
        return spelled(reader, at, floor);
    }
    let found = lexicon::find(reader.word(at));
    if matches!(found, None | Some(Word::Factor(_)))
        && let Some(core) = digit_count::read(reader, at, floor)
    {
        return Some(Found::Value(core));
    }
    let word = found?;
    let core = match word {
        Word::Small(_) | Word::Tens(_) => return spelled(reader, at, floor),
        Word::Article => return article(reader, at, floor),
        Word::Parts(_) => return parts(reader, at, floor),
        Word::Ordinal(_) => date::read(reader, at).or_else(|| ordinal::read(reader, at)),
        Word::Month(_) | Word::ShortMonth(_) | Word::Season(_) | Word::Third(_) | Word::Quarter(_) => {
            date::read(reader, at)
        }
        Word::ThirdOf(_) => date::read(reader, at),
        Word::Weekday(_) => date::read(reader, at).or_else(|| day::read(reader, at, word)),
        Word::Day(_) | Word::Shift(_) => day::read(reader, at, word),
        Word::Clock(_) => clock::read(reader, at),
        Word::Occurrences(_) | Word::Factor(_) => repeat::read(reader, at, word),
        Word::Vague(low, high) => vague::read(reader, at, floor, low, high),
        Word::Money => quantity::read(reader, at, floor).map(|(core, _)| core),
        Word::Both => Some(so_many(at, at + 1, 2, true)),
        Word::Feast => date::read(reader, at),
        Word::Decade(low) => age::decade_in_words(reader, at, low).or_else(|| date::read(reader, at)),
        Word::Hundred | Word::Scale(_) | Word::Dozen | Word::Group(_) => None,
    };
    core.map(Found::Value)
}

/// A number word.
fn spelled(reader: &Reader, at: usize, floor: usize) -> Option<Found> {
    if let Some(core) = date::read(reader, at).or_else(|| clock::read(reader, at)) {
        return Some(Found::Value(core));
    }
    match label::strict(reader, at).or_else(|| number::run_together(reader, at)) {
        Some(end) => Some(Found::Passed(end)),
        None => counted(reader, at, floor),
    }
}

/// "a hundred", "a third of", "an hour", "half an hour" after an article.
fn article(reader: &Reader, at: usize, floor: usize) -> Option<Found> {
    match lexicon::find(reader.word(at + 1)) {
        Some(Word::Hundred | Word::Scale(_) | Word::Dozen) => counted(reader, at, floor),
        Some(Word::Parts(_)) => match parts(reader, at + 1, floor) {
            Some(Found::Value(core)) if core.kind != Kind::Proportion => {
                Some(Found::Value(Core { lead: at, start: at, ..core }))
            }
            _ => proportion::read(reader, at).map(Found::Value),
        },
        Some(Word::Group(count)) => {
            // "A pair *of police officers*".
            let persons =
                |at: usize| english::names_persons(reader.word(at)) && noun::is_plural(reader.word(at));
            let persons = reader.word(at + 2) == "of" && (persons(at + 3) || persons(at + 4));
            persons.then(|| Found::Value(so_many(at, at + 3, count, false)))
        }
        // "A single dose".
        None if is_single(reader, at + 1) => Some(Found::Value(so_many(at, at + 2, 1, false))),
        Some(Word::Ordinal(_)) if number::parts_of_scale(reader, at).is_some() => counted(reader, at, floor),
        Some(Word::Ordinal(_)) => proportion::read(reader, at).map(Found::Value),
        _ => {
            let core = quantity::one_unit(reader, at)?;
            Some(Found::Value(age::old(reader, core).unwrap_or(core)))
        }
    }
}

/// "half an hour", "half a million", "a quarter of a mile", "half past six", "half of them".
fn parts(reader: &Reader, at: usize, floor: usize) -> Option<Found> {
    if let Some(core) = clock::read(reader, at) {
        return Some(Found::Value(core));
    }
    let Some(Word::Parts(parts @ (2 | 4))) = lexicon::find(reader.word(at)) else { return None };
    let of = at + 1 + usize::from(reader.word(at + 1) == "of");
    let hyphen = reader.past_hyphen(of);
    let article = matches!(reader.word(hyphen), "a" | "an");
    let point = reader.word(hyphen) == "point" && hyphen == at + 1;
    if (article || point || hyphen > of)
        && let Some(core) =
            quantity::part_of_unit(reader, at, f64::from(parts), hyphen + usize::from(article))
    {
        return Some(Found::Value(core));
    }
    if super::number::read(reader, at, super::number::Letters::Plain).is_some() {
        return quantity::read(reader, at, floor).map(|(core, _)| Found::Value(core));
    }
    proportion::read(reader, at).map(Found::Value)
}

/// Whether "single" counts what follows.
fn is_single(reader: &Reader, at: usize) -> bool {
    let next = reader.word(at + 1);
    let noun =
        english::parts_of_speech(&english::stem(next)).starts_with('n') && !english::is_past_form(next);
    let counts = reader.is_lower_word(at + 1) && noun && !noun::is_stop(next);
    reader.word(at) == "single"
        && counts
        && !matches!(reader.word(at + 1), "mother" | "father" | "parent" | "mum")
}

/// "Both", two of what is known already, which is `weak`; "a trio of".
fn so_many(start: usize, end: usize, count: u8, weak: bool) -> Core {
    let amount = Amount::exact(super::Interval::point(f64::from(count)));
    Core { lead: start, start, end, kind: Kind::Count, amount, detail: Detail::Plain, weak }
}

/// `core` with the comparators around it and what it counts.
fn mention(document: &Document, reader: &Reader, core: Core, floor: usize) -> Option<Mention> {
    let counts = matches!(core.kind, Kind::Count);
    let single = counts && core.amount.stated.is_point() && core.amount.stated.high <= 1.0;
    let counted = if counts { noun::counted(reader, core.end, single) } else { None };
    let (comparator, start, end) = bounds(reader, &core, counted.as_ref().map_or(core.end, |c| c.end), floor);
    let dated = (reader.word(core.end) == "ago" && core.kind == Kind::Duration)
        .then(|| day::ago(reader, core, comparator))
        .flatten();
    let (core, comparator, end) =
        dated.map_or((core, comparator, end), |(dated, turned)| (dated, turned, end.max(dated.end)));
    let tokens = start..end;
    let mut value = core.amount.value(core.kind, comparator, core.detail);
    value.weak = core.weak && comparator == Comparator::Exactly;
    let counted = counted.filter(|noun| noun.start >= core.end);
    Some(Mention {
        span: document.span_of(tokens.clone()),
        tokens,
        core: core.start..core.end,
        counted,
        value,
    })
}

/// The comparator of `core`, and the tokens of the mention with it; `noun_end` is where what it counts ends.
fn bounds(reader: &Reader, core: &Core, noun_end: usize, floor: usize) -> (Comparator, usize, usize) {
    let (start, end) = (core.lead.max(floor), core.end);
    if core.kind == Kind::Date {
        return around_date(reader, start, end, floor);
    }
    let before =
        comparator::before(reader, start, floor).filter(|(found, _)| allowed(*found, reader, core, start));
    if let Some((comparator, start)) = before {
        return (comparator, start, end);
    }
    if let Some((comparator, past)) = comparator::after(reader, end) {
        return (comparator, start, past);
    }
    match comparator::after(reader, noun_end) {
        Some((comparator, past)) => (comparator, start, past),
        None => (Comparator::Exactly, start, end),
    }
}

/// "before 2014", "after 15 October", "around 2014"; of others a date knows nothing.
fn around_date(reader: &Reader, start: usize, end: usize, floor: usize) -> (Comparator, usize, usize) {
    let plain = (Comparator::Exactly, start, end);
    let Some(before) = start.checked_sub(1).filter(|&before| before >= floor) else { return plain };
    // "Two days before 15 October" and "later than": what is dated is another day, or another thing.
    let anchored = super::duration::unit(reader.before(before, 1)).is_some()
        || matches!(
            reader.before(before, 1),
            "shortly" | "soon" | "just" | "later" | "immediately" | "ever" | "day"
        );
    match reader.word(before) {
        "before" if !anchored => (Comparator::LessThan, before, end),
        "after" if !anchored => (Comparator::MoreThan, before, end),
        "around" | "about" | "circa" => (Comparator::About, before, end),
        _ => plain,
    }
}

/// Whether `comparator` can be meant of `core`: "over five years" mostly is how long, "some third" nothing.
fn allowed(comparator: Comparator, reader: &Reader, core: &Core, start: usize) -> bool {
    let word = reader.before(start, 1);
    match core.kind {
        Kind::Ordinal => word == "than",
        Kind::Duration if word == "over" => {
            matches!(
                reader.before(start, 2),
                "for" | "after" | "was" | "is" | "by" | "lasted" | "took" | "well" | "just" | "of" | "to"
            )
        }
        Kind::Time => matches!(comparator, Comparator::About | Comparator::JustUnder | Comparator::JustOver),
        _ => true,
    }
}
