"""How high the items of each column lie: near what they hang on, in order, and apart.

Wires that pass a column get a channel between its items, so that they do not run behind cards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from app.graph.columns import DOWN, Column, Item, Links, middle, stacked

_PASSES = 8
_CHANNEL = 4.0
"""How high a channel is, beside the room that all items keep."""


def settled(columns: Sequence[Column], links: Links) -> dict[str, float]:
    """The upper edges of all items, in whole units."""
    laid = _with_channels(columns, links)
    tops = stacked(laid.columns)
    ports = {item.id: item.port for column in laid.columns for item in column}
    for turn in range(_PASSES):
        for column in laid.columns if turn % 2 == 0 else reversed(laid.columns):
            wanted = []
            for item in column:
                near = [tops[other] + ports[other] for other in laid.near[item.id]]
                wanted.append(middle(near) - item.port if near else tops[item.id])
            tops.update(zip([item.id for item in column], _spread(column, wanted), strict=True))
    real = [item.id for column in columns for item in column]
    return {id: float(round(tops[id])) for id in real}


@dataclass
class _Laid:
    """The columns with their channels, and what each item or channel hangs on."""

    columns: list[Column]
    near: dict[str, list[str]] = field(default_factory=dict)

    def join(self, first: str, second: str) -> None:
        """A wire runs from one to the other."""
        self.near.setdefault(first, []).append(second)
        self.near.setdefault(second, []).append(first)


def _with_channels(columns: Sequence[Column], links: Links) -> _Laid:
    """The columns with a channel for each item whose wires pass them."""
    layer = {item.id: number for number, column in enumerate(columns) for item in column}
    laid = _Laid([])
    heights: list[dict[str, float]] = [{} for _ in columns]
    tops = stacked(columns)
    for id in layer:
        laid.near.setdefault(id, [])
        for target in links.after[id]:
            here = id
            for number in range(layer[id] + 1, layer[target]):
                channel = f"{id}/{number}"
                if channel not in heights[number]:
                    heights[number][channel] = _height(id, number, layer, tops, links)
                    laid.join(here, channel)
                here = channel
            laid.join(here, target)
    for column, passing in zip(columns, heights, strict=True):
        laid.columns.append(_merged(column, passing, tops))
    return laid


def _height(
    id: str, number: int, layer: Mapping[str, int], tops: Mapping[str, float], links: Links
) -> float:
    """Where the wires of an item pass a column, on the straight way to what they feed."""
    beyond = [target for target in links.after[id] if layer[target] > number]
    share = [(number - layer[id]) / (layer[target] - layer[id]) for target in beyond]
    return fmean(
        tops[id] + (tops[target] - tops[id]) * part
        for target, part in zip(beyond, share, strict=True)
    )


def _merged(column: Column, passing: Mapping[str, float], tops: Mapping[str, float]) -> Column:
    """A column with its channels among its items, which keep their order."""
    waiting = sorted(passing, key=lambda channel: (passing[channel], channel))
    merged: list[Item] = []
    for item in column:
        while waiting and passing[waiting[0]] <= tops[item.id]:
            merged.append(Item(waiting.pop(0), 0.0, _CHANNEL))
        merged.append(item)
    return (*merged, *(Item(channel, 0.0, _CHANNEL) for channel in waiting))


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
