"""What waits for the worker: the newest request, and a queue of those that must not be lost."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field

from app.engine.plan import Plan


@dataclass(frozen=True, eq=False)
class Request:
    """A plan to carry out. A ``queued`` one is not replaced by newer ones."""

    run: int
    plan: Plan
    queued: bool
    stop: threading.Event = field(default_factory=threading.Event)


class Requests:
    """Requests of other threads, handed to the worker one by one.

    The newest plain request goes first: it is what the user is looking at. Methods return the
    requests that will never run.
    """

    def __init__(self) -> None:
        self._wake = threading.Condition()
        self._newest: Request | None = None
        self._queue: deque[Request] = deque()
        self._running: Request | None = None
        self._warm = False
        self._closed = False

    def add(self, request: Request) -> list[Request]:
        """Take a request in; a plain one stops and replaces the plain one before it."""
        with self._wake:
            if self._closed:
                return [request]
            replaced = [] if request.queued or self._newest is None else [self._newest]
            for other in replaced:
                other.stop.set()
            if request.queued:
                self._queue.append(request)
            else:
                self._newest = request
                if self._running and not self._running.queued:
                    self._running.stop.set()
            self._wake.notify()
            return replaced

    def warm(self) -> None:
        """Wake the worker although there is nothing to run."""
        with self._wake:
            self._warm = True
            self._wake.notify()

    def stop(self) -> list[Request]:
        """Stop the running request and drop all others."""
        with self._wake:
            return self._drop()

    def close(self) -> list[Request]:
        """As ``stop``, and let the worker end."""
        with self._wake:
            self._closed = True
            self._wake.notify()
            return self._drop()

    def _drop(self) -> list[Request]:
        if self._running:
            self._running.stop.set()
        dropped = [*([self._newest] if self._newest else []), *self._queue]
        for request in dropped:
            request.stop.set()
        self._newest = None
        self._queue.clear()
        return dropped

    @property
    def closed(self) -> bool:
        """Whether the worker is to end."""
        return self._closed

    def following(self) -> Request | None:
        """What will run next, as things are now."""
        with self._wake:
            return self._newest or (self._queue[0] if self._queue else None)

    def next(self) -> Request | None:
        """Wait for the next request; None where the worker was only woken, or is to end."""
        with self._wake:
            self._running = None
            self._wake.wait_for(lambda: self._newest or self._queue or self._warm or self._closed)
            self._warm = False
            if self._newest is not None:
                self._running, self._newest = self._newest, None
            elif self._queue:
                self._running = self._queue.popleft()
            return self._running
