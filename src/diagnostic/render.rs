//! Diagnostics as text: a line of the user's file with the spot underlined, through annotate-snippets.

use std::collections::BTreeSet;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Place, Severity, Subject};
use crate::neutral::{counted, printable};

/// How many problems are shown in full; the rest are counted.
const SHOWN: usize = 50;
/// Longest line shown whole, in characters; of a longer one, the part around the spot is.
const LINE: usize = 100;
/// How much of a longer line is shown before the spot, in characters.
const BEFORE: usize = 40;

/// Stands after the path of a line that is not shown from its start: the renderer counts columns in what it is
/// shown, so the column that follows is put right. No text of the user's holds it, see [`printable`].
const CUT: char = '\u{1}';

/// The problems, which come sorted, and a last line that sums them up.
pub(super) fn render(problems: &BTreeSet<Diagnostic>, colour: bool) -> String {
    if problems.is_empty() {
        return String::new();
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    for problem in problems.iter().take(SHOWN) {
        text.push_str(&render_with(&renderer, problem));
        text.push_str("\n\n");
    }
    let (level, summary) = sum_up(problems);
    text.push_str(&renderer.render(&[Group::with_title(level.primary_title(summary))]));
    text.push('\n');
    text
}

/// One problem.
pub(super) fn render_one(problem: &Diagnostic, colour: bool) -> String {
    render_with(&if colour { Renderer::styled() } else { Renderer::plain() }, problem)
}

fn render_with(renderer: &Renderer, problem: &Diagnostic) -> String {
    let places = problem.places().map(|place| (place, Excerpt::of(place)));
    with_columns(renderer.render(&[group(problem)]), places)
}

fn group(problem: &Diagnostic) -> Group<'static> {
    let level = level(problem.severity);
    let title = level.primary_title(printable(&problem.message).into_owned()).id(problem.code.name());
    let mut group = match &problem.subject {
        Subject::File(file) => title.element(Origin::path(shown(file))),
        Subject::Place(place) => title.element(snippet(place, AnnotationKind::Primary, None)),
    };
    if let Some((place, label)) = problem.related.as_deref() {
        group = group.element(snippet(place, AnnotationKind::Context, Some(label)));
    }
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(printable(help).into_owned()));
    }
    group
}

fn snippet(
    place: &Place,
    kind: AnnotationKind,
    label: Option<&str>,
) -> Snippet<'static, Annotation<'static>> {
    let excerpt = Excerpt::of(place);
    let marked = excerpt.before.len()..excerpt.before.len() + excerpt.marked.len();
    let mut path = shown(place.input.path());
    if excerpt.cut {
        path.push(CUT);
    }
    Snippet::source(excerpt.text())
        .path(path)
        .line_start(place.input.line_column(place.span.start).line)
        .annotation(kind.span(marked).label(label.map(|label| printable(label).into_owned())))
}

/// Puts the columns of lines that are not shown from their start right.
fn with_columns<'a>(mut text: String, places: impl Iterator<Item = (&'a Place, Excerpt)>) -> String {
    for (place, excerpt) in places.filter(|(_, excerpt)| excerpt.cut) {
        let at = place.input.line_column(place.span.start);
        let counted = format!("{CUT}:{}:{}", at.line, excerpt.before.chars().count() + 1);
        text = text.replacen(&counted, &format!(":{}:{}", at.line, at.column), 1);
    }
    text
}

/// A path as the user knows it, with `/` on every system.
fn shown(path: &std::path::Path) -> String {
    let path = path.to_string_lossy();
    let path = if std::path::MAIN_SEPARATOR == '\\' { path.replace('\\', "/") } else { path.into_owned() };
    printable(&path).into_owned()
}

/// The part of a line that is shown, in printable characters.
struct Excerpt {
    before: String,
    marked: String,
    after: String,
    /// Whether the line's start is left out.
    cut: bool,
}

impl Excerpt {
    fn of(place: &Place) -> Self {
        let text = place.input.text();
        let start = text.floor_char_boundary(place.span.start);
        let line = place.input.line_span(start);
        // Inside a line break nothing can be underlined: the end of the line stands for it.
        let start = start.min(line.end);
        let end = text.floor_char_boundary(place.span.end).clamp(start, line.end);
        let part = |from, to| text.get(from..to).unwrap_or_default();
        let (before, marked, after) = (part(line.start, start), part(start, end), part(end, line.end));
        if part(line.start, line.end).chars().nth(LINE).is_none() {
            return Self {
                before: printable(before).into_owned(),
                marked: printable(marked).into_owned(),
                after: printable(after).into_owned(),
                cut: false,
            };
        }
        let cut = before.chars().nth(BEFORE).is_some();
        let before = last(before, BEFORE);
        let marked = first(marked, LINE - BEFORE);
        let room = LINE.saturating_sub(before.chars().count() + marked.chars().count());
        Self { after: first(after, room), before, marked, cut }
    }

    fn text(&self) -> String {
        format!("{}{}{}", self.before, self.marked, self.after)
    }
}

/// At most `count` characters from the start, with an ellipsis where more follow.
fn first(text: &str, count: usize) -> String {
    match text.char_indices().nth(count) {
        Some((cut, _)) => format!("{}…", printable(text.get(..cut).unwrap_or_default())),
        None => printable(text).into_owned(),
    }
}

/// At most `count` characters from the end, with an ellipsis where more precede.
fn last(text: &str, count: usize) -> String {
    match text.char_indices().rev().nth(count) {
        Some((cut, dropped)) => {
            format!("…{}", printable(text.get(cut + dropped.len_utf8()..).unwrap_or_default()))
        }
        None => printable(text).into_owned(),
    }
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    }
}

/// "3 errors and 1 warning in 2 files; the first 50 are shown".
fn sum_up(problems: &BTreeSet<Diagnostic>) -> (Level<'static>, String) {
    let errors = problems.iter().filter(|p| p.severity == Severity::Error).count();
    let warnings = problems.len() - errors;
    let mut files: Vec<_> = problems.iter().map(Diagnostic::file).collect();
    files.dedup();
    let counts: Vec<_> = [(errors, "error"), (warnings, "warning")]
        .into_iter()
        .filter(|&(count, _)| count > 0)
        .map(|(count, what)| counted(count, what))
        .collect();
    let mut summary = counts.join(" and ");
    if files.len() > 1 {
        summary.push_str(&format!(" in {}", counted(files.len(), "file")));
    }
    if problems.len() > SHOWN {
        summary.push_str(&format!("; the first {SHOWN} are shown, {} more are not", problems.len() - SHOWN));
    }
    (if errors > 0 { Level::ERROR } else { Level::WARNING }, summary)
}

#[cfg(test)]
mod tests {
    use super::super::{Code, Diagnostics, Input};
    use super::*;
    use crate::span::Span;

    fn shown_at(text: &str, span: Span) -> String {
        let input = Input::new("claims/a.yaml", text);
        let problem = Diagnostic::at(Code::UnknownField, &input, span, "what is wrong");
        Diagnostics::from(problem.related(&input, span, "the same place")).render(false)
    }

    #[test]
    fn a_problem_names_its_place_and_the_way_out() {
        let a = Input::new("claims/a.yaml", "id: one\nphrasing: x\n");
        let b = Input::new("claims/b.yaml", "id: one\n");
        let mut problems = Diagnostics::new();
        problems.push(
            Diagnostic::at(Code::DuplicateId, &b, Span::new(4, 7), "the id `one` is given twice")
                .related(&a, Span::new(4, 7), "first given here")
                .help("give one of them another id"),
        );
        problems.push(
            Diagnostic::at(Code::UnknownField, &a, Span::new(8, 16), "unknown field `phrasing`")
                .help("did you mean `phrasings`?")
                .as_warning(),
        );
        problems.push(Diagnostic::of_file(Code::NotFound, "claims/c.yaml", "no such file").help("make it"));
        insta::assert_snapshot!(problems.render(false));
        insta::assert_snapshot!(problems.render(true));
    }

    #[test]
    fn odd_places_are_shown() {
        let long = format!("{}SPOT{}", "é".repeat(100_000), "x".repeat(100_000));
        let shown: Vec<_> = [
            ("", Span::new(0, 0)),
            ("a: b\n", Span::new(5, 5)),
            ("a: b\n", Span::new(4, 5)),
            ("a: b\r\nc: d\r\n", Span::new(6, 7)),
            ("a: |\n  b\n  c\n", Span::new(3, 12)),
            ("\ta:\t\u{1b}[31mb\u{202e}\u{9b}\n", Span::new(1, 3)),
            ("日本語: x", Span::new(0, 9)),
            ("é", Span::new(1, 99)),
            (long.as_str(), Span::new(200_000, 200_004)),
            (long.as_str(), Span::new(0, long.len())),
        ]
        .into_iter()
        .map(|(text, span)| shown_at(text, span))
        .collect();
        insta::assert_snapshot!(shown.join("\n"));
    }

    #[test]
    fn thousands_of_problems_are_counted() {
        let input = Input::new("a.yaml", "x\n".repeat(3000));
        let mut problems = Diagnostics::new();
        for line in (0..3000).rev() {
            let place = Span::new(line * 2, line * 2 + 1);
            problems.push(Diagnostic::at(Code::UnknownField, &input, place, "unknown"));
            problems.push(Diagnostic::at(Code::UnknownField, &input, place, "unknown"));
        }
        let text = problems.render(false);
        assert_eq!(text.matches("unknown-field").count(), SHOWN);
        assert!(text.contains("a.yaml:1:1"));
        assert!(
            text.ends_with("error: 3000 errors; the first 50 are shown, 2950 more are not\n"),
            "{}",
            &text[text.len() - 100..]
        );
    }
}
