"""Dragging a copy off what is selected: ghosts follow the mouse until it lets go."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.ui import theme
from app.ui.canvas.gestures.gestures import START, Desk
from app.ui.canvas.gestures.moving import Movable, Move, area_of, chosen, with_contents
from app.ui.canvas.gestures.snapping import rest

_CONTROL = Qt.KeyboardModifier.ControlModifier


class Ghosts(QGraphicsItem):
    """Outlines of what would be copied, moved by a step."""

    def __init__(self, areas: list[QRectF]) -> None:
        super().__init__()
        self._areas = areas
        self.setZValue(7)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        """Around all of them."""
        whole = QRectF()
        for area in self._areas:
            whole = whole.united(area)
        return whole.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """A pale box for each."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.ACCENT, 1.5, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(theme.faded(theme.ACCENT, 0.14))
        for area in self._areas:
            painter.drawRoundedRect(area, 9, 9)


class CopyDrag:
    """Copy what is selected to where the mouse lets go; with Ctrl, fed by the same wires."""

    def __init__(self, desk: Desk, event: QMouseEvent, item: Movable) -> None:
        self._desk = desk
        self._press = event.position()
        self._start = desk.viewer.to_scene(event.position())
        self._click = Move(desk, event, item)
        items = with_contents(desk, chosen(desk))
        self._ids = [moving.id for moving in items]
        areas = [area_of(moving) for moving in items]
        self._areas = areas
        self._ghosts = Ghosts(areas)
        self._step = QPointF()

    def move(self, event: QMouseEvent) -> None:
        """Show where the copies would lie."""
        if self._ghosts.scene() is None:
            if (event.position() - self._press).manhattanLength() < START:
                return
            self._desk.viewer.scene().addItem(self._ghosts)
        step = self._desk.viewer.to_scene(event.position()) - self._start
        whole = self._ghosts.boundingRect().adjusted(2, 2, -2, -2).translated(step)
        found = rest(whole, self._areas, self._desk.snapping, self._desk.viewer.zoom)
        self._desk.guides.show_lines(found.lines)
        self._step = step + found.shift
        self._ghosts.setPos(self._step)

    def release(self, event: QMouseEvent) -> None:
        """Make the copies as one step; without movement this was a click."""
        moved = self._ghosts.scene() is not None
        self.cancel()
        if not moved:
            self._click.release(event)
            return
        offset = float(round(self._step.x())), float(round(self._step.y()))
        keep = bool(event.modifiers() & _CONTROL)
        made = self._desk.editing.duplicate(self._ids, offset, keep_wires=keep)
        cards, boxes = self._desk.projection.cards, self._desk.boxes.shown
        items = {**cards, **boxes}
        self._desk.viewer.select_only([items[key] for key in made if key in items])

    def cancel(self) -> None:
        """Take the ghosts away."""
        self._desk.guides.show_lines(())
        if self._ghosts.scene() is not None:
            self._ghosts.scene().removeItem(self._ghosts)
