//! `crosscheck explain`: why a source has its stance on a claim.

use clap::Args;
use crosscheck::Result;
use crosscheck::claim::ClaimSet;
use crosscheck::export::{Style, explanations_as_json, write_explanation};
use crosscheck::source::Sources;
use crosscheck::stance::{Engine, Explanation};

use super::case::CaseArgs;
use super::known;
use super::output::{Content, Format, OutputArgs, WidthArgs};
use super::status::Status;

/// Say why: each passage considered, its alignment, the values compared, and what decided
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  crosscheck explain one-of-seven            what every source says of the claim, and why
  crosscheck explain one-of-seven sky        one source only
  crosscheck explain one-of-seven --format json")]
pub(crate) struct Explain {
    /// The claim's id
    #[arg(value_name = "CLAIM")]
    claim: String,
    /// The source's id; without it, every source is explained
    #[arg(value_name = "SOURCE")]
    source: Option<String>,
    /// How to print the explanation
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
    #[command(flatten)]
    case: CaseArgs,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    width: WidthArgs,
}

impl Explain {
    pub(super) fn run(&self) -> Result<Status> {
        let (claims, sources) = self.case.load()?;
        let index = known::claim(&claims, &self.claim)?;
        let explanations = self.explanations(&claims, index, &sources)?;
        let style = Style { width: self.width.columns(&self.output), colour: true };
        match self.format {
            Format::Terminal => self.output.write(Content::Styled, |out| {
                explanations.iter().try_for_each(|one| write_explanation(one, style, out))
            })?,
            Format::Json => {
                self.output.write(Content::Plain, |out| explanations_as_json(&explanations, out))?
            }
        }
        Ok(Status::Done)
    }

    fn explanations(&self, claims: &ClaimSet, index: usize, sources: &Sources) -> Result<Vec<Explanation>> {
        let engine = Engine::with(claims, self.case.settings());
        let mut explanations = Vec::new();
        let mut ids = Vec::new();
        let mut left_out = self.case.left_out();
        for read in sources.read() {
            let Some(source) = left_out.pass(read)? else { continue };
            if self.source.as_ref().is_none_or(|wanted| *wanted == source.metadata.id) {
                explanations.push(engine.explain(index, &source));
            }
            ids.push(source.metadata.id);
        }
        left_out.conclude()?;
        match &self.source {
            Some(wanted) if explanations.is_empty() => {
                Err(known::unknown("source", wanted, ids.iter().map(String::as_str)))
            }
            _ => Ok(explanations),
        }
    }
}
