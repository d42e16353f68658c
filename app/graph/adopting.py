"""Definitions that come from elsewhere, with what is pasted or with a block of the user's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from app.graph.document import Graph, Node, Snapshot
from app.graph.interface import definition_of, instance_type, instances
from app.graph.naming import free_name, new_id
from app.graph.subgraph_errors import HoldsItself

_STEM = "x.Subgraph"
_Likeness = frozenset[tuple[str, str]]


def adopt(snapshot: Snapshot, foreign: Snapshot) -> tuple[Graph, dict[str, Graph]]:
    """The root of ``foreign`` as it fits into ``snapshot``, and the definitions to add for that.

    A definition that is there already is shared; one that only has the id of another gets a fresh
    one. Raises HoldsItself.
    """
    known = dict(snapshot.graphs)
    titles = {graph.title for graph in known.values()}
    alike: dict[_Likeness, list[str]] = {}
    for id, graph in known.items():
        alike.setdefault(_likeness(graph), []).append(id)
    ids: dict[str, str] = {}
    for id in _inner_first(foreign):
        definition = _renamed(foreign.graphs[id], ids)
        others = sorted(alike.get(_likeness(definition), ()), key=lambda held: held != id)
        twins = (each for each in others if each != snapshot.root)
        shared = next((each for each in twins if _equal(known[each], definition)), None)
        if shared is None:
            shared = new_id(_STEM, known) if id in known else id
            title = free_name(definition.title, titles) if definition.title else ""
            titles.add(title)
            known[shared] = replace(definition, title=title)
            alike.setdefault(_likeness(definition), []).append(shared)
        ids[id] = shared
    fresh = {id: graph for id, graph in known.items() if id not in snapshot.graphs}
    return _renamed(foreign.main, ids), fresh


def _likeness(graph: Graph) -> _Likeness:
    """What definitions have in common that may be the same."""
    return frozenset((id, node.type) for id, node in graph.nodes.items())


def _equal(held: Graph, definition: Graph) -> bool:
    """Whether two definitions are the same, apart from the number that one got on the way."""
    stem = re.sub(r" \d+$", "", held.title)
    same_title = definition.title in (held.title, stem)
    return same_title and replace(held, title=definition.title) == definition


def _inner_first(foreign: Snapshot) -> list[str]:
    """The definitions that the root needs, each behind those that it holds."""
    done: dict[str, None] = {}
    path: dict[str, list[str]] = {foreign.root: _held(foreign, foreign.root)}
    while path:
        here = next(reversed(path))
        waiting = [id for id in path[here] if id not in done]
        if not waiting:
            path.popitem()
            done[here] = None
        elif waiting[0] in path:
            raise HoldsItself(title=foreign.graphs[waiting[0]].title or waiting[0])
        else:
            path[waiting[0]] = _held(foreign, waiting[0])
    del done[foreign.root]
    return list(done)


def _held(foreign: Snapshot, id: str) -> list[str]:
    held = instances(foreign.graphs[id]).values()
    return [inner for inner in dict.fromkeys(held) if inner in foreign.graphs]


def _renamed(graph: Graph, ids: Mapping[str, str]) -> Graph:
    """The graph with its instances standing for the definitions by their new ids."""
    nodes = {id: _node(node, ids) for id, node in graph.nodes.items()}
    return replace(graph, nodes=nodes)


def _node(node: Node, ids: Mapping[str, str]) -> Node:
    old = definition_of(node.type)
    new = ids.get(old, old) if old is not None else None
    return node if new == old or new is None else replace(node, type=instance_type(new))
