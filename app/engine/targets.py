"""What a request names: the nodes to make, and the values to make them with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from app.engine.errors import AmbiguousTitle
from app.engine.routes import Routes
from app.graph.document import Graph, Node, Source
from app.graph.errors import UnknownNode, UnknownSocket
from app.graph.flattening import Flattening, Scope
from app.graph.interface import DOT, ENDS, definition_of
from app.graph.kinds import Kinds
from app.graph.naming import title_of
from app.graph.phrases import Phrase
from app.graph.spec import Plain
from app.graph.subgraphs import unknown

Overrides = Mapping[tuple[str, str], Plain]
"""(node id or unique title, or a path of these through subgraphs; parameter) -> value."""


class Names:
    """Finds nodes by id or by a title that only one node carries, inside subgraphs by a path."""

    def __init__(self, flat: Flattening, kinds: Kinds) -> None:
        self._flat = flat
        self._kinds = kinds

    def ids(self, name: str) -> list[str]:
        """What there is to make for a request; raises UnknownNode or AmbiguousTitle.

        That is the node itself. In place of a dot it is what feeds it, in place of a subgraph its
        targets, or where it has none, what it gives.
        """
        scope, node = self.place(name)
        if node.id not in scope.inner and node.type not in (DOT, *ENDS):
            return [scope.path + node.id]
        nodes, path = self._flat.graph.nodes, f"{scope.path}{node.id}/"
        inside = [id for id in nodes if id.startswith(path)]
        marked = [id for id in inside if self.is_target(id)]
        spec = self._kinds.spec(node.type)
        given = spec.outputs if spec else ()
        found = [self._flat.source(scope, Source(node.id, output.name)) for output in given]
        made = marked or [source.node for source in found if source and source.node in nodes]
        return made or [id for id in inside if id not in self._flat.graph.consumers_of]

    def is_target(self, id: str) -> bool:
        """Whether a node is what a plain Run makes."""
        spec = self._kinds.spec(self._flat.graph.nodes[id].type)
        return spec is not None and spec.is_target

    def replaced(self, overrides: Overrides) -> dict[str, dict[str, Plain]]:
        """Accepted values by address; raises a GraphError for what no parameter allows."""
        found: dict[str, dict[str, Plain]] = {}
        for (name, parameter), value in overrides.items():
            scope, node = self.place(name)
            spec = self._kinds.spec(node.type)
            if spec is None:
                raise unknown(self._kinds, title_of(scope.graph, self._kinds, node.id), node.type)
            declared = spec.parameters_by_name.get(parameter)
            if declared is None:
                raise UnknownSocket(
                    node=node.title or spec.title, role=Phrase("parameter"), name=parameter
                )
            id = node.id
            while id in scope.inner:
                scope = scope.inner[id]
                id, parameter = scope.exposed[parameter]
            found.setdefault(scope.path + id, {})[parameter] = declared.accept(value)
        return found

    def place(self, name: str) -> tuple[Scope, Node]:
        """The node meant, and the scope that it lies in; raises UnknownNode or AmbiguousTitle.

        A subgraph that is switched off stands for everything in it.
        """
        scope = self._flat.root
        node = self._node(scope, name)
        if node is not None:
            return scope, node
        *way, last = name.split("/")
        for part in way:
            node = self._node(scope, part)
            if node is None or definition_of(node.type) is None:
                raise UnknownNode(node=name)
            if node.id not in scope.inner:
                return scope, node
            scope = scope.inner[node.id]
        node = self._node(scope, last)
        if node is None:
            raise UnknownNode(node=name)
        return scope, node

    def _node(self, scope: Scope, name: str) -> Node | None:
        """The node of one graph that is meant; raises AmbiguousTitle."""
        nodes = scope.graph.nodes
        if name in nodes:
            return nodes[name]
        titled = [id for id in nodes if title_of(scope.graph, self._kinds, id) == name]
        if len(titled) > 1:
            raise AmbiguousTitle(title=name, count=len(titled), ids=", ".join(sorted(titled)))
        return nodes[titled[0]] if titled else None


def requested(graph: Graph, names: Names, targets: Sequence[str] | None) -> list[str]:
    """Addresses of what was asked for, each once: the targets of a plain Run where none is named,
    and where the graph has no such nodes either, those that feed nothing."""
    if targets is not None:
        return list(dict.fromkeys(id for name in targets for id in names.ids(name)))
    marked = [id for id in graph.nodes if names.is_target(id)]
    return marked or [id for id in graph.nodes if id not in graph.consumers_of]


def switched(
    graph: Graph, kinds: Kinds, routes: Routes, ids: Iterable[str]
) -> tuple[list[str], set[str]]:
    """What there is to make once flags count, and which of ``ids`` are muted.

    A bypassed node makes nothing itself: whatever it hands on is made instead.
    """
    wanted: dict[str, None] = {}
    muted: set[str] = set()
    for id in ids:
        node = graph.nodes[id]
        if node.muted:
            muted.add(id)
        elif not node.bypassed:
            wanted[id] = None
        else:
            spec = kinds.spec(node.type)
            feeds = [routes.feed(Source(id, o.name)) for o in (spec.outputs if spec else ())]
            handed_on = [f.source.node for f in feeds if f.type is not None and not f.muted]
            wanted.update(dict.fromkeys(handed_on))
            if not handed_on:
                muted.add(id)
    return list(wanted), muted
