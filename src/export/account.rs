//! How the sides of a claim stand beside their words, in sentences: of how many origins they are, whether they part in
//! time, whom they cite, and how the outlets fall into camps.

use crate::neutral::counted;
use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Breach, Dependence};
use crate::report::{
    Account, ChangedAccount, Report, ReportClaim, ReportOrigin, ReportQuestion, Sharing, Structure, Turn,
};
use crate::stance::Stance;

/// Origins, accounts and outlets that are told one by one; the others are counted.
const MOST: usize = 8;

/// How the sides of `claim` stand beside their words, a sentence for each thing that is to be seen.
pub(super) fn sides(report: &Report, claim: &ReportClaim) -> Vec<String> {
    let sides = [("supported", Stance::Supports), ("contradicted", Stance::Contradicts)];
    let is_counted = sides.iter().any(|&(_, side)| {
        let (outlets, count) = claim.counts(side);
        count < outlets
    });
    let spoken = sides.iter().filter(|&&(_, side)| is_counted && claim.counts(side).0 > 1);
    let counted = spoken.map(|&(verb, side)| format!("{verb} by {}", origins(claim, side)));
    counted.chain(dispute(report, claim)).collect()
}

/// The origins of one side of `claim`, each with its outlets: "4 outlets, 2 origins: Daily Express, Sky News (the same
/// speaker: Dan Jarvis); The Guardian".
fn origins(claim: &ReportClaim, side: Stance) -> String {
    let (outlets, count) = claim.counts(side);
    let told = |origin: &ReportOrigin| {
        let names = listed(origin.outlets.iter().map(String::as_str), ", ");
        let because = origin.because();
        if because.is_empty() { names } else { format!("{names} ({because})") }
    };
    let mut groups: Vec<&ReportOrigin> = claim.origin_groups.iter().filter(|one| one.side == side).collect();
    groups.sort_by_key(|origin| std::cmp::Reverse(origin.outlets.len()));
    let groups: Vec<String> = groups.into_iter().map(told).collect();
    let origins = listed(groups.iter().map(String::as_str), "; ");
    format!("{}, {}: {origins}", counted(outlets, "outlet"), counted(count, "origin"))
}

/// How the sides of `claim` part, a sentence for each way.
fn dispute(report: &Report, claim: &ReportClaim) -> Vec<String> {
    let Some(dispute) = &claim.dispute else { return Vec::new() };
    let mut told: Vec<String> = dispute.turn.iter().map(turn).collect();
    told.extend(dispute.changed.iter().map(|one| changed(report, one)));
    if let Some(cites) = &dispute.cites {
        let names = |names: &[String]| listed(names.iter().map(String::as_str), ", ");
        told.push(format!(
            "supported in the words of {}, contradicted in those of {}",
            names(&cites.supports),
            names(&cites.contradicts)
        ));
    }
    told
}

fn turn(turn: &Turn) -> String {
    let says = |stance: Stance| if stance == Stance::Supports { "supported" } else { "contradicted" };
    match (&turn.earlier, &turn.later) {
        (Some(earlier), Some(later)) => {
            format!("until {}: {earlier}; from {} on: {later}", turn.until, turn.from)
        }
        _ => {
            format!("{} until {}, {} from {} on", says(turn.before), turn.until, says(turn.after), turn.from)
        }
    }
}

fn changed(report: &Report, changed: &ChangedAccount) -> String {
    let day = |id: &str| {
        let at = report.sources.binary_search_by(|source| source.id.as_str().cmp(id)).ok();
        at.and_then(|at| report.sources[at].published.as_deref()).unwrap_or("no date")
    };
    let ChangedAccount { outlet, earlier, later, .. } = changed;
    format!(
        "{outlet} against its own earlier account: {earlier} ({}), then {later} ({})",
        day(earlier),
        day(later)
    )
}

/// What the sources of a question say in order of publication: "2025-02-12 Sky News: one-of-two; …". `None` where not
/// two of them are of different dates.
pub(super) fn in_order_of_publication(question: &ReportQuestion) -> Option<String> {
    let mut days: Vec<&str> = question.accounts.iter().filter_map(|one| one.published.as_deref()).collect();
    days.dedup();
    if days.len() < 2 {
        return None;
    }
    let told = |one| account(one, question.compatible);
    let accounts: Vec<String> = question.accounts.iter().map(told).collect();
    Some(listed(accounts.iter().map(String::as_str), "; "))
}

fn account(account: &Account, compatible: bool) -> String {
    let day = account.published.as_deref().unwrap_or("no date");
    let mixed = |claim: &&String| account.contradicts.contains(claim);
    let says =
        |claim: &String| if mixed(&claim) { format!("for and against {claim}") } else { claim.clone() };
    let mut said: Vec<String> = account.supports.iter().map(says).collect();
    // That it is against the rivals of what it supports goes without saying.
    if account.supports.is_empty() || compatible {
        let against = account.contradicts.iter().filter(|claim| !account.supports.contains(claim));
        said.extend(against.map(|claim| format!("against {claim}")));
    }
    format!("{day} {}: {}", account.outlet, said.join(", "))
}

/// How the outlets stand as a whole, a sentence for each thing that is to be seen.
pub(super) fn structure(report: &Report) -> Vec<String> {
    let mut told = Vec::new();
    let structure = &report.structure;
    if structure.camps.len() > structure.groups.len() {
        told.push(format!("Camps: {}", numbered(&structure.camps)));
        let breaches = breaches(&structure.breaches);
        if !breaches.is_empty() {
            told.push(format!("What does not fit: {}", listed(breaches.iter().map(String::as_str), "; ")));
        }
    }
    if structure.groups.len() > 1 {
        told.push(format!("Not connected: {}", numbered(&structure.groups)));
    }
    let apart = structure
        .separating
        .iter()
        .map(|one| format!("{} ({} against {})", one.claim, one.supports.len(), one.contradicts.len()));
    let apart: Vec<String> = apart.collect();
    if !apart.is_empty() {
        told.push(format!(
            "Claims that tell outlets apart: {}",
            listed(apart.iter().map(String::as_str), ", ")
        ));
    }
    told.extend(dependent(structure));
    told
}

/// What does not fit the camps, by the outlet that is in most of it: one that stands against its camp is told once.
fn breaches(breaches: &[Breach]) -> Vec<String> {
    let mut often: BTreeMap<&str, usize> = BTreeMap::new();
    for outlet in breaches.iter().flat_map(|breach| [breach.a.as_str(), &breach.b]) {
        *often.entry(outlet).or_default() += 1;
    }
    let mut groups: BTreeMap<(&str, bool, &[String]), Vec<&str>> = BTreeMap::new();
    for breach in breaches {
        let (a, b) = (breach.a.as_str(), breach.b.as_str());
        let (outlet, other) = if often.get(a) >= often.get(b) { (a, b) } else { (b, a) };
        groups.entry((outlet, breach.within, &breach.claims)).or_default().push(other);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|((_, _, claims), others)| std::cmp::Reverse(claims.len() * others.len()));
    let told = groups.into_iter().map(|((outlet, within, claims), others)| {
        let how = if within { "contradicts, of its own camp," } else { "agrees, across camps, with" };
        let others = listed(others.into_iter(), ", ");
        format!("{outlet} {how} {others} on {}", listed(claims.iter().map(String::as_str), ", "))
    });
    told.collect()
}

/// Outlets that are never independent, those together that always share their origins.
fn dependent(structure: &Structure) -> Vec<String> {
    let mut groups: BTreeMap<BTreeSet<&str>, Vec<&Dependence>> = BTreeMap::new();
    for one in &structure.dependent {
        let all = one.with.iter().chain([&one.outlet]).map(String::as_str).collect();
        groups.entry(all).or_default().push(one);
    }
    let told = groups.into_iter().map(|(all, dependent)| {
        let names = listed(dependent.iter().map(|one| one.outlet.as_str()), ", ");
        let others: Vec<&str> =
            all.into_iter().filter(|name| dependent.iter().all(|one| one.outlet != *name)).collect();
        let with =
            if others.is_empty() { "one another".to_owned() } else { listed(others.into_iter(), ", ") };
        format!("Never independent of {with}, on any claim that they support: {names}")
    });
    told.collect()
}

/// Whose words evidence is, and in which sources, a line each.
pub(super) fn speakers(report: &Report) -> Vec<String> {
    let told = report.speakers.iter().map(|speaker| {
        let who = speaker.description.as_deref().map(|who| format!(" ({who})")).unwrap_or_default();
        let sources = listed(speaker.sources.iter().map(String::as_str), ", ");
        format!("{}{who}: {sources}", speaker.name)
    });
    told.collect()
}

/// Which sources carry one another's text, a line each.
pub(super) fn reuse(report: &Report) -> Vec<String> {
    let copied = report.reuse.iter().filter(|pair| pair.how != Sharing::Quotations);
    let told = copied.map(|pair| {
        let percent = |share: f64| (100.0 * share).round();
        let credit = pair.credit.as_deref().map(|name| format!("; credit: {name}")).unwrap_or_default();
        let (a, b) = (&pair.a, &pair.b);
        match pair.how {
            Sharing::Rewrite => format!("{a} and {b}: one retells the other{credit}"),
            Sharing::Copy | Sharing::Passages | Sharing::Quotations => format!(
                "{a} and {b}: {} shared, {}% of {a}, {}% of {b}{credit}",
                counted(pair.words, "word"),
                percent(pair.of_a),
                percent(pair.of_b)
            ),
        }
    });
    told.collect()
}

/// Groups of outlets, each with its number.
fn numbered(groups: &[Vec<String>]) -> String {
    let group = |(at, group): (usize, &Vec<String>)| {
        format!("({}) {}", at + 1, listed(group.iter().map(String::as_str), ", "))
    };
    let groups: Vec<String> = groups.iter().enumerate().map(group).collect();
    listed(groups.iter().map(String::as_str), "; ")
}

/// The first few, and how many more.
fn listed<'a>(items: impl Iterator<Item = &'a str>, between: &str) -> String {
    let items: Vec<&str> = items.collect();
    let mut told = items.iter().take(MOST).copied().collect::<Vec<_>>().join(between);
    if items.len() > MOST {
        told.push_str(&format!("{between}and {} more", items.len() - MOST));
    }
    told
}
