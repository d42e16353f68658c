"""The view follows a drag that comes near its border."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QTimer
from PySide6.QtGui import QMouseEvent

from app.ui.canvas.viewer import Viewer

_BORDER = 28.0
_FASTEST = 22.0
_INTERVAL = 16


class EdgePan(QObject):
    """Moves the view while the mouse holds something at the border; ``again`` repeats its move."""

    def __init__(self, viewer: Viewer, again: Callable[[QMouseEvent], None]) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self._again = again
        self._event: QMouseEvent | None = None
        self._timer = QTimer(self, interval=_INTERVAL)
        self._timer.timeout.connect(self._step)

    def follow(self, event: QMouseEvent) -> None:
        """Note where the mouse is with what it drags."""
        self._event = event.clone()
        if self._way(event.position()).isNull():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Nothing is dragged any more."""
        self._timer.stop()
        self._event = None

    def _way(self, place: QPointF) -> QPointF:
        """How far to go at once: the faster the nearer to the border."""
        size = self._viewer.viewport().size()
        return QPointF(_pull(place.x(), size.width()), _pull(place.y(), size.height()))

    def _step(self) -> None:
        """Move the view, and what is dragged along with it."""
        if self._event is None:
            self._timer.stop()
            return
        self._viewer.pan_by(-self._way(self._event.position()))
        self._again(self._event)


def _pull(place: float, length: float) -> float:
    """How strongly one border pulls."""
    if place < _BORDER:
        return -min(_FASTEST, (_BORDER - place) / _BORDER * _FASTEST)
    if place > length - _BORDER:
        return min(_FASTEST, (place - length + _BORDER) / _BORDER * _FASTEST)
    return 0.0
