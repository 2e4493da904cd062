//! From the captions of a recording, SubRip or WebVTT, to a transcript, by [`subcue`].
//!
//! The text of such a source is the transcript; offsets and lines count in it, not in the file. Cues are broken for want of room, so
//! they are joined: a paragraph goes on until somebody else speaks or nobody does for a while.

use std::borrow::Cow;

use quick_xml::escape::{resolve_predefined_entity, unescape_with};
use subcue::text::{self, Span};
use subcue::{Cue, Subtitles};

use crate::diagnostic::Code;

use super::Refusal;
use super::format::Recording;

/// After so many milliseconds without words a new paragraph begins.
const PAUSE: i64 = 3_000;

/// The transcript.
///
/// # Errors
/// Where a time cannot be read, or nobody says a word.
pub(super) fn read(captions: &str, format: Recording) -> Result<String, Refusal> {
    let format = match format {
        Recording::SubRip => subcue::Format::Srt,
        Recording::WebVtt => subcue::Format::Vtt,
    };
    let Subtitles { cues, .. } = subcue::parse(captions.as_bytes(), format).map_err(|error| {
        Refusal::not_text(
            format!("these captions cannot be read: {error}"),
            "mend the line, or save what is said as plain text (.txt)",
        )
    })?;
    let mut transcript = Transcript::default();
    for cue in &cues {
        transcript.add(cue, format);
    }
    let text = transcript.paragraphs.join("\n\n");
    if text.is_empty() {
        return Err(Refusal::new(
            Code::EmptyText,
            "nobody says a word in these captions",
            "check that it is the right file, or move it out of the folder of sources",
        ));
    }
    Ok(text)
}

/// What was said so far.
#[derive(Default)]
struct Transcript {
    paragraphs: Vec<String>,
    /// Who speaks, where the captions name them.
    voice: Option<String>,
    /// The lines of the cue before, which captions that roll up repeat.
    shown: Vec<String>,
    /// When the cue before ended.
    end: i64,
}

impl Transcript {
    fn add(&mut self, cue: &Cue, format: subcue::Format) {
        let parsed = text::parse(&cue.text, format);
        let mut lines = vec![String::new()];
        gather(&parsed.spans, &mut lines);
        let lines: Vec<String> =
            lines
                .iter()
                .map(|line| {
                    if format == subcue::Format::Vtt { unescaped(line) } else { Cow::Borrowed(line.as_str()) }
                })
                .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
                .filter(|line| !line.is_empty())
                .collect();
        let pauses = cue.start.0 - self.end > PAUSE;
        let turns = parsed.voice.is_some() && parsed.voice != self.voice;
        let repeated = if pauses || turns { 0 } else { repeated(&self.shown, &lines) };
        for (number, line) in lines.iter().enumerate().skip(repeated) {
            self.say(line, (pauses || turns) && number == 0, parsed.voice.as_deref().filter(|_| turns));
        }
        self.voice = parsed.voice.or(self.voice.take());
        self.shown = lines;
        self.end = self.end.max(cue.end.0);
    }

    /// Adds a line, to a new paragraph where one `begins` or somebody else speaks, `voice` where their name is known.
    fn say(&mut self, line: &str, begins: bool, voice: Option<&str>) {
        let (line, marked) = without_turn(line);
        if line.is_empty() {
            return;
        }
        match self.paragraphs.last_mut().filter(|_| !begins && !marked) {
            Some(paragraph) => {
                paragraph.push(' ');
                paragraph.push_str(line);
            }
            None => self
                .paragraphs
                .push(voice.map_or_else(|| line.to_owned(), |voice| format!("{voice}: {line}"))),
        }
    }
}

/// The line with the characters that WebVTT writes by name, "&gt;"; as it is, where it has others.
fn unescaped(line: &str) -> Cow<'_, str> {
    let named = |name: &str| match name {
        "nbsp" => Some(" "),
        "lrm" | "rlm" => Some(""),
        _ => resolve_predefined_entity(name),
    };
    unescape_with(line, named).unwrap_or(Cow::Borrowed(line))
}

/// The line without the sign that somebody else speaks, `>>` or a dash, and whether it had one.
fn without_turn(line: &str) -> (&str, bool) {
    let signed = line.strip_prefix(">>").or_else(|| line.strip_prefix(['-', '–', '—']));
    signed.map_or((line, false), |rest| (rest.trim_start_matches('>').trim_start(), true))
}

/// How many of `lines` only repeat the last ones of those `shown` before.
fn repeated(shown: &[String], lines: &[String]) -> usize {
    (1..=shown.len().min(lines.len())).rev().find(|&count| shown.ends_with(&lines[..count])).unwrap_or(0)
}

/// Puts the words of `spans` into the last of `lines`, and a new one after each break.
fn gather(spans: &[Span], lines: &mut Vec<String>) {
    for span in spans {
        match span {
            Span::Text(words) => {
                if let Some(line) = lines.last_mut() {
                    line.push_str(words);
                }
            }
            Span::Bold(inner)
            | Span::Italic(inner)
            | Span::Underline(inner)
            | Span::Strike(inner)
            | Span::Color(_, inner) => {
                gather(inner, lines);
            }
            Span::LineBreak => lines.push(String::new()),
            // Tags that say nothing: times, classes.
            Span::Raw(_) => {}
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn cues_are_joined_into_turns() {
        let text = "1\n00:00:01,000 --> 00:00:03,500\nThe council has <i>approved</i>\nthe plan to close\n\n\
                    2\n00:00:03,600 --> 00:00:06,000\nthe bridge in May.\n\n3\n00:00:06,100 --> 00:00:07,000\n- For how long?\n- Nine months.\n\n\
                    4\n00:00:20,000 --> 00:00:21,000\nGood night.\n";
        assert_eq!(
            read(text, Recording::SubRip).unwrap(),
            "The council has approved the plan to close the bridge in May.\n\nFor how long?\n\nNine months.\n\nGood night."
        );
    }

    #[test]
    fn captions_that_roll_up_are_said_once_and_voices_are_named() {
        let text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Holt>the bridge is\n\n00:02.000 --> 00:03.000\n<v Ann Holt>the bridge is\n\
                    closed<00:02.500><c> until</c>\n\n00:03.000 --> 00:04.000\n<v Ann Holt>closed until\nmay\n\n\
                    00:04.000 --> 00:05.000\n<v Jo Rees>&gt;&gt; is it?\n";
        assert_eq!(
            read(text, Recording::WebVtt).unwrap(),
            "Ann Holt: the bridge is closed until may\n\nJo Rees: is it?"
        );
    }

    proptest! {
        #[test]
        fn any_captions_are_read_or_refused(words in any::<String>(), times in "[0-9:.,]{0,12} --> [0-9:.,]{0,12}") {
            for format in [Recording::SubRip, Recording::WebVtt] {
                let _ = read(&format!("WEBVTT\n\n{times}\n{words}\n"), format);
            }
        }
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        for (text, format) in [
            ("WEBVTT\n\n", Recording::WebVtt),
            ("", Recording::SubRip),
            ("00:00 --> 00:01\nno header", Recording::WebVtt),
        ] {
            assert!(read(text, format).is_err(), "{text}");
        }
    }
}
