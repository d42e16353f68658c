"""One run that was asked for: the graph as it was then, and the plan that was made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.lowering import lower
from app.engine.plan import Plan
from app.graph.document import Snapshot
from app.graph.file import to_text
from app.graph.kinds import Kinds
from app.sdk.saving import USUAL, Saving
from app.ui.running.results import Results


@dataclass(frozen=True, eq=False)
class Asked:
    """A run by its number. ``targets`` are the nodes that were to be made; None for the usual ones.

    A ``queued`` one waits for its turn, as the ``first`` or the last.
    ``about`` says what is special about it.
    """

    run: int
    snapshot: Snapshot
    plan: Plan
    results: Results
    targets: tuple[str, ...] | None = None
    queued: bool = False
    first: bool = False
    about: str = ""

    @property
    def text(self) -> str:
        """The graph as text."""
        return self.plan.graph_text


def planned(
    snapshot: Snapshot,
    kinds: Kinds,
    targets: Sequence[str] | None,
    graph: str,
    text: str = "",
    saving: Saving = USUAL,
) -> Plan:
    """The plan of a graph called ``graph``; raises a LoomError where it cannot be made.

    ``saving`` is what pictures that it saves are to carry.
    """
    plan = lower(snapshot, kinds, targets, graph_text=text)
    return replace(plan, graph=graph, saving=saving)


def planned_with_text(
    snapshot: Snapshot,
    kinds: Kinds,
    targets: Sequence[str] | None,
    graph: str,
    saving: Saving = USUAL,
) -> Plan:
    """The plan with the graph as text, to be written into pictures; raises a LoomError."""
    return planned(snapshot, kinds, targets, graph, to_text(snapshot, kinds), saving)
