"""Dots as edits: wires are led through a point, and joined again when it goes."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from app.graph.boxes import graph_of
from app.graph.changes import Change
from app.graph.document import Node, Snapshot, Socket, Source, Wire
from app.graph.fields import coordinates
from app.graph.interface import DOT, VALUE
from app.graph.naming import new_id
from app.graph.operations import NODES, Operation, Put, SetWires


def add_dots(
    snapshot: Snapshot,
    wires: Mapping[Source, Collection[Wire]],
    places: Mapping[Source, tuple[float, float]],
    *,
    graph_id: str | None = None,
) -> Change:
    """Lead wires through dots: one for each output, at its place, for the given wires of it."""
    graph, here = graph_of(snapshot, graph_id)
    taken = {*graph.nodes, *graph.frames, *graph.notes}
    operations: list[Operation] = []
    sources: dict[Socket, list[Source]] = {}
    for source, led in wires.items():
        dot = new_id(DOT, taken)
        taken.add(dot)
        node = Node(dot, DOT, position=coordinates(places[source]))
        operations += [Put(here, NODES, dot, node), SetWires(here, Socket(dot, VALUE), (source,))]
        for wire in led:
            held = sources.setdefault(wire.socket, list(graph.wires[wire.socket]))
            held[wire.place] = Source(dot, VALUE)
    operations += [SetWires(here, socket, tuple(held)) for socket, held in sources.items()]
    return Change("Add dot" if len(wires) == 1 else "Add dots", tuple(operations))
