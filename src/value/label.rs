//! Numbers that are names: "Channel 4", "F-16", "9/11", "641-228-182", "2-1". They are passed over.

use crate::english;
use crate::text::WordSet;

use super::digits;
use super::lexicon::{self, Word};
use super::noun;
use super::reader::Reader;
use super::recognise::Core;

/// Words that a number after them makes a name of, however they are written.
#[rustfmt::skip]
static HEADS: WordSet = WordSet::of(&[
    "act", "airbus", "amendment", "annex", "apartment", "apollo", "appendix", "area", "article",
    "articles", "bbc", "boeing", "case", "cases", "catch", "category", "channel", "chapter",
    "class", "clause", "division", "episode", "exhibit", "figure", "flight", "force", "formula",
    "fortune", "gate", "grade", "grades", "highway", "interstate", "iphone", "item", "itv",
    "junction", "kepler", "league", "level", "line", "lot", "magnum", "measure", "member", "model",
    "no", "nos", "number", "page", "pages", "paragraph", "part", "phase", "platform", "playstation",
    "proposition", "psalm", "question", "radio", "resolution", "room", "route", "rule", "runway",
    "scene", "schedule", "season", "section", "sections", "series", "sky", "stage", "star", "step",
    "studio", "suite", "table", "terminal", "tier", "title", "top", "type", "unit", "verse",
    "version", "vitamin", "vol", "volume", "war", "ward", "windows", "xbox", "zone",
]);

/// Capitalised words after which a number is still a number; sentence openings mostly.
static OPENINGS: WordSet = WordSet::of(&[
    "almost", "he", "i", "injured", "it", "just", "killed", "least", "nearly", "only", "over", "she", "that",
    "there", "these", "they", "those", "total", "we", "who",
]);

/// From this frequency on a capitalised word of a headline is no name.
const COMMON_ZIPF: f64 = 3.5;

/// The token after a name or a code that the number at `at` stands in, judged by what is glued to it.
pub(super) fn strict(reader: &Reader, at: usize) -> Option<usize> {
    let end = at + 1;
    if marked(reader, at) || leading_zero(reader, at) || joined_to_word(reader, at) {
        return Some(end);
    }
    if !reader.is_number(at) {
        return None;
    }
    if digits::read(reader.word(at)).is_none() {
        return Some(end);
    }
    let same_joint = |mark: &str| {
        let mut end = end;
        let mut joints = 0;
        while reader.word(end) == mark
            && reader.glued(end)
            && reader.is_number(end + 1)
            && reader.glued(end + 1)
        {
            end += 2;
            joints += 1;
        }
        (joints, end)
    };
    let hyphens = same_joint("-");
    let slashes = same_joint("/");
    let colons = same_joint(":");
    let telephone = reader.word(at).len() == 3 && reader.word(at + 2).len() == 4;
    let attack = reader.word(at) == "9" && reader.word(at + 2) == "11";
    if hyphens.0 > 1 || hyphens.0 == 1 && (telephone || attack) {
        return Some(hyphens.1);
    }
    let fraction = super::number::slashed(reader, at).is_some();
    if slashes.0 > 0 && !fraction {
        return Some(slashes.1);
    }
    if colons.0 > 0 {
        return Some(colons.1);
    }
    // Feet and inches as 5'10", which nobody else writes so.
    if reader.word(end) == "'" && reader.glued(end) && reader.is_number(end + 1) && reader.glued(end + 1) {
        return Some(end + 2);
    }
    let item = !reader.glued(at)
        && reader.begins_sentence(at)
        && matches!(reader.word(end), "." | ")")
        && reader.glued(end);
    if item && reader.word(at).len() <= 2 {
        return Some(end + 1);
    }
    let seven_eleven =
        reader.hyphen(end) && reader.is_capitalised(end + 1) && !counts_in_title(reader, end + 1);
    seven_eleven.then_some(end + 2)
}

/// "3-Car Crash", "8-Year-Old", "31-Ounce": a common word or a unit that only a title writes with a capital letter.
fn counts_in_title(reader: &Reader, at: usize) -> bool {
    let common = english::zipf(reader.word(at)).is_some_and(|zipf| zipf >= COMMON_ZIPF);
    let measures =
        super::unit::read(reader, at).is_some() || super::duration::unit(reader.word(at)).is_some();
    measures || common && (reader.headline() || reader.is_capitalised(at + 1) || reader.hyphen(at + 1))
}

/// "#1", "@5", "[12]", "No. 1", and numbers within addresses.
fn marked(reader: &Reader, at: usize) -> bool {
    let last = reader.before(at, 1);
    let numbered = last == "."
        && matches!(
            reader.before(at, 2),
            "no" | "nos" | "vol" | "art" | "sec" | "fig" | "p" | "pp" | "ch" | "nr" | "rm"
        );
    let dialled = last == "(" && reader.word(at + 1) == ")" && reader.is_number(at + 2);
    let cited = last == "[" && reader.word(at + 1) == "]";
    let address = reader.glued(at) && matches!(last, "/" | "@" | "_" | ":" | "\\" | "&" | "*")
        || reader.glued(at) && matches!(last, "." | "?" | "=") && at > 0 && reader.glued(at - 1);
    // "'90%'" and "'2-year'" stand in quotation marks.
    let quoted = reader.word(at + 1) == "%" || reader.hyphen(at + 1) && reader.is_word(at + 2);
    let decade = !quoted
        && reader.glued(at)
        && last == "'"
        && !reader.glued(at.wrapping_sub(1))
        && reader.glued(at + 1);
    matches!(last, "#" | "§" | "№")
        || numbered
        || dialled
        || cited
        || address
        || decade && reader.word(at + 1) != "s"
}

fn leading_zero(reader: &Reader, at: usize) -> bool {
    let word = reader.word(at);
    reader.is_number(at) && word.len() > 1 && word.starts_with('0') && !word.contains(['.', ','])
}

/// "F-16", "COVID-19", "under-21", but not "mid-2016".
fn joined_to_word(reader: &Reader, at: usize) -> bool {
    let Some(hyphen) = at.checked_sub(1).filter(|&hyphen| reader.hyphen(hyphen)) else { return false };
    let before = reader.before(hyphen, 1);
    let joined = reader.is_word(hyphen.wrapping_sub(1));
    let part = matches!(lexicon::find(before), Some(Word::Third(_) | Word::Tens(_) | Word::Parts(_)));
    joined && !part
}

/// The token after a name that the bare number in `core` closes or opens: "Boeing 737", "5G", "one-off".
pub(super) fn named(reader: &Reader, core: &Core) -> Option<usize> {
    let (at, end) = (core.start, core.end);
    if reader.is_number(end - 1) && reader.is_word(end) && reader.glued(end) {
        return Some(end + 1);
    }
    if emergency(reader, at) {
        return Some(end);
    }
    if compound_word(reader, end) || reader.word(end) == "max" {
        return Some(end + 1);
    }
    if is_address(reader, end) {
        return Some(end + 1);
    }
    let head = reader.before(at, 1);
    let group = head == "of" && reader.before(at, 2) == "group" && reader.is_capitalised(at.wrapping_sub(2));
    // "Below zero", "Ground Zero".
    let no_count = reader.word(at) == "zero"
        && matches!(head, "below" | "above" | "from" | "sub" | "ground" | "net" | "patient");
    if group || no_count {
        return Some(end);
    }
    // "The *unit's* 38 midwife posts".
    let owns = at.checked_sub(1).is_some_and(|i| {
        reader.written(i).ends_with(['s', '’', '\'']) && reader.written(i).contains(['’', '\''])
    });
    if owns {
        return None;
    }
    let is_group =
        matches!(head, "big" | "fab") && reader.is_capitalised(at - 1) && !reader.begins_sentence(at - 1);
    if HEADS.contains(head) && !noun::is_plural(reader.word(end)) || is_group {
        return Some(end);
    }
    let bounded =
        super::comparator::before(reader, at, reader.range().start).is_some() || head.ends_with("ly");
    if bounded
        || !reader.is_capitalised(at.wrapping_sub(1))
        || noun::is_stop(head)
        || lexicon::find(head).is_some()
    {
        return None;
    }
    if HEADS.contains(head) {
        return Some(end);
    }
    // "Bombers Kill 59" in a headline, where every word has a capital letter.
    let is_word = english::zipf(head).is_some_and(|zipf| zipf >= COMMON_ZIPF)
        || !english::parts_of_speech(&english::stem(head)).is_empty();
    if reader.headline() && is_word {
        return None;
    }
    // Words in a name are capitalised too: "BBC One", but "Police arrest seven" and "London, seven".
    let in_name = reader.is_number(at) || reader.is_capitalised(at);
    let opens = OPENINGS.contains(head)
        || reader.begins_sentence(at - 1) && (head.ends_with("ed") || head.ends_with("ing"));
    let year = reader.is_number(at) && reader.word(at).len() == 4;
    // "Channel One reported losses": nobody writes a count so within a sentence.
    let spelled = !reader.is_number(at) && !reader.headline();
    let counts = !spelled
        && (noun::is_plural(reader.word(end)) && (!year || reader.is_lower_word(end))
            || noun::is_plural(reader.word(end + 1)) && reader.is_lower_word(end));
    (in_name && !opens && !counts).then_some(end)
}

/// "one-off", "zero-sum", "one-on-one", "two-way", "nine-to-five".
fn compound_word(reader: &Reader, end: usize) -> bool {
    reader.hyphen(end)
        && matches!(
            reader.word(end + 1),
            "off"
                | "on"
                | "to"
                | "way"
                | "sided"
                | "sum"
                | "tolerance"
                | "time"
                | "size"
                | "ply"
                | "fold"
                | "something"
                | "in"
                | "stop"
                | "dimensional"
                | "pronged"
                | "and"
                | "hand"
                | "handed"
                | "tier"
                | "up"
                | "over"
                | "under"
                | "upmanship"
        )
}

/// "12 High Street", "10 Downing Street", the name beginning at `at`.
fn is_address(reader: &Reader, at: usize) -> bool {
    static STREETS: WordSet = WordSet::of(&[
        "ave",
        "avenue",
        "boulevard",
        "crescent",
        "drive",
        "gardens",
        "lane",
        "road",
        "st",
        "street",
        "terrace",
    ]);
    reader.is_capitalised(at)
        && (1..=2).any(|ahead| reader.is_capitalised(at + ahead) && STREETS.contains(reader.word(at + ahead)))
}

/// "over 911 tape": the number that is called.
fn emergency(reader: &Reader, at: usize) -> bool {
    let number = matches!(reader.word(at), "911" | "999" | "112");
    number
        && (matches!(
            reader.word(at + 1),
            "call" | "calls" | "tape" | "tapes" | "operator" | "operators" | "dispatcher"
        ) || matches!(reader.before(at, 1), "call" | "called" | "calls" | "dial" | "dialled" | "dialed"))
}

/// Whether the two numbers from `start` to `end`, joined after the first at `joint`, are a score, odds or
/// a saying: "2-1", "won 1-3", "50-50", "one to one".
pub(super) fn is_score(reader: &Reader, start: usize, joint: usize, end: usize) -> bool {
    static SPORT: WordSet = WordSet::of(&[
        "aggregate",
        "beat",
        "beaten",
        "beating",
        "decision",
        "defeat",
        "defeated",
        "draw",
        "drawn",
        "drew",
        "held",
        "lead",
        "leads",
        "led",
        "lose",
        "losing",
        "loss",
        "lost",
        "record",
        "ruled",
        "ruling",
        "score",
        "scoreline",
        "trail",
        "trailed",
        "trailing",
        "victory",
        "vote",
        "voted",
        "win",
        "winning",
        "wins",
        "won",
    ]);
    if reader.word(joint) == "to" || reader.word(joint) == "and" || reader.word(joint) == "or" {
        return false;
    }
    (1..=4).any(|back| SPORT.contains(reader.before(start, back))) || SPORT.contains(reader.word(end))
}

/// The token after a pair that is no range: "2-1", "50-50", "24-7".
pub(super) fn pair(reader: &Reader, core: &Core) -> Option<usize> {
    let joint = core.end;
    let close = reader.glued(joint) && reader.glued(joint + 1);
    let spaced = reader.word(joint) == "-"
        && !reader.glued(joint)
        && !reader.glued(joint + 1)
        && small(reader, core.start);
    let dash = matches!(reader.word(joint), "-" | "–") && close || spaced;
    let number = reader.is_number(joint + 1)
        || matches!(lexicon::find(reader.word(joint + 1)), Some(Word::Small(_) | Word::Tens(_)));
    (dash && number).then_some(joint + 2)
}

/// One or two digits, as scores are written.
fn small(reader: &Reader, at: usize) -> bool {
    reader.is_number(at) && reader.word(at).len() <= 2
}
