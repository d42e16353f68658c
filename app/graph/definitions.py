"""What a subgraph looks like from outside: the declaration of its instances, worked out of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.graph.document import Graph, Node, Source, Wire
from app.graph.errors import BadValue
from app.graph.flow import types_of
from app.graph.generics import bound_type
from app.graph.interface import DOT, INPUT, NAME, OUTPUT, TIP, VALUE, ends, instance_type
from app.graph.kinds import Kinds, KnownModel
from app.graph.naming import free_name
from app.graph.rules import taken_type
from app.graph.spec import NodeSpec, OutputSpec, ParameterSpec, Plain, SocketSpec
from app.graph.types import ANY, ValueType

CATEGORY = "Subgraphs"
_PLAIN_HELP = "A subgraph: nodes that work together as one. Open it to see and change them."


def derived_spec(id: str, graph: Graph, kinds: Kinds) -> NodeSpec:
    """The declaration of the instances of one definition; ``kinds`` knows those within it."""
    inputs = tuple(_input(graph, kinds, name, node) for name, node in ends(graph, INPUT).items())
    within = _Within(kinds, {socket.name: socket.type for socket in inputs})
    types = types_of(graph, within)
    outputs = tuple(
        OutputSpec(name, _given(graph, types, node), _text(node, TIP))
        for name, node in ends(graph, OUTPUT).items()
    )
    specs = [spec for node in graph.nodes.values() if (spec := kinds.spec(node.type))]
    return NodeSpec(
        instance_type(id),
        graph.title or id,
        CATEGORY,
        _help(graph),
        inputs=inputs,
        parameters=tuple(_parameters(graph, kinds)),
        outputs=outputs,
        acts=any(spec.acts for spec in specs),
        is_target=any(spec.is_target for spec in specs),
    )


def exposed_names(graph: Graph, kinds: Kinds) -> dict[str, tuple[str, str]]:
    """Parameter of the instances -> node and parameter inside, as far as these are there.

    Nobody knows what a kind that is not installed has; its parameters are taken at their word.
    """
    taken = set(ends(graph, INPUT))
    found: dict[str, tuple[str, str]] = {}
    for item in graph.exposed:
        node = graph.nodes.get(item.node)
        spec = kinds.spec(node.type) if node else None
        known = spec is None or item.parameter in spec.parameters_by_name
        if node is not None and known:
            found[free_name(item.name, {*taken, *found})] = (item.node, item.parameter)
    return found


def described(
    graph: Graph,
    kinds: Kinds,
    parameters: Mapping[str, Plain],
    inputs: Mapping[str, ValueType],
) -> dict[str, ValueType]:
    """What an instance with these values gives when these types arrive."""
    nodes = dict(graph.nodes)
    for name, (id, parameter) in exposed_names(graph, kinds).items():
        if name in parameters:
            held = {**nodes[id].parameters, parameter: parameters[name]}
            nodes[id] = replace(nodes[id], parameters=held)
    changed = replace(graph, nodes=nodes)
    types = types_of(changed, _Within(kinds, inputs))
    given = {name: _given(graph, types, node) for name, node in ends(graph, OUTPUT).items()}
    return {name: type for name, type in given.items() if type.name != ANY}


@dataclass
class _Within:
    """The kinds as they are inside an instance at whose inputs these types arrive."""

    kinds: Kinds
    arriving: Mapping[str, ValueType]

    def spec(self, type: str) -> NodeSpec | None:
        """The same as outside."""
        return self.kinds.spec(type)

    def describe(
        self, type: str, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """What arrives is what an input gives."""
        if type == INPUT:
            found = self.arriving.get(str(parameters.get(NAME) or VALUE))
            return {VALUE: found} if found else {}
        return self.kinds.describe(type, parameters, inputs)

    def needs(self, type: str, parameters: Mapping[str, Plain]) -> frozenset[str] | None:
        """The same as outside."""
        return self.kinds.needs(type, parameters)

    def check(self, type: str, parameters: Mapping[str, Plain]) -> None:
        """The same as outside."""
        self.kinds.check(type, parameters)

    def upgrade(self, type: str, parameters: dict[str, Plain], schema: int) -> dict[str, Plain]:
        """Nothing is read here."""
        return parameters

    def model(self, kind: str, name: str) -> KnownModel | None:
        """The same as outside."""
        return self.kinds.model(kind, name)

    def fresh(self, type: str, models: Mapping[str, KnownModel]) -> Mapping[str, Plain]:
        """Nothing is added here."""
        return {}


def _input(graph: Graph, kinds: Kinds, name: str, node: Node) -> SocketSpec:
    """An input of the instances, by what it feeds inside."""
    fed = list(_fed(graph, node.id))
    declared = [
        socket
        for wire in fed
        if (spec := kinds.spec(graph.nodes[wire.socket.node].type))
        and (socket := spec.sockets_by_name.get(wire.socket.name))
    ]
    return SocketSpec(
        name,
        _taken(graph, kinds, node.id, fed),
        _text(node, TIP) or next((socket.tip for socket in declared if socket.tip), ""),
        required=any(socket.required for socket in declared),
        each=bool(fed) and all(socket.takes_items for socket in declared),
    )


def _fed(graph: Graph, start: str) -> Iterator[Wire]:
    """The wires from an input to the nodes that use it, dots left out; muted nodes use nothing."""
    seen, todo = {start}, [start]
    while todo:
        for wire in graph.consumers_of.get(todo.pop(0), ()):
            target = graph.nodes.get(wire.socket.node)
            if target is None or target.muted:
                continue
            if target.type != DOT:
                yield wire
            elif target.id not in seen:
                seen.add(target.id)
                todo.append(target.id)


def _taken(graph: Graph, kinds: Kinds, id: str, fed: list[Wire]) -> ValueType:
    """The type that an input takes: what its first user takes, or else what binds that."""
    for wire in fed:
        spec = kinds.spec(graph.nodes[wire.socket.node].type)
        declared = spec.input_type(wire.socket.name) if spec else None
        if declared and not declared.is_variable and declared.name != ANY:
            return taken_type(graph, kinds, wire.socket)
    found = bound_type(graph, kinds, types_of(graph, kinds), (id, "~T"))
    return found or ValueType(ANY)


def _given(graph: Graph, types: Mapping[Source, ValueType], node: Node) -> ValueType:
    """The type of what arrives at an output inside."""
    sources = graph.inputs_of.get(node.id, {}).get(VALUE, ())
    found = types.get(sources[0]) if sources else None
    return found if found and not found.is_variable else ValueType(ANY)


def _parameters(graph: Graph, kinds: Kinds) -> Iterator[ParameterSpec]:
    """The exposed parameters, with what the nodes inside hold as their defaults."""
    for name, (id, parameter) in exposed_names(graph, kinds).items():
        node = graph.nodes[id]
        spec = kinds.spec(node.type)
        declared = spec.parameters_by_name[parameter] if spec else None
        if declared is not None:
            held = node.parameters.get(parameter, declared.default)
            try:
                held = declared.accept(held)
            except BadValue:
                held = declared.default
            yield replace(declared, name=name, default=held, advanced=False)


def _text(node: Node, name: str) -> str:
    return str(node.parameters.get(name) or "")


def _help(graph: Graph) -> str:
    """What a definition says about itself: its topmost note."""
    notes = sorted(graph.notes.values(), key=lambda note: (note.rectangle[1], note.rectangle[0]))
    return next((note.text for note in notes if note.text.strip()), _PLAIN_HELP)
