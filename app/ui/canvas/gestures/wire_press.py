"""Pressing on a wire: a click selects it or, with Alt, adds a dot; a drag takes up its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from app.ui.canvas.gestures.gestures import Gesture
from app.ui.canvas.wires.wire import Wire

if TYPE_CHECKING:
    from app.ui.canvas.gestures.presses import Presses


class WirePress:
    """The press on a wire: a click selects it, a drag takes up its nearer end."""

    def __init__(self, presses: Presses, event: QMouseEvent, wire: Wire) -> None:
        self._presses = presses
        self._wire = wire
        self._start = event.position()
        self._leading = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._drag: Gesture | None = None

    def move(self, event: QMouseEvent) -> None:
        """Past the threshold, take the end up that is nearer to where the wire was pressed."""
        if self._drag is None and (event.position() - self._start).manhattanLength() >= 6:
            viewer = self._presses.viewer
            place = viewer.to_scene(self._start)
            first = self._wire.path().pointAtPercent(0) - place
            last = self._wire.path().pointAtPercent(1) - place
            keep = "in" if first.manhattanLength() < last.manhattanLength() else "out"
            self._drag = self._presses.take_up(event, self._wire, keep)
        if self._drag is not None:
            self._drag.move(event)

    def release(self, event: QMouseEvent) -> None:
        """Finish the drag, or select the wire."""
        if self._drag is not None:
            self._drag.release(event)
            return
        if self._leading:
            self._presses.lead(self._wire, self._start)
        elif self._wire.scene() is not None:
            self._presses.viewer.select_only([self._wire])
            self._wire.update()

    def cancel(self) -> None:
        """Leave the wire as it was."""
        if self._drag is not None:
            self._drag.cancel()
