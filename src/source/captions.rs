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
        let mut lines: Vec<Line> = cue.text.lines().map(|line| Line::of(line, format)).collect();
        lines.retain(|line| !line.words.is_empty());
        let named = lines.iter().any(|line| line.voice.is_some());
        let pauses = cue.start.0 - self.end > PAUSE;
        let shown: Vec<String> = lines.iter().map(|line| line.words.clone()).collect();
        // What rolls up names its voice again.
        let goes_on =
            !pauses && lines.first().is_none_or(|line| line.voice.is_none() || line.voice == self.voice);
        let repeated = if goes_on { repeated(&self.shown, &shown) } else { 0 };
        let mut begins = pauses || !named && self.voice.is_some() && repeated == 0;
        if begins {
            self.voice = None;
        }
        for line in &lines[repeated..] {
            let turns = line.voice.is_some() && line.voice != self.voice;
            self.say(&line.words, begins || turns, line.voice.as_deref().filter(|_| turns));
            if line.voice.is_some() {
                self.voice.clone_from(&line.voice);
            }
            begins = false;
        }
        self.shown = shown;
        self.end = self.end.max(cue.end.0);
    }

    /// Adds a line, to a new paragraph where one `begins` or somebody else speaks, `voice` where their name is known.
    fn say(&mut self, line: &str, begins: bool, voice: Option<&str>) {
        let (line, marked) = without_turn(line);
        if line.is_empty() {
            return;
        }
        match self.paragraphs.last_mut().filter(|_| !begins && !marked && !names_speaker(line)) {
            Some(paragraph) => {
                // Two numbers are not one: "was 12", "400 jobs".
                let apart = paragraph.ends_with(|c: char| c.is_ascii_digit())
                    && line.starts_with(|c: char| c.is_ascii_digit());
                paragraph.push(if apart { '\n' } else { ' ' });
                paragraph.push_str(line);
            }
            None => self
                .paragraphs
                .push(voice.map_or_else(|| line.to_owned(), |voice| format!("{voice}: {line}"))),
        }
    }
}

/// A line of a cue.
struct Line {
    words: String,
    /// Who says it, where that is told.
    voice: Option<String>,
}

impl Line {
    fn of(written: &str, format: subcue::Format) -> Self {
        // Where it is shown, "{\an8}", is not said.
        let placed = written.trim_start().strip_prefix("{\\").and_then(|rest| rest.split_once('}'));
        let parsed = text::parse(placed.map_or(written, |(_, said)| said), format);
        let mut words = String::new();
        gather(&parsed.spans, &mut words);
        let words = if format == subcue::Format::Vtt { unescaped(&words).into_owned() } else { words };
        Self { words: words.split_whitespace().collect::<Vec<_>>().join(" "), voice: parsed.voice }
    }
}

/// Whether a line begins with the name of who speaks, in capitals: "MAYOR HOLT: ...".
fn names_speaker(line: &str) -> bool {
    let Some((name, _)) = line.split_once(": ") else { return false };
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    letters().count() > 1 && letters().all(char::is_uppercase)
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

/// The line without the sign that somebody else speaks, `>>` or a dash, and whether it had one. That of "-20 degrees" is none.
fn without_turn(line: &str) -> (&str, bool) {
    let dashed = line
        .strip_prefix(['-', '–', '—'])
        .filter(|rest| rest.starts_with(|c: char| c == ' ' || c.is_alphabetic()));
    let signed = line.strip_prefix(">>").or(dashed);
    signed.map_or((line, false), |rest| (rest.trim_start_matches('>').trim_start(), true))
}

/// How many of `lines` only repeat the last ones of those `shown` before.
fn repeated(shown: &[String], lines: &[String]) -> usize {
    (1..=shown.len().min(lines.len())).rev().find(|&count| shown.ends_with(&lines[..count])).unwrap_or(0)
}

/// Adds the words of `spans`.
fn gather(spans: &[Span], words: &mut String) {
    for span in spans {
        match span {
            Span::Text(text) => words.push_str(text),
            Span::Bold(inner)
            | Span::Italic(inner)
            | Span::Underline(inner)
            | Span::Strike(inner)
            | Span::Color(_, inner) => gather(inner, words),
            Span::LineBreak => words.push(' '),
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
    fn a_sign_of_a_number_is_no_turn_and_a_name_in_capitals_is_one() {
        let text = "1\n00:00:01,000 --> 00:00:02,000\n{\\an8}HOLT: It was\n-20 degrees and we lost 12\n\n\
                    2\n00:00:02,000 --> 00:00:03,000\n400 jobs were lost.\nREED: Never.\n";
        assert_eq!(
            read(text, Recording::SubRip).unwrap(),
            "HOLT: It was -20 degrees and we lost 12\n400 jobs were lost.\n\nREED: Never."
        );
        let text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Holt>It is over.\n<v Jo Rees>I resigned.\n\n\
                    00:02.000 --> 00:03.000\nSo they say.\n";
        assert_eq!(
            read(text, Recording::WebVtt).unwrap(),
            "Ann Holt: It is over.\n\nJo Rees: I resigned.\n\nSo they say."
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
