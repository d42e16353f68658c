"""The graph as data: immutable snapshots that engine, autosave, undo and view can hold at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from app.graph.spec import Plain

ROOT = "main"


class Source(NamedTuple):
    """Where a wire comes from: an output of a node."""

    node: str
    output: str


class Socket(NamedTuple):
    """Where a wire goes to: an input socket or a parameter of a node."""

    node: str
    name: str


class Wire(NamedTuple):
    """One wire; ``place`` is its position among the wires of a variadic socket."""

    source: Source
    socket: Socket
    place: int = 0


@dataclass(frozen=True)
class Node:
    """A node on the canvas. ``extra`` keeps fields of the file that this version does not know.

    ``controls`` says for seeds what becomes of them before a run (see app/graph/seeds.py).
    """

    id: str
    type: str
    title: str = ""
    schema: int = 1
    parameters: Mapping[str, Plain] = field(default_factory=dict)
    position: tuple[float, float] = (0.0, 0.0)
    colour: str | None = None
    bypassed: bool = False
    muted: bool = False
    collapsed: bool = False
    controls: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, Plain] = field(default_factory=dict)


@dataclass(frozen=True)
class Frame:
    """A titled box behind nodes: ``rectangle`` is x, y, width, height in canvas units."""

    id: str
    title: str = ""
    rectangle: tuple[float, float, float, float] = (0.0, 0.0, 400.0, 300.0)
    colour: str | None = None
    extra: Mapping[str, Plain] = field(default_factory=dict)


@dataclass(frozen=True)
class Note:
    """A sticky note with Markdown text."""

    id: str
    text: str = ""
    rectangle: tuple[float, float, float, float] = (0.0, 0.0, 240.0, 160.0)
    colour: str | None = None
    extra: Mapping[str, Plain] = field(default_factory=dict)


@dataclass(frozen=True)
class Exposed:
    """A parameter of a node that is shown outside: in the panel view, or on a subgraph's instances.

    ``title`` is what it is called there, where that is not the name of the parameter.
    """

    node: str
    parameter: str
    title: str = ""
    extra: Mapping[str, Plain] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the parameter is called outside."""
        return self.title or self.parameter


@dataclass(frozen=True)
class Graph:
    """One canvas of nodes and wires. Every socket holds its sources in order.

    ``title`` is that of a definition, ``exposed`` what is shown of it outside, in that order: of
    the root in the panel view, of a definition on its instances. ``wire_extra`` keeps unknown
    fields of wires; the ``place`` of its keys counts the wires of the same output into the same
    socket, so that a reordering does not lose them.
    """

    nodes: Mapping[str, Node] = field(default_factory=dict)
    wires: Mapping[Socket, tuple[Source, ...]] = field(default_factory=dict)
    frames: Mapping[str, Frame] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    title: str = ""
    exposed: tuple[Exposed, ...] = ()
    extra: Mapping[str, Plain] = field(default_factory=dict)
    wire_extra: Mapping[Wire, Mapping[str, Plain]] = field(default_factory=dict)

    def each_wire(self) -> Iterator[Wire]:
        """Every wire of the graph, grouped by the socket that it goes to."""
        for socket, sources in self.wires.items():
            for place, source in enumerate(sources):
                yield Wire(source, socket, place)

    @cached_property
    def inputs_of(self) -> Mapping[str, Mapping[str, tuple[Source, ...]]]:
        """Node id -> input name -> sources; nodes without wires are left out."""
        found: dict[str, dict[str, tuple[Source, ...]]] = {}
        for socket, sources in self.wires.items():
            if sources:
                found.setdefault(socket.node, {})[socket.name] = sources
        return found

    @cached_property
    def consumers_of(self) -> Mapping[str, tuple[Wire, ...]]:
        """Node id -> the wires that leave it; nodes that feed nothing are left out."""
        found: dict[str, list[Wire]] = {}
        for wire in self.each_wire():
            found.setdefault(wire.source.node, []).append(wire)
        return {node: tuple(wires) for node, wires in found.items()}

    @cached_property
    def memo(self) -> dict[str, Any]:
        """What was worked out about exactly this graph, so that nobody works it out twice."""
        return {}


@dataclass(frozen=True)
class Snapshot:
    """A whole document at one moment: graphs by id, of which ``root`` is the one that runs."""

    graphs: Mapping[str, Graph] = field(default_factory=lambda: {ROOT: Graph()})
    root: str = ROOT
    extra: Mapping[str, Plain] = field(default_factory=dict)

    @property
    def main(self) -> Graph:
        return self.graphs[self.root]
