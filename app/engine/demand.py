"""What a plan will surely ask for, told before anything of it has run."""

from __future__ import annotations

from collections.abc import Iterator

from app.engine.plan import Plan, PlanNode
from app.engine.services import NodeKinds
from app.graph.spec import NodeSpec, ParameterKind, ParameterSpec


def early(plan: Plan, kinds: NodeKinds) -> Iterator[PlanNode]:
    """The nodes that can begin at once and beside the device, in the order of the plan.

    They have no inputs, change nothing, and will be asked for whatever the others give.
    """
    found = [node for node in plan.nodes.values() if _may_begin(node, kinds.spec(node.type))]
    if found:
        sure = _surely_asked_for(plan, kinds)
        yield from (node for node in found if node.address in sure)


def models(plan: Plan, kinds: NodeKinds) -> set[tuple[str, str]]:
    """Kinds and names of the models that nodes of ``plan`` name."""
    return {
        (parameter.model_kind, str(node.parameters[parameter.name]))
        for node in plan.nodes.values()
        for parameter in _parameters(kinds.spec(node.type))
        if parameter.kind is ParameterKind.MODEL and parameter.name not in node.inputs
    }


def _may_begin(node: PlanNode, spec: NodeSpec | None) -> bool:
    return not node.inputs and spec is not None and spec.off_device and not spec.acts


def _surely_asked_for(plan: Plan, kinds: NodeKinds) -> set[str]:
    """What is evaluated from the targets backwards, whatever comes out on the way.

    A wired parameter may turn out to be wrong, or to decide that a socket is not needed: of such a
    node only what feeds its parameters is sure.
    """
    sure: set[str] = set()
    waiting = list(plan.targets)
    while waiting:
        address = waiting.pop()
        node = plan.nodes.get(address)
        spec = kinds.spec(node.type) if node else None
        if address in sure or node is None or spec is None:
            continue
        sure.add(address)
        wired = [name for name in node.inputs if name in spec.parameters_by_name]
        names = wired or node.inputs
        waiting.extend(link.address for name in names for link in node.inputs[name])
    return sure


def _parameters(spec: NodeSpec | None) -> tuple[ParameterSpec, ...]:
    return spec.parameters if spec else ()
