//! `crosscheck serve`: the report in a browser, kept up to date.
//!
//! One thread answers browsers and does nothing else; this one builds the pages, watches the files and builds again.
//! Between them goes one value, [`pages::Shown`], which is replaced as a whole.

mod address;
mod answer;
mod build;
mod page;
mod pages;
mod server;
mod watch;

use std::time::{Duration, Instant};

use clap::Args;
use crosscheck::Result;

use super::case::CaseArgs;
use super::status::{self, Status};
use super::threads::ThreadArgs;
use address::Address;
use build::Outcome;
use pages::Pages;
use watch::{Change, Watch};

/// Show the report in a browser and keep it up to date while you work on the claims
///
/// Open the address that it prints, and edit a claim or a source: once the file is saved, the report is made anew and
/// the page shows it. While a file has problems, the page shows these, and a link to the last good report.
///
/// It answers to this computer alone unless `--host` says otherwise, gives pages away and takes nothing in. It runs until
/// it is stopped with Ctrl-C.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  crosscheck serve
  crosscheck serve --claims flood/claims --sources flood/seeds
  crosscheck serve --port 0                        any port that is free
  curl -s http://127.0.0.1:8765/report.json | jq   the report as JSON, as of now")]
pub(crate) struct Serve {
    #[command(flatten)]
    case: CaseArgs,
    /// The address to listen at; any other than 127.0.0.1 may let others read the report, and there is no password
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    host: String,
    /// The port to listen at; 0 for any that is free
    #[arg(long, value_name = "PORT", default_value_t = 8765)]
    port: u16,
    /// Look for changes every second: for network drives and containers, where the system does not tell of them
    #[arg(long)]
    poll: bool,
    #[command(flatten)]
    threads: ThreadArgs,
}

impl Serve {
    pub(super) fn run(&self) -> Result<Status> {
        self.threads.apply()?;
        // Before anything slow: a port that is taken is told at once.
        let (listener, address) = Address::listen(&self.host, self.port)?;
        // Before the files are read: what changes while they are read is a change.
        let mut watch = Watch::new(&self.case.paths(), self.poll);
        let started = Instant::now();
        let outcome = build::build(&self.case);
        tell(None, &outcome, started.elapsed());
        let mut pages = Pages::new(&self.case, outcome)?;
        if address.is_open_to_others() {
            status::note("warning: whoever can reach this address can read the report; there is no password");
        }
        status::note(&format!("serving {} (Ctrl-C stops)", address.url()));
        server::start(listener, address, pages.watched())?;
        loop {
            let change = watch.wait();
            let started = Instant::now();
            let outcome = build::build(&self.case);
            tell(Some(&change), &outcome, started.elapsed());
            pages.show(outcome)?;
        }
    }
}

/// What came of a build, on standard error.
fn tell(change: Option<&Change>, outcome: &Outcome, took: Duration) {
    let changed = change.map(|change| format!("{change} changed: ")).unwrap_or_default();
    match outcome {
        Outcome::Report(good) => {
            status::warn(&good.warnings);
            status::note(&format!("{changed}{} ({:.2} s)", good.in_a_line(), took.as_secs_f64()));
        }
        Outcome::Problems(error) => {
            if change.is_some() {
                status::note(changed.trim_end());
            }
            status::explain(error);
        }
    }
}
