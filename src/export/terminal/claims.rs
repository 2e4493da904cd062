//! Claims with who says what, verdict by verdict.

use std::collections::BTreeSet;
use std::io;

use textwrap::core::display_width;

use crate::export::account;
use crate::export::voices::{self, Carrier, SIDES, Voice};
use crate::neutral::{counted, one_line};
use crate::report::{Report, ReportClaim, SourceStance, Standing};
use crate::source::Metadata;
use crate::stance::Stance;
use crate::verdict::Verdict;

use super::excerpt::{Subject, values_of};
use super::page::{Ink, NO_BREAK, Page, padded, shortened};
use super::{ink_of, ink_of_verdict, symbol};

/// Voices shown on one side of a claim, and sources shown of one voice; the others are counted.
const MOST: usize = 8;

/// Columns that an outlet's name may take.
const OUTLET_WIDTH: usize = 28;

/// How much is told of a claim.
#[derive(Clone, Copy)]
struct Detail {
    /// Lines of a quote; 0 for none.
    lines: usize,
    /// Whether to say why.
    because: bool,
}

const fn detail(verdict: Verdict) -> Detail {
    match verdict {
        Verdict::Disputed | Verdict::Contradicted => Detail { lines: 3, because: true },
        Verdict::Corroborated => Detail { lines: 1, because: false },
        Verdict::SingleSource => Detail { lines: 2, because: false },
        Verdict::Unclear => Detail { lines: 1, because: true },
        Verdict::Unreported => Detail { lines: 0, because: false },
    }
}

const fn meaning(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Disputed => "some source supports it, some source contradicts it",
        Verdict::Corroborated => "two origins or more support it, none contradicts it",
        Verdict::SingleSource => "one origin supports it, none contradicts it",
        Verdict::Contradicted => "contradicted, and supported by none",
        Verdict::Unclear => "what is said of it does not settle it",
        Verdict::Unreported => "no source says anything of it",
    }
}

/// All claims with one verdict, question by question.
pub(super) fn section(
    verdict: Verdict,
    report: &Report,
    claims: &[&ReportClaim],
    page: &mut Page<'_>,
) -> io::Result<()> {
    page.heading(ink_of_verdict(verdict), verdict.name(), &claims.len().to_string(), meaning(verdict))?;
    for (question, claims) in voices::by_question(claims) {
        page.blank()?;
        // A claim typed at the prompt answers no question.
        if !question.is_empty() {
            let question = page.paint(Ink::Question, &one_line(question));
            page.text("", "", &question)?;
        }
        if verdict == Verdict::Disputed {
            write_in_order(question, report, page)?;
        }
        let mut told = BTreeSet::new();
        for (number, claim) in claims.iter().enumerate() {
            if number > 0 && verdict != Verdict::Unreported {
                page.blank()?;
            }
            write_claim(report, claim, &mut told, page)?;
        }
    }
    Ok(())
}

/// What the sources of a question say in order of publication, so that a changed account can be told from a quarrel.
fn write_in_order(question: &str, report: &Report, page: &mut Page<'_>) -> io::Result<()> {
    let told = report.questions.iter().find(|one| one.question == question);
    match told.and_then(account::in_order_of_publication) {
        Some(told) => {
            let told = page.paint(Ink::Dim, &one_line(&told));
            page.text("  ", "    ", &told)
        }
        None => Ok(()),
    }
}

/// One claim. `told` holds the quotes shown under this question: rivals rest on the same words, which are cut
/// to a line the second time.
fn write_claim<'a>(
    report: &'a Report,
    claim: &'a ReportClaim,
    told: &mut BTreeSet<(&'a str, usize)>,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let (text, id) =
        (page.paint(Ink::Strong, &one_line(&claim.claim)), page.paint(Ink::Dim, &one_line(&claim.id)));
    page.text_and("  ", &text, &id)?;
    for sentence in account::sides(report, claim) {
        let sentence = page.paint(Ink::Dim, &one_line(&sentence));
        page.text("  ", "    ", &sentence)?;
    }
    let voices = voices::voices(report, claim);
    let columns = Columns::of(&voices);
    for side in SIDES {
        let on_side: Vec<&Voice<'_>> = voices.iter().filter(|voice| voice.side == side).collect();
        for voice in on_side.iter().take(MOST) {
            let first = voice.carriers.first().map(|one| (one.source.id.as_str(), one.line));
            let new = first.is_some_and(|place| told.insert(place));
            write_voice(voice, detail_of(claim.verdict, side, new), &columns, page)?;
        }
        let more: usize = on_side.iter().skip(MOST).map(|voice| voice.carriers.len()).sum();
        write_more(side, more, page)?;
    }
    for (source, stance) in voices::silent_but_ruled(report, claim) {
        write_carrier(stance.stance, source, None, &columns, page)?;
        write_ruling(stance, page)?;
    }
    match &claim.note {
        Some(note) => page.text("    note: ", "      ", &one_line(note)),
        None => Ok(()),
    }
}

/// Unclear words beside clear ones, and words that were shown before, get a line.
fn detail_of(verdict: Verdict, side: Stance, new: bool) -> Detail {
    let detail = detail(verdict);
    if new && (side != Stance::Unclear || verdict == Verdict::Unclear) {
        detail
    } else {
        Detail { lines: detail.lines.min(1), ..detail }
    }
}

fn write_more(side: Stance, more: usize, page: &mut Page<'_>) -> io::Result<()> {
    if more == 0 {
        return Ok(());
    }
    let sign = page.paint(ink_of(side), symbol(side));
    page.text(&format!("    {sign} "), "      ", &format!("and {} more", counted(more, "source")))
}

fn write_voice(voice: &Voice<'_>, detail: Detail, columns: &Columns, page: &mut Page<'_>) -> io::Result<()> {
    for one in voice.carriers.iter().take(MOST) {
        write_carrier(voice.side, one.source, Some(one), columns, page)?;
        write_ruling(one.stance, page)?;
    }
    write_more(voice.side, voice.carriers.len().saturating_sub(MOST), page)?;
    let evidence = voice.evidence;
    if detail.lines > 0 {
        let values = values_of(evidence);
        page.quote(6, detail.lines, &Subject::of(evidence, &values))?;
    }
    let said = evidence.attributed_to.as_deref().map(|by| format!("said by {}", one_line(by)));
    let why = detail.because.then(|| one_line(&voice.evidence.because)).filter(|why| !why.is_empty());
    let reasons: Vec<String> = why.into_iter().chain(said).collect();
    if reasons.is_empty() {
        return Ok(());
    }
    let reasons = page.paint(Ink::Dim, &reasons.join(" · "));
    let equals = page.paint(Ink::Dim, "=");
    page.text(&format!("      {equals} "), "        ", &reasons)
}

/// How wide the columns of a claim's sources are.
struct Columns {
    outlet: usize,
    day: usize,
    place: usize,
}

impl Columns {
    fn of(voices: &[Voice<'_>]) -> Self {
        let carriers = || voices.iter().flat_map(|voice| &voice.carriers);
        let widest = |width: &dyn Fn(&Carrier<'_>) -> usize| carriers().map(width).max().unwrap_or(0);
        Self {
            outlet: widest(&|one| display_width(&one_line(&one.source.outlet))).min(OUTLET_WIDTH),
            day: widest(&|one| day(one.source).chars().count()),
            place: widest(&|one| display_width(&place(one.source, Some(one.line)))),
        }
    }

    /// Whether they fit side by side.
    fn fit(&self, page: &Page<'_>) -> bool {
        6 + self.outlet + 2 + self.day + 2 + self.place <= page.prose()
    }
}

fn day(source: &Metadata) -> String {
    one_line(source.published.as_deref().unwrap_or_default())
}

fn place(source: &Metadata, line: Option<usize>) -> String {
    let id = one_line(&source.id);
    line.map_or_else(|| id.clone(), |line| format!("{id}:{line}"))
}

fn write_carrier(
    side: Stance,
    source: &Metadata,
    carrier: Option<&Carrier<'_>>,
    columns: &Columns,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let sign = page.paint(ink_of(side), symbol(side));
    let outlet = one_line(&source.outlet);
    let place = page.paint(Ink::Dim, &place(source, carrier.map(|one| one.line)));
    let also = match (carrier.map(|one| one.stance.stance), side) {
        (Some(Stance::Mixed), Stance::Supports) => {
            page.paint(Ink::Mixed, &format!("  ±{NO_BREAK}also{NO_BREAK}contradicts"))
        }
        (Some(Stance::Mixed), _) => page.paint(Ink::Mixed, &format!("  ±{NO_BREAK}also{NO_BREAK}supports")),
        _ => String::new(),
    };
    let line = if columns.fit(page) {
        let outlet = padded(&shortened(&outlet, columns.outlet.max(8)), columns.outlet);
        format!("{outlet}  {}  {place}{also}", padded(&day(source), columns.day))
    } else {
        let parts = [outlet, day(source), place];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{}{also}", parts.join("  "))
    };
    page.text(&format!("    {sign} "), "      ", &line)
}

fn write_ruling(stance: &SourceStance, page: &mut Page<'_>) -> io::Result<()> {
    let (Some(ruling), Some(standing)) = (&stance.ruling, stance.standing()) else { return Ok(()) };
    let mark = match standing {
        Standing::Agrees => page.paint(Ink::Good, "✓ ruled"),
        Standing::Differs => page.paint(Ink::Bad, "≠ ruled"),
        Standing::Stale => page.paint(Ink::Unclear, "! stale, ruled"),
    };
    let who: Vec<String> =
        [&ruling.by, &ruling.on].into_iter().flatten().map(|text| one_line(text)).collect();
    let who = if who.is_empty() { String::new() } else { format!(" ({})", who.join(", ")) };
    let text = format!("{mark} {}{who}: {}", ruling.stance.name(), one_line(&ruling.because));
    page.text("      ", "        ", &text)
}
