//! Why a finding may be another than it was.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use crate::neutral::counted;
use crate::stance::Stance;

use super::compare::Sides;
use super::{KeptClaim, KeptRuling, KeptSource, Pending};

/// Something that changed and may be why a finding did.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "changed", rename_all = "kebab-case")]
pub enum Cause {
    /// The source was not there before.
    SourceAdded,
    /// The source is no longer there.
    SourceGone,
    /// The source's text.
    Text {
        /// Whether words that were quoted before are no longer in it.
        quote_gone: bool,
    },
    /// What is read of the source, whose file is the same: `begins_at` or `ends_at`, or the reader itself.
    Reading,
    /// The source's date, from which "on Friday" is counted.
    Published {
        /// Before.
        was: Option<String>,
        /// Now.
        is: Option<String>,
    },
    /// The source's outlet, by which origins are told apart.
    Outlet {
        /// The source.
        source: String,
        /// Before.
        was: String,
        /// Now.
        is: String,
    },
    /// Where the claim's support comes from: its sources carry one another's text, or quote the same speaker, and did not
    /// before, or the other way round.
    Origins {
        /// Of how many origins it was.
        was: usize,
        /// Of how many it is.
        is: usize,
    },
    /// The claim was not there before.
    ClaimAdded,
    /// The claim is no longer there.
    ClaimGone,
    /// The claim's one sentence.
    Claim {
        /// Before.
        was: String,
        /// Now.
        is: String,
    },
    /// The claim's phrasings.
    Phrasings {
        /// Those that are new.
        added: Vec<String>,
        /// Those that are no longer there.
        gone: Vec<String>,
    },
    /// A field of the claim or of its question: `question`, `about`, `compatible`, `contradicts`, `implies`.
    Field {
        /// Its name.
        field: String,
    },
    /// Another claim, whose evidence counts for this one: a rival, or one that implies it or is implied by it.
    OtherClaim {
        /// Its id.
        claim: String,
        /// What became of it: "is new", "is gone", "was reworded", "has other phrasings", "has another `implies`".
        how: String,
    },
    /// How much of a claim a passage must cover.
    Threshold {
        /// Before.
        was: f64,
        /// Now.
        is: f64,
    },
    /// The engine's version.
    Engine {
        /// Before.
        was: String,
        /// Now.
        is: String,
    },
    /// A ruling; the machine's finding is not touched by it.
    Ruling {
        /// What it decided before, if there was one.
        was: Option<Stance>,
        /// What it decides now, if there is one.
        is: Option<Stance>,
        /// Whether what it judged is no longer there, and was before.
        stale: bool,
    },
}

impl Cause {
    /// It in words that follow "why: ", with `source` as the id of the source that the finding is of.
    #[must_use]
    pub fn words(&self, source: &str) -> String {
        match self {
            Self::SourceAdded => format!("the source {source} is new"),
            Self::SourceGone => format!("the source {source} is gone"),
            Self::Text { quote_gone: true } => {
                format!("the text of {source} changed: words that were quoted are no longer there")
            }
            Self::Text { quote_gone: false } => format!("the text of {source} changed"),
            Self::Reading => {
                format!("what is read of {source} changed (`begins_at`, `ends_at`), its file did not")
            }
            Self::Published { was, is } => {
                format!("the date of {source} changed, {}", dates(was.as_deref(), is.as_deref()))
            }
            Self::Outlet { source, was, is } => format!("the outlet of {source} changed, “{was}” → “{is}”"),
            Self::Origins { was, is } => {
                format!("its support is of {}, not {was} as before", counted(*is, "origin"))
            }
            Self::ClaimAdded => "the claim is new".to_owned(),
            Self::ClaimGone => "the claim is gone".to_owned(),
            Self::Claim { was, is } => format!("the claim was reworded, “{was}” → “{is}”"),
            Self::Phrasings { added, gone } => phrasings(added, gone),
            Self::Field { field } => format!("`{field}` changed in the claim file"),
            Self::OtherClaim { claim, how } => format!("the claim {claim} {how}"),
            Self::Threshold { was, is } => format!("the threshold changed, {was} → {is}"),
            Self::Engine { was, is } => format!("the engine changed, {was} → {is}"),
            Self::Ruling { was, is, stale } => ruling(*was, *is, *stale),
        }
    }
}

fn ruling(was: Option<Stance>, is: Option<Stance>, stale: bool) -> String {
    match (was, is) {
        (None, Some(is)) => format!("a ruling was added: {}", is.name()),
        (Some(was), None) => format!("a ruling was taken away: {}", was.name()),
        (Some(was), Some(is)) if was != is => {
            format!("a ruling was changed, {} → {}", was.name(), is.name())
        }
        _ if stale => "a ruling is stale: what it judged is no longer there".to_owned(),
        _ => "something else of a ruling changed: its reason, name, day or quote, or whether it is stale"
            .to_owned(),
    }
}

fn phrasings(added: &[String], gone: &[String]) -> String {
    let told = |what: &str, these: &[String]| {
        let these: Vec<_> = these.iter().map(|phrasing| format!("“{phrasing}”")).collect();
        (!these.is_empty()).then(|| format!("{what} {}", these.join(", ")))
    };
    let parts: Vec<_> = [told("added", added), told("taken away", gone)].into_iter().flatten().collect();
    if parts.is_empty() {
        return "the phrasings stand in another order".to_owned();
    }
    format!("the claim’s phrasings changed: {}", parts.join("; "))
}

fn dates(was: Option<&str>, is: Option<&str>) -> String {
    let or_none = |date: Option<&str>| date.unwrap_or("none").to_owned();
    format!("{} → {}", or_none(was), or_none(is))
}

/// What changed in a source that may be why a finding in it did; `quote_gone` is whether words that the finding rested
/// on are no longer there.
pub(super) fn of_source(was: &KeptSource, is: &KeptSource, quote_gone: bool) -> Vec<Cause> {
    let mut causes = Vec::new();
    if was.words != is.words && was.sha256 == is.sha256 {
        causes.push(Cause::Reading);
    } else if was.words != is.words || quote_gone {
        // Where it was accepted in part, the record is of an earlier text than the quote.
        causes.push(Cause::Text { quote_gone });
    }
    if was.published != is.published {
        causes.push(Cause::Published { was: was.published.clone(), is: is.published.clone() });
    }
    causes
}

/// What changed in a claim and its question.
pub(super) fn of_claim(was: &KeptClaim, is: &KeptClaim) -> Vec<Cause> {
    let mut causes = of_wording(was, is);
    let fields = [
        ("question", was.question != is.question),
        ("about", was.about != is.about),
        ("compatible", was.compatible != is.compatible),
        ("contradicts", was.contradicts != is.contradicts),
        ("implies", was.implies != is.implies),
    ];
    let changed = fields.into_iter().filter(|&(_, changed)| changed);
    causes.extend(changed.map(|(field, _)| Cause::Field { field: field.to_owned() }));
    causes
}

fn of_wording(was: &KeptClaim, is: &KeptClaim) -> Vec<Cause> {
    let mut causes = Vec::new();
    if was.claim != is.claim {
        causes.push(Cause::Claim { was: was.claim.clone(), is: is.claim.clone() });
    }
    let only = |these: &[String], those: &[String]| -> Vec<String> {
        these.iter().filter(|one| !those.contains(one)).cloned().collect()
    };
    if was.phrasings != is.phrasings {
        let (added, gone) = (only(&is.phrasings, &was.phrasings), only(&was.phrasings, &is.phrasings));
        causes.push(Cause::Phrasings { added, gone });
    }
    causes
}

/// What changed in how everything is decided.
pub(super) fn of_settings(sides: &Sides<'_>) -> Vec<Cause> {
    let (was, is) = (sides.was, sides.is);
    let mut causes = Vec::new();
    if was.threshold.total_cmp(&is.threshold).is_ne() {
        causes.push(Cause::Threshold { was: was.threshold, is: is.threshold });
    }
    if was.engine != is.engine {
        causes.push(Cause::Engine { was: was.engine.clone(), is: is.engine.clone() });
    }
    causes
}

/// A ruling that is not what it was.
pub(super) fn of_ruling(was: Option<&KeptRuling>, is: Option<&KeptRuling>) -> Option<Cause> {
    let stance = |ruling: Option<&KeptRuling>| ruling.map(|ruling| ruling.stance);
    let is_stale = |ruling: Option<&KeptRuling>| ruling.is_some_and(|ruling| ruling.stale);
    let stale = is_stale(is) && !is_stale(was);
    (was != is).then(|| Cause::Ruling { was: stance(was), is: stance(is), stale })
}

/// What became of every claim that is not as it was, by its id now, or before where it is gone.
pub(super) fn changed_claims(sides: &Sides<'_>) -> BTreeMap<String, String> {
    let how = |was: Option<&KeptClaim>, is: Option<&KeptClaim>| match (was, is) {
        (None, Some(_)) => Some("is new".to_owned()),
        (Some(_), None) => Some("is gone".to_owned()),
        (Some(was), Some(is)) => match of_claim(was, is).first() {
            Some(Cause::Claim { .. }) => Some("was reworded".to_owned()),
            Some(Cause::Field { field }) => Some(format!("has another `{field}`")),
            Some(_) => Some("has other phrasings".to_owned()),
            None => None,
        },
        (None, None) => None,
    };
    let id = |was: Option<&KeptClaim>, is: Option<&KeptClaim>| is.or(was).map(|claim| claim.id.clone());
    let known =
        sides.claims.iter().map(|&(was, is)| (was.filter(|was| was.pending != Some(Pending::Added)), is));
    known.filter_map(|(was, is)| Some((id(was, is)?, how(was, is)?))).collect()
}

/// The claims whose words or evidence count for one another: those of one question, and those that implications and
/// contradictions join. Each claim's id, now or before, leads to a number that its group shares.
#[derive(Debug)]
pub(super) struct Related(BTreeMap<String, usize>);

impl Related {
    pub(super) fn new(sides: &Sides<'_>) -> Self {
        let claims: Vec<&KeptClaim> = sides.was.claims.iter().chain(&sides.is.claims).collect();
        let mut joined: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut join = |a: &str, b: &str| {
            joined.entry(a.to_owned()).or_default().insert(b.to_owned());
            joined.entry(b.to_owned()).or_default().insert(a.to_owned());
        };
        for claim in &claims {
            // Claims are joined through their question, which no id can be mistaken for.
            join(&claim.id, &format!("? {}", claim.question));
            claim.contradicts.iter().chain(&claim.implies).for_each(|other| join(&claim.id, other));
        }
        let mut groups = BTreeMap::new();
        for (number, id) in joined.keys().enumerate() {
            let mut waiting = vec![id];
            while let Some(id) = waiting.pop() {
                if !groups.contains_key(id) {
                    groups.insert(id.clone(), number);
                    waiting.extend(joined.get(id).into_iter().flatten());
                }
            }
        }
        Self(groups)
    }

    /// Those of `changed` that count for the claim `id`.
    pub(super) fn causes(&self, id: &str, changed: &BTreeMap<String, String>) -> Vec<Cause> {
        let group = self.0.get(id);
        let others = changed.iter().filter(|(other, _)| *other != id && self.0.get(*other) == group);
        others.map(|(claim, how)| Cause::OtherClaim { claim: claim.clone(), how: how.clone() }).collect()
    }
}
