"""What the type variables of generic nodes stand for, given what is connected to them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import replace

from app.graph.document import Graph, Socket, Source
from app.graph.kinds import Kinds
from app.graph.spec import NodeSpec
from app.graph.types import ANY, ValueType

Variable = tuple[str, str]
"""A node's id and the name of one of its type variables."""


def fill(declared: ValueType, bound: Mapping[str, ValueType], *, many: bool = False) -> ValueType:
    """``declared`` with its variable replaced where it is bound; ``many`` makes it a list."""
    found = bound.get(declared.name, declared)
    is_list = many or declared.many or found.many
    return replace(found, many=is_list) if is_list != found.many else found


def bindings(spec: NodeSpec, inputs: Mapping[str, ValueType]) -> dict[str, ValueType]:
    """What the types that arrive at a node say about its variables.

    The first concrete one counts; traits stay only where all that arrive agree in them, for a
    switch may choose between families.
    """
    found: dict[str, ValueType] = {}
    for socket in spec.inputs:
        given = inputs.get(socket.name)
        if not socket.type.is_variable or given is None or not _is_concrete(given):
            continue
        item = _item(given, socket.type.many or socket.each)
        held = found.get(socket.type.name, item)
        shared = tuple(trait for trait in held.traits if trait in item.traits)
        found[socket.type.name] = replace(held, traits=shared)
    return found


def bound_type(
    graph: Graph,
    kinds: Kinds,
    types: Mapping[Source, ValueType],
    start: Variable,
    ignoring: Socket | None = None,
) -> ValueType | None:
    """What a variable stands for by everything wired to it, over any number of generic nodes.

    ``ignoring`` is a socket whose wire is about to be replaced. None where nothing binds it.
    """
    seen = {start}
    todo = deque([start])
    while todo:
        variable = todo.popleft()
        for found in _neighbours(graph, kinds, types, variable, ignoring):
            if isinstance(found, ValueType):
                return found
            if found not in seen:
                seen.add(found)
                todo.append(found)
    return None


def _neighbours(
    graph: Graph,
    kinds: Kinds,
    types: Mapping[Source, ValueType],
    variable: Variable,
    ignoring: Socket | None,
) -> Iterator[ValueType | Variable]:
    """The types and variables at the other ends of all wires that carry ``variable``."""
    id, name = variable
    spec = _spec(graph, kinds, id)
    if spec is None:
        return
    for socket in spec.inputs:
        if socket.type.name != name or Socket(id, socket.name) == ignoring:
            continue
        for source in graph.inputs_of.get(id, {}).get(socket.name, ()):
            is_list = socket.type.many or socket.each
            yield from _end(source.node, types.get(source), is_list)
    for wire in graph.consumers_of.get(id, ()):
        output = spec.outputs_by_name.get(wire.source.output)
        if output is not None and output.type.name == name and wire.socket != ignoring:
            target = _spec(graph, kinds, wire.socket.node)
            taken = target.input_type(wire.socket.name) if target else None
            yield from _end(wire.socket.node, taken, output.type.many)


def _end(id: str, type: ValueType | None, is_list: bool) -> Iterator[ValueType | Variable]:
    """What the far end of a wire says: its type, a variable of its node, or nothing."""
    if type is not None and type.is_variable:
        yield id, type.name
    elif type is not None and _is_concrete(type):
        yield replace(_item(type, is_list), traits=())


def _is_concrete(type: ValueType) -> bool:
    return type.name != ANY and not type.is_variable


def _item(type: ValueType, is_list: bool) -> ValueType:
    """What the variable stands for where ``list of ~T`` meets a list."""
    return replace(type, many=type.many and not is_list)


def _spec(graph: Graph, kinds: Kinds, id: str) -> NodeSpec | None:
    node = graph.nodes.get(id)
    return kinds.spec(node.type) if node else None
