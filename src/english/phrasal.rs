//! Verbs of two words, and single verbs that say nearly the same: "called off", "cancelled".

use super::stem;

/// Stem and particle of a verb of two words, and verbs that say nearly the same. Sorted. Written by hand.
const PHRASAL: [(&str, &str, &[&str]); 39] = [
    ("beat", "back", &["repel"]),
    ("blow", "up", &["explode"]),
    ("bring", "down", &["topple"]),
    ("call", "off", &["cancel", "scrap"]),
    ("carri", "out", &["conduct"]),
    ("cut", "back", &["reduce"]),
    ("cut", "down", &["reduce"]),
    ("draw", "up", &["draft"]),
    ("drop", "out", &["quit"]),
    ("find", "out", &["discover"]),
    ("give", "away", &["donate"]),
    ("gun", "down", &["shoot"]),
    ("hand", "out", &["distribute"]),
    ("lay", "off", &["dismiss"]),
    ("look", "into", &["investigate"]),
    ("pay", "back", &["repay"]),
    ("phase", "out", &["abolish"]),
    ("put", "forward", &["propose"]),
    ("put", "off", &["postpone"]),
    ("put", "out", &["extinguish"]),
    ("roll", "out", &["launch", "introduce"]),
    ("scale", "back", &["reduce"]),
    ("scale", "down", &["reduce"]),
    ("set", "up", &["establish", "found"]),
    ("shut", "down", &["close"]),
    ("sign", "off", &["approve"]),
    ("snap", "up", &["buy"]),
    ("speed", "up", &["accelerate"]),
    ("stand", "down", &["resign"]),
    ("step", "down", &["resign"]),
    ("step", "up", &["increase"]),
    ("strike", "down", &["overturn"]),
    ("take", "over", &["acquire"]),
    ("take", "part", &["participate"]),
    ("tear", "down", &["demolish"]),
    ("throw", "out", &["dismiss", "reject"]),
    ("turn", "down", &["reject", "refuse"]),
    ("vote", "down", &["reject"]),
    ("win", "back", &["regain"]),
];

/// Whether a word (folded) is the second of such a verb: most are not.
fn is_particle(word: &str) -> bool {
    matches!(word, "away" | "back" | "down" | "forward" | "into" | "off" | "out" | "over" | "part" | "up")
}

/// Verbs that say nearly what `verb` and `particle` (folded) say together, first the one that says it best; none where the two
/// are no verb.
///
/// ```
/// assert_eq!(crosscheck::english::phrasal("called", "off"), ["cancel", "scrap"]);
/// assert!(crosscheck::english::phrasal("called", "the").is_empty());
/// ```
#[must_use]
pub fn phrasal(verb: &str, particle: &str) -> &'static [&'static str] {
    if !is_particle(particle) {
        return &[];
    }
    let verb = stem(verb);
    let found =
        PHRASAL.binary_search_by(|&(first, second, _)| (first, second).cmp(&(verb.as_ref(), particle)));
    found.map_or(&[], |at| PHRASAL[at].2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_of_stems() {
        assert!(PHRASAL.is_sorted_by(|one, other| (one.0, one.1) < (other.0, other.1)));
        for (verb, particle, single) in PHRASAL {
            assert_eq!(stem(verb), verb);
            assert!(is_particle(particle) && !single.is_empty());
        }
    }
}
