"""Counts the tokens of prompts away from the thread of the screen, while they are typed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal

from app.sdk.prompt_parts import Reading
from app.sdk.token_count import TokenCount

log = logging.getLogger(__name__)

Tell = Callable[[TokenCount | None], None]
Question = tuple[str, str, Reading]
"""The fingerprint of a text model, a prompt, and how its brackets are read."""

_MOST_KNOWN = 256


class CountsTokens(Protocol):
    """What knows the text models that runs have opened."""

    def count_tokens(self, fingerprint: str, text: str, reading: Reading) -> TokenCount | None:
        """The tokens of a prompt for the text model behind a fingerprint; takes a moment."""


class TokenCounts(QObject):
    """Answers whoever asks; of each asker only the newest question is of interest."""

    _answered = Signal(object, object, object)

    def __init__(self, worker: CountsTokens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="count tokens")
        self._waiting: dict[int, tuple[Question, Tell]] = {}
        self._known: dict[Question, TokenCount] = {}
        self._closed = False
        self._answered.connect(self._hand_on, Qt.ConnectionType.QueuedConnection)

    def ask(self, asker: QObject, question: Question, tell: Tell) -> None:
        """Have ``tell`` called on this thread, unless ``asker`` asks anew or ends before."""
        if question in self._known:
            self._waiting.pop(id(asker), None)
            tell(self._known[question])
            return
        if self._closed or self._waiting.get(id(asker), (None,))[0] == question:
            return
        if id(asker) not in self._waiting:
            asker.destroyed.connect(partial(self._waiting.pop, id(asker), None))
        self._waiting[id(asker)] = question, tell
        self._pool.submit(self._count, id(asker), question)

    def close(self) -> None:
        """Answer nothing any more, and end the thread."""
        self._closed = True
        self._waiting.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _count(self, asker: int, question: Question) -> None:
        """Runs on the thread that counts."""
        if self._closed or self._waiting.get(asker, (None,))[0] != question:
            return
        try:
            count = self._worker.count_tokens(*question)
        except Exception:  # tokenizers fail in their own ways; nobody must wait for them
            log.exception("The tokens of a prompt could not be counted.")
            count = None
        self._answered.emit(asker, question, count)

    def _hand_on(self, asker: Any, question: Any, count: Any) -> None:
        if count is not None:
            self._known[question] = count
            while len(self._known) > _MOST_KNOWN:
                del self._known[next(iter(self._known))]
        asked, tell = self._waiting.get(asker, (None, _nobody))
        if asked == question:
            del self._waiting[asker]
            tell(count)


def _nobody(count: TokenCount | None) -> None:
    """Nobody asked."""
