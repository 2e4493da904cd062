//! What a value measures, and in what.

/// What a value measures; values of different kinds are not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A plain number, of whatever is counted.
    Count,
    /// How often: "twice", "on 10 occasions". Compared with counts, too: seven meetings are meeting seven times.
    Occurrences,
    /// How many times as much: "doubled", "three times as many".
    Factor,
    /// "third", "3rd".
    Ordinal,
    /// Votes or goals for and against: "3-1", "by eight votes to four". Both in one number, the greater first, times a million.
    Tally,
    /// A part of a whole in per cent: "80%", "four in five", "half".
    Proportion,
    /// A difference of percentages, in percentage points.
    Points,
    /// Money, in its currency's main unit.
    Money(Currency),
    /// A physical quantity, in the SI unit of its dimension.
    Measure(Dimension),
    /// A length of time: seconds, or months for calendar units.
    Duration,
    /// A person's age in years.
    Age,
    /// A day or a period: days of the common era.
    Date,
    /// A time of day: minutes from midnight.
    Time,
}

impl Kind {
    /// Its name in output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Occurrences => "occurrences",
            Self::Factor => "factor",
            Self::Ordinal => "ordinal",
            Self::Tally => "tally",
            Self::Proportion => "percentage",
            Self::Points => "percentage points",
            Self::Money(_) => "money",
            Self::Measure(dimension) => dimension.name(),
            Self::Duration => "duration",
            Self::Age => "age",
            Self::Date => "date",
            Self::Time => "time",
        }
    }

    /// Whether only whole numbers can be meant.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        matches!(self, Self::Count | Self::Occurrences | Self::Ordinal | Self::Tally)
    }

    /// Whether it says when.
    #[must_use]
    pub const fn is_dated(self) -> bool {
        matches!(self, Self::Date | Self::Time)
    }

    /// Whether it can lie below zero in ordinary use, so that "under 5" has no floor.
    pub(super) const fn is_unbounded(self) -> bool {
        matches!(self, Self::Date | Self::Measure(Dimension::Temperature))
    }
}

/// A currency by its ISO 4217 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency(pub(super) &'static str);

impl Currency {
    /// Its ISO 4217 code: "GBP".
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0
    }
}

/// What a physical quantity measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dimension {
    /// In metres.
    Length,
    /// In kilograms.
    Mass,
    /// In metres per second.
    Speed,
    /// In kelvins.
    Temperature,
    /// In square metres.
    Area,
    /// In cubic metres.
    Volume,
}

impl Dimension {
    /// Its name in output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Length => "length",
            Self::Mass => "weight",
            Self::Speed => "speed",
            Self::Temperature => "temperature",
            Self::Area => "area",
            Self::Volume => "volume",
        }
    }

    /// The symbol of its SI unit.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Length => "m",
            Self::Mass => "kg",
            Self::Speed => "m/s",
            Self::Temperature => "K",
            Self::Area => "m2",
            Self::Volume => "m3",
        }
    }
}
