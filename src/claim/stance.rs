//! The five stances; claim files name them in rulings.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What one source says of one claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// It bears the claim out.
    Supports,
    /// It says otherwise.
    Contradicts,
    /// It does both: a correction, two accounts in one text.
    Mixed,
    /// A passage bears on the claim without settling it.
    Unclear,
    /// No passage bears on the claim.
    Silent,
}

impl Stance {
    /// Every stance, in the order in which reports list them.
    pub const ALL: [Self; 5] = [Self::Supports, Self::Contradicts, Self::Mixed, Self::Unclear, Self::Silent];

    /// The word for it in files and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Contradicts => "contradicts",
            Self::Mixed => "mixed",
            Self::Unclear => "unclear",
            Self::Silent => "silent",
        }
    }
}
