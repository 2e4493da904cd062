//! `sources.yaml` as it is written: what an editor's JSON Schema describes, before anything is checked.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use crate::yaml::Shape;

/// What is known of the sources in a folder. A file without an entry is still a source.
#[derive(JsonSchema)]
#[schemars(title = "The sources.yaml of crosscheck", deny_unknown_fields)]
#[allow(dead_code, reason = "it only describes the file to editors; entries are read into their valid form")]
struct Manifest {
    /// The sources, one entry a file.
    #[schemars(required)]
    sources: Option<Vec<Source>>,
}

/// One source.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "see `Manifest`")]
struct Source {
    /// Its id, in kebab-case and unique; made from the file's name if left out.
    #[schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"))]
    id: Option<String>,
    /// Its file, relative to the folder.
    file: String,
    /// Who published it: a newspaper, an agency, a parliament.
    outlet: Option<String>,
    /// Its headline.
    title: Option<String>,
    /// When it was published: `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more is known.
    published: Option<Published>,
    /// Where it was published.
    url: Option<String>,
    /// The article's first words, where something precedes it in the file.
    begins_at: Option<String>,
    /// The first words of what no longer belongs to the article.
    ends_at: Option<String>,
    /// A note for readers of the report.
    note: Option<String>,
    /// Its earlier texts, oldest first: `crosscheck history` shows what changed between them.
    versions: Option<Vec<VersionItem>>,
}

/// An earlier text of a source: the name of its file, or more.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "see `Manifest`")]
enum VersionItem {
    /// Its file, relative to the folder.
    File(String),
    /// Its file, and when it was read.
    Full(Version),
}

/// An earlier text of a source.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "see `Manifest`")]
struct Version {
    /// Its file, relative to the folder.
    file: String,
    /// The day on which it was read: `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more is known.
    seen: Option<Published>,
}

// YAML takes a year alone for a number.
#[derive(JsonSchema)]
#[schemars(untagged, inline)]
#[allow(dead_code, reason = "see `Manifest`")]
enum Published {
    Date(String),
    Year(u16),
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
    SchemaSettings::draft07().into_generator().into_root_schema_for::<Manifest>()
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

    #[test]
    fn the_schema_is_as_published() {
        insta::assert_json_snapshot!(schema());
    }
}
