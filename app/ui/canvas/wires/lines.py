"""The lines of wires: how they run from an output to an input, and the part of one that is seen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

_REACH = (36.0, 200.0)
_BACK = (64.0, 150.0)
_SAG = 104.0
_PIECE = 320.0

Cubic = tuple[QPointF, QPointF, QPointF, QPointF]


def curve(start: QPointF, end: QPointF) -> QPainterPath:
    """The line of a wire from an output to an input. One that goes back swings round its cards."""
    way = end.x() - start.x()
    path = QPainterPath(start)
    if way > -24:
        reach = max(_REACH[0], min(abs(way) * 0.5, _REACH[1]))
        # Straight up or down it needs more room to turn.
        reach = max(reach, min(abs(end.y() - start.y()) * 0.25, 90.0))
        path.cubicTo(start + QPointF(reach, 0), end - QPointF(reach, 0), end)
        return path
    reach = max(_BACK[0], min(40 - way * 0.2, _BACK[1]))
    between = (start.y() + end.y()) / 2
    level = between + max(0.0, _SAG - abs(end.y() - start.y()) / 2)
    middle = QPointF((start.x() + end.x()) / 2, level)
    path.cubicTo(start + QPointF(reach, 0), QPointF(start.x() + reach, level), middle)
    path.cubicTo(QPointF(end.x() - reach, level), end - QPointF(reach, 0), end)
    return path


class Pieces:
    """A line in short pieces, so that a small part of a long one is drawn quickly."""

    def __init__(self, path: QPainterPath) -> None:
        self._pieces: list[tuple[QRectF, Cubic]] = []
        elements = [path.elementAt(number) for number in range(path.elementCount())]
        places = [QPointF(element.x, element.y) for element in elements]
        extent = path.controlPointRect()
        self._longest = max(_PIECE, extent.width() / 12, extent.height() / 12)
        for first in range(0, len(places) - 3, 3):
            start, one, two, end = places[first : first + 4]
            self._add((start, one, two, end))

    def _add(self, cubic: Cubic) -> None:
        """Keep a cubic, or its halves where it is long."""
        box = _bounds(cubic)
        if max(box.width(), box.height()) > self._longest + 16:
            first, second = _halves(cubic)
            self._add(first)
            self._add(second)
        else:
            self._pieces.append((box, cubic))

    def within(self, area: QRectF) -> QPainterPath:
        """The pieces that touch an area, as one line where they are neighbours."""
        path = QPainterPath()
        joined = False
        for box, (start, first, second, end) in self._pieces:
            seen = box.intersects(area)
            if seen:
                if not joined:
                    path.moveTo(start)
                path.cubicTo(first, second, end)
            joined = seen
        return path


def _bounds(cubic: Cubic) -> QRectF:
    """The rectangle around a cubic's points, with room for its pen."""
    across, down = [place.x() for place in cubic], [place.y() for place in cubic]
    corner, far = QPointF(min(across), min(down)), QPointF(max(across), max(down))
    return QRectF(corner, far).adjusted(-8, -8, 8, 8)


def _halves(cubic: Cubic) -> tuple[Cubic, Cubic]:
    """A cubic cut in its middle, after de Casteljau."""
    start, first, second, end = cubic
    early, between, late = (start + first) / 2, (first + second) / 2, (second + end) / 2
    before, after = (early + between) / 2, (between + late) / 2
    middle = (before + after) / 2
    return (start, early, before, middle), (middle, after, late, end)
