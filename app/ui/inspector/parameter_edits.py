"""Changes of the same parameter on several nodes, and what the parameters of nodes share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.graph import edits
from app.graph.changes import Change
from app.graph.document import Graph, Snapshot
from app.graph.kinds import Kinds
from app.graph.naming import title_of
from app.graph.phrases import Phrase
from app.graph.spec import NodeSpec, ParameterSpec, Plain


def set_for_all(
    snapshot: Snapshot,
    kinds: Kinds,
    nodes: Sequence[str],
    name: str,
    value: Plain,
    graph_id: str | None = None,
) -> Change:
    """Set a parameter on all these nodes, as one step; typing on is the same step.

    Raises what ``edits.set_parameter`` does, where one of them refuses the value.
    """
    changes = [
        edits.set_parameter(snapshot, kinds, node, name, value, graph_id=graph_id) for node in nodes
    ]
    operations = tuple(operation for change in changes for operation in change.operations)
    places = "+".join(sorted(nodes))
    merge = changes[0].merge if len(changes) == 1 else f"parameter/{graph_id}/{places}/{name}"
    return Change(Phrase("Set {parameter}", parameter=Phrase(name)), operations, merge)


def shared_parameters(specs: Sequence[NodeSpec]) -> tuple[ParameterSpec, ...]:
    """The parameters that all these kinds have, with the range that all of them allow."""
    if not specs:
        return ()
    return tuple(
        _common([spec.parameters_by_name[first.name] for spec in specs])
        for first in specs[0].parameters
        if all(_alike(first, spec.parameters_by_name.get(first.name)) for spec in specs)
    )


def _alike(first: ParameterSpec, other: ParameterSpec | None) -> bool:
    """Whether a value of one means the same to the other."""
    return other is not None and (
        (first.kind, first.choices, first.model_kind, first.many_lines, first.unit)
        == (other.kind, other.choices, other.model_kind, other.many_lines, other.unit)
    )


def _common(found: Sequence[ParameterSpec]) -> ParameterSpec:
    if all(parameter == found[0] for parameter in found):
        return found[0]
    low = max((p.low for p in found if p.low is not None), default=None)
    high = min((p.high for p in found if p.high is not None), default=None)
    return replace(found[0], low=low, high=high)


def values_of(graph: Graph, nodes: Iterable[str], parameter: ParameterSpec) -> list[Plain]:
    """The value that a parameter has on these nodes; two that differ where there are several."""
    found: list[Plain] = []
    for id in nodes:
        value = graph.nodes[id].parameters.get(parameter.name, parameter.default)
        if value not in found:
            found.append(value)
        if len(found) > 1:
            break
    return found


def override_id(graph: Graph, kinds: Kinds | None, node: str, name: str) -> str:
    """How the command line calls a parameter: ``Sampler.steps``, or by id where titles repeat."""
    title = title_of(graph, kinds, node)
    alone = sum(title_of(graph, kinds, other) == title for other in graph.nodes) == 1
    return f"{title if alone else node}.{name}"
