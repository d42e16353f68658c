"""How far a run has come, and when it will be done."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.engine.forecast import Forecast
from app.ui.words import seconds_text, tr


@dataclass(frozen=True)
class Progress:
    """How far the running node is; ``left`` in seconds, None where it cannot be told yet.

    Of the whole run, ``run_left`` is in seconds too, and ``share`` is the part that is done, from
    0 to 1. ``rate`` is in steps (iterations) a second.
    """

    node: str
    step: int = 0
    total: int = 0
    left: float | None = None
    run_left: float | None = None
    share: float | None = None
    rate: float | None = None

    def card_text(self) -> str:
        """Pace and time left in words, for below a picture whose steps are counted elsewhere."""
        if self.rate is None or self.left is None or self.step >= self.total:
            return ""
        pace = tr("{rate} it/s", rate=f"{self.rate:.1f}")
        if self.rate < 1:
            pace = tr("{time} a step", time=seconds_text(1 / self.rate))
        return pace + " \u00b7 " + tr("{time} left", time=seconds_text(self.left))

    def text(self) -> str:
        """Step and time left in words; empty where there are no steps."""
        if self.total <= 0:
            return ""
        steps = tr("step {step} of {total}", step=self.step, total=self.total)
        if self.left is None or self.step >= self.total:
            return steps
        return steps + " · " + tr("{time} left", time=seconds_text(self.left))

    def run_text(self) -> str:
        """The time left of the whole run in words; empty where it cannot be told, or where hardly
        more is left than of the node."""
        if self.run_left is None:
            return ""
        if self.left is not None and self.run_left - self.left < 1:
            return ""
        return tr("{time} left in all", time=seconds_text(self.run_left))


class Pace:
    """Watches one run, one node at a time.

    The first step of a node is left out: it often pays for the loading.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.reset()

    def reset(self) -> None:
        """Another run begins."""
        self._node = ""
        self._since: tuple[int, float] | None = None
        self._began = 0.0
        self._expected: dict[str, float] = {}
        self._all = 0.0
        self._is_foretold = False

    def foretell(self, forecast: Forecast) -> None:
        """What the run will have to do."""
        self._expected = {node.node: node.seconds or 0.0 for node in forecast.nodes}
        self._all = sum(self._expected.values())
        self._is_foretold = forecast.seconds is not None and self._all > 0

    def begin(self, node: str) -> Progress:
        """A node begins to work."""
        self._node, self._since, self._began = node, None, self._clock()
        return self._with_run(Progress(node))

    def step(self, node: str, step: int, total: int) -> Progress:
        """The progress after ``step`` of ``total``."""
        now = self._clock()
        if node != self._node:
            self._node, self._began, self._since = node, now, None
        if self._since is None or step < self._since[0]:
            self._since = step, now
        first, began = self._since
        if step == first or now <= began:
            return self._with_run(Progress(node, step, total))
        rate = (step - first) / (now - began)
        return self._with_run(Progress(node, step, total, (total - step) / rate, rate=rate))

    def finish(self, node: str) -> None:
        """A node has come to its end."""
        self._expected.pop(node, None)

    def _with_run(self, progress: Progress) -> Progress:
        """The progress with that of the whole run, where it was foretold."""
        if not self._is_foretold:
            return progress
        mine = self._expected.get(progress.node, 0.0)
        others = sum(self._expected.values()) - mine
        gone = self._clock() - self._began
        # What its steps tell of a node counts more than what was expected of it.
        rest = max(mine - gone, 0.0) if progress.left is None else progress.left
        part = gone / (gone + rest) if gone + rest else 0.0
        share = (self._all - others - mine * (1 - part)) / self._all
        return replace(progress, run_left=others + rest, share=min(max(share, 0.0), 1.0))
