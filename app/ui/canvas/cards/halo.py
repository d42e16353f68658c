"""Soft light and shadow around cards, cut from small pictures that are drawn once."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

REACH = 15.0
"""How far light and shadow reach beyond a card."""
_RADIUS = 9.0
_CORNER = REACH + _RADIUS + 3.0
_FINE = 2
_RINGS = 30


def paint_halo(painter: QPainter, card: QRectF, colour: QColor, strength: float) -> None:
    """Light of a colour around a card, fading outwards; ``strength`` is its opacity beside it.

    Nothing is painted inside the card.
    """
    picture = _picture(colour.rgb(), round(strength * 255))
    near, far = _CORNER, 2 * _CORNER
    middle = picture.width() / _FINE - far
    outer = card.adjusted(-REACH, -REACH, REACH, REACH)
    across = ((0.0, near, outer.left(), near), (near, middle, outer.left() + near, 0.0))
    columns = (*across, (near + middle, near, outer.right() - near, near))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for column, (x, width, left, shown) in enumerate(columns):
        rows = (
            (0.0, near, outer.top(), near),
            (near, middle, outer.top() + near, outer.height() - far),
            (near + middle, near, outer.bottom() - near, near),
        )
        for row, (y, height, top, tall) in enumerate(rows):
            if row == column == 1:
                continue
            source = QRectF(x * _FINE, y * _FINE, width * _FINE, height * _FINE)
            target = QRectF(left, top, shown or outer.width() - far, tall)
            painter.drawImage(target, picture, source)


@lru_cache(maxsize=64)
def _picture(rgb: int, opacity: int) -> QImage:
    """The light around a small card, from which corners and edges are taken."""
    side = 2 * _CORNER + 4
    picture = QImage(
        round(side * _FINE), round(side * _FINE), QImage.Format.Format_ARGB32_Premultiplied
    )
    picture.fill(Qt.GlobalColor.transparent)
    card = QRectF(QPointF(REACH, REACH), QPointF(side - REACH, side - REACH))
    colour = QColor.fromRgb(rgb)
    with QPainter(picture) as painter:
        painter.scale(_FINE, _FINE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        for ring in range(_RINGS, 0, -1):
            share = ring / _RINGS
            grown = REACH * share
            colour.setAlphaF(opacity / 255 * (1 - share) ** 2)
            painter.setBrush(colour)
            radius = _RADIUS + grown
            painter.drawRoundedRect(card.adjusted(-grown, -grown, grown, grown), radius, radius)
        painter.setBrush(Qt.GlobalColor.transparent)
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
    return picture
