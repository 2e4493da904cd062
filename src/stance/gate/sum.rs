//! Does the passage give the parts of the claimed number? "Two men and a woman" are three people.

use std::ops::Range;

use crate::stance::held::Held;
use crate::value::{Kind, Mention};

/// How far apart, in tokens, the parts of a sum stand at most.
const APART: usize = 8;

/// How many parts a sum has at most.
const PARTS: usize = 4;

/// Smaller numbers are the sum of two others too often.
const LEAST: f64 = 3.0;

/// The tokens of the passage from the first to the last of the counts that add up to `claimed`.
pub(super) fn of(held: &Held<'_>, claimed: &Mention) -> Option<Range<usize>> {
    let whole =
        claimed.value.number().filter(|&whole| whole >= LEAST && claimed.value.kind == Kind::Count)?;
    let counts: Vec<&Mention> =
        held.mentions().iter().copied().filter(|mention| mention.value.kind == Kind::Count).collect();
    (0..counts.len()).find_map(|first| {
        let mut sum = 0.0;
        let mut last: Option<&Mention> = None;
        for count in counts[first..].iter().take(PARTS) {
            if last.is_some_and(|last| !is_joined(held, last, count)) {
                return None;
            }
            sum += count.value.number()?;
            if last.is_some() && (sum - whole).abs() < 1e-9 * whole {
                return Some(counts[first].tokens.start..count.tokens.end);
            }
            last = Some(count);
        }
        None
    })
}

/// Whether "and" or a comma, and no full stop, stands between two counts that are near each other.
fn is_joined(held: &Held<'_>, one: &Mention, other: &Mention) -> bool {
    let between = one.tokens.end..other.tokens.start;
    let marks = |marks: &[&str]| between.clone().any(|i| marks.contains(&held.document().folded(i)));
    between.len() <= APART && marks(&["and", ",", "plus"]) && !marks(&[".", ";", ":"])
}
