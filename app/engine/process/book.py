"""What was asked of the worker process and is not done yet, so that another can go on with it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.process.messages import Submit

MOST_DEATHS = 2
"""So many processes may end in one run before it is given up."""

DEAF_SECONDS = 2.0
"""What has not stopped so long after it was told to, and is told again, will not stop by itself."""


@dataclass
class Entry:
    """A run that was asked for; ``deaths`` counts the processes that ended in it, and
    ``cancelled`` is when it was told to stop."""

    request: Submit
    deaths: int = 0
    cancelled: float | None = None

    def cancel(self) -> None:
        """It is to be stopped."""
        if self.cancelled is None:
            self.cancelled = time.monotonic()


@dataclass(frozen=True)
class Losses:
    """What becomes of the runs of a process that ended: ``retried`` begin once more, ``failed`` do
    not, ``dropped`` were to be stopped anyway; all by their numbers."""

    retried: tuple[int, ...]
    failed: tuple[int, ...]
    dropped: tuple[int, ...]


class Book:
    """The open runs: plain ones in the order of asking, queued ones in that of the queue.

    Used under the lock of its owner.
    """

    def __init__(self) -> None:
        self._plain: dict[int, Entry] = {}
        self._queue: dict[int, Entry] = {}
        self.running: int | None = None
        self.paused = False

    def add(self, request: Submit) -> None:
        """A run was asked for."""
        entry = Entry(request)
        if not request.queue:
            self._plain[request.run] = entry
        elif request.first:
            self._queue = {request.run: entry, **self._queue}
        else:
            self._queue[request.run] = entry

    def began(self, run: int) -> None:
        """The process works on this run."""
        if run in self._plain or run in self._queue:
            self.running = run

    def ended(self, run: int) -> bool:
        """The run is done, or will never be; whether it was open."""
        if self.running == run:
            self.running = None
        found = self._plain.pop(run, None) or self._queue.pop(run, None)
        return found is not None

    def cancel(self, run: int | None = None) -> None:
        """This run, or every one, is to be stopped."""
        for number, entry in {**self._plain, **self._queue}.items():
            if run in (None, number):
                entry.cancel()

    def is_deaf(self, run: int) -> bool:
        """Whether this run goes on although it was told to stop some time ago."""
        entry = self._plain.get(run) or self._queue.get(run)
        told = entry.cancelled if entry and run == self.running else None
        return told is not None and time.monotonic() - told >= DEAF_SECONDS

    def order(self, runs: Sequence[int]) -> None:
        """The queue is in this order now; what is not named comes last."""
        places = {run: place for place, run in enumerate(runs)}
        pairs = sorted(self._queue.items(), key=lambda pair: places.get(pair[0], len(places)))
        self._queue = dict(pairs)

    def requests(self) -> list[Submit]:
        """All that is open, as it is to be asked for again: what ran goes first."""
        rows = [entry.request for entry in (*self._plain.values(), *self._queue.values())]
        rows.sort(key=lambda request: request.run != self.running)
        return [replace(request, first=False) for request in rows]

    def clear(self) -> tuple[int, ...]:
        """Forget all that is open; its numbers."""
        open_runs = (*self._plain, *self._queue)
        self._plain.clear()
        self._queue.clear()
        self.running = None
        return open_runs

    def bury(self, *, prepared: bool) -> Losses:
        """The process has ended: what fails, and what was to be stopped, is open no more.

        ``prepared``: it had got so far that it could begin with a run.
        """
        entries = {**self._plain, **self._queue}
        blamed = self._blamed(prepared)
        for run in blamed:
            entries[run].deaths += 1
        dropped = [run for run, entry in entries.items() if entry.cancelled is not None]
        failed = [run for run in blamed - {*dropped} if entries[run].deaths >= MOST_DEATHS]
        retried = sorted(blamed - {*dropped, *failed})
        for run in (*dropped, *failed):
            self.ended(run)
        return Losses(tuple(retried), tuple(sorted(failed)), tuple(dropped))

    def _blamed(self, prepared: bool) -> set[int]:
        """The runs that an ending is put down to: the one that went on, else the one that was about
        to begin. Before the process was prepared the fault may be in any of them."""
        if self.running is not None:
            return {self.running}
        if not prepared:
            return {*self._plain, *self._queue}
        queued = [] if self.paused else [*self._queue][:1]
        return {*([*self._plain][-1:] or queued)}
