//! The user's YAML: read into a tree that knows where everything stands, then taken field by field.
//!
//! serde stops at the first thing that does not fit. A user wants to see all of them, so files are read in two
//! steps: the events of serde-saphyr's own parser become [`Node`]s with spans, whatever they hold, and a
//! [`Reader`] takes the fields that a file of its kind has, collecting what does not fit. This is the one module
//! that knows how YAML is read.

mod date;
mod file;
mod reader;
pub(crate) mod schema;
mod slug;
mod syntax;
#[cfg(test)]
mod tests;
mod tree;
mod written;

pub(crate) use date::{day, partial_date};
pub(crate) use file::{MAX_BYTES, read_input};
pub(crate) use reader::{At, Fields, Reader, Shape};
pub(crate) use slug::{is_slug, slug};
pub(crate) use tree::{Kind, Node, parse};
pub(crate) use written::from_input;
