//! Names that everybody knows by what they are cut to: "United Kingdom" and "UK", "California", "Calif." and "CA".

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::english;
use crate::text::{Case, Document};

/// Names with the acronyms that stand for them; those of several words whatever follows: "United States President".
const ACRONYMS: [(&[&str], &str); 30] = [
    (&["america"], "us"),
    (&["american"], "us"),
    (&["americans"], "us"),
    (&["britain"], "uk"),
    (&["british"], "uk"),
    (&["britons"], "uk"),
    (&["european", "union"], "eu"),
    (&["first", "world", "war"], "wwi"),
    (&["franklin", "d", ".", "roosevelt"], "fdr"),
    (&["franklin", "delano", "roosevelt"], "fdr"),
    (&["great", "britain"], "uk"),
    (&["john", "f", ".", "kennedy"], "jfk"),
    (&["los", "angeles"], "la"),
    (&["martin", "luther", "king"], "mlk"),
    (&["new", "zealand"], "nz"),
    (&["republican"], "gop"),
    (&["republican", "party"], "gop"),
    (&["republicans"], "gop"),
    (&["saudi", "arabia"], "ksa"),
    (&["second", "world", "war"], "wwii"),
    (&["soviet", "union"], "ussr"),
    (&["supreme", "court", "of", "the", "united", "states"], "scotus"),
    (&["united", "arab", "emirates"], "uae"),
    (&["united", "kingdom"], "uk"),
    (&["united", "nations"], "un"),
    (&["united", "states"], "us"),
    (&["world", "war", "i"], "wwi"),
    (&["world", "war", "ii"], "wwii"),
    (&["world", "war", "one"], "wwi"),
    (&["world", "war", "two"], "wwii"),
];

/// A state of the United States, or the city named as one: its name, the code that the post has for it, and what newspapers cut it
/// to (The Associated Press Stylebook, "state names"), where that is one word. It is kept by its code, in capitals.
struct State {
    name: &'static [&'static str],
    code: &'static str,
    short: &'static str,
}

const fn state(name: &'static [&'static str], code: &'static str, short: &'static str) -> State {
    State { name, code, short }
}

/// Washington is left out, being the city as often; New York City is kept by the code of its state.
const STATES: [State; 50] = [
    state(&["alabama"], "AL", "ala"),
    state(&["alaska"], "AK", ""),
    state(&["arizona"], "AZ", "ariz"),
    state(&["arkansas"], "AR", "ark"),
    state(&["california"], "CA", "calif"),
    state(&["colorado"], "CO", "colo"),
    state(&["connecticut"], "CT", "conn"),
    state(&["delaware"], "DE", "del"),
    state(&["florida"], "FL", "fla"),
    state(&["georgia"], "GA", "ga"),
    state(&["hawaii"], "HI", ""),
    state(&["idaho"], "ID", ""),
    state(&["illinois"], "IL", "ill"),
    state(&["indiana"], "IN", "ind"),
    state(&["iowa"], "IA", ""),
    state(&["kansas"], "KS", "kan"),
    state(&["kentucky"], "KY", "ky"),
    state(&["louisiana"], "LA", "la"),
    state(&["maine"], "ME", ""),
    state(&["maryland"], "MD", "md"),
    state(&["massachusetts"], "MA", "mass"),
    state(&["michigan"], "MI", "mich"),
    state(&["minnesota"], "MN", "minn"),
    state(&["mississippi"], "MS", "miss"),
    state(&["missouri"], "MO", "mo"),
    state(&["montana"], "MT", "mont"),
    state(&["nebraska"], "NE", "neb"),
    state(&["nevada"], "NV", "nev"),
    state(&["new", "hampshire"], "NH", ""),
    state(&["new", "jersey"], "NJ", ""),
    state(&["new", "mexico"], "NM", ""),
    state(&["new", "york"], "NY", ""),
    state(&["new", "york", "city"], "NY", "nyc"),
    state(&["north", "carolina"], "NC", ""),
    state(&["north", "dakota"], "ND", ""),
    state(&["ohio"], "OH", ""),
    state(&["oklahoma"], "OK", "okla"),
    state(&["oregon"], "OR", "ore"),
    state(&["pennsylvania"], "PA", "pa"),
    state(&["rhode", "island"], "RI", ""),
    state(&["south", "carolina"], "SC", ""),
    state(&["south", "dakota"], "SD", ""),
    state(&["tennessee"], "TN", "tenn"),
    state(&["texas"], "TX", "tex"),
    state(&["utah"], "UT", ""),
    state(&["vermont"], "VT", "vt"),
    state(&["virginia"], "VA", "va"),
    state(&["west", "virginia"], "WV", ""),
    state(&["wisconsin"], "WI", "wis"),
    state(&["wyoming"], "WY", "wyo"),
];

/// Codes and short forms that mean something else as often, but after a comma: "Boston, MA".
const AMBIGUOUS: [&str; 29] = [
    "al", "ala", "ar", "ark", "co", "ct", "de", "del", "hi", "id", "ill", "in", "ind", "kan", "la", "ma",
    "mass", "md", "me", "miss", "mo", "ms", "mt", "oh", "ok", "or", "ore", "pa", "va",
];

/// What stands before "America" or "American" where it is not the United States.
const OTHER_AMERICAS: [&str; 4] = ["central", "latin", "north", "south"];

/// A name with what it is kept by.
struct Known {
    words: &'static [&'static str],
    key: &'static str,
    /// Whether it is another name where more words follow: "North Carolina State University".
    whole: bool,
}

/// The names by their first words, of each the longest first.
static NAMES: LazyLock<FxHashMap<&str, Vec<Known>>> = LazyLock::new(|| {
    let acronyms = ACRONYMS.iter().map(|&(words, key)| Known { words, key, whole: words.len() == 1 });
    let states = STATES.iter().map(|state| Known { words: state.name, key: state.code, whole: true });
    let mut names: FxHashMap<&str, Vec<Known>> = FxHashMap::default();
    for known in acronyms.chain(states) {
        names.entry(known.words[0]).or_default().push(known);
    }
    names.values_mut().for_each(|known| known.sort_by_key(|known| std::cmp::Reverse(known.words.len())));
    names
});

/// What states are cut to (folded), with their codes.
static ABBREVIATIONS: LazyLock<FxHashMap<String, &str>> = LazyLock::new(|| {
    let forms = |state: &State| {
        [state.code, state.short].into_iter().filter(|form| !form.is_empty()).map(str::to_ascii_lowercase)
    };
    STATES.iter().flat_map(|state| forms(state).map(|form| (form, state.code))).collect()
});

/// How long what a state is cut to is at most: "Calif".
const LONGEST_CUT: usize = 5;

/// What the name that begins `tokens` is kept by, if everybody knows it, and how many tokens it has.
pub(super) fn key(document: &Document, tokens: Range<usize>) -> Option<(&'static str, usize)> {
    // Nearly every word with a capital letter is none.
    let known = NAMES.get(document.folded_or_empty(tokens.start))?;
    let begins = |known: &&Known| {
        let words = known.words.iter().zip(tokens.clone());
        known.words.len() <= tokens.len()
            && words.into_iter().all(|(word, at)| *word == document.folded(at))
            && (!known.whole || stands_alone(document, tokens.start..tokens.start + known.words.len()))
    };
    known.iter().find(begins).map(|known| (known.key, known.words.len()))
}

/// What the state is kept by that the token at `at` is cut from: "NC", "N.C.", "Calif.".
pub(super) fn abbreviated(document: &Document, at: usize) -> Option<&'static str> {
    let token = &document.tokens()[at];
    let word = document.folded(at);
    let is_code = token.case == Case::Upper;
    let stop = document.tokens().get(at + 1);
    let is_cut = || stop.is_some_and(|stop| stop.glued && document.folded(at + 1) == ".");
    // Nearly every word with a capital letter is none.
    if word.len() > LONGEST_CUT || !is_code && !is_cut() {
        return None;
    }
    let key = ABBREVIATIONS.get(word)?;
    // "Boston, MA, banned it", but not "Chicago, LA and Boston".
    let closed = matches!(document.folded_or_empty(at + 1), "" | "," | "." | ")");
    let comma = at.checked_sub(1).is_some_and(|before| document.folded(before) == ",");
    let after_comma = comma && closed && !(is_code && is_acronym(word));
    (after_comma || !AMBIGUOUS.contains(&word)).then_some(key)
}

/// Whether the token at `at` is what a country or a body that everybody knows is cut to: "US", "UN".
pub(super) fn abbreviates(document: &Document, at: usize) -> bool {
    document.tokens()[at].case == Case::Upper && is_acronym(document.folded(at))
}

/// Whether `letters` (folded) stand for a name that everybody knows, as short as they are.
pub(super) fn is_acronym(letters: &str) -> bool {
    ACRONYMS.iter().any(|(_, known)| *known == letters)
}

/// Whether words with capital letters are a name by themselves: not "British Columbia", "Bank of America", "Latin-American" or
/// "Southern California".
fn stands_alone(document: &Document, name: Range<usize>) -> bool {
    let back = |steps: usize| name.start.checked_sub(steps).map_or("", |i| document.folded(i));
    let before = if back(1) == "-" { back(2) } else { back(1) };
    // A word that begins a sentence has a capital letter whatever it is: "Two American soldiers".
    let begins = |i: usize| {
        document.begins_sentence(i) || i > 0 && matches!(document.folded(i - 1), "." | "!" | "?" | ":" | "\"")
    };
    let plain = |i: usize| begins(i) && english::zipf(document.folded(i)).is_some();
    let named =
        |i: usize| is_capital(document, i) && !plain(i) && !english::is_function_word(document.folded(i));
    let is_part =
        name.end < document.tokens().len() && named(name.end) || name.start.checked_sub(1).is_some_and(named);
    let of_body = back(1) == "of" && name.start.checked_sub(2).is_some_and(|i| is_capital(document, i));
    !is_part && !of_body && !OTHER_AMERICAS.contains(&before)
}

/// Whether the token at `at` is a word with a capital letter.
pub(super) fn is_capital(document: &Document, at: usize) -> bool {
    let token = &document.tokens()[at];
    token.is_word() && token.case != Case::Lower
}
