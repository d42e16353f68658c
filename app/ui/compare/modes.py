"""Ways to look at several pictures at once, and how they share the area of the viewer."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF

GAP = 3.0


class Mode(Enum):
    """What the viewer shows."""

    ONE = "one"
    """One picture."""
    WIPE = "wipe"
    """Two pictures over one another, parted by a line."""
    SIDE = "side"
    """Two pictures beside one another."""
    DIFFERENCE = "difference"
    """How far two pictures differ."""
    SLOTS = "slots"
    """Every slot that holds a picture."""
    BATCH = "batch"
    """Every picture of a batch."""


COMPARING = (Mode.WIPE, Mode.SIDE, Mode.DIFFERENCE, Mode.SLOTS)
"""The modes that M goes through, in this order, before it comes back to one picture."""


@dataclass
class Wipe:
    """The line between two pictures: at which share of the first one's size it lies."""

    share: float = 0.5
    upright: bool = True

    def line(self, area: QRectF) -> tuple[QPointF, QPointF]:
        """Its two ends where the picture lies in ``area``."""
        if self.upright:
            x = area.left() + self.share * area.width()
            return QPointF(x, area.top()), QPointF(x, area.bottom())
        y = area.top() + self.share * area.height()
        return QPointF(area.left(), y), QPointF(area.right(), y)

    def before(self, area: QRectF, pane: QRectF) -> QRectF:
        """The part of the pane before the line, where the first picture is seen."""
        start, _ = self.line(area)
        if self.upright:
            return QRectF(pane.left(), pane.top(), start.x() - pane.left(), pane.height())
        return QRectF(pane.left(), pane.top(), pane.width(), start.y() - pane.top())

    def distance(self, area: QRectF, place: QPointF) -> float:
        """How far a place is from the line."""
        start, _ = self.line(area)
        return abs(place.x() - start.x()) if self.upright else abs(place.y() - start.y())

    def put(self, area: QRectF, place: QPointF) -> None:
        """Let the line go through a place."""
        if self.upright:
            share = (place.x() - area.left()) / max(area.width(), 1.0)
        else:
            share = (place.y() - area.top()) / max(area.height(), 1.0)
        self.share = min(max(share, 0.0), 1.0)


def panes_of(mode: Mode, count: int, area: QRectF) -> list[QRectF]:
    """The panes for ``count`` pictures: one for all of them, or one for each."""
    if mode is Mode.SIDE:
        return _grid(area, 2 if area.width() >= area.height() else 1, count)
    if mode in (Mode.SLOTS, Mode.BATCH):
        return _grid(area, _columns(area, count), count)
    return [area]


def _columns(area: QRectF, count: int) -> int:
    """How many panes beside one another make square ones as large as possible."""
    ratio = area.width() / max(area.height(), 1.0)
    wished = math.sqrt(count * ratio)
    tried = {max(1, math.floor(wished)), max(1, math.ceil(wished))}
    return max(tried, key=lambda columns: _side(area, columns, count))


def _side(area: QRectF, columns: int, count: int) -> float:
    rows = math.ceil(count / columns)
    return min(area.width() / columns, area.height() / rows)


def _grid(area: QRectF, columns: int, count: int) -> list[QRectF]:
    rows = math.ceil(count / columns)
    width = (area.width() - GAP * (columns - 1)) / columns
    height = (area.height() - GAP * (rows - 1)) / max(rows, 1)
    places = (divmod(index, columns) for index in range(count))
    return [
        QRectF(
            area.left() + column * (width + GAP), area.top() + row * (height + GAP), width, height
        )
        for row, column in places
    ]
