"""A graph under change: copies each table once, however many operations follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.graph.document import Frame, Graph, Node, Note, Socket, Source, Wire

Item = Node | Frame | Note


class Draft:
    """A mutable copy-on-write view of one graph; ``finish`` gives the new immutable graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._tables: dict[str, dict[str, Item]] = {}
        self._wires: dict[Socket, tuple[Source, ...]] | None = None
        self._touched: dict[Socket, None] = {}

    def item(self, table: str, id: str) -> Item | None:
        """The node, frame or note called ``id``, or None."""
        held: Mapping[str, Item] = self._tables.get(table) or getattr(self._graph, table)
        if table in self._tables:
            held = self._tables[table]
        return held.get(id)

    def put(self, table: str, id: str, item: Item | None) -> None:
        """Set an item, or take it out with None."""
        if table not in self._tables:
            self._tables[table] = dict(getattr(self._graph, table))
        if item is None:
            self._tables[table].pop(id, None)
        else:
            self._tables[table][id] = item

    def sources(self, socket: Socket) -> tuple[Source, ...]:
        """The wires of a socket, in order."""
        wires = self._graph.wires if self._wires is None else self._wires
        return wires.get(socket, ())

    def wire(self, socket: Socket, sources: tuple[Source, ...]) -> None:
        """Set all wires of a socket."""
        if self._wires is None:
            self._wires = dict(self._graph.wires)
        self._touched[socket] = None
        if sources:
            self._wires[socket] = sources
        else:
            self._wires.pop(socket, None)

    def finish(self) -> Graph:
        """The changed graph; indexes that the old one had worked out are carried over."""
        changed: dict[str, Mapping[object, object]] = {**self._tables}  # type: ignore[dict-item]
        if self._wires is not None:
            changed["wires"] = self._wires  # type: ignore[assignment]
        if not changed:
            return self._graph
        graph = replace(self._graph, **changed)  # type: ignore[arg-type]
        _carry_indexes(self._graph, graph, self._touched)
        return graph


def _carry_indexes(before: Graph, after: Graph, touched: Iterable[Socket]) -> None:
    """Bring the cached indexes of ``before`` up to date for ``after``.

    The cost is the number of touched sockets and of the wires at their ends, so that an edit of a
    large graph does not walk all its wires.
    """
    ready = vars(before)
    sockets = tuple(touched)
    if "inputs_of" in ready:
        vars(after)["inputs_of"] = _inputs(before, after, sockets)
    if "consumers_of" in ready:
        vars(after)["consumers_of"] = _consumers(before, after, sockets)


def _inputs(
    before: Graph, after: Graph, touched: tuple[Socket, ...]
) -> Mapping[str, Mapping[str, tuple[Source, ...]]]:
    if not touched:
        return before.inputs_of
    index = dict(before.inputs_of)
    for node in dict.fromkeys(socket.node for socket in touched):
        index[node] = dict(index.get(node, {}))
    changed: dict[str, dict[str, tuple[Source, ...]]] = index  # type: ignore[assignment]
    for socket in touched:
        sources = after.wires.get(socket)
        if sources:
            changed[socket.node][socket.name] = sources
        else:
            changed[socket.node].pop(socket.name, None)
    for socket in touched:
        if socket.node in index and not index[socket.node]:
            del index[socket.node]
    return index


def _consumers(
    before: Graph, after: Graph, touched: tuple[Socket, ...]
) -> Mapping[str, tuple[Wire, ...]]:
    if not touched:
        return before.consumers_of
    index = dict(before.consumers_of)
    affected: dict[str, set[Socket]] = {}
    fresh: dict[str, list[Wire]] = {}
    for socket in touched:
        for source in before.wires.get(socket, ()):
            affected.setdefault(source.node, set()).add(socket)
        for place, source in enumerate(after.wires.get(socket, ())):
            affected.setdefault(source.node, set()).add(socket)
            fresh.setdefault(source.node, []).append(Wire(source, socket, place))
    for node, sockets in affected.items():
        kept = [wire for wire in index.get(node, ()) if wire.socket not in sockets]
        wires = (*kept, *fresh.get(node, ()))
        if wires:
            index[node] = wires
        else:
            index.pop(node, None)
    return index
