"""The signs that tell a node's state by shape as well as by colour, and the ports."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui import theme
from app.ui.canvas.look import State

_SIZE = 4.5


class Mark(Enum):
    """What a port says while a wire is dragged."""

    PLAIN = "plain"
    FITS = "fits"
    DIM = "dim"


def paint_sign(painter: QPainter, state: State, centre: QPointF) -> None:
    """Draw the sign of a state around ``centre``, some ten units wide."""
    colour = theme.STATES[state]
    pen = QPen(colour, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match state:
        case "done":
            painter.drawPolyline(
                [centre + QPointF(*p) for p in ((-4.5, 0), (-1.2, 3.4), (5, -3.6))]
            )
        case "failed":
            painter.drawLine(centre + QPointF(-3.6, -3.6), centre + QPointF(3.6, 3.6))
            painter.drawLine(centre + QPointF(-3.6, 3.6), centre + QPointF(3.6, -3.6))
        case "running":
            painter.drawEllipse(centre, _SIZE, _SIZE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(centre, 2.4, 2.4)
        case "cached":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(centre, _SIZE, _SIZE)
        case "queued":
            painter.drawEllipse(centre, _SIZE, _SIZE)
            painter.drawPolyline([centre + QPointF(*p) for p in ((0, -2.6), (0, 0), (2, 0))])
        case "skipped" | "muted":
            painter.drawLine(centre + QPointF(-_SIZE, 0), centre + QPointF(_SIZE, 0))
        case _:
            painter.setPen(QPen(theme.faded(theme.TEXT, 0.45), 1.5))
            painter.drawEllipse(centre, _SIZE - 0.5, _SIZE - 0.5)


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
