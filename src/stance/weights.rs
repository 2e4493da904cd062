//! What was learned from labelled pairs. Written by `scripts/weights.py`; see there.

use super::figure::Weights;

/// How likely a passage says what a phrasing says, where nothing but its frame decides.
pub(super) const SUPPORTS: Weights = Weights {
    constant: -1.45,
    each: &[
        ("coverage", 0.63),
        ("with_values", 1.05),
        ("thin", 0.11),
        ("predicate", 0.95),
        ("said", 0.14),
        ("names", 0.19),
        ("verbs", -0.81),
        ("nouns", 0.07),
        ("gap", -1.17),
        ("missing", -1.10),
        ("exact", -0.14),
        ("loose", 0.38),
        ("elsewhere", -0.29),
        ("known", 0.43),
        ("dense", 0.47),
        ("focus", -0.60),
        ("adjacent", 0.41),
        ("words", 0.02),
        ("valued", 0.73),
        ("headline", 0.15),
        ("more_sentences", 0.02),
    ],
};

/// How likely a passage bears on a phrasing.
pub(super) const RELATED: Weights = Weights {
    constant: -2.44,
    each: &[
        ("coverage", 1.15),
        ("with_values", 1.73),
        ("thin", -1.07),
        ("predicate", 1.18),
        ("said", 1.09),
        ("names", 0.51),
        ("verbs", 0.37),
        ("nouns", 0.69),
        ("gap", -0.20),
        ("missing", -0.51),
        ("exact", 1.17),
        ("loose", -0.34),
        ("elsewhere", -0.08),
        ("known", 1.31),
        ("dense", -0.64),
        ("focus", 1.78),
        ("adjacent", 1.06),
        ("words", 0.93),
        ("valued", -0.00),
        ("headline", -0.35),
        ("more_sentences", 0.80),
    ],
};
