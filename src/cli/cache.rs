//! What earlier runs found: `--cache` and `--no-cache`.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use crosscheck::cache::Cache;
use crosscheck::check::Plan;
use crosscheck::source::Sources;
use crosscheck::stance::Settings;
use crosscheck::{Error, Result};
use etcetera::base_strategy::{BaseStrategy, choose_native_strategy};
use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

use super::case::CaseArgs;
use super::status;
use super::whole;

/// Cases with less text than this, in bytes, are checked in no time without one.
const WORTH_KEEPING: u64 = 4_000_000;

/// Where what was found is kept for the next run.
#[derive(Debug, Args)]
pub(crate) struct CacheArgs {
    /// Keep what is found in which text in FILE, and look only for what is not there yet [default: from 4 MB of sources, a
    /// file in this user's folder of caches]
    #[arg(long, value_name = "FILE", conflicts_with = "no_cache")]
    cache: Option<PathBuf>,
    /// Look for everything anew, and keep nothing for the next run
    #[arg(long)]
    no_cache: bool,
}

impl CacheArgs {
    /// The cache of this case, if it is to have one and there can be one.
    ///
    /// # Errors
    /// Where it would lie among the claims or the sources.
    pub(super) fn open(&self, case: &CaseArgs, sources: &Sources) -> Result<CacheInUse> {
        if let Some(path) = self.cache.as_ref().filter(|path| case.holds(path)) {
            return Err(Error::Usage(format!(
                "the cache `{}` would be taken for a claim file or a source; name another place with --cache",
                path.display()
            )));
        }
        let path = match &self.cache {
            _ if self.no_cache => None,
            Some(path) => Some(path.clone()),
            None if sources.size() < WORTH_KEEPING => None,
            None => file_of(case),
        };
        Ok(path.map(|path| CacheInUse::open(path, self.cache.is_some())).unwrap_or_default())
    }
}

/// The file of the case in the user's folder of caches; a folder of the program's own is made there.
fn file_of(case: &CaseArgs) -> Option<PathBuf> {
    let folder = choose_native_strategy().ok()?.cache_dir().join("crosscheck");
    fs::create_dir_all(&folder).ok()?;
    let mut hash = Sha256::new();
    for path in case.paths() {
        hash.update(path.canonicalize().ok()?.as_os_str().as_encoded_bytes());
        hash.update([0]);
    }
    let name: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Some(folder.join(name).with_extension("cache"))
}

/// A cache that a run uses, if any.
#[derive(Debug, Default)]
pub(super) struct CacheInUse {
    cache: Option<Cache>,
    /// What is to take the place of the file at the path.
    anew: Option<(NamedTempFile, PathBuf)>,
}

impl CacheInUse {
    /// The cache at `path`. Without one everything works as well, only slower: what stands in the way is told where the user
    /// named the file, and is no error.
    fn open(path: PathBuf, named: bool) -> Self {
        let tell = |what: &str| {
            if named {
                status::note(&format!("{what}: `{}`", path.display()));
            }
        };
        let known = match ours(&path) {
            Ok(Some(known)) => known,
            Ok(None) => {
                status::note(&format!(
                    "this is no cache of crosscheck’s, and is left as it is: `{}`",
                    path.display()
                ));
                return Self::default();
            }
            Err(error) => {
                tell(&format!("no cache is used: {error}"));
                return Self::default();
            }
        };
        let anew = whole::begin(&path).and_then(|anew| Ok((anew.as_file().try_clone()?, anew)));
        let (writable, anew) =
            anew.map_err(|error| tell(&format!("nothing is kept for the next run: {error}"))).ok().unzip();
        Self { cache: Some(Cache::new(known, writable)), anew: anew.map(|anew| (anew, path)) }
    }

    /// With `settings`, and with it.
    pub(super) fn plan(&mut self, settings: Settings) -> Plan<'_> {
        Plan::new(settings, self.cache.as_mut())
    }

    /// The run is over, however it ended: what it found is kept, where that can be.
    pub(super) fn keep(self) {
        let Some((anew, path)) = self.anew else { return };
        let is_renewed = self.cache.is_some_and(|cache| cache.is_renewed());
        // Meanwhile something else may have been put there.
        if is_renewed && ours(&path).is_ok_and(|known| known.is_some()) {
            // What is not kept is found anew.
            let _ = whole::put(anew, &path);
        }
    }
}

/// The file at `path`, if there is one; nothing where it is something else than a cache.
fn ours(path: &Path) -> io::Result<Option<Option<File>>> {
    match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Some(None)),
        Err(error) => return Err(error),
        // Opening a pipe would wait for somebody to write to it.
        Ok(found) if !found.is_file() => return Ok(None),
        Ok(_) => {}
    }
    let is_ours = Cache::begins_in(File::open(path)?)?;
    Ok(is_ours.then_some(Some(File::open(path)?)))
}
