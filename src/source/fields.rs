//! What is said of a source, by whoever says it: its curator, the file itself, its name.

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::Entry;

/// What one of them says of a source. All of it may be left unsaid.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Fields {
    pub(super) id: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) title: Option<String>,
    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    pub(super) published: Option<String>,
    pub(super) url: Option<String>,
    pub(super) note: Option<String>,
}

impl Fields {
    /// What these say, else what `other` says.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            id: self.id.or(other.id),
            outlet: self.outlet.or(other.outlet),
            title: self.title.or(other.title),
            published: self.published.or(other.published),
            url: self.url.or(other.url),
            note: self.note.or(other.note),
        }
    }
}

impl From<&Entry> for Fields {
    fn from(entry: &Entry) -> Self {
        Self {
            id: entry.id.clone(),
            outlet: entry.outlet.clone(),
            title: entry.title.clone(),
            published: entry.published.clone(),
            url: entry.url.clone(),
            note: entry.note.clone(),
        }
    }
}

/// The host that `url` names, without `www.`: who published a source that does not say so itself.
pub(super) fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://").map(|(_, rest)| rest).or_else(|| url.strip_prefix("//"))?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let host = authority.rsplit('@').next().unwrap_or(authority);
    let host = host.split(':').next().unwrap_or(host).to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (!host.is_empty()).then(|| host.to_owned())
}

/// A text that may be written as a number or a boolean too, with white space trimmed; `None` where it is null,
/// blank or no single value. For metadata in files that other programs write.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Lenient(pub(super) Option<String>);

impl From<&str> for Lenient {
    fn from(text: &str) -> Self {
        let text = text.trim();
        Self((!text.is_empty()).then(|| text.to_owned()))
    }
}

impl<'de> Deserialize<'de> for Lenient {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Lenient;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E>(self, text: &str) -> Result<Lenient, E> {
        Ok(Lenient::from(text))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Lenient, E> {
        Ok(Lenient(Some(number.to_string())))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Lenient, E> {
        Ok(Lenient(Some(number.to_string())))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Lenient, E> {
        Ok(Lenient(Some(number.to_string())))
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Lenient, E> {
        Ok(Lenient(Some(yes.to_string())))
    }

    fn visit_unit<E>(self) -> Result<Lenient, E> {
        Ok(Lenient(None))
    }

    fn visit_none<E>(self) -> Result<Lenient, E> {
        Ok(Lenient(None))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Lenient, D::Error> {
        deserializer.deserialize_any(Self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Lenient, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Lenient(None))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Lenient, A::Error> {
        while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Lenient(None))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn hosts_of_addresses() {
        let cases = [
            ("https://www.bbc.co.uk/news/1", Some("bbc.co.uk")),
            ("http://user:secret@News.Sky.com:8080?x", Some("news.sky.com")),
            ("//example.org", Some("example.org")),
            ("/news/1", None),
            ("https:///x", None),
            ("", None),
        ];
        for (url, expected) in cases {
            assert_eq!(host(url).as_deref(), expected, "{url}");
        }
    }

    #[test]
    fn metadata_of_other_programs_is_read_leniently() {
        let cases = [
            ("\" Sky \"", Some("Sky")),
            ("17", Some("17")),
            ("true", Some("true")),
            ("null", None),
            ("\" \"", None),
            ("[1, [2]]", None),
            ("{\"a\": {}}", None),
        ];
        for (json, expected) in cases {
            assert_eq!(serde_json::from_str::<Lenient>(json).unwrap().0.as_deref(), expected, "{json}");
        }
    }

    #[test]
    fn what_is_said_first_counts() {
        let said = |outlet: Option<&str>, title: Option<&str>| Fields {
            outlet: outlet.map(str::to_owned),
            title: title.map(str::to_owned),
            ..Fields::default()
        };
        let both = said(Some("Sky"), None).or(said(Some("BBC"), Some("Review")));
        assert_eq!(both, said(Some("Sky"), Some("Review")));
    }
}
