"""The signs that tell a node's state by shape as well as by colour, and the ports."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui import theme
from app.ui.canvas.look import State

Sign = State | Literal["bypassed"]
"""What a card says about itself in its header."""

_SIZE = 4.5
_STROKES: Mapping[Sign, tuple[tuple[tuple[float, float], ...], ...]] = {
    "done": (((-4.5, 0), (-1.2, 3.4), (5, -3.6)),),
    "failed": (((-3.6, -3.6), (3.6, 3.6)), ((-3.6, 3.6), (3.6, -3.6))),
    "queued": (((0, -2.4), (0, 0), (1.9, 0)),),
    "muted": (((-3.1, 3.1), (3.1, -3.1)),),
    "bypassed": (((-5, 3), (-2.5, -2), (2.5, -2), (4.6, 2.4)), ((1.4, 2.2), (4.7, 3), (5.4, -0.4))),
}


class Mark(Enum):
    """What a port says while a wire is dragged."""

    PLAIN = "plain"
    FITS = "fits"
    DIM = "dim"


def paint_sign(painter: QPainter, sign: Sign, centre: QPointF, progress: float | None) -> None:
    """Draw the sign of a state around ``centre``, some ten units wide."""
    colour = theme.STATES.get(sign, theme.DIM)
    if sign == "idle":
        colour = theme.faded(theme.TEXT, 0.45)
    pen = QPen(colour, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match sign:
        case "running":
            _paint_running(painter, colour, centre, progress)
        case "cached":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(centre, _SIZE, _SIZE)
        case "skipped":
            for x in (-4.0, 0.0, 4.0):
                painter.drawPoint(centre + QPointF(x, 0))
        case "queued" | "muted" | "idle":
            painter.drawEllipse(centre, _SIZE, _SIZE)
            _paint_strokes(painter, sign, centre)
        case _:
            _paint_strokes(painter, sign, centre)


def _paint_strokes(painter: QPainter, sign: Sign, centre: QPointF) -> None:
    """The lines of a sign."""
    for stroke in _STROKES.get(sign, ()):
        painter.drawPolyline([centre + QPointF(*place) for place in stroke])


def _paint_running(
    painter: QPainter, colour: QColor, centre: QPointF, progress: float | None
) -> None:
    """A ring that closes as the work goes on."""
    box = QRectF(centre.x() - _SIZE, centre.y() - _SIZE, 2 * _SIZE, 2 * _SIZE)
    if progress is None:
        painter.drawEllipse(box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(centre, 2.2, 2.2)
        return
    painter.setPen(QPen(theme.faded(colour, 0.35), 1.8))
    painter.drawEllipse(box)
    painter.setPen(QPen(colour, 2.4))
    painter.drawArc(box, 90 * 16, round(-360 * 16 * progress))


def paint_port(
    painter: QPainter, centre: QPointF, colour: QColor, *, small: bool, wired: bool, mark: Mark
) -> None:
    """Draw a port: a ring while free, a disc once wired, with a halo where a wire would fit."""
    radius = 2.7 if small else 5.0
    if mark is Mark.FITS:
        radius = 5.2 if small else 6.2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.faded(colour, 0.28))
        painter.drawEllipse(centre, radius + 5, radius + 5)
    if mark is Mark.DIM:
        colour = theme.faded(colour, 0.22)
    elif small and not wired and mark is Mark.PLAIN:
        colour = theme.faded(colour, 0.5)
    painter.setPen(QPen(theme.CARD, 2))
    painter.setBrush(theme.CARD)
    painter.drawEllipse(centre, radius + 1, radius + 1)
    painter.setPen(QPen(colour, 1.2 if small else 1.8))
    painter.setBrush(colour if wired or mark is Mark.FITS else theme.faded(colour, 0.2))
    painter.drawEllipse(centre, radius, radius)


def paint_many(
    painter: QPainter, centre: QPointF, colour: QColor, *, wired: bool, mark: Mark
) -> None:
    """Draw the port of a socket that takes any number of wires: a pill instead of a disc."""
    colour = theme.faded(colour, 0.22) if mark is Mark.DIM else colour
    box = QRectF(centre.x() - 4.6, centre.y() - 8, 9.2, 16)
    painter.setPen(QPen(theme.CARD, 2))
    painter.setBrush(theme.CARD)
    painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 5, 5)
    painter.setPen(QPen(colour, 1.8))
    painter.setBrush(colour if wired else theme.faded(colour, 0.2))
    painter.drawRoundedRect(box, 4.6, 4.6)


def paint_stack(painter: QPainter, centre: QPointF, colour: QColor) -> None:
    """Two sheets, one behind the other: the sign of a subgraph."""
    painter.setPen(QPen(colour, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = centre.x(), centre.y()
    painter.drawPolyline([QPointF(x - 1.5, y - 5), QPointF(x + 5, y - 5), QPointF(x + 5, y + 1.5)])
    painter.drawRoundedRect(QRectF(x - 5, y - 1.8, 7, 7), 1.5, 1.5)


def paint_dice(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A die that shows five."""
    side = box.width()
    painter.setPen(QPen(colour, side / 11))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, side / 4.5, side / 4.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for x, y in ((0.28, 0.28), (0.72, 0.28), (0.5, 0.5), (0.28, 0.72), (0.72, 0.72)):
        spot = box.topLeft() + QPointF(x * side, y * side)
        painter.drawEllipse(spot, side / 11, side / 11)
