//! What a report, a graph, an explanation or a history looks like outside: one file per format, each a function of the
//! data alone.

mod account;
mod csv;
mod graphs;
mod json;
mod jsonl;
mod junit;
mod markdown;
mod terminal;
mod voices;
mod xml;

use std::io::{self, Write};

use crate::report::Report;
use crate::trial::Trial;

pub use graphs::GraphFormat;
pub use json::{
    write_comparison as comparison_as_json, write_explanations as explanations_as_json,
    write_history as history_as_json,
};
pub use jsonl::write_line as stance_as_jsonl;
pub use terminal::{Style, write_change, write_comparison, write_explanation, write_history};

/// A format of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// For a person at a terminal, or in a pipe.
    Terminal,
    /// The whole report as one JSON object, as [`report::schema`](crate::report::schema) describes it.
    Json,
    /// One JSON object a line: a claim and what a source says of it, silent ones left out.
    Jsonl,
    /// For an issue, a wiki or a newsroom's notes.
    Markdown,
    /// One row a claim and source, for a spreadsheet or a data frame.
    Csv,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 5] = [Self::Terminal, Self::Json, Self::Jsonl, Self::Markdown, Self::Csv];

    /// The word for it on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
        }
    }

    /// Writes `report` in this format; `style` is for those that are laid out for a terminal.
    ///
    /// # Errors
    /// Whatever `out` gives back.
    pub fn write(self, report: &Report, style: Style, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Terminal => terminal::write(report, style, out),
            Self::Json => json::write(report, out),
            Self::Jsonl => jsonl::write(report, out),
            Self::Markdown => markdown::write(report, out),
            Self::Csv => csv::write(report, out),
        }
    }
}

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
mod tests;
