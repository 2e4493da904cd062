//! Verbs of two words, and single verbs that say nearly the same: "called off", "cancelled".

use super::stem;

/// Stem and particle of a verb of two words, and verbs that say nearly the same. Sorted. Written by hand.
const PHRASAL: [(&str, &str, &[&str]); 74] = [
    ("back", "down", &["yield"]),
    ("beat", "back", &["repel"]),
    ("blow", "up", &["explode"]),
    ("break", "down", &["collapse", "fail"]),
    ("break", "out", &["erupt", "start"]),
    ("break", "up", &["split"]),
    ("bring", "down", &["topple"]),
    ("bring", "in", &["introduce"]),
    ("call", "off", &["cancel", "scrap"]),
    ("carri", "out", &["conduct", "commit"]),
    ("close", "down", &["close"]),
    ("come", "down", &["collapse", "fall"]),
    ("cut", "back", &["reduce"]),
    ("cut", "down", &["reduce"]),
    ("draw", "up", &["draft"]),
    ("drop", "out", &["quit"]),
    ("fall", "apart", &["collapse"]),
    ("find", "out", &["discover"]),
    ("give", "away", &["donate"]),
    ("give", "up", &["abandon", "surrender"]),
    ("go", "down", &["fall", "sink"]),
    ("go", "on", &["continue"]),
    ("go", "up", &["rise"]),
    ("gun", "down", &["shoot", "kill"]),
    ("hand", "out", &["distribute"]),
    ("hand", "over", &["deliver", "surrender"]),
    ("hit", "back", &["retaliate"]),
    ("hold", "up", &["delay"]),
    ("knock", "down", &["demolish"]),
    ("knock", "out", &["eliminate"]),
    ("lay", "off", &["dismiss"]),
    ("let", "go", &["dismiss"]),
    ("lock", "up", &["jail"]),
    ("look", "into", &["investigate"]),
    ("miss", "out", &["miss"]),
    ("pay", "back", &["repay"]),
    ("phase", "out", &["abolish"]),
    ("pick", "up", &["collect"]),
    ("pull", "down", &["demolish"]),
    ("pull", "out", &["withdraw"]),
    ("put", "forward", &["propose"]),
    ("put", "off", &["postpone"]),
    ("put", "out", &["extinguish"]),
    ("put", "up", &["build", "raise"]),
    ("roll", "out", &["launch", "introduce"]),
    ("run", "out", &["expire"]),
    ("scale", "back", &["reduce"]),
    ("scale", "down", &["reduce"]),
    ("sell", "off", &["sell"]),
    ("set", "off", &["trigger"]),
    ("set", "up", &["establish", "found"]),
    ("shoot", "dead", &["kill"]),
    ("shut", "down", &["close"]),
    ("sign", "off", &["approve"]),
    ("slow", "down", &["slow"]),
    ("snap", "up", &["buy"]),
    ("speed", "up", &["accelerate"]),
    ("split", "up", &["separate"]),
    ("stand", "down", &["resign"]),
    ("step", "down", &["resign"]),
    ("step", "up", &["increase"]),
    ("strike", "down", &["overturn"]),
    ("take", "on", &["hire"]),
    ("take", "over", &["acquire"]),
    ("take", "part", &["participate"]),
    ("tear", "down", &["demolish"]),
    ("throw", "out", &["dismiss", "reject"]),
    ("turn", "away", &["reject"]),
    ("turn", "down", &["reject", "refuse"]),
    ("vote", "down", &["reject"]),
    ("walk", "out", &["strike"]),
    ("win", "back", &["regain"]),
    ("wipe", "out", &["destroy"]),
    ("write", "off", &["cancel"]),
];

/// Whether a word (folded) is the second of such a verb: most are not.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "apart"
            | "away"
            | "back"
            | "dead"
            | "down"
            | "forward"
            | "go"
            | "in"
            | "into"
            | "off"
            | "on"
            | "out"
            | "over"
            | "part"
            | "up"
    )
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
