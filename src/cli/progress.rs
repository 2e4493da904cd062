//! Progress on standard error, and only where that is a terminal.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use crosscheck::Result;
use crosscheck::check::Watch;
use crosscheck::diagnostic::Diagnostics;
use crosscheck::source::{Source, Sources};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::interrupt::{self, InGoodOrder};
use super::left_out::{LeftOut, with_commas};

/// A run that is over before this shows nothing.
const PATIENCE: Duration = Duration::from_millis(500);

/// With the share that is done, where it is known how much there is.
const WITH_SHARE: &str = "{bar:30} {percent:>3} %  {msg}, {eta} left";
const WITHOUT_SHARE: &str = "{spinner} {msg}, {elapsed}";

/// A run over sources: what it has done so far, what it left out, and whether it is to end.
pub(crate) struct Progress<'a> {
    bar: ProgressBar,
    since: Instant,
    /// How many sources have been checked, and how many bytes of text they have.
    sources: usize,
    text: usize,
    left_out: LeftOut,
    /// Where Ctrl-C ends the run in good order.
    in_good_order: Option<InGoodOrder>,
    also: Option<&'a mut dyn FnMut(&Source)>,
}

impl<'a> Progress<'a> {
    /// Nothing read yet of `sources`, nothing shown yet.
    pub(crate) fn new(sources: &Sources, left_out: LeftOut) -> Self {
        let size = Some(sources.size()).filter(|&size| size > 0);
        let style = ProgressStyle::with_template(if size.is_some() { WITH_SHARE } else { WITHOUT_SHARE });
        let bar = ProgressBar::with_draw_target(size, ProgressDrawTarget::hidden());
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        Self { bar, since: Instant::now(), sources: 0, text: 0, left_out, in_good_order: None, also: None }
    }

    /// The same; Ctrl-C ends the run in good order.
    pub(crate) fn stoppable(mut self) -> Self {
        self.in_good_order = Some(InGoodOrder::begin());
        self
    }

    /// The same; `also` is shown each source that has been checked.
    pub(crate) fn also(mut self, also: &'a mut dyn FnMut(&Source)) -> Self {
        self.also = Some(also);
        self
    }

    /// The run is over; says what was left out.
    ///
    /// # Errors
    /// Where nothing is left, and where the end was asked for.
    pub(crate) fn conclude(&self) -> Result<()> {
        self.bar.finish_and_clear();
        if self.in_good_order.is_some() {
            interrupt::go_on()?;
        }
        self.left_out.conclude()
    }

    fn message(&self) -> String {
        let seconds = self.since.elapsed().as_secs_f64();
        // Far below what a float holds exactly.
        #[allow(clippy::cast_precision_loss)]
        let rate = self.text as f64 / 1e6 / seconds;
        format!("{} sources, {rate:.1} MB/s", with_commas(self.sources))
    }
}

impl Watch for Progress<'_> {
    fn checked(&mut self, source: &Source) {
        self.sources += 1;
        self.text += source.text.len();
        self.left_out.count_read();
        interrupt::count_checked();
        if let Some(also) = &mut self.also {
            also(source);
        }
    }

    fn passed(&mut self, bytes: u64) {
        self.bar.inc(bytes);
        if self.since.elapsed() > PATIENCE {
            if self.bar.is_hidden() {
                self.bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(5));
            }
            // Where there is no terminal it stays hidden.
            if !self.bar.is_hidden() {
                self.bar.set_message(self.message());
            }
        }
    }

    fn unread(&mut self, problems: Diagnostics) -> Option<Diagnostics> {
        let Self { bar, left_out, .. } = self;
        bar.suspend(|| left_out.add(problems))
    }

    fn stop(&self) -> Arc<AtomicBool> {
        self.in_good_order.as_ref().map(InGoodOrder::asked).unwrap_or_default()
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
