"""A fault of the program itself ends in the log and the problems list, never in a lost window."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, Qt, Signal

CRASH_LOG = "crash.log"

log = logging.getLogger(__name__)


class Faults(QObject):
    """Takes uncaught exceptions of all threads; ``caught`` brings a sentence and a traceback."""

    caught = Signal(str, str)
    _passed = Signal(str, str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._passed.connect(self.caught, Qt.ConnectionType.QueuedConnection)
        self._file = _open_crash_log(folder)
        self._old = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread

    def close(self) -> None:
        """Give the hooks back to whoever had them."""
        sys.excepthook, threading.excepthook = self._old
        if self._file is not None:
            faulthandler.disable()
            self._file.close()

    def _uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        log.error("Uncaught exception", exc_info=(kind, error, trace))
        details = "".join(traceback.format_exception(kind, error, trace))
        sentence = f"{kind.__name__}: {error}" if str(error) else kind.__name__
        self._passed.emit(sentence, details)

    def _uncaught_in_thread(self, facts: threading.ExceptHookArgs) -> None:
        if facts.exc_value is not None:
            self._uncaught(facts.exc_type, facts.exc_value, facts.exc_traceback)


def _open_crash_log(folder: Path) -> IO[str] | None:
    """Where the interpreter writes all stacks if it dies; None where nothing can be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / CRASH_LOG).open("a", encoding="utf-8")
    except OSError as error:
        log.warning("No crash log: %s", error)
        return None
    faulthandler.enable(file)
    return file
