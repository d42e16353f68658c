"""Plans on their way to the worker process: a node that did not change crosses once.

The runner knows an unchanged node by its identity. So both sides number the nodes, and what was
sent before is the same object over there, too.
"""

from __future__ import annotations

from collections import OrderedDict
from itertools import count

from app.engine.plan import Plan, PlanNode
from app.engine.process.messages import SentPlan

_MOST = 20_000


class PlanSender:
    """The near end. It holds the nodes that it numbered, so that no other can take their place."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._sent: OrderedDict[int, tuple[int, PlanNode]] = OrderedDict()
        self._numbers = count(1)

    def pack(self, plan: Plan) -> SentPlan:
        """The plan as it is sent; call in the order in which plans are sent."""
        fresh: list[tuple[int, PlanNode]] = []
        numbers = [self._number(node, fresh) for node in plan.nodes.values()]
        return SentPlan(
            tuple(numbers),
            tuple(fresh),
            self._forget(len(numbers)),
            plan.targets,
            dict(plan.refused),
            plan.muted,
            plan.graph_text,
            plan.graph,
            plan.saving,
        )

    def _number(self, node: PlanNode, fresh: list[tuple[int, PlanNode]]) -> int:
        known = self._sent.get(id(node))
        if known is None:
            known = self._sent[id(node)] = (next(self._numbers), node)
            fresh.append(known)
        else:
            self._sent.move_to_end(id(node))
        return known[0]

    def _forget(self, used: int) -> tuple[int, ...]:
        """Let go of the nodes that were sent longest ago; those ``used`` last stay."""
        gone = []
        while len(self._sent) > max(self._most, used):
            gone.append(self._sent.popitem(last=False)[1][0])
        return tuple(gone)


class PlanReceiver:
    """The far end."""

    def __init__(self) -> None:
        self._nodes: dict[int, PlanNode] = {}

    def unpack(self, sent: SentPlan) -> Plan:
        """The plan, of the same objects where its nodes came before."""
        self._nodes.update(sent.fresh)
        nodes = [self._nodes[number] for number in sent.numbers]
        for number in sent.forgotten:
            del self._nodes[number]
        return Plan(
            {node.address: node for node in nodes},
            sent.targets,
            sent.refused,
            sent.muted,
            sent.graph_text,
            sent.graph,
            sent.saving,
        )
