"""What came of a run, collected from the engine's events, and as the object that --json writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.engine.events import (
    Event,
    NodeFailed,
    NodeFinished,
    NodesCached,
    NodesSkipped,
    NodeState,
    RunFailed,
    RunFinished,
)
from app.engine.plan import Plan


@dataclass(frozen=True)
class NodeOutcome:
    """How one node came out: ``error`` is the sentence of a failed one."""

    type: str
    state: NodeState
    seconds: float = 0.0
    error: str = ""

    def as_plain(self) -> dict[str, Any]:
        """The node's entry in the object that --json writes."""
        plain = {"type": self.type, "state": str(self.state), "seconds": round(self.seconds, 4)}
        return {**plain, "error": self.error} if self.error else plain


class Outcome:
    """Listens to a run of ``plan`` and knows afterwards what came of every node.

    ``types`` are the kinds of all nodes of the graph, muted ones included, by address.
    """

    def __init__(self, plan: Plan, types: Mapping[str, str]) -> None:
        self._types = types
        self.nodes: dict[str, NodeOutcome] = {}
        self.error = ""
        for address in sorted(plan.muted):
            self._note(address, NodeState.MUTED)

    def __call__(self, event: Event) -> None:
        """Take an event of the engine."""
        match event:
            case NodeFinished(node=node, seconds=seconds):
                self._note(node, NodeState.RAN, seconds)
            case NodesCached(results=results):
                for node in results:
                    self._note(node, NodeState.CACHED)
            case NodeFailed(node=node, message=message, seconds=seconds):
                self._note(node, NodeState.FAILED, seconds, str(message))
            case NodesSkipped(nodes=nodes):
                for node in nodes:
                    self._note(node, NodeState.SKIPPED)
            case RunFailed(message=message):
                self.error = str(message)
            case _:
                pass

    def as_plain(self, finished: RunFinished) -> dict[str, Any]:
        """The object that --json writes; ``error`` is there where the run as a whole failed."""
        plain = {
            "ok": finished.ok,
            "seconds": round(finished.seconds, 4),
            "nodes": {address: node.as_plain() for address, node in self.nodes.items()},
            "files": list(finished.files),
        }
        return {**plain, "error": self.error} if self.error else plain

    def _note(self, address: str, state: NodeState, seconds: float = 0.0, error: str = "") -> None:
        self.nodes[address] = NodeOutcome(self._types.get(address, ""), state, seconds, error)


def refusal(sentence: str) -> dict[str, Any]:
    """The object that --json writes where nothing ran."""
    return {"ok": False, "seconds": 0.0, "nodes": {}, "files": [], "error": sentence}
