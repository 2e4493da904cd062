//! `crosscheck check`: all claims against all sources.

use std::io::{self, Write};

use clap::Args;
use crosscheck::check::{check, stream};
use crosscheck::claim::ClaimSet;
use crosscheck::export::{Edition, Format, Style, stance_as_jsonl};
use crosscheck::report::{Report, SourceStance, Standing, Texts};
use crosscheck::source::{Source, Sources};
use crosscheck::verdict::Verdict;
use crosscheck::{Error, Result};

use super::cache::CacheArgs;
use super::case::CaseArgs;
use super::choice::{one_of, one_of_described};
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
///
/// `--format sqlite` and `--format parquet` are for SQL and data frames. Either takes long to build and is left out unless
/// asked for: `cargo install --path . --features sqlite,parquet`.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  crosscheck check
  crosscheck check --sources articles.jsonl -o stances.jsonl
  crosscheck check -o report.html                     a page for a browser, with everything in it
  crosscheck check --format sarif -o crosscheck.sarif
  crosscheck check -o report.db && datasette report.db
  crosscheck check --fail-on disputed,contradicted    exit status 1 if there are such claims")]
pub(crate) struct Check {
    #[command(flatten)]
    case: CaseArgs,
    /// How to print the report [default: what the name of the output file ends in, else terminal]
    #[arg(
        long,
        value_name = "FORMAT",
        value_parser = one_of_described(&Format::ALL, Format::name, Format::purpose)
    )]
    format: Option<Format>,
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
    #[command(flatten)]
    cache: CacheArgs,
}

impl Check {
    pub(super) fn run(&self) -> Result<Status> {
        let format = self.format()?;
        if format == Format::Jsonl && !self.fail_on.is_empty() {
            return Err(Error::Usage(
                "--fail-on needs verdicts, and --format jsonl streams stances without them; use --format json".into(),
            ));
        }
        self.refuse_bytes(format)?;
        self.threads.apply()?;
        let (claims, sources) = self.case.load()?;
        if format == Format::Jsonl {
            self.stream(&claims, &sources)?;
            return Ok(Status::Done);
        }
        let mut texts = Texts::default();
        let mut keep = |source: &Source| texts.keep(source);
        let mut progress = Progress::new(&sources, self.case.left_out()).stoppable();
        if format.needs_texts() {
            progress = progress.also(&mut keep);
        }
        let mut cache = self.cache.open(&self.case, &sources)?;
        let report = check(&claims, cache.plan(self.case.settings()), sources.batches(), &mut progress);
        cache.keep();
        let report = report?;
        progress.conclude()?;
        drop(progress);
        let (claims, sources) = self.case.folders();
        let edition = Edition { report: &report, texts: &texts, claims, sources };
        write_report(&edition, format, &self.output, &self.width)?;
        if format == Format::ClaimReview {
            tell_if_nothing_is_reviewed(&report);
        }
        Ok(self.verdict_on(&report))
    }

    /// The format that was asked for, or that the ending of the output file names.
    fn format(&self) -> Result<Format> {
        let endings = Format::ALL.iter().flat_map(|format| format.endings()).copied();
        self.output.format(
            self.format,
            Format::Terminal,
            Format::of_ending,
            endings,
            ("report", "for a PDF, print the HTML report"),
        )
    }

    /// Refuses a format that this build does not have, and one that is no text where it would go to a terminal.
    fn refuse_bytes(&self, format: Format) -> Result<()> {
        let name = format.name();
        if !format.is_built() {
            return Err(Error::Usage(format!(
                "this build of crosscheck does not write {name}: `cargo install --path . --features sqlite,parquet` \
                 makes one that does"
            )));
        }
        if format.is_binary() && self.output.is_shown() {
            return Err(Error::Usage(format!("{name} is not for a terminal; name a file with -o")));
        }
        Ok(())
    }

    fn stream(&self, claims: &ClaimSet, sources: &Sources) -> Result<()> {
        // It lives until all is written: up to then Ctrl-C cuts no line.
        let mut progress = Progress::new(sources, self.case.left_out()).stoppable();
        let failed_to_write = || Error::io("write", "the stream of stances");
        let write = |claim: &str, stance: &SourceStance, line: &mut Vec<u8>| {
            stance_as_jsonl(claim, stance, line).map_err(failed_to_write())
        };
        let mut cache = self.cache.open(&self.case, sources)?;
        let written = self.output.write(Content::Plain, |out| {
            let mut sink = |lines: &[u8]| out.write_all(lines).map_err(failed_to_write());
            let plan = cache.plan(self.case.settings());
            stream(claims, plan, sources.batches(), &write, &mut sink, &mut progress)
                .and_then(|()| progress.conclude())
                .map_err(failed)
        });
        cache.keep();
        written
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

/// Why there is no review, where there is none.
fn tell_if_nothing_is_reviewed(report: &Report) {
    if report.rulings().iter().all(|(standing, ..)| *standing == Standing::Stale) {
        status::note(
            "no claim has a curator’s ruling that stands: ClaimReview is for these only, since outlets that agree are no \
             verdict on truth; `crosscheck rule` gives one",
        );
    }
}

/// Writes a report to where it goes, as wide as that is.
pub(super) fn write_report(
    edition: &Edition<'_>,
    format: Format,
    output: &OutputArgs,
    width: &WidthArgs,
) -> Result<()> {
    let content = if format == Format::Terminal { Content::Styled } else { Content::Plain };
    let style = Style { width: width.columns(output), colour: true };
    output.write(content, |out: &mut dyn Write| -> io::Result<()> { format.write(edition, style, out) })
}
