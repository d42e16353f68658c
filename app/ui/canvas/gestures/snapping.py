"""Where things that are dragged come to rest: on the grid, and in line with their neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.ui import theme

STEP = 24.0
"""The distance of the grid's lines, which is that of the painted dots."""
_PULL = 7.0
"""How many pixels away a line draws things to itself."""
_BEYOND = 14.0

Lines = tuple[float, float, float]
"""The places of three lines that run in one direction."""


@dataclass
class Snapping:
    """What things are drawn to while they are dragged, as the user chose it."""

    to_grid: bool = False
    to_neighbours: bool = True


@dataclass(frozen=True)
class Rest:
    """Where a dragged area comes to rest: how far it is moved, and along which lines."""

    shift: QPointF = field(default_factory=QPointF)
    lines: tuple[QLineF, ...] = ()


def to_step(value: float) -> float:
    """The grid line nearest to a coordinate."""
    return round(value / STEP) * STEP


def rest(area: QRectF, others: Iterable[QRectF], snapping: Snapping, zoom: float) -> Rest:
    """Where ``area`` comes to rest among ``others``; lines of neighbours come before the grid."""
    pull = _PULL / zoom
    near = list(others) if snapping.to_neighbours else []
    x = _nearest(area, near, _across, pull)
    y = _nearest(area, near, _down, pull)
    shift, lines = QPointF(), []
    if x is not None:
        shift.setX(x[0])
    elif snapping.to_grid:
        shift.setX(to_step(area.left()) - area.left())
    if y is not None:
        shift.setY(y[0])
    elif snapping.to_grid:
        shift.setY(to_step(area.top()) - area.top())
    settled = area.translated(shift)
    if x is not None:
        both = settled.united(x[2])
        lines.append(QLineF(x[1], both.top() - _BEYOND, x[1], both.bottom() + _BEYOND))
    if y is not None:
        both = settled.united(y[2])
        lines.append(QLineF(both.left() - _BEYOND, y[1], both.right() + _BEYOND, y[1]))
    return Rest(shift, tuple(lines))


def _across(area: QRectF) -> Lines:
    """The upright lines of an area: its sides and its middle."""
    return area.left(), area.center().x(), area.right()


def _down(area: QRectF) -> Lines:
    """The level lines of an area: its top, middle and bottom."""
    return area.top(), area.center().y(), area.bottom()


def _nearest(
    area: QRectF, near: Iterable[QRectF], lines_of: Callable[[QRectF], Lines], pull: float
) -> tuple[float, float, QRectF] | None:
    """The least shift that brings a line of ``area`` onto one within reach, with line and owner."""
    own, least, found = lines_of(area), pull, None
    for box in near:
        for line in lines_of(box):
            for mine in own:
                # Nothing is made for the many that are farther: this runs on every move.
                if -least <= line - mine <= least and (found is None or abs(line - mine) < least):
                    least, found = abs(line - mine), (line - mine, line, box)
    return found


class Guides(QGraphicsItem):
    """The thin lines along which something comes to rest."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[QLineF, ...] = ()
        self.setZValue(8)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    @property
    def lines(self) -> tuple[QLineF, ...]:
        """The lines that are shown."""
        return self._lines

    def show_lines(self, lines: tuple[QLineF, ...]) -> None:
        """Show these lines, or none."""
        if lines != self._lines:
            self.prepareGeometryChange()
            self._lines = lines
            self.update()

    def boundingRect(self) -> QRectF:
        """Around all lines."""
        area = QRectF()
        for line in self._lines:
            area = area.united(QRectF(line.p1(), line.p2()).normalized().adjusted(-4, -4, 4, 4))
        return area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Thin at every zoom."""
        pen = QPen(theme.faded(theme.BUSY, 0.85), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines(list(self._lines))
