"""The worker in a process of its own: the same requests and events as those of the thread."""

from __future__ import annotations

import itertools
import logging
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from app.engine.events import DeviceReady, Event, RunFinished, RunForetold, RunQueued, RunStarted
from app.engine.files import FileContents
from app.engine.keeping import Keeping
from app.engine.plan import Plan
from app.engine.process.answers import answers
from app.engine.process.asking import NoAnswer, answered
from app.engine.process.book import Book
from app.engine.process.child import Child
from app.engine.process.endings import Ending
from app.engine.process.far_keeping import FarKeeping
from app.engine.process.messages import Ask, Close, Do, Foretell, Setup, Submit, Told
from app.engine.process.obituary import events_after
from app.engine.process.stand_ins import received
from app.engine.services import Models
from app.sdk.context import Picture
from app.sdk.prompt_parts import Reading
from app.sdk.token_count import TokenCount

log = logging.getLogger(__name__)

_JOIN_SECONDS = 10.0
_ANSWER_SECONDS = 20.0
_SHORT_LIFE = 10.0
"""A process that ended sooner, with nothing to do, is replaced only when there is: so one that
always ends is not started again and again."""


class ProcessWorker:
    """Has plans carried out by a process that may die. All methods return at once, except ``close``
    and those that bring something.

    ``command`` starts the process, which is told ``setup``; its questions about models and about
    what files hold are answered from ``models`` and ``hashes``.
    ``emit`` is called from a thread of the process's and, for requests that wait or are dropped,
    from the caller's. A process that ends is replaced, and the next one goes on with what was
    asked; a run in which two of them ended has failed.
    """

    def __init__(
        self,
        command: Sequence[str],
        setup: Setup,
        models: Models,
        emit: Callable[[Event], None],
        hashes: FileContents | None = None,
    ) -> None:
        self._command = command
        self._answers = answers(models, hashes or FileContents())
        self._emit = emit
        self._folder, self._history = setup.output_folder, setup.history
        self._memory = setup.memory
        self._far = FarKeeping(setup.disk, setup.memory_budget, self._ask)
        self.kept: Keeping = self._far
        self._lock = threading.RLock()
        self._book = Book()
        self._numbers = itertools.count(1)
        self._child: Child | None = None
        self._device = ""
        self._is_closed = False

    @property
    def pid(self) -> int | None:
        """The number of the process; None where there is none now."""
        child = self._child
        return child.pid if child else None

    def submit(
        self, plan: Plan, *, queue: bool = False, first: bool = False, foretold: bool = False
    ) -> int:
        """Ask for the targets of ``plan``, as Worker.submit; the number of the run."""
        request = Submit(next(self._numbers), plan, queue, first, foretold)
        self._emit(RunQueued(request.run))
        with self._lock:
            if not self._is_closed:
                self._book.add(request)
                self._living().send(request)
                return request.run
        self._drop([request.run])
        return request.run

    def forecast(self, plan: Plan) -> int:
        """Ask what the targets of ``plan`` would cost; the number of the answer."""
        ticket = next(self._numbers)
        self._send(Foretell(ticket, plan))
        return ticket

    def cancel(self, run: int) -> None:
        """Stop one run within one step, or take it out of the queue.

        One that does not listen is ended with its process when it is told again.
        """
        with self._lock:
            if self._child is not None and self._book.is_deaf(run):
                self._child.kill()
            self._book.cancel(run)
            self._send(Do("cancel", run))

    def order(self, runs: Sequence[int]) -> None:
        """Put what waits in the queue in this order."""
        with self._lock:
            self._book.order(runs)
            self._send(Do("order", tuple(runs)))

    def pause(self, paused: bool) -> None:
        """Begin nothing from the queue for now, or go on with it."""
        with self._lock:
            self._book.paused = paused
            self._send(Do("pause", paused))

    def stop(self) -> None:
        """Stop the running plan within one step, and drop all that wait."""
        with self._lock:
            self._book.cancel()
            self._send(Do("stop"))

    def warm_up(self) -> None:
        """Prepare the device in the background, so that the first run need not."""
        with self._lock:
            if not self._is_closed:
                self._living().send(Do("warm_up"))

    def fetch(self, fingerprint: str) -> Any | None:
        """The value behind a fingerprint, None where it is gone; from any thread.

        Pictures stay where they are, and each of them is brought when it is asked for.
        """
        return received(self._ask("fetch", fingerprint), self._picture)

    def count_tokens(self, fingerprint: str, text: str, reading: Reading) -> TokenCount | None:
        """The tokens of a prompt for the text model behind a fingerprint; from any thread."""
        found = self._ask("count_tokens", fingerprint, text, reading)
        return found if isinstance(found, TokenCount) else None

    def device(self) -> str:
        """The device in words, as last known; empty until it is prepared."""
        return self._device

    def save_into(self, folder: Path) -> None:
        """Save pictures into another folder, from the next run on."""
        with self._lock:
            self._folder = folder
            self._send(Do("save_into", folder))

    def wish(self, memory: str) -> None:
        """Let networks lie in memory in another way, as the settings name it."""
        with self._lock:
            self._memory = memory
            self._send(Do("wish", memory))

    def close(self, patience: float = _JOIN_SECONDS) -> None:
        """Stop everything and end the process, whether or not it reacts in time."""
        with self._lock:
            self._is_closed = True
            child = self._child
            self._book.cancel()
            self._send(Close())
        if child is not None and not child.join(patience):
            log.warning("The worker process did not stop within %g s and is ended.", patience)
            child.kill()
            child.join(patience)
        with self._lock:
            left = self._book.clear()
        self._drop(left)
        self.kept.close(patience)

    def _living(self) -> Child:
        """The process, a new one where there is none."""
        if self._child is None:
            self._child = Child(self._command, self._hear, self._ended)
            self._child.send(self._setup())
            if self._book.paused:
                self._child.send(Do("pause", True))
        return self._child

    def _setup(self) -> Setup:
        """What a process has to know, as things are now."""
        far = self._far
        return Setup(self._folder, far.memory_budget, self._memory, far.place, self._history)

    def _send(self, message: Any) -> None:
        child = self._child
        if child is not None:
            child.send(message)

    def _ask(self, what: str, *arguments: Any, patience: float = _ANSWER_SECONDS) -> Any:
        """What the process answers; None where there is none, or it ends meanwhile."""
        child = self._child
        if child is None:
            return None
        try:
            return child.questions.ask(what, *arguments, patience=patience)
        except NoAnswer:
            return None

    def _picture(self, fingerprint: str, place: int, index: int) -> Picture | None:
        found = self._ask("picture", fingerprint, place, index)
        return found if isinstance(found, Picture) else None

    def _drop(self, runs: Sequence[int]) -> None:
        for run in runs:
            self._emit(RunFinished(run, ok=False, stopped=True, seconds=0.0))

    # --- on threads of the process's

    def _hear(self, child: Child, message: Any) -> None:
        """Take what the process says."""
        if child is not self._child:
            return
        if isinstance(message, Told):
            self._take(child, message.event)
        elif isinstance(message, Ask):
            # Finding a model may mean to look through all folders: nothing else may wait for that.
            work = threading.Thread(target=self._answer, args=(child, message), daemon=True)
            work.start()

    def _take(self, child: Child, event: Any) -> None:
        with self._lock:
            if isinstance(event, RunStarted | RunForetold):
                child.is_prepared = True
                self._book.began(event.run)
            elif isinstance(event, RunFinished) and not self._book.ended(event.run):
                return
            elif isinstance(event, DeviceReady):
                child.is_prepared, self._device = True, event.device
        self._emit(event)

    def _answer(self, child: Child, ask: Ask) -> None:
        """Answer a question about models and other files."""
        work = self._answers[ask.what]
        child.send(answered(ask, lambda: work(*ask.arguments)))

    def _ended(self, child: Child, ending: Ending) -> None:
        """The process has ended: replace it, and go on with what is open."""
        with self._lock:
            self._child = None
            if self._is_closed:
                return
            log.warning("The worker process ended with status %d.", ending.status)
            idle = self._book.running is None
            losses = self._book.bury(prepared=child.is_prepared)
            requests = self._book.requests()
            self._book.running = None
            for request in requests:
                self._living().send(request)
            if not requests and child.is_prepared and child.age > _SHORT_LIFE:
                self._living().send(Do("warm_up"))
        for event in events_after(losses, ending, idle=idle):
            self._emit(event)
