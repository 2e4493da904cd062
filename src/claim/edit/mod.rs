//! Writing a ruling into the claim file that its claim stands in, and changing no other byte of it.
//!
//! YAML can be written in so many ways that no rule for where to put something holds always. So several ways are
//! tried, the nicest first (`ways`), and each is read again and held against what it was to become (`expected`):
//! the first that reads as the file before with just the ruling in it is taken, and if none does, nothing is
//! written and the curator is told what to write where.

mod expected;
mod layout;
mod place;
mod ruling;
#[cfg(test)]
mod tests;
mod ways;

pub use ruling::{Judged, NewRuling};

use super::{Claim, ClaimSet};
use crate::diagnostic::{Diagnostics, Input};
use crate::span::Span;
use crate::yaml::{MAX_BYTES, parse};
use crate::{Error, Result};
use expected::Expected;
use place::{Place, Target};
use ruling::Written;

const BOM: char = '\u{feff}';

/// A claim file with a ruling written into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// The whole file.
    pub text: String,
    /// The line (from 1) that the ruling begins on.
    pub line: usize,
}

impl ClaimSet {
    /// The claim file that the claim at `claim` stands in, with `ruling` added to the claim. `present` is what the file
    /// holds now. With `replace`, a ruling of the claim on the same source makes way for it.
    ///
    /// # Errors
    /// [`Error::Usage`] where the file is no longer what was read, where there is a ruling on the source and it may
    /// not be replaced, and where the ruling cannot be written without changing something else.
    pub fn with_ruling(
        &self,
        claim: usize,
        present: &str,
        ruling: &NewRuling,
        replace: bool,
    ) -> Result<Edited> {
        let claim =
            self.claims.get(claim).ok_or_else(|| Error::Usage("there is no such claim".to_owned()))?;
        let (bom, text) = match present.strip_prefix(BOM) {
            Some(text) => (true, text),
            None => (false, present),
        };
        if text != claim.input.text() {
            let path = claim.input.path().display();
            return Err(Error::Usage(format!("{path} was changed while it was read: run the command again")));
        }
        let mut edited = Edit { claim, written: &Written::new(ruling), replace }.run()?;
        if bom {
            edited.text.insert(0, BOM);
        }
        Ok(edited)
    }
}

/// The writing of one ruling.
struct Edit<'a> {
    claim: &'a Claim,
    written: &'a Written,
    replace: bool,
}

impl Edit<'_> {
    fn run(&self) -> Result<Edited> {
        let input = &self.claim.input;
        let before = parse(input, &mut Diagnostics::new()).nodes;
        let place = Place::find(&before, self.claim.span).ok_or_else(|| self.refusal())?;
        let target = self.target(&place)?;
        let ways = ways::ways(input.text(), &place, target, self.written);
        let expected = Expected { before: &before, place: &place, target, written: self.written };
        // What ends a text of several lines is a matter of layout: that it stays is preferred, not required.
        for strict in [true, false] {
            for way in &ways {
                let text = layout::applied(input.text(), way);
                if let Some(line) = self.line_if_right(&text, &expected, strict) {
                    return Ok(Edited { text, line });
                }
            }
        }
        Err(self.refusal())
    }

    /// What becomes of the claim's rulings.
    fn target(&self, place: &Place<'_>) -> Result<Target> {
        let on_source = place.rulings_on(&self.written.source);
        let Some(&(index, span)) = on_source.first() else { return Ok(Target::Added) };
        let (id, source) = (&self.claim.id, &self.written.source);
        if on_source.len() > 1 {
            let at = self.at(span);
            return Err(Error::Usage(format!(
                "{at}: `{id}` has several rulings on `{source}`: take all but one away first"
            )));
        }
        if !self.replace {
            let at = self.at(span);
            return Err(Error::Usage(format!(
                "{at}: `{id}` has a ruling on `{source}` already: with `--replace`, yours takes its place"
            )));
        }
        Ok(Target::Replaced(index))
    }

    /// The line of the ruling in `text`, if it is what the file is to become.
    fn line_if_right(&self, text: &str, expected: &Expected<'_>, strict: bool) -> Option<usize> {
        if text.len() as u64 + BOM.len_utf8() as u64 > MAX_BYTES {
            return None;
        }
        let after = Input::new(self.claim.input.path(), text);
        let mut problems = Diagnostics::new();
        let parsed = parse(&after, &mut problems);
        if !parsed.whole || problems.has_errors() {
            return None;
        }
        let span = expected.ruling_in(&parsed.nodes, strict)?;
        ClaimSet::reads(&after).then(|| after.line_column(span.start).line)
    }

    fn at(&self, span: Span) -> String {
        let input = &self.claim.input;
        format!("{}:{}", input.path().display(), input.line_column(span.start).line)
    }

    /// Says what to write by hand.
    fn refusal(&self) -> Error {
        let ruling = self.written.block_lines(2).join("\n");
        Error::Usage(format!(
            "{}: the ruling cannot be added here without changing something else in the file. \
             Write it yourself, among the fields of `{}`:\n\nrulings:\n{ruling}\n",
            self.at(self.claim.span),
            self.claim.id,
        ))
    }
}

impl ClaimSet {
    /// Whether `input` is a claim file without errors, as far as one file alone can tell.
    fn reads(input: &Input) -> bool {
        Self::from_inputs(std::slice::from_ref(input), false, Diagnostics::new()).is_ok()
    }
}
