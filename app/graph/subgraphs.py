"""The kinds of nodes as one document knows them: those installed, its own, and its subgraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import cast
from weakref import WeakKeyDictionary

from app.graph.definitions import derived_spec, described
from app.graph.document import Graph, Node, Snapshot
from app.graph.errors import GraphError, UnknownKind
from app.graph.interface import OWN_SPECS, definition_of, instances
from app.graph.kinds import Kinds, KindsAround, KnownModel, ListedKinds
from app.graph.spec import NodeSpec, Plain
from app.graph.subgraph_errors import HoldsItself, NoSubgraph, TooDeep
from app.graph.types import ValueType

_OWN = {spec.type: spec for spec in OWN_SPECS}
_KEPT = 4
"""How many forms of a definition are remembered: several documents may hold one of the same id."""
_MOST_DESCRIBED = 100
_SPARE = 1000
"""How many definitions that are gone are remembered at most: undo may bring them back."""
DEEPEST = 64
"""How deep subgraphs may lie within each other."""


class DocumentKinds(KindsAround):
    """What ``kinds`` knows, and the kinds that belong to the document in ``snapshot``.

    Declarations of instances are worked out once for each form of their definition.
    """

    def __init__(self, kinds: Kinds, snapshot: Callable[[], Snapshot]) -> None:
        super().__init__(kinds)
        self.snapshot = snapshot
        self._forms = _FORMS.setdefault(self.base, {})

    def spec(self, type: str) -> NodeSpec | None:
        """The declaration of a kind; None where it is not installed, or stands for no subgraph."""
        id = definition_of(type)
        if id is None:
            return self.base.spec(type) or _OWN.get(type)
        form = self._form(id)
        return form.spec if form else None

    def specs(self) -> tuple[NodeSpec, ...]:
        """All kinds that can be added somewhere in the document."""
        listed = cast(ListedKinds, self.base).specs()
        known = {spec.type for spec in listed}
        own = [spec for spec in OWN_SPECS if spec.type not in known]
        snapshot = self.snapshot()
        forms = [self._form(id) for id in sorted(snapshot.graphs) if id != snapshot.root]
        return (*listed, *own, *(form.spec for form in forms if form))

    def describe(
        self, type: str, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """Output types of a node as far as they are known without running; {} if unknown."""
        id = definition_of(type)
        if id is None:
            return {} if type in _OWN else self.base.describe(type, parameters, inputs)
        form = self._form(id)
        return form.describe(self, parameters, inputs) if form else {}

    def needs(self, type: str, parameters: Mapping[str, Plain]) -> frozenset[str] | None:
        """Names of the sockets needed with these parameters; None stands for all."""
        own = type in _OWN or definition_of(type) is not None
        return None if own else self.base.needs(type, parameters)

    def check(self, type: str, parameters: Mapping[str, Plain]) -> None:
        """Raise a LoomError where the kind cannot work with these parameters together."""
        if type not in _OWN and definition_of(type) is None:
            self.base.check(type, parameters)

    def upgrade(self, type: str, parameters: dict[str, Plain], schema: int) -> dict[str, Plain]:
        """Parameters written under an older schema, in today's form."""
        own = type in _OWN or definition_of(type) is not None
        return parameters if own else self.base.upgrade(type, parameters, schema)

    def model(self, kind: str, name: str) -> KnownModel | None:
        """What is known of a model, looked up without touching a file; None if nothing is."""
        return self.base.model(kind, name)

    def fresh(self, type: str, models: Mapping[str, KnownModel]) -> Mapping[str, Plain]:
        """What a new node holds other than its defaults, to suit the models, by kind."""
        own = type in _OWN or definition_of(type) is not None
        return {} if own else self.base.fresh(type, models)

    def forget_forms(self) -> None:
        """Work out anew what instances look like and give, since more is known of models."""
        self._forms.clear()

    def _form(self, id: str) -> _Form | None:
        """A definition as it is now; None where it is not there, or holds itself."""
        graphs = self.snapshot().graphs
        parts = _parts(graphs, id)
        if parts is None:
            return None
        known = self._forms.setdefault(id, [])
        for form in known:
            if form.fits(parts, self.base):
                form.parts = parts
                return form
        form = _Form(parts, _specs_used(parts, self.base), derived_spec(id, graphs[id], self))
        known.insert(0, form)
        del known[_KEPT:]
        self._trim(graphs)
        return form

    def _trim(self, graphs: Mapping[str, Graph]) -> None:
        """Stay in proportion to the document."""
        if len(self._forms) > 2 * len(graphs) + _SPARE:
            for id in self._forms.keys() - graphs.keys():
                self._forms.pop(id, None)


@dataclass
class _Form:
    """A definition as it was at one time, with the ``parts`` that it is made of."""

    parts: Mapping[str, Graph]
    installed: Mapping[str, NodeSpec | None]
    spec: NodeSpec
    _described: dict[str, Mapping[str, ValueType]] = field(default_factory=dict)

    def fits(self, parts: Mapping[str, Graph], kinds: Kinds) -> bool:
        """Whether the definition, and all that it holds, still means the same."""
        return (
            parts.keys() == self.parts.keys()
            and all(_same_meaning(self.parts[id], graph) for id, graph in parts.items())
            and all(kinds.spec(type) is spec for type, spec in self.installed.items())
        )

    def describe(
        self, kinds: Kinds, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """What an instance gives; the same question is answered once."""
        values = {name: parameters.get(name) for name in self.spec.parameters_by_name}
        asked = repr((values, sorted(inputs.items())))
        if asked not in self._described:
            if len(self._described) >= _MOST_DESCRIBED:
                self._described.clear()
            graph = next(iter(self.parts.values()))
            held = {name: value for name, value in values.items() if name in parameters}
            self._described[asked] = described(graph, kinds, held, inputs)
        return self._described[asked]


_FORMS: WeakKeyDictionary[Kinds, dict[str, list[_Form]]] = WeakKeyDictionary()


def within(kinds: Kinds, snapshot: Snapshot) -> DocumentKinds:
    """The kinds as ``snapshot`` knows them."""
    if isinstance(kinds, DocumentKinds) and kinds.snapshot() is snapshot:
        return kinds
    return DocumentKinds(kinds, lambda: snapshot)


def unknown(kinds: Kinds, title: str, type: str) -> GraphError:
    """Why a node of this kind cannot be used, where ``kinds`` has no declaration of it."""
    id = definition_of(type)
    if id is None:
        return UnknownKind(title=title, kind=type)
    if isinstance(kinds, DocumentKinds) and id in kinds.snapshot().graphs:
        graphs = kinds.snapshot().graphs
        error = HoldsItself if _comes_back(graphs, id) else TooDeep
        return error(title=graphs[id].title or title)
    return NoSubgraph(title=title, id=id)


def _parts(graphs: Mapping[str, Graph], id: str) -> dict[str, Graph] | None:
    """A definition, first, and all that it holds; None where there is no end to that."""
    found: dict[str, Graph] = {}
    layer = {id}
    for _ in range(DEEPEST):
        found.update((held, graphs[held]) for held in layer if held in graphs)
        if not layer:
            return found if id in found else None
        layer = {
            each for held in layer if held in graphs for each in instances(graphs[held]).values()
        }
    return None


def _comes_back(graphs: Mapping[str, Graph], id: str) -> bool:
    """Whether a way into a definition that has no end meets the same one again, before that is too
    deep in any case."""
    ways: dict[str, tuple[str, ...]] = {id: ()}
    for _ in range(DEEPEST):
        ways = {
            inner: (*way, held)
            for held, way in ways.items()
            if held in graphs
            for inner in instances(graphs[held]).values()
        }
        if any(held in way for held, way in ways.items()):
            return True
    return False


def within_reach(graphs: Mapping[str, Graph], start: Iterable[str]) -> dict[str, Graph]:
    """The definitions called ``start`` and those that they hold, at any depth."""
    found: dict[str, Graph] = {}
    todo = list(start)
    while todo:
        id = todo.pop()
        if id not in found and id in graphs:
            found[id] = graphs[id]
            todo.extend(instances(graphs[id]).values())
    return found


def _specs_used(parts: Mapping[str, Graph], kinds: Kinds) -> dict[str, NodeSpec | None]:
    types = {node.type for graph in parts.values() for node in graph.nodes.values()}
    return {type: kinds.spec(type) for type in types if definition_of(type) is None}


def _same_meaning(before: Graph, after: Graph) -> bool:
    """Whether two forms of a definition differ at most in where things lie and how they look."""
    if before is after:
        return True
    if (before.title, before.exposed) != (after.title, after.exposed):
        return False
    if before.wires is not after.wires and before.wires != after.wires:
        return False
    notes = before.notes is after.notes or before.notes == after.notes
    same_nodes = before.nodes.keys() == after.nodes.keys()
    return (
        notes and same_nodes and all(map(_same_node, before.nodes.values(), _other(before, after)))
    )


def _other(before: Graph, after: Graph) -> Iterable[Node]:
    return (after.nodes[id] for id in before.nodes)


def _same_node(before: Node, after: Node) -> bool:
    return before is after or (
        (before.type, before.title, before.muted, before.bypassed)
        == (after.type, after.title, after.muted, after.bypassed)
        and (
            before.parameters is after.parameters
            or repr(before.parameters) == repr(after.parameters)
        )
    )
