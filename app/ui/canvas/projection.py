"""Keeps the items on the canvas equal to the document, by what differs between two snapshots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QColor

from app.graph.document import Graph, Node, Source
from app.graph.document import Wire as WireEnds
from app.graph.interface import INPUT, OUTPUT, VALUE, instances
from app.graph.interface import ends as ends_in
from app.graph.kinds import Kinds
from app.graph.rules import given_type, output_types
from app.graph.types import ValueType
from app.ui import theme
from app.ui.canvas.cards.content import Content
from app.ui.canvas.cards.items import Card, Port
from app.ui.canvas.patches import NodeViewer
from app.ui.canvas.wires.wire import Wire


def ends_of(graph: Graph) -> dict[WireEnds, WireEnds]:
    """Every wire as it is drawn -> as the document has it.

    Drawn wires are counted by how often the same source feeds the same socket, not by their place:
    so taking one wire from a socket of many leaves the others alone.
    """
    found: dict[WireEnds, WireEnds] = {}
    for wire in graph.each_wire():
        twin = 0
        while (drawn := WireEnds(wire.source, wire.socket, twin)) in found:
            twin += 1
        found[drawn] = wire
    return found


class Projection:
    """The cards and wires of one graph."""

    def __init__(self, viewer: NodeViewer, kinds: Kinds) -> None:
        self._viewer = viewer
        self.kinds = kinds
        self.graph = Graph()
        self.cards: dict[str, Card] = {}
        self.wires: dict[WireEnds, Wire] = {}
        self.ends: dict[WireEnds, WireEnds] = {}
        self.types: Mapping[Source, ValueType] = {}

    def show(self, graph: Graph) -> None:
        """Make the canvas show ``graph``; whatever is the same object as before is left alone."""
        before, self.graph = self.graph, graph
        types = self.types
        touched = {key for key, node in graph.nodes.items() if before.nodes.get(key) is not node}
        touched |= self._changed_subgraphs(graph)
        rewired = before.wires is not graph.wires
        if rewired:
            self._drop_wires(graph)
            touched |= _rewired(before, graph)
        # A wired parameter shows the name of what feeds it.
        touched |= _fed_by(graph, {key for key in touched if self._renamed(key, before)})
        for key in before.nodes.keys() - graph.nodes.keys():
            self._remove(key)
        if touched or rewired:
            self.types = output_types(graph, self.kinds)
            if inputs := self._types_of_inputs(graph):
                self.types = {**self.types, **inputs}
        for key in touched:
            if key in graph.nodes:
                self._show_node(graph.nodes[key])
        if rewired:
            self._draw_wires()
        if rewired or self.types != types:
            self._colour_wires(self.wires.values())
        else:
            self._colour_wires(self._wires_at(touched & self.cards.keys()))

    def show_again(self) -> None:
        """Draw every node anew, after the known kinds changed."""
        graph, self.graph = self.graph, Graph()
        for key in list(self.cards):
            self._remove(key)
        self.show(graph)

    def look_again(self) -> None:
        """Colour the wires anew, after more is known of what they carry."""
        self.types = output_types(self.graph, self.kinds)
        if inputs := self._types_of_inputs(self.graph):
            self.types = {**self.types, **inputs}
        self._colour_wires(self.wires.values())

    def _types_of_inputs(self, graph: Graph) -> dict[Source, ValueType]:
        """What the inputs of a subgraph give: what is taken from them."""
        sources = (Source(node.id, VALUE) for node in ends_in(graph, INPUT).values())
        return {source: given_type(graph, self.kinds, source) for source in sources}

    def _changed_subgraphs(self, graph: Graph) -> set[str]:
        """The instances whose definitions look otherwise from outside than they are shown."""
        return {
            id
            for id in instances(graph)
            if id in self.cards
            and self.cards[id].face.content.spec is not self.kinds.spec(graph.nodes[id].type)
        }

    def _renamed(self, key: str, before: Graph) -> bool:
        """Whether the node shows another title than before."""
        old, new = before.nodes.get(key), self.graph.nodes.get(key)
        return old is not None and new is not None and old.title != new.title

    def _show_node(self, node: Node) -> None:
        """Make a node's card, or bring it up to date."""
        spec = self.kinds.spec(node.type)
        inputs = self.graph.inputs_of.get(node.id, {})
        fed = {wire.source.output for wire in self.graph.consumers_of.get(node.id, ())}
        loose_in = [name for name in inputs if spec is None or spec.input_type(name) is None]
        loose_out = [name for name in fed if spec is None or name not in spec.outputs_by_name]
        content = Content(
            node, spec, tuple(sorted(loose_in)), tuple(sorted(loose_out)), wired=frozenset(inputs)
        )
        if node.id not in self.cards:
            card = self.cards[node.id] = Card(content)
            self._viewer.add_node(card, node.position)
        parameters = spec.parameters_by_name if spec else {}
        sources = {name: self._title(inputs[name][0]) for name in inputs if name in parameters}
        self.cards[node.id].show_content(content, sources, self._colours(node.id))

    def _title(self, source: Source) -> str:
        """How the node behind a source is called."""
        node = self.graph.nodes.get(source.node)
        if node is None:
            return source.node
        spec = self.kinds.spec(node.type)
        return node.title or (spec.title if spec else node.type)

    def _colours(self, key: str) -> dict[tuple[str, str], QColor]:
        """Colours of the outputs, as far as more is known than their declaration says."""
        spec = self.kinds.spec(self.graph.nodes[key].type)
        names = [output.name for output in spec.outputs] if spec else []
        known = {name: self.types.get(Source(key, name)) for name in names}
        found = {
            ("out", name): theme.type_colour(kind.name)
            for name, kind in known.items()
            if kind is not None
        }
        if self.graph.nodes[key].type == OUTPUT:
            for source in self.graph.inputs_of.get(key, {}).get(VALUE, ()):
                if source in self.types:
                    found["in", VALUE] = theme.type_colour(self.types[source].name)
        return found

    def types_of(self, wire: Wire) -> tuple[ValueType, ValueType] | None:
        """What a wire's source gives and what its socket takes."""
        given = self.types.get(wire.ends.source) if wire.ends is not None else None
        port = wire.input_port
        return (given, port.spot.type) if given is not None and isinstance(port, Port) else None

    def _remove(self, key: str) -> None:
        """Take a card and the wires at it from the canvas."""
        card = self.cards.pop(key)
        for port in card.ports.values():
            for wire in list(port.connected_pipes):
                self._delete_wire(wire)
        card.delete()

    def _delete_wire(self, wire: object) -> None:
        """Take a wire from the canvas and from its ports."""
        if isinstance(wire, Wire):
            if wire.ends is not None:
                self.wires.pop(wire.ends, None)
            ports = (wire.input_port, wire.output_port)
            wire.delete()
            _repaint(ports)

    def _drop_wires(self, graph: Graph) -> None:
        """Remove the drawn wires that are not in the graph."""
        self.ends = ends_of(graph)
        for ends in self.wires.keys() - self.ends.keys():
            self._delete_wire(self.wires[ends])

    def _draw_wires(self) -> None:
        """Draw the wires that are in the graph but not on the canvas."""
        for ends in self.ends:
            source, socket = ends.source, ends.socket
            if ends in self.wires or not {source.node, socket.node} <= self.cards.keys():
                continue
            start = self.cards[source.node].ports.get(("out", source.output))
            end = self.cards[socket.node].ports.get(("in", socket.name))
            if start is None or end is None:
                continue
            wire = self.wires[ends] = Wire(ends)
            self._viewer.scene().addItem(wire)
            wire.set_connections(start, end)
            wire.draw_path(None)
            _repaint((start, end))

    def _wires_at(self, nodes: Iterable[str]) -> set[Wire]:
        """The wires that begin or end at some nodes."""
        ports = (port for key in nodes for port in self.cards[key].ports.values())
        return {wire for port in ports for wire in port.connected_pipes if isinstance(wire, Wire)}

    def _colour_wires(self, wires: Iterable[Wire]) -> None:
        """Give wires the colours of their ends, and dim those at muted nodes."""
        for wire in wires:
            ends = wire.ends
            if ends is None or ends not in self.wires:
                continue
            port = wire.input_port
            start = self.types.get(ends.source)
            target = port.spot.type.name if isinstance(port, Port) else "Any"
            first = theme.type_colour(start.name if start else "Any")
            plain = target == "Any" or target.startswith("~")
            colours = (first, first if plain else theme.type_colour(target))
            nodes = (self.graph.nodes[ends.source.node], self.graph.nodes[ends.socket.node])
            opacity = 0.35 if any(node.muted for node in nodes) else 1.0
            if wire.colours != colours:
                wire.colours = colours
                wire.update()
            if wire.opacity() != opacity:
                wire.setOpacity(opacity)


def _rewired(before: Graph, after: Graph) -> set[str]:
    """The nodes at either end of a socket whose sources changed."""
    found: set[str] = set()
    for socket in before.wires.keys() | after.wires.keys():
        old, new = before.wires.get(socket, ()), after.wires.get(socket, ())
        if old != new:
            found |= {socket.node, *(source.node for source in (*old, *new))}
    return found


def _fed_by(graph: Graph, nodes: Iterable[str]) -> set[str]:
    """The nodes that take something from one of ``nodes``."""
    return {wire.socket.node for key in nodes for wire in graph.consumers_of.get(key, ())}


def _repaint(ports: Iterable[object]) -> None:
    """Repaint the cards of ports that gained or lost a wire."""
    for port in ports:
        if isinstance(port, Port):
            port.card.update()
