//! A report as a real case gives it, for the tests of whatever shows one: every stance and verdict, an outlet
//! that contradicts itself, copied words, rulings, an unlisted answer, and text that would like to be markup.

use crate::attribution::{How, SpeakerKind};
use crate::source::Metadata;
use crate::span::Span;
use crate::stance::{Attribution, ComparedRelation, ComparedValue, Evidence, Finding, Speaker, Stance};

use std::collections::BTreeSet;

use super::build::{Examined, Head, assemble};
use super::question::QuestionHead;
use super::{Report, ReportPassage, ReportReuse, ReportRuling, Sharing};

const RESCUED: &str = "How many people were rescued from the ferry?";

/// The report.
pub(crate) fn report() -> Report {
    let mut examined = examined(sources(), findings());
    // The ruling on the wire judged words that it no longer has.
    examined.iter_mut().filter(|one| one.source.id == "wire").for_each(|one| one.stale = BTreeSet::from([0]));
    let shared = ReportReuse {
        a: "courier-inquiry".into(),
        b: "ledger".into(),
        how: Sharing::Passages,
        words: 17,
        of_a: 0.31,
        of_b: 0.12,
        resemblance: 0.1,
        credit: Some("Harbour Courier".into()),
        passages: vec![ReportPassage {
            a: Span::new(640, 740),
            b: Span::new(160, 260),
            words: 17,
            quoted: false,
        }],
    };
    assemble(heads(), questions(&heads()), examined, vec![shared])
}

/// Each source with its findings; no ruling is stale.
pub(crate) fn examined(
    sources: impl IntoIterator<Item = Metadata>,
    findings: impl IntoIterator<Item = Vec<Finding>>,
) -> Vec<Examined> {
    let one = |(source, findings)| Examined { source, findings, stale: BTreeSet::new(), credits: Vec::new() };
    sources.into_iter().zip(findings).map(one).collect()
}

/// `claims` claims of two a question, held against `sources` sources of half as many outlets; stances vary.
pub(crate) fn large(claims: usize, sources: usize) -> Report {
    let heads: Vec<Head> = (0..claims)
        .map(|n| head(&format!("claim-{n}"), &format!("What is answer {}?", n / 2), &format!("it is {n}")))
        .collect();
    let metadata =
        (0..sources).map(|n| source(&format!("source-{n:03}"), &format!("Outlet {}", n / 2), None));
    let finding = |claim: usize, source: usize| match (claim * 7 + source * 3) % 31 {
        0 | 1 => found(
            Stance::Supports,
            &format!("In all, it is {claim}, said {source}."),
            source + 1,
            "as claimed",
        ),
        2 => found(Stance::Contradicts, "It is something else entirely.", source + 1, "something else"),
        3 => found(Stance::Unclear, "It may be many.", source + 1, "vaguer"),
        _ => found(Stance::Silent, "", 0, ""),
    };
    let findings = (0..sources).map(|s| (0..claims).map(|c| finding(c, s)).collect());
    let questions = questions(&heads);
    assemble(heads, questions, examined(metadata, findings), Vec::new())
}

/// The questions of `heads`, whose claims exclude each other.
fn questions(heads: &[Head]) -> Vec<QuestionHead> {
    let mut questions: Vec<QuestionHead> = Vec::new();
    for (at, head) in heads.iter().enumerate() {
        match questions.last_mut() {
            Some(last) if last.text == head.question => last.claims.push(at),
            _ => questions.push(QuestionHead {
                text: head.question.clone(),
                claims: vec![at],
                compatible: false,
            }),
        }
    }
    questions
}

fn heads() -> Vec<Head> {
    let mut heads = vec![
        head("rescued-214", RESCUED, "214 people were rescued from the ferry"),
        head("rescued-198", RESCUED, "198 people were rescued from the ferry"),
        head("left-at-ten-past-six", "When did the ferry leave?", "The ferry left Harwich at 06:10"),
        head(
            "captain-warned",
            "Was the captain warned?",
            "The captain was warned of the storm, by radio | twice",
        ),
        head("crew-trained", "Was the crew trained?", "The crew had been trained for fires"),
        head("fire-began-in-the-galley", "Where did the fire begin?", "The fire began in the galley"),
        head("cause-electrical", "What caused the fire?", "The fire was caused by an electrical fault"),
        head("owner-fined", "Was the owner fined?", "The owner was fined £2.4m"),
    ];
    heads[0].rivals = vec!["rescued-198".into()];
    heads[1].rivals = vec!["rescued-214".into()];
    if let Some(first) = heads.first_mut() {
        first.note = Some(
            "The first figure is the coastguard’s, given on the night; the inquiry counted again.".into(),
        );
        first.rulings.insert("wire".into(), ruling(Stance::Supports, "“more than 200” is the same count"));
        first.rulings.insert("courier-night".into(), ruling(Stance::Supports, "the figure is there"));
    }
    heads
}

fn head(id: &str, question: &str, claim: &str) -> Head {
    Head { id: id.into(), question: question.into(), claim: claim.into(), ..Head::default() }
}

fn ruling(stance: Stance, because: &str) -> ReportRuling {
    ReportRuling {
        stance,
        because: because.into(),
        by: Some("M. Okafor".into()),
        on: Some("2024-04-01".into()),
        quote: None,
        stale: false,
    }
}

fn sources() -> Vec<Metadata> {
    vec![
        source("wire", "North Sea Wire", Some("2024-03-03")),
        source("courier-night", "Harbour Courier", Some("2024-03-02")),
        source("courier-inquiry", "Harbour Courier", Some("2024-09-17")),
        source("ledger", "The Ledger | <b>\"Daily\"</b>", Some("2024-03")),
    ]
}

fn source(id: &str, outlet: &str, published: Option<&str>) -> Metadata {
    Metadata {
        id: id.into(),
        outlet: outlet.into(),
        title: (id != "ledger").then(|| format!("Ferry fire: what we know [{id}]")),
        published: published.map(str::to_owned),
        url: (id == "wire").then(|| "https://wire.example/ferry(1)?a=1&b=<2>".into()),
        file: format!("{id}.txt"),
        sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
        note: None,
    }
}

fn found(stance: Stance, quote: &str, line: usize, because: &str) -> Finding {
    let evidence = match stance {
        Stance::Silent => Vec::new(),
        _ => vec![evidence(stance, quote, line, because)],
    };
    let score = evidence.first().map_or(0.0, |best| best.score);
    Finding { stance, score, evidence, unlisted: None }
}

fn evidence(stance: Stance, quote: &str, line: usize, because: &str) -> Evidence {
    Evidence {
        quote: quote.into(),
        start: line * 80,
        end: line * 80 + quote.len(),
        line,
        stance,
        score: if stance == Stance::Unclear { 0.5 } else { 0.87 },
        strength: if stance == Stance::Unclear { 0.5 } else { 0.87 },
        phrasing: "people were rescued from the ferry".into(),
        because: because.into(),
        values: Vec::new(),
        attributed_to: None,
        speaker: None,
        attribution: None,
        alignment: Vec::new(),
        carried_from: None,
    }
}

fn valued(
    mut finding: Finding,
    claimed: &str,
    reported: &str,
    relation: ComparedRelation,
    by: Option<&str>,
) -> Finding {
    for evidence in &mut finding.evidence {
        evidence.values.push(ComparedValue {
            claimed: claimed.into(),
            reported: Some(reported.into()),
            relation,
        });
        evidence.attributed_to = by.map(str::to_owned);
        evidence.attribution = by.map(|by| quoted(by, evidence.start));
    }
    finding
}

/// That a described person said it.
fn quoted(by: &str, at: usize) -> Attribution {
    let speaker = Speaker {
        name: by.into(),
        kind: SpeakerKind::Described,
        title: None,
        described: Vec::new(),
        of: Some("coastguard".into()),
    };
    Attribution { speaker, how: How::Reported, cue: Span::new(at + 66, at + 99) }
}

/// Of `wire`, `courier-night`, `courier-inquiry` and `ledger`, each of the eight claims in turn.
fn findings() -> Vec<Vec<Finding>> {
    vec![wire(), courier_night(), courier_inquiry(), ledger()]
}

const NIGHT: &str = "By midnight two hundred and fourteen people had been rescued from the ferry, the coastguard’s \
                     duty officer said, “every one of them cold, frightened and alive”, and were being looked after \
                     in a school gymnasium in Harwich, where volunteers had brought blankets and tea.";
const COUNTED: &str =
    "The inquiry counted again, name by name: 198 people were rescued,\nnot the 214 of the first night.";

fn wire() -> Vec<Finding> {
    vec![
        found(Stance::Unclear, "More than 200 were rescued.", 3, "more than 200 is vaguer than 214"),
        found(Stance::Unclear, "More than 200 were rescued.", 3, "more than 200 is vaguer than 198"),
        found(Stance::Supports, "The ferry had left Harwich at 6.10 a.m., on time.", 5, "6.10 a.m. is 06:10"),
        mixed(),
        found(Stance::Supports, "Training records show the crew had been trained.", 9, "it says so"),
        found(Stance::Contradicts, "The fire did not begin in the galley.", 11, "“not” turns it around"),
        found(Stance::Unclear, "It is not known whether a fault was the cause.", 12, "an open question"),
        found(Stance::Silent, "", 0, ""),
    ]
}

fn mixed() -> Finding {
    let mut finding = found(Stance::Supports, "The captain was warned twice by radio.", 7, "it says so");
    finding.evidence.push(evidence(
        Stance::Contradicts,
        "Correction: an earlier version said the captain was warned; he was not.",
        22,
        "“not” turns it around",
    ));
    finding.stance = Stance::Mixed;
    finding
}

fn courier_night() -> Vec<Finding> {
    let by = Some("the coastguard’s duty officer");
    let other = "two hundred and fourteen, where the claim says 198";
    vec![
        valued(
            found(Stance::Supports, NIGHT, 4, "two hundred and fourteen is 214"),
            "214",
            "two hundred and fourteen",
            ComparedRelation::Equal,
            by,
        ),
        valued(
            found(Stance::Contradicts, NIGHT, 4, other),
            "198",
            "two hundred and fourteen",
            ComparedRelation::Conflicts,
            by,
        ),
        found(
            Stance::Supports,
            "It sailed from Harwich at ten past six in the morning.",
            6,
            "ten past six is 06:10",
        ),
        found(Stance::Silent, "", 0, ""),
        found(Stance::Silent, "", 0, ""),
        found(Stance::Silent, "", 0, ""),
        found(Stance::Silent, "", 0, ""),
        found(Stance::Silent, "", 0, ""),
    ]
}

fn courier_inquiry() -> Vec<Finding> {
    vec![
        valued(
            found(Stance::Contradicts, COUNTED, 8, "198, where the claim says 214"),
            "214",
            "198",
            ComparedRelation::Conflicts,
            None,
        ),
        valued(
            found(Stance::Supports, COUNTED, 8, "198 is 198"),
            "198",
            "198",
            ComparedRelation::Equal,
            None,
        ),
        found(Stance::Silent, "", 0, ""),
        found(Stance::Silent, "", 0, ""),
        found(Stance::Silent, "", 0, ""),
        found(Stance::Silent, "", 0, ""),
        found(Stance::Silent, "", 0, ""),
        found(Stance::Silent, "", 0, ""),
    ]
}

fn ledger() -> Vec<Finding> {
    let hostile = "=HYPERLINK(\"http://evil.example\"), <script>alert(1)</script> | *198* people\r\nwere `rescued` \
                   \u{1b}[2J\u{202e}& more";
    let copied =
        "The inquiry counted again, name by name: 198 people were rescued, not the 214 of the first night.";
    let mut first = found(Stance::Contradicts, hostile, 2, "198, where the claim says 214");
    first.unlisted = Some(Box::new((
        "two hundred".into(),
        evidence(Stance::Contradicts, "Some two hundred were saved.", 40, ""),
    )));
    let mut second = found(Stance::Supports, copied, 2, "198 is 198");
    second.unlisted = Some(Box::new((
        "Two  hundred".into(),
        evidence(Stance::Contradicts, "Some two hundred were saved.", 40, ""),
    )));
    vec![
        first,
        second,
        found(Stance::Silent, "", 0, ""),
        found(Stance::Silent, "", 0, ""),
        found(Stance::Silent, "", 0, ""),
        found(Stance::Silent, "", 0, ""),
        found(Stance::Silent, "", 0, ""),
        found(Stance::Silent, "", 0, ""),
    ]
}
