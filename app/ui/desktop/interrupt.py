"""Ctrl+C in the terminal, while Qt's event loop runs."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class Interrupt(QObject):
    """Calls ``action`` on the thread of the screen when the program is told to end.

    Python sees signals only when it runs, and Qt's event loop waits outside Python: the signal
    number is written into a socket that the loop watches. No timer wakes the machine for it.
    """

    def __init__(self, action: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._reading, self._writing = socket.socketpair()
        self._reading.setblocking(False)
        self._writing.setblocking(False)
        self._watch = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._arrived)
        self._old_descriptor = signal.set_wakeup_fd(self._writing.fileno())
        self._old = {
            number: signal.signal(number, lambda _number, _frame: None)
            for number in (signal.SIGINT, signal.SIGTERM)
        }

    def close(self) -> None:
        """Give the signals back to whoever had them."""
        self._watch.setEnabled(False)
        signal.set_wakeup_fd(self._old_descriptor)
        for number, handler in self._old.items():
            signal.signal(number, handler)
        self._reading.close()
        self._writing.close()

    def _arrived(self) -> None:
        self._reading.recv(64)
        self._action()
