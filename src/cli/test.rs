//! `crosscheck test`: claims tried with the sentences that their authors wrote for them.

use clap::Args;
use crosscheck::Result;
use crosscheck::export::{Style, TrialFormat};
use crosscheck::trial;

use super::case::{ClaimArgs, EngineArgs};
use super::choice::one_of;
use super::output::{Content, OutputArgs, WidthArgs};
use super::status::Status;
use super::threads::ThreadArgs;

/// Try the claims with the sentences in their `tests`, as a test runner does
///
/// A sentence passes that has the stance it is listed under. It is missed where it should say something of the claim
/// and is not found to, noisy where it should have nothing to do with it and is found to, wrong where it is found
/// with another stance. Claims without tests are counted. No sources are read.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  crosscheck test                  exit status 1 if a sentence does not pass
  crosscheck test --format junit -o tests.xml")]
pub(crate) struct Test {
    #[command(flatten)]
    claims: ClaimArgs,
    #[command(flatten)]
    engine: EngineArgs,
    /// How to print the outcome
    #[arg(long, value_name = "FORMAT", default_value = "terminal", value_parser = one_of(&TrialFormat::ALL, TrialFormat::name))]
    format: TrialFormat,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    width: WidthArgs,
    #[command(flatten)]
    threads: ThreadArgs,
}

impl Test {
    pub(super) fn run(&self) -> Result<Status> {
        self.threads.apply()?;
        let trial = trial::run(&self.claims.load()?, self.engine.settings());
        let content = if self.format == TrialFormat::Terminal { Content::Styled } else { Content::Plain };
        let style = Style { width: self.width.columns(&self.output), colour: true };
        self.output.write(content, |out| self.format.write(&trial, style, out))?;
        Ok(if trial.passed() { Status::Done } else { Status::Found })
    }
}
