"""How a worker process ended, in words."""

from __future__ import annotations

import signal
from dataclasses import dataclass

from app.engine.errors import EngineError
from app.graph.phrases import Phrase

REPLACED = 75
"""The exit status of a process that asked to be replaced: EX_TEMPFAIL of sysexits.h."""

_WORDS = {
    "SIGKILL": Phrase("killed, as the system does where memory runs out"),
    "SIGSEGV": Phrase("crashed: segmentation fault"),
    "SIGABRT": Phrase("crashed: aborted"),
    "SIGBUS": Phrase("crashed: bus error"),
    "SIGILL": Phrase("crashed: illegal instruction"),
    "SIGFPE": Phrase("crashed: arithmetic error"),
    "SIGTERM": Phrase("ended from outside"),
}


class WorkerReplaced(EngineError):
    """The process that did a run ended, and another goes on."""

    english = (
        "The worker process ended unexpectedly ({why}): the run goes on in a new one, "
        "from the steps that were kept."
    )


class WorkerEnded(EngineError):
    """The process that did a run ended once more."""

    english = (
        "The worker process ended twice in this run ({why}), so it is not tried again: "
        "make the picture smaller, or copy the details of this problem and report it."
    )


class IdleWorkerEnded(EngineError):
    """The process ended while nothing ran."""

    english = (
        "The worker process ended unexpectedly ({why}): nothing ran, so just go on; "
        "another one takes its place."
    )


class WorkerDoesNotStart(EngineError):
    """There is no process to work in."""

    english = (
        "The worker process does not start ({why}): see the details, or turn off "
        '"Work in a process of its own" in the settings and start the program again.'
    )


@dataclass(frozen=True)
class Ending:
    """The end of a process: its exit ``status`` (of a signal, the negative number), what it last
    ``said``, and its own word on the matter where it asked to be replaced."""

    status: int
    said: str = ""
    reason: str = ""

    @property
    def why(self) -> str:
        """The cause, for a sentence."""
        if self.reason:
            return self.reason
        if self.status >= 0:
            last = next((line for line in reversed(self.said.splitlines()) if line.strip()), "")
            words = Phrase("exit status {status}", status=self.status)
            return Phrase("{status}: {words}", status=words, words=last.strip()) if last else words
        name = _name(-self.status)
        return _WORDS.get(name) or Phrase("signal {name}", name=name)


def _name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
