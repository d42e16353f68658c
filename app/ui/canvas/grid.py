"""The calm grid of dots behind everything."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from app.ui import theme

_STEP = 24.0
_CLOSEST = 15.0


class Grid:
    """Paints dots; keeps one cell as a picture, since it is painted on every frame."""

    def __init__(self) -> None:
        self._cell = (0.0, QPixmap())

    def paint(self, painter: QPainter, area: QRect, corner: QPointF, zoom: float) -> None:
        """Fill ``area``, whose upper left is the canvas's ``corner``; coarser from far away."""
        step = _STEP * zoom
        while step < _CLOSEST:
            step *= 2
        if self._cell[0] != step:
            self._cell = (step, _dot(step))
        painter.fillRect(area, theme.BACKDROP)
        painter.drawTiledPixmap(QRectF(area), self._cell[1], corner * zoom)


def _dot(size: float) -> QPixmap:
    """One cell, with a dot in its corner."""
    cell = QPixmap(max(1, round(size)), max(1, round(size)))
    cell.fill(Qt.GlobalColor.transparent)
    painter = QPainter(cell)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.GRID)
    painter.drawEllipse(QPointF(1.4, 1.4), 1.1, 1.1)
    painter.end()
    return cell
