//! What browsers are shown: whole pages, kept in memory and replaced together.

use std::io;
use std::time::{SystemTime, UNIX_EPOCH};

use crosscheck::export::{Format, Style};
use crosscheck::{Error, Result};
use hyper::body::Bytes;
use tokio::sync::watch::{Receiver, Sender};

use super::build::{Good, Outcome};
use super::page;
use crate::cli::case::CaseArgs;
use crate::cli::status;

/// All there is to see at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    /// Grows with every change of what there is to see, also from one run of the program to the next.
    pub(super) version: u64,
    /// The report, or the problems in its place.
    pub(super) page: Bytes,
    /// The report as JSON, or the problems as text.
    pub(super) json: std::result::Result<Bytes, Bytes>,
    /// The last report that there was.
    pub(super) last: Option<Bytes>,
}

/// Makes the pages, and hands them to the server.
pub(super) struct Pages<'a> {
    case: &'a CaseArgs,
    /// The last good report, for as long as there are problems.
    good: Option<Box<Good>>,
    shown: Sender<Shown>,
}

impl<'a> Pages<'a> {
    /// The first pages.
    ///
    /// # Errors
    /// Where they cannot be written.
    pub(super) fn new(case: &'a CaseArgs, outcome: Outcome) -> Result<Self> {
        let shown = shown(case, &outcome, None, first_version()).map_err(unwritten)?;
        Ok(Self { case, good: good(outcome), shown: Sender::new(shown) })
    }

    /// Where the server finds what to show.
    pub(super) fn watched(&self) -> Receiver<Shown> {
        self.shown.subscribe()
    }

    /// Shows what came of the files in place of what was shown so far. Where that looks the same, as after an edit of a
    /// comment, nothing happens.
    ///
    /// # Errors
    /// Where the pages cannot be written.
    pub(super) fn show(&mut self, outcome: Outcome) -> Result<()> {
        let at = |version| shown(self.case, &outcome, self.good.as_deref(), version).map_err(unwritten);
        // Pages carry their version: only those of one version can be compared.
        let version = self.shown.borrow().version;
        let is_new = at(version)? != *self.shown.borrow();
        if is_new {
            self.shown.send_replace(at(version + 1)?);
        }
        self.good = good(outcome).or(self.good.take());
        Ok(())
    }
}

fn good(outcome: Outcome) -> Option<Box<Good>> {
    match outcome {
        Outcome::Report(good) => Some(good),
        Outcome::Problems(_) => None,
    }
}

fn unwritten(error: io::Error) -> Error {
    Error::io("write", "the report")(error)
}

/// The pages of what came of the files, with those of the `last` good report where that is problems.
fn shown(case: &CaseArgs, outcome: &Outcome, last: Option<&Good>, version: u64) -> io::Result<Shown> {
    let report = |good: &Good| page::report(&good.edition(case), version);
    match outcome {
        Outcome::Report(good) => {
            let page = report(good)?;
            Ok(Shown { version, json: Ok(json(case, good)?), last: Some(page.clone()), page })
        }
        Outcome::Problems(error) => {
            let text = status::described(error, false);
            let last = last.map(report).transpose()?;
            let page = page::problems(&text, count(error), last.is_some(), version)?;
            Ok(Shown { version, page, json: Err(Bytes::from(format!("{text}\n"))), last })
        }
    }
}

fn json(case: &CaseArgs, good: &Good) -> io::Result<Bytes> {
    let mut out = Vec::new();
    Format::Json.write(&good.edition(case), Style { width: 80, colour: false }, &mut out)?;
    Ok(out.into())
}

fn count(error: &Error) -> usize {
    match error {
        Error::Input(problems) => problems.len(),
        Error::Io { .. } | Error::Usage(_) | Error::Stopped => 1,
    }
}

/// The version of the first pages: milliseconds since 1970, so that a page of an earlier run, which asks on while the
/// program is started anew, finds these to be newer.
fn first_version() -> u64 {
    let passed = SystemTime::now().duration_since(UNIX_EPOCH).ok();
    passed.and_then(|passed| u64::try_from(passed.as_millis()).ok()).unwrap_or(1)
}
