"""The indexes of a graph, brought up to date after an edit instead of built anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.graph.document import Graph, Socket, Source, Wire


def carry_indexes(before: Graph, after: Graph, touched: Iterable[Socket]) -> None:
    """Bring the cached indexes of ``before`` up to date for ``after``.

    The cost is the number of touched sockets and of the wires at their ends, so that an edit of a
    large graph does not walk all its wires.
    """
    ready = vars(before)
    sockets = tuple(touched)
    if "inputs_of" in ready:
        vars(after)["inputs_of"] = _inputs(before, after, sockets)
    if "consumers_of" in ready:
        vars(after)["consumers_of"] = _consumers(before, after, sockets)


def _inputs(
    before: Graph, after: Graph, touched: tuple[Socket, ...]
) -> Mapping[str, Mapping[str, tuple[Source, ...]]]:
    if not touched:
        return before.inputs_of
    index = dict(before.inputs_of)
    changed = {socket.node: dict(index.get(socket.node, {})) for socket in touched}
    for socket in touched:
        sources = after.wires.get(socket)
        if sources:
            changed[socket.node][socket.name] = sources
        else:
            changed[socket.node].pop(socket.name, None)
    index.update(changed)
    for node, inputs in changed.items():
        if not inputs:
            del index[node]
    return index


def _consumers(
    before: Graph, after: Graph, touched: tuple[Socket, ...]
) -> Mapping[str, tuple[Wire, ...]]:
    if not touched:
        return before.consumers_of
    index = dict(before.consumers_of)
    affected: dict[str, set[Socket]] = {}
    fresh: dict[str, list[Wire]] = {}
    for socket in touched:
        for source in before.wires.get(socket, ()):
            affected.setdefault(source.node, set()).add(socket)
        for place, source in enumerate(after.wires.get(socket, ())):
            affected.setdefault(source.node, set()).add(socket)
            fresh.setdefault(source.node, []).append(Wire(source, socket, place))
    for node, sockets in affected.items():
        kept = [wire for wire in index.get(node, ()) if wire.socket not in sockets]
        wires = (*kept, *fresh.get(node, ()))
        if wires:
            index[node] = wires
        else:
            index.pop(node, None)
    return index
