"""How fast a node comes forward, and when it will be done."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from app.ui.words import seconds_text, tr


@dataclass(frozen=True)
class Progress:
    """How far the running node is; ``left`` in seconds, None where it cannot be told yet."""

    node: str
    step: int = 0
    total: int = 0
    left: float | None = None

    def text(self) -> str:
        """Step and time left in words; empty where there are no steps."""
        if self.total <= 0:
            return ""
        steps = tr("step {step} of {total}", step=self.step, total=self.total)
        if self.left is None or self.step >= self.total:
            return steps
        return steps + " · " + tr("{time} left", time=seconds_text(self.left))


class Pace:
    """Watches one node at a time. The first step is left out: it often pays for the loading."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._node = ""
        self._since: tuple[int, float] | None = None

    def step(self, node: str, step: int, total: int) -> Progress:
        """The progress after ``step`` of ``total``."""
        now = self._clock()
        if node != self._node or self._since is None or step < self._since[0]:
            self._node, self._since = node, (step, now)
        first, began = self._since
        left = (now - began) / (step - first) * (total - step) if step > first else None
        return Progress(node, step, total, left)

    def reset(self) -> None:
        """Another run begins."""
        self._since = None
