"""The primitive operations that every change of a document comes down to, with their inverses.

Each one sets one slot (a node, a parameter, the wires of a socket) to a value. So the inverse is
the same operation with the old value, and a list of them, kept as JSON, is a full history.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, cast

from app.graph.document import Exposed, Graph, Node, Snapshot, Socket, Source
from app.graph.draft import Draft, Item
from app.graph.errors import UnknownNode
from app.graph.spec import Plain

NODES = "nodes"
FRAMES = "frames"
NOTES = "notes"

ATTRIBUTES = frozenset(
    {"title", "position", "colour", "bypassed", "muted", "collapsed", "controls"}
)
"""The fields of a node that SetAttribute may set."""

Slot = tuple[str, ...]
GraphField = Literal["title", "exposed"]
"""The fields of a graph that SetGraphField may set."""


@dataclass(frozen=True)
class Put:
    """Set a whole node, frame or note (``table`` says which), or take it out with None.

    Wires are not touched: whoever takes a node out sets the wires at its ends first.
    """

    graph: str
    table: str
    id: str
    item: Item | None

    @property
    def slot(self) -> Slot:
        """What the operation sets."""
        return ("put", self.graph, self.table, self.id)


@dataclass(frozen=True)
class SetAttribute:
    """Set one field of a node, such as its title or position."""

    graph: str
    node: str
    name: str
    value: Plain

    @property
    def slot(self) -> Slot:
        """What the operation sets."""
        return ("attribute", self.graph, self.node, self.name)


@dataclass(frozen=True)
class SetParameter:
    """Set one parameter of a node."""

    graph: str
    node: str
    name: str
    value: Plain

    @property
    def slot(self) -> Slot:
        """What the operation sets."""
        return ("parameter", self.graph, self.node, self.name)


@dataclass(frozen=True)
class ClearParameter:
    """Take a parameter out of a node, so that its default counts."""

    graph: str
    node: str
    name: str

    @property
    def slot(self) -> Slot:
        """What the operation sets."""
        return ("parameter", self.graph, self.node, self.name)


@dataclass(frozen=True)
class SetWires:
    """Set all wires of a socket, in order; none takes them out."""

    graph: str
    socket: Socket
    sources: tuple[Source, ...]

    @property
    def slot(self) -> Slot:
        """What the operation sets."""
        return ("wires", self.graph, *self.socket)


@dataclass(frozen=True)
class SetGraphField:
    """Set one field of a graph itself: its title, or what it exposes."""

    graph: str
    name: GraphField
    value: str | tuple[Exposed, ...]

    @property
    def slot(self) -> Slot:
        """What the operation sets."""
        return ("field", self.graph, self.name)


@dataclass(frozen=True)
class PutGraph:
    """Set a whole graph of the document, or take it out with None."""

    graph: str
    content: Graph | None

    @property
    def slot(self) -> Slot:
        """What the operation sets."""
        return ("graph", self.graph)


Operation = Put | SetAttribute | SetParameter | ClearParameter | SetWires | SetGraphField | PutGraph


def apply(snapshot: Snapshot, operation: Operation) -> tuple[Snapshot, Operation]:
    """The snapshot after ``operation``, and the operation that takes it back.

    Raises UnknownNode where the graph or node to change is not there.
    """
    after, (inverse,) = apply_all(snapshot, (operation,))
    return after, inverse


def apply_all(
    snapshot: Snapshot, operations: Iterable[Operation]
) -> tuple[Snapshot, tuple[Operation, ...]]:
    """The snapshot after all ``operations``, and what takes them back, in the order to apply it.

    Every table is copied once at most, so that moving ten thousand nodes costs one copy.
    """
    graphs: dict[str, Graph] = dict(snapshot.graphs)
    drafts: dict[str, Draft] = {}
    inverses: list[Operation] = []
    for operation in operations:
        if isinstance(operation, PutGraph):
            # What was drafted of the graph so far belongs into the inverse.
            _settle(graphs, drafts, operation.graph)
            inverses.append(_put_graph(graphs, operation))
            continue
        if operation.graph not in drafts:
            if operation.graph not in graphs:
                raise UnknownNode(node=operation.graph)
            drafts[operation.graph] = Draft(graphs[operation.graph])
        inverses.append(_apply_to(drafts[operation.graph], operation))
    for id in tuple(drafts):
        _settle(graphs, drafts, id)
    inverses.reverse()
    return replace(snapshot, graphs=graphs), tuple(inverses)


def has_effect(operations: Iterable[Operation], backward: Iterable[Operation]) -> bool:
    """Whether any operation changed something; ``backward`` is what ``apply_all`` gave for them."""
    pairs = zip(operations, reversed(tuple(backward)), strict=True)
    # By their text as well: 1 == 1.0 == True, but setting one for the other is an edit.
    return any(made != inverse or repr(made) != repr(inverse) for made, inverse in pairs)


def compact(operations: Iterable[Operation]) -> tuple[Operation, ...]:
    """The same effect with fewer operations: only the last one on each slot counts.

    This holds while no slot lies inside another, so whole nodes and their parts are not mixed.
    """
    all_operations = tuple(operations)
    whole = sum(isinstance(operation, Put | PutGraph) for operation in all_operations)
    if 0 < whole < len(all_operations) or any(isinstance(o, PutGraph) for o in all_operations):
        return all_operations
    return tuple({operation.slot: operation for operation in all_operations}.values())


def _settle(graphs: dict[str, Graph], drafts: dict[str, Draft], id: str) -> None:
    draft = drafts.pop(id, None)
    if draft is not None:
        graphs[id] = draft.finish()


def _put_graph(graphs: dict[str, Graph], operation: PutGraph) -> Operation:
    inverse = PutGraph(operation.graph, graphs.get(operation.graph))
    if operation.content is None:
        graphs.pop(operation.graph, None)
    else:
        graphs[operation.graph] = operation.content
    return inverse


def _apply_to(draft: Draft, operation: Operation) -> Operation:
    match operation:
        case Put(graph, table, id, item):
            inverse: Operation = Put(graph, table, id, draft.item(table, id))
            draft.put(table, id, item)
        case SetWires(graph, socket, sources):
            inverse = SetWires(graph, socket, draft.sources(socket))
            draft.wire(socket, sources)
        case SetAttribute(graph, id, name, value):
            node = _node(draft, id)
            inverse = SetAttribute(graph, id, name, getattr(node, name))
            draft.put(NODES, id, replace(node, **{name: value}))
        case SetGraphField(graph, field, new):
            inverse = SetGraphField(graph, field, draft.field(field))
            draft.set_field(field, new)
        case SetParameter() | ClearParameter():
            inverse = _set_parameter(draft, operation)
        case _:
            raise TypeError(f"{operation!r} is not an operation on a graph")
    return inverse


def _set_parameter(draft: Draft, operation: SetParameter | ClearParameter) -> Operation:
    graph, id, name = operation.graph, operation.node, operation.name
    node = _node(draft, id)
    parameters = dict(node.parameters)
    inverse: Operation = ClearParameter(graph, id, name)
    if name in parameters:
        inverse = SetParameter(graph, id, name, parameters[name])
    if isinstance(operation, SetParameter):
        parameters[name] = operation.value
    else:
        parameters.pop(name, None)
    draft.put(NODES, id, replace(node, parameters=parameters))
    return inverse


def _node(draft: Draft, id: str) -> Node:
    node = draft.item(NODES, id)
    if node is None:
        raise UnknownNode(node=id)
    return cast(Node, node)
