//! What a format of the report is made of.

use std::path::{Component, Path};

use crate::report::{Report, ReportClaim, Texts};
use crate::source::Metadata;

/// A report with what formats may show beside it.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    /// The report.
    pub report: &'a Report,
    /// The texts of its sources; only those formats need them that [say so](super::Format::needs_texts).
    pub texts: &'a Texts,
    /// The folder of claim files, as its user names it.
    pub claims: &'a Path,
    /// The folder of sources, as its user names it.
    pub sources: &'a Path,
}

impl Edition<'_> {
    /// The file that a claim stands in, as seen from where the program was started, with `/` on every system.
    #[must_use]
    pub fn claim_file(&self, claim: &ReportClaim) -> String {
        joined(self.claims, &claim.file)
    }

    /// The file that a source was read from, as seen from where the program was started, with `/` on every system.
    #[must_use]
    pub fn source_file(&self, source: &Metadata) -> String {
        joined(self.sources, &source.file)
    }
}

fn joined(folder: &Path, file: &str) -> String {
    let mut path = String::new();
    for part in folder.components().filter(|part| *part != Component::CurDir) {
        if !path.is_empty() && !path.ends_with('/') {
            path.push('/');
        }
        path.push_str(&part.as_os_str().to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/"));
    }
    let slash = if path.is_empty() || path.ends_with('/') { "" } else { "/" };
    format!("{path}{slash}{file}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_named_as_short_as_they_can_be() {
        for (folder, path) in [
            ("seeds", "seeds/a.txt"),
            ("./seeds/", "seeds/a.txt"),
            (".//seeds", "seeds/a.txt"),
            ("././x/./seeds", "x/seeds/a.txt"),
            (".", "a.txt"),
            ("", "a.txt"),
            ("..", "../a.txt"),
        ] {
            assert_eq!(joined(Path::new(folder), "a.txt"), path, "{folder}");
        }
        if cfg!(unix) {
            assert_eq!(joined(Path::new("/"), "a.txt"), "/a.txt");
            assert_eq!(joined(Path::new("/srv//x"), "a.txt"), "/srv/x/a.txt");
        }
    }
}
