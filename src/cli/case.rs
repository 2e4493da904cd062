//! The case a command works on: `--claims` and `--sources`.

use std::path::{Path, PathBuf};

use clap::Args;
use crosscheck::claim::ClaimSet;
use crosscheck::source::Sources;
use crosscheck::{Error, Result};

use super::status;

/// Where the claims and the sources are.
#[derive(Debug, Args)]
pub(crate) struct CaseArgs {
    #[command(flatten)]
    claims: ClaimArgs,
    #[command(flatten)]
    sources: SourceArgs,
}

/// Where the claims are.
#[derive(Debug, Args)]
struct ClaimArgs {
    /// The folder of claim files
    #[arg(long, value_name = "DIR", default_value = "claims")]
    claims: PathBuf,
}

/// Where the sources are.
#[derive(Debug, Args)]
pub(crate) struct SourceArgs {
    /// The folder of sources, or a .jsonl file with a source a line
    #[arg(long, value_name = "PATH", default_value = "seeds")]
    sources: PathBuf,
}

impl ClaimArgs {
    fn load(&self) -> Result<ClaimSet> {
        there(&self.claims, "claims", "--claims DIR")?;
        let claims = ClaimSet::load(&self.claims)?;
        status::warn(claims.warnings());
        Ok(claims)
    }
}

impl SourceArgs {
    /// Opens the sources.
    ///
    /// # Errors
    /// Where they are not there, and every problem of `sources.yaml`.
    pub(crate) fn open(&self) -> Result<Sources> {
        there(&self.sources, "sources", "--sources PATH")?;
        Sources::open(&self.sources)
    }
}

impl CaseArgs {
    /// Loads claims and sources; the problems of both are shown at once.
    ///
    /// # Errors
    /// Where either is not there or has problems.
    pub(crate) fn load(&self) -> Result<(ClaimSet, Sources)> {
        match (self.claims.load(), self.sources.open()) {
            (Ok(claims), Ok(sources)) => Ok((claims, sources)),
            (Err(Error::Input(mut problems)), Err(Error::Input(more))) => {
                problems.extend(more);
                Err(Error::Input(problems))
            }
            (Err(error), _) | (_, Err(error)) => Err(error),
        }
    }
}

fn there(path: &Path, what: &str, option: &str) -> Result<()> {
    if path.try_exists().map_err(Error::io("read", path))? {
        return Ok(());
    }
    Err(Error::Usage(format!(
        "there is no `{}` here: name the {what} with {option}, or start a case with `crosscheck init DIR`",
        path.display()
    )))
}
