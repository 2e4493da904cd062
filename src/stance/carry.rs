//! Stances carried from claim to claim: along implications, and between rivals.

use crate::claim::{ClaimSet, Relations};

use super::settle::{self, Weighed};
use super::{ComparedRelation, Evidence, Finding, Stance, rival};

/// Findings of one source for every claim, from the passages that bear on each directly.
pub(super) fn findings(claims: &ClaimSet, relations: &Relations, direct: Vec<Vec<Weighed>>) -> Vec<Finding> {
    let mut evidence: Vec<Vec<Evidence>> = direct
        .into_iter()
        .map(|passages| passages.into_iter().map(|passage| passage.evidence).collect())
        .collect();
    carry_support(claims, relations, &mut evidence);
    carry_between_rivals(claims, relations, &mut evidence);
    carry_contradiction(claims, relations, &mut evidence);
    let unlisted = unlisted_answers(claims, &evidence);
    evidence.into_iter().zip(unlisted).map(|(evidence, unlisted)| finding(evidence, unlisted)).collect()
}

fn finding(mut evidence: Vec<Evidence>, unlisted: Option<(String, Evidence)>) -> Finding {
    let settles = |e: &Evidence| u8::from(e.stance == Stance::Unclear);
    evidence.sort_by(|a, b| {
        settles(a)
            .cmp(&settles(b))
            .then(a.carried_from.is_some().cmp(&b.carried_from.is_some()))
            .then(b.score.total_cmp(&a.score))
            .then(a.start.cmp(&b.start))
    });
    let stance = settle::together(&evidence);
    let score = evidence.iter().map(|e| e.score).fold(0.0, f64::max);
    Finding { stance, score, evidence, unlisted }
}

/// A source that supports a claim supports what the claim implies.
fn carry_support(claims: &ClaimSet, relations: &Relations, evidence: &mut [Vec<Evidence>]) {
    for (from, best) in each_best(evidence, Stance::Supports) {
        let id = claims.claims()[from].id();
        let because = format!("supports “{id}”, which implies this claim: {}", best.because);
        for &to in &relations.implied[from] {
            push_unless_known(&mut evidence[to], carried(&best, Stance::Supports, id, because.clone()));
        }
    }
}

/// A source that contradicts a claim contradicts what implies it.
fn carry_contradiction(claims: &ClaimSet, relations: &Relations, evidence: &mut [Vec<Evidence>]) {
    for (from, best) in each_best(evidence, Stance::Contradicts) {
        let id = claims.claims()[from].id();
        let because = format!("contradicts “{id}”, which this claim implies: {}", best.because);
        for &to in &relations.implying[from] {
            push_unless_known(&mut evidence[to], carried(&best, Stance::Contradicts, id, because.clone()));
        }
    }
}

/// For each claim that has evidence of `stance`, the best of it.
fn each_best(evidence: &[Vec<Evidence>], stance: Stance) -> Vec<(usize, Evidence)> {
    evidence.iter().enumerate().filter_map(|(claim, all)| Some((claim, best(all, stance)?.clone()))).collect()
}

/// A passage that supports a rival contradicts this claim, unless it supports this claim too.
fn carry_between_rivals(claims: &ClaimSet, relations: &Relations, evidence: &mut [Vec<Evidence>]) {
    let supports: Vec<Vec<Evidence>> = evidence
        .iter()
        .map(|all| all.iter().filter(|e| e.stance == Stance::Supports).cloned().collect())
        .collect();
    for (index, all) in supports.iter().enumerate().filter(|(_, all)| !all.is_empty()) {
        let from = &claims.claims()[index];
        for &to in &relations.rivals[index] {
            for support in all.iter().filter(|support| !supports[to].iter().any(|own| overlap(own, support)))
            {
                // Only vaguer than this claim, it is no other answer: "more than 200", "214".
                if evidence[to].iter().any(|own| overlap(own, support) && settle::is_compatible(own)) {
                    continue;
                }
                let text = claims.claims()[to].text();
                let (because, values) = rival::against(text, from.text(), from.id(), support);
                let against = carried(support, Stance::Contradicts, from.id(), because);
                evidence[to].retain(|own| own.stance != Stance::Unclear || !overlap(own, support));
                push_unless_known(&mut evidence[to], Evidence { values, ..against });
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
        .max_by(|a, b| a.score.total_cmp(&b.score).then(b.start.cmp(&a.start)))
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
fn unlisted_answers(claims: &ClaimSet, evidence: &[Vec<Evidence>]) -> Vec<Option<(String, Evidence)>> {
    let mut unlisted: Vec<Option<(String, Evidence)>> = vec![None; evidence.len()];
    for question in claims.questions().iter().filter(|question| !question.compatible()) {
        let ids = question.claims();
        if ids.iter().any(|&id| best(&evidence[id], Stance::Supports).is_some()) {
            continue;
        }
        let answer = ids.iter().find_map(|&id| {
            let direct = evidence[id].iter().filter(|e| e.carried_from.is_none());
            let against = direct
                .filter(|e| e.stance == Stance::Contradicts)
                .max_by(|a, b| a.score.total_cmp(&b.score))?;
            let value = against.values.iter().find(|value| value.relation == ComparedRelation::Conflicts)?;
            Some((id, value.reported.clone()?, against.clone()))
        });
        if let Some((id, words, against)) = answer {
            unlisted[id] = Some((words, against));
        }
    }
    unlisted
}
