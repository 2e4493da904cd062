//! Every format over the graphs of one report, and over one that has every kind of node and edge; see `snapshots/`
//! beside this file.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use petgraph::{Directed, EdgeType, Undirected};
use proptest::{prop_assert, prop_assert_eq};
use quick_xml::events::Event;

use super::super::tests::{any_text, readable, speaking, written};
use super::*;
use crate::graph::{
    Agreement, Builder, Cited, Citing, Contradiction, Copying, Edge, EvidenceGraph, Node, OriginGraph,
    OutletGraph, Saying, Side,
};
use crate::report::fixture;
use crate::stance::Stance;
use crate::verdict::Verdict;

fn in_format<Ty: EdgeType>(format: GraphFormat, graph: &Graph<Ty>) -> String {
    written(|out| format.write(graph, out))
}

#[test]
fn graphs() {
    let report = fixture::report();
    for format in GraphFormat::ALL {
        let outlets = in_format(format, &OutletGraph::of_outlets(&report));
        insta::assert_snapshot!(format!("outlets-{}", format.name()), readable(&outlets));
        let evidence = in_format(format, &EvidenceGraph::of_evidence(&report));
        insta::assert_snapshot!(format!("evidence-{}", format.name()), readable(&evidence));
        let origins = in_format(format, &OriginGraph::of_origins(&report));
        insta::assert_snapshot!(format!("origins-{}", format.name()), readable(&origins));
    }
}

#[test]
fn every_kind() {
    for format in GraphFormat::ALL {
        let directed = in_format(format, &every_directed_kind());
        insta::assert_snapshot!(format!("directed-{}", format.name()), directed);
        let undirected = in_format(format, &every_undirected_kind());
        insta::assert_snapshot!(format!("undirected-{}", format.name()), undirected);
    }
}

#[test]
fn an_empty_graph_has_every_format() {
    let empty = fixture::large(0, 0);
    for format in GraphFormat::ALL {
        assert!(!in_format(format, &OutletGraph::of_outlets(&empty)).is_empty(), "{}", format.name());
        assert!(!in_format(format, &EvidenceGraph::of_evidence(&empty)).is_empty(), "{}", format.name());
    }
}

#[test]
fn names_and_endings_are_distinct() {
    let names: BTreeSet<&str> = GraphFormat::ALL.iter().map(|format| format.name()).collect();
    assert_eq!(names.len(), GraphFormat::ALL.len());
    for format in GraphFormat::ALL {
        assert!(!format.endings().is_empty());
        for ending in format.endings() {
            assert_eq!(GraphFormat::of_ending(ending), Some(format), "{ending}");
            assert_eq!(GraphFormat::of_ending(&ending.to_uppercase()), Some(format), "{ending}");
        }
    }
    for unknown in ["", "png", "svg", "txt", ".dot", "dot "] {
        assert_eq!(GraphFormat::of_ending(unknown), None, "{unknown:?}");
    }
}

#[test]
fn a_large_graph_says_what_mermaid_needs() {
    let limit = "maxEdges and maxTextSize";
    let large = EvidenceGraph::of_evidence(&fixture::large(60, 180));
    assert!(large.edges().count() > 500);
    assert!(in_format(GraphFormat::Mermaid, &large).contains(limit));
    assert!(!in_format(GraphFormat::Mermaid, &every_directed_kind()).contains(limit));
}

#[test]
fn a_crowd_of_outlets_has_no_words_on_its_edges() {
    let large = OutletGraph::of_outlets(&fixture::large(60, 120));
    assert!(large.edges().count() > 150);
    let dot = in_format(GraphFormat::Dot, &large);
    assert!(dot.contains("layout=sfdp") && !dot.contains("agree on"));
    assert!(in_format(GraphFormat::Dot, &every_undirected_kind()).contains("agree on"));
}

#[test]
fn an_edge_list_has_every_claim_of_an_edge() {
    let text = in_format(GraphFormat::Csv, &every_undirected_kind());
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let at = |row: &::csv::StringRecord, name: &str| {
        row[header.iter().position(|column| column == name).unwrap()].to_owned()
    };
    let rows: Vec<::csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    let found: Vec<[String; 4]> =
        rows.iter().map(|row| ["edge", "kind", "claim", "other_quote"].map(|name| at(row, name))).collect();
    assert_eq!(
        found,
        [
            ["e0", "agree", "met-twice", "the words of b"],
            ["e0", "agree", "met-once", "the words of b"],
            ["e1", "contradict", "met-once", "the words of c"],
            ["e2", "contradict", "met-twice", "the words of c"],
        ]
    );
}

fn outlet(name: &str, camp: Option<usize>) -> Node {
    Node::Outlet { name: name.into(), sources: 1, camp }
}

fn claim(id: &str, verdict: Verdict) -> Node {
    let (question, text) = ("How often did they meet?".to_owned(), format!("They {}.", id.replace('-', " ")));
    Node::Claim { id: id.into(), question, text, verdict }
}

fn says(side: Stance) -> Edge {
    Edge::Says(Saying {
        side,
        score: 0.75,
        quote: format!("words that {}", side.name()),
        line: 3,
        attributed_to: Some("Dan Jarvis".into()),
        published: Some("2025-02-12".into()),
    })
}

/// Two sources of two outlets that do everything a source can do.
fn every_directed_kind() -> Graph<Directed> {
    let mut graph = Builder::default();
    let source = |id: &str, published: &str| Node::Source {
        id: id.into(),
        outlet: "The Courier".into(),
        title: Some("What they said".into()),
        published: Some(published.into()),
    };
    let cited = |label: &str| Cited {
        label: label.into(),
        description: Some("security minister".into()),
        sources: 2,
    };
    let courier = graph.node(outlet("The Courier", Some(1)));
    let ledger = graph.node(outlet("The Ledger", Some(2)));
    let first = graph.node(source("first", "2025-02-12"));
    let second = graph.node(source("second", "2025-02"));
    let speaker = graph.node(Node::Speaker(cited("Dan Jarvis")));
    let document = graph.node(Node::Document(cited("the review")));
    let origin = graph.node(Node::Origin {
        claim: "met-once".into(),
        side: Stance::Contradicts,
        number: 1,
        outlets: vec!["The Courier".into(), "The Ledger".into()],
        because: "the same speaker: Dan Jarvis".into(),
    });
    let once = graph.node(claim("met-once", Verdict::Disputed));
    let twice = graph.node(claim("met-twice", Verdict::SingleSource));
    let question = graph.node(Node::Question { text: "How often did they meet?".into() });
    graph.edge(courier, Edge::Publishes, first);
    graph.edge(ledger, Edge::Carries { sources: vec!["second".into(), "third".into()] }, origin);
    graph.edge(first, says(Stance::Supports), once);
    graph.edge(first, says(Stance::Contradicts), once);
    graph.edge(second, says(Stance::Unclear), twice);
    graph.edge(origin, says(Stance::Contradicts), once);
    let citing =
        Citing { claims: vec!["met-once".into(), "met-twice".into()], quote: "We met.".into(), line: 7 };
    graph.edge(first, Edge::AttributedTo(citing.clone()), speaker);
    graph.edge(second, Edge::AttributedTo(citing), document);
    let copying = Copying { how: "passage", words: 31, of_a: 0.25, of_b: 0.5 };
    graph.edge(first, Edge::Copies(copying), second);
    graph.edge(once, Edge::Rivals, twice);
    graph.edge(twice, Edge::Implies, once);
    graph.edge(once, Edge::Answers, question);
    graph.edge(twice, Edge::Answers, question);
    graph.finish()
}

/// Three outlets in two camps; the third contradicts itself.
fn every_undirected_kind() -> Graph<Undirected> {
    let side = |outlet: &str, published: Option<&str>| Side {
        outlet: outlet.into(),
        source: format!("{outlet}-1"),
        published: published.map(str::to_owned),
        quote: format!("the words of {outlet}"),
        line: 5,
        attributed_to: None,
    };
    let agreement = |claim: &str, independent| Agreement {
        claim: claim.into(),
        a: side("a", Some("2025-02-12")),
        b: side("b", None),
        independent,
    };
    let contradiction = |claim: &str, supports| Contradiction {
        claim: claim.into(),
        supports: side(supports, None),
        contradicts: side("c", Some("2025-02-13")),
    };
    let mut graph = Builder::default();
    let [a, b, c] =
        [("a", Some(1)), ("b", Some(1)), ("c", Some(2))].map(|(name, camp)| graph.node(outlet(name, camp)));
    graph.edge(a, Edge::Agree(vec![agreement("met-twice", true), agreement("met-once", false)]), b);
    graph.edge(a, Edge::Contradict(vec![contradiction("met-once", "a")]), c);
    graph.edge(c, Edge::Contradict(vec![contradiction("met-twice", "c")]), c);
    graph.finish()
}

/// How many elements called `name` are in well-formed `xml`.
fn elements(xml: &str, name: &str) -> usize {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut count = 0;
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return count,
            Event::Start(start) => {
                assert!(start.attributes().all(|attribute| attribute.is_ok()));
                count += usize::from(start.name().as_ref() == name);
            }
            _ => {}
        }
    }
}

/// What of a Mermaid chart is no comment and no quoted text.
fn skeleton(chart: &str) -> String {
    let lines = chart.lines().filter(|line| !line.trim_start().starts_with("%%"));
    lines.map(|line| line.split('"').step_by(2).collect::<Vec<_>>().join("\"\"") + "\n").collect()
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(48))]

    #[test]
    fn no_text_breaks_a_graph(text in any_text()) {
        let graph = EvidenceGraph::of_evidence(&speaking(&text));
        let (nodes, edges) = (graph.nodes().count(), graph.edges().count());

        let json = in_format(GraphFormat::Json, &graph);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(json["nodes"].as_array().map(Vec::len), Some(nodes));
        let cytoscape = in_format(GraphFormat::Cytoscape, &graph);
        let cytoscape: serde_json::Value = serde_json::from_str(&cytoscape).unwrap();
        prop_assert_eq!(cytoscape["elements"]["edges"].as_array().map(Vec::len), Some(edges));

        for format in [GraphFormat::Graphml, GraphFormat::Gexf] {
            let xml = in_format(format, &graph);
            prop_assert_eq!((elements(&xml, "node"), elements(&xml, "edge")), (nodes, edges));
        }

        let list = in_format(GraphFormat::Csv, &graph);
        let rows = ::csv::Reader::from_reader(list.as_bytes()).into_records();
        let ids: BTreeSet<String> = rows.map(|row| row.unwrap()[3].to_owned()).collect();
        prop_assert_eq!(ids.len(), edges);
    }

    #[test]
    fn no_text_changes_the_shape_of_a_chart(text in any_text()) {
        let chart = |text: &str| in_format(GraphFormat::Mermaid, &EvidenceGraph::of_evidence(&speaking(text)));
        // Texts that are no more than white space have no comment line of their own.
        let (hostile, tame) = (chart(&format!("x{text}")), chart("x"));
        prop_assert_eq!(skeleton(&hostile), skeleton(&tame));
        for c in ['[', ']', '{', '}', '<', '>', '#', '%', '`', '|', ';', ':'] {
            for line in hostile.lines().filter(|line| line.contains('"')) {
                for quoted in line.split('"').skip(1).step_by(2) {
                    let plain = quoted.replace("<br/>", " ");
                    let coded = matches!(c, '#' | ';');
                    prop_assert!(coded || !plain.contains(c), "{c} in {quoted}");
                }
            }
        }
    }
}
