"""Which wires may be drawn, with the reason where one may not."""

from __future__ import annotations

from app.graph.document import Graph, Socket, Source
from app.graph.errors import (
    UnknownKind,
    UnknownNode,
    UnknownSocket,
    WouldLoop,
    WrongTrait,
    WrongType,
)
from app.graph.flow import arriving, output_types
from app.graph.generics import bound_type, fill
from app.graph.kinds import Kinds
from app.graph.naming import socket_of, title_of
from app.graph.order import reaches
from app.graph.spec import NodeSpec
from app.graph.types import ANY, ValueType, conflict, fits

__all__ = ["check_connect", "output_types"]


def check_connect(graph: Graph, kinds: Kinds, source: Source, socket: Socket) -> None:
    """Refuse a wire that cannot work.

    Raises UnknownNode, UnknownKind or UnknownSocket where an end is not there, WouldLoop,
    WrongType, or WrongTrait (both ends fit, but are for different families, say).
    """
    check_ends(graph, kinds, source, socket)
    if reaches(graph, socket.node, source.node):
        raise WouldLoop(
            target=title_of(graph, kinds, socket.node), source=title_of(graph, kinds, source.node)
        )
    check_types(graph, kinds, source, socket)


def check_ends(graph: Graph, kinds: Kinds, source: Source, socket: Socket) -> None:
    """Refuse a wire whose ends are not there."""
    if source.output not in known_spec(graph, kinds, source.node).outputs_by_name:
        raise UnknownSocket(
            node=title_of(graph, kinds, source.node), role="output", name=source.output
        )
    if known_spec(graph, kinds, socket.node).input_type(socket.name) is None:
        raise UnknownSocket(
            node=title_of(graph, kinds, socket.node), role="input", name=socket.name
        )


def check_types(graph: Graph, kinds: Kinds, source: Source, socket: Socket) -> None:
    """Refuse a wire between values that do not fit; both ends must be there."""
    spec = known_spec(graph, kinds, socket.node)
    declared = spec.sockets_by_name.get(socket.name)
    given = given_type(graph, kinds, source)
    taken = taken_type(graph, kinds, socket)
    output, input = socket_of(graph, kinds, *source), socket_of(graph, kinds, *socket)
    if not fits(given, taken, each=declared.each if declared else False):
        raise WrongType(output=output, source=str(given), input=input, target=str(taken))
    clash = conflict(given, taken)
    if clash:
        raise WrongTrait(output=output, source=clash[0], input=input, target=clash[1])


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
    if declared.name == ANY:
        return declared
    traits = dict(declared.traits)
    for name, given in arriving(graph, types, socket.node).items():
        other = spec.sockets_by_name.get(name)
        if other and name != socket.name and other.type.name != ANY and not other.type.is_variable:
            traits = {**dict(given.traits), **traits}
    return declared.with_traits(**traits)


def known_spec(graph: Graph, kinds: Kinds, id: str) -> NodeSpec:
    """The declaration of a node's kind; raises UnknownNode or UnknownKind."""
    node = graph.nodes.get(id)
    if node is None:
        raise UnknownNode(node=id)
    spec = kinds.spec(node.type)
    if spec is None:
        raise UnknownKind(title=node.title or id, kind=node.type)
    return spec
