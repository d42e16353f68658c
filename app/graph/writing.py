"""A document as text: JSON that people can read and compare line by line."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from app.graph.document import Graph, Node, Snapshot
from app.graph.fields import Record
from app.graph.interface import definition_of
from app.graph.kinds import Kinds
from app.graph.models import with_notes
from app.graph.records import graph_to_plain
from app.graph.spec import Plain
from app.graph.subgraphs import within

FORMAT = 1
"""Version of the file format; counts up when an older program could no longer read a file."""

_SPREAD = 5
"""Depth to which objects take a line for each entry: file, graphs, graph, nodes, node, parameters.
What lies deeper stands on the line of its parameter."""

_one_line = json.JSONEncoder(ensure_ascii=False).encode
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def to_text(snapshot: Snapshot, kinds: Kinds | None) -> str:
    """The document as the text of a ``.loom`` file, the same text for the same document.

    Everything is sorted by id. ``kinds`` serves to write the parameters that a node leaves at their
    defaults; None writes what is there.
    """
    known = within(kinds, snapshot) if kinds else None
    graphs = {
        id: graph_to_plain(_complete(graph, known) if known else graph)
        for id, graph in sorted(snapshot.graphs.items())
    }
    record = {"format": FORMAT, "root": snapshot.root, "graphs": graphs, **snapshot.extra}
    return _LONE_SURROGATE.sub(_escape, "".join(_lines(record))) + "\n"


def _lines(record: Record) -> list[str]:
    pieces: list[str] = []
    _layout(record, 0, pieces)
    return pieces


def _layout(value: Plain, depth: int, pieces: list[str]) -> None:
    """Add ``value`` as text; every node field, parameter and wire gets its line."""
    if depth > _SPREAD or not value or not isinstance(value, dict | list):
        pieces.append(_one_line(value))
        return
    comma, margin = "", "\n" + "  " * (depth + 1)
    if isinstance(value, dict):
        pieces.append("{")
        for name, item in value.items():
            pieces.append(f"{comma}{margin}{_one_line(name)}: ")
            _layout(item, depth + 1, pieces)
            comma = ","
        pieces.append(margin[:-2] + "}")
    elif isinstance(value[0], dict):
        pieces.append("[")
        pieces.append(f"{margin}{f',{margin}'.join(map(_one_line, value))}{margin[:-2]}]")
    else:
        pieces.append(_one_line(value))


def _complete(graph: Graph, kinds: Kinds) -> Graph:
    """The graph with every parameter of every known node written out."""
    written = {id: with_notes(with_defaults(n, kinds), kinds) for id, n in graph.nodes.items()}
    return replace(graph, nodes=written)


def with_defaults(node: Node, kinds: Kinds) -> Node:
    """The node with the defaults of the parameters that it does not hold.

    Not so instances of subgraphs: what they do not hold follows the definition.
    """
    if definition_of(node.type) is not None:
        return node
    spec = kinds.spec(node.type)
    if spec is None or spec.defaults.keys() <= node.parameters.keys():
        return node
    return replace(node, parameters={**spec.defaults, **node.parameters})


def _escape(match: re.Match[str]) -> str:
    """Half of a surrogate pair cannot be written as UTF-8, but JSON has a spelling for it."""
    return f"\\u{ord(match.group()):04x}"
