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
    NodeStarted,
    NodeState,
    RunFailed,
    RunFinished,
)
from app.engine.plan import Plan
from app.engine.reasons import explained, reason


@dataclass(frozen=True)
class NodeOutcome:
    """How one node came out: ``error`` is the sentence of a failed one.

    ``reason`` says why it ran, or why it did not; ``steps`` are those that it did and those that
    were kept, None where its work has no steps.
    """

    type: str
    state: NodeState
    seconds: float = 0.0
    error: str = ""
    reason: str = ""
    steps: tuple[int, int] | None = None

    def as_plain(self) -> dict[str, Any]:
        """The node's entry in the object that --json writes."""
        plain: dict[str, Any] = {"type": self.type, "state": str(self.state)}
        plain |= {"seconds": round(self.seconds, 4), "reason": self.reason}
        if self.steps is not None:
            plain["steps_run"], plain["steps_reused"] = self.steps
        return {**plain, "error": self.error} if self.error else plain


class Outcome:
    """Listens to a run of ``plan`` and knows afterwards what came of every node.

    ``types`` are the kinds of all nodes of the graph, muted ones included, by address.
    """

    def __init__(self, plan: Plan, types: Mapping[str, str]) -> None:
        self._types = types
        self.nodes: dict[str, NodeOutcome] = {}
        self.error = ""
        self._began: dict[str, str] = {}
        for address in sorted(plan.muted):
            self._note(address, NodeState.MUTED, reason=reason("SwitchedOff").text())

    def __call__(self, event: Event) -> None:
        """Take an event of the engine."""
        match event:
            case NodeStarted(node=node, reasons=reasons):
                self._began[node] = explained(reasons)
            case NodeFinished():
                self._finished(event)
            case NodesCached(results=results):
                for node in results:
                    self._note(node, NodeState.CACHED, reason=event.reason(node).text())
            case NodeFailed(node=node, message=message, seconds=seconds):
                why = self._began.get(node, "")
                self._note(node, NodeState.FAILED, seconds, error=str(message), reason=why)
            case NodesSkipped(nodes=nodes, cause=cause):
                for node in nodes:
                    why = reason("Skipped", cause=cause).text()
                    self._note(node, NodeState.SKIPPED, reason=why)
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

    def _finished(self, event: NodeFinished) -> None:
        done = event.steps_run, event.steps_reused
        why = explained(event.reasons, event.step_reasons)
        steps = done if any(done) else None
        self._note(event.node, NodeState.RAN, event.seconds, reason=why, steps=steps)

    def _note(self, address: str, state: NodeState, seconds: float = 0.0, **told: Any) -> None:
        self.nodes[address] = NodeOutcome(self._types.get(address, ""), state, seconds, **told)


def refusal(sentence: str) -> dict[str, Any]:
    """The object that --json writes where nothing ran."""
    return {"ok": False, "seconds": 0.0, "nodes": {}, "files": [], "error": sentence}
