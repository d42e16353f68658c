"""Questions to the other side that somebody waits for, and their answers."""

from __future__ import annotations

import itertools
import logging
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, wait
from concurrent.futures import TimeoutError as TookTooLong
from typing import Any

from app.engine.errors import EngineBroke, EngineError
from app.engine.failures import text
from app.engine.process.messages import Answer, Ask, Refusal
from app.graph.errors import LoomError, Message

_LOOK_SECONDS = 0.05

log = logging.getLogger(__name__)


class Relayed(EngineError):
    """What the other side refused, in its own words."""

    def __init__(self, message: Message) -> None:
        super().__init__()
        self.message = message


class NoAnswer(Exception):
    """The other side is gone, or too slow."""


class Questions:
    """Asks over a channel, from any thread, and waits."""

    def __init__(self, send: Callable[[Ask], None]) -> None:
        self._send = send
        self._tickets = itertools.count(1)
        self._lock = threading.Lock()
        self._open: dict[int, Future[Any]] = {}
        self._closed = False

    def ask(
        self,
        what: str,
        *arguments: Any,
        patience: float | None = None,
        check: Callable[[], None] | None = None,
    ) -> Any:
        """The answer; raises NoAnswer, or Relayed where the other side says why there is none.

        ``check`` is called while it takes long, and ends that by raising.
        """
        future: Future[Any] = Future()
        ticket = next(self._tickets)
        with self._lock:
            if self._closed:
                raise NoAnswer
            self._open[ticket] = future
        try:
            self._send(Ask(ticket, what, arguments))
            while check is not None and not wait([future], _LOOK_SECONDS).done:
                check()
            return future.result(patience)
        except (CancelledError, TookTooLong, OSError, ValueError) as error:
            raise NoAnswer from error
        finally:
            with self._lock:
                self._open.pop(ticket, None)

    def take(self, message: Answer | Refusal) -> None:
        """Hand an answer to whoever waits for it."""
        with self._lock:
            future = self._open.pop(message.ticket, None)
        if future is None or not future.set_running_or_notify_cancel():
            return
        if isinstance(message, Answer):
            future.set_result(message.value)
        else:
            future.set_exception(Relayed(message.message))

    def close(self) -> None:
        """Nobody will answer any more."""
        with self._lock:
            self._closed = True
            waiting = list(self._open.values())
        for future in waiting:
            future.cancel()


def answered(ask: Ask, work: Callable[[], Any]) -> Answer | Refusal:
    """What to say to a question that ``work`` answers."""
    try:
        return Answer(ask.ticket, work())
    except LoomError as error:
        return Refusal(ask.ticket, error.message)
    except Exception as error:  # whoever waits has to hear something
        log.exception("The question %s failed.", ask.what)
        told = EngineBroke(kind=type(error).__name__, text=text(error))
        return Refusal(ask.ticket, told.message)
