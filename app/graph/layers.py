"""Layered drawing: columns from left to right, few crossings, wires as level as they can be.

Layers by longest path, and crossings reduced by the median of the neighbours (Sugiyama et al., IEEE
Trans. SMC 1981). The order that is there already decides ties and is left only for fewer crossings,
so that arranging what was arranged changes nothing.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Collection, Iterator, Mapping, Sequence

from app.graph.columns import Column, Item, Links, Neighbours, middle, stacked, stacked_one
from app.graph.levels import settled

ACROSS = 88.0
"""The room between columns."""
_ROUNDS, _SWEEPS = 8, 6


def arrange(items: Sequence[Item], links: Links) -> dict[str, tuple[float, float]]:
    """Where each item goes; the upper left corner of all of them is 0, 0."""
    layer = _layers([item.id for item in items], links)
    columns: list[list[Item]] = [[] for _ in range(max(layer.values(), default=-1) + 1)]
    for item in sorted(items, key=lambda item: (item.y, item.x, item.id)):
        columns[layer[item.id]].append(item)
    ordered = _untangled([tuple(column) for column in columns], links)
    tops = settled(ordered, links)
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
        tops = stacked(now)
        for number in numbers:
            now[number] = _by_neighbours(now[number], near, tops)
            tops.update(stacked_one(now[number]))
        count = _crossings(now, links)
        if count < least:
            best, least = list(now), count
    return best, least


def _by_neighbours(column: Column, near: Neighbours, tops: Mapping[str, float]) -> Column:
    """A column sorted by the middle of what its items hang on; ties stay as they are."""
    wanted = {
        item.id: middle([tops[other] for other in near[item.id]] or [tops[item.id]])
        for item in column
    }
    return tuple(sorted(column, key=lambda item: wanted[item.id]))


def _crossings(columns: Sequence[Column], links: Links) -> int:
    """How many pairs of wires cross, counted in every gap between two columns."""
    layer = {item.id: number for number, column in enumerate(columns) for item in column}
    tops = stacked(columns)
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
