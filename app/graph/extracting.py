"""Taking nodes out of their wires: what they hand on is joined where they were."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress

from app.graph.boxes import graph_of
from app.graph.changes import Change
from app.graph.document import Graph, Snapshot, Socket, Source
from app.graph.edits import remove_nodes
from app.graph.errors import GraphError
from app.graph.kinds import Kinds
from app.graph.operations import Operation, SetWires, apply_all
from app.graph.rules import check_connect
from app.graph.spec import NodeSpec
from app.graph.subgraphs import within


def extract(
    snapshot: Snapshot, kinds: Kinds, ids: Collection[str], *, graph_id: str | None = None
) -> Change:
    """Take nodes out of their wires, which are joined where their types allow it.

    Wires between the nodes stay. What a node hands on is what it would when it is bypassed.
    """
    graph, here = graph_of(snapshot, graph_id)
    kinds, ids = within(kinds, snapshot), frozenset(ids)
    cut = _cut(graph, here, ids)
    loose, _ = apply_all(snapshot, cut)
    joined = _joined(graph, loose.graphs[here], kinds, ids)
    operations = {operation.socket: operation for operation in cut}
    for socket, sources in joined.items():
        operations[socket] = SetWires(here, socket, sources)
    return Change("Extract", tuple(operations.values()))


def remove_joined(
    snapshot: Snapshot, kinds: Kinds, ids: Collection[str], *, graph_id: str | None = None
) -> Change:
    """Remove nodes and join the wires that ran through them."""
    taken = extract(snapshot, kinds, ids, graph_id=graph_id)
    loose, _ = apply_all(snapshot, taken.operations)
    removed = remove_nodes(loose, ids, graph_id=graph_id)
    operations: tuple[Operation, ...] = (*taken.operations, *removed.operations)
    return Change(removed.name, operations)


def _cut(graph: Graph, here: str, ids: Collection[str]) -> list[SetWires]:
    """What removes all wires between the nodes and the others."""
    operations: list[SetWires] = []
    for socket, sources in graph.wires.items():
        inside = socket.node in ids
        kept = tuple(source for source in sources if (source.node in ids) is inside)
        if kept != sources:
            operations.append(SetWires(here, socket, kept))
    return operations


def _joined(
    graph: Graph, loose: Graph, kinds: Kinds, ids: Collection[str]
) -> dict[Socket, tuple[Source, ...]]:
    """All wires of the sockets that the nodes fed, with what is fed to them instead."""
    found: dict[Socket, tuple[Source, ...]] = {}
    for socket, sources in graph.wires.items():
        if socket.node in ids or not any(source.node in ids for source in sources):
            continue
        joined = (_behind(graph, kinds, source, ids) for source in sources)
        kept: dict[Source, None] = {}
        for source, old in zip(joined, sources, strict=True):
            if source is not None and (source == old or _fits(loose, kinds, source, socket)):
                kept[source] = None
        found[socket] = tuple(kept)
    return found


def _fits(graph: Graph, kinds: Kinds, source: Source, socket: Socket) -> bool:
    """Whether a wire may be drawn."""
    with suppress(GraphError):
        check_connect(graph, kinds, source, socket)
        return True
    return False


def _behind(graph: Graph, kinds: Kinds, source: Source, ids: Collection[str]) -> Source | None:
    """Where a wire comes from when nodes on its way hand on what they get; None if they do not."""
    walked: set[Source] = set()
    here: Source | None = source
    while here is not None and here.node in ids and here not in walked:
        walked.add(here)
        here = _passed(graph, kinds, here)
    return None if here is None or here.node in ids else here


def _passed(graph: Graph, kinds: Kinds, source: Source) -> Source | None:
    """What an output hands on: the input that its kind names, else the first of its type."""
    node = graph.nodes.get(source.node)
    spec = kinds.spec(node.type) if node else None
    inputs = graph.inputs_of.get(source.node, {})
    names = _passing(spec, source.output) if spec else ()
    return next((inputs[name][0] for name in names if inputs.get(name)), None)


def _passing(spec: NodeSpec, output: str) -> Iterator[str]:
    """The inputs that may be handed on by an output."""
    declared = spec.outputs_by_name.get(output)
    if declared is None:
        return
    if declared.passes is not None:
        yield declared.passes
        return
    for name in (*spec.sockets_by_name, *spec.parameters_by_name):
        given = spec.input_type(name)
        if given and (given.name, given.many) == (declared.type.name, declared.type.many):
            yield name
