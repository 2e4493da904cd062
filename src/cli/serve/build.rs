//! From the files to a report, or to what is wrong with them.

use crosscheck::check::check;
use crosscheck::diagnostic::Diagnostics;
use crosscheck::export::Edition;
use crosscheck::report::{Report, Texts};
use crosscheck::source::Source;
use crosscheck::verdict::Verdict;
use crosscheck::{Error, Result};

use crate::cli::case::CaseArgs;
use crate::cli::progress::Progress;

/// What came of the files as they were.
pub(super) enum Outcome {
    /// A report.
    Report(Box<Good>),
    /// Why there is none.
    Problems(Error),
}

/// A report with all that its page needs.
pub(super) struct Good {
    report: Report,
    texts: Texts,
    /// What is worth a look in the claims.
    pub(super) warnings: Diagnostics,
}

impl Good {
    /// The report with where its files are.
    pub(super) fn edition<'a>(&'a self, case: &'a CaseArgs) -> Edition<'a> {
        let (claims, sources) = case.folders();
        Edition { report: &self.report, texts: &self.texts, claims, sources }
    }

    /// "15 claims, 5 sources, 6 disputed".
    pub(super) fn in_a_line(&self) -> String {
        let counted =
            |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
        let summary = &self.report.summary;
        let disputed = summary.verdicts.get(&Verdict::Disputed).copied().unwrap_or_default();
        let (claims, sources) = (counted(summary.claims, "claim"), counted(summary.sources, "source"));
        format!("{claims}, {sources}, {disputed} disputed")
    }
}

/// Reads the case and checks it.
pub(super) fn build(case: &CaseArgs) -> Outcome {
    match good(case) {
        Ok(good) => Outcome::Report(Box::new(good)),
        Err(error) => Outcome::Problems(error),
    }
}

fn good(case: &CaseArgs) -> Result<Good> {
    let (claims, sources) = case.read()?;
    let mut texts = Texts::default();
    let mut keep = |source: &Source| texts.keep(source);
    let mut progress = Progress::new(&sources, case.left_out()).also(&mut keep);
    let report = check(&claims, case.settings(), sources.batches(), &mut progress)?;
    progress.conclude()?;
    drop(progress);
    Ok(Good { report, texts, warnings: claims.warnings().clone() })
}
