"""A document as text: JSON that people can read and compare line by line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from app.graph.document import Graph, Node, Snapshot
from app.graph.kinds import Kinds
from app.graph.records import graph_to_plain
from app.graph.spec import Plain

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
    graphs = {
        id: graph_to_plain(_complete(graph, kinds) if kinds else graph)
        for id, graph in sorted(snapshot.graphs.items())
    }
    record = {"format": FORMAT, "root": snapshot.root, "graphs": graphs, **snapshot.extra}
    return _LONE_SURROGATE.sub(_escape, "".join(_layout(record, 0))) + "\n"


def _layout(value: Plain, depth: int) -> Iterator[str]:
    """The pieces of ``value`` as text; every node field, parameter and wire gets its line."""
    if depth > _SPREAD or not value or not isinstance(value, dict | list):
        yield _one_line(value)
    elif isinstance(value, dict):
        yield "{"
        for index, (name, item) in enumerate(value.items()):
            yield f"{',' if index else ''}\n{'  ' * (depth + 1)}{_one_line(name)}: "
            yield from _layout(item, depth + 1)
        yield f"\n{'  ' * depth}}}"
    elif isinstance(value[0], dict):
        yield "["
        for index, item in enumerate(value):
            yield f"{',' if index else ''}\n{'  ' * (depth + 1)}{_one_line(item)}"
        yield f"\n{'  ' * depth}]"
    else:
        yield _one_line(value)


def _complete(graph: Graph, kinds: Kinds) -> Graph:
    """The graph with every parameter of every known node written out."""
    return replace(graph, nodes={id: with_defaults(n, kinds) for id, n in graph.nodes.items()})


def with_defaults(node: Node, kinds: Kinds) -> Node:
    """The node with the defaults of the parameters that it does not hold."""
    spec = kinds.spec(node.type)
    if spec is None or spec.defaults.keys() <= node.parameters.keys():
        return node
    return replace(node, parameters={**spec.defaults, **node.parameters})


def _escape(match: re.Match[str]) -> str:
    """Half of a surrogate pair cannot be written as UTF-8, but JSON has a spelling for it."""
    return f"\\u{ord(match.group()):04x}"
