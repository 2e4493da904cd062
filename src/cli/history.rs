//! `crosscheck history`: what changed between the versions of a source's text.

use clap::Args;
use crosscheck::export::{Style, history_as_json, write_history};
use crosscheck::history::{History as Steps, history, history_until_today, in_order};
use crosscheck::{Error, Result};

use super::archive::ArchiveArgs;
use super::case::SourceArgs;
use super::known;
use super::left_out::LeftOut;
use super::output::{Content, Format, OutputArgs, WidthArgs};
use super::status::Status;

/// Show what changed between the versions of a source's text, values first, and whether the text admits it
///
/// Its versions are those that sources.yaml names below `versions:`, those that `crosscheck archive` has kept, and
/// today's text.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  crosscheck history sky
  crosscheck history sky --archive ../archive
  crosscheck history sky --format json | jq '.steps[].edits[].changes[]'")]
pub(crate) struct History {
    /// The source's id
    #[arg(value_name = "SOURCE")]
    source: String,
    /// How to print the history
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
    #[command(flatten)]
    archive: ArchiveArgs,
    #[command(flatten)]
    sources: SourceArgs,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    width: WidthArgs,
}

impl History {
    pub(super) fn run(&self) -> Result<Status> {
        let steps = self.steps()?;
        let style = Style { width: self.width.columns(&self.output), colour: true };
        match self.format {
            Format::Terminal => {
                self.output.write(Content::Styled, |out| write_history(&steps, style, out))?;
            }
            Format::Json => self.output.write(Content::Plain, |out| history_as_json(&steps, out))?,
        }
        Ok(Status::Done)
    }

    fn steps(&self) -> Result<Steps> {
        let sources = self.sources.open()?;
        let kept = self.archive.open().versions_of(&self.source)?;
        let source = match known::source(&sources, &self.source, &mut LeftOut::new(false)) {
            Ok(source) => source,
            // It was taken down, or has another id now: what it said is still there.
            Err(Error::Usage(_)) if !kept.is_empty() => return Ok(history(&self.source, kept, None)),
            Err(error) => return Err(error),
        };
        let named = sources.versions_of(&self.source)?;
        let published = source.published;
        let mut versions = in_order(named, kept);
        versions.push(source.into_version());
        Ok(history_until_today(&self.source, versions, published))
    }
}
