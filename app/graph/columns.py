"""Columns of items from left to right, and what feeds what between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

DOWN = 36.0
"""The room between the items of a column."""
PORT = 44.0
"""How far below the upper edge of a card its first wires end."""


@dataclass(frozen=True)
class Item:
    """Something to be placed: its size, and where it lies now."""

    id: str
    width: float
    height: float
    x: float
    y: float

    @property
    def port(self) -> float:
        """How far below its upper edge the wires end."""
        return min(PORT, self.height / 2)


Neighbours = Mapping[str, Collection[str]]
Column = tuple[Item, ...]


@dataclass(frozen=True)
class Links:
    """What feeds what, without circles: a wire that would close one is left out."""

    before: Neighbours
    after: Neighbours
    order: tuple[str, ...]


def links(ids: Iterable[str], wires: Iterable[tuple[str, str]]) -> Links:
    """Sort the ends of the wires, sources first; the same for the same graph, wherever it lies."""
    names = sorted(ids)
    feeds: dict[str, set[str]] = {id: set() for id in names}
    fed: dict[str, set[str]] = {id: set() for id in names}
    for source, target in wires:
        if source != target:
            feeds[source].add(target)
            fed[target].add(source)
    order = _sorted(names, feeds, fed)
    place = {id: number for number, id in enumerate(order)}
    before = {id: sorted(s for s in fed[id] if place[s] < place[id]) for id in names}
    after = {id: sorted(t for t in feeds[id] if place[t] > place[id]) for id in names}
    return Links(before, after, order)


def _sorted(names: Sequence[str], feeds: Neighbours, fed: Neighbours) -> tuple[str, ...]:
    """All names, sources first; where only circles are left, the first of them goes ahead."""
    waiting = {id: len(fed[id]) for id in names}
    ready = [id for id in names if not waiting[id]]
    left, order = iter(names), dict[str, None]()
    while len(order) < len(names):
        if not ready:
            ready = [next(id for id in left if id not in order)]
        here = ready.pop()
        if here in order:
            continue
        order[here] = None
        for target in sorted(feeds[here]):
            waiting[target] -= 1
            if not waiting[target] and target not in order:
                ready.append(target)
    return tuple(order)


def stacked(columns: Iterable[Column]) -> dict[str, float]:
    """The upper edges of all items when each column is stacked around the same middle."""
    return {id: top for column in columns for id, top in stacked_one(column).items()}


def stacked_one(column: Column) -> dict[str, float]:
    tops: dict[str, float] = {}
    y = -sum(item.height + DOWN for item in column) / 2
    for item in column:
        tops[item.id] = y
        y += item.height + DOWN
    return tops


def middle(values: Iterable[float]) -> float:
    """The median of some numbers; quicker than the one of the standard library."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
