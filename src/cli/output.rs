//! Where results go: to standard output, or whole into a file.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anstream::adapter::StripBytes;
use anstream::stream::{AsLockedWrite, RawStream};
use anstream::{AutoStream, ColorChoice};
use clap::{Args, ValueEnum};
use crosscheck::{Error, Result};

use super::interrupt::{self, InGoodOrder};
use super::whole;

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// Where the output is a terminal
    Auto,
    /// Also in pipes and files
    Always,
    /// Nowhere
    Never,
}

impl Color {
    /// Makes every stream of this process follow the choice.
    pub(crate) fn apply(self) {
        match self {
            Self::Auto => ColorChoice::Auto,
            Self::Always => ColorChoice::Always,
            Self::Never => ColorChoice::Never,
        }
        .write_global();
    }
}

/// `--format`, for commands whose results are read by people or by programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Text for people
    Terminal,
    /// JSON, for programs
    Json,
}

/// How wide text for people may be where nothing says otherwise.
const DEFAULT_WIDTH: usize = 80;

/// `--width`, for commands that print text for people.
#[derive(Debug, Args)]
pub(crate) struct WidthArgs {
    /// Columns that text for people may take [default: the terminal's, else COLUMNS, else 80]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    width: Option<u16>,
}

impl WidthArgs {
    /// The width to keep to, in terminal columns, for output that goes to `output`.
    pub(crate) fn columns(&self, output: &OutputArgs) -> usize {
        let terminal = || {
            output
                .is_shown()
                .then(terminal_size::terminal_size)
                .flatten()
                .map(|(width, _)| usize::from(width.0))
        };
        let named = || std::env::var("COLUMNS").ok()?.trim().parse::<usize>().ok();
        let wanted = self.width.map(usize::from).or_else(terminal).or_else(named);
        wanted.unwrap_or(DEFAULT_WIDTH).clamp(40, 1000)
    }
}

/// Whether what is written carries terminal styling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    /// Text for people: styling is kept or removed as the place it goes to asks.
    Styled,
    /// Data: written as it is.
    Plain,
}

/// `--output`, for commands that have a result.
#[derive(Debug, Default, Args)]
pub(crate) struct OutputArgs {
    /// Write into FILE instead of standard output: whole, or not at all
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl OutputArgs {
    /// The format that was `asked` for, or that the ending of the output file names; `usual`, where there is neither. `what` has `endings`,
    /// and `help` for whoever wants another.
    ///
    /// # Errors
    /// That no format has the file's ending.
    pub(crate) fn format<'e, F>(
        &self,
        asked: Option<F>,
        usual: F,
        of_ending: impl Fn(&str) -> Option<F>,
        endings: impl Iterator<Item = &'e str>,
        (what, help): (&str, &str),
    ) -> Result<F> {
        let ending = self.output.as_deref().and_then(|file| file.extension()?.to_str());
        match (asked, ending) {
            (Some(format), _) => Ok(format),
            (None, None) => Ok(usual),
            (None, Some(ending)) => of_ending(ending).ok_or_else(|| {
                Error::Usage(format!(
                    "no format of the {what} ends in .{ending}; there are .{}. `--format` names one for any file; {help}",
                    endings.collect::<Vec<_>>().join(", .")
                ))
            }),
        }
    }

    /// Whether results go to a terminal.
    pub(crate) fn is_shown(&self) -> bool {
        self.output.is_none() && io::stdout().is_terminal()
    }

    /// Opens the place that results go to, hands it to `write`, and completes it if that went well.
    ///
    /// A regular file is written beside its place and renamed, so that a reader never sees half of it.
    ///
    /// # Errors
    /// What `write` gives back ([`failed`] carries errors of this crate through), and failures to write.
    pub(crate) fn write(
        &self,
        content: Content,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<()> {
        match &self.output {
            None => {
                let stdout = io::stdout().lock();
                write_to(stdout, content, write).map_err(named(Path::new("standard output")))
            }
            Some(path) if fs::metadata(path).is_ok_and(|meta| !meta.is_file() && !meta.is_dir()) => {
                let device = File::options().write(true).open(path).map_err(Error::io("write", path))?;
                write_to(device, content, write).map_err(named(path))
            }
            Some(path) => {
                let _in_good_order = InGoodOrder::begin();
                whole::replace(path, |file| write_to(file, content, |out| buffered(Stoppable(out), write)))
                    .map_err(named(path))
            }
        }
    }
}

/// Carries an error of this crate through a writer's `io::Result`; [`OutputArgs::write`] unpacks it.
pub(crate) fn failed(error: Error) -> io::Error {
    io::Error::other(error)
}

fn named(path: &Path) -> impl FnOnce(io::Error) -> Error {
    move |error| match error.downcast::<Error>() {
        Ok(own) => own,
        Err(error) => Error::io("write", path)(error),
    }
}

fn write_to<W: RawStream + AsLockedWrite>(
    place: W,
    content: Content,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    match content {
        Content::Plain => buffered(place, write),
        Content::Styled if AutoStream::choice(&place) == ColorChoice::Never => {
            buffered(place, |out| write(&mut Unstyled { out, state: StripBytes::new() }))
        }
        Content::Styled => buffered(AutoStream::auto(place), write),
    }
}

fn buffered<W: Write>(place: W, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, place);
    write(&mut out)?;
    out.flush()
}

/// Takes the styles out of what is written, before it is gathered: a stream that does so itself hands on what stands between two
/// of them by itself, a call to the system each.
struct Unstyled<'a> {
    out: &'a mut dyn Write,
    state: StripBytes,
}

impl Write for Unstyled<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for plain in self.state.strip_next(bytes) {
            self.out.write_all(plain)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A place that takes no more once Ctrl-C was pressed: of a file that is written whole or not at all, nothing is left.
struct Stoppable<'a>(&'a mut dyn Write);

impl Write for Stoppable<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        interrupt::go_on().map_err(failed)?;
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
