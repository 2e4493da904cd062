//! The case a command works on: `--claims` and `--sources`.

use std::path::{Path, PathBuf};

use clap::Args;
use crosscheck::claim::ClaimSet;
use crosscheck::diagnostic::Diagnostics;
use crosscheck::source::Sources;
use crosscheck::stance::Settings;
use crosscheck::{Error, Result};

use super::left_out::{BadSourceArgs, LeftOut};
use super::status;

/// Where the claims and the sources are.
#[derive(Debug, Args)]
pub(crate) struct CaseArgs {
    #[command(flatten)]
    claims: ClaimArgs,
    #[command(flatten)]
    sources: SourceArgs,
    #[command(flatten)]
    bad_sources: BadSourceArgs,
    #[command(flatten)]
    engine: EngineArgs,
}

/// What may be set of the engine.
#[derive(Debug, Args)]
pub(crate) struct EngineArgs {
    /// The share of a claim's words, each as telling as it is, that a passage must cover to bear on it [default: 0.5]
    #[arg(long, value_name = "SHARE", value_parser = settings)]
    threshold: Option<Settings>,
    /// Hold every passage against every phrasing, even those that cannot bear on it: the same stances, far more slowly
    #[arg(long)]
    exhaustive: bool,
}

fn settings(written: &str) -> std::result::Result<Settings, String> {
    let share = written.parse::<f64>().ok().and_then(Settings::with_threshold);
    share.ok_or_else(|| format!("write a share from {} to 1, such as 0.6", Settings::LOWEST))
}

/// Where the claims are.
#[derive(Debug, Args)]
pub(crate) struct ClaimArgs {
    /// The folder of claim files
    #[arg(long, value_name = "DIR", default_value = "claims")]
    claims: PathBuf,
}

/// Where the sources are.
#[derive(Debug, Args)]
pub(crate) struct SourceArgs {
    /// The folder of sources, or a .jsonl file with a source a line, packed (.gz, .zst) or not
    #[arg(long, value_name = "PATH", default_value = "seeds")]
    sources: PathBuf,
}

impl ClaimArgs {
    /// Loads the claims; what is worth a look in them goes to standard error.
    ///
    /// # Errors
    /// Where they are not there, and every problem of their files.
    pub(crate) fn load(&self) -> Result<ClaimSet> {
        let claims = self.read()?;
        status::warn(claims.warnings());
        Ok(claims)
    }

    /// Loads the claims and says nothing of what is worth a look in them.
    fn read(&self) -> Result<ClaimSet> {
        there(&self.claims, "claims", "--claims DIR")?;
        ClaimSet::load(&self.claims)
    }
}

impl SourceArgs {
    /// Where they are said to be.
    pub(crate) fn path(&self) -> &Path {
        &self.sources
    }

    /// The folder they are in.
    pub(crate) fn folder(&self) -> &Path {
        folder_of(&self.sources)
    }

    /// Opens the sources.
    ///
    /// # Errors
    /// Where they are not there, and every problem of `sources.yaml`.
    pub(crate) fn open(&self) -> Result<Sources> {
        there(&self.sources, "sources", "--sources PATH")?;
        Sources::open(&self.sources)
    }

    /// Opens the sources; those that cannot be read are found when their turn comes.
    ///
    /// # Errors
    /// Where they are not there, and every problem of `sources.yaml`.
    fn open_leaving_out(&self) -> Result<Sources> {
        there(&self.sources, "sources", "--sources PATH")?;
        Sources::open_leaving_out(&self.sources)
    }

    /// Opens the sources that can be read, with the problems of the others.
    ///
    /// # Errors
    /// Where they are not there, or it is not known which is which.
    pub(crate) fn open_what_can_be_read(&self) -> Result<(Sources, Diagnostics)> {
        there(&self.sources, "sources", "--sources PATH")?;
        Sources::open_what_can_be_read(&self.sources)
    }
}

impl EngineArgs {
    /// The settings that were asked for.
    pub(crate) fn settings(&self) -> Settings {
        self.threshold.unwrap_or_default().exhaustively(self.exhaustive)
    }
}

impl CaseArgs {
    /// The folders of claim files and of sources.
    pub(crate) fn folders(&self) -> (&Path, &Path) {
        (folder_of(&self.claims.claims), self.sources.folder())
    }

    /// The case's root: the folder in which the folder of claims lies.
    pub(crate) fn root(&self) -> PathBuf {
        let (folder, _) = self.folders();
        match folder.file_name() {
            Some(_) => folder.parent().unwrap_or(Path::new("")).to_owned(),
            // "." and ".." have no name: what is above them does.
            None => folder.join(".."),
        }
    }

    /// Whether a file at `path` would be read as a claim file or a source.
    pub(crate) fn holds(&self, path: &Path) -> bool {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let Ok(folder) = folder.canonicalize() else { return false };
        let inside =
            |part: &Path| part.is_dir() && part.canonicalize().is_ok_and(|part| folder.starts_with(part));
        inside(&self.claims.claims) || inside(self.sources.path())
    }

    /// The settings of the engine that were asked for.
    pub(crate) fn settings(&self) -> Settings {
        self.engine.settings()
    }

    /// Loads claims and sources; the problems of both are shown at once.
    ///
    /// # Errors
    /// Where either is not there or has problems.
    pub(crate) fn load(&self) -> Result<(ClaimSet, Sources)> {
        both(self.claims.load(), self.open())
    }

    /// The same, with nothing said of what is worth a look in the claims.
    ///
    /// # Errors
    /// As [`Self::load`].
    #[cfg(feature = "serve")]
    pub(crate) fn read(&self) -> Result<(ClaimSet, Sources)> {
        both(self.claims.read(), self.open())
    }

    fn open(&self) -> Result<Sources> {
        if self.bad_sources.skips() { self.sources.open_leaving_out() } else { self.sources.open() }
    }

    /// What is left out of the sources: nothing yet.
    pub(crate) fn left_out(&self) -> LeftOut {
        LeftOut::new(self.bad_sources.skips())
    }

    /// Where the claims and the sources are said to be: folders or files.
    pub(crate) fn paths(&self) -> [&Path; 2] {
        [&self.claims.claims, self.sources.path()]
    }

    /// Loads the claims once more; what is worth a look in them has been shown.
    ///
    /// # Errors
    /// Every problem of the claim files.
    pub(crate) fn reload(&self) -> Result<ClaimSet> {
        ClaimSet::load(&self.claims.claims)
    }
}

/// The folder that `path` is, or that it lies in where it is a file.
fn folder_of(path: &Path) -> &Path {
    if path.is_file() { path.parent().unwrap_or(Path::new(".")) } else { path }
}

/// Claims and sources, or the problems of both.
fn both(claims: Result<ClaimSet>, sources: Result<Sources>) -> Result<(ClaimSet, Sources)> {
    match (claims, sources) {
        (Ok(claims), Ok(sources)) => Ok((claims, sources)),
        (Err(Error::Input(mut problems)), Err(Error::Input(more))) => {
            problems.extend(more);
            Err(Error::Input(problems))
        }
        (Err(error), _) | (_, Err(error)) => Err(error),
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
