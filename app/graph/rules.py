"""Which wires may be drawn, with the reason where one may not."""

from __future__ import annotations

from collections.abc import Mapping

from app.graph.document import Graph, Socket, Source
from app.graph.errors import (
    UnknownKind,
    UnknownNode,
    UnknownSocket,
    WouldFeedItself,
    WouldLoop,
    WrongTrait,
    WrongType,
)
from app.graph.flow import arriving, output_types
from app.graph.generics import bindings, bound_type, fill
from app.graph.kinds import Kinds
from app.graph.naming import socket_of, title_of
from app.graph.order import reaches
from app.graph.phrases import Phrase
from app.graph.spec import NodeSpec
from app.graph.types import ANY, ValueType, conflict, fits

__all__ = ["check_connect", "output_types"]


def check_connect(graph: Graph, kinds: Kinds, source: Source, socket: Socket) -> None:
    """Refuse a wire that cannot work.

    Raises UnknownNode, UnknownKind or UnknownSocket where an end is not there, WouldLoop or
    WouldFeedItself, WrongType, or WrongTrait (both ends fit, but are for different families, say).
    """
    check_ends(graph, kinds, source, socket)
    if source.node == socket.node:
        raise WouldFeedItself(node=title_of(graph, kinds, source.node))
    if reaches(graph, socket.node, source.node):
        raise WouldLoop(
            target=title_of(graph, kinds, socket.node), source=title_of(graph, kinds, source.node)
        )
    check_types(graph, kinds, source, socket)


def check_ends(graph: Graph, kinds: Kinds, source: Source, socket: Socket) -> None:
    """Refuse a wire whose ends are not there."""
    if source.output not in known_spec(graph, kinds, source.node).outputs_by_name:
        raise UnknownSocket(
            node=title_of(graph, kinds, source.node), role=Phrase("output"), name=source.output
        )
    if known_spec(graph, kinds, socket.node).input_type(socket.name) is None:
        raise UnknownSocket(
            node=title_of(graph, kinds, socket.node), role=Phrase("input"), name=socket.name
        )


def check_types(graph: Graph, kinds: Kinds, source: Source, socket: Socket) -> None:
    """Refuse a new wire between values that do not fit; both ends must be there."""
    given, taken = given_type(graph, kinds, source), taken_type(graph, kinds, socket)
    _check_fit(graph, kinds, (source, given), (socket, taken))


def check_wire(graph: Graph, kinds: Kinds, source: Source, socket: Socket) -> None:
    """Refuse a wire that is there already, by what flows through it; both ends must be there.

    Generic nodes need no second look, for what arrives at them has been followed through them. So
    this costs the same for every wire.
    """
    types = output_types(graph, kinds)
    spec = known_spec(graph, kinds, socket.node)
    inputs = arriving(graph, types, socket.node)
    declared = spec.input_type(socket.name) or ValueType(ANY)
    if declared.is_variable:
        taken = fill(declared, bindings(spec, inputs))
    else:
        taken = _with_traits(spec, socket.name, inputs)
    given = types.get(source, ValueType(ANY))
    _check_fit(graph, kinds, (source, given), (socket, taken))


def _check_fit(
    graph: Graph,
    kinds: Kinds,
    start: tuple[Source, ValueType],
    end: tuple[Socket, ValueType],
) -> None:
    (source, given), (socket, taken) = start, end
    is_each = known_spec(graph, kinds, socket.node).takes_items(socket.name)
    clash = conflict(given, taken)
    fitting = fits(given, taken, each=is_each)
    if fitting and not clash:
        return
    output, input = socket_of(graph, kinds, *source), socket_of(graph, kinds, *socket)
    if fitting and clash:
        raise WrongTrait(output=output, source=clash[0], input=input, target=clash[1])
    raise WrongType(output=output, source=given.words, input=input, target=taken.words)


def given_type(graph: Graph, kinds: Kinds, source: Source) -> ValueType:
    """What an output gives; where it is generic and unbound, what those that it feeds take."""
    types = output_types(graph, kinds)
    given = types.get(source, ValueType(ANY))
    if not given.is_variable:
        return given
    found = bound_type(graph, kinds, types, (source.node, given.name))
    return fill(given, {given.name: found} if found else {})


def taken_type(graph: Graph, kinds: Kinds, socket: Socket) -> ValueType:
    """What a socket takes, given what else is connected to its node.

    A type variable stands for what the other wires that carry it carry. Traits come from the other
    inputs, for a node works with one family at a time; generic inputs have no say in that.
    """
    spec = known_spec(graph, kinds, socket.node)
    declared = spec.input_type(socket.name) or ValueType(ANY)
    types = output_types(graph, kinds)
    if declared.is_variable:
        named = spec.sockets_by_name[socket.name]
        ignoring = None if named.variadic else socket
        found = bound_type(graph, kinds, types, (socket.node, declared.name), ignoring)
        return fill(declared, {declared.name: found} if found else {})
    return _with_traits(spec, socket.name, arriving(graph, types, socket.node))


def _with_traits(spec: NodeSpec, name: str, inputs: Mapping[str, ValueType]) -> ValueType:
    """What a socket that is not generic takes, with the traits of what its neighbours are fed."""
    declared = spec.input_type(name) or ValueType(ANY)
    traits = dict(declared.traits)
    for other, given in inputs.items():
        neighbour = spec.sockets_by_name.get(other)
        other_wire = neighbour and (other != name or neighbour.variadic)
        if neighbour and other_wire and _is_particular(neighbour.type):
            traits = {**dict(given.traits), **traits}
    return declared.with_traits(**traits) if _is_particular(declared) else declared


def _is_particular(type: ValueType) -> bool:
    return type.name != ANY and not type.is_variable


def known_spec(graph: Graph, kinds: Kinds, id: str) -> NodeSpec:
    """The declaration of a node's kind; raises UnknownNode or UnknownKind."""
    node = graph.nodes.get(id)
    if node is None:
        raise UnknownNode(node=id)
    spec = kinds.spec(node.type)
    if spec is None:
        raise UnknownKind(title=node.title or id, kind=node.type)
    return spec
