//! `crosscheck schema`: what a file may hold, for editors and for programs.

use clap::{Args, ValueEnum};
use crosscheck::{Result, claim, report, source};

use super::output::{Content, OutputArgs};
use super::status::Status;

/// Print the JSON Schema of a claim file, of sources.yaml, or of the JSON report
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  crosscheck schema claims -o claims.schema.json
  # yaml-language-server: $schema=../claims.schema.json    (first line of a claim file, for editors)")]
pub(crate) struct Schema {
    /// What to describe
    #[arg(value_enum, value_name = "WHAT")]
    of: Of,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Of {
    /// A document of a claim file
    Claims,
    /// The manifest of a folder of sources
    Sources,
    /// What `check --format json` prints
    Report,
}

impl Schema {
    pub(super) fn run(&self) -> Result<Status> {
        let schema = match self.of {
            Of::Claims => claim::schema(),
            Of::Sources => source::schema(),
            Of::Report => report::schema(),
        };
        self.output.write(Content::Plain, |out| {
            serde_json::to_writer_pretty(&mut *out, &schema)?;
            writeln!(out)
        })?;
        Ok(Status::Done)
    }
}
