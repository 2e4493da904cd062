//! `crosscheck check`: all claims against all sources.

use std::io::{self, Write};

use clap::Args;
use crosscheck::check::{check, stream};
use crosscheck::claim::ClaimSet;
use crosscheck::export::{Format, Style, stance_as_jsonl};
use crosscheck::report::{Report, SourceStance};
use crosscheck::source::Sources;
use crosscheck::verdict::Verdict;
use crosscheck::{Error, Result};

use super::case::CaseArgs;
use super::choice::one_of;
use super::output::{Content, OutputArgs, WidthArgs, failed};
use super::progress::Progress;
use super::status::{self, Status};
use super::threads::ThreadArgs;

/// Check all claims against all sources and print the consistency report
///
/// The report opens with the disputed claims, each with who says what, in their own words. Silence is not
/// agreement, and the report never says what is true: it says what the sources say.
///
/// `--format jsonl` streams a line for each claim and source that is not silent on it, as the sources are read:
/// it is for runs that are too large for one report.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  crosscheck check
  crosscheck check --claims claims --sources articles.jsonl --format jsonl -o stances.jsonl
  crosscheck check --format markdown -o report.md
  crosscheck check --fail-on disputed,contradicted    exit status 1 if there are such claims")]
pub(crate) struct Check {
    #[command(flatten)]
    case: CaseArgs,
    /// How to print the report
    #[arg(long, value_name = "FORMAT", default_value = "terminal", value_parser = one_of(&Format::ALL, Format::name))]
    format: Format,
    /// End with exit status 1 if a claim has one of these verdicts
    #[arg(
        long,
        value_name = "VERDICT,...",
        value_delimiter = ',',
        value_parser = one_of(&Verdict::ALL, Verdict::name)
    )]
    fail_on: Vec<Verdict>,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    width: WidthArgs,
    #[command(flatten)]
    threads: ThreadArgs,
}

impl Check {
    pub(super) fn run(&self) -> Result<Status> {
        if self.format == Format::Jsonl && !self.fail_on.is_empty() {
            return Err(Error::Usage(
                "--fail-on needs verdicts, and --format jsonl streams stances without them; use --format json".into(),
            ));
        }
        self.threads.apply()?;
        let (claims, sources) = self.case.load()?;
        if self.format == Format::Jsonl {
            self.stream(&claims, &sources)?;
            return Ok(Status::Done);
        }
        let mut progress = Progress::new();
        let report = check(&claims, self.case.settings(), sources.read(), &mut |_| progress.advance())?;
        drop(progress);
        write_report(&report, self.format, &self.output, &self.width)?;
        Ok(self.verdict_on(&report))
    }

    fn stream(&self, claims: &ClaimSet, sources: &Sources) -> Result<()> {
        let mut progress = Progress::new();
        self.output.write(Content::Plain, |out| {
            let mut sink = |claim: &str, stance: &SourceStance| {
                stance_as_jsonl(claim, stance, out).map_err(Error::io("write", "the stream of stances"))
            };
            let settings = self.case.settings();
            stream(claims, settings, sources.read(), &mut sink, &mut |_| progress.advance()).map_err(failed)
        })
    }

    /// Whether the report holds what `--fail-on` names; standard error then says which claims.
    fn verdict_on(&self, report: &Report) -> Status {
        let failing: Vec<_> =
            report.claims.iter().filter(|claim| self.fail_on.contains(&claim.verdict)).collect();
        for claim in &failing {
            status::note(&format!("{} is {}", claim.id, claim.verdict.name()));
        }
        if failing.is_empty() { Status::Done } else { Status::Found }
    }
}

/// Writes a report to where it goes, as wide as that is.
pub(super) fn write_report(
    report: &Report,
    format: Format,
    output: &OutputArgs,
    width: &WidthArgs,
) -> Result<()> {
    let content = if format == Format::Terminal { Content::Styled } else { Content::Plain };
    let style = Style { width: width.columns(output), colour: true };
    output.write(content, |out: &mut dyn Write| -> io::Result<()> { format.write(report, style, out) })
}
