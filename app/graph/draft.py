"""A graph under change: copies each table once, however many operations follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from app.graph.document import Frame, Graph, Node, Note, Socket, Source
from app.graph.flow import carry_types
from app.graph.indexes import carry_indexes
from app.graph.interface import carry_instances

Item = Node | Frame | Note


class Draft:
    """A mutable copy-on-write view of one graph; ``finish`` gives the new immutable graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._tables: dict[str, dict[str, Item]] = {}
        self._wires: dict[Socket, tuple[Source, ...]] | None = None
        self._touched: dict[Socket, None] = {}
        self._put: dict[str, None] = {}
        self._fields: dict[str, Any] = {}

    def item(self, table: str, id: str) -> Item | None:
        """The node, frame or note called ``id``, or None."""
        held: Mapping[str, Item] | None = self._tables.get(table)
        if held is None:
            held = getattr(self._graph, table)
        return held.get(id)

    def put(self, table: str, id: str, item: Item | None) -> None:
        """Set an item, or take it out with None."""
        if table not in self._tables:
            self._tables[table] = dict(getattr(self._graph, table))
        if table == "nodes":
            self._put[id] = None
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

    def field(self, name: str) -> Any:
        """A field of the graph itself."""
        return self._fields.get(name, getattr(self._graph, name))

    def set_field(self, name: str, value: Any) -> None:
        """Set a field of the graph itself."""
        self._fields[name] = value

    def finish(self) -> Graph:
        """The changed graph; indexes that the old one had worked out are carried over."""
        changed: dict[str, Any] = {**self._tables, **self._fields}
        if self._wires is not None:
            changed["wires"] = self._wires
        if not changed:
            return self._graph
        graph = replace(self._graph, **changed)
        carry_indexes(self._graph, graph, self._touched)
        carry_instances(self._graph, graph, self._put)
        carry_types(self._graph, graph, self._changed_nodes())
        return graph

    def _changed_nodes(self) -> Iterator[str]:
        """Nodes whose output types may have changed: other wires, other parameters, or new."""
        for socket in self._touched:
            yield socket.node
        for id in self._put:
            before = self._graph.nodes.get(id)
            after = self._tables["nodes"].get(id)
            if (
                before is None
                or not isinstance(after, Node)
                or before.parameters is not after.parameters
                or before.type != after.type
            ):
                yield id
