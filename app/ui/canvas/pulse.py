"""The light around running cards comes and goes, without the cards being painted anew."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPainter

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
                paint_halo(painter, card.box, theme.GOOD, strength)

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
