//! `crosscheck archive`: the sources' texts as they are today, kept.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;
use crosscheck::diagnostic::Diagnostics;
use crosscheck::source::{Archive, Kept, Source};
use crosscheck::{Error, Result, one_line};

use super::case::SourceArgs;
use super::output::{Content, OutputArgs, failed};
use super::status::Status;
use super::today::DayArgs;
use super::whole;

/// After so many problems the rest is not looked for: the same mistake in every line of a large file.
const MAX_PROBLEMS: usize = 1000;

/// Keep the text of every source that is new or has changed, for `crosscheck history`
///
/// Each text is kept once it is seen, whole and never changed, as
/// DIR/SOURCE/NUMBER_DAY_SHA256.txt. Run it each time the sources have been fetched anew.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  crosscheck archive                    what is new or changed in seeds/
  crosscheck archive --sources articles.jsonl
  crosscheck archive --on 2025-02-12    texts that were fetched on that day")]
pub(crate) struct Keep {
    #[command(flatten)]
    archive: ArchiveArgs,
    #[command(flatten)]
    sources: SourceArgs,
    #[command(flatten)]
    day: DayArgs,
}

/// Where texts are kept.
#[derive(Debug, Args)]
pub(crate) struct ArchiveArgs {
    /// The folder in which texts of sources are kept
    #[arg(long, value_name = "DIR", default_value = "archive")]
    archive: PathBuf,
}

impl ArchiveArgs {
    /// The archive.
    pub(crate) fn open(&self) -> Archive {
        Archive::new(&self.archive)
    }
}

/// What became of a source's text.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    /// It is the first that is kept.
    New(PathBuf),
    /// Another was kept before.
    Changed(PathBuf),
    /// It was kept already.
    Same,
}

/// How many sources came to what.
#[derive(Debug, Default)]
struct Tally {
    new: usize,
    changed: usize,
    same: usize,
    /// Passed over: they are known by the numbers of their lines alone.
    numbered: usize,
}

impl Keep {
    pub(super) fn run(&self) -> Result<Status> {
        self.refuse_within_sources()?;
        let day = self.day.day()?;
        let mut problems = Diagnostics::new();
        let mut unnamed = 0;
        OutputArgs::default().write(Content::Plain, |out| {
            let (tally, told) = self.keep_all(day, &mut problems, out).map_err(failed)?;
            told?;
            let Tally { new, changed, same, numbered } = tally;
            unnamed = numbered;
            writeln!(out, "{new} new, {changed} changed, {same} as they were kept")
        })?;
        let (status, _) = problems.or(Status::Done)?;
        match unnamed {
            0 => Ok(status),
            some => Err(Error::Usage(format!(
                "{} not kept: known by the number of a line alone, which is another's once a line is put in before it; \
                 give each line an `id`",
                if some == 1 { "1 source was".to_owned() } else { format!("{some} sources were") }
            ))),
        }
    }

    /// Keeps source by source and tells of each that is new or changed; where nobody listens any more, the others are kept
    /// all the same.
    fn keep_all(
        &self,
        day: NaiveDate,
        problems: &mut Diagnostics,
        out: &mut dyn Write,
    ) -> Result<(Tally, io::Result<()>)> {
        let archive = self.archive.open();
        // One article that came back empty must not cost what changed in the others.
        let (sources, unread) = self.sources.open_what_can_be_read()?;
        problems.extend(unread);
        let mut tally = Tally::default();
        let mut told = Ok(());
        for source in sources.read() {
            if problems.len() >= MAX_PROBLEMS {
                break;
            }
            if source.as_ref().is_ok_and(|source| source.numbered) {
                tally.numbered += 1;
                continue;
            }
            let kept = source.and_then(|source| Ok((keep(&archive, &source, day)?, source.metadata.id)));
            match kept {
                Ok((outcome, id)) => {
                    told = told.and_then(|()| tell(&id, &outcome, out));
                    tally.add(&outcome);
                }
                Err(Error::Input(found)) => problems.extend(found),
                Err(error) => return Err(error),
            }
        }
        Ok((tally, told))
    }

    /// An archive within the folder of sources would make every kept text a source.
    fn refuse_within_sources(&self) -> Result<()> {
        let archive = resolved(&self.archive.archive);
        let sources = self.sources.path();
        let inside = sources.is_dir() && archive.starts_with(resolved(sources));
        if !inside {
            return Ok(());
        }
        Err(Error::Usage(format!(
            "the archive `{}` lies in the folder of sources, where every kept text would be a source of its own; \
             name another folder with --archive DIR",
            self.archive.archive.display()
        )))
    }
}

/// The path with its links followed as far as it exists.
fn resolved(path: &Path) -> PathBuf {
    if let Ok(path) = fs::canonicalize(if path.as_os_str().is_empty() { Path::new(".") } else { path }) {
        return path;
    }
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) => resolved(parent).join(name),
        _ => path.to_owned(),
    }
}

impl Tally {
    fn add(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::New(_) => self.new += 1,
            Outcome::Changed(_) => self.changed += 1,
            Outcome::Same => self.same += 1,
        }
    }
}

fn tell(id: &str, outcome: &Outcome, out: &mut dyn Write) -> io::Result<()> {
    let (how, path) = match outcome {
        Outcome::New(path) => ("new", path),
        Outcome::Changed(path) => ("changed", path),
        Outcome::Same => return Ok(()),
    };
    writeln!(out, "{}  {how}: kept as {}", one_line(id), path.display())
}

/// Keeps the text of `source` unless it is the newest that is kept of it.
fn keep(archive: &Archive, source: &Source, day: NaiveDate) -> Result<Outcome> {
    let id = &source.metadata.id;
    let sha256 = source.article_sha256();
    let is_newest = |kept: &[Kept]| kept.last().is_some_and(|newest| newest.sha256 == sha256);
    if is_newest(&archive.kept(id)?) {
        return Ok(Outcome::Same);
    }
    let folder = archive.folder_of(id);
    fs::create_dir_all(&folder).map_err(Error::io("make the folder", &folder))?;
    let _held = hold(&folder);
    loop {
        let kept = archive.kept(id)?;
        if is_newest(&kept) {
            return Ok(Outcome::Same);
        }
        if let Some(newest) = kept.last().filter(|newest| day < newest.day) {
            return Err(Error::Usage(format!(
                "the newest text that is kept of {} is of {}: name that day or a later one with --on",
                one_line(id),
                newest.day
            )));
        }
        let number = kept.last().map_or(1, |newest| newest.number.saturating_add(1));
        let next = Kept { number, day, sha256: sha256.clone() };
        let path = folder.join(next.file_name());
        let written = whole::create(&path, |file| whole::fill(file, source.article_text().as_bytes()));
        if written.map_err(Error::io("write", &path))? {
            return Ok(if kept.is_empty() { Outcome::New(path) } else { Outcome::Changed(path) });
        }
    }
}

/// Locks the folder against other runs, for as long as what this gives is held. Where a folder cannot be locked, runs at
/// once are kept apart by the names of their files alone, which differ only where their texts or days do.
fn hold(folder: &Path) -> Option<File> {
    let held = File::open(folder).ok()?;
    held.lock().ok().map(|()| held)
}
