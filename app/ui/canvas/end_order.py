"""Moving the sockets of a subgraph up and down: their order on its node."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.graph import edits
from app.graph.document import Graph
from app.graph.interface import ENDS, ends
from app.ui.canvas.edited import EditedGraph
from app.ui.words import tr


def step_ends(editing: EditedGraph, chosen: Sequence[str], by: int) -> None:
    """Let the chosen ends change places with the ones above (-1) or below (1) them."""
    graph = editing.graph
    moved = [id for id in chosen if id in graph.nodes and graph.nodes[id].type in ENDS]
    if not moved:
        editing.refuse(tr("Select an input or an output of this subgraph to move it."))
        return
    with editing.document.group("Order sockets"):
        for kind in ENDS:
            before = [node.id for node in ends(graph, kind).values()]
            after = _stepped(before, moved, by)
            if after != before:
                _put_in_order(editing, after, _places(graph, before, after))


def _put_in_order(
    editing: EditedGraph, ids: Sequence[str], places: Mapping[str, tuple[float, float]]
) -> None:
    here = editing.graph_id
    editing.do(lambda: edits.order_ends(editing.snapshot, ids, graph_id=here))
    if places:
        editing.do(lambda: edits.move_nodes(editing.snapshot, places, graph_id=here))


def _stepped(order: Sequence[str], moved: Sequence[str], by: int) -> list[str]:
    """The order once each of the moved ones has passed its neighbour, if that stays behind."""
    found = list(order)
    rows = range(len(found)) if by < 0 else range(len(found) - 1, -1, -1)
    for row in rows:
        other = row + by
        if found[row] in moved and 0 <= other < len(found) and found[other] not in moved:
            found[row], found[other] = found[other], found[row]
    return found


def _places(
    graph: Graph, before: Sequence[str], after: Sequence[str]
) -> dict[str, tuple[float, float]]:
    """Where the ends go so that they are seen in their order: each where its forerunner was.

    Ends that were laid out in another order on purpose stay where they are.
    """
    places = [graph.nodes[id].position for id in before]
    if places != sorted(places, key=lambda place: place[1]):
        return {}
    pairs = zip(after, places, strict=True)
    return {id: place for id, place in pairs if place != graph.nodes[id].position}
