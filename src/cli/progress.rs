//! Progress on standard error, and only where that is a terminal.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A run that is over before this shows nothing.
const PATIENCE: Duration = Duration::from_millis(500);

/// How many sources have been read so far.
pub(crate) struct Progress {
    bar: ProgressBar,
    since: Instant,
}

impl Progress {
    /// Nothing read yet, nothing shown yet.
    pub(crate) fn new() -> Self {
        let style = ProgressStyle::with_template("{pos} sources checked, {elapsed} {spinner}");
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        Self { bar, since: Instant::now() }
    }

    /// One more source has been checked.
    pub(crate) fn advance(&mut self) {
        if self.bar.is_hidden() && self.since.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(5));
        }
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
