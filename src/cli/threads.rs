//! How many threads work: `--threads`.

use clap::Args;
use crosscheck::{Error, Result};

/// `--threads`, for commands that work in parallel.
#[derive(Debug, Args)]
pub(crate) struct ThreadArgs {
    /// How many threads to work with; the result is the same with any number [default: one a processor]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
}

impl ThreadArgs {
    /// Starts as many threads as were asked for.
    ///
    /// # Errors
    /// Where the system gives no more threads.
    pub(crate) fn apply(&self) -> Result<()> {
        let Some(count) = self.threads else { return Ok(()) };
        rayon::ThreadPoolBuilder::new()
            .num_threads(usize::from(count))
            .build_global()
            .map_err(|error| Error::Usage(format!("cannot start {count} threads: {error}")))
    }
}
