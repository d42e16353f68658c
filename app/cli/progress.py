"""How far a run is: a bar on a terminal, plain lines anywhere else."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Mapping
from typing import TextIO

from app.engine.events import (
    Event,
    NodeFailed,
    NodeFinished,
    NodeNoticed,
    NodeProgressed,
    NodeStarted,
    RunFailed,
)

BAR_WIDTH = 24
SECONDS_BETWEEN_LINES = 2.0


class Progress:
    """Listens to a run and tells on ``stream`` what is being done.

    ``titles`` are the nodes' titles by address. A bar is drawn over itself on a terminal; elsewhere
    (a pipe, a log file) a long node writes a line every two seconds.
    """

    def __init__(
        self,
        stream: TextIO,
        titles: Mapping[str, str],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = stream
        self._titles = titles
        self._clock = clock
        self._bar = stream.isatty()
        self._last = clock()

    def __call__(self, event: Event) -> None:
        """Take an event of the engine."""
        match event:
            case NodeStarted(node=node):
                self._last = self._clock()
                if self._bar:
                    self._draw(f"{self._titles[node]} ...")
            case NodeProgressed(node=node, step=step, total=total):
                self._step(node, step, total)
            case NodeFinished(node=node, seconds=seconds, steps_run=run, steps_reused=reused):
                kept = f", {reused} of {run + reused} steps were kept" if reused else ""
                self._line(f"{self._titles[node]}: {seconds:.2f} s{kept}")
            case NodeNoticed(node=node, message=message):
                self._line(f"{self._titles[node]}: {message}")
            case NodeFailed(node=node, message=message):
                self._line(f"{self._titles[node]} failed. {message}")
            case RunFailed(message=message):
                self._line(str(message))
            case _:
                pass

    def _step(self, node: str, step: int, total: int) -> None:
        if self._bar:
            filled = BAR_WIDTH * step // max(total, 1)
            bar = "#" * filled + "." * (BAR_WIDTH - filled)
            self._draw(f"[{bar}] {step}/{total} {self._titles[node]}")
        elif self._clock() - self._last >= SECONDS_BETWEEN_LINES:
            self._last = self._clock()
            self._line(f"{self._titles[node]}: {step} of {total}")

    def _draw(self, text: str) -> None:
        """Draw over the line that stands there."""
        width = shutil.get_terminal_size().columns - 1
        self._stream.write("\r" + text[:width].ljust(width))
        self._stream.flush()

    def _line(self, text: str) -> None:
        if self._bar:
            self._draw("")
            self._stream.write("\r")
        self._stream.write(text + "\n")
        self._stream.flush()
