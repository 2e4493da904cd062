//! How messages speak of what the user wrote: quoted, shortened, and with the nearest right word beside it.

use crate::neutral::printable;

/// Longest piece of the user's text that a message repeats, in characters.
const QUOTED: usize = 60;
/// Longest word for which a near one is looked for, in characters: keys and ids are shorter.
const SUGGESTED: usize = 80;

/// The user's words in backticks: on one line, without control characters, and cut where they are long.
#[must_use]
pub fn quoted(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(QUOTED) {
        Some((cut, _)) => format!("`{}…`", printable(text.get(..cut).unwrap_or_default())),
        None => format!("`{}`", printable(text)),
    }
}

/// The candidate nearest to `word`, if one is near enough to be what was meant; the first of equals.
///
/// Near is a Damerau-Levenshtein distance of at most a third of the longer word, case and `-`/`_` aside.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = folded(word)?;
    let length = wanted.chars().count();
    let near = candidates.into_iter().filter_map(|candidate| {
        let other = folded(candidate)?;
        let longer = length.max(other.chars().count());
        // The distance is never less than the difference in length: no need to measure.
        if length.abs_diff(other.chars().count()) > longer / 3 {
            return None;
        }
        let distance = strsim::damerau_levenshtein(&wanted, &other);
        (distance <= (longer / 3).max(1) && distance < longer).then_some((distance, candidate))
    });
    near.min_by_key(|&(distance, _)| distance).map(|(_, candidate)| candidate)
}

/// Whether `word` is `meant` but for a letter too many, one too few, or two the wrong way round: so near that
/// nothing else can have been meant. Another letter may make another word: "publisher" and "published".
pub(crate) fn is_slip(word: &str, meant: &str) -> bool {
    let (Some(word), Some(meant)) = (folded(word), folded(meant)) else { return false };
    word == meant
        || strsim::damerau_levenshtein(&word, &meant) == 1 && strsim::hamming(&word, &meant) != Ok(1)
}

fn folded(word: &str) -> Option<String> {
    let short = !word.is_empty() && word.chars().nth(SUGGESTED).is_none();
    short.then(|| word.to_lowercase().replace('-', "_"))
}

/// "did you mean `x`?" where a candidate is near.
#[must_use]
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(word, candidates).map(|near| format!("did you mean {}?", quoted(near)))
}

/// Names in backticks, joined by commas and a last `and`.
#[must_use]
pub fn list(names: &[&str]) -> String {
    let names: Vec<_> = names.iter().map(|name| quoted(name)).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_near() {
        let fields = ["id", "claim", "phrasings", "contradicts", "begins_at"];
        for (word, near) in [
            ("phrasing", Some("phrasings")),
            ("Claim", Some("claim")),
            ("clami", Some("claim")),
            ("begins-at", Some("begins_at")),
            ("contradict", Some("contradicts")),
            ("di", Some("id")),
            ("x", None),
            ("lang", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, fields), near, "{word}");
        }
        assert_eq!(nearest(&"x".repeat(100_000), fields), None);
    }

    #[test]
    fn a_slip_is_one_letter() {
        for slip in ["Claims", "clams", "claim", "claism", "cla_ims"] {
            assert!(is_slip(slip, "claims"), "{slip}");
        }
        assert!(!is_slip("publisher", "published") && !is_slip("", "id"));
    }

    #[test]
    fn the_users_words_cannot_break_the_output() {
        assert_eq!(quoted("a\u{1b}[31m\nb\u{9b}"), "`a␛[31m␊b\u{fffd}`");
        assert_eq!(quoted(&"é".repeat(100)), format!("`{}…`", "é".repeat(60)));
        assert_eq!(list(&["a", "b", "c"]), "`a`, `b` and `c`");
        assert_eq!(list(&["a"]), "`a`");
        assert_eq!(list(&[]), "");
    }
}
