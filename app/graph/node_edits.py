"""Edits of nodes that stay where they are: their values, titles and flags."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from app.graph.boxes import graph_of
from app.graph.changes import Change
from app.graph.document import Snapshot
from app.graph.ends import rename_end
from app.graph.errors import UnknownNode, UnknownSocket
from app.graph.exposing import set_graph_title
from app.graph.interface import ENDS, NAME, definition_of
from app.graph.kinds import Kinds
from app.graph.naming import title_of
from app.graph.operations import Operation, SetAttribute, SetParameter
from app.graph.phrases import Phrase
from app.graph.rules import known_spec
from app.graph.spec import NodeSpec, Plain
from app.graph.subgraphs import within
from app.graph.ungrouping import uses

Flag = Literal["bypassed", "muted", "collapsed"]

_FLAG_NAMES: Mapping[tuple[str, bool], str] = {
    ("bypassed", True): "Bypass",
    ("bypassed", False): "Stop bypassing",
    ("muted", True): "Mute",
    ("muted", False): "Stop muting",
    ("collapsed", True): "Collapse",
    ("collapsed", False): "Expand",
}


def set_parameter(
    snapshot: Snapshot,
    kinds: Kinds,
    node: str,
    name: str,
    value: Plain,
    *,
    graph_id: str | None = None,
) -> Change:
    """Set a parameter; consecutive changes of the same one are one undo step.

    Raises BadValue for a value out of range, UnknownSocket for an unknown parameter, UnknownNode or
    UnknownKind.
    """
    graph, here = graph_of(snapshot, graph_id)
    kinds = within(kinds, snapshot)
    spec = known_spec(graph, kinds, node)
    if spec.type in ENDS and name == NAME:
        return rename_end(snapshot, node, str(value), graph_id=graph_id)
    new = accepted(spec, title_of(graph, kinds, node), {name: value})[name]
    said = Phrase("Set {parameter}", parameter=Phrase(name))
    held = graph.nodes[node].parameters
    if name in held and repr(held[name]) == repr(new):
        return Change(said)
    operation = SetParameter(here, node, name, new)
    return Change(said, (operation,), merge=f"parameter/{here}/{node}/{name}")


def rename(snapshot: Snapshot, node: str, title: str, *, graph_id: str | None = None) -> Change:
    """Give a node a title of its own; an empty one brings that of its kind back.

    The only instance of a subgraph passes its title on to the definition, an end names its socket.
    """
    graph, here = graph_of(snapshot, graph_id)
    if node not in graph.nodes:
        raise UnknownNode(node=node)
    if graph.nodes[node].type in ENDS:
        return rename_end(snapshot, node, title, graph_id=graph_id)
    definition = definition_of(graph.nodes[node].type)
    if definition in snapshot.graphs and title and uses(snapshot, definition or "") == 1:
        named = set_graph_title(snapshot, title, graph_id=definition).operations
        own = (SetAttribute(here, node, "title", ""),) if graph.nodes[node].title else ()
        return Change("Rename", (*named, *own))
    if graph.nodes[node].title == title:
        return Change("Rename")
    return Change("Rename", (SetAttribute(here, node, "title", title),))


def set_flag(
    snapshot: Snapshot,
    ids: Iterable[str],
    flag: Flag,
    value: bool,
    *,
    graph_id: str | None = None,
) -> Change:
    """Bypass, mute or collapse nodes, or end that. Raises UnknownNode."""
    graph, here = graph_of(snapshot, graph_id)
    operations: list[Operation] = []
    for id in dict.fromkeys(ids):
        if id not in graph.nodes:
            raise UnknownNode(node=id)
        if getattr(graph.nodes[id], flag) != value:
            operations.append(SetAttribute(here, id, flag, value))
    return Change(_FLAG_NAMES[flag, value], tuple(operations))


def accepted(spec: NodeSpec, title: str, values: Mapping[str, Plain]) -> dict[str, Plain]:
    """The values in their canonical form."""
    for name in values:
        if name not in spec.parameters_by_name:
            raise UnknownSocket(node=title, role=Phrase("parameter"), name=name)
    return {name: spec.parameters_by_name[name].accept(value) for name, value in values.items()}
