"""Draws pictures in the viewer: over a checkerboard, with the grid of their pixels when large."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen, QPixmap

from app.ui import theme
from app.ui.compare.modes import Wipe
from app.ui.viewer.picture_layer import Layer

GRID_FROM = 12.0
"""Screen pixels for one of the picture from which on the grid of its pixels is seen."""

_SQUARE = 8
_BADGE = 11


def paint_layer(painter: QPainter, layer: Layer, area: QRectF, ratio: float, *, soft: bool) -> None:
    """Draw a picture into ``area``; ``ratio`` is the screen's pixels for one of the widget's."""
    scale = area.width() * ratio / layer.size.width()
    if layer.image.hasAlphaChannel():
        painter.fillRect(area, _checkerboard())
    pixmap = layer.pixmap(scale)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, soft or scale < 1)
    painter.drawPixmap(area, pixmap, QRectF(pixmap.rect()))


def paint_border(painter: QPainter, area: QRectF) -> None:
    """A hairline around a picture, so that a dark one ends somewhere."""
    painter.setPen(QPen(theme.faded(theme.TEXT, 0.1), 0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))


def paint_focus(painter: QPainter, area: QRectF) -> None:
    """A line around the view while keys go to it."""
    painter.setPen(QPen(theme.faded(theme.ACCENT, 0.55), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))


def paint_pixel_grid(
    painter: QPainter, area: QRectF, picture: QSize, pane: QRectF, ratio: float
) -> None:
    """Lines between the pixels of a picture that is large enough for them."""
    step = area.width() / picture.width()
    if step * ratio < GRID_FROM:
        return
    seen = area.intersected(pane)
    painter.setPen(QPen(theme.faded(theme.FAINT, 0.4), 0))
    lines = [
        QLineF(x, seen.top(), x, seen.bottom())
        for x in _between(area.left(), step, seen.left(), seen.right())
    ]
    lines += [
        QLineF(seen.left(), y, seen.right(), y)
        for y in _between(area.top(), step, seen.top(), seen.bottom())
    ]
    painter.drawLines(lines)


def _between(start: float, step: float, low: float, high: float) -> list[float]:
    """Multiples of ``step`` from ``start`` on that lie between two bounds."""
    first, last = math.ceil((low - start) / step), math.floor((high - start) / step)
    return [start + step * index for index in range(first, last + 1)]


def paint_wipe(painter: QPainter, wipe: Wipe, area: QRectF) -> None:
    """The line between two pictures, and the handle to take hold of it."""
    start, end = wipe.line(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.faded(theme.BACKDROP, 0.7), 3.5))
    painter.drawLine(start, end)
    painter.setPen(QPen(theme.TEXT, 1.5))
    painter.drawLine(start, end)
    middle: QPointF = (start + end) / 2
    painter.setPen(QPen(theme.faded(theme.BACKDROP, 0.7), 1.0))
    painter.setBrush(theme.TEXT)
    painter.drawEllipse(middle, 11.0, 11.0)
    painter.setPen(QPen(theme.BACKDROP, 1.7))
    across = QPointF(1, 0) if wipe.upright else QPointF(0, 1)
    along = QPointF(0, 1) if wipe.upright else QPointF(1, 0)
    for side in (-1, 1):
        tip = middle + across * (6.5 * side)
        painter.drawLine(tip, tip - across * (3 * side) + along * 3)
        painter.drawLine(tip, tip - across * (3 * side) - along * 3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_badge(
    painter: QPainter, text: str, pane: QRectF, corner: Qt.Corner = Qt.Corner.TopLeftCorner
) -> None:
    """A few letters in a corner of a pane."""
    if not text:
        return
    font = theme.font(_BADGE, bold=True)
    metrics = QFontMetricsF(font)
    most = max(20.0, pane.width() - 32)
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, most)
    box = QRectF(0, 0, metrics.horizontalAdvance(text) + 14, metrics.height() + 6)
    box.moveTopLeft(pane.topLeft() + QPointF(8, 8))
    if corner in (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner):
        box.moveRight(pane.right() - 8)
    if corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner):
        box.moveBottom(pane.bottom() - 8)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.faded(theme.BACKDROP, 0.78))
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(theme.TEXT)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _checkerboard() -> QBrush:
    """What shines through where a picture is transparent."""
    tile = QPixmap(2 * _SQUARE, 2 * _SQUARE)
    tile.fill(theme.HOVER)
    painter = QPainter(tile)
    painter.fillRect(0, 0, _SQUARE, _SQUARE, theme.LINE)
    painter.fillRect(_SQUARE, _SQUARE, _SQUARE, _SQUARE, theme.LINE)
    painter.end()
    return QBrush(tile)
