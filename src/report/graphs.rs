//! The graphs of a report: its three views.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::NodeIndex;

use crate::attribution::SpeakerKind;
use crate::graph::{
    Agreement, Builder, Cited, Citing, Copying, Edge, EvidenceGraph, Node, OriginGraph, OutletGraph,
    OutletPair, Saying, Side,
};
use crate::source::Metadata;
use crate::stance::Stance;

use super::{Report, ReportClaim, ReportOrigin, ReportSpeaker, Sharing, SourceStance};

/// What has an edge; silence has none.
const SIDES: [Stance; 3] = [Stance::Supports, Stance::Contradicts, Stance::Unclear];

impl OutletGraph {
    /// The outlets of `report`, joined where they agree and where they contradict each other.
    #[must_use]
    pub fn of_outlets(report: &Report) -> Self {
        let mut builder = Builder::default();
        let nodes: BTreeMap<&str, NodeIndex> =
            outlets(report).into_iter().map(|(name, outlet)| (name, builder.node(outlet))).collect();
        let best = best_support(report);
        for pair in &report.outlets {
            let (Some(&a), Some(&b)) = (nodes.get(pair.a.as_str()), nodes.get(pair.b.as_str())) else {
                continue;
            };
            if !pair.agree.is_empty() {
                builder.edge(a, Edge::Agree(agreements(pair, &best)), b);
            }
            if !pair.contradict.is_empty() {
                builder.edge(a, Edge::Contradict(pair.contradict.clone()), b);
            }
        }
        builder.finish()
    }
}

/// The outlets, by name.
fn outlets(report: &Report) -> BTreeMap<&str, Node> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    report.sources.iter().for_each(|source| *counts.entry(&source.outlet).or_default() += 1);
    let camps = report.structure.camp_of();
    let node = |(name, sources): (&'_ str, usize)| Node::Outlet {
        name: name.to_owned(),
        sources,
        camp: camps.get(name).copied(),
    };
    counts.into_iter().map(|(name, sources)| (name, node((name, sources)))).collect()
}

/// The words with which each outlet best supports each claim, by the claim's id and the outlet.
type Best<'a> = BTreeMap<(&'a str, &'a str), Side>;

fn best_support(report: &Report) -> Best<'_> {
    let mut best: BTreeMap<(&str, &str), (f64, Side)> = BTreeMap::new();
    for claim in &report.claims {
        for (source, stance) in report.sources.iter().zip(&claim.stances) {
            if !stance.takes(Stance::Supports) {
                continue;
            }
            let key = (claim.id.as_str(), source.outlet.as_str());
            // The first of equal ones.
            if best.get(&key).is_none_or(|(score, _)| stance.score.total_cmp(score).is_gt()) {
                let saying = saying(source, stance, Stance::Supports);
                best.insert(key, (stance.score, Side::of(&source.outlet, &source.id, &saying)));
            }
        }
    }
    best.into_iter().map(|(key, (_, side))| (key, side)).collect()
}

/// What two outlets agree on, with the best words of each.
fn agreements(pair: &OutletPair, best: &Best<'_>) -> Vec<Agreement> {
    let independent: BTreeSet<&String> = pair.independent.iter().collect();
    let of = |claim: &String| {
        let side = |outlet: &str| best.get(&(claim.as_str(), outlet)).cloned();
        Some(Agreement {
            claim: claim.clone(),
            a: side(&pair.a)?,
            b: side(&pair.b)?,
            independent: independent.contains(claim),
        })
    };
    pair.agree.iter().filter_map(of).collect()
}

impl EvidenceGraph {
    /// All that `report` knows: outlets, sources, the speakers and documents whose words they carry, claims and
    /// questions.
    #[must_use]
    pub fn of_evidence(report: &Report) -> Self {
        let mut evidence = EvidenceBuilder::of(&report.sources, &report.claims);
        let citations = citations(report);
        report.speakers.iter().for_each(|speaker| evidence.speaker(speaker, &citations));
        evidence.reuse(report);
        evidence.claims(report);
        evidence.builder.finish()
    }
}

/// Outlets, sources and claims with what is said: what [`EvidenceGraph::outlet_pairs`] needs.
pub(super) fn of_stances(sources: &[Metadata], claims: &[ReportClaim]) -> EvidenceGraph {
    EvidenceBuilder::of(sources, claims).builder.finish()
}

struct EvidenceBuilder<'a> {
    builder: Builder<petgraph::Directed>,
    sources: BTreeMap<&'a str, NodeIndex>,
    claims: BTreeMap<&'a str, NodeIndex>,
}

impl<'a> EvidenceBuilder<'a> {
    fn of(sources: &'a [Metadata], claims: &'a [ReportClaim]) -> Self {
        let mut new = Self { builder: Builder::default(), sources: BTreeMap::new(), claims: BTreeMap::new() };
        new.publish(sources);
        claims.iter().for_each(|claim| new.say(sources, claim));
        new
    }

    fn publish(&mut self, sources: &'a [Metadata]) {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        sources.iter().for_each(|source| *counts.entry(&source.outlet).or_default() += 1);
        for source in sources {
            let outlet = Node::Outlet {
                name: source.outlet.clone(),
                sources: counts.get(source.outlet.as_str()).copied().unwrap_or_default(),
                camp: None,
            };
            let outlet = self.builder.node(outlet);
            let node = self.builder.node(Node::Source {
                id: source.id.clone(),
                outlet: source.outlet.clone(),
                title: source.title.clone(),
                published: source.published.clone(),
            });
            self.builder.edge(outlet, Edge::Publishes, node);
            self.sources.insert(&source.id, node);
        }
    }

    fn say(&mut self, sources: &[Metadata], claim: &'a ReportClaim) {
        let node = self.builder.node(claim_node(claim));
        self.claims.insert(&claim.id, node);
        for (source, stance) in sources.iter().zip(&claim.stances) {
            let Some(&from) = self.sources.get(source.id.as_str()) else { continue };
            for side in SIDES.into_iter().filter(|&side| stance.takes(side)) {
                self.builder.edge(from, Edge::Says(saying(source, stance, side)), node);
            }
        }
    }

    /// A speaker with what each source carries of its words.
    fn speaker(&mut self, speaker: &ReportSpeaker, citations: &Citations<'_>) {
        let cited = Cited {
            label: speaker.name.clone(),
            description: speaker.description.clone(),
            sources: speaker.sources.len(),
        };
        let node = match speaker.kind {
            SpeakerKind::Document => Node::Document(cited),
            _ => Node::Speaker(cited),
        };
        let node = self.builder.node(node);
        for source in &speaker.sources {
            let Some(&from) = self.sources.get(source.as_str()) else { continue };
            if let Some(citing) = citations.get(&(source.as_str(), speaker.name.as_str())) {
                self.builder.edge(from, Edge::AttributedTo(citing.clone()), node);
            }
        }
    }

    fn reuse(&mut self, report: &Report) {
        // A shared quotation is shared evidence: it shows at the speaker.
        for pair in report.reuse.iter().filter(|pair| pair.how != Sharing::Quotations) {
            let ends = (self.sources.get(pair.a.as_str()), self.sources.get(pair.b.as_str()));
            let (Some(&a), Some(&b)) = ends else { continue };
            let copying =
                Copying { how: pair.how.name(), words: pair.words, of_a: pair.of_a, of_b: pair.of_b };
            self.builder.edge(a, Edge::Copies(copying), b);
        }
    }

    fn claims(&mut self, report: &Report) {
        let mut told = BTreeSet::new();
        for claim in &report.claims {
            let Some(&from) = self.claims.get(claim.id.as_str()) else { continue };
            if !claim.question.is_empty() {
                let question = self.builder.node(Node::Question { text: claim.question.clone() });
                self.builder.edge(from, Edge::Answers, question);
            }
            for rival in &claim.rivals {
                let Some(&to) = self.claims.get(rival.as_str()) else { continue };
                if told.insert((from.min(to), from.max(to))) {
                    self.builder.edge(from, Edge::Rivals, to);
                }
            }
            for implied in &claim.implies {
                if let Some(&to) = self.claims.get(implied.as_str()) {
                    self.builder.edge(from, Edge::Implies, to);
                }
            }
        }
    }
}

fn claim_node(claim: &ReportClaim) -> Node {
    Node::Claim {
        id: claim.id.clone(),
        question: claim.question.clone(),
        text: claim.claim.clone(),
        verdict: claim.verdict,
    }
}

/// What a source says on one side of a claim, in its best words there.
fn saying(source: &Metadata, stance: &SourceStance, side: Stance) -> Saying {
    let best = stance.best(side);
    Saying {
        side,
        score: best.map_or(stance.score, |evidence| evidence.score),
        quote: best.map(|evidence| evidence.quote.clone()).unwrap_or_default(),
        line: best.map_or(0, |evidence| evidence.line),
        attributed_to: best.and_then(|evidence| evidence.attributed_to.clone()),
        published: source.published.clone(),
    }
}

/// What sources carry of speakers' words, by the source's id and the speaker's name.
type Citations<'a> = BTreeMap<(&'a str, &'a str), Citing>;

fn citations(report: &Report) -> Citations<'_> {
    let mut cited = Citations::new();
    for claim in &report.claims {
        for stance in &claim.stances {
            for evidence in &stance.evidence {
                let Some(speaker) = evidence.speaker.as_deref() else { continue };
                let citing = cited.entry((&stance.source, speaker)).or_insert_with(|| Citing {
                    claims: Vec::new(),
                    quote: evidence.quote.clone(),
                    line: evidence.line,
                });
                if citing.claims.last() != Some(&claim.id) {
                    citing.claims.push(claim.id.clone());
                }
            }
        }
    }
    cited
}

impl OriginGraph {
    /// Who is independent: the outlets of `report` that settle a claim, the origins that they carry, and the claims that
    /// these support or contradict.
    #[must_use]
    pub fn of_origins(report: &Report) -> Self {
        let mut builder = Builder::default();
        let outlets = outlets(report);
        for claim in report.claims.iter().filter(|claim| !claim.origin_groups.is_empty()) {
            let to = builder.node(claim_node(claim));
            for origin in &claim.origin_groups {
                let from = builder.node(Node::Origin {
                    claim: claim.id.clone(),
                    side: origin.side,
                    number: origin.number,
                    outlets: origin.outlets.clone(),
                    because: origin.because(),
                });
                for (name, sources) in carriers(report, origin) {
                    let Some(outlet) = outlets.get(name) else { continue };
                    let node = builder.node(outlet.clone());
                    builder.edge(node, Edge::Carries { sources }, from);
                }
                if let Some(saying) = best_saying(report, claim, origin) {
                    builder.edge(from, Edge::Says(saying), to);
                }
            }
        }
        builder.finish()
    }
}

/// The sources of an origin, by their places in the report.
fn places<'a>(report: &'a Report, origin: &'a ReportOrigin) -> impl DoubleEndedIterator<Item = usize> + 'a {
    let place = |id: &String| report.sources.binary_search_by(|source| source.id.cmp(id)).ok();
    origin.sources.iter().filter_map(place)
}

/// The outlets that carry an origin, each with the ids of the sources in which it does.
fn carriers<'a>(report: &'a Report, origin: &'a ReportOrigin) -> BTreeMap<&'a str, Vec<String>> {
    let mut carriers: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for source in places(report, origin).map(|at| &report.sources[at]) {
        carriers.entry(&source.outlet).or_default().push(source.id.clone());
    }
    carriers
}

/// The best words of an origin; of equally good ones the first.
fn best_saying(report: &Report, claim: &ReportClaim, origin: &ReportOrigin) -> Option<Saying> {
    let own = places(report, origin).filter_map(|at| Some((&report.sources[at], claim.stances.get(at)?)));
    let sayings = own.map(|(source, stance)| saying(source, stance, origin.side));
    sayings.rev().max_by(|a, b| a.score.total_cmp(&b.score))
}
