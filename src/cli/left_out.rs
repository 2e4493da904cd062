//! Sources that cannot be read: they stop a run, or are left out of it, as `--on-bad-source` says.

use clap::{Args, ValueEnum};
use crosscheck::diagnostic::Diagnostics;
use crosscheck::source::Source;
use crosscheck::{Error, Result};

use super::status;

/// How many are told of one by one; the others are counted.
const SHOWN: usize = 50;

/// `--on-bad-source`, for commands that read a case.
#[derive(Debug, Args)]
pub(crate) struct BadSourceArgs {
    /// What to do about a source that cannot be read: say all that is wrong and stop, or warn and leave it out
    #[arg(long, value_name = "WHAT", value_enum, default_value_t = OnBadSource::Stop)]
    on_bad_source: OnBadSource,
}

impl BadSourceArgs {
    /// Whether sources that cannot be read are left out.
    pub(crate) fn skips(&self) -> bool {
        self.on_bad_source == OnBadSource::Skip
    }
}

/// What to do about a source that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum OnBadSource {
    /// Leave it out, with a warning
    Skip,
    /// Stop, with all that is wrong
    Stop,
}

/// The sources that one run has left out so far.
#[derive(Debug)]
pub(crate) struct LeftOut {
    skips: bool,
    read: usize,
    left_out: usize,
}

impl LeftOut {
    /// None yet; none at all, unless `skips`.
    pub(crate) fn new(skips: bool) -> Self {
        Self { skips, read: 0, left_out: 0 }
    }

    /// One more could be read.
    pub(crate) fn count_read(&mut self) {
        self.read += 1;
    }

    /// One more cannot be read; gives back the problems that stop the run.
    pub(crate) fn add(&mut self, problems: Diagnostics) -> Option<Diagnostics> {
        if !self.skips {
            return Some(problems);
        }
        self.left_out += 1;
        match self.left_out {
            ..=SHOWN => status::warn_each(problems),
            _ if self.left_out == SHOWN + 1 => {
                status::note("warning: further sources that cannot be read are only counted");
            }
            _ => {}
        }
        None
    }

    /// The source, or nothing where it is left out.
    ///
    /// # Errors
    /// Why it cannot be read, where that stops the run.
    pub(crate) fn pass(&mut self, read: Result<Source>) -> Result<Option<Source>> {
        match read {
            Ok(source) => {
                self.count_read();
                Ok(Some(source))
            }
            Err(Error::Input(problems)) => self.add(problems).map_or(Ok(None), |all| Err(Error::Input(all))),
            Err(error) => Err(error),
        }
    }

    /// Says at the end how many were left out.
    ///
    /// # Errors
    /// Where nothing is left.
    pub(crate) fn conclude(&self) -> Result<()> {
        let all = with_commas(self.read + self.left_out);
        match (self.left_out, self.read) {
            (0, _) => Ok(()),
            (_, 0) => Err(Error::Usage(format!("none of the {all} sources could be read"))),
            (some, _) => {
                let was = if some == 1 { "was" } else { "were" };
                let some = with_commas(some);
                status::note(&format!("{some} of {all} sources could not be read and {was} left out"));
                Ok(())
            }
        }
    }
}

/// "10,000".
pub(crate) fn with_commas(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_counts_are_grouped() {
        for (count, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(with_commas(count), text);
        }
    }
}
