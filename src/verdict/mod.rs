//! What all sources together say of one claim.

mod origin;

pub use origin::{Origin, Testimony, Tie, origins, words};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::stance::Stance;

/// What all sources together say of one claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Some source supports it and some source contradicts it, or one does both.
    Disputed,
    /// Support from two origins or more, and no contradiction.
    Corroborated,
    /// Support from one origin, and no contradiction.
    SingleSource,
    /// Contradiction without support.
    Contradicted,
    /// Only unclear evidence.
    Unclear,
    /// Silence everywhere.
    Unreported,
}

impl Verdict {
    /// Every verdict, in the order in which reports list them.
    pub const ALL: [Self; 6] = [
        Self::Disputed,
        Self::Corroborated,
        Self::SingleSource,
        Self::Contradicted,
        Self::Unclear,
        Self::Unreported,
    ];

    /// The word for it in files and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Disputed => "disputed",
            Self::Corroborated => "corroborated",
            Self::SingleSource => "single-source",
            Self::Contradicted => "contradicted",
            Self::Unclear => "unclear",
            Self::Unreported => "unreported",
        }
    }
}

/// What sources with these `stances` together say of one claim, where `origins` tells how many independent
/// origins support it (see [`origins`]).
///
/// The order of the stances makes no difference. Support is never nothing: with a supporting stance, no
/// origins count as one.
#[must_use]
pub fn decide(stances: impl IntoIterator<Item = Stance>, origins: usize) -> Verdict {
    let (mut support, mut contradiction, mut unclear) = (false, false, false);
    for stance in stances {
        support |= matches!(stance, Stance::Supports | Stance::Mixed);
        contradiction |= matches!(stance, Stance::Contradicts | Stance::Mixed);
        unclear |= stance == Stance::Unclear;
    }
    match (support, contradiction) {
        (true, true) => Verdict::Disputed,
        (true, false) if origins >= 2 => Verdict::Corroborated,
        (true, false) => Verdict::SingleSource,
        (false, true) => Verdict::Contradicted,
        (false, false) if unclear => Verdict::Unclear,
        (false, false) => Verdict::Unreported,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verdicts_are_those_of_the_design() {
        use Stance::{Contradicts as C, Mixed as M, Silent as S, Supports as P, Unclear as U};
        let table: [(&[Stance], usize, Verdict); 12] = [
            (&[], 0, Verdict::Unreported),
            (&[S, S], 0, Verdict::Unreported),
            (&[S, U], 0, Verdict::Unclear),
            (&[P, S, U], 1, Verdict::SingleSource),
            (&[P, P], 1, Verdict::SingleSource),
            (&[P, P, U], 2, Verdict::Corroborated),
            (&[C, S], 0, Verdict::Contradicted),
            (&[C, U], 0, Verdict::Contradicted),
            (&[P, C], 1, Verdict::Disputed),
            (&[P, P, P, C], 3, Verdict::Disputed),
            (&[M], 1, Verdict::Disputed),
            (&[M, S, U], 0, Verdict::Disputed),
        ];
        for (stances, origins, expected) in table {
            assert_eq!(decide(stances.iter().copied(), origins), expected, "{stances:?}");
            assert_eq!(decide(stances.iter().rev().copied(), origins), expected, "{stances:?} reversed");
        }
    }

    #[test]
    fn names_are_those_of_the_json() {
        for verdict in Verdict::ALL {
            assert_eq!(serde_json::json!(verdict), verdict.name());
        }
    }
}
