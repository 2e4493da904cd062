//! `crosscheck graph`: who agrees with whom, who contradicts whom, and who is independent.

use std::collections::BTreeSet;

use clap::{Args, ValueEnum};
use crosscheck::Result;
use crosscheck::check::check;
use crosscheck::claim::ClaimSet;
use crosscheck::export::GraphFormat;
use crosscheck::graph::{EvidenceGraph, OriginGraph, OutletGraph};
use crosscheck::report::{Report, Selection};
use crosscheck::verdict::Verdict;

use super::cache::CacheArgs;
use super::case::CaseArgs;
use super::choice::one_of;
use super::known;
use super::output::{Content, OutputArgs};
use super::progress::Progress;
use super::status::{self, Status};

/// Print the graph of agreement and contradiction
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  crosscheck graph | dot -Tsvg -o outlets.svg
  crosscheck graph --of evidence -o evidence.gexf
  crosscheck graph --of origins --verdict corroborated --format mermaid")]
pub(crate) struct Graph {
    /// What the graph is of
    #[arg(long, value_enum, default_value_t = Of::Outlets, value_name = "WHAT")]
    of: Of,
    /// How to print the graph [default: as the name of the output FILE ends, else dot]
    #[arg(long, value_name = "FORMAT", value_parser = one_of(&GraphFormat::ALL, GraphFormat::name))]
    format: Option<GraphFormat>,
    #[command(flatten)]
    selection: SelectionArgs,
    #[command(flatten)]
    case: CaseArgs,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    cache: CacheArgs,
}

/// What to show of the graph.
#[derive(Debug, Args)]
#[command(next_help_heading = "What to show")]
struct SelectionArgs {
    /// Only these claims
    #[arg(id = "claim", long = "claim", value_name = "ID", value_delimiter = ',')]
    claims: Vec<String>,
    /// Only these outlets, and those that they agree with or contradict
    #[arg(id = "outlet", long = "outlet", value_name = "NAME")]
    outlets: Vec<String>,
    /// Only claims with these verdicts
    #[arg(id = "verdict", long = "verdict", value_name = "VERDICT", value_delimiter = ',', value_parser = one_of(&Verdict::ALL, Verdict::name))]
    verdicts: Vec<Verdict>,
    /// Join two outlets only by so many claims or more, and show an outlet only if it speaks of so many
    #[arg(long, value_name = "N", default_value_t = 0)]
    min_claims: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Of {
    /// Outlets, joined by the claims they agree on and contradict each other on
    Outlets,
    /// Outlets, sources, whose words they carry, what they say of claims, and what they copy
    Evidence,
    /// Claims, the independent origins behind each side of them, and the outlets that carry these
    Origins,
}

impl Graph {
    pub(super) fn run(&self) -> Result<Status> {
        let format = self.format()?;
        let (claims, sources) = self.case.load()?;
        self.selection.check_claims(&claims)?;
        let mut progress = Progress::new(&sources, self.case.left_out()).stoppable();
        let mut cache = self.cache.open(&self.case, &sources)?;
        let report = check(&claims, cache.plan(self.case.settings()), sources.batches(), &mut progress);
        cache.keep();
        let report = report?;
        progress.conclude()?;
        drop(progress);
        let report = self.selection.of(report)?;
        if report.claims.is_empty() {
            status::note("nothing is as selected: the graph has no claims");
        }
        self.output.write(Content::Plain, |out| match self.of {
            Of::Outlets => format.write(&OutletGraph::of_outlets(&report), out),
            Of::Evidence => format.write(&EvidenceGraph::of_evidence(&report), out),
            Of::Origins => format.write(&OriginGraph::of_origins(&report), out),
        })?;
        Ok(Status::Done)
    }

    /// The format that was asked for, or that the ending of the output file names.
    fn format(&self) -> Result<GraphFormat> {
        let endings = GraphFormat::ALL.iter().flat_map(|format| format.endings()).copied();
        let help = "for a picture, `crosscheck graph | dot -Tsvg -o outlets.svg`";
        self.output.format(self.format, GraphFormat::Dot, GraphFormat::of_ending, endings, ("graph", help))
    }
}

impl SelectionArgs {
    /// A claim that is not there is told before sources are read.
    fn check_claims(&self, claims: &ClaimSet) -> Result<()> {
        self.claims.iter().try_for_each(|id| known::claim(claims, id).map(drop))
    }

    /// The part of `report` to show.
    fn of(&self, report: Report) -> Result<Report> {
        let outlets: BTreeSet<&str> = report.sources.iter().map(|source| source.outlet.as_str()).collect();
        self.outlets.iter().try_for_each(|name| known::outlet(&outlets, name))?;
        let selection = Selection {
            claims: self.claims.clone(),
            outlets: self.outlets.clone(),
            verdicts: self.verdicts.clone(),
            min_claims: self.min_claims,
        };
        Ok(report.select(&selection))
    }
}
