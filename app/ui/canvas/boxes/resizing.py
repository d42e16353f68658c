"""Dragging the edges and corners of frames and notes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent

from app.ui.canvas.boxes.boxes import SMALLEST, Box
from app.ui.canvas.gestures.gestures import Desk
from app.ui.canvas.gestures.snapping import to_step

REACH = 6.0
"""How many pixels from an edge the mouse still takes it."""

_LEFT, _RIGHT = Qt.Edge.LeftEdge, Qt.Edge.RightEdge
_TOP, _BOTTOM = Qt.Edge.TopEdge, Qt.Edge.BottomEdge


def cursor_for(edges: Qt.Edge) -> Qt.CursorShape:
    """The cursor that tells which way an edge or a corner can be dragged."""
    if edges in (_LEFT | _TOP, _RIGHT | _BOTTOM):
        return Qt.CursorShape.SizeFDiagCursor
    if edges in (_RIGHT | _TOP, _LEFT | _BOTTOM):
        return Qt.CursorShape.SizeBDiagCursor
    upright = edges in (_LEFT, _RIGHT)
    return Qt.CursorShape.SizeHorCursor if upright else Qt.CursorShape.SizeVerCursor


class Resize:
    """Drag an edge or a corner; the others stay where they are."""

    def __init__(self, desk: Desk, event: QMouseEvent, box: Box, edges: Qt.Edge) -> None:
        self._desk = desk
        self._box = box
        self._edges = edges
        self._start = desk.viewer.to_scene(event.position())
        self._origin = QRectF(box.area)
        desk.viewer.select_only([box])

    def move(self, event: QMouseEvent) -> None:
        """Follow the mouse, but stay large enough to be taken again."""
        step = self._desk.viewer.to_scene(event.position()) - self._start
        free = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        on_grid = self._desk.snapping.to_grid and not free
        self._box.put(resized(self._origin, self._edges, step, on_grid=on_grid))

    def release(self, event: QMouseEvent) -> None:
        """Keep the size as one step."""
        area = self._box.area
        if area != self._origin:
            rectangle = (area.x(), area.y(), area.width(), area.height())
            self._desk.boxing.resize(self._box.id, rectangle)

    def cancel(self) -> None:
        """Take the old size again."""
        self._box.put(self._origin)


def resized(area: QRectF, edges: Qt.Edge, step: QPointF, *, on_grid: bool = False) -> QRectF:
    """The area with some of its edges moved by ``step``, in whole units."""

    def moved(value: float, by: float) -> float:
        """One coordinate."""
        return to_step(value + by) if on_grid else float(round(value + by))

    left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()
    width, height = SMALLEST
    if edges & _LEFT:
        left = min(moved(left, step.x()), right - width)
    if edges & _RIGHT:
        right = max(moved(right, step.x()), left + width)
    if edges & _TOP:
        top = min(moved(top, step.y()), bottom - height)
    if edges & _BOTTOM:
        bottom = max(moved(bottom, step.y()), top + height)
    return QRectF(left, top, right - left, bottom - top)
