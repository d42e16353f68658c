"""Dragging a wire: what fits lights up, and only the document says whether it may be drawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QToolTip

from app.graph.document import Socket, Source
from app.graph.document import Wire as WireEnds
from app.graph.types import ANY, ValueType
from app.ui import theme
from app.ui.canvas.cards.items import Card, Port
from app.ui.canvas.cards.signs import Mark
from app.ui.canvas.gestures.gestures import Desk, near
from app.ui.canvas.rails import Rail, place_for_end
from app.ui.canvas.wires.fitting import End, end_of, fitting_ports
from app.ui.canvas.wires.wire import Wire, curve
from app.ui.plain import tip_text
from app.ui.words import tr, type_words

Offer = Callable[[QPointF, End], None]
"""Opens the search at a place of the viewport for a wire's loose end."""


class WireDrag:
    """Draw a wire from a port, or take one up at its end and put it somewhere else."""

    def __init__(
        self, desk: Desk, event: QMouseEvent, port: Port, taken: Wire | None, offer: Offer
    ) -> None:
        self._desk = desk
        self._port = port
        self._taken = taken
        self._offer = offer
        self._start = event.position()
        self._moved = False
        self._explained: Port | None = None
        self._loose = Wire()
        self._loose.setZValue(5)
        desk.viewer.scene().addItem(self._loose)
        if taken is not None:
            taken.setVisible(False)
        self._fitting = fitting_ports(desk.projection, self.end)
        self._mark(True)
        self.move(event)

    @property
    def end(self) -> End:
        """The end that stays where it is."""
        return end_of(self._desk.projection, self._port)

    def _mark(self, on: bool) -> None:
        """Light up what fits and dim the rest, or end that."""
        for card in self._desk.projection.cards.values():
            for port in card.ports.values():
                fits = port in self._fitting
                shown = Mark.FITS if fits else Mark.PLAIN if port is self._port else Mark.DIM
                port.mark = shown if on else Mark.PLAIN
            useful = card is self._port.card or not self._fitting.isdisjoint(card.ports.values())
            card.set_dimmed(on and not useful)

    def move(self, event: QMouseEvent) -> None:
        """Let the loose end follow the mouse, and snap to a port that fits."""
        self._moved = self._moved or not near(event.position(), self._start)
        place = self._desk.viewer.to_scene(event.position())
        target = self._target(place)
        loose = target.scenePos() if target in self._fitting and target else place
        fixed = self._port.scenePos()
        out = self._port.spot.side == "out"
        self._loose.setPath(curve(fixed, loose) if out else curve(loose, fixed))
        colour = self._colour(self.end.type)
        self._loose.colours = (colour, colour)
        self._loose.hot = target in self._fitting
        self._desk.rails.aim(event.position(), self.end.side)
        self._explain(event.globalPosition().toPoint(), target)

    def _explain(self, place: QPoint, target: Port | None) -> None:
        """Say beside the mouse why the wire cannot end at the port under it."""
        if target is self._explained:
            return
        self._explained = target
        wrong = target is not None and target not in self._fitting and target is not self._port
        reason = ""
        if wrong and target is not None and target.spot.side != self.end.side:
            reason = self._desk.editing.why_not(*self._ends(target))
        QToolTip.showText(place, tip_text(reason), self._desk.viewer.viewport())

    def _target(self, place: QPointF) -> Port | None:
        """The port under the mouse; elsewhere on a card, the port of it that fits best."""
        port = self._desk.viewer.port_at(place)
        card = self._desk.viewer.card_at(place)
        if port is not None or card is None:
            return port
        offered = [p for p in card.ports.values() if p in self._fitting and not p.spot.parameter]
        wanted = self.end.type.name
        offered.sort(key=lambda p: (bool(p.connected_pipes), p.spot.type.name != wanted))
        return offered[0] if offered else None

    def _colour(self, kind: ValueType) -> QColor:
        """The colour of the wire in hand."""
        return theme.SOFT if kind.name == ANY else theme.type_colour(kind.name)

    def release(self, event: QMouseEvent) -> None:
        """Connect, disconnect, or offer nodes that would fit."""
        place = self._desk.viewer.to_scene(event.position())
        target = self._target(place)
        rail = self._desk.rails.at(event.position(), self.end.side)
        self.cancel()
        if not self._moved:
            return
        taken = self._taken_ends()
        if rail is not None:
            self._add_end(rail, taken)
        elif target is not None and target is not self._port and target.spot.side != self.end.side:
            self._connect(target, taken)
        elif target is not None:
            return
        elif taken is not None:
            self._desk.editing.disconnect([taken])
        elif (card := self._desk.viewer.card_at(place)) is None:
            self._offer(event.position(), self.end)
        elif card is not self._port.card:
            self._refuse(card)

    def _add_end(self, rail: Rail, taken: WireEnds | None) -> None:
        """Give the subgraph a socket for the wire."""
        editing = self._desk.editing
        corner = place_for_end(self._desk.projection.cards.values(), rail.kind)
        with editing.document.group("Add a socket"):
            editing.disconnect([] if taken is None else [taken])
            editing.add(rail.kind, corner, self.end)

    def _refuse(self, card: Card) -> None:
        """Say that no port of a card fits."""
        card_title, kind = card.face.content.title, type_words(self.end.type)
        if self.end.side == "out":
            sentence = tr(
                "Nothing on {card} takes {kind}: drop the wire on a port that lights up.",
                card=card_title,
                kind=kind,
            )
        else:
            sentence = tr(
                "Nothing on {card} gives {kind}: drop the wire on a port that lights up.",
                card=card_title,
                kind=kind,
            )
        self._desk.editing.refuse(sentence)

    def _taken_ends(self) -> WireEnds | None:
        """The wire that was taken up, as the document has it."""
        drawn = self._taken.ends if self._taken is not None else None
        return self._desk.projection.ends.get(drawn) if drawn is not None else None

    def _connect(self, target: Port, taken: WireEnds | None) -> None:
        """Ask the document for the wire."""
        self._desk.editing.connect(*self._ends(target), instead_of=taken)

    def _ends(self, target: Port) -> tuple[Source, Socket]:
        """The two ends of the wire to a port, as the document names them."""
        out, into = (self._port, target) if self.end.side == "out" else (target, self._port)
        return Source(out.card.id, out.name), Socket(into.card.id, into.name)

    def cancel(self) -> None:
        """Remove the loose wire and show again what the document has."""
        if self._loose.scene() is not None:
            self._loose.scene().removeItem(self._loose)
        if self._taken is not None:
            self._taken.setVisible(True)
        self._mark(False)
        self._desk.rails.rest()
