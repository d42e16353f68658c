"""The way from the targets back to all that they need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from app.engine.plan import PlanNode
from app.engine.planning import Draft
from app.engine.routes import Routes
from app.graph.document import Graph, Source
from app.graph.errors import Cycle, Message
from app.graph.kinds import Kinds
from app.graph.naming import listed, title_of
from app.graph.order import cycles
from app.graph.spec import Plain


class Walk:
    """Collects plan nodes, sources first, with a stack of its own: long chains are no problem.

    Nothing is collected behind a refused node, for it could be of no use.
    """

    def __init__(
        self,
        graph: Graph,
        routes: Routes,
        replaced: Mapping[str, Mapping[str, Plain]],
        made: Callable[[Draft], PlanNode | Message],
    ) -> None:
        self.nodes: dict[str, PlanNode] = {}
        self.refused: dict[str, Message] = {}
        self.muted: set[str] = set()
        self._graph = graph
        self._routes = routes
        self._replaced = replaced
        self._made = made
        self._met_loop = False

    def reach(self, target: str) -> None:
        """Collect ``target`` and all that it needs."""
        path: dict[str, tuple[PlanNode, Iterator[str]]] = {}
        self._enter(target, path)
        while path:
            here = next(reversed(path))
            node, sources = path[here]
            for source in sources:
                if source in path:
                    self._met_loop = True
                elif self._enter(source, path):
                    break
            else:
                path.popitem()
                self.nodes[here] = node

    def _enter(self, id: str, path: dict[str, tuple[PlanNode, Iterator[str]]]) -> bool:
        """Put a node on the path; False where there is nothing new to collect."""
        if id in self.nodes or id in self.refused or id in self.muted:
            return False
        node, feeds = self._graph.nodes[id], self._routes.feeds(id)
        for arriving in feeds.values():
            self.muted.update(feed.source.node for feed in arriving if feed.muted)
        made = self._made(Draft(node, feeds, self._replaced.get(id, {})))
        if isinstance(made, Message):
            self.refused[id] = made
            return False
        path[id] = made, iter([link.address for links in made.inputs.values() for link in links])
        return True

    def refuse_loops(self, kinds: Kinds) -> None:
        """Take out the nodes that feed each other in circles."""
        if not self._met_loop:
            return
        inputs = {
            id: {
                name: tuple(Source(*link) for link in links) for name, links in node.inputs.items()
            }
            for id, node in self.nodes.items()
        }
        for loop in cycles(self.nodes, inputs):
            named = listed(title_of(self._graph, kinds, id) for id in loop)
            self.refused.update(dict.fromkeys(loop, Cycle(nodes=named).message))
        self.nodes = {id: node for id, node in self.nodes.items() if id not in self.refused}
