"""Where a number lies between its bounds: evenly, or by its size where the range is very wide."""

from __future__ import annotations

import math
from dataclasses import dataclass

from app.graph.spec import ParameterKind, ParameterSpec

_WIDE = 1000
"""From this many times the smallest on, evenly spaced places would crowd all usual values."""
_WIDEST = 1e6
_PLACES_BY_SIZE = 400
MOST_PLACES = 1500
"""A slider with more places than this cannot be set with a mouse."""


@dataclass(frozen=True)
class Scale:
    """A range of numbers; ``unit`` is there where it goes by size: what the smallest step adds."""

    low: float
    high: float
    step: float
    unit: float | None = None

    def share(self, value: float) -> float:
        """How far along a number lies, 0 to 1."""
        part, whole = value - self.low, self.high - self.low
        if self.unit is not None:
            part = math.log1p(max(0.0, part) / self.unit)
            whole = math.log1p(whole / self.unit)
        return min(1.0, max(0.0, part / whole))

    @property
    def places(self) -> int | None:
        """How many steps a slider has; None where it makes no sense."""
        if self.unit is not None:
            return _PLACES_BY_SIZE
        steps = round((self.high - self.low) / self.step)
        return steps if 2 <= steps <= MOST_PLACES else None

    def place(self, value: float) -> int:
        """Where a slider stands for a number."""
        if self.unit is not None:
            return round(self.share(value) * _PLACES_BY_SIZE)
        return round((value - self.low) / self.step)

    def value(self, place: int) -> float:
        """The number at a place of a slider, on a step of its own."""
        if self.unit is None:
            return self.low + place * self.step
        whole = math.log1p((self.high - self.low) / self.unit)
        along = self.unit * math.expm1(place / _PLACES_BY_SIZE * whole)
        return min(self.high, self.low + round(along / self.step) * self.step)


def scale_of(parameter: ParameterSpec, step: float | None = None) -> Scale | None:
    """The scale of a number; None where it has no bounds, or they mean next to nothing."""
    low, high = parameter.low, parameter.high
    if parameter.kind not in (ParameterKind.INTEGER, ParameterKind.FLOAT):
        return None
    if low is None or high is None or not low < high or high - low > _WIDEST:
        return None
    whole = parameter.kind is ParameterKind.INTEGER
    step = step or parameter.step or (1.0 if whole else 0.01)
    unit = low if low > 0 else step
    wide = low >= 0 and high / unit > _WIDE
    return Scale(low, high, step, unit if wide else None)
