//! `crosscheck ask`: one claim typed at the prompt.

use std::path::{Path, PathBuf};

use clap::Args;
use crosscheck::check::check;
use crosscheck::claim::ClaimSet;
use crosscheck::export::{Edition, Format};
use crosscheck::report::{Report, Texts};
use crosscheck::source::{Source, read_file};
use crosscheck::{Error, Result};

use super::case::{EngineArgs, SourceArgs};
use super::check::write_report;
use super::choice::one_of;
use super::output::{OutputArgs, WidthArgs};
use super::status::Status;

/// Check one claim, typed here: no claim files needed
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  crosscheck ask \"214 homes were flooded in Aldmoor\"
  crosscheck ask \"the barrier was never inspected\" article.html statement.txt")]
pub(crate) struct Ask {
    /// The claim, in one sentence
    #[arg(value_name = "CLAIM")]
    claim: String,
    /// The texts to check it against; without them, the sources of the case
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How to print the answer
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "terminal",
        value_parser = one_of(&[Format::Terminal, Format::Json], Format::name)
    )]
    format: Format,
    #[command(flatten)]
    sources: SourceArgs,
    #[command(flatten)]
    engine: EngineArgs,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    width: WidthArgs,
}

impl Ask {
    pub(super) fn run(&self) -> Result<Status> {
        if self.claim.trim().is_empty() {
            return Err(Error::Usage("the claim is empty: say in one sentence what is to be checked".into()));
        }
        let report = self.answer(&ClaimSet::of_one(&self.claim))?;
        let edition = Edition {
            report: &report,
            texts: &Texts::default(),
            claims: Path::new(""),
            sources: self.sources.folder(),
        };
        write_report(&edition, self.format, &self.output, &self.width)?;
        Ok(Status::Done)
    }

    fn answer(&self, claims: &ClaimSet) -> Result<Report> {
        let settings = self.engine.settings();
        if self.files.is_empty() {
            check(claims, settings, self.sources.open()?.batches(), &mut |_: &Source| ())
        } else {
            check(claims, settings, self.files.iter().map(|file| read_file(file)), &mut |_: &Source| ())
        }
    }
}
