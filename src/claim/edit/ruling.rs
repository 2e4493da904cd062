//! A ruling that is to be written, and how it is written.

use chrono::NaiveDate;

use super::super::Stance;

/// What a curator judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Judged {
    /// These words of the source.
    Quote(String),
    /// The source as a whole, there being no words to judge: its SHA-256.
    Sha256(String),
}

/// A ruling that is to be written into a claim file. Its texts are put on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRuling {
    /// The id of the source it judges.
    pub source: String,
    /// What the curator decided.
    pub stance: Stance,
    /// Why.
    pub because: String,
    /// Who decided.
    pub by: Option<String>,
    /// When.
    pub on: NaiveDate,
    /// What was judged.
    pub judged: Judged,
}

/// A ruling's fields as they are written, in the order of the file.
pub(super) struct Written {
    pub(super) source: String,
    pub(super) fields: Vec<(&'static str, String)>,
}

impl Written {
    pub(super) fn new(ruling: &NewRuling) -> Self {
        let line = super::super::validate::on_one_line;
        let mut fields = vec![
            ("source", ruling.source.clone()),
            ("stance", ruling.stance.name().to_owned()),
            ("because", line(&ruling.because)),
        ];
        fields.extend(ruling.by.as_deref().map(|by| ("by", line(by))));
        fields.push(("on", ruling.on.format("%Y-%m-%d").to_string()));
        fields.push(match &ruling.judged {
            Judged::Quote(words) => ("quote", line(words)),
            Judged::Sha256(hash) => ("sha256", hash.clone()),
        });
        Self { source: ruling.source.clone(), fields }
    }

    /// As an item of a list whose dashes stand at `column`, a field a line.
    pub(super) fn block_lines(&self, column: usize) -> Vec<String> {
        let indented = |(place, line): (usize, String)| {
            format!("{}{}{line}", " ".repeat(column), if place == 0 { "- " } else { "  " })
        };
        self.field_lines().into_iter().enumerate().map(indented).collect()
    }

    /// Its fields, one a line.
    pub(super) fn field_lines(&self) -> Vec<String> {
        self.fields.iter().map(|(name, text)| format!("{name}: {}", scalar(text))).collect()
    }

    /// As a map between braces, on one line.
    pub(super) fn flow(&self) -> String {
        let fields: Vec<_> =
            self.fields.iter().map(|(name, text)| format!("\"{name}\": {}", quoted(text))).collect();
        format!("{{{}}}", fields.join(", "))
    }
}

/// A text as a value in a block: without quotation marks where YAML allows it.
fn scalar(text: &str) -> String {
    let written = serde_yaml::to_string(text).unwrap_or_default();
    let written = written.trim_end_matches('\n');
    // What YAML would let run over several lines is kept on one.
    let is_plain = !written.is_empty() && !written.contains('\n') && !text.contains(is_hidden);
    if is_plain { written.to_owned() } else { quoted(text) }
}

/// A text in double quotation marks, as JSON and YAML both read it.
fn quoted(text: &str) -> String {
    let mut written = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => written.extend(['\\', c]),
            c if is_hidden(c) => written.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => written.push(c),
        }
    }
    written.push('"');
    written
}

/// Whether a character is escaped: YAML refuses some of these, takes some for line breaks, and none can be seen.
fn is_hidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}
