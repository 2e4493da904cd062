//! JSON: the report as it is, explanations and histories.

use std::io::{self, Write};

use serde::Serialize;

use crate::history::History;
use crate::report::Report;
use crate::snapshot::Comparison;
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

/// Writes what is different from a snapshot as one indented JSON object.
///
/// # Errors
/// Whatever `out` gives back.
pub fn write_comparison(comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    pretty(comparison, out)
}

/// Writes `history` as one indented object.
///
/// # Errors
/// Whatever `out` gives back.
pub fn write_history(history: &History, out: &mut dyn Write) -> io::Result<()> {
    pretty(history, out)
}

/// Indented JSON and a line break.
pub(super) fn pretty<T: Serialize + ?Sized>(value: &T, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}
