//! The words that a value can begin with.

use crate::text::WordSet;

/// What a word may begin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Word {
    /// "a", "an": only before a word such as "hundred", "dozen" or "third".
    Article,
    /// Zero to nineteen.
    Small(u8),
    /// Twenty to ninety.
    Tens(u8),
    Hundred,
    /// "thousand" and above.
    Scale(f64),
    Dozen,
    /// "first", "third".
    Ordinal(u16),
    /// "half", "quarters", "thirds": how many make the whole.
    Parts(u8),
    /// From 1.
    Month(u8),
    /// "Jan", "Sept", from 1.
    ShortMonth(u8),
    /// From 0, Monday.
    Weekday(u8),
    /// "today": days from the day of publication.
    Day(i8),
    /// "last", "next", "this".
    Shift(i8),
    /// The season's first month in the northern hemisphere.
    Season(u8),
    /// "early", "mid", "late": the thirds of a period, from 0.
    Third(u8),
    /// "beginning", "middle", "end", with "of": the same.
    ThirdOf(u8),
    /// "q1", from 1.
    Quarter(u8),
    /// "noon", in minutes from midnight.
    Clock(u16),
    /// "once", "twice", "thrice".
    Occurrences(u8),
    /// "doubled": by how much.
    Factor(f64),
    /// "dozens", "several": from, to (not included).
    Vague(f64, f64),
    /// A currency sign written in letters: "USD", "Rs".
    Money,
    Both,
    /// "pair", "trio": so many, with an article before and "of" persons after.
    Group(u8),
    /// "Christmas", "Halloween": what the name of a day in the calendar begins with.
    Feast,
    /// "twenties": the first age of the ten.
    Decade(u8),
}

/// The words alone.
const KEYS: [&str; WORDS.len()] = {
    let mut keys = [""; WORDS.len()];
    let mut at = 0;
    while at < keys.len() {
        keys[at] = WORDS[at].0;
        at += 1;
    }
    keys
};

/// The same, to be looked up for every word of a text.
static BY_WORD: WordSet = WordSet::of(&KEYS);

/// What `folded` may begin.
pub(super) fn find(folded: &str) -> Option<Word> {
    BY_WORD.position(folded).map(|at| WORDS[at].1)
}

use Word::{
    Article, Both, Clock, Day, Decade, Dozen, Factor, Feast, Group, Hundred, Money, Month, Occurrences,
    Ordinal, Parts, Quarter, Scale, Season, Shift, ShortMonth, Small, Tens, Third, ThirdOf, Vague, Weekday,
};

/// No upper bound is meant.
const MANY: f64 = f64::INFINITY;

/// By word, in order.
const WORDS: &[(&str, Word)] = &[
    ("a", Article),
    ("aed", Money),
    ("an", Article),
    ("apr", ShortMonth(4)),
    ("april", Month(4)),
    ("aud", Money),
    ("aug", ShortMonth(8)),
    ("august", Month(8)),
    ("autumn", Season(9)),
    ("beginning", ThirdOf(0)),
    ("billion", Scale(1e9)),
    ("billions", Vague(2e9, 1e12)),
    ("both", Both),
    ("boxing", Feast),
    ("brl", Money),
    ("cad", Money),
    ("chf", Money),
    ("christmas", Feast),
    ("cny", Money),
    ("countless", Vague(20.0, MANY)),
    ("couple", Vague(2.0, 3.0)),
    ("crore", Scale(1e7)),
    ("debut", Ordinal(1)),
    ("dec", ShortMonth(12)),
    ("december", Month(12)),
    ("dkk", Money),
    ("double", Factor(2.0)),
    ("doubled", Factor(2.0)),
    ("doubles", Factor(2.0)),
    ("doubling", Factor(2.0)),
    ("dozen", Dozen),
    ("dozens", Vague(24.0, 100.0)),
    ("duo", Group(2)),
    ("early", Third(0)),
    ("eight", Small(8)),
    ("eighteen", Small(18)),
    ("eighteenth", Ordinal(18)),
    ("eighth", Ordinal(8)),
    ("eighths", Parts(8)),
    ("eighties", Decade(80)),
    ("eightieth", Ordinal(80)),
    ("eighty", Tens(80)),
    ("eleven", Small(11)),
    ("eleventh", Ordinal(11)),
    ("end", ThirdOf(2)),
    ("eur", Money),
    ("fall", Season(9)),
    ("feb", ShortMonth(2)),
    ("february", Month(2)),
    ("few", Vague(2.0, MANY)),
    ("fifteen", Small(15)),
    ("fifteenth", Ordinal(15)),
    ("fifth", Ordinal(5)),
    ("fifths", Parts(5)),
    ("fifties", Decade(50)),
    ("fiftieth", Ordinal(50)),
    ("fifty", Tens(50)),
    ("first", Ordinal(1)),
    ("five", Small(5)),
    ("fivefold", Factor(5.0)),
    ("forties", Decade(40)),
    ("fortieth", Ordinal(40)),
    ("forty", Tens(40)),
    ("four", Small(4)),
    ("fourfold", Factor(4.0)),
    ("fourteen", Small(14)),
    ("fourteenth", Ordinal(14)),
    ("fourth", Ordinal(4)),
    ("fourty", Tens(40)),
    ("friday", Weekday(4)),
    ("gbp", Money),
    ("half", Parts(2)),
    ("halloween", Feast),
    ("halved", Factor(0.5)),
    ("halves", Parts(2)),
    ("halving", Factor(0.5)),
    ("handful", Vague(2.0, 10.0)),
    ("hkd", Money),
    ("hundred", Hundred),
    ("hundreds", Vague(200.0, 1e3)),
    ("hundredth", Ordinal(100)),
    ("ils", Money),
    ("inaugural", Ordinal(1)),
    ("inr", Money),
    ("jan", ShortMonth(1)),
    ("january", Month(1)),
    ("jpy", Money),
    ("jul", ShortMonth(7)),
    ("july", Month(7)),
    ("jun", ShortMonth(6)),
    ("june", Month(6)),
    ("krw", Money),
    ("lakh", Scale(1e5)),
    ("last", Shift(-1)),
    ("late", Third(2)),
    ("many", Vague(3.0, MANY)),
    ("mar", ShortMonth(3)),
    ("march", Month(3)),
    ("may", Month(5)),
    ("mid", Third(1)),
    ("midday", Clock(720)),
    ("middle", ThirdOf(1)),
    ("midnight", Clock(0)),
    ("million", Scale(1e6)),
    ("millions", Vague(2e6, 1e9)),
    ("monday", Weekday(0)),
    ("multiple", Vague(2.0, MANY)),
    ("mxn", Money),
    ("new", Feast),
    ("next", Shift(1)),
    ("nil", Small(0)),
    ("nine", Small(9)),
    ("nineteen", Small(19)),
    ("nineteenth", Ordinal(19)),
    ("nineties", Decade(90)),
    ("ninetieth", Ordinal(90)),
    ("ninety", Tens(90)),
    ("ninth", Ordinal(9)),
    ("ninths", Parts(9)),
    ("nok", Money),
    ("noon", Clock(720)),
    ("nov", ShortMonth(11)),
    ("november", Month(11)),
    ("numerous", Vague(3.0, MANY)),
    ("nzd", Money),
    ("oct", ShortMonth(10)),
    ("october", Month(10)),
    ("once", Occurrences(1)),
    ("one", Small(1)),
    ("pair", Group(2)),
    ("q1", Quarter(1)),
    ("q2", Quarter(2)),
    ("q3", Quarter(3)),
    ("q4", Quarter(4)),
    ("quadruple", Factor(4.0)),
    ("quadrupled", Factor(4.0)),
    ("quarter", Parts(4)),
    ("quarters", Parts(4)),
    ("quartet", Group(4)),
    ("quintet", Group(5)),
    ("rmb", Money),
    ("rs", Money),
    ("rub", Money),
    ("saturday", Weekday(5)),
    ("scores", Vague(40.0, 200.0)),
    ("second", Ordinal(2)),
    ("sek", Money),
    ("sep", ShortMonth(9)),
    ("sept", ShortMonth(9)),
    ("september", Month(9)),
    ("seven", Small(7)),
    ("seventeen", Small(17)),
    ("seventeenth", Ordinal(17)),
    ("seventh", Ordinal(7)),
    ("sevenths", Parts(7)),
    ("seventies", Decade(70)),
    ("seventieth", Ordinal(70)),
    ("seventy", Tens(70)),
    ("several", Vague(3.0, MANY)),
    ("sgd", Money),
    ("six", Small(6)),
    ("sixfold", Factor(6.0)),
    ("sixteen", Small(16)),
    ("sixteenth", Ordinal(16)),
    ("sixth", Ordinal(6)),
    ("sixths", Parts(6)),
    ("sixties", Decade(60)),
    ("sixtieth", Ordinal(60)),
    ("sixty", Tens(60)),
    ("spring", Season(3)),
    ("start", ThirdOf(0)),
    ("summer", Season(6)),
    ("sunday", Weekday(6)),
    ("ten", Small(10)),
    ("tenfold", Factor(10.0)),
    ("tens", Vague(20.0, 100.0)),
    ("tenth", Ordinal(10)),
    ("tenths", Parts(10)),
    ("third", Ordinal(3)),
    ("thirds", Parts(3)),
    ("thirteen", Small(13)),
    ("thirteenth", Ordinal(13)),
    ("thirties", Decade(30)),
    ("thirtieth", Ordinal(30)),
    ("thirty", Tens(30)),
    ("this", Shift(0)),
    ("thousand", Scale(1e3)),
    ("thousands", Vague(2e3, 1e4)),
    ("three", Small(3)),
    ("threefold", Factor(3.0)),
    ("thrice", Occurrences(3)),
    ("thursday", Weekday(3)),
    ("today", Day(0)),
    ("tomorrow", Day(1)),
    ("tonight", Day(0)),
    ("treble", Factor(3.0)),
    ("trebled", Factor(3.0)),
    ("trillion", Scale(1e12)),
    ("trillions", Vague(2e12, MANY)),
    ("trio", Group(3)),
    ("triple", Factor(3.0)),
    ("tripled", Factor(3.0)),
    ("triples", Factor(3.0)),
    ("tripling", Factor(3.0)),
    ("try", Money),
    ("tuesday", Weekday(1)),
    ("twelfth", Ordinal(12)),
    ("twelve", Small(12)),
    ("twenties", Decade(20)),
    ("twentieth", Ordinal(20)),
    ("twenty", Tens(20)),
    ("twice", Occurrences(2)),
    ("two", Small(2)),
    ("twofold", Factor(2.0)),
    ("usd", Money),
    ("valentine", Feast),
    ("wednesday", Weekday(2)),
    ("winter", Season(12)),
    ("yesterday", Day(-1)),
    ("zar", Money),
    ("zero", Small(0)),
];

#[cfg(test)]
mod tests {
    use super::{WORDS, Word, find};

    #[test]
    fn the_table_is_searched_whole() {
        assert!(WORDS.iter().all(|(word, meaning)| find(word) == Some(*meaning)));
        assert_eq!(find("seven"), Some(Word::Small(7)));
        assert_eq!(find("sevenfoldedness"), None);
    }
}
