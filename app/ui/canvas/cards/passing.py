"""What a bypassed card hands on, shown as lines through it."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.engine.routes import handed_on
from app.ui import theme
from app.ui.canvas.cards.content import Content
from app.ui.canvas.cards.layout import Layout, Spot
from app.ui.canvas.cards.text import text_width, words

_INSET = 22.0


def ways_through(
    content: Content, layout: Layout, wired: Container[str]
) -> list[tuple[Spot, Spot]]:
    """The input and the output that a bypassed node joins, for every output that brings something.

    ``wired`` are the inputs that something feeds.
    """
    if content.spec is None or not content.node.bypassed or content.node.muted:
        return []
    found = []
    for output in content.spec.outputs:
        name = handed_on(content.spec, output, wired)
        start, end = layout.by_key.get(("in", name or "")), layout.by_key.get(("out", output.name))
        if start is not None and end is not None:
            found.append((start, end))
    return found


def paint_way(painter: QPainter, start: Spot, end: Spot, width: float, colour: QColor) -> None:
    """A wire inside the card, from the name of the input to that of the output it stands for."""
    label = theme.font(12)
    first = start.point + QPointF(_INSET + text_width(words(start.name), label), 0)
    last = QPointF(width - _INSET - text_width(words(end.name), label), end.point.y())
    if not start.labelled:
        first, last = start.point, end.point
    reach = QPointF((last.x() - first.x()) * 0.45, 0)
    path = QPainterPath(first)
    path.cubicTo(first + reach, last - reach, last)
    for ground, thickness in ((theme.CARD, 6.0), (colour, 2.4)):
        pen = QPen(ground, thickness)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(path, pen)
