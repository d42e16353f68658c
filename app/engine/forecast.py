"""What a run would have to do: nodes, steps and seconds, told before it begins."""

from __future__ import annotations

from dataclasses import dataclass

from app.graph.errors import Message


@dataclass(frozen=True)
class NodeForecast:
    """A node that will have to work: ``steps`` of ``total``, and the seconds where known.

    Where it is not ``certain`` it may turn out that less is to be done. ``reasons`` say why; there
    are none where that hangs on what other nodes will give.
    """

    node: str
    steps: int = 0
    total: int = 0
    seconds: float | None = None
    certain: bool = True
    reasons: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Forecast:
    """What a run has to do, in the order of its plan; see NodeForecast."""

    nodes: tuple[NodeForecast, ...] = ()

    @property
    def steps(self) -> int:
        """Steps to do."""
        return sum(node.steps for node in self.nodes)

    @property
    def total(self) -> int:
        """Steps that these nodes have, done or not."""
        return sum(node.total for node in self.nodes)

    @property
    def seconds(self) -> float | None:
        """How long it will take; None where a node with steps has never been timed."""
        known = [node.seconds for node in self.nodes if node.seconds is not None]
        if any(node.seconds is None and node.total for node in self.nodes):
            return None
        return sum(known) if known or not self.nodes else None

    @property
    def certain(self) -> bool:
        """Whether it surely is as many steps, and not less."""
        return all(node.certain for node in self.nodes if node.total)
