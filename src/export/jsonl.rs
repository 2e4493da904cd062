//! JSON Lines: a claim and what a source says of it, a line each; silent ones left out.

use std::io::{self, Write};

use serde::Serialize;

use crate::report::{Report, SourceStance};
use crate::stance::Stance;

#[derive(Serialize)]
struct Line<'a> {
    claim: &'a str,
    #[serde(flatten)]
    stance: &'a SourceStance,
}

/// Every line of a report, claim by claim.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for claim in &report.claims {
        for stance in claim.stances.iter().filter(|one| one.stance != Stance::Silent) {
            write_line(&claim.id, stance, out)?;
        }
    }
    Ok(())
}

/// Writes one line, for those who stream.
///
/// # Errors
/// Whatever `out` gives back.
pub fn write_line(claim: &str, stance: &SourceStance, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &Line { claim, stance })?;
    writeln!(out)
}
