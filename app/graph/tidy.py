"""Automatic layout as an edit: the same graph always gets the same one, and a second press none.

What is not wired together lies below each other; a frame is laid out like a node of its own, with
what it holds inside it, and takes the size that this needs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from app.graph.boxes import graph_of
from app.graph.changes import Change
from app.graph.columns import DOWN, Item, Links, links
from app.graph.document import Graph, Snapshot
from app.graph.layers import arrange
from app.graph.operations import FRAMES, NOTES, Operation, Put, SetAttribute

Area = tuple[float, float, float, float]
"""x, y, width and height."""
Size = tuple[float, float]

_PAD, _HEAD = 24.0, 30.0
_APART = 72.0
_ROW = 1200.0
_ROUNDS = 4


def tidy(
    snapshot: Snapshot,
    sizes: Mapping[str, Size],
    ids: Collection[str] | None = None,
    *,
    graph_id: str | None = None,
) -> Change:
    """Lay out nodes, frames and notes, or only ``ids``; their upper left corner stays.

    ``sizes`` are those of the cards; frames come with all that they hold.
    """
    graph, here = graph_of(snapshot, graph_id)
    areas = _areas(graph, sizes)
    chosen = areas if ids is None else [id for id in ids if id in areas]
    for _ in range(_ROUNDS):  # until a second press of the key would change nothing
        laid = _laid_out(graph, areas, chosen)
        if laid == areas:
            break
        areas = laid
    return Change("Arrange", tuple(_operations(graph, here, areas)))


def _laid_out(graph: Graph, areas: Mapping[str, Area], ids: Iterable[str]) -> dict[str, Area]:
    """Where everything lies after ``ids`` were laid out.

    Where frames cover each other in part, this may take something out of one or into one, so that
    another round finds another layout.
    """
    parents = _parents(graph, areas)
    chosen = _with_contents(ids, parents)
    places, _ = _Level(graph, areas, parents, chosen).lay_out(None)
    left = min((areas[id][0] for id in chosen), default=0.0)
    top = min((areas[id][1] for id in chosen), default=0.0)
    moved = {
        id: (
            float(round(left + x)),
            float(round(top + y)),
            width if id in graph.nodes else float(round(width)),
            height if id in graph.nodes else float(round(height)),
        )
        for id, (x, y, width, height) in places.items()
    }
    return {**areas, **moved}


def _areas(graph: Graph, sizes: Mapping[str, Size]) -> dict[str, Area]:
    """Where everything lies now."""
    areas = {
        id: (*node.position, *sizes.get(id, (240.0, 160.0))) for id, node in graph.nodes.items()
    }
    areas.update({id: frame.rectangle for id, frame in graph.frames.items()})
    areas.update({id: note.rectangle for id, note in graph.notes.items()})
    return areas


def _parents(graph: Graph, areas: Mapping[str, Area]) -> dict[str, str]:
    """The smallest frame around each thing: for a frame as a whole, else for its middle."""
    frames = sorted(graph.frames, key=lambda id: (_surface(areas[id]), id))
    parents: dict[str, str] = {}
    for id, area in areas.items():
        around = frames[frames.index(id) + 1 :] if id in graph.frames else frames
        for frame in around:
            inside = _holds(areas[frame], area) if id in graph.frames else False
            if inside or (id not in graph.frames and _holds_middle(areas[frame], area)):
                parents[id] = frame
                break
    return parents


def _surface(area: Area) -> float:
    return area[2] * area[3]


def _holds(outer: Area, inner: Area) -> bool:
    x, y, width, height = outer
    far = inner[0] + inner[2] <= x + width and inner[1] + inner[3] <= y + height
    return far and inner[0] >= x and inner[1] >= y


def _holds_middle(outer: Area, inner: Area) -> bool:
    middle = (inner[0] + inner[2] / 2, inner[1] + inner[3] / 2)
    return _holds(outer, (*middle, 0.0, 0.0))


def _with_contents(ids: Iterable[str], parents: Mapping[str, str]) -> dict[str, None]:
    """The ids, and what lies in the frames among them, at any depth."""
    inside: dict[str, list[str]] = {}
    for id, frame in parents.items():
        inside.setdefault(frame, []).append(id)
    found = dict.fromkeys(ids)
    todo = list(found)
    while todo:
        for id in inside.get(todo.pop(), ()):
            if id not in found:
                found[id] = None
                todo.append(id)
    return found


class _Level:
    """Lays out the things in one frame, or those in none."""

    def __init__(
        self,
        graph: Graph,
        areas: Mapping[str, Area],
        parents: Mapping[str, str],
        chosen: Collection[str],
    ) -> None:
        self._areas = areas
        self._chosen = chosen
        self._parents = {id: frame for id, frame in parents.items() if frame in chosen}
        self._frames = graph.frames
        self._wires = {(w.source.node, w.socket.node) for w in graph.each_wire()}

    def lay_out(self, frame: str | None) -> tuple[dict[str, Area], Size]:
        """The areas of all that a frame holds, seen from their corner, and the size of it all."""
        inner: dict[str, dict[str, Area]] = {}
        items: list[Item] = []
        for id in self._chosen:
            if self._parents.get(id) == frame:
                x, y, width, height = self._areas[id]
                if id in self._frames:
                    inner[id], size = self.lay_out(id)
                    width, height = _framed(size) if inner[id] else (width, height)
                items.append(Item(id, width, height, x, y))
        places = _stacked(items, list(self._lifted({item.id for item in items})))
        found: dict[str, Area] = {}
        for item in items:
            x, y = places[item.id]
            found[item.id] = (x, y, item.width, item.height)
            for id, (dx, dy, width, height) in inner.get(item.id, {}).items():
                found[id] = (x + _PAD + dx, y + _PAD + _HEAD + dy, width, height)
        right = max((places[item.id][0] + item.width for item in items), default=0.0)
        bottom = max((places[item.id][1] + item.height for item in items), default=0.0)
        return found, (right, bottom)

    def _lifted(self, ids: Collection[str]) -> Iterator[tuple[str, str]]:
        """The wires as they run between the things of this level."""
        for source, target in self._wires:
            first, last = self._lift(source, ids), self._lift(target, ids)
            if first is not None and last is not None and first != last:
                yield first, last

    def _lift(self, id: str, ids: Collection[str]) -> str | None:
        """The thing of this level that is a node, or that holds it."""
        here: str | None = id
        while here is not None and here not in ids:
            here = self._parents.get(here)
        return here


def _framed(size: Size) -> Size:
    """The size of a frame around something."""
    return size[0] + 2 * _PAD, size[1] + 2 * _PAD + _HEAD


def _stacked(items: Sequence[Item], wires: Sequence[tuple[str, str]]) -> dict[str, Size]:
    """Places for all items: what is wired together in blocks, below them the rest in rows."""
    found = links([item.id for item in items], wires)
    places: dict[str, Size] = {}
    y = 0.0
    blocks, alone = _blocks(items, found)
    for block in blocks:
        laid = arrange(block, found)
        heights = {item.id: item.height for item in block}
        places.update({id: (x, y + top) for id, (x, top) in laid.items()})
        y += max(top + heights[id] for id, (_, top) in laid.items()) + _APART
    places.update(_rows(alone, y))
    return places


def _blocks(items: Sequence[Item], found: Links) -> tuple[list[list[Item]], list[Item]]:
    """Items that are wired together, the upper ones first, and items without wires."""
    by_id = {item.id: item for item in items}
    seen: set[str] = set()
    blocks: list[list[Item]] = []
    for id in found.order:
        if id in seen:
            continue
        block, todo = dict.fromkeys([id]), [id]
        while todo:
            here = todo.pop()
            for other in (*found.before[here], *found.after[here]):
                if other not in block:
                    block[other] = None
                    todo.append(other)
        seen.update(block)
        blocks.append([by_id[name] for name in block])
    blocks.sort(key=lambda block: min((item.y, item.x, item.id) for item in block))
    return [b for b in blocks if len(b) > 1], [b[0] for b in blocks if len(b) == 1]


def _rows(items: Sequence[Item], y: float) -> dict[str, Size]:
    """Items side by side, in rows that are not too long, in the order in which they lie."""
    places: dict[str, Size] = {}
    x = tallest = 0.0
    for item in sorted(items, key=lambda item: (item.y, item.x, item.id)):
        if x > 0 and x + item.width > _ROW:
            x, y, tallest = 0.0, y + tallest + DOWN, 0.0
        places[item.id] = (x, y)
        x += item.width + DOWN
        tallest = max(tallest, item.height)
    return places


def _operations(graph: Graph, here: str, areas: Mapping[str, Area]) -> Iterator[Operation]:
    """What moves everything to where it is to lie."""
    for id, area in areas.items():
        if id in graph.nodes:
            if graph.nodes[id].position != area[:2]:
                yield SetAttribute(here, id, "position", area[:2])
            continue
        table = FRAMES if id in graph.frames else NOTES
        box = graph.frames[id] if id in graph.frames else graph.notes[id]
        if box.rectangle != area:
            yield Put(here, table, id, replace(box, rectangle=area))
