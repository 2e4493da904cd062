//! How a run ended, as an exit status and words on standard error.

use std::io::{self, Write};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use crosscheck::diagnostic::Diagnostics;
use crosscheck::{Error, Result};

use super::interrupt;
use super::left_out::with_commas;

/// How a command that could be done ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// Done.
    Done,
    /// Done, and it found what it was told to fail on.
    Found,
}

const COULD_NOT: u8 = 2;

const BAD: Style = AnsiColor::Red.on_default().bold();

/// The exit status of a command, its failure explained on standard error.
pub(crate) fn of(result: Result<Status>) -> ExitCode {
    match result {
        Ok(Status::Done) => ExitCode::SUCCESS,
        Ok(Status::Found) => ExitCode::FAILURE,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(Error::Stopped) => {
            let checked = interrupt::checked();
            let had = if checked == 1 { "source had" } else { "sources had" };
            note(&format!("stopped: {} {had} been checked", with_commas(checked)));
            ExitCode::from(interrupt::EXIT_STATUS)
        }
        Err(error) => {
            explain(&error);
            ExitCode::from(COULD_NOT)
        }
    }
}

/// The exit status of a command line that was not understood, or that only asked for help.
pub(crate) fn of_usage(usage: &clap::Error) -> ExitCode {
    match usage.print() {
        // A reader that has gone away does not turn help into a failure.
        Err(error) if !usage.use_stderr() && error.kind() != io::ErrorKind::BrokenPipe => {
            of(Err(Error::io("write", "standard output")(error)))
        }
        _ => ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(COULD_NOT)),
    }
}

/// A reader that has seen enough, as `head` does, is no failure.
fn is_broken_pipe(error: &Error) -> bool {
    matches!(error, Error::Io { source, .. } if source.kind() == io::ErrorKind::BrokenPipe)
}

/// A line on standard error.
pub(crate) fn note(line: &str) {
    // Where standard error is closed, there is nobody left to tell.
    let _ = writeln!(anstream::stderr(), "{line}");
}

/// What is worth a look in the user's files and stops nothing, on standard error.
pub(crate) fn warn(warnings: &Diagnostics) {
    if !warnings.is_empty() {
        note(warnings.render(true).trim_end());
    }
}

/// What is wrong with something that stops nothing, on standard error.
pub(crate) fn warn_each(problems: Diagnostics) {
    problems.into_iter().for_each(|problem| note(problem.as_warning().render(true).trim_end()));
}

/// Why something could not be done, on standard error.
pub(crate) fn explain(error: &Error) {
    note(&described(error, true));
}

/// Why something could not be done, as it is shown to people.
pub(crate) fn described(error: &Error, colour: bool) -> String {
    match error {
        Error::Input(problems) => problems.render(colour).trim_end().to_owned(),
        Error::Io { .. } | Error::Usage(_) | Error::Stopped if colour => {
            format!("{BAD}error{BAD:#}: {error}")
        }
        Error::Io { .. } | Error::Usage(_) | Error::Stopped => format!("error: {error}"),
    }
}
