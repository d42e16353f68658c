"""Which types travel along the wires, refined by what each kind of node says of itself.

The types of a whole graph are worked out once; after an edit only what it touched, and what that
changes, is looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from app.graph.document import Graph, Source
from app.graph.errors import Cycle
from app.graph.generics import bindings, fill
from app.graph.interface import definition_of, instances
from app.graph.kinds import Kinds, base_of
from app.graph.models import model_types
from app.graph.order import order
from app.graph.spec import NodeSpec
from app.graph.types import ANY, ValueType

ByNode = Mapping[str, Mapping[str, ValueType]]
"""Node id -> output name -> type."""

_MEMO = "output_types"
_MOST_STALE = 500
"""With more changed nodes than this, everything is worked out anew."""


class OutputTypes(Mapping[Source, ValueType]):
    """The type of every output of every node of a known kind."""

    def __init__(self, by_node: ByNode) -> None:
        self.by_node = by_node

    def __getitem__(self, source: Source) -> ValueType:
        node, output = source
        return self.by_node[node][output]

    def __iter__(self) -> Iterator[Source]:
        for node, outputs in self.by_node.items():
            for output in outputs:
                yield Source(node, output)

    def __len__(self) -> int:
        return sum(map(len, self.by_node.values()))


@dataclass(frozen=True)
class _Known:
    """Types found for a graph; those of the ``stale`` nodes were found before an edit.

    ``subgraphs`` are the declarations that the instances in the graph had then.
    """

    kinds: Kinds
    by_node: ByNode
    stale: frozenset[str] = frozenset()
    subgraphs: Mapping[str, NodeSpec | None] = field(default_factory=dict)


def output_types(graph: Graph, kinds: Kinds) -> OutputTypes:
    """The type of every output, as far as it is known without running.

    A variable that nothing binds stays one. Nodes on a circle keep what their kind declares. A kind
    that fails to describe itself counts as one that says nothing.
    """
    known: _Known | None = graph.memo.get(_MEMO)
    held = {id: kinds.spec(graph.nodes[id].type) for id in instances(graph)}
    base = base_of(kinds)
    if known is None or known.kinds is not base:
        known = _Known(base, _all(graph, kinds), subgraphs=held)
    else:
        changed = {id for id, spec in held.items() if known.subgraphs.get(id) is not spec}
        if stale := known.stale | changed:
            by_node = _updated(graph, kinds, known.by_node, stale)
            known = _Known(base, by_node, subgraphs=held)
    graph.memo[_MEMO] = known
    return OutputTypes(known.by_node)


def types_of(graph: Graph, kinds: Kinds) -> OutputTypes:
    """The same without remembering it, for kinds that answer otherwise than usual."""
    return OutputTypes(_all(graph, kinds))


def carry_types(before: Graph, after: Graph, touched: Iterable[str]) -> None:
    """Hand on what is known of ``before`` to ``after``, which differs in the ``touched`` nodes."""
    known = before.memo.get(_MEMO)
    if known is None:
        return
    stale = known.stale.union(touched)
    if len(stale) <= _MOST_STALE:
        after.memo[_MEMO] = replace(known, stale=stale)


def arriving(graph: Graph, types: Mapping[Source, ValueType], id: str) -> dict[str, ValueType]:
    """The types at the wired inputs of a node; of several wires into one the first counts."""
    return {
        name: types.get(sources[0], ValueType(ANY))
        for name, sources in graph.inputs_of.get(id, {}).items()
    }


def _all(graph: Graph, kinds: Kinds) -> ByNode:
    by_node: dict[str, Mapping[str, ValueType]] = {}
    types = OutputTypes(by_node)
    for id in _sorted(graph.nodes, graph):
        found = _outputs(graph, kinds, id, types)
        if found:
            by_node[id] = found
    return by_node


def _updated(graph: Graph, kinds: Kinds, by_node: ByNode, stale: frozenset[str]) -> ByNode:
    """``by_node`` with the stale nodes, and what hangs on those that changed, worked out anew."""
    types = OutputTypes(by_node)
    changed = {id for id in stale if _outputs(graph, kinds, id, types) != by_node.get(id, {})}
    if not changed:
        return by_node
    fresh = dict(by_node)
    types = OutputTypes(fresh)
    region = _downstream(graph, changed) | dict.fromkeys(stale)
    changed.clear()
    for id in _sorted(region, graph):
        sources = graph.inputs_of.get(id, {}).values()
        if id not in stale and not any(s.node in changed for held in sources for s in held):
            continue
        found = _outputs(graph, kinds, id, types)
        if found != fresh.get(id, {}):
            changed.add(id)
            fresh[id] = found
    for id in stale - graph.nodes.keys():
        fresh.pop(id, None)
    return fresh


def _downstream(graph: Graph, starts: Iterable[str]) -> dict[str, None]:
    """``starts`` and everything that they feed."""
    found = dict.fromkeys(starts)
    todo = list(found)
    while todo:
        for wire in graph.consumers_of.get(todo.pop(), ()):
            if wire.socket.node not in found:
                found[wire.socket.node] = None
                todo.append(wire.socket.node)
    return found


def _sorted(ids: Iterable[str], graph: Graph) -> Iterable[str]:
    try:
        return order(ids, graph.inputs_of)
    except Cycle:
        return ids


def _outputs(
    graph: Graph, kinds: Kinds, id: str, types: Mapping[Source, ValueType]
) -> dict[str, ValueType]:
    """The outputs of one node; empty for unknown nodes and kinds."""
    node = graph.nodes.get(id)
    spec = kinds.spec(node.type) if node else None
    if node is None or spec is None or not spec.outputs:
        return {}
    inputs = arriving(graph, types, id)
    bound = bindings(spec, inputs)
    is_instance = definition_of(node.type) is not None  # it knows what comes of lists within
    listed = not is_instance and any(
        type.many and spec.takes_items(name) for name, type in inputs.items()
    )
    try:
        asked = {**model_types(spec, node.parameters, kinds), **inputs} if spec.models else inputs
        described = kinds.describe(node.type, node.parameters, asked)
    except Exception:  # the boundary to code of node packs
        described = {}
    return {
        output.name: fill(described.get(output.name) or output.type, bound, many=listed)
        for output in spec.outputs
    }
