"""The calm grid of dots behind everything."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from app.ui import theme

_STEP = 24.0
_CLOSEST = 15.0


class Grid:
    """Paints dots; keeps one cell as a picture, since it is painted on every frame."""

    def __init__(self) -> None:
        self._cell = (0.0, 0.0, QPixmap())

    def paint(self, painter: QPainter, area: QRectF, zoom: float, ratio: float) -> None:
        """Fill an area of the canvas; coarser from far away.

        ``ratio`` pixels of the device make one of the window.
        """
        step = _STEP * zoom
        while step < _CLOSEST:
            step *= 2
        if self._cell[:2] != (step, ratio):
            self._cell = (step, ratio, _dot(step, ratio))
        painter.save()
        target = painter.transform().mapRect(area)
        painter.resetTransform()
        painter.fillRect(target, theme.BACKDROP)
        painter.drawTiledPixmap(target, self._cell[2], area.topLeft() * zoom)
        painter.restore()


def _dot(step: float, ratio: float) -> QPixmap:
    """One cell, with a dot in its corner."""
    size = max(1, round(step * ratio))
    cell = QPixmap(size, size)
    cell.setDevicePixelRatio(ratio)
    cell.fill(Qt.GlobalColor.transparent)
    painter = QPainter(cell)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.GRID)
    painter.drawEllipse(QPointF(1.4, 1.4), 1.1, 1.1)
    painter.end()
    return cell
