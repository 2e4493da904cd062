//! The rows of each table.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Result, Statement, ToSql, params};
use serde::Serialize;

use crate::export::Edition;
use crate::export::row;
use crate::graph::OutletPair;
use crate::report::{Report, ReportClaim, ReportReuse, ReportSpeaker, SourceStance};
use crate::source::Metadata;
use crate::span::Span;
use crate::stance::Evidence;

pub(super) fn all(database: &Connection, edition: &Edition<'_>) -> Result<()> {
    let report = edition.report;
    let structure = json(&report.structure)?;
    into(database, "report", 4)?.execute(params![
        report.format,
        report.engine,
        report.settings.threshold,
        structure
    ])?;
    sources(database, edition)?;
    questions(database, edition)?;
    speakers(database, &report.speakers)?;
    claims(database, report)?;
    stances(database, &report.claims)?;
    origins(database, &report.claims)?;
    reuse(database, edition)?;
    outlet_edges(database, &report.outlets)
}

/// A statement that adds a row of so many columns to `table`.
fn into<'a>(database: &'a Connection, table: &str, columns: usize) -> Result<Statement<'a>> {
    let places = vec!["?"; columns].join(", ");
    database.prepare(&format!("INSERT INTO {table} VALUES ({places})"))
}

/// The same for a table of pairs, which is a set.
fn into_set<'a>(database: &'a Connection, table: &str, columns: usize) -> Result<Statement<'a>> {
    let places = vec!["?"; columns].join(", ");
    database.prepare(&format!("INSERT OR IGNORE INTO {table} VALUES ({places})"))
}

fn json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

/// The word that the JSON report has for a member of a closed set.
fn word<T: Serialize>(member: &T) -> Result<String> {
    json(member).map(|word| word.trim_matches('"').to_owned())
}

fn sources(database: &Connection, edition: &Edition<'_>) -> Result<()> {
    let sources = &edition.report.sources;
    let names: BTreeSet<&str> = sources.iter().map(|source| source.outlet.as_str()).collect();
    let mut outlets = into(database, "outlets", 1)?;
    for name in names {
        outlets.execute([name])?;
    }
    let mut rows = into(database, "sources", 11)?;
    for source in sources {
        let Metadata { id, outlet, title, published, url, file, sha256, note } = source;
        let kept = edition.texts.of(id);
        let start = kept.map(|kept| kept.article.start);
        let end = kept.map(|kept| kept.article.end);
        let text = kept.map(|kept| kept.text.as_str());
        rows.execute(params![id, outlet, title, published, url, file, sha256, note, start, end, text])?;
    }
    Ok(())
}

fn questions(database: &Connection, edition: &Edition<'_>) -> Result<()> {
    let mut rows = into(database, "questions", 3)?;
    let mut number_of = BTreeMap::new();
    for (number, question) in (1_usize..).zip(&edition.report.questions) {
        rows.execute(params![number, question.question, question.compatible])?;
        number_of.entry(question.question.as_str()).or_insert(number);
    }
    let mut rows = into(database, "unlisted_answers", 6)?;
    for (number, one) in (1_usize..).zip(&edition.report.unlisted) {
        let question = number_of.get(one.question.as_str());
        rows.execute(params![number, question, one.source, one.answer, one.quote, one.line])?;
    }
    Ok(())
}

fn speakers(database: &Connection, speakers: &[ReportSpeaker]) -> Result<()> {
    let mut rows = into(database, "speakers", 3)?;
    let mut names = into_set(database, "speaker_names", 2)?;
    let mut sources = into_set(database, "speaker_sources", 2)?;
    for speaker in speakers {
        rows.execute(params![speaker.name, word(&speaker.kind)?, speaker.description])?;
        each(&mut names, &speaker.name, &speaker.names)?;
        each(&mut sources, &speaker.name, &speaker.sources)?;
    }
    Ok(())
}

/// A row for `one` and each of `others`.
fn each<T: ToSql>(rows: &mut Statement<'_>, one: &dyn ToSql, others: &[T]) -> Result<()> {
    others.iter().try_for_each(|other| rows.execute(params![one, other]).map(drop))
}

fn claims(database: &Connection, report: &Report) -> Result<()> {
    let questions = (1_usize..).zip(&report.questions);
    let question_of: BTreeMap<&str, usize> = questions
        .flat_map(|(number, question)| question.claims.iter().map(move |claim| (claim.as_str(), number)))
        .collect();
    let mut rows = into(database, "claims", 11)?;
    let mut relations = into_set(database, "claim_relations", 3)?;
    for (number, one) in (1_usize..).zip(&report.claims) {
        rows.execute(params![
            one.id,
            number,
            question_of.get(one.id.as_str()),
            one.claim,
            one.verdict.name(),
            one.origins,
            one.outlets,
            one.note,
            one.file,
            one.line,
            one.dispute.as_ref().map(json).transpose()?,
        ])?;
        for (relation, others) in [("rival", &one.rivals), ("implies", &one.implies)] {
            for other in others {
                relations.execute(params![one.id, relation, other])?;
            }
        }
    }
    Ok(())
}

/// What each source says of each claim, with its evidence, numbered through the report, and the rulings on it.
fn stances(database: &Connection, claims: &[ReportClaim]) -> Result<()> {
    let mut stances = into(database, "stances", 6)?;
    let mut evidence = EvidenceRows::into(database)?;
    let mut rulings = into(database, "rulings", 8)?;
    for claim in claims {
        for one in &claim.stances {
            let first = evidence.next;
            let id = |of: Option<&Evidence>| {
                let at = one.evidence.iter().position(|each| of.is_some_and(|of| std::ptr::eq(of, each)))?;
                Some(first + at)
            };
            let (best, counter) = (id(row::best(one)), id(row::counter(one)));
            stances.execute(params![claim.id, one.source, one.stance.name(), one.score, best, counter])?;
            evidence.add(&claim.id, one)?;
            if let (Some(ruling), Some(standing)) = (&one.ruling, one.standing()) {
                rulings.execute(params![
                    claim.id,
                    one.source,
                    ruling.stance.name(),
                    ruling.because,
                    ruling.by,
                    ruling.on,
                    ruling.quote,
                    standing.name(),
                ])?;
            }
        }
    }
    Ok(())
}

struct EvidenceRows<'a> {
    evidence: Statement<'a>,
    values: Statement<'a>,
    /// The id of the next piece of evidence.
    next: usize,
}

impl<'a> EvidenceRows<'a> {
    fn into(database: &'a Connection) -> Result<Self> {
        let (evidence, values) = (into(database, "evidence", 18)?, into(database, "compared_values", 5)?);
        Ok(Self { evidence, values, next: 1 })
    }

    fn add(&mut self, claim: &str, stance: &SourceStance) -> Result<()> {
        for (number, one) in (1_usize..).zip(&stance.evidence) {
            let attribution = one.attribution.as_ref();
            self.evidence.execute(params![
                self.next,
                claim,
                stance.source,
                number,
                one.stance.name(),
                one.score,
                one.quote,
                one.line,
                one.start,
                one.end,
                one.because,
                one.phrasing,
                one.attributed_to,
                one.speaker,
                attribution.map(|attribution| word(&attribution.how)).transpose()?,
                attribution.map(|attribution| attribution.cue.start),
                attribution.map(|attribution| attribution.cue.end),
                one.carried_from,
            ])?;
            for (number, value) in (1_usize..).zip(&one.values) {
                let relation = value.relation.name();
                self.values.execute(params![self.next, number, value.claimed, value.reported, relation])?;
            }
            self.next += 1;
        }
        Ok(())
    }
}

fn origins(database: &Connection, claims: &[ReportClaim]) -> Result<()> {
    let mut rows = into(database, "origins", 5)?;
    let mut outlets = into_set(database, "origin_outlets", 2)?;
    let mut sources = into_set(database, "origin_sources", 2)?;
    let mut ties = into_set(database, "origin_ties", 2)?;
    let mut speakers = into_set(database, "origin_speakers", 2)?;
    let mut credits = into_set(database, "origin_credits", 2)?;
    let all = claims.iter().flat_map(|claim| claim.origin_groups.iter().map(move |origin| (claim, origin)));
    for (id, (claim, origin)) in (1_usize..).zip(all) {
        rows.execute(params![id, claim.id, origin.side.name(), origin.number, origin.because()])?;
        each(&mut outlets, &id, &origin.outlets)?;
        each(&mut sources, &id, &origin.sources)?;
        each(&mut ties, &id, &origin.ties.iter().map(word).collect::<Result<Vec<_>>>()?)?;
        each(&mut speakers, &id, &origin.speakers)?;
        each(&mut credits, &id, &origin.credits)?;
    }
    Ok(())
}

fn reuse(database: &Connection, edition: &Edition<'_>) -> Result<()> {
    let mut rows = into(database, "reuse", 9)?;
    let mut passages = into(database, "reuse_passages", 10)?;
    let words_at = |source: &str, place: Span| edition.texts.of(source)?.text.get(place.start..place.end);
    for (id, one) in (1_usize..).zip(&edition.report.reuse) {
        let ReportReuse { a, b, words, of_a, of_b, resemblance, credit, .. } = one;
        rows.execute(params![id, a, b, one.how.name(), words, of_a, of_b, resemblance, credit])?;
        for (number, passage) in (1_usize..).zip(&one.passages) {
            passages.execute(params![
                id,
                number,
                passage.a.start,
                passage.a.end,
                passage.b.start,
                passage.b.end,
                passage.words,
                passage.quoted,
                words_at(a, passage.a),
                words_at(b, passage.b),
            ])?;
        }
    }
    Ok(())
}

fn outlet_edges(database: &Connection, pairs: &[OutletPair]) -> Result<()> {
    let mut agreements = database
        .prepare("INSERT INTO outlet_edges (a, b, kind, claim, independent) VALUES (?, ?, 'agree', ?, ?)")?;
    let mut contradictions = database.prepare(
        "INSERT INTO outlet_edges (a, b, kind, claim, supports, supports_quote, supports_line, contradicts,
         contradicts_quote, contradicts_line) VALUES (?, ?, 'contradict', ?, ?, ?, ?, ?, ?, ?)",
    )?;
    for OutletPair { a, b, agree, independent, contradict } in pairs {
        let independent: BTreeSet<&String> = independent.iter().collect();
        for claim in agree {
            agreements.execute(params![a, b, claim, independent.contains(claim)])?;
        }
        for one in contradict {
            let (yes, no) = (&one.supports, &one.contradicts);
            contradictions.execute(params![
                a, b, one.claim, yes.source, yes.quote, yes.line, no.source, no.quote, no.line
            ])?;
        }
    }
    Ok(())
}
