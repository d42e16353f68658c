"""Which ports fit the end of a wire: while it is dragged, and when a node is added for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.graph.document import Graph, Socket, Source
from app.graph.rules import taken_type
from app.graph.spec import NodeSpec
from app.graph.types import ANY, ValueType, conflict, fits

if TYPE_CHECKING:
    from app.ui.canvas.cards.ports import Port
    from app.ui.canvas.projection import Projection


@dataclass(frozen=True)
class End:
    """One end of a wire: a port of a node, with what it gives or takes."""

    node: str
    side: str
    name: str
    type: ValueType
    each: bool = False


def match(source: ValueType, target: ValueType, *, each: bool = False) -> bool:
    """Whether a value of ``source`` may go to ``target``."""
    return fits(source, target, each=each) and conflict(source, target) is None


def _general(type: ValueType) -> bool:
    """Whether a port takes or gives anything."""
    return type.name == ANY or type.is_variable


def best_partner(spec: NodeSpec, end: End) -> str | None:
    """The port of a new node that fits the end best; None if none does.

    The same type comes before one that is merely accepted, sockets come before parameters.
    """
    if end.side == "out":
        offers = [
            (s.name, s.type, match(end.type, s.type, each=s.takes_items)) for s in spec.inputs
        ]
        values = [p for p in spec.parameters if p.takes_wire and not p.advanced]
        offers += [(p.name, p.type, match(end.type, p.type, each=True)) for p in values]
    else:
        offers = [(o.name, o.type, match(o.type, end.type, each=end.each)) for o in spec.outputs]
    fitting = [(name, type) for name, type, good in offers if good]
    exact = [name for name, type in fitting if type.name == end.type.name]
    return next(iter(exact), fitting[0][0] if fitting else None)


def way_through(
    spec: NodeSpec, given: ValueType, taken: ValueType, *, each: bool = False
) -> tuple[str, str] | None:
    """The input and output of a kind by which it can be put into a wire; None if it cannot."""
    inward = best_partner(spec, End("", "out", "", given))
    outward = best_partner(spec, End("", "in", "", taken, each))
    return (inward, outward) if inward is not None and outward is not None else None


def end_of(projection: Projection, port: Port) -> End:
    """A port as the end of a wire; an output is of the type that is known to leave it."""
    spot, kind = port.spot, port.spot.type
    if spot.side == "out":
        kind = projection.types.get(Source(port.card.id, spot.name), kind)
    return End(port.card.id, spot.side, spot.name, kind, spot.each)


def fitting_ports(projection: Projection, end: End) -> set[Port]:
    """The ports at which a wire may end that starts at ``end``."""
    # An output must not feed what it depends on; an input must not be fed by what it feeds.
    barred = reachable(projection.graph, end.node, upstream=end.side == "out")
    return {
        port
        for card in projection.cards.values()
        if card.id not in barred and card.face.content.spec is not None
        for port in card.ports.values()
        if port.spot.side != end.side and _suits(projection, end, port)
    }


def _suits(projection: Projection, end: End, port: Port) -> bool:
    """Whether the types of the two ends fit."""
    if end.side == "out":
        return match(end.type, _taken(projection, port), each=port.spot.each)
    given = projection.types.get(Source(port.card.id, port.name), port.spot.type)
    return match(given, end.type, each=end.each)


def _taken(projection: Projection, port: Port) -> ValueType:
    """What an input takes; a generic one, what the other wires of its node carry."""
    if not port.spot.type.is_variable:
        return port.spot.type
    socket = Socket(port.card.id, port.name)
    return taken_type(projection.graph, projection.kinds, socket)


def fitness(spec: NodeSpec, end: End) -> int:
    """How well a kind of node suits a wire's end: 2 the same type, 1 accepted, 0 not at all."""
    partner = best_partner(spec, end)
    if partner is None:
        return 0
    output = spec.outputs_by_name.get(partner)
    found = spec.input_type(partner) if end.side == "out" else output and output.type
    return 2 if found and found.name == end.type.name and not _general(end.type) else 1


def reachable(graph: Graph, start: str, *, upstream: bool) -> set[str]:
    """The node and all that feed it, or all that it feeds: where a wire would close a loop."""
    found, todo = {start}, [start]
    while todo:
        key = todo.pop()
        for other in _neighbours(graph, key, upstream):
            if other not in found:
                found.add(other)
                todo.append(other)
    return found


def _neighbours(graph: Graph, key: str, upstream: bool) -> Iterable[str]:
    """The nodes at the other ends of the wires on one side of a node."""
    if upstream:
        return [s.node for sources in graph.inputs_of.get(key, {}).values() for s in sources]
    return [wire.socket.node for wire in graph.consumers_of.get(key, ())]
