//! What stops us.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::diagnostic::Diagnostics;

/// What a fallible operation of this crate gives.
pub type Result<T> = std::result::Result<T, Error>;

/// Why something could not be done. Every variant but the last ends the program with exit status 2.
#[derive(Debug)]
pub enum Error {
    /// The user's files have problems: all that were found, never only the first.
    Input(Diagnostics),
    /// A file or folder could not be read or written.
    Io {
        /// What was being done: "read", "write".
        doing: &'static str,
        /// Which file or folder.
        path: PathBuf,
        /// Why it failed.
        source: io::Error,
    },
    /// The command line asks for something that does not exist or does not go together; says what to do.
    Usage(String),
    /// Whoever started it asked for its end: [`Watch::stop`](crate::check::Watch::stop).
    Stopped,
}

impl Error {
    /// An [`Error::Io`], as a function for `map_err`.
    pub fn io(doing: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { doing, path, source }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(diagnostics) => write!(f, "{diagnostics}"),
            Self::Io { doing, path, source } => write!(f, "cannot {doing} {}: {source}", path.display()),
            Self::Usage(message) => f.write_str(message),
            Self::Stopped => f.write_str("stopped"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Input(_) | Self::Usage(_) | Self::Stopped => None,
        }
    }
}
