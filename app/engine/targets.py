"""What a request names: the nodes to make, and the values to make them with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from app.engine.errors import AmbiguousTitle
from app.engine.routes import Routes
from app.graph.document import Graph, Source
from app.graph.errors import UnknownKind, UnknownNode, UnknownSocket
from app.graph.kinds import Kinds
from app.graph.naming import title_of
from app.graph.spec import Plain

Overrides = Mapping[tuple[str, str], Plain]
"""(node id or unique title, parameter) -> value."""


class Names:
    """Finds nodes by id or by a title that only one node carries."""

    def __init__(self, graph: Graph, kinds: Kinds) -> None:
        self._graph = graph
        self._kinds = kinds

    def id(self, name: str) -> str:
        """The id of the node meant; raises UnknownNode or AmbiguousTitle."""
        if name in self._graph.nodes:
            return name
        titled = [id for id in self._graph.nodes if title_of(self._graph, self._kinds, id) == name]
        if not titled:
            raise UnknownNode(node=name)
        if len(titled) > 1:
            raise AmbiguousTitle(title=name, count=len(titled), ids=", ".join(sorted(titled)))
        return titled[0]

    def replaced(self, overrides: Overrides) -> dict[str, dict[str, Plain]]:
        """Accepted values by node id; raises a GraphError for what no parameter allows."""
        found: dict[str, dict[str, Plain]] = {}
        for (name, parameter), value in overrides.items():
            id = self.id(name)
            node = self._graph.nodes[id]
            spec = self._kinds.spec(node.type)
            if spec is None:
                raise UnknownKind(title=title_of(self._graph, self._kinds, id), kind=node.type)
            declared = spec.parameters_by_name.get(parameter)
            if declared is None:
                raise UnknownSocket(node=node.title or spec.title, role="parameter", name=parameter)
            found.setdefault(id, {})[parameter] = declared.accept(value)
        return found


def requested(graph: Graph, kinds: Kinds, names: Names, targets: Sequence[str] | None) -> list[str]:
    """Ids of the nodes that were asked for, each once: the targets of a plain Run where none is
    named, and where the graph has no such nodes either, those that feed nothing."""
    if targets is not None:
        return list(dict.fromkeys(names.id(name) for name in targets))
    marked = [id for id, node in graph.nodes.items() if _is_target(kinds, node.type)]
    return marked or [id for id in graph.nodes if id not in graph.consumers_of]


def _is_target(kinds: Kinds, type: str) -> bool:
    spec = kinds.spec(type)
    return spec is not None and spec.is_target


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
