"""What else changes when a socket or parameter of a subgraph gets another name, or goes away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from app.graph.document import Exposed, Graph, Node, Snapshot, Socket, Source
from app.graph.interface import instances
from app.graph.operations import (
    ClearParameter,
    Operation,
    SetGraphField,
    SetParameter,
    SetWires,
)

Names = Mapping[str, str | None]
"""Old name -> new name, or None for what goes away."""


def follow_inputs(snapshot: Snapshot, definition: str, names: Names) -> Iterator[Operation]:
    """Keep wires and values at the inputs and parameters of all instances, wherever they are."""
    for here, graph in snapshot.graphs.items():
        for id, held in instances(graph).items():
            if held == definition and names:
                yield from _arriving(graph, here, id, names)
                yield from _values(graph.nodes[id], here, names)
                yield from _exposed(snapshot, graph, here, id, names)


def follow_outputs(snapshot: Snapshot, definition: str, names: Names) -> Iterator[Operation]:
    """Keep the wires at the outputs of all instances, wherever they are."""
    for here, graph in snapshot.graphs.items():
        found = {id for id, held in instances(graph).items() if held == definition}
        sockets = {w.socket for id in found for w in graph.consumers_of.get(id, ())}
        for socket in sorted(sockets):
            named = [_renamed(source, found, names) for source in graph.wires[socket]]
            kept = tuple(source for source in named if source is not None)
            if kept != graph.wires[socket]:
                yield SetWires(here, socket, kept)


def _renamed(source: Source, found: set[str], names: Names) -> Source | None:
    if source.node not in found or source.output not in names:
        return source
    name = names[source.output]
    return None if name is None else Source(source.node, name)


def _arriving(graph: Graph, here: str, id: str, names: Names) -> Iterator[Operation]:
    held = graph.inputs_of.get(id, {})
    moved = {new: held.get(old, ()) for old, new in names.items() if new is not None}
    for name in sorted({*names, *moved}):
        sources = moved.get(name, ())
        if sources != held.get(name, ()):
            yield SetWires(here, Socket(id, name), sources)


def _values(node: Node, here: str, names: Names) -> Iterator[Operation]:
    held = node.parameters
    moved = {new: held[old] for old, new in names.items() if new is not None and old in held}
    for name in sorted({*names, *moved}):
        if name in moved:
            yield SetParameter(here, node.id, name, moved[name])
        elif name in held:
            yield ClearParameter(here, node.id, name)


def _exposed(
    snapshot: Snapshot, graph: Graph, here: str, id: str, names: Names
) -> Iterator[Operation]:
    """An instance's parameter may be exposed in its turn: it keeps the name it has there."""
    gone = [e for e in graph.exposed if e.node == id and names.get(e.parameter, "") is None]
    kept = tuple(_item(e, names) if e.node == id else e for e in graph.exposed if e not in gone)
    if kept != graph.exposed:
        yield SetGraphField(here, "exposed", kept)
        yield from follow_inputs(snapshot, here, {item.name: None for item in gone})


def _item(item: Exposed, names: Names) -> Exposed:
    name = names.get(item.parameter)
    if name is None:
        return item
    return replace(item, parameter=name, title="" if item.name == name else item.name)
