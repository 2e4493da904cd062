//! `crosscheck snapshot`: what was found, kept; what is different today, and why.

mod review;

use std::path::{Path, PathBuf};

use clap::Args;
use crosscheck::check::check;
use crosscheck::claim::ClaimSet;
use crosscheck::diagnostic::{Code, Diagnostic, Input};
use crosscheck::export::{Style, comparison_as_json, write_comparison};
use crosscheck::snapshot::{self, Change, Comparison, FILE_NAME, Inspection, Snapshot as Kept};
use crosscheck::source::{Source, Sources};
use crosscheck::{Error, Result};

use super::cache::CacheArgs;
use super::case::CaseArgs;
use super::known;
use super::output::{Content, Format, OutputArgs, WidthArgs};
use super::progress::Progress;
use super::status::{self, Status};
use super::threads::ThreadArgs;
use super::whole;

/// Keep what was found; later, say what is different and why
///
/// The first run writes the verdict of every claim, the stance of every source and the words for it into a file that
/// is read in a review and merged in git. Later runs compare with it: each change as it was and as it is, with both
/// quotes and the reason, as far as it is known. Nothing that was found is replaced in the file until it is accepted.
///
/// Words that only moved, or are only set otherwise, are no change.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  crosscheck snapshot                     write the snapshot; later, show what changed
  crosscheck snapshot --check             the same for CI: exit status 1 if something changed
  crosscheck snapshot --review            go through the changes one by one
  crosscheck snapshot --accept            take all changes into the snapshot
  crosscheck snapshot --accept one-of-seven")]
pub(crate) struct Snapshot {
    /// End with exit status 1 if something changed, and write nothing
    #[arg(long)]
    check: bool,
    /// Take the changes into the snapshot: all, or those of one claim
    #[arg(long, value_name = "CLAIM", num_args = 0..=1, conflicts_with = "check")]
    accept: Option<Option<String>>,
    /// Go through the changes one by one: accept, keep what was, look closer, or come back later
    #[arg(long, conflicts_with_all = ["check", "accept", "format", "output"])]
    review: bool,
    /// With --review: ask about changes again that were not accepted before
    #[arg(long, requires = "review")]
    again: bool,
    /// The snapshot's file [default: verdicts.snap.yaml beside the folder of claims]
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// How to print what changed
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
    #[command(flatten)]
    case: CaseArgs,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    width: WidthArgs,
    #[command(flatten)]
    threads: ThreadArgs,
    #[command(flatten)]
    cache: CacheArgs,
}

/// What the names of snapshots end in that are passed over among claims and sources.
const SNAPSHOT_ENDING: &str = ".snap.yaml";

/// What is found today, beside the snapshot before.
struct Today {
    found: Kept,
    inspection: Inspection,
}

impl Today {
    fn compare(&self, before: &Kept) -> Comparison {
        snapshot::compare(before, &self.found, &self.inspection)
    }
}

impl Snapshot {
    pub(super) fn run(&self) -> Result<Status> {
        self.threads.apply()?;
        let file = self.file();
        if self.case.holds(&file) && !file.to_string_lossy().ends_with(SNAPSHOT_ENDING) {
            return Err(Error::Usage(format!(
                "`{}` lies among the claims or sources and would be read as one: name another place, or end it in {SNAPSHOT_ENDING}",
                file.display()
            )));
        }
        let before = read(&file)?;
        let (claims, sources) = self.case.load()?;
        let today = self.today(before.as_ref(), &claims, &sources)?;
        let Some(before) = before else { return self.first(&file, &today) };
        if self.review {
            return review::review(&file, &today, self.again, self.style());
        }
        let comparison = today.compare(&before);
        match &self.accept {
            Some(claim) => self.accept(&file, &today, &comparison, claim.as_deref()),
            None => {
                self.print(&comparison)?;
                self.conclude(&file, &before, &today, &comparison)
            }
        }
    }

    /// The snapshot's file.
    fn file(&self) -> PathBuf {
        self.file.clone().unwrap_or_else(|| self.case.root().join(FILE_NAME))
    }

    fn style(&self) -> Style {
        Style { width: self.width.columns(&self.output), colour: true }
    }

    fn today(&self, before: Option<&Kept>, claims: &ClaimSet, sources: &Sources) -> Result<Today> {
        let mut inspection = Inspection::new(before);
        let settings = self.case.settings();
        let mut see = |source: &Source| inspection.see(source);
        let mut progress = Progress::new(sources, self.case.left_out()).stoppable().also(&mut see);
        let mut cache = self.cache.open(&self.case, sources)?;
        let report = check(claims, cache.plan(settings), sources.batches(), &mut progress);
        cache.keep();
        let report = report?;
        progress.conclude()?;
        drop(progress);
        Ok(Today { found: inspection.snapshot(&report, claims, settings), inspection })
    }

    /// There is no snapshot yet.
    fn first(&self, file: &Path, today: &Today) -> Result<Status> {
        if self.check || self.review || matches!(self.accept, Some(Some(_))) {
            return Err(Error::Usage(format!(
                "there is no snapshot `{}` to compare with: write one with `crosscheck snapshot`",
                file.display()
            )));
        }
        let mut written = false;
        update(file, |present| {
            written = present.is_none();
            written.then(|| today.found.clone())
        })?;
        let count = today.found.claims.len();
        let what = if written { "kept in" } else { "found, and another run was quicker to keep them in" };
        self.tell(&format!(
            "{count} {} {what} {}",
            if count == 1 { "claim" } else { "claims" },
            file.display()
        ))?;
        Ok(Status::Done)
    }

    fn print(&self, comparison: &Comparison) -> Result<()> {
        match self.format {
            Format::Terminal => {
                self.output.write(Content::Styled, |out| write_comparison(comparison, self.style(), out))
            }
            Format::Json => self.output.write(Content::Plain, |out| comparison_as_json(comparison, out)),
        }
    }

    fn accept(&self, file: &Path, today: &Today, shown: &Comparison, claim: Option<&str>) -> Result<Status> {
        if let Some(claim) = claim
            && !shown.changes.iter().any(|change| change.claim == claim)
        {
            return self.nothing_of(claim, today);
        }
        self.print(&claim.map_or_else(|| shown.clone(), |claim| shown.of_claim(claim)))?;
        let taken = |change: &Change| claim.is_none_or(|claim| change.claim == claim);
        update(file, |present| {
            let before = present?;
            Some(snapshot::accept(before, &today.found, &today.compare(before), &taken))
        })?;
        if !shown.changes.is_empty() {
            let left = claim.map_or(0, |_| shown.changes.len() - 1);
            let left = match left {
                0 => String::new(),
                1 => "; 1 claim is left that changed".to_owned(),
                left => format!("; {left} claims are left that changed"),
            };
            status::note(&format!("accepted into {}{left}", file.display()));
        }
        Ok(Status::Done)
    }

    fn nothing_of(&self, claim: &str, today: &Today) -> Result<Status> {
        let ids = today.found.claims.iter().map(|claim| claim.id.as_str());
        if ids.clone().any(|id| id == claim) {
            status::note(&format!("nothing changed of {claim}"));
            return Ok(Status::Done);
        }
        Err(known::unknown("claim", claim, ids))
    }

    /// What to do about what was shown.
    fn conclude(&self, file: &Path, before: &Kept, today: &Today, comparison: &Comparison) -> Result<Status> {
        if !comparison.changes.is_empty() {
            status::note(
                "`crosscheck snapshot --review` goes through the changes, `--accept` takes them all, `--accept CLAIM` one claim’s",
            );
            return Ok(if self.check { Status::Found } else { Status::Done });
        }
        if !self.check && *before != today.found {
            // Lines and hashes: nothing that was found.
            let mut written = false;
            update(file, |present| {
                let comparison = today.compare(present?);
                written = comparison.changes.is_empty();
                written.then(|| today.found.clone())
            })?;
            if written {
                status::note(&format!("{} is brought up to date", file.display()));
            }
        }
        Ok(Status::Done)
    }

    fn tell(&self, line: &str) -> Result<()> {
        self.output.write(Content::Plain, |out| writeln!(out, "{line}"))
    }
}

/// The snapshot in `file`, if there is one.
fn read(file: &Path) -> Result<Option<Kept>> {
    // Opening a pipe would wait for somebody to write to it, and a device has no end.
    if file.exists() && !file.is_file() {
        return Err(Error::Usage(format!(
            "`{}` is not a file that a snapshot can be kept in",
            file.display()
        )));
    }
    match std::fs::read(file) {
        Ok(bytes) => parse(file, &bytes).map(Some),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io("read", file)(error)),
    }
}

fn parse(file: &Path, bytes: &[u8]) -> Result<Kept> {
    let refused = |problem: Diagnostic| Error::Input(problem.into());
    let text = std::str::from_utf8(bytes).map_err(|_| {
        let problem =
            Diagnostic::of_file(Code::NotUtf8, file, "this is no snapshot: it is not text in UTF-8");
        refused(problem.help("`--file` names the file of a snapshot; without it, it lies beside the claims"))
    })?;
    snapshot::read(&Input::new(file, text)).map_err(|problem| refused(*problem))
}

/// Writes what `change` makes of the snapshot in `file`, where that is anything else.
fn update(file: &Path, mut change: impl FnMut(Option<&Kept>) -> Option<Kept>) -> Result<()> {
    whole::change(file, |present| {
        let before = present.map(|bytes| parse(file, bytes)).transpose()?;
        let after = change(before.as_ref()).filter(|after| before.as_ref() != Some(after));
        let Some(after) = after else { return Ok(None) };
        let written = snapshot::write(&after).into_bytes();
        // What could not be read again would be lost with the next run.
        parse(file, &written).map(|_| Some(written))
    })
}
