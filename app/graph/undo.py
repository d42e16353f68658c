"""What can be undone and redone of a document, as plain values that any thread may read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.graph.document import Node, Snapshot
from app.graph.kinds import Kinds
from app.graph.operations import Operation, Put, PutGraph, compact


@dataclass(frozen=True)
class UndoStep:
    """One step: what does it, what takes it back, and the numbers of the states at its ends.

    Steps in a row with equal ``merge`` are one, as the letters of a word that is typed.
    """

    name: str
    forward: tuple[Operation, ...]
    backward: tuple[Operation, ...]
    merge: str | None
    before: int
    after: int


@dataclass(frozen=True)
class UndoHistory:
    """A document with all its steps, oldest first, of which the first ``at`` are done.

    ``state`` is the number of the state that the document is in, ``saved`` that of the one that is
    on the disk. Histories of one document have the same ``origin`` until another one is opened.
    """

    snapshot: Snapshot
    steps: tuple[UndoStep, ...] = ()
    at: int = 0
    state: int = 0
    saved: int = 0
    origin: object = None

    @property
    def is_modified(self) -> bool:
        """Whether the document differs from what was last saved or opened."""
        return self.state != self.saved

    @property
    def first_free(self) -> int:
        """The smallest number that no state has."""
        ends = (max(step.before, step.after) for step in self.steps)
        return max(self.state, self.saved, 0, *ends) + 1


def joined(name: str, steps: Sequence[UndoStep], merge: str | None = None) -> UndoStep:
    """Several steps as one."""
    forward = [operation for step in steps for operation in step.forward]
    backward = [operation for step in reversed(steps) for operation in step.backward]
    ends = steps[0].before, steps[-1].after
    return UndoStep(name, compact(forward), compact(backward), merge, *ends)


def is_of_today(history: UndoHistory, kinds: Kinds) -> bool:
    """Whether every node that the steps know of is in the form of the kinds of today.

    Steps of an older program would bring nodes back in the form that they had then.
    """
    return not any(_is_older(node, kinds) for node in _nodes(history))


def _nodes(history: UndoHistory) -> Iterator[Node]:
    """Every node of the document, and every one that a step would bring."""
    for graph in history.snapshot.graphs.values():
        yield from graph.nodes.values()
    for step in history.steps:
        for operation in (*step.forward, *step.backward):
            if isinstance(operation, Put) and isinstance(operation.item, Node):
                yield operation.item
            elif isinstance(operation, PutGraph) and operation.content is not None:
                yield from operation.content.nodes.values()


def _is_older(node: Node, kinds: Kinds) -> bool:
    spec = kinds.spec(node.type)
    return spec is not None and node.schema < spec.schema
