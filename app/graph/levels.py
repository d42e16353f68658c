"""How high the items of each column lie: near what they hang on, in order, and apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.graph.columns import DOWN, Column, Links, middle, stacked

_PASSES = 8


def settled(columns: Sequence[Column], links: Links) -> dict[str, float]:
    """The upper edges of all items, in whole units, so that as many wires as can be are level."""
    tops = stacked(columns)
    ports = {item.id: item.port for column in columns for item in column}
    near = {id: (*links.before[id], *links.after[id]) for id in ports}
    for turn in range(_PASSES):
        for column in columns if turn % 2 == 0 else reversed(columns):
            wanted = []
            for item in column:
                levels = [tops[other] + ports[other] for other in near[item.id]]
                wanted.append(middle(levels) - item.port if levels else tops[item.id])
            tops.update(zip([item.id for item in column], _spread(column, wanted), strict=True))
    return {id: float(round(top)) for id, top in tops.items()}


def _spread(column: Column, wanted: Iterable[float]) -> list[float]:
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
