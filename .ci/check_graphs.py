#!/usr/bin/env python3
"""Reads exported graphs with the programs they are made for, and compares what these understood.

usage: check_graphs.py FILE...

Files of one graph share a stem: outlets.json, outlets.graphml and outlets.dot are one graph. networkx loads .json
(its node-link form), .graphml and .gexf; Graphviz loads .dot, and renders it to .svg and .png beside it; Python's
csv module loads .csv. Each must find the nodes, edges and attributes that the .json has. Needs networkx (PyPI) and
dot (Debian's graphviz); exits with 1 and says where anything differs.
"""

import csv
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict

import networkx

SVG = "{http://www.w3.org/2000/svg}"


def one_line(text):
    """Text as the flat lists of quotes have it: one line, characters that act shown as symbols."""
    shown = []
    for char in " ".join(text.split()):
        code = ord(char)
        if code < 0x20:
            shown.append(chr(0x2400 + code))
        elif code == 0x7F:
            shown.append("\u2421")
        elif 0x80 <= code <= 0x9F or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069:
            shown.append("\ufffd")
        else:
            shown.append(char)
    return "".join(shown)


def xml_text(text):
    """Text as XML 1.0 can hold it."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)


def side(one):
    """One side of an agreement or a contradiction as formats without lists have it."""
    day = f" ({one_line(one['published'])})" if "published" in one else ""
    return f"{one_line(one['outlet'])}{day} “{one_line(one['quote'])}”"


def pair(one):
    """An agreement or a contradiction as formats without lists have it."""
    if "supports" in one:
        return f"{one['claim']}: {side(one['supports'])} / {side(one['contradicts'])}"
    return f"{one['claim']}: {side(one['a'])} / {side(one['b'])}" + ("" if one["independent"] else " (one origin)")


def flat(name, value):
    """A JSON attribute as formats without lists have it."""
    if isinstance(value, list):
        if name == "quotes":
            return xml_text("\n".join(pair(item) for item in value))
        return xml_text((" " if name == "claims" else "; ").join(value))
    return xml_text(value) if isinstance(value, str) else value


def attributes(data, without=()):
    """Attributes in an order that does not depend on the reader."""
    return tuple(sorted((name, flat(name, value)) for name, value in data.items() if name not in without))


def ends(source, target, directed):
    """The ends of an edge, in an order that does not depend on the reader."""
    return (source, target) if directed else tuple(sorted((source, target)))


def comparable(graph, no_node=(), no_edge=()):
    """Direction, nodes and edges with their attributes, without those that only one format has."""
    directed = graph.is_directed()
    nodes = sorted((node, attributes(data, ("id", *no_node))) for node, data in graph.nodes(data=True))
    edges = sorted(
        (ends(source, target, directed), attributes(data, ("id", "key", *no_edge)))
        for source, target, data in graph.edges(data=True)
    )
    return directed, nodes, edges


def load_json(path):
    document = json.loads(path.read_text(encoding="utf-8"))
    graph = networkx.node_link_graph(document, edges="edges")
    assert graph.is_directed() == document["directed"], "directed"
    assert graph.is_multigraph() == document["multigraph"], "multigraph"
    assert graph.number_of_edges() == len(document["edges"]), "networkx merged edges"
    assert graph.number_of_nodes() == len(document["nodes"]), "networkx merged or made nodes"
    return comparable(graph)


def load_graphml(path):
    return comparable(networkx.read_graphml(path))


def load_gexf(path):
    graph = networkx.read_gexf(path)
    for node, data in graph.nodes(data=True):
        assert data.get("start") == start(data), f"{node}: start"
        assert {"color", "size", "position"} <= data["viz"].keys(), f"{node}: viz"
    for source, target, data in graph.edges(data=True):
        assert data.get("start") == start(data), f"{source} {target}: start"
        assert data["weight"] == data.get("count", 1), f"{source} {target}: weight"
    return comparable(graph, no_node=("viz", "start"), no_edge=("label", "weight", "start"))


def start(data):
    """When something begins: the day that it was published, if that is a whole date."""
    published = data.get("published", "")
    return published if len(published) == 10 else None


def load_dot(path):
    """What Graphviz read, from its own JSON; it draws the pictures too."""
    for picture in ("svg", "png"):
        render(path, picture)
    groups = list(ElementTree.parse(path.with_suffix(".dot.svg")).iter(f"{SVG}g"))
    drawn = [group.get("class") for group in groups]
    labels = {group.find(f"{SVG}title").text: words(group) for group in groups if group.get("class") == "node"}
    document = json.loads(render(path, "dot_json"), strict=False)
    own = [thing for thing in document.get("objects", []) if "nodes" not in thing]
    names = {thing["_gvid"]: thing["name"] for thing in own}
    assert drawn.count("node") == len(own), "nodes drawn"
    assert drawn.count("edge") == len(document.get("edges", [])), "edges drawn"
    for thing in own:
        label = "".join(one_line(dict(dot_data(thing))["label"]).split())
        assert labels[thing["name"]].startswith(label[:36]), f"{label} is drawn as {labels[thing['name']]}"
    nodes = sorted((thing["name"], dot_data(thing)) for thing in own)
    edges = sorted(
        (ends(names[edge["tail"]], names[edge["head"]], document["directed"]), dot_data(edge))
        for edge in document.get("edges", [])
    )
    return document["directed"], nodes, edges


def words(group):
    """What is written in a picture's node, without white space."""
    return "".join("".join("".join(text.itertext()) for text in group.iter(f"{SVG}text")).split())


def render(path, form):
    """What Graphviz makes of a file; pictures are written beside it."""
    into = ["-o", str(path.with_suffix(f".dot.{form}"))] if form in ("svg", "png") else []
    done = subprocess.run(["dot", f"-T{form}", *into, str(path)], capture_output=True, check=False)
    errors = done.stderr.decode(errors="replace").strip()
    assert done.returncode == 0 and not errors, f"dot: {errors or done.returncode}"
    return done.stdout


def dot_data(thing):
    """The attributes that are for programs; all are text in DOT."""
    data = {name[5:]: value for name, value in thing.items() if name.startswith("data_")}
    return tuple(sorted((name, value.replace("\\\\", "\\")) for name, value in data.items()))


def texts(graph):
    """A graph whose attributes are all text; 1.0 is written 1, and empty text is not there."""

    def text(value):
        return str(value).removesuffix(".0") if isinstance(value, float) else str(value)

    def of(things):
        return sorted((name, tuple((key, text(value)) for key, value in data if value != "")) for name, data in things)

    directed, nodes, edges = graph
    return directed, of(nodes), of(edges)


def check_csv(path, document):
    """Holds every row of an edge list against the node-link form."""
    nodes = {node["id"]: node for node in document["nodes"]}
    expected = []
    for number, edge in enumerate(document["edges"]):
        ends = (nodes[edge["source"]], nodes[edge["target"]])
        start = {"source": edge["source"], "target": edge["target"], "edge": f"e{number}", "kind": edge["kind"]}
        start |= {"source_label": ends[0]["label"], "target_label": ends[1]["label"]}
        expected += [start | row for row in csv_rows(edge, *ends)]
    with path.open(encoding="utf-8", newline="") as file:
        found = [{name: cell for name, cell in row.items() if cell} for row in csv.DictReader(file)]
    for row in found:
        assert row.pop("type") == ("directed" if document["directed"] else "undirected"), "type"
    as_text = ({name: csv_cell(value) for name, value in row.items()} for row in expected)
    rows = [tuple(sorted((name, cell) for name, cell in row.items() if cell)) for row in as_text]
    return [f"{path}: rows {one}" for one in differences(rows, [tuple(sorted(row.items())) for row in found])]


def csv_cell(value):
    """A value as a cell has it."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)


def csv_rows(edge, source, target):
    """What the rows of an edge say besides its ends."""
    names = ("quote", "line", "outlet", "source", "published", "attributed_to")
    if "quotes" in edge:
        for one in edge["quotes"]:
            sides = [one[name] for name in ("a", "b", "supports", "contradicts") if name in one]
            row = {"claim": one["claim"]} | {name: one[name] for name in ("independent",) if name in one}
            for own, other, name in zip((n if n in ("quote", "line") else f"quote_{n}" for n in names),
                                        (f"other_{n.removeprefix('quote_')}" for n in names), names):
                row |= {own: sides[0].get(name, ""), other: sides[1].get(name, "")}
            yield row
        return
    copied = ("score", "quote", "line", "how", "words")
    row = {name: edge[name] for name in copied if name in edge}
    renamed = {"published": "quote_published", "attributed_to": "quote_attributed_to"}
    renamed |= {"of_a": "of_source", "of_b": "of_target"}
    row |= {new: edge[old] for old, new in renamed.items() if old in edge}
    if "sources" in edge:
        row["sources"] = "; ".join(edge["sources"])
    if "quote" in edge and source["kind"] == "source":
        row |= {"quote_outlet": source["outlet"], "quote_source": source["label"]}
    if edge["kind"] in ("supports", "contradicts", "unclear"):
        row["claim"] = target["label"]
    elif edge["kind"] == "carries":
        row["claim"] = target["claim"]
    for claim in edge.get("claims", [row.get("claim", "")]):
        yield row | {"claim": claim}


READERS = {".graphml": load_graphml, ".gexf": load_gexf, ".dot": load_dot}


def check(stem, paths):
    """The problems of one graph's files."""
    problems = []
    json_path = stem.with_name(stem.name + ".json")
    try:
        expected = load_json(json_path)
    except Exception as error:
        return [f"{json_path}: {type(error).__name__}: {error}"]
    for path in (path for path in paths if path != json_path):
        try:
            if path.suffix == ".csv":
                problems += check_csv(path, json.loads(json_path.read_text(encoding="utf-8")))
                continue
            found = READERS[path.suffix](path)
        except Exception as error:  # whatever a reader says, it is a problem of the file
            problems.append(f"{path}: {type(error).__name__}: {error}")
            continue
        wanted = texts(expected) if path.suffix == ".dot" else expected
        if wanted[0] != found[0]:
            problems.append(f"{path}: another direction than in {json_path.name}")
        for what, one, other in zip(("nodes", "edges"), wanted[1:], found[1:]):
            problems += [f"{path}: {what}: {problem}" for problem in differences(one, other)]
    return problems


def differences(expected, found):
    """What is missing from one of two lists, if anything is."""
    missing, extra = Counter(expected) - Counter(found), Counter(found) - Counter(expected)
    return [f"missing: {one}" for one in missing] + [f"too many: {one}" for one in extra]


def main(arguments):
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    by_stem = defaultdict(list)
    for path in map(pathlib.Path, arguments):
        by_stem[path.with_suffix("")].append(path)
    problems = []
    for stem, paths in sorted(by_stem.items()):
        found = check(stem, paths)
        problems += found
        if not found:
            print(f"{stem}: {', '.join(sorted(path.suffix for path in paths))} agree")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
