"""A graph without what its user wrote or keeps: no prompts, no paths, no notes, no names of theirs.

What is left is how it works: kinds of nodes, wires, numbers and choices. What the titles of
exposed parameters say stays, since wires and values are found by them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from app.graph.document import Graph, Node, Snapshot
from app.graph.errors import GraphError
from app.graph.kinds import Kinds
from app.graph.reading import read_text
from app.graph.spec import NodeSpec, ParameterKind, ParameterSpec, Plain
from app.graph.subgraphs import within
from app.graph.writing import to_text

_WRITTEN = (ParameterKind.TEXT, ParameterKind.FILE, ParameterKind.FOLDER)
_SHIPPED = "resources:"


def private_text(text: str, kinds: Kinds) -> str:
    """The text of a graph file without anything private; empty where it is no graph."""
    try:
        return to_text(without_private(read_text(text, kinds).snapshot, kinds), None)
    except GraphError:
        return ""


def without_private(snapshot: Snapshot, kinds: Kinds) -> Snapshot:
    """The same document without anything private."""
    known = within(kinds, snapshot)
    graphs = {id: _graph(graph, known) for id, graph in snapshot.graphs.items()}
    return replace(snapshot, graphs=graphs, extra={})


def _graph(graph: Graph, kinds: Kinds) -> Graph:
    nodes = {id: _node(node, kinds.spec(node.type)) for id, node in graph.nodes.items()}
    frames = {id: replace(box, title="", extra={}) for id, box in graph.frames.items()}
    exposed = tuple(replace(each, extra={}) for each in graph.exposed)
    return replace(
        graph,
        nodes=nodes,
        frames=frames,
        notes={},
        title="",
        exposed=exposed,
        extra={},
        wire_extra={},
    )


def _node(node: Node, spec: NodeSpec | None) -> Node:
    specs: Mapping[str, ParameterSpec] = spec.parameters_by_name if spec else {}
    held = {name: _value(value, specs.get(name)) for name, value in node.parameters.items()}
    parameters = {name: value for name, value in held.items() if value is not None}
    return replace(node, title="", parameters=parameters, extra={})


def _value(value: Plain, spec: ParameterSpec | None) -> Plain:
    """The value of a parameter; its default where it may be private, None where it is unknown."""
    if isinstance(value, bool | int | float) or spec is None:
        return value if isinstance(value, bool | int | float) else None
    if spec.kind is ParameterKind.MODEL:
        return re.split(r"[/\\]", str(value))[-1]
    if spec.kind not in _WRITTEN or spec.control or str(value).startswith(_SHIPPED):
        return value
    is_prose = spec.read_by or spec.many_lines
    return "" if is_prose else spec.default
