"""What in a graph will not work as it is: for opening files, and for checking without running."""

from __future__ import annotations

from collections.abc import Iterator

from app.graph.document import Graph, Node, Socket, Source
from app.graph.errors import (
    BadValue,
    CrowdedSocket,
    Cycle,
    GraphError,
    LooseWire,
    Message,
    RefusedValue,
    UnknownParameter,
)
from app.graph.kinds import Kinds
from app.graph.naming import listed, socket_of, title_of
from app.graph.order import cycles
from app.graph.phrases import Phrase
from app.graph.rules import check_wire
from app.graph.spec import NodeSpec
from app.graph.subgraphs import unknown


def check_graph(graph: Graph, kinds: Kinds) -> tuple[Message, ...]:
    """One message for everything in the graph that cannot work; inputs may still be missing."""
    return tuple(error.message for error in _problems(graph, kinds))


def _problems(graph: Graph, kinds: Kinds) -> Iterator[GraphError]:
    for node in graph.nodes.values():
        spec = kinds.spec(node.type)
        if spec is None:
            yield unknown(kinds, title_of(graph, kinds, node.id), node.type)
        else:
            yield from _values(node, spec)
    for socket, sources in graph.wires.items():
        yield from _wires(graph, kinds, socket, sources)
    for circle in cycles(graph.nodes, graph.inputs_of):
        yield Cycle(nodes=listed(title_of(graph, kinds, id) for id in circle))


def _values(node: Node, spec: NodeSpec) -> Iterator[GraphError]:
    title = node.title or spec.title
    for name, value in node.parameters.items():
        parameter = spec.parameters_by_name.get(name)
        if parameter is None:
            yield UnknownParameter(node=title, name=name)
            continue
        try:
            parameter.accept(value)
        except BadValue as error:
            yield RefusedValue(node=title, **error.message.fields)


def _wires(
    graph: Graph, kinds: Kinds, socket: Socket, sources: tuple[Source, ...]
) -> Iterator[GraphError]:
    missing = _missing_input(graph, kinds, socket)
    for source in sources:
        absent = _missing_output(graph, kinds, source) or missing
        if absent:
            yield LooseWire(
                source=socket_of(graph, kinds, *source),
                target=socket_of(graph, kinds, *socket),
                missing=absent,
            )
            continue
        if not (_spec(graph, kinds, source.node) and _spec(graph, kinds, socket.node)):
            continue
        try:
            check_wire(graph, kinds, source, socket)
        except GraphError as error:
            yield error
    if len(sources) > 1 and not missing and not _is_variadic(graph, kinds, socket):
        yield CrowdedSocket(input=socket_of(graph, kinds, *socket), count=len(sources))


def _spec(graph: Graph, kinds: Kinds, id: str) -> NodeSpec | None:
    node = graph.nodes.get(id)
    return kinds.spec(node.type) if node else None


def _missing_output(graph: Graph, kinds: Kinds, source: Source) -> str:
    """What is missing at the start of a wire, in words; empty where nothing is."""
    if source.node not in graph.nodes:
        return Phrase("node {id}", id=source.node)
    spec = _spec(graph, kinds, source.node)
    known = spec is None or source.output in spec.outputs_by_name
    return "" if known else Phrase("output called {name}", name=source.output)


def _missing_input(graph: Graph, kinds: Kinds, socket: Socket) -> str:
    """What is missing at the end of a wire, in words; empty where nothing is."""
    if socket.node not in graph.nodes:
        return Phrase("node {id}", id=socket.node)
    spec = _spec(graph, kinds, socket.node)
    known = spec is None or spec.input_type(socket.name) is not None
    return "" if known else Phrase("input called {name}", name=socket.name)


def _is_variadic(graph: Graph, kinds: Kinds, socket: Socket) -> bool:
    """Whether several wires are fine; nobody knows for kinds that are not installed."""
    spec = _spec(graph, kinds, socket.node)
    if spec is None:
        return True
    declared = spec.sockets_by_name.get(socket.name)
    return declared is not None and declared.variadic
