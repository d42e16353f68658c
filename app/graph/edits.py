"""What the user can do to nodes and wires, as pure functions that give a Change.

Every function takes the snapshot to change and, as ``graph_id``, which graph of it (None is the
root). They raise a GraphError where the edit is not allowed; nothing is changed until the change
is applied.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.graph.blocks import BlockKinds, insert_block
from app.graph.boxes import (
    graph_of,
    move_nodes,
    put_frame,
    put_note,
    remove_frames,
    remove_notes,
    set_colour,
)
from app.graph.changes import Change
from app.graph.clipboard import copy_text, paste
from app.graph.document import Graph, Node, Snapshot, Socket, Source, Wire
from app.graph.ends import (
    check_place,
    fresh_parameters,
    gone_with,
    named_by_wire,
    order_ends,
    rename_end,
)
from app.graph.errors import BadValue
from app.graph.exposing import expose, hidden, order_exposed, set_graph_title, unexpose
from app.graph.fields import coordinates
from app.graph.grouping import make_subgraph
from app.graph.kinds import Kinds, base_of
from app.graph.models import first_models
from app.graph.naming import NO_PATH, PATH_MARK, new_id
from app.graph.node_edits import Flag, accepted, rename, set_flag, set_parameter
from app.graph.operations import NODES, Operation, Put, SetWires
from app.graph.phrases import Phrase
from app.graph.rules import check_connect, known_spec
from app.graph.seeds import set_control
from app.graph.spec import Plain
from app.graph.subgraphs import unknown, within
from app.graph.ungrouping import copy_definition, remove_unused, unpack_subgraph

__all__ = [
    "Flag",
    "add_node",
    "connect",
    "copy_definition",
    "copy_text",
    "disconnect",
    "expose",
    "make_subgraph",
    "move_nodes",
    "new_id",
    "order_ends",
    "order_exposed",
    "paste",
    "put_frame",
    "put_note",
    "remove_frames",
    "remove_nodes",
    "remove_notes",
    "remove_unused",
    "rename",
    "rename_end",
    "set_colour",
    "set_control",
    "set_flag",
    "set_graph_title",
    "set_parameter",
    "unexpose",
    "unpack_subgraph",
]


def add_node(
    snapshot: Snapshot,
    kinds: Kinds,
    type: str,
    position: tuple[float, float],
    *,
    title: str = "",
    parameters: Mapping[str, Plain] | None = None,
    id: str | None = None,
    graph_id: str | None = None,
) -> Change:
    """Add a node with its defaults, or with ``parameters`` where given; or a block of the user's.

    A kind may have other values for it that suit the models of the document.

    Raises UnknownKind, or BadValue or UnknownSocket for a parameter that does not fit, HoldsItself
    for a subgraph within itself.
    """
    graph, here = graph_of(snapshot, graph_id)
    base = base_of(kinds)
    block = base.block(type) if isinstance(base, BlockKinds) else None
    if block is not None:
        return insert_block(snapshot, block, position, graph_id=graph_id)
    kinds = within(kinds, snapshot)
    spec = kinds.spec(type)
    if spec is None:
        raise unknown(kinds, title or "The new node", type)
    named = title or spec.title
    check_place(snapshot, here, type, named)
    id = _free_id(graph, type, id)
    chosen = {**kinds.fresh(type, first_models(snapshot, kinds, graph_id)), **(parameters or {})}
    held = {**fresh_parameters(graph, spec), **accepted(spec, named, chosen)}
    node = Node(id, type, title, spec.schema, held, coordinates(position))
    return Change(Phrase("Add {title}", title=named), (Put(here, NODES, id, node),))


def _free_id(graph: Graph, type: str, id: str | None) -> str:
    """The id that is wished for, or a new one; raises BadValue where it is taken, or a path."""
    expected = Phrase("one that no other node has") if id in graph.nodes else None
    if id and PATH_MARK in id:
        expected = NO_PATH
    if expected is not None:
        raise BadValue(parameter=Phrase("The id"), expected=expected, value=repr(id))
    return id or new_id(type, graph.nodes)


def remove_nodes(snapshot: Snapshot, ids: Iterable[str], *, graph_id: str | None = None) -> Change:
    """Remove nodes with the wires at both their ends; ids that are gone already are passed over."""
    graph, here = graph_of(snapshot, graph_id)
    gone = {id: graph.nodes[id] for id in ids if id in graph.nodes}
    operations: dict[Socket, Operation] = {}
    for id in gone:
        for name in graph.inputs_of.get(id, {}):
            operations[Socket(id, name)] = SetWires(here, Socket(id, name), ())
        for wire in graph.consumers_of.get(id, ()):
            if wire.socket not in operations:
                kept = tuple(s for s in graph.wires[wire.socket] if s.node not in gone)
                operations[wire.socket] = SetWires(here, wire.socket, kept)
    following = gone_with(snapshot, here, gone)
    removals = (Put(here, NODES, id, None) for id in gone)
    many = Phrase("Delete {count} nodes", count=len(gone))
    name = Phrase("Delete node") if len(gone) == 1 else many
    return Change(name, (*operations.values(), *hidden(graph, here, gone), *following, *removals))


def connect(
    snapshot: Snapshot,
    kinds: Kinds,
    source: Source,
    socket: Socket,
    place: int | None = None,
    *,
    graph_id: str | None = None,
) -> Change:
    """Draw a wire: at ``place`` of a variadic socket (None is its end), else instead of the old.

    The same wire drawn twice into a variadic socket only moves. The first wire at an end of a
    subgraph gives it a name. Raises what ``check_connect`` does.
    """
    graph, here = graph_of(snapshot, graph_id)
    source, socket = Source(*source), Socket(*socket)
    kinds = within(kinds, snapshot)
    check_connect(graph, kinds, source, socket)
    present = graph.wires.get(socket, ())
    declared = known_spec(graph, kinds, socket.node).sockets_by_name.get(socket.name)
    sources: tuple[Source, ...] = (source,)
    if declared and declared.variadic:
        if source in present and place is None:
            return Change("Connect")
        others = [other for other in present if other != source]
        others.insert(len(others) if place is None else place, source)
        sources = tuple(others)
    if sources == present:
        return Change("Connect")
    named = named_by_wire(snapshot, here, source, socket)
    return Change("Connect", (SetWires(here, socket, sources), *named))


def disconnect(snapshot: Snapshot, wires: Iterable[Wire], *, graph_id: str | None = None) -> Change:
    """Remove wires; the others of a variadic socket keep their order. Absent ones are passed over.

    Of several wires of one output into one socket, ``place`` tells which is meant.
    """
    graph, here = graph_of(snapshot, graph_id)
    left: dict[Socket, dict[int, Source]] = {}
    for wire in wires:
        present = graph.wires.get(wire.socket, ())
        sources = left.setdefault(wire.socket, dict(enumerate(present)))
        if sources.get(wire.place) == wire.source:
            del sources[wire.place]
            continue
        place = next((place for place, held in sources.items() if held == wire.source), None)
        if place is not None:
            del sources[place]
    operations = (
        SetWires(here, socket, tuple(sources.values()))
        for socket, sources in left.items()
        if len(sources) != len(graph.wires.get(socket, ()))
    )
    return Change("Disconnect", tuple(operations))
