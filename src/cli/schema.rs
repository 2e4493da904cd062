//! `crosscheck schema`: what a file may hold, for editors and for programs.

use clap::{Args, ValueEnum};
use crosscheck::{Result, claim, report, source};

use super::output::{Content, OutputArgs};
use super::status::Status;

/// Print the JSON Schema of a claim file, of sources.yaml, or of the JSON report
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  crosscheck schema claims -o schemas/claims.schema.json
  # yaml-language-server: $schema=../schemas/claims.schema.json
      for editors, above each question of a claim file")]
pub(crate) struct Schema {
    /// What to describe
    #[arg(value_enum, value_name = "WHAT")]
    of: Of,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Of {
    /// A document of a claim file
    Claims,
    /// The manifest of a folder of sources
    Sources,
    /// What `check --format json` prints
    Report,
}

impl Schema {
    pub(super) fn run(&self) -> Result<Status> {
        let text = self.of.text();
        self.output.write(Content::Plain, |out| out.write_all(text.as_bytes()))?;
        Ok(Status::Done)
    }
}

impl Of {
    /// The schema as a file holds it.
    pub(super) fn text(self) -> String {
        let schema = match self {
            Self::Claims => claim::schema(),
            Self::Sources => source::schema(),
            Self::Report => report::schema(),
        };
        format!("{:#}\n", schema.as_value())
    }
}
