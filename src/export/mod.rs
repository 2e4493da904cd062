//! What a report, a graph, an explanation or a history looks like outside: one file per format, each a function of the
//! data alone.

mod account;
mod annotations;
mod claim_review;
mod csv;
mod edition;
mod format;
mod github;
mod graphs;
mod html;
mod in_file;
mod json;
mod jsonl;
mod junit;
mod markdown;
#[cfg(feature = "parquet")]
mod parquet;
mod row;
mod sarif;
#[cfg(feature = "sqlite")]
mod sqlite;
mod terminal;
mod voices;
mod xml;

use std::io::{self, Write};

use crate::trial::Trial;

pub use edition::Edition;
pub use format::Format;
pub use graphs::GraphFormat;
pub use html::write_live as write_live_page;
pub use json::{
    write_comparison as comparison_as_json, write_explanations as explanations_as_json,
    write_history as history_as_json,
};
pub use jsonl::write_line as stance_as_jsonl;
pub use terminal::{Style, write_change, write_comparison, write_explanation, write_history};

/// A format of what came of trying the claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TrialFormat {
    /// For a person at a terminal, or in a pipe.
    Terminal,
    /// One JSON object.
    Json,
    /// JUnit XML, for build servers.
    Junit,
}

impl TrialFormat {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Terminal, Self::Json, Self::Junit];

    /// The word for it on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Json => "json",
            Self::Junit => "junit",
        }
    }

    /// Writes `trial` in this format; `style` is for what is laid out for a terminal.
    ///
    /// # Errors
    /// Whatever `out` gives back.
    pub fn write(self, trial: &Trial, style: Style, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Terminal => terminal::write_trial(trial, style, out),
            Self::Json => json::pretty(trial, out),
            Self::Junit => junit::write_trial(trial, out),
        }
    }
}

#[cfg(test)]
mod printed;
#[cfg(test)]
mod tests;
