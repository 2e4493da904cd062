//! What a user may set of the engine.

/// What a user may set of the engine.
///
/// ```
/// use crosscheck::stance::Settings;
///
/// assert_eq!(Settings::default().threshold(), Settings::THRESHOLD);
/// assert!(Settings::with_threshold(1.5).is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    threshold: f64,
    exhaustive: bool,
}

impl Settings {
    /// The threshold where none is set.
    pub const THRESHOLD: f64 = 0.5;

    /// The lowest threshold: what covers less has hardly a word in common with the phrasing.
    pub const LOWEST: f64 = 0.3;

    /// With a threshold of its own; `None` where that is not between [`Settings::LOWEST`] and 1.
    #[must_use]
    pub fn with_threshold(threshold: f64) -> Option<Self> {
        (Self::LOWEST..=1.0).contains(&threshold).then_some(Self { threshold, ..Self::default() })
    }

    /// With or without holding every passage against every phrasing, even those that cannot bear on it: slower, with
    /// the same stances, for comparing the two.
    #[must_use]
    pub const fn exhaustively(self, exhaustive: bool) -> Self {
        Self { exhaustive, ..self }
    }

    /// Whether nothing is left out that cannot bear on a phrasing.
    #[must_use]
    pub const fn is_exhaustive(self) -> bool {
        self.exhaustive
    }

    /// The share of a phrasing's weight, 0 to 1, that a passage must cover to bear on it.
    #[must_use]
    pub const fn threshold(self) -> f64 {
        self.threshold
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self { threshold: Self::THRESHOLD, exhaustive: false }
    }
}
