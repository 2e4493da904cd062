//! The versions of a source in the order of time.

use std::collections::VecDeque;

use crate::source::Version;

/// The versions that a curator `named` and those that an archive `kept`, each oldest first, in one order by their days.
///
/// Neither list is reordered in itself; on one day, what was named comes first. A version without a day keeps its place
/// beside the one before it.
#[must_use]
pub fn in_order(named: Vec<Version>, kept: Vec<Version>) -> Vec<Version> {
    let (mut named, mut kept) = (with_days(named), with_days(kept));
    let mut ordered = Vec::with_capacity(named.len() + kept.len());
    loop {
        let first = match (named.front(), kept.front()) {
            (Some((one, _)), Some((other, _))) if one > other => kept.pop_front(),
            (Some(_), _) => named.pop_front(),
            (None, _) => kept.pop_front(),
        };
        match first {
            Some((_, version)) => ordered.push(version),
            None => return ordered,
        }
    }
}

/// Each version with the latest day up to it; before the first day, an empty one. "2025-02" sorts before its days.
fn with_days(versions: Vec<Version>) -> VecDeque<(String, Version)> {
    let mut latest = String::new();
    let dated = versions.into_iter().map(|version| {
        if let Some(seen) = version.seen.as_ref().filter(|seen| **seen > latest) {
            latest.clone_from(seen);
        }
        (latest.clone(), version)
    });
    dated.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn version(written: &str) -> Version {
        let (name, seen) = written.split_once('@').unwrap_or((written, ""));
        let seen = (!seen.is_empty()).then(|| seen.to_owned());
        let [text, sha256, from] = [String::new(), String::new(), name.to_owned()];
        Version { name: name.to_owned(), from, seen, sha256, text, article: Span::default() }
    }

    #[test]
    fn lists_are_merged_by_day_and_keep_their_own_order() {
        for (named, kept, expected) in [
            ("a@2025-02-10 b c@2025-02-14", "x@2025-02-12", "a b x c"),
            ("a b", "x@2025-02-12 y@2025-02-13", "a b x y"),
            ("a@2025-02-12", "x@2025-02-12", "a x"),
            ("a@2025-02", "x@2025-01-31 y@2025-02-01", "x a y"),
            ("", "x@2025-02-12 y@2025-02-11 z@2025-02-13", "x y z"),
            ("a@2025-02-12", "x@2025-02-13 y@2025-02-11", "a x y"),
            ("", "", ""),
        ] {
            let list = |names: &str| names.split_whitespace().map(version).collect();
            let ordered: Vec<_> = in_order(list(named), list(kept)).into_iter().map(|v| v.name).collect();
            assert_eq!(ordered.join(" "), expected, "{named} | {kept}");
        }
    }
}
