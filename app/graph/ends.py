"""Edits of a subgraph's inputs and outputs. Its instances keep their wires and values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.graph.boxes import graph_of
from app.graph.changes import Change
from app.graph.document import Graph, Node, Snapshot, Socket, Source
from app.graph.errors import UnknownNode
from app.graph.following import follow_inputs, follow_outputs
from app.graph.interface import (
    ENDS,
    INPUT,
    NAME,
    OUTPUT,
    PLACE,
    VALUE,
    definition_of,
    end_name,
    ends,
)
from app.graph.naming import free_name
from app.graph.operations import Operation, SetParameter
from app.graph.spec import NodeSpec, Plain
from app.graph.subgraph_errors import HoldsItself, NoPlaceForEnd
from app.graph.subgraphs import within_reach


def check_place(snapshot: Snapshot, here: str, type: str, title: str) -> None:
    """Refuse a node where it has no meaning: a subgraph within itself, an end in the root.

    Raises HoldsItself or NoPlaceForEnd.
    """
    id = definition_of(type)
    if id is not None and here in within_reach(snapshot.graphs, [id]):
        raise HoldsItself(title=snapshot.graphs[id].title or title)
    if type in ENDS and here == snapshot.root:
        raise NoPlaceForEnd(title=title)


def may_stand(snapshot: Snapshot, here: str | None, type: str) -> bool:
    """Whether a node of this kind has a meaning in a graph (None is the root)."""
    try:
        check_place(snapshot, here or snapshot.root, type, type)
    except (HoldsItself, NoPlaceForEnd):
        return False
    return True


def fresh_parameters(graph: Graph, spec: NodeSpec) -> Mapping[str, Plain]:
    """What a new node of a kind holds: its defaults, and an end also a name and a place.

    An instance holds nothing, so that it follows its definition.
    """
    if definition_of(spec.type) is not None:
        return {}
    if spec.type not in ENDS:
        return spec.defaults
    held = ends(graph, spec.type)
    name = free_name(_stem(spec.type), taken_names(graph, spec.type))
    return {**spec.defaults, NAME: name, PLACE: last_place(held.values()) + 1}


def taken_names(graph: Graph, kind: str, but: str = "") -> set[str]:
    """Names that another end of this kind cannot have, those of the end called ``but`` left out."""
    held = {name for name, node in ends(graph, kind).items() if node.id != but}
    return held | ({item.name for item in graph.exposed} if kind == INPUT else set())


def last_place(nodes: Iterable[Node]) -> int:
    """The highest place among ends; -1 where there is none."""
    return max((int(node.parameters.get(PLACE) or 0) for node in nodes), default=-1)


def rename_end(snapshot: Snapshot, node: str, name: str, *, graph_id: str | None = None) -> Change:
    """Give an input or output another name; one that is taken gets a number.

    Raises UnknownNode where there is no such end.
    """
    graph, here = graph_of(snapshot, graph_id)
    end = graph.nodes.get(node)
    if end is None or end.type not in ENDS:
        raise UnknownNode(node=node)
    old = next(held for held, each in ends(graph, end.type).items() if each is end)
    wanted = name.strip() or _stem(end.type)
    new = free_name(wanted, taken_names(graph, end.type, node))
    if new == old == end_name(end):
        return Change("Rename")
    following = _follow(snapshot, here, end.type, {old: new} if old != new else {})
    return Change("Rename", (SetParameter(here, node, NAME, new), *following))


def named_by_wire(
    snapshot: Snapshot, here: str, source: Source, socket: Socket
) -> tuple[Operation, ...]:
    """What names the ends at a new wire, where it is their first and nobody has named them."""
    graph = snapshot.graphs[here]
    found: list[Operation] = []
    if source.node in graph.nodes and not graph.consumers_of.get(source.node):
        found += _named(snapshot, here, graph.nodes[source.node], INPUT, socket.name)
    if not graph.wires.get(socket):
        found += _named(snapshot, here, graph.nodes[socket.node], OUTPUT, source.output)
    return tuple(found)


def _named(
    snapshot: Snapshot, here: str, node: Node, kind: str, name: str
) -> tuple[Operation, ...]:
    is_unnamed = re.fullmatch(rf"{_stem(kind)}( \d+)?", end_name(node)) is not None
    if node.type != kind or not is_unnamed or name == VALUE:
        return ()
    return rename_end(snapshot, node.id, name, graph_id=here).operations


def order_ends(snapshot: Snapshot, ids: Sequence[str], *, graph_id: str | None = None) -> Change:
    """Put inputs, or outputs, of a subgraph into this order; the others stay behind them."""
    graph, here = graph_of(snapshot, graph_id)
    operations: list[Operation] = []
    for kind in ENDS:
        held = [node.id for node in ends(graph, kind).values()]
        rank = {id: index for index, id in enumerate(ids)}
        for place, id in enumerate(sorted(held, key=lambda id: rank.get(id, len(rank)))):
            if graph.nodes[id].parameters.get(PLACE) != place:
                operations.append(SetParameter(here, id, PLACE, place))
    return Change("Order sockets", tuple(operations))


def gone_with(snapshot: Snapshot, here: str, gone: Mapping[str, Node]) -> Iterator[Operation]:
    """What happens to the instances of a definition when nodes in it go away."""
    graph = snapshot.graphs[here]
    inputs: dict[str, None] = {n: None for n, e in ends(graph, INPUT).items() if e.id in gone}
    inputs |= {item.name: None for item in graph.exposed if item.node in gone}
    outputs = {n: None for n, e in ends(graph, OUTPUT).items() if e.id in gone}
    yield from _follow(snapshot, here, INPUT, inputs)
    yield from _follow(snapshot, here, OUTPUT, outputs)


def _follow(
    snapshot: Snapshot, here: str, kind: str, names: Mapping[str, str | None]
) -> Iterator[Operation]:
    if names:
        follow = follow_inputs if kind == INPUT else follow_outputs
        yield from follow(snapshot, here, names)


def _stem(kind: str) -> str:
    return "input" if kind == INPUT else "output" if kind == OUTPUT else VALUE
