"""A fault of the program itself ends in the log and the problems list, never in a lost window.

Python hands uncaught errors to hooks: those of slots, events, event filters and drawing (Qt calls
them, PySide prints them), of threads, and those that nobody can raise, as while an object is freed.
What Qt itself finds critical comes by its message handler. An error in a loop, such as one in every
drawing, is told once and counted.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from app.engine.failures import text, trace
from app.reports.wording import Said

_PAUSE = 500
"""Milliseconds in which repetitions of a fault are gathered before they are told."""

_QUIET = 5.0
"""Seconds after which the same fault is a new one, and no loop."""

_MOST = 200
"""Faults that are told apart."""

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.DEBUG,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Fault:
    """An error that nobody caught, and how often it came. ``is_new`` unless it goes on in a loop.

    ``key`` is the same for what comes from the same place in the code.
    """

    key: str
    sentence: str
    details: str
    count: int = 1
    is_new: bool = True


@dataclass
class _Seen:
    """What is known of one fault: how often it came, when last, and whether that is told yet."""

    sentence: str
    details: str
    count: int = 0
    last: float = 0.0
    is_new: bool = True
    is_waiting: bool = False


class Faults(QObject):
    """Takes what nobody caught, from all threads; ``caught`` brings a Fault to the window."""

    caught = Signal(Fault)
    _passed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: dict[str, _Seen] = {}
        self._lock = threading.RLock()
        self._passed.connect(self._arrived, Qt.ConnectionType.QueuedConnection)
        self._old = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._old_handler = qInstallMessageHandler(self._qt_said)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        sys.unraisablehook = self._unraisable

    def close(self) -> None:
        """Give the hooks back to whoever had them."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._old
        qInstallMessageHandler(self._old_handler)

    def _uncaught(
        self, kind: type[BaseException], error: BaseException, frames: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        key = f"{kind.__name__} {_place(frames)}"
        if not self._is_waiting(key):
            log.error("An error was not caught.", exc_info=(kind, error, frames))
            self._meet(key, f"{kind.__name__}: {text(error)}", trace(error))
        else:
            self._meet(key)

    def _uncaught_in_thread(self, facts: threading.ExceptHookArgs) -> None:
        if facts.exc_value is not None and not issubclass(facts.exc_type, SystemExit):
            self._uncaught(facts.exc_type, facts.exc_value, facts.exc_traceback)

    def _unraisable(self, facts: Any) -> None:
        """An error where none can be raised, as in ``__del__`` or a callback of compiled code."""
        if facts.exc_value is not None:
            self._uncaught(facts.exc_type, facts.exc_value, facts.exc_traceback)

    def _qt_said(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Qt tells something: into the log, and on the list if it is critical.

        After a fatal message Qt ends the process; the account of the crash has all stacks then.
        """
        with suppress(Exception):  # nobody can catch what is raised into Qt
            log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", Said(message))
            if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
                self._meet(f"Qt {message[:80]}", message, message)

    def _is_waiting(self, key: str) -> bool:
        with self._lock:
            seen = self._seen.get(key)
            return seen is not None and seen.is_waiting

    def _meet(self, key: str, sentence: str = "", details: str = "") -> None:
        """Count a fault, and have it told unless that is about to happen."""
        now = time.monotonic()
        with self._lock:
            seen = self._seen.setdefault(key, _Seen(sentence, details))
            while len(self._seen) > _MOST:
                self._seen.pop(next(iter(self._seen)))
            seen.is_new = seen.count == 0 or now - seen.last > _QUIET
            seen.count, seen.last = seen.count + 1, now
            is_waiting, seen.is_waiting = seen.is_waiting, True
        if not is_waiting:
            self._passed.emit(key)

    def _arrived(self, key: str) -> None:
        """On the thread of the screen: tell what is new at once, repetitions together."""
        seen = self._seen.get(key)
        if seen is not None and seen.is_new:
            self._tell(key)
        else:
            QTimer.singleShot(_PAUSE, self, lambda: self._tell(key))

    def _tell(self, key: str) -> None:
        with self._lock:
            seen = self._seen.get(key)
            if seen is None:
                return
            seen.is_waiting = False
            fault = Fault(key, seen.sentence, seen.details, seen.count, seen.is_new)
        self.caught.emit(fault)


def hear(future: Future[Any]) -> None:
    """Hand an error of work that nobody waits for to those who hear of uncaught ones."""
    error = None if future.cancelled() else future.exception()
    if error is not None:
        sys.excepthook(type(error), error, error.__traceback__)


def _place(frames: TracebackType | None) -> str:
    """The innermost place that an error came from."""
    while frames is not None and frames.tb_next is not None:
        frames = frames.tb_next
    return f"{frames.tb_frame.f_code.co_filename}:{frames.tb_lineno}" if frames else ""
