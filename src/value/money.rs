//! Currencies: their signs, codes and names, before and after the number.

use crate::text::Case;

use super::kind::Currency;
use super::reader::Reader;

/// The currency whose sign or code begins at or ends at `at`, before a number: where it begins, and the
/// token after it.
pub(super) fn before_number(reader: &Reader, at: usize, floor: usize) -> Option<(Currency, usize, usize)> {
    if let Some(currency) = sign(reader.word(at)) {
        let (currency, start) = match dollar_of(reader, at) {
            Some(currency) if at > floor => (currency, at - 1),
            _ => (currency, at),
        };
        return Some((Currency(currency), start, at + 1));
    }
    let currency = code(reader, at)?;
    let end = at + 1 + usize::from(reader.word(at + 1) == "." && reader.glued(at + 1));
    Some((Currency(currency), at, end))
}

fn sign(word: &str) -> Option<&'static str> {
    Some(match word {
        "$" => "USD",
        "£" => "GBP",
        "€" => "EUR",
        "¥" => "JPY",
        "₹" => "INR",
        "₽" => "RUB",
        "₩" => "KRW",
        "₺" => "TRY",
        "₴" => "UAH",
        "₦" => "NGN",
        _ => return None,
    })
}

/// "US$", "A$", "C$": the dollar that the letters before the sign at `at` name.
fn dollar_of(reader: &Reader, at: usize) -> Option<&'static str> {
    if reader.word(at) != "$" || !reader.glued(at) {
        return None;
    }
    Some(match reader.before(at, 1) {
        "us" => "USD",
        "a" | "au" => "AUD",
        "c" | "ca" => "CAD",
        "nz" => "NZD",
        "hk" => "HKD",
        "s" => "SGD",
        "r" => "BRL",
        _ => return None,
    })
}

/// "USD", "Rs": a code in capitals, or a sign in letters.
fn code(reader: &Reader, at: usize) -> Option<&'static str> {
    let word = reader.word(at);
    if matches!(word, "rs" | "inr") && reader.is_capitalised(at) {
        return Some("INR");
    }
    (reader.case(at) == Case::Upper)
        .then(|| CODES.iter().find(|(code, _)| *code == word))
        .flatten()
        .map(|c| c.1)
}

static CODES: &[(&str, &str)] = &[
    ("usd", "USD"),
    ("gbp", "GBP"),
    ("eur", "EUR"),
    ("jpy", "JPY"),
    ("aud", "AUD"),
    ("cad", "CAD"),
    ("chf", "CHF"),
    ("cny", "CNY"),
    ("rmb", "CNY"),
    ("nzd", "NZD"),
    ("hkd", "HKD"),
    ("sgd", "SGD"),
    ("sek", "SEK"),
    ("nok", "NOK"),
    ("dkk", "DKK"),
    ("zar", "ZAR"),
    ("brl", "BRL"),
    ("rub", "RUB"),
    ("try", "TRY"),
    ("mxn", "MXN"),
    ("krw", "KRW"),
    ("ils", "ILS"),
    ("aed", "AED"),
];

/// The currency named at `at`, after a number: itself, how much of its main unit one is, and the token
/// after it. `start` is where the number begins.
pub(super) fn after_number(reader: &Reader, at: usize, start: usize) -> Option<(Currency, f64, usize)> {
    if let Some(currency) = sign(reader.word(at)) {
        // "£5 $6" in a table: the sign belongs to the number after it.
        let closes = reader.glued(at) || !reader.is_number(at + 1);
        return closes.then_some((Currency(currency), 1.0, at + 1));
    }
    let word_at = reader.past_hyphen(at);
    let word = reader.word(word_at);
    if let Some(currency) = adjective(word).filter(|_| is_word(reader.word(word_at + 1))) {
        return Some((Currency(currency), 1.0, word_at + 2));
    }
    if reader.glued(at) && matches!(reader.written(at), "p" | "c") {
        let currency = if word == "p" { "GBP" } else { "USD" };
        return Some((Currency(currency), 0.01, at + 1));
    }
    if matches!(word, "pound" | "pounds") && weight_is_meant(reader, start, word_at + 1) {
        return None;
    }
    named(word)
        .map(|(currency, factor)| (Currency(currency), factor, word_at + 1))
        .or_else(|| code(reader, word_at).map(|currency| (Currency(currency), 1.0, word_at + 1)))
}

/// Whether `word` names a currency.
pub(super) fn is_word(word: &str) -> bool {
    named(word).is_some()
}

fn named(word: &str) -> Option<(&'static str, f64)> {
    Some(match word {
        "dollar" | "dollars" | "bucks" => ("USD", 1.0),
        "cent" | "cents" => ("USD", 0.01),
        "pound" | "pounds" | "quid" | "sterling" => ("GBP", 1.0),
        "pence" | "penny" => ("GBP", 0.01),
        "euro" | "euros" => ("EUR", 1.0),
        "yen" => ("JPY", 1.0),
        "yuan" | "renminbi" => ("CNY", 1.0),
        "rupee" | "rupees" => ("INR", 1.0),
        "rouble" | "roubles" | "ruble" | "rubles" => ("RUB", 1.0),
        "franc" | "francs" => ("CHF", 1.0),
        "kronor" | "krona" => ("SEK", 1.0),
        "kroner" | "krone" => ("NOK", 1.0),
        "zloty" | "zlotys" => ("PLN", 1.0),
        "lira" => ("TRY", 1.0),
        "peso" | "pesos" => ("MXN", 1.0),
        "shekel" | "shekels" => ("ILS", 1.0),
        "dirham" | "dirhams" => ("AED", 1.0),
        "riyal" | "riyals" => ("SAR", 1.0),
        "naira" => ("NGN", 1.0),
        "baht" => ("THB", 1.0),
        "reais" => ("BRL", 1.0),
        "hryvnia" | "hryvnias" => ("UAH", 1.0),
        _ => return None,
    })
}

/// "Australian dollars".
fn adjective(word: &str) -> Option<&'static str> {
    Some(match word {
        "us" | "american" => "USD",
        "australian" => "AUD",
        "canadian" => "CAD",
        "singapore" => "SGD",
        "british" => "GBP",
        "swiss" => "CHF",
        "danish" => "DKK",
        "norwegian" => "NOK",
        "swedish" => "SEK",
        "egyptian" => "EGP",
        "pakistani" => "PKR",
        "indian" => "INR",
        "argentine" => "ARS",
        _ => return None,
    })
}

/// Whether pounds are a weight, from the words around a number that begins at `start`.
fn weight_is_meant(reader: &Reader, start: usize, end: usize) -> bool {
    let weighty = |word: &str| {
        word.starts_with("weigh")
            || matches!(word, "heavier" | "lighter" | "heavy" | "overweight" | "ounces" | "lb")
    };
    (1..=5).any(|back| weighty(reader.before(start, back)))
        || (0..=1).any(|ahead| weighty(reader.word(end + ahead)))
}
