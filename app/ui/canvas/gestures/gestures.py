"""What the mouse does between press and release: one class for each gesture."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainterPath
from PySide6.QtWidgets import QGraphicsItem

from app.ui.canvas.boxes.boxes import Boxes
from app.ui.canvas.boxes.boxing import Boxing
from app.ui.canvas.editing import Editing
from app.ui.canvas.gestures.snapping import Guides, Snapping
from app.ui.canvas.projection import Projection
from app.ui.canvas.rails import Rails
from app.ui.canvas.viewer import Viewer
from app.ui.canvas.wires.wire import Wire

ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
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
    boxes: Boxes
    editing: Editing
    boxing: Boxing
    guides: Guides
    snapping: Snapping
    rails: Rails


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


class RubberBand:
    """Select what lies within a rectangle: cards and notes that it touches, frames as a whole."""

    def __init__(self, desk: Desk, event: QMouseEvent) -> None:
        self._desk = desk
        self._start = desk.viewer.to_scene(event.position())
        self._band = desk.viewer.rubber_band
        chosen = desk.viewer.scene().selectedItems()
        self._kept = {item for item in chosen if not isinstance(item, Wire)}
        if not event.modifiers() & ADDING:
            self._kept = set()
            desk.viewer.select_only([])

    def move(self, event: QMouseEvent) -> None:
        """Stretch the rectangle and select what is in it."""
        viewer = self._desk.viewer
        inside = QRectF(self._start, viewer.to_scene(event.position())).normalized()
        seen = viewer.to_view(inside)
        self._band.setGeometry(seen.toRect())
        self._band.setVisible(max(seen.width(), seen.height()) >= START)
        cards = self._desk.projection.cards.values()
        found: set[QGraphicsItem] = {
            card for card in cards if inside.intersects(card.mapRectToScene(card.layout.card))
        }
        for box in self._desk.boxes.shown.values():
            within = inside.contains if box.is_frame else inside.intersects
            if within(box.area):
                found.add(box)
        viewer.select_only(found | self._kept)

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
