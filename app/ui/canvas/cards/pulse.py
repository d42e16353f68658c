"""The light around running cards comes and goes, without the cards being painted anew."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QObject, QPointF, QSizeF, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap

from app.ui import theme
from app.ui.canvas.camera import Camera
from app.ui.canvas.cards.halo import REACH, paint_halo
from app.ui.canvas.cards.items import Card
from app.ui.canvas.cards.layout import Layout

_BEAT = 60
"""Milliseconds between two strengths of the light."""
_PERIOD = 1.8
_STRONGEST = 0.4


class Pulse(QObject):
    """Paints light over the finished picture of the view, and asks for it while a card runs."""

    def __init__(self, camera: Camera) -> None:
        super().__init__(camera)
        self._camera = camera
        self._running: dict[Card, None] = {}
        self._kept: dict[Card, tuple[Layout, int, QPixmap]] = {}
        self._timer = QTimer(self, interval=_BEAT)
        self._timer.timeout.connect(self._beat)

    def follow(self, card: Card) -> None:
        """A card began to run, or ended."""
        if card.face.look.state == "running":
            self._running[card] = None
            self._timer.start()
        else:
            self._running.pop(card, None)
            self._kept.pop(card, None)

    def paint(self, painter: QPainter) -> None:
        """Paint the light around the running cards, the painter being in the canvas's units."""
        phase = time.monotonic() * 2 * math.pi / _PERIOD
        strength = _STRONGEST * (0.5 - 0.5 * math.cos(phase))
        for card in self._running:
            if card.scene() is not None:
                painter.setOpacity(strength)
                corner = card.pos() - QPointF(REACH, REACH)
                painter.drawPixmap(corner, self._light(card))

    def _light(self, card: Card) -> QPixmap:
        """The light around a card, without the places of its ports.

        It is one picture, since every call of the painter may have to wait for the engine's thread.
        """
        wanted = card.layout, theme.GOOD.rgb()
        if card not in self._kept or self._kept[card][:2] != wanted:
            self._kept[card] = (*wanted, _draw_light(card.layout))
        return self._kept[card][2]

    def _beat(self) -> None:
        """Ask for the places around the running cards to be painted."""
        for card in [card for card in self._running if card.scene() is None]:
            del self._running[card]
            self._kept.pop(card, None)
        if not self._running:
            self._timer.stop()
        for card in self._running:
            around = card.box.adjusted(-REACH, -REACH, REACH, REACH)
            if around.intersects(self._camera.shown):
                self._camera.viewport().update(self._camera.to_view(around).toAlignedRect())


def _draw_light(layout: Layout) -> QPixmap:
    """Light around a card, with holes for its ports."""
    size = layout.card.size() + QSizeF(2 * REACH, 2 * REACH)
    picture = QPixmap(size.toSize())
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.translate(REACH, REACH)
        paint_halo(painter, layout.card, theme.GOOD, 1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.black)
        for spot in layout.spots:
            radius = 3.5 if spot.parameter else 6.5
            painter.drawEllipse(spot.point, radius, radius)
    return picture
