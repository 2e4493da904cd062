//! What was learned from labelled pairs. Written by `scripts/weights.py`; see there.

use super::figure::Weights;

/// How likely a passage says what a phrasing says, where nothing but its frame decides.
pub(super) const SUPPORTS: Weights = Weights {
    constant: -1.36,
    each: &[
        ("coverage", 0.71),
        ("with_values", 1.19),
        ("thin", 0.32),
        ("predicate", 0.96),
        ("said", 0.07),
        ("names", 0.38),
        ("verbs", -0.76),
        ("nouns", 0.08),
        ("gap", -1.53),
        ("missing", -1.04),
        ("exact", -0.33),
        ("loose", 0.28),
        ("elsewhere", -0.06),
        ("known", 0.26),
        ("dense", 0.33),
        ("focus", -0.49),
        ("adjacent", 0.18),
        ("words", 0.00),
        ("valued", 0.74),
        ("headline", 0.32),
        ("more_sentences", -0.28),
    ],
};

/// How likely a passage bears on a phrasing.
pub(super) const RELATED: Weights = Weights {
    constant: -3.21,
    each: &[
        ("coverage", 1.36),
        ("with_values", 1.93),
        ("thin", -1.32),
        ("predicate", 1.25),
        ("said", 1.23),
        ("names", 0.74),
        ("verbs", 0.35),
        ("nouns", 0.89),
        ("gap", -0.16),
        ("missing", -0.49),
        ("exact", 1.41),
        ("loose", -0.27),
        ("elsewhere", -0.10),
        ("known", 1.80),
        ("dense", -0.69),
        ("focus", 1.77),
        ("adjacent", 1.01),
        ("words", 0.97),
        ("valued", -0.05),
        ("headline", -0.38),
        ("more_sentences", 1.06),
    ],
};
