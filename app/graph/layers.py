"""Layered drawing: columns from left to right, few crossings, wires as level as they can be.

Layers by longest path, crossings reduced by the median of the neighbours (Sugiyama et al., IEEE
Trans. SMC 1981), and places within a layer by pooling neighbours that would overlap. The order
that is there already decides ties and is left only for fewer crossings, so that arranging what
was arranged changes nothing.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

ACROSS, DOWN = 88.0, 36.0
"""The room between columns, and between the items of one."""
_ROUNDS, _SWEEPS, _PASSES = 8, 6, 8


@dataclass(frozen=True)
class Item:
    """Something to be placed: its size, and where it lies now."""

    id: str
    width: float
    height: float
    x: float
    y: float


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


def arrange(items: Sequence[Item], links: Links) -> dict[str, tuple[float, float]]:
    """Where each item goes; the upper left corner of all of them is 0, 0."""
    layer = _layers([item.id for item in items], links)
    columns: list[list[Item]] = [[] for _ in range(max(layer.values(), default=-1) + 1)]
    for item in sorted(items, key=lambda item: (item.y, item.x, item.id)):
        columns[layer[item.id]].append(item)
    ordered = _untangled([tuple(column) for column in columns], links)
    tops = _settled(ordered, links)
    least = min(tops.values(), default=0.0)
    places: dict[str, tuple[float, float]] = {}
    x = 0.0
    for column in ordered:
        for item in column:
            places[item.id] = (x, tops[item.id] - least)
        x += round(max(item.width for item in column) + ACROSS)
    return places


def _layers(ids: Collection[str], links: Links) -> dict[str, int]:
    """The column of each item: after all that feeds it, and no farther from what it feeds."""
    wanted = set(ids)
    order = [id for id in links.order if id in wanted]
    layer: dict[str, int] = {}
    for id in order:
        layer[id] = max((layer[source] + 1 for source in links.before[id]), default=0)
    for id in reversed(order):
        targets, sources = links.after[id], links.before[id]
        own = all(len(links.after[source]) == 1 for source in sources)
        if targets and (not sources or (own and len(sources) <= len(targets))):
            layer[id] = min(layer[target] for target in targets) - 1
    used = {number: place for place, number in enumerate(sorted(set(layer.values())))}
    return {id: used[number] for id, number in layer.items()}


# --- the order within the columns


def _untangled(columns: list[Column], links: Links) -> list[Column]:
    """The columns in an order with fewer crossings, or as they are if none is found."""
    best, least = columns, _crossings(columns, links)
    for _ in range(_ROUNDS):
        found, count = _swept(best, links, least)
        if count >= least:
            break
        best, least = found, count
    return best


def _swept(columns: list[Column], links: Links, least: int) -> tuple[list[Column], int]:
    """The best order that some sweeps over the columns find, with its crossings."""
    best, now = columns, list(columns)
    for sweep in range(_SWEEPS):
        if not least:
            break
        rightwards = sweep % 2 == 0
        near = links.before if rightwards else links.after
        numbers = range(len(now)) if rightwards else reversed(range(len(now)))
        tops = _stacked(now)
        for number in numbers:
            now[number] = _by_neighbours(now[number], near, tops)
            tops.update(_stacked_one(now[number]))
        count = _crossings(now, links)
        if count < least:
            best, least = list(now), count
    return best, least


def _by_neighbours(column: Column, near: Neighbours, tops: Mapping[str, float]) -> Column:
    """A column sorted by the middle of what its items hang on; ties stay as they are."""
    wanted = {
        item.id: median([tops[other] for other in near[item.id]] or [tops[item.id]])
        for item in column
    }
    return tuple(sorted(column, key=lambda item: wanted[item.id]))


def _stacked(columns: Iterable[Column]) -> dict[str, float]:
    """The upper edges of all items when each column is stacked around the same middle."""
    return {id: top for column in columns for id, top in _stacked_one(column).items()}


def _stacked_one(column: Column) -> dict[str, float]:
    tops: dict[str, float] = {}
    y = -sum(item.height + DOWN for item in column) / 2
    for item in column:
        tops[item.id] = y
        y += item.height + DOWN
    return tops


def _crossings(columns: Sequence[Column], links: Links) -> int:
    """How many pairs of wires cross, counted in every gap between two columns."""
    layer = {item.id: number for number, column in enumerate(columns) for item in column}
    tops = _stacked(columns)
    gaps: list[list[tuple[float, float]]] = [[] for _ in columns]
    for id, first in layer.items():
        for target in links.after[id]:
            for gap, pair in _pieces(first, layer[target], tops[id], tops[target]):
                gaps[gap].append(pair)
    return sum(map(_inversions, gaps))


def _pieces(
    first: int, last: int, start: float, end: float
) -> Iterator[tuple[int, tuple[float, float]]]:
    """A wire cut at the columns that it passes: the gap, and its height at both sides."""
    step = (end - start) / (last - first)
    for number in range(last - first):
        yield first + number, (start + step * number, start + step * (number + 1))


def _inversions(pairs: list[tuple[float, float]]) -> int:
    """How many pairs are in one order at the left and in the other at the right."""
    seen: list[float] = []
    count = 0
    for _, right in sorted(pairs):
        count += len(seen) - bisect_right(seen, right)
        insort(seen, right)
    return count


# --- places within the columns


def _settled(columns: Sequence[Column], links: Links) -> dict[str, float]:
    """The upper edges: near the middle of the neighbours, in order, and nothing overlaps."""
    tops = _stacked(columns)
    for turn in range(_PASSES):
        for column in columns if turn % 2 == 0 else reversed(columns):
            wanted = []
            for item in column:
                near = [tops[other] for other in links.before[item.id]]
                near += [tops[other] for other in links.after[item.id]]
                wanted.append(median(near) if near else tops[item.id])
            tops.update(zip([item.id for item in column], _spread(column, wanted), strict=True))
    return {id: float(round(top)) for id, top in tops.items()}


def _spread(column: Column, wanted: Sequence[float]) -> list[float]:
    """Tops that are as near to the wanted ones as they can be without overlapping."""
    offsets, offset = [], 0.0
    for item in column:
        offsets.append(offset)
        offset += item.height + DOWN
    pools: list[tuple[float, int]] = []
    for place, shift in zip(wanted, offsets, strict=True):
        mean, count = place - shift, 1
        while pools and pools[-1][0] > mean:
            other, size = pools.pop()
            mean, count = (mean * count + other * size) / (count + size), count + size
        pools.append((mean, count))
    means = [mean for mean, count in pools for _ in range(count)]
    return [mean + shift for mean, shift in zip(means, offsets, strict=True)]
