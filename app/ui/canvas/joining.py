"""Drawing and removing wires by the keyboard: choose a port, then what it is joined to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor

from app.graph.document import Socket, Source
from app.graph.document import Wire as WireEnds
from app.graph.interface import INPUT, OUTPUT
from app.graph.types import ANY
from app.ui import theme
from app.ui.canvas.cards.items import Card, Port
from app.ui.canvas.cards.signs import Mark
from app.ui.canvas.cards.text import words
from app.ui.canvas.gestures.gestures import Desk
from app.ui.canvas.popups.picker import Choice, Picker
from app.ui.canvas.popups.popups import Popups
from app.ui.canvas.rails import place_for_end
from app.ui.canvas.wires.fitting import End, end_of, fitting_ports
from app.ui.words import tr


class Joining:
    """The two lists of the keyboard's way to connect."""

    def __init__(self, desk: Desk, popups: Popups) -> None:
        self._desk = desk
        self._popups = popups
        self._marked: Port | None = None
        self.picker = Picker(desk.viewer)
        self.picker.closed.connect(self._ended)

    def begin(self, card: Card | None) -> None:
        """Ask from which port of a node a wire is to be drawn or taken away."""
        if card is None:
            self._desk.editing.refuse(tr("No node is selected: press an arrow key to get to one."))
            return
        choices = [choice for port in card.ports.values() for choice in self._for_port(port)]
        if not choices:
            self._desk.editing.refuse(tr("This node has no ports to connect."))
            return
        title = tr("Connect {node} by", node=card.face.content.title)
        self.picker.open(title, choices, self._beside(card))

    def _for_port(self, port: Port) -> list[Choice]:
        """The rows about one port: connect it, and for each wire at an input take that away."""
        label = tr("{port} to …", port=words(port.name))
        if port.spot.side == "in":
            label = tr("{port} from …", port=words(port.name))
        point = self._pointing(port)
        rows = [Choice(label, self._colour(port), lambda: self.choose_end(port), point)]
        for text, unplug in self.unplugging(port):
            rows.append(Choice(text, self._colour(port), unplug, point))
        return rows

    def unplugging(self, port: Port) -> list[tuple[str, Callable[[], None]]]:
        """What takes away each wire at a port, with the words for it."""
        found: list[tuple[str, Callable[[], None]]] = []
        for drawn, ends in self._desk.projection.ends.items():
            if port.spot.side == "in" and ends.socket == Socket(port.card.id, port.name):
                other = ends.source.node
            elif port.spot.side == "out" and ends.source == Source(port.card.id, port.name):
                other = ends.socket.node
            else:
                continue
            title = self._desk.projection.cards[other].face.content.title
            text = tr("Unplug {port} from {node}", port=words(port.name), node=title)
            found.append((text, partial(self._unplug, drawn)))
        return found

    def _unplug(self, drawn: WireEnds) -> None:
        """Take a wire away, if it is still there."""
        ends = self._desk.projection.ends.get(drawn)
        if ends is not None:
            self._desk.editing.disconnect([ends])

    def choose_end(self, port: Port) -> None:
        """Ask for the other end of the wire, the nearest nodes first."""
        end = end_of(self._desk.projection, port)
        fitting = fitting_ports(self._desk.projection, end)
        near = sorted(fitting, key=lambda other: _distance(other.scenePos(), port.scenePos()))
        choices = [
            Choice(
                tr("{port} of {node}", port=words(p.name), node=p.card.face.content.title),
                self._colour(p),
                lambda p=p: self._connect(port, p),  # type: ignore[misc]
                self._pointing(p),
            )
            for p in near
        ]
        place = self._beside(port.card)
        new = Choice(tr("A new node …"), theme.ACCENT, lambda: self._add(place, end))
        out = port.spot.side == "out"
        title = tr("Connect {port} of {node} to", port=words(port.name), node=_title(port))
        if not out:
            title = tr("Connect {port} of {node} from", port=words(port.name), node=_title(port))
        self.picker.open(title, [*choices, *self._for_edge(end), new], place)

    def _for_edge(self, end: End) -> list[Choice]:
        """Inside of a subgraph, a new socket of that."""
        editing = self._desk.editing
        if editing.graph_id in (None, editing.snapshot.root):
            return []
        kind, text = INPUT, tr("A new input of this subgraph")
        if end.side == "out":
            kind, text = OUTPUT, tr("A new output of this subgraph")
        return [Choice(text, theme.ACCENT, lambda: self._add_end(kind, end))]

    def _add_end(self, kind: str, end: End) -> None:
        """Give the subgraph a socket for the wire."""
        corner = place_for_end(self._desk.projection.cards.values(), kind)
        self._desk.editing.add(kind, corner, end)

    def _add(self, place: QPoint, end: End) -> None:
        """Search for a node that fits."""
        self._popups.open_search(place, end)

    def _connect(self, first: Port, second: Port) -> None:
        """Draw the wire."""
        out, into = (first, second) if first.spot.side == "out" else (second, first)
        source, socket = Source(out.card.id, out.name), Socket(into.card.id, into.name)
        self._desk.editing.connect(source, socket)

    def _colour(self, port: Port) -> QColor:
        """The colour of a port."""
        kind = end_of(self._desk.projection, port).type
        return theme.SOFT if kind.name == ANY else theme.type_colour(kind.name)

    def _pointing(self, port: Port) -> Callable[[], None]:
        """What lights a port up on the canvas."""
        return lambda: self._mark(port)

    def _mark(self, port: Port | None) -> None:
        """Light up one port, and no other."""
        for item, mark in ((self._marked, Mark.PLAIN), (port, Mark.FITS)):
            if item is not None:
                item.mark = mark
                item.card.update()
        self._marked = port

    def _ended(self) -> None:
        """The list is closed."""
        self._mark(None)
        self._desk.viewer.setFocus()

    def _beside(self, card: Card) -> QPoint:
        """A place of the viewport beside a card."""
        area = self._desk.viewer.to_view(card.mapRectToScene(card.layout.card))
        return QPoint(round(area.right()) + 14, round(area.top()))


def _title(port: Port) -> str:
    """What the node of a port is called."""
    return port.card.face.content.title


def _distance(a: QPointF, b: QPointF) -> float:
    """How far two places lie apart."""
    return float((a - b).manhattanLength())
