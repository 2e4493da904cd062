#!/usr/bin/env python3
"""Reads exported graphs with the programs they are made for, and compares what these understood.

usage: check_graphs.py FILE...

Files of one graph share a stem: outlets.graphml, outlets.json and outlets.dot are one graph. networkx loads
.graphml and .json (its node-link form), Graphviz's `dot` renders .dot. Each must see the same nodes and edges
with the same attributes. Needs networkx (PyPI) and dot (Debian's graphviz); exits with 1 and says where
anything differs.
"""

import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import defaultdict

import networkx

SVG = "{http://www.w3.org/2000/svg}"


def one_line(text):
    """Text as GraphML's flat lists of quotes have it: one line, characters that act shown as symbols."""
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


def against(one):
    """A contradiction as GraphML has it."""
    supports, contradicts = one["supports"], one["contradicts"]
    sides = (f"{one_line(side['outlet'])} “{one_line(side['quote'])}”" for side in (supports, contradicts))
    return f"{one['claim']}: {' / '.join(sides)}"


def flat(value):
    """A JSON attribute as GraphML has it."""
    if isinstance(value, list):
        if all(isinstance(item, str) for item in value):
            return xml_text(" ".join(value))
        return xml_text("\n".join(against(item) for item in value))
    return xml_text(value) if isinstance(value, str) else value


def comparable(graph):
    """Nodes and edges with their attributes, in an order that does not depend on the reader."""

    def attributes(data):
        return tuple(sorted((name, flat(value)) for name, value in data.items() if name not in ("id", "key")))

    nodes = sorted((node, attributes(data)) for node, data in graph.nodes(data=True))
    edges = []
    for source, target, data in graph.edges(data=True):
        ends = (source, target) if graph.is_directed() else tuple(sorted((source, target)))
        edges.append((ends, attributes(data)))
    return graph.is_directed(), nodes, sorted(edges)


def load_json(path):
    document = json.loads(path.read_text(encoding="utf-8"))
    graph = networkx.node_link_graph(document, edges="edges")
    assert graph.is_directed() == document["directed"], "directed"
    assert graph.is_multigraph() == document["multigraph"], "multigraph"
    assert graph.number_of_edges() == len(document["edges"]), "networkx merged edges"
    assert graph.number_of_nodes() == len(document["nodes"]), "networkx merged or made nodes"
    return graph


def count_dot(path):
    """How many nodes and edges Graphviz drew, from its SVG."""
    done = subprocess.run(["dot", "-Tsvg", str(path)], capture_output=True, check=False)
    errors = done.stderr.decode(errors="replace").strip()
    assert done.returncode == 0 and not errors, f"dot: {errors or done.returncode}"
    groups = [group.get("class") for group in ElementTree.fromstring(done.stdout).iter(f"{SVG}g")]
    return groups.count("node"), groups.count("edge")


def check(stem, paths):
    """The problems of one graph's files."""
    graphs, problems = {}, []
    for path in paths:
        try:
            if path.suffix == ".graphml":
                graphs[path] = networkx.read_graphml(path)
            elif path.suffix == ".json":
                graphs[path] = load_json(path)
            elif path.suffix != ".dot":
                problems.append(f"{path}: not .graphml, .json or .dot")
        except Exception as error:  # whatever a reader says, it is a problem of the file
            problems.append(f"{path}: {type(error).__name__}: {error}")
    first = next(iter(graphs), None)
    for path, graph in graphs.items():
        for what, expected, found in zip(("direction", "nodes", "edges"), comparable(graphs[first]), comparable(graph)):
            if expected != found:
                problems.append(f"{stem}: {what} differ between {first.name} and {path.name}:\n  {expected}\n  {found}")
    for path in (path for path in paths if path.suffix == ".dot"):
        try:
            drawn = count_dot(path)
        except (AssertionError, OSError, ElementTree.ParseError) as error:
            problems.append(f"{path}: {error}")
            continue
        expected = (graphs[first].number_of_nodes(), graphs[first].number_of_edges()) if first else drawn
        if drawn != expected:
            problems.append(f"{path}: {drawn} nodes and edges drawn, {first.name} has {expected}")
    return problems


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
