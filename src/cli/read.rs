//! `crosscheck read`: a source as crosscheck reads it.

use std::io;
use std::path::{Path, PathBuf};

use anstyle::Style;
use clap::Args;
use crosscheck::Result;
use crosscheck::english;
use crosscheck::source::{Metadata, Source, Sources, read_file};
use crosscheck::value::{Context, recognise};
use serde::Serialize;

use super::listing::{FAINT, Listing, STRONG};
use super::output::{Content, Format, OutputArgs, WidthArgs, failed};
use super::status::Status;

/// Show sources as crosscheck reads them: metadata, sentences, and the values recognised in them
///
/// Dates and durations are shown in ISO 8601, resolved against the day the source was published. A .jsonl file
/// holds a source a line.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  crosscheck read seeds/council.txt
  crosscheck read article.html --format json | jq '.[].sentences[].values[]'")]
pub(crate) struct Read {
    /// The files to read
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// How to print what was read
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    width: WidthArgs,
}

/// A source as it was read; `start` and `end` are byte offsets into its text as UTF-8.
#[derive(Debug, Serialize)]
struct Reading {
    #[serde(flatten)]
    metadata: Metadata,
    sentences: Vec<SentenceReading>,
}

#[derive(Debug, Serialize)]
struct SentenceReading {
    text: String,
    start: usize,
    end: usize,
    line: usize,
    values: Vec<ValueReading>,
}

#[derive(Debug, Serialize)]
struct ValueReading {
    text: String,
    start: usize,
    end: usize,
    kind: &'static str,
    normal: String,
}

impl Read {
    pub(super) fn run(&self) -> Result<Status> {
        match self.format {
            Format::Terminal => {
                let width = self.width.columns(&self.output);
                self.output.write(Content::Styled, |out| {
                    let mut listing = Listing::new(out, width);
                    self.each(&mut |reading| print(&reading, &mut listing))
                })?;
            }
            Format::Json => self.output.write(Content::Plain, |out| {
                let mut readings = Vec::new();
                self.each(&mut |reading| {
                    readings.push(reading);
                    Ok(())
                })?;
                serde_json::to_writer_pretty(&mut *out, &readings)?;
                writeln!(out)
            })?,
        }
        Ok(Status::Done)
    }

    fn each(&self, take: &mut dyn FnMut(Reading) -> io::Result<()>) -> io::Result<()> {
        for path in &self.files {
            if is_json_lines(path) {
                for source in Sources::open(path).map_err(failed)?.read() {
                    take(Reading::of(source.map_err(failed)?))?;
                }
            } else {
                take(Reading::of(read(path).map_err(failed)?))?;
            }
        }
        Ok(())
    }
}

/// The source in `path`: as the `sources.yaml` beside it describes it, if there is one.
fn read(path: &Path) -> Result<Source> {
    let folder = path.parent().filter(|folder| folder.join("sources.yaml").is_file());
    if let (Some(folder), Some(name)) = (folder, path.file_name().and_then(|name| name.to_str())) {
        for source in Sources::open(folder)?.read() {
            match source {
                Ok(source) if source.metadata.file == name => return Ok(source),
                _ => {}
            }
        }
    }
    read_file(path)
}

fn is_json_lines(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("jsonl"))
}

impl Reading {
    fn of(source: Source) -> Self {
        let context = Context { published: source.published };
        let article = source.article;
        let document = english::read(source.text);
        let within = document.sentences().iter().filter(|sentence| article.overlaps(sentence.span));
        let sentences = within
            .map(|sentence| SentenceReading {
                text: document.slice(sentence.span).to_owned(),
                start: sentence.span.start,
                end: sentence.span.end,
                line: document.line(sentence.span.start),
                values: recognise(&document, sentence.tokens.clone(), context)
                    .iter()
                    .map(|mention| ValueReading {
                        text: document.slice(mention.span).to_owned(),
                        start: mention.span.start,
                        end: mention.span.end,
                        kind: mention.value.kind.name(),
                        normal: mention.value.normal_form(),
                    })
                    .collect(),
            })
            .collect();
        Self { metadata: source.metadata, sentences }
    }
}

fn print(reading: &Reading, to: &mut Listing<'_>) -> io::Result<()> {
    let metadata = &reading.metadata;
    to.entry(0, "", STRONG, &metadata.id)?;
    let fields = [
        ("file", Some(&metadata.file)),
        ("outlet", Some(&metadata.outlet)),
        ("title", metadata.title.as_ref()),
        ("published", metadata.published.as_ref()),
        ("url", metadata.url.as_ref()),
        ("note", metadata.note.as_ref()),
        ("sha256", Some(&metadata.sha256)),
    ];
    for (name, value) in fields {
        if let Some(value) = value {
            to.entry(2, &format!("{name:10} "), Style::new(), value)?;
        }
    }
    to.gap()?;
    for sentence in &reading.sentences {
        to.entry(0, &format!("{:>5}  ", sentence.line), Style::new(), &sentence.text)?;
        for value in &sentence.values {
            let label = format!("{} {}..{}  ", value.kind, value.start, value.end);
            to.entry(7, &label, FAINT, &format!("{} = {}", value.text, value.normal))?;
        }
    }
    to.gap()
}
