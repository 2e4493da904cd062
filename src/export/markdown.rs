//! Markdown (CommonMark with GitHub's tables): the report for an issue, a wiki or a newsroom's notes.
//!
//! All text that comes from claims and sources is escaped: it shows as it is written and is never markup.

use std::io::{self, Write};

use crate::report::{OutletPair, Report, ReportClaim, ReportRuling, SourceStance};
use crate::source::Metadata;
use crate::stance::Stance;
use crate::verdict::Verdict;

use super::account;
use super::voices::{self, Quarrel, Voice};
use crate::neutral::one_line;

/// Sources side by side in one table of the matrix; more get a table of their own.
const COLUMNS: usize = 12;

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    summary(report, out)?;
    for verdict in Verdict::ALL {
        let claims: Vec<&ReportClaim> =
            report.claims.iter().filter(|claim| claim.verdict == verdict).collect();
        if !claims.is_empty() {
            section(verdict, report, &claims, out)?;
        }
    }
    matrix(report, out)?;
    outlets(report, out)?;
    overview("Outlets as a whole", &account::structure(report), out)?;
    overview("Whose words it is", &account::speakers(report), out)?;
    overview("Text that sources share", &account::reuse(report), out)?;
    rulings(report, out)?;
    unlisted(report, out)?;
    sources(report, out)
}

fn summary(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let all = &report.summary;
    writeln!(out, "# Consistency report\n")?;
    writeln!(out, "Claims: {} · sources: {} · outlets: {}\n", all.claims, all.sources, all.outlets)?;
    writeln!(out, "| verdict | claims |\n|---|--:|")?;
    for (verdict, count) in &all.verdicts {
        writeln!(out, "| {} | {count} |", verdict.name())?;
    }
    if all.rulings.given > 0 {
        writeln!(
            out,
            "\nRulings: {}, of which {} agree with the machine’s stance and {} are stale.",
            all.rulings.given, all.rulings.agree, all.rulings.stale
        )?;
    }
    Ok(())
}

fn section(
    verdict: Verdict,
    report: &Report,
    claims: &[&ReportClaim],
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut name = verdict.name().to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    writeln!(out, "\n## {name} ({})", claims.len())?;
    for (question, claims) in voices::by_question(claims) {
        writeln!(out, "\n### {}", escape(question))?;
        let in_order = report.questions.iter().find(|one| one.question == question);
        let in_order = in_order.filter(|_| verdict == Verdict::Disputed);
        if let Some(told) = in_order.and_then(account::in_order_of_publication) {
            writeln!(out, "\nIn order of publication: {}", escape(&told))?;
        }
        for claim in claims {
            write_claim(report, claim, out)?;
        }
    }
    Ok(())
}

fn write_claim(report: &Report, claim: &ReportClaim, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n**{}** ({})", escape(&claim.claim), code(&claim.id))?;
    if let Some(note) = &claim.note {
        writeln!(out, "\n*Note:* {}", escape(note))?;
    }
    for (number, sentence) in account::sides(report, claim).iter().enumerate() {
        let begins = if number == 0 { "\n" } else { "" };
        writeln!(out, "{begins}- *{}*", escape(sentence))?;
    }
    for voice in voices::voices(report, claim) {
        write_voice(&voice, out)?;
    }
    for (source, stance) in voices::silent_but_ruled(report, claim) {
        writeln!(out, "\n- *{}*: {}", stance.stance.name(), speaker(source, None))?;
        write_ruling(stance, out)?;
    }
    Ok(())
}

fn write_voice(voice: &Voice<'_>, out: &mut dyn Write) -> io::Result<()> {
    let side = voice.side.name();
    writeln!(out)?;
    for (number, one) in voice.carriers.iter().enumerate() {
        let also = if number > 0 { ", same words" } else { "" };
        let mixed = if one.stance.stance == Stance::Mixed { ", mixed" } else { "" };
        writeln!(out, "- **{side}**{also}{mixed}: {}", speaker(one.source, Some(one.line)))?;
        write_ruling(one.stance, out)?;
    }
    writeln!(out, "\n  > {}\n", escape(&voice.evidence.quote))?;
    let said = voice.evidence.attributed_to.as_deref();
    let said = said.map(|by| format!(" (said by {})", escape(by))).unwrap_or_default();
    writeln!(out, "  {}{said}", escape(&voice.evidence.because))
}

fn write_ruling(stance: &SourceStance, out: &mut dyn Write) -> io::Result<()> {
    let (Some(ruling), Some(standing)) = (&stance.ruling, stance.standing()) else { return Ok(()) };
    let ReportRuling { stance: ruled, because, by, on, .. } = ruling;
    let who = [by, on].into_iter().flatten().map(|text| format!(", {}", escape(text))).collect::<String>();
    let mark = standing.name();
    writeln!(out, "  - ruling ({mark}{who}): **{}**, {}", ruled.name(), escape(because))
}

/// Sentences under a heading; no heading where there are none.
fn overview(heading: &str, sentences: &[String], out: &mut dyn Write) -> io::Result<()> {
    if sentences.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## {heading}\n")?;
    sentences.iter().try_for_each(|sentence| writeln!(out, "- {}", escape(sentence)))
}

/// Machine and curator side by side.
fn rulings(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let rulings = report.rulings();
    if rulings.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## Rulings ({})\n", rulings.len())?;
    writeln!(out, "| claim | source | machine | ruling | | because |\n|---|---|---|---|---|---|")?;
    for (standing, claim, stance, ruling) in rulings {
        let (machine, ruled, standing) = (stance.stance.name(), ruling.stance.name(), standing.name());
        let (claim, source, because) = (code(&claim.id), code(&stance.source), escape(&ruling.because));
        writeln!(out, "| {claim} | {source} | {machine} | {ruled} | {standing} | {because} |")?;
    }
    Ok(())
}

/// Outlet, date and place of a source, linked where it has an address.
fn speaker(source: &Metadata, line: Option<usize>) -> String {
    let outlet = escape(&source.outlet);
    let outlet = match source.url.as_deref().and_then(link_target) {
        Some(url) => format!("[{outlet}]({url})"),
        None => outlet,
    };
    let day = source.published.as_deref().map(|day| format!(", {}", escape(day))).unwrap_or_default();
    let line = line.map(|line| format!(":{line}")).unwrap_or_default();
    format!("{outlet}{day}, {}", code(&format!("{}{line}", source.file)))
}

fn matrix(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n## Claims and sources\n")?;
    writeln!(out, "`+` supports · `−` contradicts · `±` mixed · `?` unclear · `·` silent")?;
    for (block, sources) in report.sources.chunks(COLUMNS).enumerate() {
        write!(out, "\n| claim |")?;
        for source in sources {
            write!(out, " {} |", escape(&source.id))?;
        }
        writeln!(out, " verdict |\n|---|{}---|", ":-:|".repeat(sources.len()))?;
        for claim in &report.claims {
            write!(out, "| {} |", escape(&claim.id))?;
            for stance in claim.stances.iter().skip(block * COLUMNS).take(sources.len()) {
                write!(out, " {} |", super::terminal::symbol(stance.stance))?;
            }
            writeln!(out, " {} |", claim.verdict.name())?;
        }
    }
    Ok(())
}

fn outlets(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let questions = voices::questions(report);
    let at_odds: Vec<&OutletPair> =
        report.outlets.iter().filter(|pair| !pair.contradict.is_empty()).collect();
    if at_odds.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## Outlets that contradict each other")?;
    for pair in at_odds {
        if pair.a == pair.b {
            let what =
                if voices::is_against_its_own_earlier(pair) { "its own earlier account" } else { "itself" };
            writeln!(out, "\n### {} contradicts {what}", escape(&pair.a))?;
        } else {
            writeln!(out, "\n### {} and {}", escape(&pair.a), escape(&pair.b))?;
        }
        for quarrel in voices::quarrels(pair, &questions) {
            write_quarrel(&quarrel, out)?;
        }
    }
    Ok(())
}

fn write_quarrel(quarrel: &Quarrel<'_>, out: &mut dyn Write) -> io::Result<()> {
    let claims: Vec<String> = quarrel.claims.iter().map(|id| code(id)).collect();
    writeln!(out, "\n{} ({})\n", escape(quarrel.question), claims.join(", "))?;
    for one in &quarrel.quotes {
        for (verb, side) in [("supports", &one.supports), ("contradicts", &one.contradicts)] {
            let place = code(&format!("{}:{}", side.source, side.line));
            writeln!(
                out,
                "- {} {verb} {} ({place}): “{}”",
                escape(&side.outlet),
                code(&one.claim),
                escape(&side.quote)
            )?;
        }
    }
    Ok(())
}

fn unlisted(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    if report.unlisted.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## Answers that nobody listed yet\n")?;
    writeln!(out, "| question | answer | source | line | quote |\n|---|---|---|--:|---|")?;
    for one in &report.unlisted {
        let cells = [&one.question, &one.answer, &one.source].map(|cell| escape(cell));
        writeln!(out, "| {} | {} | {} |", cells.join(" | "), one.line, escape(&one.quote))?;
    }
    Ok(())
}

fn sources(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n## Sources\n")?;
    writeln!(out, "| id | outlet | title | published | file |\n|---|---|---|---|---|")?;
    for source in &report.sources {
        let optional = |text: &Option<String>| escape(text.as_deref().unwrap_or_default());
        writeln!(
            out,
            "| {} | {} | {} | {} | {} |",
            escape(&source.id),
            escape(&source.outlet),
            optional(&source.title),
            optional(&source.published),
            escape(&source.file),
        )?;
    }
    Ok(())
}

/// `text` on one line, with all that could be markup escaped.
///
/// HTML's characters and `@` become entities: a backslash does not keep GitHub from naming people. A colon before
/// `//` and a full stop after `www` are escaped so that no address in a source becomes a link.
fn escape(text: &str) -> String {
    let line = one_line(text);
    let mut escaped = String::with_capacity(line.len() + 8);
    for (at, c) in line.char_indices() {
        let rest = line.get(at + c.len_utf8()..).unwrap_or_default();
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '@' => escaped.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '#' => escaped.extend(['\\', c]),
            ':' if rest.starts_with("//") => escaped.push_str("\\:"),
            '.' if ends_in_www(line.get(..at)) => escaped.push_str("\\."),
            // What would begin a list or a heading's underline, where the text begins a line.
            '-' | '+' | '=' if at == 0 => escaped.extend(['\\', c]),
            '.' | ')' if escaped.chars().all(|digit| digit.is_ascii_digit()) => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
    }
    escaped
}

fn ends_in_www(before: Option<&str>) -> bool {
    let before = before.unwrap_or_default();
    before.get(before.len().saturating_sub(3)..).is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

/// An id or place in code letters, where it holds only what ids and file names usually do; else escaped.
fn code(text: &str) -> String {
    let line = one_line(text);
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | ':' | '/');
    if !line.is_empty() && line.chars().all(plain) { format!("`{line}`") } else { escape(&line) }
}

/// A web address as the target of a link, if it is one.
fn link_target(url: &str) -> Option<String> {
    let is_web = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
    if !is_web || url.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return None;
    }
    let encoded = url.chars().map(|c| match c {
        '<' => "%3C".to_owned(),
        '>' => "%3E".to_owned(),
        '(' => "%28".to_owned(),
        ')' => "%29".to_owned(),
        '|' => "%7C".to_owned(),
        '\\' => "%5C".to_owned(),
        '&' => "&amp;".to_owned(),
        c => c.to_string(),
    });
    Some(encoded.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_source_is_markup() {
        let table = [
            ("a | b", "a \\| b"),
            ("<script>", "&lt;script&gt;"),
            ("*x* _y_ `z`", "\\*x\\* \\_y\\_ \\`z\\`"),
            ("1. first\n- second", "1\\. first - second"),
            ("- x", "\\- x"),
            ("[a](b)", "\\[a\\](b)"),
            ("see https://x.example, www.y.example", "see https\\://x.example, www\\.y.example"),
            ("@someone costs $5", "&#64;someone costs \\$5"),
            ("It’s “one”.", "It’s “one”."),
        ];
        for (text, expected) in table {
            assert_eq!(escape(text), expected);
        }
    }

    #[test]
    fn only_web_addresses_are_linked() {
        assert_eq!(link_target("javascript:alert(1)"), None);
        assert_eq!(link_target("https://a.example/b c"), None);
        assert_eq!(link_target("https://a.example/(x)").as_deref(), Some("https://a.example/%28x%29"));
    }
}
