//! `crosscheck init`: a small working case to start from.

use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use clap::Args;
use crosscheck::{Error, Result};

use super::output::{Content, OutputArgs};
use super::schema::Of;
use super::status::Status;

/// Start a case: a claim file that explains itself, and three short invented sources
///
/// Writes DIR/claims, DIR/seeds, and DIR/schemas for your editor. Nothing that is there already is overwritten.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  crosscheck init flood && cd flood && crosscheck check
  crosscheck init .                a case in the current folder")]
pub(crate) struct Init {
    /// The folder to make; it may exist, but not hold a case yet
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Every file of the case, with its place in the folder.
const FILES: [(&str, &str); 5] = [
    ("claims/barrier.yaml", include_str!("case/claims/barrier.yaml")),
    ("seeds/sources.yaml", include_str!("case/seeds/sources.yaml")),
    ("seeds/council.txt", include_str!("case/seeds/council.txt")),
    ("seeds/courier.txt", include_str!("case/seeds/courier.txt")),
    ("seeds/tribune.md", include_str!("case/seeds/tribune.md")),
];

/// What the first lines of the files above name, so that an editor needs no network. Beside the folders that are read:
/// every file of these is a claim file or a source.
const SCHEMAS: [(&str, Of); 2] =
    [("schemas/claims.schema.json", Of::Claims), ("schemas/sources.schema.json", Of::Sources)];

impl Init {
    pub(super) fn run(&self) -> Result<Status> {
        let schemas = SCHEMAS.map(|(place, _)| place);
        for part in ["claims", "seeds"].into_iter().chain(schemas) {
            refuse_present(&self.folder.join(part))?;
        }
        for (place, content) in FILES {
            write_new(&self.folder.join(place), content)?;
        }
        for (place, of) in SCHEMAS {
            write_new(&self.folder.join(place), &of.text())?;
        }
        OutputArgs::default().write(Content::Plain, |out| self.tell(out))?;
        Ok(Status::Done)
    }

    fn tell(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "A case to start from:")?;
        for place in FILES.map(|(place, _)| place).into_iter().chain(SCHEMAS.map(|(place, _)| place)) {
            writeln!(out, "  {}", self.folder.join(place).display())?;
        }
        if self.folder.components().all(|part| part == Component::CurDir) {
            return writeln!(out, "Now: crosscheck check");
        }
        writeln!(out, "Now: cd {} && crosscheck check", self.folder.display())
    }
}

fn refuse_present(path: &Path) -> Result<()> {
    if path.symlink_metadata().is_err() {
        return Ok(());
    }
    Err(Error::Usage(format!(
        "there is a case already: `{}` exists, and nothing is overwritten",
        path.display()
    )))
}

/// Writes a file that must not exist yet, and the folders it lies in.
fn write_new(path: &Path, content: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Error::io("make the folder", folder))?;
    }
    let mut file = fs::File::create_new(path).map_err(Error::io("write", path))?;
    file.write_all(content.as_bytes()).map_err(Error::io("write", path))
}
