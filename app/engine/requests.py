"""What waits for the worker: what the user asked for last, a queue, and a question."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.engine.plan import Plan


@dataclass(frozen=True, eq=False)
class Request:
    """A plan to carry out. A ``queued`` one is not replaced by newer ones.

    ``foretold`` ones say before they begin what there is to do.
    """

    run: int
    plan: Plan
    queued: bool
    foretold: bool = False
    stop: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True, eq=False)
class Question:
    """What would this plan cost? Asked while nothing runs; a newer question replaces it."""

    ticket: int
    plan: Plan
    stop: threading.Event = field(default_factory=threading.Event)


class Requests:
    """Requests of other threads, handed to the worker one by one.

    The newest plain request goes first: it is what the user is looking at. It replaces the one
    before it of the same graph. Methods return the requests that will never run.
    """

    def __init__(self) -> None:
        self._wake = threading.Condition()
        self._newest: dict[str, Request] = {}
        self._queue: list[Request] = []
        self._running: Request | None = None
        self._question: Question | None = None
        self._answering: Question | None = None
        self._warm = False
        self._paused = False
        self._closed = False

    def add(self, request: Request, *, first: bool = False) -> list[Request]:
        """Take a request in; a plain one stops and replaces the plain one before it.

        Of the queued ones it is the ``first``, or the last.
        """
        with self._wake:
            if self._closed:
                return [request]
            replaced: list[Request] = []
            if request.queued:
                self._queue.insert(0 if first else len(self._queue), request)
            else:
                replaced = self._replace(request)
            if self._answering:
                self._answering.stop.set()  # it is asked again when the run has ended
            self._wake.notify()
            return replaced

    def _replace(self, request: Request) -> list[Request]:
        graph = request.plan.graph
        before = self._newest.pop(graph, None)
        self._newest[graph] = request
        running = self._running
        if running and not running.queued and running.plan.graph == graph:
            running.stop.set()
        return _dropped([before] if before else [])

    def ask(self, question: Question) -> None:
        """Take a question in, in place of the one before it."""
        with self._wake:
            if self._answering:
                self._answering.stop.set()
            self._question = question
            self._wake.notify()

    def warm(self) -> None:
        """Wake the worker although there is nothing to run."""
        with self._wake:
            self._warm = True
            self._wake.notify()

    def cancel(self, run: int) -> list[Request]:
        """Stop one request, or take it out where it waits."""
        with self._wake:
            if self._running and self._running.run == run:
                self._running.stop.set()
            gone = [request for request in self._waiting() if request.run == run]
            self._newest = {g: r for g, r in self._newest.items() if r not in gone}
            self._queue = [request for request in self._queue if request not in gone]
            return _dropped(gone)

    def order(self, runs: Sequence[int]) -> None:
        """Put the queue in this order; what is not named comes last, as it was."""
        places = {run: place for place, run in enumerate(runs)}
        with self._wake:
            self._queue.sort(key=lambda request: places.get(request.run, len(places)))

    def pause(self, paused: bool) -> None:
        """Let queued requests wait, or go on with them; what runs is not touched."""
        with self._wake:
            self._paused = paused
            self._wake.notify()

    def stop(self) -> list[Request]:
        """Stop the running request and drop all others."""
        with self._wake:
            return self._drop()

    def close(self) -> list[Request]:
        """As ``stop``, and let the worker end."""
        with self._wake:
            self._closed = True
            if self._answering:
                self._answering.stop.set()
            self._wake.notify()
            return self._drop()

    def _drop(self) -> list[Request]:
        if self._running:
            self._running.stop.set()
        waiting = self._waiting()
        self._newest.clear()
        self._queue.clear()
        return _dropped(waiting)

    def _waiting(self) -> list[Request]:
        """What waits, in the order in which it will run."""
        return [*reversed(self._newest.values()), *self._queue]

    @property
    def closed(self) -> bool:
        """Whether the worker is to end."""
        return self._closed

    def following(self) -> Request | None:
        """What will run next, as things are now."""
        with self._wake:
            return self._first()

    def _first(self) -> Request | None:
        ready = [*reversed(self._newest.values())] + ([] if self._paused else self._queue[:1])
        return ready[0] if ready else None

    def next(self) -> Request | Question | None:
        """Wait for the next request, or else a question; None where the worker was only woken, or
        is to end."""
        with self._wake:
            self._running = self._answering = None
            self._wake.wait_for(
                lambda: self._first() or self._warm or self._question or self._closed
            )
            request = self._first()
            if request is not None:
                self._warm = False
                self._take(request)
                return request
            if self._warm or self._closed:
                self._warm = False
                return None
            self._answering, self._question = self._question, None
            return self._answering

    def _take(self, request: Request) -> None:
        self._running = request
        if request.queued:
            self._queue.remove(request)
        else:
            del self._newest[request.plan.graph]


def _dropped(requests: list[Request]) -> list[Request]:
    for request in requests:
        request.stop.set()
    return requests
