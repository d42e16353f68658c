"""Where a node of a plan stands in the document: its address is a path of ids."""

from __future__ import annotations

from collections.abc import Mapping

from app.graph.document import Graph, Snapshot
from app.graph.interface import definition_of
from app.graph.kinds import Kinds
from app.graph.naming import title_of


def root_of(address: str) -> str:
    """The node of the main graph that an address lies in."""
    return address.partition("/")[0]


def path_of(address: str) -> tuple[tuple[str, ...], str]:
    """The instances to go through, and the node itself."""
    *path, node = address.split("/")
    return tuple(path), node


def graph_at(snapshot: Snapshot, path: tuple[str, ...]) -> Graph | None:
    """The graph that one sees after going into these instances; None where they are gone."""
    graph: Graph | None = snapshot.main
    for id in path:
        node = graph.nodes.get(id) if graph else None
        definition = definition_of(node.type) if node else None
        graph = snapshot.graphs.get(definition) if definition else None
    return graph


def is_there(snapshot: Snapshot, address: str) -> bool:
    """Whether the document holds a node with this address."""
    path, node = path_of(address)
    graph = graph_at(snapshot, path)
    return graph is not None and node in graph.nodes


def title_at(snapshot: Snapshot, kinds: Kinds, address: str) -> str:
    """What a node is called, wherever it stands; "" where it is gone."""
    path, node = path_of(address)
    graph = graph_at(snapshot, path)
    return title_of(graph, kinds, node) if graph is not None else ""


def changed_instances(before: Snapshot, after: Snapshot) -> set[str]:
    """The nodes of the main graph that stand for a subgraph in which something else is now."""
    changed = {id for id, graph in after.graphs.items() if before.graphs.get(id) is not graph}
    changed.discard(after.root)
    if not changed:
        return set()
    holders = {id: _definitions(graph) for id, graph in after.graphs.items()}
    affected = _closure(changed, holders)
    return {
        id for id, node in after.main.nodes.items() if (definition_of(node.type) or "") in affected
    }


def _definitions(graph: Graph) -> set[str]:
    found = (definition_of(node.type) for node in graph.nodes.values())
    return {id for id in found if id is not None}


def _closure(changed: set[str], holders: Mapping[str, set[str]]) -> set[str]:
    """The graphs that changed, and those that hold one of them at any depth."""
    affected = set(changed)
    while True:
        more = {id for id, held in holders.items() if held & affected} - affected
        if not more:
            return affected
        affected |= more
