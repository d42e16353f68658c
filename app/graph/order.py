"""Sources before what they feed: order and cycles, in linear time and without recursion."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from app.graph.document import Graph, Source
from app.graph.errors import Cycle
from app.graph.naming import listed

Inputs = Mapping[str, Mapping[str, tuple[Source, ...]]]
"""Node id -> input name -> sources, as ``Graph.inputs_of``."""


def order(
    nodes: Iterable[str], inputs: Inputs, name: Callable[[str], str] = str
) -> tuple[str, ...]:
    """All ``nodes``, sources first; sources that are not among them are left out.

    Depth first, so that what belongs together stays together. Raises Cycle, which lists the nodes
    on one circle in the words of ``name``.
    """
    wanted = dict.fromkeys(nodes)
    done: dict[str, None] = {}
    for start in wanted:
        if start in done:
            continue
        path: dict[str, Iterator[str]] = {start: _sources(start, inputs)}
        while path:
            here = next(reversed(path))
            for source in path[here]:
                if source in path:
                    circle = list(path)
                    raise Cycle(nodes=listed(map(name, circle[circle.index(source) :])))
                if source in wanted and source not in done:
                    path[source] = _sources(source, inputs)
                    break
            else:
                path.popitem()  # unlike del, it keeps the end of the dict cheap to find
                done[here] = None
    return tuple(done)


def needed(targets: Iterable[str], inputs: Inputs) -> frozenset[str]:
    """``targets`` and everything that feeds them, over however many wires."""
    found = set(targets)
    todo = list(found)
    while todo:
        for source in _sources(todo.pop(), inputs):
            if source not in found:
                found.add(source)
                todo.append(source)
    return frozenset(found)


def reaches(graph: Graph, start: str, goal: str) -> bool:
    """Whether ``start`` feeds ``goal`` over any number of wires; a node reaches itself.

    Looks from both ends at once and stops when either runs out: for most new wires one end is
    nearly loose, and then a large graph costs no more than a small one.
    """
    if start == goal:
        return True
    below, above = {start}, {goal}
    down, up = [start], [goal]
    while down and up:
        for wire in graph.consumers_of.get(down.pop(), ()):
            if wire.socket.node in above:
                return True
            if wire.socket.node not in below:
                below.add(wire.socket.node)
                down.append(wire.socket.node)
        for source in _sources(up.pop(), graph.inputs_of):
            if source in below:
                return True
            if source not in above:
                above.add(source)
                up.append(source)
    return False


def cycles(nodes: Iterable[str], inputs: Inputs) -> tuple[tuple[str, ...], ...]:
    """Groups of nodes that feed each other in circles; a node that only hangs on one is not in it.

    These are the strongly connected components with a wire inside (Tarjan, SIAM J. Comput. 1972),
    each in the order of ``nodes``.
    """
    position = {id: index for index, id in enumerate(nodes)}
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    open_nodes: dict[str, None] = {}
    found: list[tuple[str, ...]] = []
    for start in position:
        path = [] if start in number else [_enter(start, number, low, open_nodes, inputs)]
        while path:
            here, sources = path[-1]
            for source in sources:
                if source in open_nodes:
                    low[here] = min(low[here], number[source])
                elif source in position and source not in number:
                    path.append(_enter(source, number, low, open_nodes, inputs))
                    break
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[here])
                if low[here] == number[here]:
                    group = _close(here, open_nodes)
                    if len(group) > 1 or here in _sources(here, inputs):
                        found.append(tuple(sorted(group, key=position.__getitem__)))
    return tuple(found)


def _enter(
    id: str,
    number: dict[str, int],
    low: dict[str, int],
    open_nodes: dict[str, None],
    inputs: Inputs,
) -> tuple[str, Iterator[str]]:
    number[id] = low[id] = len(number)
    open_nodes[id] = None
    return id, _sources(id, inputs)


def _close(root: str, open_nodes: dict[str, None]) -> list[str]:
    """Take the component of ``root`` off the stack."""
    group: list[str] = []
    while not group or group[-1] != root:
        group.append(open_nodes.popitem()[0])
    return group


def _sources(id: str, inputs: Inputs) -> Iterator[str]:
    return (source.node for sources in inputs.get(id, {}).values() for source in sources)
