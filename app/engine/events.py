"""What the engine tells the outside: small, frozen, picklable; never a tensor, node or graph.

``run`` is the number that ``submit`` returned, ``node`` the address of a node in the plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.engine.forecast import Forecast
from app.engine.reasons import FOUND_ELSEWHERE, FOUND_UNCHANGED
from app.graph.errors import Message
from app.sdk.context import Picture


class NodeState(StrEnum):
    """How a node came out of a run."""

    RAN = "ran"
    CACHED = "cached"
    FAILED = "failed"
    SKIPPED = "skipped"
    MUTED = "muted"


@dataclass(frozen=True)
class RunQueued:
    """A run was accepted and waits for the worker."""

    run: int


@dataclass(frozen=True)
class RunStarted:
    """The worker began a run; ``nodes`` are the addresses that it may have to evaluate."""

    run: int
    nodes: tuple[str, ...]


@dataclass(frozen=True)
class NodeStarted:
    """A node began to work; ``reasons`` as in NodeFinished."""

    run: int
    node: str
    reasons: tuple[Message, ...] = ()


@dataclass(frozen=True)
class NodeProgressed:
    """A node did ``step`` of ``total`` steps; ``preview`` shows how far it is."""

    run: int
    node: str
    step: int
    total: int
    preview: Picture | None = None


@dataclass(frozen=True)
class NodeNoticed:
    """Something the user should know of a node that runs on, such as a second attempt."""

    run: int
    node: str
    message: Message


@dataclass(frozen=True)
class NodeFinished:
    """A node worked and has results: fingerprints by output name, ``summaries`` in words.

    ``reasons`` say why it ran. Of the steps of its folds, ``steps_run`` were done and
    ``steps_reused`` were kept from before; ``step_reasons`` say which and why. ``explained`` (see
    app/engine/reasons.py) words both.
    """

    run: int
    node: str
    seconds: float
    results: Mapping[str, str] = field(default_factory=dict)
    summaries: Mapping[str, str] = field(default_factory=dict)
    reasons: tuple[Message, ...] = ()
    steps_run: int = 0
    steps_reused: int = 0
    step_reasons: tuple[Message, ...] = ()


@dataclass(frozen=True)
class NodesCached:
    """Results of these nodes were found: fingerprints by output name, by node.

    ``elsewhere`` are those whose work is not what they did the last time: another node did it, or
    an earlier run. ``on_disk`` are those of which something is no more, or not yet, in memory.
    """

    run: int
    results: Mapping[str, Mapping[str, str]]
    elsewhere: frozenset[str] = frozenset()
    on_disk: frozenset[str] = frozenset()

    def reason(self, node: str) -> Message:
        """Why a node did not run."""
        return FOUND_ELSEWHERE if node in self.elsewhere else FOUND_UNCHANGED


@dataclass(frozen=True)
class NodeFailed:
    """A node could not do its work. ``traceback`` is for the log and the problems list."""

    run: int
    node: str
    message: Message
    seconds: float = 0.0
    traceback: str = ""


@dataclass(frozen=True)
class NodesSkipped:
    """These nodes could not run because ``cause`` failed or is missing something."""

    run: int
    nodes: tuple[str, ...]
    cause: str


@dataclass(frozen=True)
class RunFinished:
    """A run ended: all targets made, some failed, or stopped by the user."""

    run: int
    ok: bool
    stopped: bool
    seconds: float
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class RunFailed:
    """A run could not even begin, or the engine itself failed; a RunFinished follows.

    ``run`` is 0 where no run was asked for, as when the device could not be prepared.
    """

    run: int
    message: Message
    traceback: str = ""


@dataclass(frozen=True)
class RunRetried:
    """The process that did a run ended, and another one begins with it again; see RunFailed."""

    run: int
    message: Message
    details: str = ""


@dataclass(frozen=True)
class ForecastReady:
    """The answer to ``Worker.forecast``, with the number that it gave."""

    ticket: int
    forecast: Forecast


@dataclass(frozen=True)
class RunForetold:
    """What a run that is about to begin will do."""

    run: int
    forecast: Forecast


@dataclass(frozen=True)
class DeviceReady:
    """The worker knows its device, in words, or what is free on it has changed."""

    device: str


Event = (
    RunQueued
    | RunStarted
    | NodeStarted
    | NodeProgressed
    | NodeNoticed
    | NodeFinished
    | NodesCached
    | NodeFailed
    | NodesSkipped
    | RunFinished
    | RunFailed
    | RunRetried
    | ForecastReady
    | RunForetold
    | DeviceReady
)
