"""Carries the engine's events from the worker's thread onto the thread of the screen."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from app.engine.events import Event, NodeProgressed


class Bridge(QObject):
    """The only way from the engine to the screen. ``post`` may be called from any thread.

    Events arrive in order. Progress that was overtaken before the screen had time for it is left
    out, so a fast sampler cannot flood the event loop.
    """

    arrived = Signal(object)
    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Event] = deque()
        self._closed = False
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def post(self, event: Event) -> None:
        """Hand over an event; returns at once."""
        if self._closed:
            return
        is_first = not self._waiting
        self._waiting.append(event)
        if is_first:
            self._woken.emit()

    def close(self) -> None:
        """The window is gone; a worker that did not end in time has nobody to tell any more."""
        self._closed = True

    def _deliver(self) -> None:
        events: list[Event] = []
        while self._waiting:
            events.append(self._waiting.popleft())
        for event in newest_progress(events):
            self.arrived.emit(event)


def newest_progress(events: Iterable[Event]) -> list[Event]:
    """The events without progress that a later one of the same node replaces.

    The last preview is kept, even where the last progress came without one.
    """
    kept: list[Event] = []
    for event in events:
        previous = kept[-1] if kept else None
        if (
            isinstance(event, NodeProgressed)
            and isinstance(previous, NodeProgressed)
            and (event.run, event.node) == (previous.run, previous.node)
        ):
            kept[-1] = replace(event, preview=event.preview or previous.preview)
        else:
            kept.append(event)
    return kept
