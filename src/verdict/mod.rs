//! What all sources together say of one claim.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
