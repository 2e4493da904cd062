//! What else changed: it made no difference, or none that is known.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::without_typesetting;

use super::cause;
use super::compare::{ClaimChange, Sides};
use super::{Cause, KeptClaim, KeptSource, Note};

/// All there is to note, settings first, then sources, then claims.
pub(super) fn notes(sides: &Sides<'_>, settings: &[Cause], changes: &[ClaimChange]) -> Vec<Note> {
    let told = Told::of(changes);
    let mut notes: Vec<Note> = settings
        .iter()
        .filter(|setting| !told.causes.contains(setting))
        .map(|setting| Note { about: None, what: setting.words("") })
        .collect();
    for &source in &sides.sources {
        let Some(named) = source.1.or(source.0) else { continue };
        let whats =
            of_source(sides, source, told.sources.get(named.id.as_str()).copied().unwrap_or_default());
        notes.extend(whats.into_iter().map(|what| Note { about: Some(named.id.clone()), what }));
    }
    for &(was, is) in &sides.claims {
        let (Some(was), Some(is)) = (was, is) else { continue };
        let whats = of_claim(was, is, told.claims.contains(is.id.as_str()));
        notes.extend(whats.into_iter().map(|what| Note { about: Some(is.id.clone()), what }));
    }
    notes
}

/// What the changes tell already.
struct Told<'a> {
    /// Every cause that is named.
    causes: Vec<&'a Cause>,
    /// What is told of each source.
    sources: BTreeMap<&'a str, ToldOfSource>,
    /// The claims whose own causes are told.
    claims: BTreeSet<&'a str>,
}

/// What the changes tell of a source already.
#[derive(Debug, Clone, Copy, Default)]
struct ToldOfSource {
    /// That something it says changed.
    cell: bool,
    /// That its text is another.
    text: bool,
    /// That its date is.
    published: bool,
    /// That its outlet is.
    outlet: bool,
}

impl<'a> Told<'a> {
    fn of(changes: &'a [ClaimChange]) -> Self {
        let mut told = Self { causes: Vec::new(), sources: BTreeMap::new(), claims: BTreeSet::new() };
        for change in changes {
            for cause in &change.causes {
                if let Cause::Outlet { source, .. } = cause {
                    told.sources.entry(source).or_default().outlet = true;
                }
            }
            for cell in &change.cells {
                let source = told.sources.entry(&cell.source).or_default();
                source.cell = true;
                for cause in &cell.causes {
                    source.text |= matches!(cause, Cause::Text { .. } | Cause::Reading);
                    source.published |= matches!(cause, Cause::Published { .. });
                    if matches!(cause, Cause::Claim { .. } | Cause::Phrasings { .. } | Cause::Field { .. }) {
                        told.claims.insert(&change.claim);
                    }
                }
            }
            let cells = change.cells.iter().flat_map(|cell| &cell.causes);
            told.causes.extend(change.causes.iter().chain(cells));
        }
        told
    }
}

fn of_source(
    sides: &Sides<'_>,
    source: (Option<&KeptSource>, Option<&KeptSource>),
    told: ToldOfSource,
) -> Vec<String> {
    let (was, is) = match source {
        (None, Some(_)) if !told.cell => return vec!["a new source, silent on every claim".to_owned()],
        (Some(_), None) if !told.cell => return vec!["gone; it was silent on every claim".to_owned()],
        (Some(was), Some(is)) => (was, is),
        _ => return Vec::new(),
    };
    let mut whats = Vec::new();
    if was.id != is.id {
        whats.push(format!("was called {}: the words are the same", was.id));
    }
    let moved = moved(sides, was, is);
    if was.words != is.words && !told.text {
        let elsewhere = if moved > 0 { format!("; {}", elsewhere(moved)) } else { String::new() };
        let what = if was.sha256 == is.sha256 {
            "what is read of it changed, its file did not"
        } else {
            "its text changed"
        };
        whats.push(format!("{what}, and nothing that it says of a claim did{elsewhere}"));
    } else if was.words == is.words && was.sha256 != is.sha256 {
        whats.push("its file changed, the words of the article did not".to_owned());
    }
    if moved > 0 && (was.words == is.words || told.text) {
        whats.push(elsewhere(moved));
    }
    if was.outlet != is.outlet && !told.outlet {
        whats.push(format!("its outlet changed, “{}” → “{}”", was.outlet, is.outlet));
    }
    if was.published != is.published && !told.published {
        let date = |date: &Option<String>| date.clone().unwrap_or_else(|| "none".to_owned());
        whats.push(format!("its date changed, {} → {}", date(&was.published), date(&is.published)));
    }
    if was.file != is.file && was.id == is.id {
        whats.push(format!("its file was called {}", was.file));
    }
    whats
}

fn elsewhere(moved: usize) -> String {
    let quotes = if moved == 1 { "1 quote stands".to_owned() } else { format!("{moved} quotes stand") };
    format!("{quotes} on another line")
}

/// How many quotes of a source stand on another line than before.
fn moved(sides: &Sides<'_>, was: &KeptSource, is: &KeptSource) -> usize {
    let places = |claims: &[KeptClaim], id: &str| -> BTreeSet<(String, usize)> {
        let evidence = claims.iter().flat_map(|claim| claim.evidence_of(id));
        evidence.map(|one| (without_typesetting(&one.quote), one.line)).collect()
    };
    let before = places(&sides.was.claims, &was.id);
    let quotes: BTreeSet<&String> = before.iter().map(|(quote, _)| quote).collect();
    let now = places(&sides.is.claims, &is.id);
    now.iter().filter(|place| !before.contains(place) && quotes.contains(&place.0)).count()
}

/// `told` is whether the changes tell already what changed in the claim.
fn of_claim(was: &KeptClaim, is: &KeptClaim, told: bool) -> Vec<String> {
    let mut whats = Vec::new();
    if was.id != is.id {
        whats.push(format!("was called {}", was.id));
    }
    if !told {
        whats.extend(cause::of_claim(was, is).iter().map(|cause| cause.words("")));
    }
    whats
}
