"""What the mouse does between press and release: one class for each gesture."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainterPath

from app.ui.canvas.editing import Editing
from app.ui.canvas.fitting import way_through
from app.ui.canvas.items import Card
from app.ui.canvas.projection import Projection
from app.ui.canvas.viewer import Viewer
from app.ui.canvas.wire import Wire

_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
START = 4.0
"""How many pixels the mouse moves before a press becomes a drag."""


class Gesture(Protocol):
    """A drag in progress."""

    def move(self, event: QMouseEvent) -> None:
        """Follow the mouse."""

    def release(self, event: QMouseEvent) -> None:
        """Do what the gesture means."""

    def cancel(self) -> None:
        """Put everything back as it was."""


@dataclass(frozen=True)
class Desk:
    """What gestures work on."""

    viewer: Viewer
    projection: Projection
    editing: Editing


class Pan:
    """Move the view along with the mouse."""

    def __init__(self, desk: Desk, event: QMouseEvent) -> None:
        self._viewer = desk.viewer
        self._last = event.position()
        self._viewer.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        self._viewer.pan_by(event.position() - self._last)
        self._last = event.position()

    def release(self, event: QMouseEvent) -> None:
        """Stop."""
        self.cancel()

    def cancel(self) -> None:
        """Show the usual cursor again."""
        self._viewer.viewport().unsetCursor()


class Move:
    """Move the selected cards; without movement, select the one that was clicked."""

    def __init__(self, desk: Desk, event: QMouseEvent, card: Card) -> None:
        self._desk = desk
        self._card = card
        self._start = event.position()
        self._adding = bool(event.modifiers() & _ADDING)
        self._was_selected = card.isSelected()
        if not self._was_selected:
            kept = desk.viewer.scene().selectedItems() if self._adding else []
            desk.viewer.select_only([*kept, card])
        chosen = [c for c in desk.projection.cards.values() if c.isSelected()]
        self._origins = {card: card.pos() for card in chosen}
        self._moving = False
        self._into: tuple[Wire, tuple[str, str]] | None = None

    def move(self, event: QMouseEvent) -> None:
        """Move the cards along, and show the wire that the card would be put into."""
        offset = event.position() - self._start
        if not self._moving and offset.manhattanLength() < START:
            return
        self._moving = True
        step = offset / self._desk.viewer.zoom
        for card, origin in self._origins.items():
            card.setPos(QPointF(round(origin.x() + step.x()), round(origin.y() + step.y())))
        held = event.modifiers() & Qt.KeyboardModifier.AltModifier
        alone = len(self._origins) == 1 and not held
        self._into = wire_under(self._desk, self._card) if alone else None
        self._desk.viewer.warm(self._into[0] if self._into else None)

    def release(self, event: QMouseEvent) -> None:
        """Keep the new places as one step, or select what was clicked."""
        if not self._moving:
            self._click()
            return
        places = {card.id: (card.x(), card.y()) for card in self._origins}
        self._desk.viewer.warm(None)
        drawn = self._into[0].ends if self._into else None
        if self._into and drawn in self._desk.projection.ends:
            wire = self._desk.projection.ends[drawn]
            self._desk.editing.insert(places, wire, self._into[1])
        else:
            self._desk.editing.move(places)

    def _click(self) -> None:
        """Without movement a click selects, or takes out of the selection."""
        if self._adding:
            self._card.setSelected(not self._was_selected)
        else:
            self._desk.viewer.select_only([self._card])

    def cancel(self) -> None:
        """Put the cards back."""
        self._desk.viewer.warm(None)
        for card, origin in self._origins.items():
            card.setPos(origin)


def wire_under(desk: Desk, card: Card) -> tuple[Wire, tuple[str, str]] | None:
    """The wire that a card without wires lies on and could be put into, with its way through."""
    spec = card.face.content.spec
    if spec is None or any(port.connected_pipes for port in card.ports.values()):
        return None
    inner = card.mapRectToScene(card.layout.card).adjusted(12, 4, -12, -4)
    for wire in desk.projection.wires.values():
        if wire.isVisible() and wire.path().intersects(inner):
            types = desk.projection.types_of(wire)
            way = way_through(spec, *types) if types else None
            if way is not None:
                return wire, way
    return None


class RubberBand:
    """Select what lies within a rectangle."""

    def __init__(self, desk: Desk, event: QMouseEvent) -> None:
        self._desk = desk
        self._start = event.position()
        self._band = desk.viewer.rubber_band
        cards = desk.projection.cards.values()
        self._kept = {card for card in cards if card.isSelected()}
        if not event.modifiers() & _ADDING:
            self._kept = set()
            desk.viewer.select_only([])

    def move(self, event: QMouseEvent) -> None:
        """Stretch the rectangle and select what it touches."""
        area = QRectF(self._start, event.position()).normalized()
        self._band.setGeometry(area.toRect())
        self._band.setVisible(max(area.width(), area.height()) >= START)
        corners = map(self._desk.viewer.to_scene, (area.topLeft(), area.bottomRight()))
        inside = QRectF(*corners)
        cards = self._desk.projection.cards.values()
        touched = {c for c in cards if inside.intersects(c.mapRectToScene(c.layout.card))}
        self._desk.viewer.select_only(touched | self._kept)

    def release(self, event: QMouseEvent) -> None:
        """Keep the selection."""
        self._band.hide()

    def cancel(self) -> None:
        """Select again what was selected before."""
        self._band.hide()
        self._desk.viewer.select_only(self._kept)


class Slice:
    """Cut every wire that a straight line crosses."""

    def __init__(self, desk: Desk, event: QMouseEvent) -> None:
        self._desk = desk
        self._start = desk.viewer.to_scene(event.position())
        self._line = desk.viewer.slicer
        self._line.setVisible(True)
        self.move(event)

    def move(self, event: QMouseEvent) -> None:
        """Stretch the line."""
        path = QPainterPath(self._start)
        path.lineTo(self._desk.viewer.to_scene(event.position()))
        self._line.setPath(path)

    def release(self, event: QMouseEvent) -> None:
        """Cut what it crosses."""
        self.cancel()
        end = self._desk.viewer.to_scene(event.position())
        cut = [
            self._desk.projection.ends[ends]
            for ends, wire in self._desk.projection.wires.items()
            if _crosses(wire, QLineF(self._start, end))
        ]
        self._desk.editing.disconnect(cut)

    def cancel(self) -> None:
        """Take the line away."""
        self._line.setVisible(False)
        self._line.setPath(QPainterPath())


def _crosses(wire: Wire, line: QLineF) -> bool:
    """Whether a line crosses a wire, whose curve is taken as short straight pieces."""
    path = wire.path()
    if not path.boundingRect().adjusted(-1, -1, 1, 1).intersects(_box(line)):
        return False
    points = [path.pointAtPercent(step / 24) for step in range(25)]
    hit = QLineF.IntersectionType.BoundedIntersection
    pieces = (QLineF(a, b) for a, b in pairwise(points))
    return any(line.intersects(piece)[0] == hit for piece in pieces)


def _box(line: QLineF) -> QRectF:
    """The rectangle around a line."""
    return QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1)


def near(a: QPointF, b: QPointF) -> bool:
    """Whether two places are so close that the mouse has not really moved."""
    return (a - b).manhattanLength() < START


def rectangle(area: QRectF) -> QRect:
    """An area in whole pixels."""
    return QRect(QPoint(round(area.x()), round(area.y())), area.size().toSize())
