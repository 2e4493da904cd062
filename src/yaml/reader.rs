//! Taking fields out of a tree, and collecting what does not fit.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::slug::{is_slug, slug};
use super::tree::{Kind, Node};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Input, is_slip, list, nearest, quoted};
use crate::span::Span;

/// Longest id, in characters.
pub(super) const LONGEST_ID: usize = 200;

/// A value with the place it was read from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct At<T> {
    /// The value.
    pub(crate) value: T,
    /// Where it stands in its file.
    pub(crate) span: Span,
}

/// In a schema, the value alone.
impl<T: JsonSchema> JsonSchema for At<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }
    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// What a map in a file may hold.
#[derive(Debug)]
pub(crate) struct Shape {
    /// What it is called in messages: "a claim".
    pub(crate) name: &'static str,
    /// Its fields.
    pub(crate) fields: &'static [&'static str],
    /// Fields that people look for here and that stand elsewhere, each with where: "a question".
    pub(crate) elsewhere: &'static [(&'static str, &'static str)],
}

/// The fields of a map that its shape has.
#[derive(Debug)]
pub(crate) struct Fields<'n> {
    shape: &'static Shape,
    /// Where the map stands.
    pub(crate) span: Span,
    found: BTreeMap<&'static str, (Span, &'n Node)>,
    /// Fields that a misspelt one may have been meant for: they are not missing as well.
    guessed: BTreeSet<&'static str>,
    /// Those that it was surely meant for: what is in them is looked at as well.
    taken: BTreeMap<&'static str, (Span, &'n Node)>,
}

/// Takes values out of the tree of one file.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    /// The file.
    pub(crate) input: &'a Input,
    /// What does not fit.
    pub(crate) problems: &'a mut Diagnostics,
}

impl Reader<'_> {
    /// Reports a problem at a place.
    pub(crate) fn report(
        &mut self,
        code: Code,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.problems.push(Diagnostic::at(code, self.input, span, message).help(help));
    }

    /// The fields of a map; those that `shape` does not have, and those given twice, are reported.
    pub(crate) fn fields<'n>(&mut self, node: &'n Node, shape: &'static Shape) -> Option<Fields<'n>> {
        let Kind::Map(entries) = &node.kind else {
            let help = format!("{} has fields, each with its name: {}", shape.name, list(shape.fields));
            self.wrong_type(node.span, &format!("{} is expected here", shape.name), node, help);
            return None;
        };
        let (found, guessed, taken) = Default::default();
        let mut fields = Fields { shape, span: node.span, found, guessed, taken };
        for (key, value) in entries {
            self.field(&mut fields, key, value);
        }
        Some(fields)
    }

    fn field<'n>(&mut self, fields: &mut Fields<'n>, key: &Node, value: &'n Node) {
        let Kind::Scalar { text, .. } = &key.kind else {
            let help = "a field has a name, a colon and a value: `claim: one instead of two`";
            return self.wrong_type(key.span, "the name of a field is expected here", key, help.into());
        };
        let Some(&name) = fields.shape.fields.iter().find(|name| *name == text) else {
            return self.unknown_field(fields, key.span, text, value);
        };
        if let Some((first, _)) = fields.found.get(name) {
            let problem = Diagnostic::at(
                Code::DuplicateField,
                self.input,
                key.span,
                format!("the field `{name}` is given twice"),
            )
            .help("keep one of the two")
            .related(self.input, *first, "first given here");
            return self.problems.push(problem);
        }
        fields.found.insert(name, (key.span, value));
    }

    fn unknown_field<'n>(&mut self, fields: &mut Fields<'n>, span: Span, name: &str, value: &'n Node) {
        let shape = fields.shape;
        let near = nearest(name, shape.fields.iter().copied());
        if let Some(near) = near.filter(|near| is_slip(name, near)) {
            fields.taken.entry(near).or_insert((span, value));
        }
        fields.guessed.extend(near);
        let known = || format!("{} has these fields: {}", shape.name, list(shape.fields));
        let stands = shape.elsewhere.iter().find(|(field, _)| *field == name);
        let mut message = format!("unknown field {}", quoted(name));
        let help = match (stands, near) {
            (Some((_, place)), _) => format!("{} belongs to {place}, not to {}", quoted(name), shape.name),
            (None, Some(near)) => {
                message.push_str(&format!(": did you mean `{near}`?"));
                format!("write `{near}`, or take it away")
            }
            (None, None) => known(),
        };
        self.report(Code::UnknownField, span, message, help);
    }

    /// A field that must be there.
    fn required<'n>(
        &mut self,
        fields: &Fields<'n>,
        name: &'static str,
        help: &str,
    ) -> Option<(Span, &'n Node)> {
        let found = fields.get(name);
        if found.is_none() && !fields.guessed.contains(name) {
            let message = format!("{} without `{name}`", fields.shape.name);
            self.report(Code::MissingField, fields.span, message, help);
        }
        found
    }

    /// A text that must be there; `help` says what to write. An empty one, already reported, stands in for it.
    pub(crate) fn required_text(
        &mut self,
        fields: &Fields<'_>,
        name: &'static str,
        help: &str,
    ) -> At<String> {
        let nothing = At { value: String::new(), span: fields.span };
        let Some((key, node)) = self.required(fields, name, help) else { return nothing };
        if node.is_blank() {
            let span = if node.span.is_empty() { key } else { node.span };
            self.report(Code::EmptyText, span, format!("`{name}` is empty"), help);
            return nothing;
        }
        self.text_of(node, name, key).unwrap_or(nothing)
    }

    /// A text that may be left out.
    pub(crate) fn text(&mut self, fields: &Fields<'_>, name: &'static str) -> Option<At<String>> {
        let (key, node) = fields.given(name)?;
        self.text_of(node, name, key)
    }

    /// An id that may be left out.
    pub(crate) fn id(&mut self, fields: &Fields<'_>, name: &'static str) -> Option<At<String>> {
        let id = self.text(fields, name)?;
        if id.value.len() > LONGEST_ID {
            let message = format!("an id is at most {LONGEST_ID} characters long");
            self.report(Code::BadId, id.span, message, "shorten it, or leave it out to have one made");
        } else if !is_slug(&id.value) {
            let better = slug(&id.value, LONGEST_ID);
            let help = match better.as_str() {
                "" => "write lower-case letters and digits, in words joined by hyphens: `one-of-seven`"
                    .to_owned(),
                better => {
                    format!("write `{better}`: lower-case letters and digits, in words joined by hyphens")
                }
            };
            self.report(
                Code::BadId,
                id.span,
                format!("the id {} is not in kebab-case", quoted(&id.value)),
                help,
            );
        }
        Some(id)
    }

    /// A list of texts that may be left out.
    pub(crate) fn texts(&mut self, fields: &Fields<'_>, name: &'static str) -> Option<Vec<At<String>>> {
        let items = self.list(fields, name)?;
        Some(items.iter().filter_map(|item| self.text_of(item, name, item.span)).collect())
    }

    /// A list that may be left out.
    pub(crate) fn list<'n>(&mut self, fields: &Fields<'n>, name: &'static str) -> Option<&'n [Node]> {
        let (_, node) = fields.given(name)?;
        if let Kind::List(items) = &node.kind {
            return Some(items);
        }
        let help = match &node.kind {
            Kind::Scalar { text, .. } if !text.starts_with(['•', '–', '—', '*', '+']) => {
                format!("write it as a list: `{name}: [{}]`", quoted(text).trim_matches('`'))
            }
            _ => "start each item with `- ` on a line of its own".to_owned(),
        };
        self.wrong_type(node.span, &format!("`{name}` is a list"), node, help);
        None
    }

    /// A list that must be there, with the place of its name; nothing where that is not so, and reported.
    pub(crate) fn required_list<'n>(
        &mut self,
        fields: &Fields<'n>,
        name: &'static str,
        help: &str,
    ) -> Option<(Span, &'n [Node])> {
        let (key, node) = self.required(fields, name, help)?;
        let items = if node.is_null() { &[] } else { self.list(fields, name)? };
        Some((key, items))
    }

    /// `true` or `false`; may be left out.
    pub(crate) fn flag(&mut self, fields: &Fields<'_>, name: &'static str) -> Option<bool> {
        let (_, node) = fields.given(name)?;
        match &node.kind {
            Kind::Scalar { text, plain: true } if matches!(text.as_str(), "true" | "True" | "TRUE") => {
                Some(true)
            }
            Kind::Scalar { text, plain: true } if matches!(text.as_str(), "false" | "False" | "FALSE") => {
                Some(false)
            }
            _ => {
                let help = format!("write `{name}: true` or `{name}: false`");
                self.wrong_type(node.span, &format!("`{name}` is `true` or `false`"), node, help);
                None
            }
        }
    }

    /// A node as a text, without white space around it. Numbers, dates and the like are taken as they are written.
    /// `key` is the place of the field's name; of an item of a list, its own.
    pub(crate) fn text_of(&mut self, node: &Node, name: &str, key: Span) -> Option<At<String>> {
        let Kind::Scalar { text, .. } = &node.kind else {
            let help = "write one text; put it in quotation marks if it holds `: ` or starts with `[` or `{`";
            let item = if node.span == key { "an item of " } else { "" };
            self.wrong_type(node.span, &format!("{item}`{name}` is a text"), node, help.into());
            return None;
        };
        if node.is_blank() {
            let (span, message) = match node.span {
                span if span == key => (span, format!("an empty text in `{name}`")),
                span if span.is_empty() => (key, format!("`{name}` is empty")),
                span => (span, format!("`{name}` is empty")),
            };
            self.report(Code::EmptyText, span, message, "write something, or take it away");
            return None;
        }
        let value = text.trim();
        Some(At { value: value.to_owned(), span: node.span })
    }

    /// Reports a node that is not what it should be.
    pub(crate) fn wrong_type(&mut self, span: Span, expected: &str, node: &Node, help: String) {
        self.report(Code::WrongType, span, format!("{expected}, and this is {}", found(node)), help);
    }
}

impl<'n> Fields<'n> {
    /// Where the value of a field stands, if the map has it.
    #[must_use]
    pub(crate) fn place(&self, name: &str) -> Option<Span> {
        self.get(name).map(|(_, node)| node.span)
    }

    /// The value of a field, where it is given and says something.
    pub(crate) fn node(&self, name: &'static str) -> Option<&'n Node> {
        self.given(name).map(|(_, node)| node)
    }

    /// A field and the place of its name.
    fn get(&self, name: &str) -> Option<(Span, &'n Node)> {
        self.found.get(name).or_else(|| self.taken.get(name)).copied()
    }

    /// A field and the place of its name, where it is given and says something.
    fn given(&self, name: &'static str) -> Option<(Span, &'n Node)> {
        self.get(name).filter(|(_, node)| !node.is_null())
    }
}

fn found(node: &Node) -> String {
    match &node.kind {
        Kind::Scalar { .. } if node.is_null() => "nothing".to_owned(),
        Kind::Scalar { text, .. } => format!("the text {}", quoted(text)),
        Kind::List(_) => "a list".to_owned(),
        Kind::Map(_) => "a map of fields".to_owned(),
    }
}
