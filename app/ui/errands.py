"""Work that may take long, away from the thread of the screen; its answers come back to it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from app.graph.errors import LoomError
from app.ui.words import say

Result = TypeVar("Result")
Tell = Callable[[int, int], None]


class Halted(Exception):
    """The window closes: what is done can be given up."""


class Errands(QObject):
    """Does one thing after another on a thread of its own.

    ``progressed`` tells how many of how many are done, ``refused`` what could not be done, in a
    sentence.
    """

    progressed = Signal(int, int)
    refused = Signal(str)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="errands")
        self._halt = threading.Event()
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[], None] = lambda: None,
    ) -> None:
        """Do ``work``; then call ``then`` with what came of it, or ``failed``."""
        if not self._halt.is_set():
            self._pool.submit(self._do, work, then, failed)

    def tell(self, done: int, total: int) -> None:
        """Say from within the work how far it is; raises Halted when it is to end."""
        if self._halt.is_set():
            raise Halted
        if done % max(1, total // 200) == 0:
            self.progressed.emit(done, total)

    def close(self) -> None:
        """End the work soon, and forget what waits."""
        self._halt.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _do(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[], None],
    ) -> None:
        try:
            result = work()
        except Halted:
            return
        except LoomError as error:
            self._answered.emit(partial(self._refuse, say(error.message), failed))
        except Exception as error:  # the end of this thread's road: nobody waits for the future
            sentence = f"{type(error).__name__}: {error}"
            self._answered.emit(partial(self._refuse, sentence, failed))
        else:
            self._answered.emit(partial(then, result))

    def _answer(self, answer: object) -> None:
        if callable(answer):
            answer()

    def _refuse(self, sentence: str, failed: Callable[[], None]) -> None:
        failed()
        self.refused.emit(sentence)
