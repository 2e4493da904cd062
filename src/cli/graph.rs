//! `crosscheck graph`: who agrees with whom, and who contradicts whom.

use clap::{Args, ValueEnum};
use crosscheck::Result;
use crosscheck::check::check;
use crosscheck::export::GraphFormat;
use crosscheck::graph::{EvidenceGraph, OutletGraph};

use super::case::CaseArgs;
use super::choice::one_of;
use super::output::{Content, OutputArgs};
use super::progress::Progress;
use super::status::Status;

/// Print the graph of agreement and contradiction
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  crosscheck graph | dot -Tsvg -o outlets.svg
  crosscheck graph --of evidence --format graphml -o evidence.graphml")]
pub(crate) struct Graph {
    /// What the graph is of
    #[arg(long, value_enum, default_value_t = Of::Outlets, value_name = "WHAT")]
    of: Of,
    /// How to print the graph
    #[arg(long, value_name = "FORMAT", default_value = "dot", value_parser = one_of(&GraphFormat::ALL, GraphFormat::name))]
    format: GraphFormat,
    #[command(flatten)]
    case: CaseArgs,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Of {
    /// Outlets, joined by the claims they agree on and contradict each other on
    Outlets,
    /// Claims, sources and their stances
    Evidence,
}

impl Graph {
    pub(super) fn run(&self) -> Result<Status> {
        let (claims, sources) = self.case.load()?;
        let mut progress = Progress::new();
        let report = check(&claims, self.case.settings(), sources.read(), &mut |_| progress.advance())?;
        drop(progress);
        self.output.write(Content::Plain, |out| match self.of {
            Of::Outlets => self.format.write(&OutletGraph::of_outlets(&report), out),
            Of::Evidence => self.format.write(&EvidenceGraph::of_evidence(&report), out),
        })?;
        Ok(Status::Done)
    }
}
