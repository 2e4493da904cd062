//! Bare numbers in digits and words: "60 000", "2.4m", "two and a half million", "a hundred and one".

use super::digits;
use super::lexicon::{self, Word};
use super::reader::Reader;
use crate::text::WordSet;

/// A number and how exactly it is told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    pub(super) value: f64,
    /// The place of the last figure shown: 0.1 for "2.4", 100,000 for "2.4m", 1 for "8,000".
    pub(super) place: f64,
    /// The token after its last.
    pub(super) end: usize,
    /// Whether it is written in digits, with nothing but digits.
    pub(super) plain: bool,
    /// Whether it begins with digits.
    pub(super) digits: bool,
}

impl Number {
    /// The whole number it is, if it is one that is not huge.
    pub(super) fn small(self) -> Option<u32> {
        let whole = (0.0..4e9).contains(&self.value) && self.value.fract() == 0.0;
        // In range and whole, so nothing is cut off.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        whole.then_some(self.value as u32)
    }

    /// The place of its last figure that is not zero: 1,000 for "8,000".
    pub(super) fn telling_place(self) -> f64 {
        let mut place = self.place;
        while self.value != 0.0 && place < self.value.abs() && (self.value / (place * 10.0)).fract() == 0.0 {
            place *= 10.0;
        }
        place
    }
}

/// What a scale word or letter after a number may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// "5 m" is five million: beside a currency sign.
    Money,
    /// "5 m" is five metres and "5m" five million, unless lengths are spoken of.
    Plain,
}

/// The number that begins at `at`.
pub(super) fn read(reader: &Reader, at: usize, letters: Letters) -> Option<Number> {
    if reader.is_number(at) { in_digits(reader, at, letters) } else { in_words(reader, at) }
}

fn in_digits(reader: &Reader, at: usize, letters: Letters) -> Option<Number> {
    let first = digits::read(reader.word(at))?;
    let mut number =
        Number { value: first.value, place: first.place, end: at + 1, plain: first.plain, digits: true };
    if first.plain {
        group_by_blanks(reader, at, &mut number);
    }
    add_fraction(reader, &mut number);
    while let Some((factor, end)) = scale(reader, number, letters) {
        number = Number {
            value: number.value * factor,
            place: number.place * factor,
            end,
            plain: false,
            ..number
        };
    }
    Some(number).filter(|number| number.value.is_finite())
}

/// "60 000": groups of three parted by one blank each.
fn group_by_blanks(reader: &Reader, at: usize, number: &mut Number) {
    let leads = |word: &str| word.len() <= 3 && !word.starts_with('0');
    let after_month =
        matches!(lexicon::find(reader.before(at, 1)), Some(Word::Month(_) | Word::ShortMonth(_)));
    if !leads(reader.word(at)) || after_month {
        return;
    }
    while reader.is_number(number.end)
        && reader.one_blank_before(number.end)
        && reader.word(number.end).len() == 3
        && !reader.glued(number.end + 1)
        && let Some(group) = digits::read(reader.word(number.end)).filter(|group| group.plain)
    {
        number.value = number.value * 1000.0 + group.value;
        number.end += 1;
        number.plain = false;
    }
}

/// "1½", "1 ½", "1 1/2", "2 and a half".
fn add_fraction(reader: &Reader, number: &mut Number) {
    let at = number.end;
    if let Some(part) = digits::fraction_sign(reader.word(at)) {
        *number = Number { value: number.value + part, place: part, end: at + 1, plain: false, ..*number };
    } else if let Some((part, end)) = slashed(reader, at).filter(|_| !reader.glued(at)) {
        *number = Number { value: number.value + part, place: part, end, plain: false, ..*number };
    } else {
        and_a_part(reader, number);
    }
}

/// "and a half", "and a quarter", "and three quarters".
pub(super) fn and_a_part(reader: &Reader, number: &mut Number) {
    let and = reader.past_hyphen(number.end);
    if reader.word(and) != "and" {
        return;
    }
    let many = reader.past_hyphen(and + 1);
    let unit = reader.past_hyphen(many + 1);
    let times = match lexicon::find(reader.word(many)) {
        Some(Word::Article) => 1.0,
        Some(Word::Small(many)) => f64::from(many),
        _ => return,
    };
    let part = match lexicon::find(reader.word(unit)) {
        Some(Word::Parts(parts)) => times / f64::from(parts),
        _ => return,
    };
    if part < 1.0 {
        let scale = if number.place > 1.0 { number.place } else { 1.0 };
        number.value += part * scale;
        number.place = part * scale;
        number.end = unit + 1;
        number.plain = false;
    }
}

/// "1/2", "3/2 of", or "1 / 2 of", with a small lower number: 9/11 is a day and 24/7 neither.
pub(super) fn slashed(reader: &Reader, at: usize) -> Option<(f64, usize)> {
    let of = reader.word(at + 3) == "of";
    let joined = reader.is_number(at) && reader.word(at + 1) == "/" && reader.is_number(at + 2);
    let glued = reader.glued(at + 1) && reader.glued(at + 2);
    let spaced = !reader.glued(at + 1) && !reader.glued(at + 2) && of;
    if !joined || !(glued || spaced) || reader.word(at + 3) == "/" {
        return None;
    }
    let upper = reader.word(at).parse::<u8>().ok()?;
    let lower = reader.word(at + 2).parse::<u8>().ok()?;
    let usual = matches!(lower, 2..=6 | 8 | 10 | 16) && 0 < upper && (upper < lower || of && upper < 10);
    usual.then(|| (f64::from(upper) / f64::from(lower), at + 3))
}

/// The scale after `number`: its factor and the token after it.
fn scale(reader: &Reader, number: Number, letters: Letters) -> Option<(f64, usize)> {
    let at = number.end;
    let word_at = reader.past_hyphen(at);
    let factor = match reader.word(word_at) {
        "hundred" => 1e2,
        "dozen" => 12.0,
        "mln" | "mio" => 1e6,
        "bln" => 1e9,
        "trn" => 1e12,
        "mil" if letters == Letters::Money => 1e6,
        word => match lexicon::find(word) {
            Some(Word::Scale(factor)) => factor,
            _ => return scale_letter(reader, number, letters),
        },
    };
    Some((factor, word_at + 1))
}

fn scale_letter(reader: &Reader, number: Number, letters: Letters) -> Option<(f64, usize)> {
    let at = number.end;
    // "201 bn cigarettes": no other unit is written so.
    let abbreviated = matches!(reader.word(at), "bn" | "mn" | "tn") && reader.is_lower_word(at);
    if !reader.is_word(at) || !(reader.glued(at) || abbreviated || letters == Letters::Money) {
        return None;
    }
    let factor = match reader.word(at) {
        "k" => 1e3,
        // "3000m" is run, not counted.
        "m" if letters == Letters::Money || number.value < 1000.0 && !lengths_are_meant(reader, at) => 1e6,
        "mn" | "mil" => 1e6,
        "b" | "bn" => 1e9,
        "tn" => 1e12,
        "t" if letters == Letters::Money && reader.glued(at) && reader.is_capitalised(at) => 1e12,
        _ => return None,
    };
    Some((factor, at + 1))
}

/// Words after "100m" that make it metres.
#[rustfmt::skip]
static AFTER_METRES: WordSet = WordSet::of(&[
    "above", "apart", "away", "backstroke", "below", "breaststroke", "butterfly", "deep", "final",
    "freestyle", "from", "high", "hurdles", "long", "medley", "race", "relay", "runner", "sprint",
    "sprinter", "tall", "title", "wide", "x",
]);

/// Words before it that speak of lengths.
#[rustfmt::skip]
static BEFORE_METRES: WordSet = WordSet::of(&[
    "altitude", "deep", "depth", "diameter", "distance", "elevation", "feet", "ft", "height",
    "high", "length", "long", "measured", "measures", "meters", "metres", "pool", "radius", "ran",
    "swam", "tall", "tower", "wall", "wave", "waves", "wide", "width",
]);

/// Whether the "m" at `at` is for metres.
fn lengths_are_meant(reader: &Reader, at: usize) -> bool {
    let after = reader.word(reader.past_hyphen(at + 1));
    AFTER_METRES.contains(after)
        || reader.word(at + 1) == "/"
        || (1..=8).any(|back| BEFORE_METRES.contains(reader.before(at, back)))
}

/// What has been read of a number in words.
struct Words {
    total: f64,
    group: f64,
    /// What may follow must be smaller than this.
    room: f64,
    last_scale: f64,
    place: f64,
    end: usize,
}

impl Words {
    fn value(&self) -> f64 {
        self.total + self.group
    }

    /// Takes in the number word at `at`; false where it does not continue the number.
    fn take(&mut self, word: Word, at: usize) -> bool {
        match word {
            Word::Small(n) if self.room > f64::from(n) && (n > 0 || self.value() == 0.0) => {
                self.group += f64::from(n);
                (self.room, self.place) = (0.0, 1.0);
            }
            Word::Tens(n) if self.room > f64::from(n) => {
                self.group += f64::from(n);
                (self.room, self.place) = (10.0, 1.0);
            }
            Word::Hundred if (1.0..100.0).contains(&self.group) => {
                self.group *= 100.0;
                (self.room, self.place) = (100.0, 1.0);
            }
            Word::Dozen if self.group > 0.0 && self.group < 20.0 => {
                self.group *= 12.0;
                (self.room, self.place) = (0.0, 1.0);
            }
            Word::Scale(scale) if self.group > 0.0 && scale < self.last_scale => {
                self.total += self.group * scale;
                (self.group, self.room, self.place) = (0.0, scale.min(1000.0), scale);
                self.last_scale = scale;
            }
            _ => return false,
        }
        self.end = at + 1;
        true
    }
}

fn in_words(reader: &Reader, at: usize) -> Option<Number> {
    if reader.word(at) == "point" {
        return from_the_point(reader, at);
    }
    let (seed, from) = seed(reader, at)?;
    let mut words = Words {
        total: 0.0,
        group: seed,
        room: if seed == 0.0 { 1e3 } else { 0.0 },
        last_scale: f64::INFINITY,
        place: 1.0,
        end: from,
    };
    loop {
        let next = past_joint(reader, &words);
        match lexicon::find(reader.word(next)) {
            Some(word) if words.take(word, next) => {}
            _ => break,
        }
        let so_far = words.value();
        let mut part =
            Number { value: so_far, place: words.place, end: words.end, plain: false, digits: false };
        if words.last_scale.is_infinite() {
            spoken_decimals(reader, &mut part);
        }
        and_a_part(reader, &mut part);
        if part.end != words.end {
            return Some(scaled_once(reader, part));
        }
    }
    let number =
        Number { value: words.value(), place: words.place, end: words.end, plain: false, digits: false };
    (words.end > from).then_some(number)
}

/// "three *point two*", "four *point two five*": as figures are spoken.
fn spoken_decimals(reader: &Reader, number: &mut Number) {
    if reader.word(number.end) != "point" {
        return;
    }
    let digit = |at: usize| match lexicon::find(reader.word(at)) {
        Some(Word::Small(digit)) if digit < 10 => Some(f64::from(digit)),
        _ => None,
    };
    let mut at = number.end + 1;
    let mut place = 1.0;
    while let Some(digit) = digit(at) {
        place /= 10.0;
        number.value += digit * place;
        at += 1;
    }
    if place < 1.0 {
        (number.place, number.end) = (place, at);
    }
}

/// "*Point five* per cent": without anything before it only of a share or before a scale, for "at this point five people came".
fn from_the_point(reader: &Reader, at: usize) -> Option<Number> {
    let mut number = Number { value: 0.0, place: 1.0, end: at, plain: false, digits: false };
    spoken_decimals(reader, &mut number);
    let next = reader.word(number.end);
    let of_a_share = matches!(next, "percent" | "%") || reader.reads(number.end, &["per", "cent"]);
    let scaled = matches!(lexicon::find(next), Some(Word::Scale(_)));
    (number.end > at && (of_a_share || scaled)).then(|| scaled_once(reader, number))
}

/// The end of "seven forty", which may be 740, 7.40 or a bus, and is neither seven nor forty of what follows.
pub(super) fn run_together(reader: &Reader, at: usize) -> Option<usize> {
    let small = matches!(lexicon::find(reader.word(at)), Some(Word::Small(1..=9)));
    let tens = matches!(lexicon::find(reader.word(at + 1)), Some(Word::Tens(_)));
    let end = in_words(reader, at + 1).filter(|_| small && tens)?.end;
    // "Two twenty-minute talks."
    (!reader.hyphen(end)).then_some(end)
}

/// What stands before the first number word: an article is one, "half a" a half.
fn seed(reader: &Reader, at: usize) -> Option<(f64, usize)> {
    let scales = |at: usize| {
        matches!(lexicon::find(reader.word(at)), Some(Word::Hundred | Word::Scale(_) | Word::Dozen))
    };
    if let Some(parts) = parts_of_scale(reader, at) {
        return Some(parts);
    }
    match lexicon::find(reader.word(at))? {
        Word::Small(_) | Word::Tens(_) => Some((0.0, at)),
        Word::Article if scales(at + 1) => Some((1.0, at + 1)),
        Word::Parts(parts @ (2 | 4)) => {
            let of = at + 1 + usize::from(reader.word(at + 1) == "of");
            let article = reader.past_hyphen(of);
            let scale = article + usize::from(matches!(reader.word(article), "a" | "an"));
            scales(scale).then_some((1.0 / f64::from(parts), scale))
        }
        Word::Dozen | Word::Hundred | Word::Scale(_) if reader.reads_back(at, &["per"]) => None,
        _ => None,
    }
}

/// "*Three quarters of a* million", "*a third of a* million": the share, and where the scale stands.
pub(super) fn parts_of_scale(reader: &Reader, at: usize) -> Option<(f64, usize)> {
    let times = match lexicon::find(reader.word(at))? {
        Word::Small(times) => f64::from(times),
        Word::Article => 1.0,
        _ => return None,
    };
    let part = reader.past_hyphen(at + 1);
    let parts = match lexicon::find(reader.word(part))? {
        Word::Parts(parts) => f64::from(parts),
        Word::Ordinal(parts @ 3..) => f64::from(parts),
        _ => return None,
    };
    let scale = part + 2 + usize::from(matches!(reader.word(part + 2), "a" | "an"));
    let scaled =
        matches!(lexicon::find(reader.word(scale)), Some(Word::Hundred | Word::Scale(_) | Word::Dozen));
    (scaled && reader.word(part + 1) == "of").then(|| (times / parts, scale))
}

/// The token after a joining "-" or "and" at the end of `words`, where such may stand.
fn past_joint(reader: &Reader, words: &Words) -> usize {
    let at = words.end;
    if reader.hyphen(at) {
        return at + 1;
    }
    if reader.word(at) == "and" && words.room >= 100.0 && words.value() > 0.0 {
        return at + 1;
    }
    at
}

/// "two and a half million".
fn scaled_once(reader: &Reader, number: Number) -> Number {
    let at = reader.past_hyphen(number.end);
    match lexicon::find(reader.word(at)) {
        Some(Word::Scale(factor)) => {
            Number { value: number.value * factor, place: number.place * factor, end: at + 1, ..number }
        }
        _ => number,
    }
}
