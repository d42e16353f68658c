"""The frames of a film that are ready for the screen, within a budget of memory."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.ui.viewer.pictures import Pictured, pictured, to_image

BUDGET = 256 * 2**20
"""Bytes of frames that are kept ready."""

AHEAD = 8
"""How many frames are asked for before they are seen."""

log = logging.getLogger(__name__)


class Reel(QObject):
    """Turns frames into pictures on a thread of its own; nobody waits for it.

    ``brought`` tells that the frame of that number is ready, ``lost`` that the value is gone.
    """

    brought = Signal(int)
    lost = Signal()
    _made = Signal(str, int, QImage)
    _idle = Signal()
    _gone = Signal(str)

    def __init__(self, parent: QObject | None = None, budget: int = BUDGET) -> None:
        super().__init__(parent)
        self.fetch: Callable[[str], Any] = lambda fingerprint: None
        self._budget = budget
        self._fingerprint = ""
        self._frames: OrderedDict[int, QImage] = OrderedDict()
        self._bytes = 0
        self._wanted: list[int] = []
        self._is_busy = False
        self._held: tuple[str, Pictured] | None = None
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="film")
        self._made.connect(self._keep)
        self._idle.connect(self._go_on)
        self._gone.connect(self._tell_lost)

    def open(self, fingerprint: str) -> None:
        """Make ready for the frames of another value."""
        if fingerprint != self._fingerprint:
            self._fingerprint = fingerprint
            self._frames.clear()
            self._wanted.clear()
            self._bytes = 0
        if not fingerprint:
            self.let_go()

    def frame(self, index: int) -> QImage | None:
        """A frame, if it is ready."""
        found = self._frames.get(index)
        if found is not None:
            self._frames.move_to_end(index)
        return found

    def want(self, indices: Sequence[int]) -> None:
        """Ask for frames, in the order in which they will be seen, in place of those before."""
        ahead = indices[: self._reach()]
        self._wanted = [index for index in dict.fromkeys(ahead) if self.frame(index) is None]
        self._go_on()

    def let_go(self) -> None:
        """Hold the value no longer than its frames need it."""
        self._pool.submit(self._drop)

    def close(self) -> None:
        """End the thread."""
        self._wanted.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)

    @property
    def bytes(self) -> int:
        """What the frames take that are ready."""
        return self._bytes

    def _reach(self) -> int:
        """How many frames ahead fit into the budget beside the one that is seen."""
        if not self._frames:
            return AHEAD
        each = max(1, self._bytes // len(self._frames))
        return min(AHEAD, max(1, self._budget // each - 1))

    def _go_on(self) -> None:
        """Begin with the next frame unless one is being made."""
        if self._wanted and not self._is_busy:
            self._is_busy = True
            self._pool.submit(self._make, self._fingerprint, self._wanted.pop(0))

    def _keep(self, fingerprint: str, index: int, image: QImage) -> None:
        if fingerprint != self._fingerprint or index in self._frames:
            return
        self._frames[index] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > self._budget and len(self._frames) > 1:
            _, oldest = self._frames.popitem(last=False)
            self._bytes -= oldest.sizeInBytes()
        self.brought.emit(index)

    def _tell_lost(self, fingerprint: str) -> None:
        if fingerprint == self._fingerprint:
            self._wanted.clear()
            self.lost.emit()

    # --- on the thread of the film

    def _make(self, fingerprint: str, index: int) -> None:
        try:
            value = self._value(fingerprint)
            if value is None or index >= len(value):
                self._gone.emit(fingerprint)
            else:
                self._made.emit(fingerprint, index, to_image(value.picture(index)))
        except Exception:  # the end of this thread's road: nobody waits for the future
            log.exception("Frame %s cannot be shown", index)
            self._gone.emit(fingerprint)
        finally:
            self._rest()

    def _value(self, fingerprint: str) -> Pictured | None:
        """The value itself, which is held until it is let go: fetching may mean reading a file."""
        if self._held is None or self._held[0] != fingerprint:
            value = pictured(self.fetch(fingerprint))
            self._held = None if value is None else (fingerprint, value)
        return None if self._held is None else self._held[1]

    def _rest(self) -> None:
        self._is_busy = False
        self._idle.emit()

    def _drop(self) -> None:
        self._held = None
