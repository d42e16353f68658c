"""What was found in a picture so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from resources.models.making.judge.templates import Fit, Limit, Template, View

LIMITS = {
    "front": Limit(20.0, 26.0, 0.68),
    "tree": Limit(19.0, 24.0, 0.68),
    "house": Limit(17.0, 26.0, 0.61),
    "balloon": Limit(19.0),
    "clouds": Limit(16.0, 21.0, 0.6),
    "fence": Limit(22.0, 31.0, 0.85),
    "flowers": Limit(24.0, 27.0, 0.95),
}
"""Measured between the furthest of 675 renders with a thing and the nearest without, a third of
them through the codec.

There, the shares are 0.52 or less with a thing in front and 1.24 or more without, 0.34 and 0.74 for
trees (where no house stands), 0.41 and 0.63 for houses (with colours 17.7 apart), 0.71 and 1.29 for
fences, 0.73 and 2.74 for flowers, 0.16 and 0.95 for clouds.
"""


class Sighting(NamedTuple):
    """A template with its names (a kind, a colour, a place), and how it fits."""

    name: tuple[str, ...]
    fit: Fit
    template: Template


@dataclass
class Seen:
    """What a landscape shows, attribute to value as captions state them, and the fits behind it."""

    values: dict[str, str] = field(default_factory=dict)
    fits: dict[str, Fit] = field(default_factory=dict)

    def found(self, thing: str, best: Sighting, view: View, place: str = "") -> bool:
        """Note a thing's best sighting; whether it convinces. If so, its pixels are explained."""
        self.fits[f"{thing} {place}".strip()] = best.fit
        there = best.fit.convinces(LIMITS[thing])
        if there:
            view.explain(best.template, best.fit)
        return there


def nearest(sightings: Iterable[Sighting]) -> Sighting:
    """The sighting whose colours are least apart."""
    return min(sightings, key=lambda one: one.fit.apart)


def alike(names: Iterable[str]) -> str:
    """The name that all have, or "mixed"; empty for none."""
    different = set(names)
    return "mixed" if len(different) > 1 else next(iter(different), "")
