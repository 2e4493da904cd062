//! The formats of the report.

use std::io::{self, Write};

use super::edition::Edition;
#[cfg(feature = "parquet")]
use super::parquet;
#[cfg(feature = "sqlite")]
use super::sqlite;
use super::{
    Style, annotations, claim_review, csv, github, html, json, jsonl, junit, markdown, sarif, terminal,
};

/// A format of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// For a person at a terminal, or in a pipe.
    Terminal,
    /// One page for a browser, with everything in it.
    Html,
    /// For an issue, a wiki or a newsroom's notes.
    Markdown,
    /// The whole report as one JSON object, as [`report::schema`](crate::report::schema) describes it.
    Json,
    /// One JSON object a line: a claim and what a source says of it, silent ones left out.
    Jsonl,
    /// One row a claim and source, for a spreadsheet or a data frame.
    Csv,
    /// A database of everything.
    Sqlite,
    /// One row a claim and source, for data frames and databases.
    Parquet,
    /// SARIF 2.1.0: a result for each contradiction, for code hosts and editors.
    Sarif,
    /// JUnit XML: a test case a claim, for build servers.
    Junit,
    /// Workflow commands: annotations on the files that a change touches.
    Github,
    /// W3C Web Annotations: one for each piece of evidence.
    Annotations,
    /// schema.org ClaimReview: for claims that a curator ruled on.
    ClaimReview,
}

/// The formats that this build was made without.
const MISSING: &[Format] = &[
    #[cfg(not(feature = "sqlite"))]
    Format::Sqlite,
    #[cfg(not(feature = "parquet"))]
    Format::Parquet,
];

impl Format {
    /// Every format.
    pub const ALL: [Self; 13] = [
        Self::Terminal,
        Self::Html,
        Self::Markdown,
        Self::Json,
        Self::Jsonl,
        Self::Csv,
        Self::Sqlite,
        Self::Parquet,
        Self::Sarif,
        Self::Junit,
        Self::Github,
        Self::Annotations,
        Self::ClaimReview,
    ];

    /// The word for it on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Sqlite => "sqlite",
            Self::Parquet => "parquet",
            Self::Sarif => "sarif",
            Self::Junit => "junit",
            Self::Github => "github",
            Self::Annotations => "annotations",
            Self::ClaimReview => "claimreview",
        }
    }

    /// What it is for, in a line.
    #[must_use]
    pub const fn purpose(self) -> &'static str {
        match self {
            Self::Terminal => "Text for people",
            Self::Html => "One page for a browser, with everything in it",
            Self::Markdown => "For an issue, a wiki, a newsroom's notes",
            Self::Json => "Everything, for programs",
            Self::Jsonl => "A line for each claim and source, as sources are read: for large runs",
            Self::Csv => "A row for each claim and source, for spreadsheets",
            Self::Sqlite => "A database of everything, for Datasette",
            Self::Parquet => "A row for each claim and source, for data frames",
            Self::Sarif => "SARIF: contradictions, for code hosts and editors",
            Self::Junit => "JUnit XML: a test case a claim, for build servers",
            Self::Github => "Annotations of a workflow run on GitHub",
            Self::Annotations => "W3C Web Annotations: one for each piece of evidence",
            Self::ClaimReview => "schema.org ClaimReview, for claims that a curator ruled on",
        }
    }

    /// How the names of its files end, without the dot, where that tells it from others.
    #[must_use]
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Html => &["html", "htm"],
            Self::Markdown => &["md", "markdown"],
            Self::Json => &["json"],
            Self::Jsonl => &["jsonl", "ndjson"],
            Self::Csv => &["csv"],
            Self::Sqlite => &["db", "sqlite", "sqlite3"],
            Self::Parquet => &["parquet"],
            Self::Sarif => &["sarif"],
            Self::Terminal => &["txt", "text"],
            Self::Junit | Self::Github | Self::Annotations | Self::ClaimReview => &[],
        }
    }

    /// The format that a file's name asks for by this ending.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.endings().iter().any(|known| known.eq_ignore_ascii_case(ending)))
    }

    /// Whether it shows more of the sources' texts than the quotes, so that they must be kept.
    #[must_use]
    pub const fn needs_texts(self) -> bool {
        matches!(self, Self::Html | Self::Sqlite | Self::Sarif | Self::Github | Self::Annotations)
    }

    /// Whether it is for programs only: bytes that are no text.
    #[must_use]
    pub const fn is_binary(self) -> bool {
        matches!(self, Self::Sqlite | Self::Parquet)
    }

    /// Whether this build has it: `sqlite` and `parquet` are features of the crate, by the same names.
    #[must_use]
    pub fn is_built(self) -> bool {
        !MISSING.contains(&self)
    }

    /// Writes `edition` in this format; `style` is for those that are laid out for a terminal.
    ///
    /// # Errors
    /// Whatever `out` gives back, and that a format is [not built](Self::is_built).
    pub fn write(self, edition: &Edition<'_>, style: Style, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Terminal => terminal::write(edition.report, style, out),
            Self::Html => html::write(edition, out),
            Self::Markdown => markdown::write(edition.report, out),
            Self::Json => json::write(edition.report, out),
            Self::Jsonl => jsonl::write(edition.report, out),
            Self::Csv => csv::write(edition.report, out),
            Self::Sarif => sarif::write(edition, out),
            Self::Junit => junit::write_report(edition, out),
            Self::Github => github::write(edition, out),
            Self::Annotations => annotations::write(edition, out),
            Self::ClaimReview => claim_review::write(edition, out),
            #[cfg(feature = "sqlite")]
            Self::Sqlite => sqlite::write(edition, out),
            #[cfg(not(feature = "sqlite"))]
            Self::Sqlite => Err(self.missing()),
            #[cfg(feature = "parquet")]
            Self::Parquet => parquet::write(edition.report, out),
            #[cfg(not(feature = "parquet"))]
            Self::Parquet => Err(self.missing()),
        }
    }

    #[cfg(not(all(feature = "sqlite", feature = "parquet")))]
    fn missing(self) -> io::Error {
        let name = self.name();
        io::Error::new(io::ErrorKind::Unsupported, format!("built without the feature `{name}`"))
    }
}
