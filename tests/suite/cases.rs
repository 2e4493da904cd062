//! The cases in `tests/cases/`: each folder has a `case.yaml` with rows of claim, text and right stance. A new
//! case is a new folder and needs no Rust.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use crosscheck::check::check;
use crosscheck::claim::ClaimSet;
use crosscheck::report::{Report, ReportClaim, Sharing};
use crosscheck::source::{Source, Sources};
use crosscheck::stance::{Engine, Settings, Stance};
use serde::{Deserialize, Serialize};

use crate::program::repository;

/// A case: rows that show one thing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What the rows show.
    reason: String,
    /// Outlets with the files of the case's folder that have their articles, for rows without text of their own.
    #[serde(default)]
    files: BTreeMap<String, String>,
    /// Groups of outlets of which each two share text, copied or retold, where `files` are held against one another; all
    /// others share none.
    #[serde(default)]
    copies: Vec<BTreeSet<String>>,
    rows: Vec<Row>,
}

/// A claim held against one text, or against several outlets' texts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    claim: String,
    /// Its question; one is made up where none is given.
    question: Option<String>,
    #[serde(default)]
    about: Vec<String>,
    /// Other claims of its question.
    #[serde(default)]
    rivals: Vec<String>,
    text: Option<String>,
    /// Outlets with what each of them wrote, in place of `text`.
    #[serde(default)]
    sources: BTreeMap<String, String>,
    /// The day on which all of it was published.
    published: Option<String>,
    /// The right stance of `text`, or several with `|` between them.
    stance: Option<String>,
    /// Words that the best evidence must quote.
    quotes: Option<String>,
    /// The right verdict over `sources`.
    verdict: Option<String>,
    /// The right origins of what supports the claim, each with its outlets.
    origins: Option<BTreeSet<BTreeSet<String>>>,
}

/// A claim file as the row needs it.
#[derive(Serialize)]
struct ClaimFile<'a> {
    question: &'a str,
    about: &'a [String],
    claims: Vec<&'a str>,
}

impl Row {
    fn claims(&self) -> ClaimSet {
        let file = ClaimFile {
            question: self.question.as_deref().unwrap_or("What happened?"),
            about: &self.about,
            claims: std::iter::once(&self.claim).chain(&self.rivals).map(String::as_str).collect(),
        };
        let yaml = serde_yaml::to_string(&file).unwrap();
        ClaimSet::from_yaml("row.yaml", &yaml).unwrap_or_else(|error| panic!("{}: {error}", self.claim))
    }

    /// Its own texts, or else the case's `articles`.
    fn sources(&self, articles: &BTreeMap<String, String>) -> Vec<Source> {
        let one = self.text.iter().map(|text| ("The Paper", text.as_str()));
        let many = if self.sources.is_empty() && self.text.is_none() { articles } else { &self.sources };
        let many = many.iter().map(|(outlet, text)| (outlet.as_str(), text.as_str()));
        one.chain(many).enumerate().map(|(at, (outlet, text))| self.source(at, outlet, text)).collect()
    }

    fn source(&self, at: usize, outlet: &str, text: &str) -> Source {
        let mut source = Source::of_text(&format!("source-{at}"), text);
        outlet.clone_into(&mut source.metadata.outlet);
        source.metadata.published.clone_from(&self.published);
        source.published = self.published.as_ref().map(|day| day.parse().unwrap());
        source
    }

    /// What is not as the row says it should be.
    fn wrong(&self, case: &Articles) -> Option<String> {
        let sources = self.sources(&case.texts);
        assert!(!sources.is_empty(), "{}: neither text nor sources", self.claim);
        let report =
            check(&self.claims(), Settings::default(), sources.iter().cloned().map(Ok), &mut |_: &Source| ())
                .unwrap();
        assert_quotes(&report, &sources);
        crate::schemas::assert_fits(&report);
        let claim = &report.claims[0];
        let copies = self.sources.is_empty() && self.text.is_none();
        let copies = copies.then(|| wrong_copies(&report, &case.copies)).flatten();
        copies.or_else(|| match (&self.stance, &self.verdict, &self.origins) {
            (Some(stance), None, None) => self.wrong_stance(stance, claim),
            (None, Some(verdict), None) => (claim.verdict.name() != verdict)
                .then(|| format!("is {}, not {verdict}", claim.verdict.name())),
            (None, None, Some(origins)) => wrong_origins(origins, claim),
            _ => panic!("{}: either a stance, a verdict or origins", self.claim),
        })
    }

    fn wrong_stance(&self, right: &str, claim: &ReportClaim) -> Option<String> {
        let found = &claim.stances[0];
        let best = found.evidence.first();
        let why = best.map_or_else(String::new, |e| format!(" ({} [{}])", e.because, e.quote));
        if right.split('|').all(|right| right != found.stance.name()) {
            return Some(format!("is {}, not {right}{why}", found.stance.name()));
        }
        let wanted = self.quotes.as_deref()?;
        best.is_none_or(|e| !e.quote.contains(wanted)).then(|| format!("does not quote `{wanted}`{why}"))
    }
}

/// The articles of a case, and which share text.
struct Articles {
    texts: BTreeMap<String, String>,
    copies: Vec<BTreeSet<String>>,
}

fn wrong_origins(right: &BTreeSet<BTreeSet<String>>, claim: &ReportClaim) -> Option<String> {
    let supports = claim.origin_groups.iter().filter(|origin| origin.side == Stance::Supports);
    let found: BTreeSet<BTreeSet<String>> =
        supports.map(|origin| origin.outlets.iter().cloned().collect()).collect();
    (found != *right).then(|| format!("is of the origins {found:?}, not {right:?}"))
}

/// Every two of a group share text, and no others do.
fn wrong_copies(report: &Report, groups: &[BTreeSet<String>]) -> Option<String> {
    let outlet = |id: &str| {
        let source = report.sources.iter().find(|source| source.id == id);
        source.map_or_else(String::new, |source| source.outlet.clone())
    };
    let copied = report.reuse.iter().filter(|pair| pair.how != Sharing::Quotations);
    let found: BTreeSet<BTreeSet<String>> =
        copied.map(|pair| BTreeSet::from([outlet(&pair.a), outlet(&pair.b)])).collect();
    let pairs = |group: &BTreeSet<String>| {
        let each =
            group.iter().flat_map(|a| group.iter().map(move |b| BTreeSet::from([a.clone(), b.clone()])));
        each.filter(|pair| pair.len() == 2).collect::<Vec<_>>()
    };
    let right: BTreeSet<BTreeSet<String>> = groups.iter().flat_map(pairs).collect();
    let missed: Vec<_> = right.difference(&found).collect();
    let made: Vec<_> = found.difference(&right).collect();
    (found != right).then(|| format!("share text, but not as found: {missed:?}; share none: {made:?}"))
}

fn assert_quotes(report: &Report, sources: &[Source]) {
    for said in report.claims.iter().flat_map(|claim| &claim.stances) {
        let source = sources.iter().find(|source| source.metadata.id == said.source).unwrap();
        for e in &said.evidence {
            assert_eq!(source.text.get(e.start..e.end), Some(e.quote.as_str()), "{}", source.text);
        }
    }
}

fn folders() -> Vec<PathBuf> {
    let mut folders: Vec<_> =
        fs::read_dir(repository().join("tests/cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

/// Every case with its name.
fn cases() -> Vec<(String, Case, Articles)> {
    let read = |folder: PathBuf| {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(folder.join("case.yaml")).unwrap();
        let case: Case = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let article = |(outlet, file): (&String, &String)| {
            let text = fs::read_to_string(folder.join(file));
            (outlet.clone(), text.unwrap_or_else(|error| panic!("{name}: {file}: {error}")))
        };
        let articles =
            Articles { texts: case.files.iter().map(article).collect(), copies: case.copies.clone() };
        (name, case, articles)
    };
    folders().into_iter().map(read).collect()
}

#[test]
fn every_row_of_every_case_is_right() {
    let mut wrong = Vec::new();
    let mut rows = 0;
    for (name, case, articles) in cases() {
        rows += case.rows.len();
        for row in &case.rows {
            if let Some(problem) = row.wrong(&articles) {
                let said = row.text.as_deref().unwrap_or("several texts");
                wrong.push(format!(
                    "{name} ({})\n  “{}” / “{said}”\n  {problem}",
                    case.reason.trim(),
                    row.claim
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {rows} rows are wrong:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

/// The same findings, whether or not what cannot bear on a claim is left out.
#[test]
fn nothing_that_bears_on_a_claim_is_left_out() {
    let mut compared = 0;
    let mut compare = |claims: &ClaimSet, sources: &[Source]| {
        let all = Engine::with(claims, Settings::default().exhaustively(true));
        let pruned = Engine::new(claims);
        for source in sources {
            assert_eq!(pruned.examine(source), all.examine(source), "{}", source.metadata.id);
            compared += 1;
        }
    };
    for (_, case, articles) in cases() {
        case.rows.iter().for_each(|row| compare(&row.claims(), &row.sources(&articles.texts)));
    }
    let own = repository();
    let seeds = Sources::open(&own.join("seeds")).unwrap().read().map(Result::unwrap).collect::<Vec<_>>();
    compare(&ClaimSet::load(&own.join("claims")).unwrap(), &seeds);
    assert!(compared > 250, "only {compared} texts were compared");
}
