//! `sources.yaml` as it is written: what an editor's JSON Schema describes, before anything is checked.

use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use crate::yaml::{Shape, schema};

/// What is known of the sources in a folder. A file without an entry is still a source.
#[derive(JsonSchema)]
#[schemars(title = "The sources.yaml of crosscheck", deny_unknown_fields, example = json!({ "sources": [example()] }))]
#[allow(dead_code, reason = "it only describes the file to editors; entries are read into their valid form")]
struct Manifest {
    /// The sources, one entry a file.
    #[schemars(title = "Sources", extend("type" = ["array", "null"]), required, example = [example()])]
    sources: Option<Vec<Source>>,
}

/// One source.
#[derive(JsonSchema)]
#[schemars(title = "Source", deny_unknown_fields, transform = source_snippet, example = example())]
#[allow(dead_code, reason = "see `Manifest`")]
struct Source {
    /// Its id, in kebab-case and unique; made from the file's name if left out.
    #[schemars(title = "Id", transform = schema::id, example = &"sky", example = &"courier-2")]
    id: Option<String>,
    /// Its file, relative to the folder and inside it.
    #[schemars(
        title = "File",
        transform = schema::file,
        example = &"002_dc0745e43d9ff23a.txt",
        example = &"tribune/flood.md"
    )]
    file: String,
    /// Who published it: a newspaper, an agency, a parliament. An outlet may have several sources.
    #[schemars(title = "Outlet", example = &"Sky News", example = &"Aldmoor Town Council")]
    outlet: Option<String>,
    /// Its headline.
    #[schemars(title = "Headline", example = &"Barrier failed at dawn", example = &"What the review found")]
    title: Option<String>,
    /// When it was published: `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more is known. "On Friday" is counted from
    /// it.
    #[schemars(title = "Published", transform = schema::partial_date, example = &"2025-02-12", example = &"2025-02")]
    published: Option<String>,
    /// The address at which it was published.
    #[schemars(
        title = "Address",
        example = &"https://news.example/story",
        example = &"https://council.aldmoor.example/statements/flood"
    )]
    url: Option<String>,
    /// The article's first words, where something precedes it in the file.
    #[schemars(title = "Begins at", example = &"The man who killed", example = &"The flood barrier")]
    begins_at: Option<String>,
    /// The first words of what no longer belongs to the article.
    #[schemars(title = "Ends at", example = &"You can also follow @SkyNews", example = &"Read more")]
    ends_at: Option<String>,
    /// A note for readers of the report.
    #[schemars(
        title = "Note",
        example = &"An aggregator's page.",
        example = &"The copy of the evening edition."
    )]
    note: Option<String>,
    /// Its earlier texts, oldest first: `crosscheck history` shows what changed between them.
    #[schemars(title = "Versions", example = versions(), example = ["tribune-1.md", "tribune-2.md"])]
    versions: Option<Vec<VersionItem>>,
}

/// An earlier text of a source: the name of its file, or more.
#[derive(JsonSchema)]
#[schemars(untagged, title = "Version", example = &"sky-tuesday.txt", example = version())]
#[allow(dead_code, reason = "see `Manifest`")]
enum VersionItem {
    /// Its file, relative to the folder.
    #[schemars(title = "Version as a file", transform = schema::file, example = &"sky-tuesday.txt")]
    File(String),
    /// Its file, and when it was read.
    #[schemars(title = "Version with fields", example = version())]
    Full(Version),
}

/// An earlier text of a source.
#[derive(JsonSchema)]
#[schemars(title = "Version with fields", deny_unknown_fields, transform = version_snippet, example = version())]
#[allow(dead_code, reason = "see `Manifest`")]
struct Version {
    /// Its file, relative to the folder and inside it.
    #[schemars(
        title = "File",
        transform = schema::file,
        example = &"sky-monday.txt",
        example = &"tribune/flood-1.md"
    )]
    file: String,
    /// The day on which it was read: `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more is known.
    #[schemars(title = "Seen", transform = schema::partial_date, example = &"2025-02-10", example = &"2025-02")]
    seen: Option<String>,
}

fn example() -> Value {
    json!({
        "id": "sky",
        "file": "002_dc0745e43d9ff23a.txt",
        "outlet": "Sky News",
        "published": "2025-02-12",
        "url": "https://news.example/story",
    })
}

fn version() -> Value {
    json!({ "file": "sky-monday.txt", "seen": "2025-02-10" })
}

fn versions() -> Value {
    json!([version(), "sky-tuesday.txt"])
}

fn source_snippet(schema: &mut Schema) {
    let body = json!({
        "id": "${1:sky}",
        "file": "${2:article.txt}",
        "outlet": "${3:Sky News}",
        "published": "${4:2025-02-12}",
    });
    schema::snippet(schema, "source", "A source with its outlet and day", &body);
}

fn version_snippet(schema: &mut Schema) {
    let body = json!({ "file": "${1:article-monday.txt}", "seen": "${2:2025-02-10}" });
    schema::snippet(schema, "version", "An earlier text with the day on which it was seen", &body);
}

pub(super) const MANIFEST: Shape = Shape {
    name: "a `sources.yaml`",
    fields: &["sources"],
    elsewhere: &[("file", "an entry of `sources`"), ("question", "a claim file"), ("claims", "a claim file")],
};

pub(super) const SOURCE: Shape = Shape {
    name: "an entry of `sources`",
    fields: &[
        "id",
        "file",
        "outlet",
        "title",
        "published",
        "url",
        "begins_at",
        "ends_at",
        "note",
        "versions",
    ],
    elsewhere: &[("seen", "an item of `versions`")],
};

pub(super) const VERSION: Shape = Shape {
    name: "a version",
    fields: &["file", "seen"],
    elsewhere: &[
        ("id", "an entry of `sources`"),
        ("outlet", "an entry of `sources`"),
        ("begins_at", "an entry of `sources`"),
        ("ends_at", "an entry of `sources`"),
    ],
};

/// The JSON Schema (draft 7, which editors understand) of `sources.yaml`.
#[must_use]
pub fn schema() -> Schema {
    schema::schema_of::<Manifest>("sources")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The schema and the reader are written apart: they must name the same fields.
    #[test]
    #[allow(clippy::unwrap_used)]
    fn schema_and_reader_agree() {
        let schema = schema();
        let schema = schema.as_value();
        for (shape, schema, required) in [
            (MANIFEST, schema, ["sources"]),
            (SOURCE, &schema["definitions"]["Source"], ["file"]),
            (VERSION, &schema["definitions"]["Version"], ["file"]),
        ] {
            let fields: Vec<_> = schema["properties"].as_object().unwrap().keys().collect();
            assert_eq!(fields, shape.fields);
            assert_eq!(schema["required"], serde_json::json!(required));
            assert_eq!(schema["additionalProperties"], false);
        }
    }
}
