//! `crosscheck explain`: why a source has its stance on a claim.

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use crosscheck::claim::ClaimSet;
use crosscheck::diagnostic::did_you_mean;
use crosscheck::source::Sources;
use crosscheck::stance::{AlignedToken, ConsideredPassage, Engine, Explanation};
use crosscheck::{Error, Result};

use super::case::{self, ClaimArgs, SourceArgs};
use super::listing::{FAINT, Listing, STRONG, style_of};
use super::output::{Content, OutputArgs, WidthArgs};
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
    claims: ClaimArgs,
    #[command(flatten)]
    sources: SourceArgs,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    width: WidthArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Text for people
    Terminal,
    /// A list with an object for each source
    Json,
}

impl Explain {
    pub(super) fn run(&self) -> Result<Status> {
        let (claims, sources) = case::load(&self.claims, &self.sources)?;
        let index = self.index(&claims)?;
        let explanations = self.explanations(&claims, index, &sources)?;
        let width = self.width.columns(&self.output);
        match self.format {
            Format::Terminal => self.output.write(Content::Styled, |out| {
                let mut listing = Listing::new(out, width);
                explanations.iter().try_for_each(|one| print(one, claims.claims()[index].text(), &mut listing))
            })?,
            Format::Json => self.output.write(Content::Plain, |out| {
                serde_json::to_writer_pretty(&mut *out, &explanations)?;
                writeln!(out)
            })?,
        }
        Ok(Status::Done)
    }

    fn index(&self, claims: &ClaimSet) -> Result<usize> {
        let found = claims.claims().iter().position(|claim| claim.id() == self.claim);
        found.ok_or_else(|| unknown("claim", &self.claim, claims.claims().iter().map(|claim| claim.id())))
    }

    fn explanations(&self, claims: &ClaimSet, index: usize, sources: &Sources) -> Result<Vec<Explanation>> {
        let engine = Engine::new(claims);
        let mut explanations = Vec::new();
        let mut ids = Vec::new();
        for source in sources.read() {
            let source = source?;
            if self.source.as_ref().is_none_or(|wanted| *wanted == source.metadata.id) {
                explanations.push(engine.explain(index, &source));
            }
            ids.push(source.metadata.id);
        }
        match &self.source {
            Some(wanted) if explanations.is_empty() => {
                Err(unknown("source", wanted, ids.iter().map(String::as_str)))
            }
            _ => Ok(explanations),
        }
    }
}

/// How many ids a message lists where none is near.
const LISTED: usize = 20;

fn unknown<'a>(what: &str, id: &str, ids: impl Iterator<Item = &'a str> + Clone) -> Error {
    let hint = did_you_mean(id, ids.clone()).unwrap_or_else(|| {
        let some: Vec<_> = ids.clone().take(LISTED).collect();
        let more = if ids.count() > LISTED { ", …" } else { "" };
        format!("there are: {}{more}", some.join(", "))
    });
    Error::Usage(format!("there is no {what} `{id}`; {hint}"))
}

fn print(explanation: &Explanation, claim: &str, to: &mut Listing<'_>) -> io::Result<()> {
    let stance = explanation.stance;
    to.entry(0, &format!("{} ", explanation.source), style_of(stance), stance.name())?;
    to.entry(2, "", STRONG, claim)?;
    if explanation.passages.is_empty() {
        to.entry(2, "", FAINT, "no passage bears on it")?;
    }
    for passage in &explanation.passages {
        to.gap()?;
        print_passage(passage, to)?;
    }
    to.gap()
}

fn print_passage(passage: &ConsideredPassage, to: &mut Listing<'_>) -> io::Result<()> {
    to.entry(2, &format!("line {}: ", passage.line), STRONG, &format!("“{}”", passage.quote))?;
    to.entry(4, "held against: ", FAINT, &passage.phrasing)?;
    let covered = format!("{:.2} of it, {:.2} needed", passage.coverage, passage.threshold);
    to.entry(4, "covers: ", FAINT, &covered)?;
    for token in &passage.alignment {
        to.entry(6, "", FAINT, &aligned(token))?;
    }
    for value in &passage.values {
        let reported = value.reported.as_deref().unwrap_or("nothing");
        to.entry(4, "value: ", FAINT, &format!("{} / {reported}: {}", value.claimed, value.relation))?;
    }
    for gate in &passage.gates {
        to.entry(4, &format!("{}: ", gate.gate), FAINT, &gate.finding)?;
    }
    to.entry(4, "so: ", style_of(passage.stance), passage.stance.name())
}

fn aligned(token: &AlignedToken) -> String {
    let answer = token.reported.as_deref().map_or_else(
        || "nothing".to_owned(),
        |reported| format!("{reported} (alike {:.2})", token.similarity),
    );
    format!("{} (weight {:.2}): {answer}", token.claimed, token.weight)
}
