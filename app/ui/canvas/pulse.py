"""The light around running cards comes and goes, without the cards being painted anew."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap

from app.ui import theme
from app.ui.canvas.camera import Camera
from app.ui.canvas.halo import REACH, paint_halo
from app.ui.canvas.items import Card

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
        self._kept = ((0.0, 0.0, 0), QPixmap())
        self._timer = QTimer(self, interval=_BEAT)
        self._timer.timeout.connect(self._beat)

    def follow(self, card: Card) -> None:
        """A card began to run, or ended."""
        if card.face.look.state == "running":
            self._running[card] = None
            self._timer.start()
        else:
            self._running.pop(card, None)

    def paint(self, painter: QPainter) -> None:
        """Paint the light around the running cards, the painter being in the canvas's units."""
        phase = time.monotonic() * 2 * math.pi / _PERIOD
        strength = _STRONGEST * (0.5 - 0.5 * math.cos(phase))
        for card in self._running:
            if card.scene() is not None:
                painter.setOpacity(strength)
                corner = card.pos() - QPointF(REACH, REACH)
                painter.drawPixmap(corner, self._light(card.box.size()))

    def _light(self, size: QSizeF) -> QPixmap:
        """The light around a card of a size: one picture, since every call of the painter may have
        to wait for the engine's thread."""
        wanted = (size.width(), size.height(), theme.GOOD.rgb())
        if self._kept[0] != wanted:
            picture = QPixmap((size + QSizeF(2 * REACH, 2 * REACH)).toSize())
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as painter:
                painter.translate(REACH, REACH)
                paint_halo(painter, QRectF(QPointF(), size), theme.GOOD, 1.0)
            self._kept = wanted, picture
        return self._kept[1]

    def _beat(self) -> None:
        """Ask for the places around the running cards to be painted."""
        for card in [card for card in self._running if card.scene() is None]:
            del self._running[card]
        if not self._running:
            self._timer.stop()
        for card in self._running:
            around = card.box.adjusted(-REACH, -REACH, REACH, REACH)
            if around.intersects(self._camera.shown):
                self._camera.viewport().update(self._camera.to_view(around).toAlignedRect())
