"""The one thread that owns the device: carries out plans and never dies of one."""

from __future__ import annotations

import gc
import itertools
import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from app.engine.beside import Beside
from app.engine.cache import Cache
from app.engine.errors import DeviceFailed, EngineBroke
from app.engine.events import (
    DeviceReady,
    Event,
    RunFailed,
    RunFinished,
    RunQueued,
)
from app.engine.failures import text, trace
from app.engine.foretelling import answer, foretell
from app.engine.histories import Histories
from app.engine.keeping import Keeping
from app.engine.memories import Memories
from app.engine.paces import Paces
from app.engine.plan import Plan
from app.engine.pool import Pool
from app.engine.requests import Question, Request, Requests
from app.engine.runner import Runner
from app.engine.services import Models, NodeKinds, Services
from app.graph.errors import LoomError
from app.sdk.prompt_parts import Reading
from app.sdk.token_count import TokenCount

log = logging.getLogger(__name__)

_JOIN_SECONDS = 10.0
_NO_MEMORIES = Memories()


class Worker:
    """Carries out plans in the background. All methods return at once, except ``close``.

    ``services`` is called on the worker's thread, when the first run or ``warm_up`` needs it.
    ``emit`` is called from the worker's thread and, for requests that wait or are dropped, from the
    caller's. ``memory_budget`` is in bytes. ``memories`` outlive the program. ``kept`` looks after
    what is remembered. ``numbers`` are those of runs and questions; others may take their place.
    """

    def __init__(
        self,
        kinds: NodeKinds,
        services: Callable[[], Services],
        models: Models,
        emit: Callable[[Event], None],
        output_folder: Path,
        memory_budget: int,
        memories: Memories = _NO_MEMORIES,
    ) -> None:
        self._kinds = kinds
        self._make_services = services
        self._models = models
        self._emit = emit
        self._folder = output_folder
        self._memories = memories
        self._cache = Cache(memory_budget)
        self.kept = Keeping(self._cache, memories.disk)
        self._requests = Requests()
        self._pool = Pool()
        self.numbers: Iterator[int] = itertools.count(1)
        self._services: Services | None = None
        self._runner: Runner | None = None
        self._device = ""
        # A daemon, so that a node which never comes back cannot keep the program from ending.
        self._thread = threading.Thread(target=self._loop, name="engine", daemon=True)
        self._thread.start()

    def submit(
        self, plan: Plan, *, queue: bool = False, first: bool = False, foretold: bool = False
    ) -> int:
        """Ask for the targets of ``plan``; returns the number of the run.

        The newest request wins: the one before it of the same graph is stopped, with all its
        finished steps kept. With ``queue`` the plan waits for its turn instead, as the ``first`` or
        the last, and newer ones do not stop it. A ``foretold`` run says what it will do.
        """
        request = Request(next(self.numbers), plan, queue, foretold)
        self._emit(RunQueued(request.run))
        self._tell_dropped(self._requests.add(request, first=first))
        return request.run

    def forecast(self, plan: Plan) -> int:
        """Ask what the targets of ``plan`` would cost; the number of the answer.

        A ForecastReady tells it, unless something runs first or a newer question comes; nothing is
        told before the device is prepared.
        """
        question = Question(next(self.numbers), plan)
        self._requests.ask(question)
        return question.ticket

    def cancel(self, run: int) -> None:
        """Stop one run within one step, or take it out of the queue."""
        self._tell_dropped(self._requests.cancel(run))

    def order(self, runs: Sequence[int]) -> None:
        """Put what waits in the queue in this order."""
        self._requests.order(runs)

    def pause(self, paused: bool) -> None:
        """Begin nothing from the queue for now, or go on with it."""
        self._requests.pause(paused)

    def stop(self) -> None:
        """Stop the running plan within one step, and drop all that wait."""
        self._tell_dropped(self._requests.stop())

    def warm_up(self) -> None:
        """Prepare the device in the background, so that the first run need not."""
        self._requests.warm()

    def fetch(self, fingerprint: str) -> Any | None:
        """The value behind a fingerprint, or None where its bytes are gone; from any thread."""
        kept = self._cache.find(fingerprint)
        return kept.value if kept else None

    def count_tokens(self, fingerprint: str, text: str, reading: Reading) -> TokenCount | None:
        """The tokens of a prompt for the text model behind a fingerprint; from any thread.

        It takes a moment, so not the one of the screen. None where that model is not known now.
        """
        handle, services = self.fetch(fingerprint), self._services
        if handle is None or services is None:
            return None
        return services.count_tokens(handle, text, reading)

    def device(self) -> str:
        """The device in words, as last known; empty until it is prepared."""
        return self._device

    def save_into(self, folder: Path) -> None:
        """Save pictures into another folder, from the next run on."""
        self._folder = folder
        if self._runner is not None:
            self._runner.output_folder = folder

    def close(self, patience: float = _JOIN_SECONDS) -> None:
        """Stop everything and end the thread; a node that does not react in time is left behind."""
        self._tell_dropped(self._requests.close())
        if threading.current_thread() is not self._thread:
            self._thread.join(patience)
            if self._thread.is_alive():
                log.warning("The engine did not stop within %g s.", patience)
            self._pool.close(patience)
            self.kept.close(patience)

    def _tell_dropped(self, requests: Iterable[Request]) -> None:
        for request in requests:
            self._emit(RunFinished(request.run, ok=False, stopped=True, seconds=0.0))

    def _loop(self) -> None:
        while not self._requests.closed:
            request = self._requests.next()
            if isinstance(request, Question):
                self._guarded(None, partial(self._answer, request))
            else:
                self._guarded(request, partial(self._serve, request))
            self._guarded(None, self._note_device)

    def _guarded(self, request: Request | None, work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:  # the thread outlives whatever goes wrong in a run
            self._tell_broken(request, error)

    def _serve(self, request: Request | None) -> None:
        """Carry out a request; with none, only prepare the device."""
        if self._requests.closed:
            self._tell_dropped([request] if request else [])
            return
        runner = self._runner or self._prepare()
        if request is not None:
            if request.foretold:
                foretell(runner, request, self._emit)
            runner.run(request.run, request.plan, request.stop)

    def _answer(self, question: Question) -> None:
        """Answer a question; before the device is prepared nobody can."""
        if self._runner is not None:
            answer(self._runner, question, self._emit)

    def _prepare(self) -> Runner:
        """Build what computes, with the collector of garbage at rest.

        Importing torch makes half a million objects that stay; looking through them again and again
        would stall the window.
        """
        collecting = gc.isenabled()
        gc.disable()
        try:
            self._services = self._make_services()
            gc.freeze()
        finally:
            if collecting:
                gc.enable()
        self.kept.open()
        self._runner = Runner(
            self._kinds,
            self._services,
            self._models,
            self._cache,
            self._emit,
            self._folder,
            self._memories.contents(),
        )
        self._runner.histories = Histories(self._memories.history)
        self._runner.paces = Paces(self._memories.paces)
        self._runner.beside = Beside(self._kinds, self._pool, self._requests.following)
        return self._runner

    def _note_device(self) -> None:
        device = self._services.device() if self._services else ""
        if device != self._device:
            self._device = device
            self._emit(DeviceReady(device))

    def _tell_broken(self, request: Request | None, error: BaseException) -> None:
        """Every failure of the engine itself ends as an event, if that can still be sent."""
        log.error("The engine failed.", exc_info=error)
        run = request.run if request else 0
        kind = EngineBroke if self._runner else DeviceFailed
        told = kind(kind=type(error).__name__, text=text(error))
        message = error.message if isinstance(error, LoomError) else told.message
        try:
            self._emit(RunFailed(run, message, trace(error)))
            if request is not None:
                self._emit(RunFinished(run, ok=False, stopped=False, seconds=0.0))
        except Exception:  # the receiver is what failed; there is nobody left to tell
            log.exception("The failure could not be reported.")
