//! Stances carried from claim to claim: along implications, and between rivals.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::{ClaimSet, Relations};

use super::settle;
use super::{ComparedRelation, Evidence, Finding, Stance, rival};

/// What was found of the claims on which a source is not silent, by claim.
type ByClaim<T> = BTreeMap<usize, T>;

/// Findings of one source for the claims on which it is not silent, from the evidence that it has for each directly.
pub(super) fn findings(
    claims: &ClaimSet,
    relations: &Relations,
    mut evidence: ByClaim<Vec<Evidence>>,
) -> ByClaim<Finding> {
    carry_support(claims, relations, &mut evidence);
    carry_between_rivals(claims, relations, &mut evidence);
    carry_contradiction(claims, relations, &mut evidence);
    let mut unlisted = unlisted_answers(claims, &evidence);
    let findings = evidence.into_iter().filter(|(_, evidence)| !evidence.is_empty());
    findings.map(|(claim, evidence)| (claim, finding(evidence, unlisted.remove(&claim)))).collect()
}

fn finding(mut evidence: Vec<Evidence>, unlisted: Option<Box<(String, Evidence)>>) -> Finding {
    let settles = |e: &Evidence| u8::from(e.stance == Stance::Unclear);
    evidence.sort_by(|a, b| {
        settles(a)
            .cmp(&settles(b))
            .then(a.carried_from.is_some().cmp(&b.carried_from.is_some()))
            .then(b.strength.total_cmp(&a.strength))
            .then(a.start.cmp(&b.start))
    });
    let stance = settle::together(&evidence);
    let score = evidence.iter().map(|e| e.score).fold(0.0, f64::max);
    Finding { stance, score, evidence, unlisted }
}

/// A source that supports a claim supports what the claim implies.
fn carry_support(claims: &ClaimSet, relations: &Relations, evidence: &mut ByClaim<Vec<Evidence>>) {
    for (from, best) in each_best(evidence, Stance::Supports) {
        let id = claims.claims()[from].id();
        let because = format!("supports “{id}”, which implies this claim: {}", best.because);
        for &to in &relations.implied[from] {
            push_unless_known(
                evidence.entry(to).or_default(),
                carried(&best, Stance::Supports, id, because.clone()),
            );
        }
    }
}

/// A source that contradicts a claim contradicts what implies it.
fn carry_contradiction(claims: &ClaimSet, relations: &Relations, evidence: &mut ByClaim<Vec<Evidence>>) {
    for (from, best) in each_best(evidence, Stance::Contradicts) {
        let id = claims.claims()[from].id();
        let because = format!("contradicts “{id}”, which this claim implies: {}", best.because);
        for &to in &relations.implying[from] {
            push_unless_known(
                evidence.entry(to).or_default(),
                carried(&best, Stance::Contradicts, id, because.clone()),
            );
        }
    }
}

/// For each claim that has evidence of `stance`, the best of it.
fn each_best(evidence: &ByClaim<Vec<Evidence>>, stance: Stance) -> Vec<(usize, Evidence)> {
    evidence.iter().filter_map(|(&claim, all)| Some((claim, best(all, stance)?.clone()))).collect()
}

/// A passage that supports a rival contradicts this claim, unless it supports this claim too.
fn carry_between_rivals(claims: &ClaimSet, relations: &Relations, evidence: &mut ByClaim<Vec<Evidence>>) {
    let supports = |all: &Vec<Evidence>| -> Vec<Evidence> {
        all.iter().filter(|e| e.stance == Stance::Supports).cloned().collect()
    };
    let supports: ByClaim<Vec<Evidence>> =
        evidence.iter().map(|(&claim, all)| (claim, supports(all))).collect();
    for (&index, all) in supports.iter().filter(|(_, all)| !all.is_empty()) {
        let from = &claims.claims()[index];
        for &to in &relations.rivals[index] {
            let own = |claim: usize| supports.get(&claim).into_iter().flatten();
            for support in all.iter().filter(|support| !own(to).any(|own| overlap(own, support))) {
                let there = evidence.entry(to).or_default();
                // Only vaguer than this claim, it is no other answer: "more than 200", "214".
                if there.iter().any(|own| overlap(own, support) && settle::is_compatible(own)) {
                    continue;
                }
                let text = claims.claims()[to].text();
                let (because, values) = rival::against(text, from.text(), from.id(), support);
                let against = carried(support, Stance::Contradicts, from.id(), because);
                there.retain(|own| own.stance != Stance::Unclear || !overlap(own, support));
                push_unless_known(there, Evidence { values, ..against });
            }
        }
    }
}

fn overlap(a: &Evidence, b: &Evidence) -> bool {
    a.start < b.end && b.start < a.end
}

fn best(evidence: &[Evidence], stance: Stance) -> Option<&Evidence> {
    evidence
        .iter()
        .filter(|e| e.stance == stance)
        .max_by(|a, b| a.strength.total_cmp(&b.strength).then(b.start.cmp(&a.start)))
}

fn carried(from: &Evidence, stance: Stance, id: &str, because: String) -> Evidence {
    Evidence { stance, because, carried_from: Some(id.to_owned()), ..from.clone() }
}

/// Evidence of the same stance at the same place says it already.
fn push_unless_known(all: &mut Vec<Evidence>, new: Evidence) {
    if !all.iter().any(|known| known.stance == new.stance && overlap(known, &new)) {
        all.push(new);
    }
}

/// For each question whose claims a source supports none of, the conflicting value it gives, told at the first claim
/// that it contradicts directly.
fn unlisted_answers(
    claims: &ClaimSet,
    evidence: &ByClaim<Vec<Evidence>>,
) -> ByClaim<Box<(String, Evidence)>> {
    let questions: BTreeSet<usize> =
        evidence.keys().map(|&claim| claims.claims()[claim].question()).collect();
    let answers = questions.into_iter().filter_map(|question| {
        let question = &claims.questions()[question];
        if question.compatible() {
            return None;
        }
        let found = || question.claims().iter().filter_map(|claim| Some((*claim, evidence.get(claim)?)));
        if found().any(|(_, all)| best(all, Stance::Supports).is_some()) {
            return None;
        }
        found().find_map(|(claim, all)| {
            let direct = all.iter().filter(|e| e.carried_from.is_none());
            let against = direct
                .filter(|e| e.stance == Stance::Contradicts)
                .max_by(|a, b| a.strength.total_cmp(&b.strength))?;
            let value = against.values.iter().find(|value| value.relation == ComparedRelation::Conflicts)?;
            Some((claim, Box::new((value.reported.clone()?, against.clone()))))
        })
    });
    answers.collect()
}
