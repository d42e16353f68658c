"""Subgraphs and dots taken out of a document: one flat graph whose ids are paths of ids.

A node in an instance has the address ``instance/node`` and all that the instance says about it:
values and wires of exposed parameters. Bypassed and muted instances stay whole, as one node.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.graph.definitions import exposed_names
from app.graph.document import Graph, Node, Snapshot, Socket, Source
from app.graph.interface import DOT, ENDS, INPUT, OUTPUT, VALUE, definition_of, ends, instances
from app.graph.kinds import NO_KINDS, Kinds
from app.graph.naming import title_of
from app.graph.spec import Plain
from app.graph.subgraph_errors import TooLarge
from app.graph.subgraphs import DocumentKinds, within

LARGEST = 50_000
"""Nodes in all subgraphs together; a file of a few lines could ask for any number of them."""

Place = tuple[str, str]
"""A node's id, and the name of one of its parameters."""


@dataclass(eq=False)
class Scope:
    """The root, or the inside of one instance: where it lies, and what comes in from outside.

    ``exposed`` maps parameters of the instance to those inside, ``values`` and ``wired`` hold what
    the instance says about the latter: literals, and the parameter whose wires count.
    """

    graph: Graph
    path: str = ""
    title: str = ""
    parent: Scope | None = None
    instance: str = ""
    exposed: Mapping[str, Place] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, Plain]] = field(default_factory=dict)
    wired: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    inner: dict[str, Scope] = field(default_factory=dict)

    def parameters(self, node: Node) -> Mapping[str, Plain]:
        """What a node holds once the instance has had its say."""
        given = self.values.get(node.id)
        return {**node.parameters, **given} if given else node.parameters

    def arriving(self, id: str, name: str) -> tuple[Scope, tuple[Source, ...]]:
        """The wires that count at a socket or parameter, and the scope in which they are drawn."""
        scope = self
        while scope.parent is not None and name in scope.wired.get(id, ()):
            name, id, scope = scope.wired[id][name], scope.instance, scope.parent
        return scope, scope.graph.inputs_of.get(id, {}).get(name, ())


@dataclass(eq=False)
class Made:
    """A node of the flat graph, and what it was made of."""

    node: Node
    title: str
    values: str
    made: Node


class Flattening:
    """One document, flattened. ``memory`` gives unchanged nodes back as the same objects."""

    def __init__(self, kinds: DocumentKinds, memory: dict[str, Made]) -> None:
        self._kinds = kinds
        self._memory = memory
        self._exposed: dict[str, dict[str, Place]] = {}
        self._known: dict[tuple[str, Source], Source | None] = {}
        snapshot = kinds.snapshot()
        self.root = Scope(snapshot.main)
        self.graph = snapshot.main
        if _is_flat(snapshot.main):
            return
        self._refuse_too_large()
        nodes: dict[str, Node] = {}
        wires: dict[Socket, tuple[Source, ...]] = {}
        scopes = [self.root]
        for scope in scopes:  # grows on the way
            scopes.extend(self._open(scope))
        for scope in scopes:
            for node in scope.graph.nodes.values():
                if self._stays(scope, node):
                    self._put(scope, node, nodes, wires)
        self.graph = Graph(nodes, wires)

    def source(self, scope: Scope, source: Source) -> Source | None:
        """Where a wire really comes from; None where it brings nothing."""
        walked: dict[tuple[str, Source], None] = {}
        while (key := (scope.path, source)) not in self._known:
            if key in walked:
                self._known[key] = None  # dots in a circle
                break
            walked[key] = None
            here, found = self._step(scope, source)
            if here is None or found is None:
                self._known[key] = found
                break
            scope, source = here, found
        found = self._known[key]
        # All that was passed leads to the same end: a chain of dots is walked along only once.
        self._known.update(dict.fromkeys(walked, found))
        return found

    def _step(self, scope: Scope, source: Source) -> tuple[Scope | None, Source | None]:
        """One step back: the scope and output behind it; without a scope it is the end of the way,
        named by its address."""
        node = scope.graph.nodes.get(source.node)
        if node is None or node.id in scope.inner or not self._stays(scope, node):
            way = self._behind(scope, node, source.output) if node else None
            if way is not None:
                held, sources = way
                return (held, sources[0]) if sources else (None, None)
        return None, Source(scope.path + source.node, source.output)

    def _behind(
        self, scope: Scope, node: Node, output: str
    ) -> tuple[Scope, tuple[Source, ...]] | None:
        """What arrives at the other side of a dot, an input or an instance; None where nowhere."""
        if node.id in scope.inner:
            inside = scope.inner[node.id]
            end = ends(inside.graph, OUTPUT).get(output)
            return inside.arriving(end.id, VALUE) if end else None
        if node.type == DOT:
            return scope.arriving(node.id, VALUE)
        if scope.parent is None or node.muted:
            return scope, ()
        names = ends(scope.graph, INPUT)
        name = next((name for name, end in names.items() if end.id == node.id), "")
        return scope.parent.arriving(scope.instance, name)

    def _stays(self, scope: Scope, node: Node) -> bool:
        """Whether a node is in the flat graph: not so dots, ends, and instances that are open."""
        if node.type == DOT:
            return node.muted
        return node.type not in ENDS and node.id not in scope.inner

    def _open(self, scope: Scope) -> list[Scope]:
        """The insides of the instances in a scope."""
        for id in instances(scope.graph):
            node = scope.graph.nodes[id]
            # A subgraph that holds itself has no spec, so this comes to an end.
            if not (node.muted or node.bypassed) and self._kinds.spec(node.type):
                scope.inner[id] = self._inside(scope, node)
        return list(scope.inner.values())

    def _inside(self, scope: Scope, node: Node) -> Scope:
        definition = definition_of(node.type) or ""
        graph = self._kinds.snapshot().graphs[definition]
        exposed = self._exposed.get(definition)
        if exposed is None:
            exposed = self._exposed[definition] = exposed_names(graph, self._kinds)
        held = scope.parameters(node)
        values: dict[str, dict[str, Plain]] = {}
        wired: dict[str, dict[str, str]] = {}
        for name, (id, parameter) in exposed.items():
            if name in held:
                values.setdefault(id, {})[parameter] = held[name]
            if scope.arriving(node.id, name)[1]:
                wired.setdefault(id, {})[parameter] = name
        title = f"{scope.title}{title_of(scope.graph, self._kinds, node.id)}/"
        path = f"{scope.path}{node.id}/"
        return Scope(graph, path, title, scope, node.id, exposed, values, wired)

    def _put(
        self,
        scope: Scope,
        node: Node,
        nodes: dict[str, Node],
        wires: dict[Socket, tuple[Source, ...]],
    ) -> None:
        """Put a node into the flat graph, with its wires."""
        address = scope.path + node.id
        nodes[address] = self._flat_node(scope, node, address) if scope.path else node
        names = dict.fromkeys(scope.graph.inputs_of.get(node.id, {}))
        names.update(dict.fromkeys(scope.wired.get(node.id, ())))
        for name in names:
            drawn_in, sources = scope.arriving(node.id, name)
            found = (self.source(drawn_in, source) for source in sources)
            if live := tuple(source for source in found if source is not None):
                wires[Socket(address, name)] = live

    def _flat_node(self, scope: Scope, node: Node, address: str) -> Node:
        """The node as it is in this instance: the same object as long as it is the same."""
        title = scope.title + title_of(scope.graph, self._kinds, node.id)
        given = scope.values.get(node.id)
        # Compared as text: 1 and 1.0 and True are equal, but not the same values for a node.
        values = repr(given) if given else ""
        held = self._memory.get(address)
        if not (held and held.node is node and (held.title, held.values) == (title, values)):
            made = replace(node, id=address, title=title, parameters=scope.parameters(node))
            held = self._memory[address] = Made(node, title, values, made)
        return held.made

    def _refuse_too_large(self) -> None:
        """Raise TooLarge where the subgraphs would come to more nodes than anyone can run."""
        sizes: dict[str, int] = {}
        snapshot = self._kinds.snapshot()
        if _size(snapshot.root, self._kinds, sizes) > LARGEST:
            raise TooLarge(most=LARGEST)


def flat_graph(snapshot: Snapshot, kinds: Kinds | None) -> Graph:
    """The nodes of a document by the addresses that they have in plans, switched off ones too.

    Without ``kinds`` what is not known of them is taken as it stands. Raises TooLarge.
    """
    return Flattening(within(kinds or NO_KINDS, snapshot), {}).graph


def _size(id: str, kinds: DocumentKinds, sizes: dict[str, int]) -> int:
    """Nodes in a graph and in the instances within it."""
    graph = kinds.snapshot().graphs[id]
    if id not in sizes:
        sizes[id] = len(graph.nodes)
        held = ((graph.nodes[node].type, inner) for node, inner in instances(graph).items())
        sizes[id] += sum(_size(inner, kinds, sizes) for type, inner in held if kinds.spec(type))
    return sizes[id]


def _is_flat(graph: Graph) -> bool:
    """Whether a graph has nothing to take out; looked up once for each graph."""
    known = graph.memo.get("flat")
    if known is None:
        taken_out = (DOT, *ENDS)
        known = graph.memo["flat"] = not (
            instances(graph) or any(node.type in taken_out for node in graph.nodes.values())
        )
    return bool(known)
