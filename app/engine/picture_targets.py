"""Which node of a graph makes the picture that one is after."""

from __future__ import annotations

from collections.abc import Sequence

from app.engine.lowering import lower
from app.engine.plan import Plan
from app.graph.document import Snapshot
from app.graph.errors import LoomError
from app.graph.kinds import Kinds

_PICTURES = frozenset({"Image", "Mask", "Video"})


def picture_targets(
    snapshot: Snapshot, kinds: Kinds, targets: Sequence[str] | None = None
) -> list[str] | None:
    """The node that makes the picture of ``targets``, or of the whole graph.

    With it a sweep need not save every cell to a file.
    None where that cannot be told; the usual targets are made then.
    """
    try:
        plan = lower(snapshot, kinds, targets)
    except LoomError:
        return None
    for target in plan.targets:
        found = _maker(plan, kinds, target)
        if found is not None:
            return [found]
    return None


def _maker(plan: Plan, kinds: Kinds, target: str) -> str | None:
    node = plan.nodes.get(target)
    if node is None or _gives_picture(kinds, node.type):
        return target if node else None
    links = [link for links in node.inputs.values() for link in links]
    makers = [link.address for link in links if link.address in plan.nodes]
    return next((a for a in makers if _gives_picture(kinds, plan.nodes[a].type)), None)


def _gives_picture(kinds: Kinds, type: str) -> bool:
    spec = kinds.spec(type)
    return spec is not None and any(output.type.name in _PICTURES for output in spec.outputs)
