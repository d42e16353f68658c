"""The graph as a tree of entries: frames, nodes in the order of the flow, and what each has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count

from app.graph.document import Frame, Graph
from app.graph.errors import Cycle
from app.graph.order import order
from app.graph.spec import NodeSpec


class Part(StrEnum):
    """What an entry stands for."""

    GRAPH = "graph"
    FRAME = "frame"
    NOTE = "note"
    NODE = "node"
    INPUT = "input"
    PARAMETER = "parameter"
    OUTPUT = "output"


@dataclass(eq=False)
class Entry:
    """One line of the tree. ``id`` is that of the node, frame or note; ``name`` that of an end.

    ``children`` of a node are made when they are asked for; None until then.
    """

    part: Part
    id: str = ""
    name: str = ""
    parent: Entry | None = None
    children: list[Entry] | None = field(default_factory=list)
    number: int = field(default_factory=count(1).__next__)

    @property
    def key(self) -> tuple[Part, str]:
        """What makes two entries the same thing."""
        return self.part, self.id

    @property
    def row(self) -> int:
        """Its place below its parent."""
        held = self.parent.children if self.parent else None
        return held.index(self) if held else 0


Shape = dict[tuple[Part, str], list[tuple[Part, str]]]
"""What lies below the graph, and below each frame, in order."""

TOP = (Part.GRAPH, "")


def shape_of(graph: Graph) -> Shape:
    """Frames with their nodes, then the other nodes, then notes; nodes after what feeds them."""
    frames = list(graph.frames.values())
    shape: Shape = {TOP: [(Part.FRAME, frame.id) for frame in frames]}
    shape.update({(Part.FRAME, frame.id): [] for frame in frames})
    for id in flow(graph):
        frame = _frame_around(frames, graph.nodes[id].position)
        shape[(Part.FRAME, frame.id) if frame else TOP].append((Part.NODE, id))
    shape[TOP] += [(Part.NOTE, id) for id in graph.notes]
    return shape


def flow(graph: Graph) -> Sequence[str]:
    """The nodes, each behind what feeds it; in the order of the file where that is impossible."""
    try:
        return order(graph.nodes, graph.inputs_of)
    except Cycle:
        return tuple(graph.nodes)


def _frame_around(frames: Sequence[Frame], place: tuple[float, float]) -> Frame | None:
    """The smallest frame that a node's corner lies in."""
    around = [frame for frame in frames if _holds(frame, place)]
    return min(around, key=lambda f: f.rectangle[2] * f.rectangle[3], default=None)


def _holds(frame: Frame, place: tuple[float, float]) -> bool:
    x, y, width, height = frame.rectangle
    return x <= place[0] <= x + width and y <= place[1] <= y + height


def ends_of(node: Entry, spec: NodeSpec | None) -> list[Entry]:
    """The entries below a node."""
    if spec is None:
        return []
    named = [
        *((Part.INPUT, socket.name) for socket in spec.inputs),
        *((Part.PARAMETER, parameter.name) for parameter in spec.parameters),
        *((Part.OUTPUT, output.name) for output in spec.outputs),
    ]
    return [Entry(part, node.id, name, node, []) for part, name in named]


def same_places(new: Shape, old: Shape) -> bool:
    """Whether no frame came or went and nothing moved from one to another: the usual case."""
    if new.keys() != old.keys():
        return False
    homes = {key: parent for parent, keys in old.items() for key in keys}
    return all(homes.get(key, parent) == parent for parent, keys in new.items() for key in keys)


def may_move(before: Graph, after: Graph, changed: set[str]) -> bool:
    """Whether any line may stand elsewhere now; after the edit of a value none does."""
    if before.wires is not after.wires or before.nodes.keys() != after.nodes.keys():
        return True
    if before.frames is not after.frames or before.notes is not after.notes:
        return True
    return any(before.nodes[id].position != after.nodes[id].position for id in changed)


def touched(before: Graph, after: Graph) -> set[str]:
    """The nodes about which two states of a graph say different things."""
    found = {id for id, node in after.nodes.items() if before.nodes.get(id) is not node}
    if before.wires is not after.wires:
        sockets = before.wires.keys() | after.wires.keys()
        for socket in sockets:
            old, new = before.wires.get(socket, ()), after.wires.get(socket, ())
            if old != new:
                found |= {socket.node, *(source.node for source in (*old, *new))}
    renamed = _renamed(before.nodes, after.nodes) if found else set()
    for id in renamed:
        found |= {wire.socket.node for wire in after.consumers_of.get(id, ())}
        inputs = after.inputs_of.get(id, {}).values()
        found |= {source.node for sources in inputs for source in sources}
    return found & after.nodes.keys()


def _renamed(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    """The nodes that both states have, with another title."""
    return {
        id
        for id in before.keys() & after.keys()
        if before[id] is not after[id]
        and getattr(before[id], "title", "") != getattr(after[id], "title", "")
    }
