//! Whether implications make sense: no circles, and nothing that implies what cannot hold together.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::Question;
use super::validate::{Draft, Reference, References};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// How many claims one may imply, directly and through others: what is beyond is a mistake, and would make the
/// work grow with the square of the claims.
const MAX_IMPLIED: usize = 1000;

/// Reports circles of implications, and claims that imply claims which exclude each other.
pub(super) fn check(
    questions: &[Question],
    drafts: &[Draft],
    references: &References,
    problems: &mut Diagnostics,
) {
    let logic = Logic { questions, drafts, references };
    logic.cycles(problems);
    let conflicts: Vec<_> = (0..drafts.len()).map(|place| logic.conflicts(place, problems)).collect();
    for (place, found) in conflicts.iter().enumerate() {
        for (&pair, chains) in found {
            // Where an implied claim has the same conflict, it is reported there.
            let passed_on =
                |to: usize| conflicts.get(to).is_some_and(|conflicts| conflicts.contains_key(&pair));
            if !logic.implied(place).iter().any(|reference| passed_on(reference.to)) {
                problems.push(logic.contradiction(place, pair, chains));
            }
        }
    }
}

/// Two claims that cannot hold together, the lower place first.
type Pair = (usize, usize);
/// The way from a claim to each of a pair: places, the claim's own first.
type Chains = (Vec<usize>, Vec<usize>);

struct Logic<'a> {
    questions: &'a [Question],
    drafts: &'a [Draft],
    references: &'a References,
}

impl Logic<'_> {
    fn implied(&self, place: usize) -> &[Reference] {
        self.references.implies.get(place).map_or(&[], Vec::as_slice)
    }

    /// One problem for each set of claims that imply one another, with the shortest circle through its first claim.
    fn cycles(&self, problems: &mut Diagnostics) {
        let mut graph: DiGraph<(), (), usize> = DiGraph::default();
        let nodes: Vec<_> = self.drafts.iter().map(|_| graph.add_node(())).collect();
        let edges = (0..nodes.len())
            .flat_map(|from| self.implied(from).iter().map(move |reference| (from, reference.to)));
        graph.extend_with_edges(edges.map(|(from, to)| (NodeIndex::new(from), NodeIndex::new(to))));
        for component in kosaraju_scc(&graph) {
            let members: BTreeSet<usize> = component.into_iter().map(NodeIndex::index).collect();
            let Some(&first) = members.first().filter(|_| members.len() > 1) else { continue };
            let ways = self.ways(first, |place| members.contains(&place), usize::MAX);
            let back = |&&last: &&usize| self.implied(last).iter().any(|reference| reference.to == first);
            let Some(&last) = ways.order.iter().find(back) else { continue };
            let mut circle = ways.to(last);
            circle.push(first);
            problems.push(self.cycle(first, &circle));
        }
    }

    fn cycle(&self, first: usize, circle: &[usize]) -> Diagnostic {
        let message = format!("these claims imply one another in a circle: {}", self.chain(circle));
        self.at(Code::ImplicationCycle, first, circle.get(1).copied(), message).help(
            "claims that mean the same are one claim with several phrasings; else take one of the implications away",
        )
    }

    /// The pairs among `place` and what it implies that cannot hold together.
    fn conflicts(&self, place: usize, problems: &mut Diagnostics) -> BTreeMap<Pair, Chains> {
        let mut conflicts = BTreeMap::new();
        if self.implied(place).is_empty() {
            return conflicts;
        }
        let ways = self.ways(place, |_| true, MAX_IMPLIED);
        if ways.order.len() > MAX_IMPLIED {
            let message = format!("`{}` implies more than {MAX_IMPLIED} claims", self.id(place));
            let problem = self.at(Code::TooManyImplications, place, None, message);
            problems.push(problem.help("leave implications out that nobody needs"));
            return conflicts;
        }
        let mut first_of_question: BTreeMap<usize, usize> = BTreeMap::new();
        for &claim in &ways.order {
            let rival = self.exclusive_question(claim).and_then(|question| {
                let first = *first_of_question.entry(question).or_insert(claim);
                (first != claim).then_some(first)
            });
            let contradicted = self.references.contradicts.get(claim).into_iter().flatten();
            let contradicted =
                contradicted.map(|reference| reference.to).filter(|to| ways.parents.contains_key(to));
            for other in rival.into_iter().chain(contradicted) {
                let pair = (claim.min(other), claim.max(other));
                conflicts.entry(pair).or_insert_with(|| (ways.to(pair.0), ways.to(pair.1)));
            }
        }
        conflicts
    }

    fn exclusive_question(&self, claim: usize) -> Option<usize> {
        let question = self.drafts.get(claim)?.question;
        self.questions.get(question).filter(|question| !question.compatible).map(|_| question)
    }

    fn contradiction(&self, place: usize, pair: Pair, chains: &Chains) -> Diagnostic {
        let (one, other) = (self.id(pair.0), self.id(pair.1));
        let rivals = self.exclusive_question(pair.0).is_some()
            && self.exclusive_question(pair.0) == self.exclusive_question(pair.1);
        let why = if rivals {
            format!("`{one}` and `{other}` answer one question differently")
        } else {
            format!("`{one}` and `{other}` contradict each other")
        };
        let ways: Vec<_> = [&chains.0, &chains.1]
            .into_iter()
            .filter(|way| way.len() > 1)
            .map(|way| self.chain(way))
            .collect();
        let what = if pair.0 == place || pair.1 == place {
            "a claim that excludes it"
        } else {
            "claims that exclude each other"
        };
        let message = format!("`{}` implies {what}: {}; {why}", self.id(place), ways.join(" and "));
        let step = if chains.1.len() > 1 { chains.1.get(1) } else { chains.0.get(1) };
        self.at(Code::ImpliedContradiction, place, step.copied(), message)
            .help("take one of the implications away, or set `compatible: true` if both answers may hold")
    }

    /// A problem at the place where `from` names `to`, or at the claim itself.
    fn at(&self, code: Code, from: usize, to: Option<usize>, message: String) -> Diagnostic {
        let reference = self.implied(from).iter().find(|reference| Some(reference.to) == to);
        match self.drafts.get(from) {
            Some(draft) => {
                let span = reference.map_or(draft.span, |reference| reference.span);
                Diagnostic::at(code, &draft.input, span, message)
            }
            None => Diagnostic::of_file(code, "", message),
        }
    }

    fn id(&self, place: usize) -> &str {
        self.drafts.get(place).map_or("", |draft| &draft.id)
    }

    fn chain(&self, places: &[usize]) -> String {
        let ids: Vec<_> = places.iter().map(|&place| self.id(place)).collect();
        ids.join(" -> ")
    }

    /// The claims that `from` implies, nearest first, until more than `most` are found.
    fn ways(&self, from: usize, within: impl Fn(usize) -> bool, most: usize) -> Ways {
        let mut ways = Ways { order: vec![from], parents: BTreeMap::from([(from, from)]) };
        let mut queue = VecDeque::from([from]);
        while let Some(place) = queue.pop_front().filter(|_| ways.order.len() <= most) {
            for reference in self.implied(place).iter().filter(|reference| within(reference.to)) {
                if let std::collections::btree_map::Entry::Vacant(entry) = ways.parents.entry(reference.to) {
                    entry.insert(place);
                    ways.order.push(reference.to);
                    queue.push_back(reference.to);
                }
            }
        }
        ways
    }
}

/// Shortest ways from one claim to those it implies.
struct Ways {
    order: Vec<usize>,
    parents: BTreeMap<usize, usize>,
}

impl Ways {
    /// The places from the start to `place`, both included.
    fn to(&self, place: usize) -> Vec<usize> {
        let mut way = vec![place];
        let mut at = place;
        while let Some(&parent) = self.parents.get(&at).filter(|&&parent| parent != at) {
            way.push(parent);
            at = parent;
        }
        way.reverse();
        way
    }
}
