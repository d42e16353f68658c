"""Dots: points that wires are led through, drawn as part of the wire."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui import theme
from app.ui.canvas.cards.face import Face
from app.ui.canvas.cards.layout import Layout

_RADIUS = 6.5


def paint_dot(painter: QPainter, face: Face, layout: Layout, colour: QColor) -> None:
    """A dot in the colour of what runs through it, between the ends of its two wires."""
    middle = layout.card.center()
    shade = theme.mixed(colour, theme.BACKDROP, 0.55) if face.faded else colour
    painter.setBrush(Qt.BrushStyle.NoBrush)
    flat = Qt.PenCapStyle.FlatCap
    painter.setPen(QPen(theme.BACKDROP, 6.0, Qt.PenStyle.SolidLine, flat))
    painter.drawLine(QPointF(0, middle.y()), QPointF(layout.width, middle.y()))
    painter.setPen(QPen(shade, 2.4))
    painter.drawLine(QPointF(0, middle.y()), QPointF(layout.width, middle.y()))
    if face.selected:
        painter.setPen(QPen(theme.ACCENT, 2))
        painter.setBrush(theme.faded(theme.ACCENT, 0.25))
        painter.drawEllipse(middle, _RADIUS + 4, _RADIUS + 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawEllipse(middle, _RADIUS, _RADIUS)
