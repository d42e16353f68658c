"""What was found in a picture so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from resources.models.making.judge.templates import Fit, Limit, Template, View

LIMITS = {
    "front": Limit(20.0, 26.0, 0.68),
    "tree": Limit(19.0, 22.5, 0.6),
    "house": Limit(19.0, 26.0, 0.68),
    "balloon": Limit(19.0),
    "clouds": Limit(16.0, 21.0, 0.6),
    "fence": Limit(22.0, 29.0, 0.72),
    "flowers": Limit(24.0),
}
"""Measured between the furthest of renders with a thing and the nearest of renders without.

There, the shares are 0.62 or less with a thing in front and 1.46 or more without, 0.33 and 0.58 for
trees (with colours 22.9 apart), 0.39 and 1.17 for houses, 0.28 and 1.64 for fences; without clouds
they are 0.94 or more.
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
