"""What was found in a picture so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from resources.models.making.judge.templates import Fit, Template, View

LIMITS = {
    "front": 20.0,
    "tree": 19.0,
    "house": 19.0,
    "balloon": 19.0,
    "clouds": 16.0,
    "fence": 22.0,
    "flowers": 24.0,
}
"""How far colours may be from those of a thing that is there; measured between the furthest of
renders with it and the nearest of renders without."""


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
