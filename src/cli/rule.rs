//! `crosscheck rule`: a curator's ruling, written into the claim file.

use std::fs::{self, File};
use std::path::Path;

use clap::Args;
use crosscheck::claim::{Claim, Edited, Judged, NewRuling, Stance};
use crosscheck::source::Source;
use crosscheck::stance::{Engine, Finding};
use crosscheck::text::{Document, stands_in, without_typesetting};
use crosscheck::{Error, Result, one_line};

use super::case::CaseArgs;
use super::choice::one_of;
use super::known;
use super::output::{Content, OutputArgs};
use super::status::Status;
use super::today::DayArgs;
use super::whole;

/// Write your own ruling on what a source says of a claim into the claim file
///
/// The ruling is added to the claim; every other byte of the file stays. With it stands what was judged: the words of
/// the source that the machine found, or its SHA-256 where it found none. Once these change, the ruling is stale.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  crosscheck rule homes-214 post unclear --because \"a guess\" --by \"A. Reader\"
  crosscheck rule homes-214 post mixed --because \"it has both\" --quote \"or 300\"
  crosscheck rule homes-214 post mixed --because \"corrected since\" --replace")]
pub(crate) struct Rule {
    /// The claim's id
    #[arg(value_name = "CLAIM")]
    claim: String,
    /// The source's id
    #[arg(value_name = "SOURCE")]
    source: String,
    /// What the source says of the claim, as you judge it
    #[arg(value_name = "STANCE", value_parser = one_of(&Stance::ALL, Stance::name))]
    stance: Stance,
    /// Why you judge so
    #[arg(long, value_name = "REASON", value_parser = words, allow_hyphen_values = true)]
    because: String,
    /// Who you are
    #[arg(long, value_name = "NAME", value_parser = words)]
    by: Option<String>,
    #[command(flatten)]
    day: DayArgs,
    /// Words that you judged: their whole sentence is written down [default: the best evidence that the machine found]
    #[arg(long, value_name = "WORDS", value_parser = words, allow_hyphen_values = true)]
    quote: Option<String>,
    /// Put the ruling in the place of the one that the claim has on this source
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    case: CaseArgs,
}

impl Rule {
    pub(super) fn run(&self) -> Result<Status> {
        let (claims, sources) = self.case.load()?;
        let index = known::claim(&claims, &self.claim)?;
        let source = known::source(&sources, &self.source, &mut self.case.left_out())?;
        let finding = Engine::with(&claims, self.case.settings()).examine(&source).swap_remove(index);
        let ruling = self.ruling(&source, &finding)?;
        let claim = &claims.claims()[index];
        let edited = self.write(claim, &ruling)?;
        OutputArgs::default().write(Content::Plain, |out| {
            let (path, line) = (claim.place().0.display(), edited.line);
            writeln!(out, "{path}:{line}: {}", self.said(finding.stance))?;
            writeln!(out, "judged: {}", judged(&ruling.judged))
        })?;
        Ok(Status::Done)
    }

    fn ruling(&self, source: &Source, finding: &Finding) -> Result<NewRuling> {
        Ok(NewRuling {
            source: self.source.clone(),
            stance: self.stance,
            because: self.because.clone(),
            by: self.by.clone(),
            on: self.day.day()?,
            judged: self.judged(source, finding)?,
        })
    }

    fn judged(&self, source: &Source, finding: &Finding) -> Result<Judged> {
        let Some(words) = &self.quote else {
            return Ok(match finding.evidence.first() {
                Some(best) => Judged::Quote(best.quote.clone()),
                None => Judged::Sha256(source.metadata.sha256.clone()),
            });
        };
        let sentences = sentences_with(source.article_text(), words).ok_or_else(|| {
            Error::Usage(format!(
                "“{}” does not stand in `{}`: copy the words from its article, or leave --quote out",
                one_line(words),
                self.source
            ))
        })?;
        Ok(Judged::Quote(sentences))
    }

    /// Writes the ruling into the claim's file, which other runs may be writing into as well.
    fn write(&self, claim: &Claim, ruling: &NewRuling) -> Result<Edited> {
        let (path, _) = claim.place();
        may_be_written(path)?;
        let mut written = None;
        whole::change(path, |present| {
            // Read anew, for here nobody else writes: what another run has added since is to stay.
            let claims = self.case.reload()?;
            let index = known::claim(&claims, &self.claim)?;
            if !is_as_judged(&claims.claims()[index], claim) {
                let message = format!("`{}` was changed meanwhile: run the command again", self.claim);
                return Err(Error::Usage(message));
            }
            let present = String::from_utf8_lossy(present.unwrap_or_default());
            let edited = claims.with_ruling(index, &present, ruling, self.replace)?;
            let text = edited.text.clone();
            written = Some(edited);
            Ok(Some(text.into_bytes()))
        })?;
        written.ok_or_else(|| Error::Usage(format!("nothing was written into {}", path.display())))
    }

    /// The ruling beside what the machine says.
    fn said(&self, machine: Stance) -> String {
        let ruled = format!("{} on {} is ruled {}", self.claim, self.source, self.stance.name());
        if machine == self.stance {
            format!("{ruled}, as the machine says too")
        } else {
            format!("{ruled}; the machine says {}", machine.name())
        }
    }
}

fn judged(judged: &Judged) -> String {
    match judged {
        Judged::Quote(words) => one_line(words),
        Judged::Sha256(hash) => format!("the whole file, in which the machine found no words on it ({hash})"),
    }
}

/// Whether a claim is still the one that was judged.
fn is_as_judged(claim: &Claim, judged: &Claim) -> bool {
    claim.place().0 == judged.place().0
        && claim.text() == judged.text()
        && claim.phrasings() == judged.phrasings()
}

/// Whether the user lets this file be changed: to put another in its place, its own permissions are not asked.
fn may_be_written(path: &Path) -> Result<()> {
    let protected = fs::metadata(path).map_err(Error::io("read", path))?.permissions().readonly();
    if protected {
        let path = path.display();
        return Err(Error::Usage(format!(
            "{path} is write-protected: let it be written, and run this again"
        )));
    }
    File::options().append(true).open(path).map(drop).map_err(Error::io("write", path))
}

/// How many sentences may hold words that were judged together.
const JUDGED_SENTENCES: usize = 8;

/// The sentence of `article` that holds `words`, or the fewest that do: what stands beside them counts, "no" above all. How
/// they are typeset does not.
fn sentences_with(article: &str, words: &str) -> Option<String> {
    let words = without_typesetting(words);
    let document = Document::new(article);
    (1..=JUDGED_SENTENCES).find_map(|count| {
        document.sentences().windows(count).find_map(|window| {
            let passage = document.slice(window.first()?.span.cover(window.last()?.span));
            stands_in(&without_typesetting(passage), &words).then(|| passage.to_owned())
        })
    })
}

/// A text of the command line that must say something.
fn words(text: &str) -> std::result::Result<String, &'static str> {
    if text.trim().is_empty() { Err("it is empty: write something") } else { Ok(text.to_owned()) }
}
