//! JSON Schemas of the user's YAML: what an editor needs to complete a file, and to say what does not fit.
//!
//! They are to accept what the reader accepts, as far as a schema can say it. A text may look like a number or a truth
//! value, as [`Reader::text_of`](super::Reader::text_of) takes it as it is written; a field that may be left out may
//! be there and hold nothing.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use super::reader::LONGEST_ID;

/// A text that says something. White space around it does not count, here and below.
const TEXT: &str = r"\S";
const ID: &str = r"^\s*[a-z0-9]+(-[a-z0-9]+)*\s*$";
const SHA256: &str = r"^\s*[0-9a-f]{64}\s*$";
/// From the folder, without `..`, and on no drive.
const FILE: &str = r"^(?!\s*([/\\]|[A-Za-z]:|(.*/)?\.\.\s*(/|$)))[\s\S]*\S";

/// A day as far as a pattern knows the calendar: leap years are for the reader.
macro_rules! day {
    () => {
        r"[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))([Tt ]\s*[0-9].*)?"
    };
}
const DAY: &str = concat!(r"^\s*", day!(), r"\s*$");
const PARTIAL_DATE: &str = concat!(r"^\s*([0-9]{4}(-(0[1-9]|1[0-2]))?|", day!(), r")\s*$");

/// The schema of a document that is read as a `T`: draft 7, which editors know. `name` tells it from others.
pub(crate) fn schema_of<T: JsonSchema>(name: &str) -> Schema {
    let settings = SchemaSettings::draft07().with_transform(RecursiveTransform(as_read));
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    let fields = std::mem::take(schema.ensure_object());
    let mut whole = serde_json::Map::new();
    whole.insert("$id".to_owned(), json!(format!("urn:crosscheck:schema:{name}")));
    whole.extend(fields);
    Schema::from(whole)
}

/// An id: kebab-case. One of digits alone is a number to YAML.
pub(crate) fn id(schema: &mut Schema) {
    restrict(
        schema,
        ID,
        &["integer"],
        "Write lower-case letters and digits, in words joined by hyphens: one-of-seven",
    );
    schema.insert("maxLength".to_owned(), json!(LONGEST_ID));
    schema.insert("minimum".to_owned(), json!(0));
}

/// A list of ids.
pub(crate) fn ids(schema: &mut Schema) {
    of_items(schema, id);
}

/// A whole day.
pub(crate) fn day(schema: &mut Schema) {
    restrict(schema, DAY, &[], "Write the day as YYYY-MM-DD: 2025-02-12");
}

/// A date of which the day, or day and month, may be left out. A year alone is a number to YAML.
pub(crate) fn partial_date(schema: &mut Schema) {
    let help = "Write 2025-02-12, or 2025-02 or 2025 where no more is known";
    restrict(schema, PARTIAL_DATE, &["integer"], help);
    schema.insert("minimum".to_owned(), json!(1000));
    schema.insert("maximum".to_owned(), json!(9999));
}

/// A SHA-256 as `sha256sum` prints it.
pub(crate) fn sha256(schema: &mut Schema) {
    restrict(schema, SHA256, &[], "Write the 64 digits that sha256sum prints for the source's file");
}

/// A file inside the folder.
pub(crate) fn file(schema: &mut Schema) {
    restrict(
        schema,
        FILE,
        &["number"],
        "Name a file inside the folder of sources, without .. and from no other place",
    );
}

/// What an editor writes whole where one of these is expected, beside the fields one by one.
pub(crate) fn snippet(schema: &mut Schema, label: &str, description: &str, body: &Value) {
    let snippet = json!([{ "label": label, "description": description, "body": body }]);
    schema.insert("defaultSnippets".to_owned(), snippet);
}

fn of_items(schema: &mut Schema, change: impl FnOnce(&mut Schema)) {
    let items = schema.get_mut("items").and_then(|items| <&mut Schema>::try_from(items).ok());
    if let Some(items) = items {
        change(items);
    }
}

/// Narrows a text to a pattern, and lets it be what YAML takes it for as well. `help` is what editors say of another.
fn restrict(schema: &mut Schema, pattern: &str, also: &[&str], help: &str) {
    let given = schema.get("type").cloned().unwrap_or_default();
    let mut types = vec![json!("string")];
    types.extend(also.iter().map(|name| json!(name)));
    if has(&given, "null") {
        types.push(json!("null"));
    }
    let types = if types.len() == 1 { types.remove(0) } else { Value::Array(types) };
    schema.insert("type".to_owned(), types);
    schema.insert("pattern".to_owned(), json!(pattern));
    schema.insert("patternErrorMessage".to_owned(), json!(help));
}

/// Lets every text that is nothing narrower look like a number or a truth value, and say something; writes choices in
/// the one way that editors explain.
fn as_read(schema: &mut Schema) {
    choices(schema);
    let is_text = schema.get("type").is_some_and(|given| has(given, "string"));
    if is_text && ["enum", "const", "pattern"].iter().all(|narrower| schema.get(*narrower).is_none()) {
        restrict(schema, TEXT, &["number", "boolean"], "Write something, or take it away");
    }
}

/// `oneOf` with a `const` each says what each choice means, but editors complain of it as of rival schemas, and show what
/// is said of an `enum`.
fn choices(schema: &mut Schema) {
    let Some(Value::Array(all)) = schema.get("oneOf") else { return };
    let part = |name: &str| -> Option<Vec<Value>> { all.iter().map(|one| one.get(name).cloned()).collect() };
    let (Some(names), Some(meanings)) = (part("const"), part("description")) else { return };
    schema.remove("oneOf");
    schema.insert("type".to_owned(), json!("string"));
    schema.insert("enum".to_owned(), Value::Array(names));
    schema.insert("enumDescriptions".to_owned(), Value::Array(meanings));
}

/// Whether this `type` of a schema has `name` among its types.
fn has(types: &Value, name: &str) -> bool {
    match types {
        Value::Array(types) => types.iter().any(|one| one == name),
        one => one == name,
    }
}
