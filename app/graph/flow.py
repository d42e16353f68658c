"""Which types travel along the wires, refined by what each kind of node says of itself."""

from __future__ import annotations

from collections.abc import Mapping

from app.graph.document import Graph, Node, Socket, Source
from app.graph.errors import Cycle
from app.graph.kinds import Kinds
from app.graph.order import needed, order
from app.graph.spec import NodeSpec
from app.graph.types import ANY, ValueType

Types = dict[Source, ValueType]


def output_types(graph: Graph, kinds: Kinds) -> Mapping[Source, ValueType]:
    """The type of every output of every node of a known kind, as far as it is known unrun.

    Linear in nodes and wires, and worked out once for a graph. Nodes on a circle keep the types
    that their kind declares.
    """
    return _types(graph, kinds, graph.nodes)


def source_type(graph: Graph, kinds: Kinds, source: Source) -> ValueType:
    """The type of one output; only what feeds it is looked at."""
    known = _remembered(graph, kinds)
    if source not in known:
        known = _types(graph, kinds, needed([source.node], graph.inputs_of))
    return known.get(source, ValueType(ANY))


def input_types(
    graph: Graph, kinds: Kinds, id: str, known: Mapping[Source, ValueType] | None = None
) -> dict[str, ValueType]:
    """The types that arrive at the wired inputs of a node; of several wires the first counts."""
    types = output_types(graph, kinds) if known is None else known
    return {
        name: types.get(sources[0], ValueType(ANY))
        for name, sources in graph.inputs_of.get(id, {}).items()
    }


def target_type(graph: Graph, kinds: Kinds, socket: Socket) -> ValueType:
    """What a socket takes, given what is already connected to its node.

    A type variable is bound by the other sockets that carry it; traits (a family) come from the
    node's other inputs, for one node works with one family.
    """
    node = graph.nodes[socket.node]
    spec = kinds.spec(node.type)
    declared = spec.input_type(socket.name) if spec else None
    return declared or ValueType(ANY)


def _remembered(graph: Graph, kinds: Kinds) -> Types:
    """The types found so far for this graph, kept with it."""
    kept = graph.memo.get("output_types")
    if kept is None or kept[0] is not kinds:
        kept = graph.memo["output_types"] = (kinds, {})
    types: Types = kept[1]
    return types


def _types(graph: Graph, kinds: Kinds, ids: Mapping[str, Node] | frozenset[str]) -> Types:
    types = _remembered(graph, kinds)
    for id in _sorted(ids, graph):
        node = graph.nodes.get(id)
        spec = kinds.spec(node.type) if node else None
        if node is None or spec is None or not spec.outputs:
            continue
        if Source(id, spec.outputs[0].name) not in types:
            types.update(_outputs(graph, kinds, node, spec, types))
    return types


def _sorted(ids: Mapping[str, Node] | frozenset[str], graph: Graph) -> tuple[str, ...]:
    try:
        return order(ids, graph.inputs_of)
    except Cycle:
        return tuple(ids)


def _outputs(graph: Graph, kinds: Kinds, node: Node, spec: NodeSpec, types: Types) -> Types:
    arriving = input_types(graph, kinds, node.id, types)
    described = kinds.describe(node.type, node.parameters, arriving)
    return {
        Source(node.id, output.name): described.get(output.name, output.type)
        for output in spec.outputs
    }
