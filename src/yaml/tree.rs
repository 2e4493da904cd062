//! YAML text as a tree of nodes with their places.

use std::collections::BTreeMap;

use serde_saphyr::granit_parser::{Event, Parser, ScalarStyle, Span as Place, StrInput, Tag, options};

use super::syntax;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Input};
use crate::span::Span;

/// Deepest nesting read: the file formats need five levels.
const MAX_DEPTH: usize = 32;
/// Most nodes a file may hold; 100,000 claims with phrasings are about a million.
const MAX_NODES: usize = 2_000_000;
/// How much anchors and aliases may copy in a file, in bytes of text; a node without text weighs [`NODE`] of them.
/// They save a person some typing, not megabytes of it.
const MAX_COPIED: usize = 4 * 1024 * 1024;
/// What a node weighs beside its text.
const NODE: usize = 16;
/// After as many documents that are not YAML, a file is not read on.
const MAX_BROKEN: usize = 100;

/// A value in a YAML file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    /// Where it stands, as byte offsets into the file's text. Empty where nothing was written.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) kind: Kind,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A text, number, truth value, date or nothing: which of them is for the field it stands in to say.
    Scalar {
        /// Its text, escapes resolved.
        text: String,
        /// Whether it stands without quotation marks.
        plain: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// Keys and values in the order of the file, the repeated ones too.
    Map(Vec<(Node, Node)>),
}

impl Node {
    /// Whether it says nothing: left out, `~` or `null`.
    #[must_use]
    pub(crate) fn is_null(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, plain: true }
            if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// Whether it says nothing, or is a text of white space.
    #[must_use]
    pub(crate) fn is_blank(&self) -> bool {
        self.is_null() || matches!(&self.kind, Kind::Scalar { text, .. } if text.trim().is_empty())
    }

    /// What a copy of it costs, see [`MAX_COPIED`].
    fn weight(&self) -> usize {
        NODE + match &self.kind {
            Kind::Scalar { text, .. } => text.len(),
            Kind::List(items) => items.iter().map(Self::weight).sum(),
            Kind::Map(entries) => entries.iter().map(|(key, value)| key.weight() + value.weight()).sum(),
        }
    }
}

/// The documents of a file.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    /// Those that could be read, in order; the ones that hold nothing are left out.
    pub(crate) nodes: Vec<Node>,
    /// Whether all of the file could be read.
    pub(crate) whole: bool,
}

/// Reads a file's documents. One that is not YAML is reported, and the reading goes on with the next.
#[must_use]
pub(crate) fn parse(input: &Input, problems: &mut Diagnostics) -> Documents {
    // One level more than is read, so that it is we who say what is wrong.
    let options = options! {
        emit_comments: false,
        flow_nesting_limit: MAX_DEPTH + 1,
        block_nesting_limit: MAX_DEPTH + 1,
    };
    let mut parser = Parser::with_options(StrInput::new(input.text()), options);
    let mut builder = Builder::new(input);
    let mut broken = 0;
    while let Some(next) = parser.next_event() {
        let problem = match next {
            Ok((event, place)) => match builder.take(event, place) {
                Ok(()) => continue,
                Err(Stop::Document(problem)) => problem,
                Err(Stop::File(problem)) => {
                    problems.push(problem);
                    return builder.documents;
                }
            },
            Err(error) => syntax::explain(&error, input),
        };
        problems.push(problem);
        builder.abandon();
        broken += 1;
        if broken == MAX_BROKEN || !parser.proceed_next_document().unwrap_or(false) {
            break;
        }
    }
    builder.documents.whole = broken == 0;
    builder.documents
}

/// Why the reading does not go on.
enum Stop {
    /// This document cannot be read.
    Document(Diagnostic),
    /// Nor can what follows it.
    File(Diagnostic),
}

/// A list or map whose end has not come yet.
struct Open {
    span: Span,
    anchor: usize,
    kind: OpenKind,
}

enum OpenKind {
    List(Vec<Node>),
    Map(Vec<(Node, Node)>, Option<Node>),
}

struct Builder<'i> {
    input: &'i Input,
    documents: Documents,
    open: Vec<Open>,
    anchors: BTreeMap<usize, Node>,
    nodes: usize,
    copied: usize,
}

impl<'i> Builder<'i> {
    fn new(input: &'i Input) -> Self {
        Self {
            input,
            documents: Documents::default(),
            open: Vec::new(),
            anchors: BTreeMap::new(),
            nodes: 0,
            copied: 0,
        }
    }

    fn take(&mut self, event: Event<'_>, place: Place) -> Result<(), Stop> {
        let span = self.span(place);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let is_string = self.check_tag(tag.as_deref(), place)?;
                let plain = style == ScalarStyle::Plain && !is_string;
                let kind = Kind::Scalar { text: text.into_owned(), plain };
                self.add(Node { span, kind }, anchor)
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.check_tag(tag.as_deref(), place)?;
                self.enter(Open { span, anchor, kind: OpenKind::List(Vec::new()) })
            }
            Event::MappingStart(_, anchor, tag) => {
                self.check_tag(tag.as_deref(), place)?;
                self.enter(Open { span, anchor, kind: OpenKind::Map(Vec::new(), None) })
            }
            Event::SequenceEnd | Event::MappingEnd => self.leave(span),
            Event::Alias(anchor) => self.alias(anchor, span),
            Event::DocumentEnd => {
                self.anchors.clear();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn enter(&mut self, open: Open) -> Result<(), Stop> {
        if self.open.len() == MAX_DEPTH {
            let message = format!("this is nested more than {MAX_DEPTH} levels deep");
            return Err(Stop::File(
                Diagnostic::at(Code::TooComplex, self.input, open.span, message)
                    .help("take the brackets or the indentation away: no field holds more than a few levels"),
            ));
        }
        self.open.push(open);
        Ok(())
    }

    fn leave(&mut self, end: Span) -> Result<(), Stop> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        let (kind, last) = match open.kind {
            OpenKind::List(items) => {
                let last = items.last().map(|item| item.span);
                (Kind::List(items), last)
            }
            OpenKind::Map(entries, _) => {
                let last = entries.last().map(|(key, value)| key.span.cover(value.span));
                (Kind::Map(entries), last)
            }
        };
        // A block ends where its last item does, not where the next line starts.
        let end = if end.is_empty() { last.unwrap_or(open.span) } else { end };
        let span = Span::new(open.span.start, end.end.max(open.span.end));
        self.add(Node { span, kind }, open.anchor)
    }

    fn alias(&mut self, anchor: usize, span: Span) -> Result<(), Stop> {
        let Some(target) = self.anchors.get(&anchor) else {
            let problem =
                Diagnostic::at(Code::Syntax, self.input, span, "this alias stands inside what it names");
            return Err(Stop::Document(problem.help("write the value itself instead of the alias")));
        };
        let weight = target.weight();
        let node = Node { span, kind: target.kind.clone() };
        self.charge(weight, span)?;
        self.add(node, 0)
    }

    /// Counts what is copied for anchors and aliases.
    fn charge(&mut self, weight: usize, span: Span) -> Result<(), Stop> {
        self.copied += weight;
        if self.copied <= MAX_COPIED {
            return Ok(());
        }
        let message = "the aliases of this file stand for more than anyone would write";
        let problem = Diagnostic::at(Code::TooComplex, self.input, span, message);
        Err(Stop::File(problem.help("write the values themselves instead of aliases of aliases")))
    }

    /// Puts a finished node where it belongs.
    fn add(&mut self, node: Node, anchor: usize) -> Result<(), Stop> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            let message = format!("this file holds more than {MAX_NODES} values");
            let problem = Diagnostic::at(Code::TooComplex, self.input, node.span, message);
            return Err(Stop::File(problem.help("divide it into several files")));
        }
        if anchor != 0 {
            self.charge(node.weight(), node.span)?;
            self.anchors.insert(anchor, node.clone());
        }
        match self.open.last_mut().map(|open| &mut open.kind) {
            Some(OpenKind::List(items)) => items.push(node),
            Some(OpenKind::Map(entries, key)) => match key.take() {
                Some(key) => entries.push((key, node)),
                None => *key = Some(node),
            },
            None if node.is_null() => {}
            None => self.documents.nodes.push(node),
        }
        Ok(())
    }

    /// Whether the tag makes the scalar a text; a tag that YAML does not define is a problem.
    fn check_tag(&self, tag: Option<&Tag>, place: Place) -> Result<bool, Stop> {
        let Some(tag) = tag else { return Ok(false) };
        if tag.is_yaml_core_schema() || *tag == Tag::new("", "!") {
            return Ok(tag.is_yaml_core_schema_tag("str"));
        }
        let span = place.tag_span().map_or_else(|| self.span(place), |place| self.span(place));
        let problem =
            Diagnostic::at(Code::UnknownTag, self.input, span, "a `!` at the start makes this a YAML tag");
        Err(Stop::Document(problem.help("put the text in quotation marks, or take the tag away")))
    }

    fn abandon(&mut self) {
        self.open.clear();
        self.anchors.clear();
    }

    fn span(&self, place: Place) -> Span {
        let length = self.input.text().len();
        let range = place.byte_range().unwrap_or(length..length);
        let start = range.start.min(length);
        Span::new(start, range.end.clamp(start, length))
    }
}
