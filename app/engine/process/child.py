"""One worker process, seen from the window's side: from its start to its end."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from queue import SimpleQueue
from typing import IO, Any

from app.engine.plan import Plan
from app.engine.process.asking import Questions
from app.engine.process.channel import Channel
from app.engine.process.endings import Ending
from app.engine.process.messages import Answer, Carried, Foretell, Lost, Refusal, Submit
from app.engine.process.plans import PlanSender

log = logging.getLogger(__name__)

_NO_PLAN = Plan({}, ())
_LAST_LINES = 60
_DRAIN_SECONDS = 2.0


class Child:
    """A process that is started by ``command`` and talked to through its standard streams.

    It is a new interpreter and never a fork: neither Qt's state nor a device's survives one. What
    it writes to its standard error is passed on, and its last lines are kept. ``hear`` is called
    with what it says and ``ended`` once with its end, both on threads of the child. When this
    program dies, however it does, the streams close, and that ends the child.
    """

    def __init__(
        self,
        command: Sequence[str],
        hear: Callable[[Child, Any], None],
        ended: Callable[[Child, Ending], None],
    ) -> None:
        self._command = command
        self._hear, self._ended = hear, ended
        self._outbox: SimpleQueue[Any] = SimpleQueue()
        self._plans = PlanSender()
        self.questions = Questions(self.send)
        self._process: subprocess.Popen[bytes] | None = None
        self._is_doomed = False
        self._lock = threading.Lock()
        self._lines: deque[str] = deque(maxlen=_LAST_LINES)
        self._reason = ""
        self.is_prepared = False
        """Whether it has told of its device, or of a run: it got as far as that."""
        self._born = time.monotonic()
        self._thread = _start(self._live, "worker process")

    @property
    def age(self) -> float:
        """Seconds since its start."""
        return time.monotonic() - self._born

    @property
    def pid(self) -> int | None:
        """The number of the process; None before it was started."""
        return self._process.pid if self._process else None

    def send(self, message: Any) -> None:
        """Say something to the process, as soon as it listens; returns at once."""
        self._outbox.put(message)

    def kill(self) -> None:
        """End the process without asking it."""
        with self._lock:
            self._is_doomed = True
            if self._process is not None and self._process.poll() is None:
                self._process.kill()

    def join(self, patience: float) -> bool:
        """Wait for the end, at most ``patience`` seconds; whether it came."""
        self._thread.join(patience)
        return not self._thread.is_alive()

    def _live(self) -> None:
        """Start the process, and stay until it has ended."""
        try:
            process = self._start()
        except OSError as error:
            self.questions.close()
            self._ended(self, Ending(1, str(error)))
            return
        incoming, outgoing, errors = _streams(process)
        channel = Channel(incoming, outgoing)
        reader = _start(lambda: self._read(channel), "worker inbox")
        writer = _start(lambda: self._write(channel), "worker outbox")
        listener = _start(lambda: self._listen(errors), "worker stderr")
        status = process.wait()
        self._outbox.put(None)
        # What it said last is still under way. A process that it left behind may hold its streams
        # open for ever, so nobody waits for their end.
        for stream, thread in ((incoming, reader), (outgoing, writer), (errors, listener)):
            thread.join(_DRAIN_SECONDS)
            if not thread.is_alive():
                _close(stream)
        self.questions.close()
        self._ended(self, Ending(status, "".join(self._lines), self._reason))

    def _start(self) -> subprocess.Popen[bytes]:
        with self._lock:
            process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            self._process = process
            if self._is_doomed:
                process.kill()
            return process

    def _write(self, channel: Channel) -> None:
        """Send what waits. Plans are taken apart here, in the order in which they leave."""
        while (message := self._outbox.get()) is not None:
            try:
                if isinstance(message, Submit | Foretell):
                    plan = self._plans.pack(message.plan)
                    message = Carried(replace(message, plan=_NO_PLAN), plan)
                channel.send(message)
            except OSError:  # it has ended, as the other thread finds out
                return
            except Exception:  # it would wait for this message for ever, and somebody for it
                log.exception("The worker process cannot be told something, and is ended.")
                self.kill()
                return

    def _read(self, channel: Channel) -> None:
        while True:
            try:
                message = channel.receive()
            except (EOFError, OSError):
                return
            except Exception:  # Garbled, or more than there is memory for
                log.exception("The worker process said what makes no sense, and is ended.")
                self.kill()
                return
            self._take(message)

    def _take(self, message: Any) -> None:
        if isinstance(message, Answer | Refusal):
            self.questions.take(message)
        elif isinstance(message, Lost):
            self._reason = message.why
            self._lines.extend(message.traceback.splitlines(keepends=True))
        else:
            try:
                self._hear(self, message)
            except Exception:  # whoever listens must not silence the process
                log.exception("What the worker process said was not taken well.")

    def _listen(self, stream: IO[bytes]) -> None:
        """Pass on what it writes to its standard error, such as its log and its last words."""
        for line in iter(stream.readline, b""):
            words = line.decode("utf-8", "replace")
            self._lines.append(words)
            if sys.stderr is not None:  # a program without a terminal has none
                sys.stderr.write(words)


def _start(work: Callable[[], None], name: str) -> threading.Thread:
    thread = threading.Thread(target=work, name=name, daemon=True)
    thread.start()
    return thread


def _streams(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes], IO[bytes]]:
    """What the process says, what it is told, and its standard error."""
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stderr is not None
    return process.stdout, process.stdin, process.stderr


def _close(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:
        log.debug("A stream of the worker process had something left to say.")
