"""Two threads for what needs no device: one brings things near, the other puts results away."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

from app.sdk.context import Stopped

_JOIN_SECONDS = 10.0

log = logging.getLogger(__name__)

T = TypeVar("T")


class Task(Generic[T]):
    """Work to do once, on whatever thread calls it; what it gives is for another thread."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work: Callable[[], T] | None = work
        self._value: T | None = None
        self._error: BaseException | None = None
        self._begun = threading.Lock()
        self._done = threading.Event()
        self.seconds = 0.0

    def __call__(self) -> None:
        """Do the work, unless that was begun before; whatever it raises is for ``result``."""
        if not self._begun.acquire(blocking=False):
            return
        began = time.perf_counter()
        try:
            if self._work is not None:
                self._value = self._work()
        except BaseException as error:  # it is raised again where somebody waits for the result
            self._error = error
        self._work = None  # with all that it holds
        self.seconds = time.perf_counter() - began
        self._done.set()

    def cancel(self) -> bool:
        """See to it that the work is never begun; False where it is too late for that."""
        return self._begun.acquire(blocking=False)

    @property
    def done(self) -> bool:
        """Whether the work came to an end."""
        return self._done.is_set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the end of the work; whether it came."""
        return self._done.wait(seconds)

    @property
    def gave_up(self) -> bool:
        """Whether the work ended because the user pressed Stop."""
        return isinstance(self._error, Stopped)

    def result(self) -> T:
        """What the finished work gave; raises what it raised. To be asked for once."""
        error, self._error = self._error, None  # else error, frame and task hold each other
        if error is not None:
            raise error
        value: T = self._value  # type: ignore[assignment]  # T itself may be None
        return value


class Lane:
    """A thread that does one thing after the other, in the order in which they came.

    It begins with the first one. A daemon: what hangs in it does not keep the program open.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._wake = threading.Condition()
        self._waiting: deque[Callable[[], None]] = deque()
        self._thread: threading.Thread | None = None
        self._closed = False

    def submit(self, work: Callable[[], None]) -> bool:
        """Have ``work`` done; False, and it is not, once the lane is closed."""
        with self._wake:
            if self._closed:
                return False
            self._waiting.append(work)
            if self._thread is None:
                self._thread = threading.Thread(target=self._loop, name=self._name, daemon=True)
                self._thread.start()
            self._wake.notify()
            return True

    def close(self, patience: float) -> None:
        """Take nothing more in, and wait at most ``patience`` seconds for the end of the rest."""
        with self._wake:
            self._closed = True
            self._wake.notify()
        if self._thread is not None:
            self._thread.join(patience)
            if self._thread.is_alive():
                log.warning("The thread %s did not end within %g s.", self._name, patience)

    def _loop(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._waiting or self._closed)
                if not self._waiting:
                    return
                work = self._waiting.popleft()
            try:
                work()
            except BaseException:  # the thread outlives whatever goes wrong in its work
                log.exception("Work beside the device failed.")
            del work  # what it holds must not wait for the next one


class Pool:
    """Both threads. ``near`` reads, hashes and decodes; ``away`` encodes and writes.

    There is one for each, as files must be written, and numbered, in the order of the graph.
    """

    def __init__(self) -> None:
        self.near = Lane("bring near")
        self.away = Lane("put away")

    def close(self, patience: float = _JOIN_SECONDS) -> None:
        """End both threads; each may take ``patience`` seconds."""
        self.near.close(patience)
        self.away.close(patience)
