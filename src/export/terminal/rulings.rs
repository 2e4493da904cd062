//! The curators' rulings beside what the machine finds: the stale ones first, then those that differ.

use std::io;

use crate::neutral::one_line;
use crate::report::{Report, Standing};
use crate::stance::Stance;

use super::page::{Ink, Page};
use super::{ink_of, symbol};

pub(super) fn write(report: &Report, page: &mut Page<'_>) -> io::Result<()> {
    let rulings = report.rulings();
    if rulings.is_empty() {
        return Ok(());
    }
    page.heading(
        Ink::Strong,
        "Rulings",
        &rulings.len().to_string(),
        "the machine’s stance and the curator’s",
    )?;
    page.blank()?;
    for (standing, claim, stance, ruling) in rulings {
        let sign = |stance: Stance, page: &Page<'_>| {
            page.paint(ink_of(stance), &format!("{} {}", symbol(stance), stance.name()))
        };
        let (machine, ruled) = (sign(stance.stance, page), sign(ruling.stance, page));
        let (claim, source) = (page.paint(Ink::Strong, &one_line(&claim.id)), one_line(&stance.source));
        let how = page.paint(ink_of_standing(standing), says(standing, ruling.quote.is_some()));
        page.text("", "  ", &format!("{claim}  {source}  machine {machine}, ruled {ruled}: {how}"))?;
        if let (Standing::Stale, Some(quote)) = (standing, &ruling.quote) {
            page.text("  judged: ", "    ", &format!("“{}”", one_line(quote)))?;
        }
    }
    Ok(())
}

const fn ink_of_standing(standing: Standing) -> Ink {
    match standing {
        Standing::Stale => Ink::Unclear,
        Standing::Differs => Ink::Bad,
        Standing::Agrees => Ink::Good,
    }
}

/// What a curator should know of it; `quotes` is whether it names the words that it judged.
const fn says(standing: Standing, quotes: bool) -> &'static str {
    match (standing, quotes) {
        (Standing::Stale, true) => "stale, the words it judged are no longer there",
        (Standing::Stale, false) => "stale, the source is no longer what it judged",
        (Standing::Differs, _) => "they differ",
        (Standing::Agrees, _) => "the same, so the ruling decides nothing",
    }
}
