"""Tells the outside how the nodes of a run come out, in few events."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from app.engine.events import (
    Event,
    NodeFailed,
    NodeFinished,
    NodesCached,
    NodesSkipped,
    NodeStarted,
)
from app.engine.failures import Failure
from app.engine.tally import Tally
from app.graph.errors import Message


class Account(NamedTuple):
    """Why a node runs, and the steps that it does."""

    reasons: tuple[Message, ...]
    tally: Tally


class Report:
    """Gathers cached and skipped nodes, and tells of them before anything else is told."""

    def __init__(self, run: int, emit: Callable[[Event], None]) -> None:
        self.cached: dict[str, Mapping[str, str]] = {}
        self.elsewhere: set[str] = set()
        self.on_disk: set[str] = set()
        self._skipped: dict[str, list[str]] = {}
        self._run = run
        self._emit = emit

    def skipped(self, node: str, cause: str) -> None:
        """``node`` cannot run because of ``cause``."""
        self._skipped.setdefault(cause, []).append(node)

    def started(self, node: str, reasons: tuple[Message, ...]) -> None:
        """``node`` begins to work."""
        self.flush()
        self._emit(NodeStarted(self._run, node, reasons))

    def finished(
        self,
        node: str,
        seconds: float,
        results: Mapping[str, str],
        words: Mapping[str, str],
        account: Account,
    ) -> None:
        """``node`` has worked."""
        reasons, tally = account
        self._emit(
            NodeFinished(
                self._run,
                node,
                seconds,
                results,
                words,
                reasons,
                tally.run,
                tally.reused,
                tally.reasons(reasons),
            )
        )

    def failed(self, node: str, failure: Failure, seconds: float) -> None:
        """``node`` could not do its work."""
        self.flush()
        self._emit(NodeFailed(self._run, node, failure.message, seconds, failure.traceback))

    def flush(self) -> None:
        """Tell what was gathered."""
        if self.cached:
            elsewhere, on_disk = frozenset(self.elsewhere), frozenset(self.on_disk)
            self._emit(NodesCached(self._run, self.cached, elsewhere, on_disk))
            self.cached = {}
            self.elsewhere, self.on_disk = set(), set()
        for cause, nodes in self._skipped.items():
            self._emit(NodesSkipped(self._run, tuple(nodes), cause))
        self._skipped = {}
