//! `crosscheck evaluate`: measures the engine on labelled pairs.

mod pair;
mod tally;

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use crosscheck::stance::{Judgement, judge};
use crosscheck::{Error, Result};
use rayon::prelude::*;

use super::output::{Content, OutputArgs, failed};
use super::status::Status;
use super::threads::ThreadArgs;
use pair::Pair;
use tally::Tally;

/// Measure the engine on pairs of a claim and a text
///
/// Each line of PAIRS.jsonl is an object with `claim`, `text` and, where it is known, the right `stance`:
/// supports, contradicts, mixed, unclear or silent; or not-supports, where only that much is known.
///
/// Prints the share that is right, which stance was taken for which, and precision, recall and F1 per stance.
/// With `--format jsonl`, prints each line again, in order, with `predicted`, `score` (0 to 1: how well the
/// text bears the claim out) and `because` added.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  crosscheck evaluate pairs.jsonl
  zcat pairs.jsonl.gz | crosscheck evaluate - --format jsonl -o judged.jsonl")]
pub(crate) struct Evaluate {
    /// The pairs, one a line; `-` reads standard input
    #[arg(value_name = "PAIRS.jsonl")]
    pairs: PathBuf,
    /// How to print the result
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    threads: ThreadArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Tables for people
    Terminal,
    /// The same figures as one object
    Json,
    /// Every line again, with the engine's answer added
    Jsonl,
}

/// How many pairs are held and judged at once.
const CHUNK: usize = 1024;

impl Evaluate {
    pub(super) fn run(&self) -> Result<Status> {
        self.threads.apply()?;
        match self.format {
            Format::Jsonl => self.output.write(Content::Plain, |out| {
                self.each(&mut |pair, judgement| writeln!(out, "{}", pair.with(&judgement))).map_err(failed)
            })?,
            Format::Terminal => {
                let tally = self.tally()?;
                self.output.write(Content::Styled, |out| tally.print(out))?;
            }
            Format::Json => {
                let tally = self.tally()?;
                self.output.write(Content::Plain, |out| {
                    serde_json::to_writer_pretty(&mut *out, &tally.figures())?;
                    writeln!(out)
                })?;
            }
        }
        Ok(Status::Done)
    }

    fn tally(&self) -> Result<Tally> {
        let mut tally = Tally::default();
        self.each(&mut |pair, judgement| {
            tally.count(pair.label, judgement.stance);
            Ok(())
        })?;
        Ok(tally)
    }

    /// Judges every pair and hands it on with the engine's answer, in order. All bad lines are told at once.
    fn each(&self, take: &mut dyn FnMut(Pair, Judgement) -> io::Result<()>) -> Result<()> {
        let mut lines = (1..).zip(open(&self.pairs)?.lines());
        let mut bad = Bad::default();
        loop {
            let chunk: Vec<_> = lines.by_ref().take(CHUNK).collect();
            if chunk.is_empty() {
                break;
            }
            let pairs: Vec<_> =
                chunk.into_iter().map(|(line, text)| self.parsed(line, text)).collect::<Result<_>>()?;
            let good =
                pairs.into_iter().flatten().filter_map(|pair| pair.map_err(|problem| bad.add(problem)).ok());
            let good: Vec<Pair> = good.collect();
            if bad.count > 0 {
                continue;
            }
            let judged: Vec<Judgement> = good.par_iter().map(|pair| judge(&pair.claim, &pair.text)).collect();
            for (pair, judgement) in good.into_iter().zip(judged) {
                take(pair, judgement).map_err(Error::io("write", "the result"))?;
            }
        }
        if bad.count == 0 { Ok(()) } else { Err(Error::Usage(bad.told())) }
    }

    /// The pair of one line, or what is wrong with it; nothing for an empty one.
    fn parsed(
        &self,
        line: usize,
        text: io::Result<String>,
    ) -> Result<Option<std::result::Result<Pair, String>>> {
        let bad = |problem: &str| format!("{}:{line}: {problem}", self.pairs.display());
        let text = match text {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                return Ok(Some(Err(bad("is not UTF-8"))));
            }
            Err(error) => return Err(Error::io("read", &self.pairs)(error)),
        };
        let text = if line == 1 { text.trim_start_matches('\u{feff}') } else { &text };
        if text.trim().is_empty() {
            return Ok(None);
        }
        Ok(Some(Pair::parse(text).map_err(|problem| bad(&problem))))
    }
}

/// How many bad lines are told one by one.
const TOLD: usize = 20;

/// The bad lines of a file: all are counted, and the first ones told.
#[derive(Default)]
struct Bad {
    count: usize,
    first: Vec<String>,
}

impl Bad {
    fn add(&mut self, problem: String) {
        self.count += 1;
        if self.first.len() < TOLD {
            self.first.push(problem);
        }
    }

    /// The problems, a line each.
    fn told(&self) -> String {
        let mut told = self.first.join("\n");
        if self.count > self.first.len() {
            told.push_str(&format!("\nand {} more bad lines", self.count - self.first.len()));
        }
        told
    }
}

fn open(path: &Path) -> Result<Box<dyn BufRead>> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    let file = File::open(path).map_err(Error::io("read", path))?;
    Ok(Box::new(BufReader::new(file)))
}
