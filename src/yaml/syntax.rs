//! What to say where a file is not YAML.

use serde_saphyr::granit_parser::{ErrorKind, ScanError};

use crate::diagnostic::{Code, Diagnostic, Input};
use crate::span::Span;

const QUOTE: &str = "put the whole text in quotation marks: \"…\"";

/// The parser's error in the words of someone who writes claims.
pub(super) fn explain(error: &ScanError, input: &Input) -> Diagnostic {
    let text = input.text();
    let at = text.floor_char_boundary(error.marker().byte_offset().unwrap_or(text.len()));
    let length = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let code = match error.kind() {
        ErrorKind::RecursionLimitExceeded => Code::TooComplex,
        _ => Code::Syntax,
    };
    let (message, help) = words(error.kind());
    let message = message.map_or_else(|| format!("this is not YAML: {}", error.kind()), str::to_owned);
    Diagnostic::at(code, input, Span::new(at, at + length), message).help(help)
}

/// What is wrong, where the parser's own words would not help, and what to do.
fn words(kind: &ErrorKind) -> (Option<&'static str>, &'static str) {
    use ErrorKind as E;
    match kind {
        E::MappingValueNotAllowed | E::MappingKeyNotAllowed | E::InvalidColonPlacement => (
            Some("a field cannot start here"),
            "if the `: ` is part of a text, put the text in quotation marks: \"…\"; if it starts a field, check the indentation",
        ),
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabAtBlockScalarStart
        | E::TabInPlainScalar => (Some("a tab cannot indent a line"), "indent with spaces"),
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar => (
            Some("a quotation mark is opened and never closed"),
            "close it, or write a quotation mark within double ones as \\\"",
        ),
        E::InvalidTrailingDoubleQuotedScalar => (
            Some("text follows the closing quotation mark"),
            "put the whole text in single quotation marks: '\"one\" instead of two'",
        ),
        E::InvalidTrailingSingleQuotedScalar => (
            Some("text follows the closing quotation mark"),
            "put the whole text in double quotation marks, or double the apostrophe: 'it''s'",
        ),
        E::UnknownQuotedScalarEscape | E::InvalidQuotedScalarHexEscape => (
            Some("a backslash between double quotation marks starts an escape, and this is none"),
            "double the backslash, or use single quotation marks",
        ),
        E::UnknownAnchor => {
            (Some("a `*` at the start makes this an alias of something that is not there"), QUOTE)
        }
        E::MissingAnchorOrAliasName => {
            (Some("a `*` or `&` at the start makes this an alias or an anchor"), QUOTE)
        }
        E::UnexpectedCharacter { character } if character.is_control() => (
            Some("a control character cannot stand here"),
            "take it away; if this is not a text file, take the file away",
        ),
        E::UnexpectedCharacter { .. } | E::PlainScalarStartsWithDashFlowIndicator => (None, QUOTE),
        E::RecursionLimitExceeded => (
            Some("this is nested too deep"),
            "take the brackets or the indentation away: no field holds more than a few levels",
        ),
        E::UnclosedFlowCollection { .. }
        | E::MisplacedFlowCollectionEnd
        | E::MismatchedFlowCollectionEnd { .. }
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator => (
            None,
            "check the brackets and commas; if a bracket is part of a text, put the text in quotation marks: \"…\"",
        ),
        _ => (None, "check the indentation and the quotation marks of this line and the one before"),
    }
}
