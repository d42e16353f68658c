"""The far end: a worker thread in a process of its own, led by messages."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from app.engine.events import Event, NodeFailed, RunQueued
from app.engine.files import FileContents
from app.engine.memories import Memories
from app.engine.plan import Plan
from app.engine.process.asking import Questions, answered
from app.engine.process.channel import Channel
from app.engine.process.endings import REPLACED
from app.engine.process.messages import (
    Answer,
    Ask,
    Carried,
    Close,
    Do,
    Foretell,
    Lost,
    Refusal,
    Setup,
    Submit,
    Told,
)
from app.engine.process.plans import PlanReceiver
from app.engine.process.stand_ins import picture_in, sent
from app.engine.services import Losable, Models, NodeKinds, Services
from app.engine.worker import Worker
from app.graph.kinds import KnownModel
from app.graph.phrases import Phrase
from app.sdk.context import Picture

log = logging.getLogger(__name__)

_END_SECONDS = 5.0
_FLUSH_SECONDS = 5.0


@dataclass(frozen=True)
class Parts:
    """What computes here. ``services`` as in Worker; ``wish`` hears how networks are to lie in
    memory."""

    kinds: NodeKinds
    services: Callable[[], Services]
    wish: Callable[[str], None]


class FarContents(FileContents):
    """Hashes of files, as the window's side works them out and remembers them for all."""

    def __init__(self, questions: Questions) -> None:
        super().__init__()
        self._questions = questions

    def content(self, path: Path, check: Callable[[], None]) -> str:
        """As in FileContents; raises OSError, and what ``check`` raises."""
        found = self._questions.ask("content", path, check=check)
        if isinstance(found, str):
            return found
        raise OSError(*found)


class FarModels:
    """The user's models, as the window's side knows them."""

    def __init__(self, questions: Questions) -> None:
        self._ask = questions.ask

    def names(self, kind: str) -> tuple[str, ...]:
        """Names of all known models of a kind, sorted."""
        return tuple(self._ask("names", kind))

    def model(self, kind: str, name: str) -> KnownModel | None:
        """What is known of a model by its name; None if nothing is."""
        found = self._ask("model", kind, name)
        return found if isinstance(found, KnownModel) else None

    def look_again(self) -> None:
        """Look for models that have come, as soon as that can be."""
        self._ask("look_again")

    def find(self, kind: str, name: str) -> Path:
        """Where the model lies; raises a LoomError if nowhere."""
        return Path(self._ask("find", kind, name))


def serve(channel: Channel, assemble: Callable[[Setup, Models], Parts]) -> None:
    """Do what the messages ask for; returns when there are no more, or the other side is gone."""
    try:
        setup = channel.receive()
    except EOFError:
        return
    server = Server(channel, setup, assemble)
    try:
        while not isinstance(message := channel.receive(), Close):
            server.take(message)
    except (EOFError, OSError):
        log.debug("The program that this process worked for has ended.")
    server.close()


class Server:
    """A worker thread, and what it says, sent on."""

    def __init__(
        self, channel: Channel, setup: Setup, assemble: Callable[[Setup, Models], Parts]
    ) -> None:
        self._channel = channel
        self._questions = Questions(channel.send)
        self._plans = PlanReceiver()
        self._number = 0
        self._services: Services | None = None
        models = FarModels(self._questions)
        self._parts = assemble(setup, models)
        self._worker = self._make_worker(setup, models)
        self._worker.numbers = self._given()
        self._pool = ThreadPoolExecutor(max_workers=4, thread_name_prefix="answers")
        self._answers: dict[str, Callable[..., Any]] = {
            "fetch": self._fetch,
            "picture": self._picture,
            "count_tokens": self._worker.count_tokens,
            "limit_memory": self._worker.kept.limit_memory,
            "memory": self._memory,
            "clear": self._worker.kept.forget,
            "use": self._worker.kept.use,
        }
        self._requests: dict[str, Callable[[Any], None]] = {
            "cancel": self._worker.cancel,
            "order": self._worker.order,
            "pause": self._worker.pause,
            "stop": lambda _: self._worker.stop(),
            "warm_up": lambda _: self._worker.warm_up(),
            "save_into": self._worker.save_into,
            "wish": self._parts.wish,
        }

    def _make_worker(self, setup: Setup, models: Models) -> Worker:
        return Worker(
            self._parts.kinds,
            self._make_services,
            models,
            self._emit,
            setup.output_folder,
            setup.memory_budget,
            Memories(None, setup.disk, setup.history, FarContents(self._questions)),
        )

    def take(self, message: Any) -> None:
        """Begin what a message asks for; returns at once."""
        match message:
            case Carried(request=request, plan=plan):
                self._begin(request, self._plans.unpack(plan))
            case Do(what=what, argument=argument):
                self._requests[what](argument)
            case Ask():
                self._pool.submit(self._answer, message)
            case Answer() | Refusal():
                self._questions.take(message)

    def close(self) -> None:
        """Stop, and write what waits; the process ends in any case, and soon."""
        watchdog = threading.Timer(2 * _END_SECONDS, os._exit, [1])
        watchdog.daemon = True
        watchdog.start()
        self._questions.close()
        self._worker.close(_END_SECONDS)
        self._pool.shutdown(wait=False, cancel_futures=True)
        watchdog.cancel()

    def _begin(self, request: Submit | Foretell, plan: Plan) -> None:
        if isinstance(request, Foretell):
            self._number = request.ticket
            self._worker.forecast(plan)
            return
        self._number = request.run
        self._worker.submit(
            plan, queue=request.queue, first=request.first, foretold=request.foretold
        )

    def _given(self) -> Iterator[int]:
        """Numbers are given by the other side."""
        while True:
            yield self._number

    def _make_services(self) -> Services:
        self._services = self._parts.services()
        return self._services

    def _emit(self, event: Event) -> None:
        """Send an event on; the other side has told by itself what was queued."""
        if isinstance(event, RunQueued):
            return
        if isinstance(event, NodeFailed) and self._is_lost():
            self._ask_to_be_replaced(event)
        self._send(Told(event))

    def _is_lost(self) -> bool:
        services = self._services
        return isinstance(services, Losable) and services.is_lost

    def _ask_to_be_replaced(self, event: NodeFailed) -> None:
        """End this process: only a new one can use the device again. Steps are kept before."""
        words = str(event.message.fields.get("text", event.message.id))
        self._send(Lost(Phrase("the device failed: {words}", words=words), event.traceback))
        self._worker.kept.close(_FLUSH_SECONDS)
        os._exit(REPLACED)

    def _send(self, message: Any) -> None:
        try:
            self._channel.send(message)
        except (OSError, ValueError):  # the other side has ended, and so will this one
            log.debug("Nobody listens any more.")

    def _answer(self, ask: Ask) -> None:
        self._send(answered(ask, partial(self._answers[ask.what], *ask.arguments)))

    def _fetch(self, fingerprint: str) -> Any:
        value = self._worker.fetch(fingerprint)
        return None if value is None else sent(fingerprint, value)

    def _picture(self, fingerprint: str, place: int, index: int) -> Picture | None:
        return picture_in(self._worker.fetch(fingerprint), place, index)

    def _memory(self) -> int:
        """Bytes that values take in memory."""
        return self._worker.kept.memory
