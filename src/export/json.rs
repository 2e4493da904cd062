//! JSON: the report as it is, and explanations.

use std::io::{self, Write};

use serde::Serialize;

use crate::report::Report;
use crate::stance::Explanation;

/// The whole report as one indented object.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    pretty(report, out)
}

/// Writes `explanations` as one indented JSON array.
///
/// # Errors
/// Whatever `out` gives back.
pub fn write_explanations(explanations: &[Explanation], out: &mut dyn Write) -> io::Result<()> {
    pretty(explanations, out)
}

/// Indented JSON and a line break.
pub(super) fn pretty<T: Serialize + ?Sized>(value: &T, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}
