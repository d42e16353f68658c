"""The alphabet of every drawing: outlines filled with a colour, gathered into things."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from resources.models.making.world.palette import RGB

Point = tuple[float, float]
Outline = tuple[Point, ...]


@dataclass(frozen=True)
class Form:
    """Outlines filled with one colour, as one part of the picture.

    `shade` (0..1) darkens the colour towards the bottom. `soft` is the opacity of a blurred ellipse
    (a shadow, a glow) inside the outline's box, which belongs to no part; 0 means an ordinary
    filled form. `detail` marks what only decorates, so that styles made of lines may leave it out.
    """

    part: str
    colour: RGB
    outlines: tuple[Outline, ...]
    shade: float = 0.0
    soft: float = 0.0
    detail: bool = False


@dataclass(frozen=True)
class Thing:
    """Forms that belong together, such as a house; drawn in their order.

    `depth` is in 0 (far) .. 1 (near). `slope` makes it grow from there to 1 at the bottom, as lying
    ground does. `cut` marks a layer of its own in a paper cut; `lifted` lets it cast a shadow on
    what is behind.
    """

    name: str
    forms: tuple[Form, ...]
    depth: float
    slope: bool = False
    cut: bool = True
    lifted: bool = False


def ellipse(x: float, y: float, across: float, down: float, corners: int = 28) -> Outline:
    """An ellipse about (x, y) with these half axes."""
    turns = (2 * math.pi * number / corners for number in range(corners))
    return tuple((x + across * math.cos(turn), y + down * math.sin(turn)) for turn in turns)


def box(left: float, top: float, right: float, bottom: float) -> Outline:
    """A rectangle."""
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def placed(points: Iterable[Point], x: float, y: float, size: float, flip: bool = False) -> Outline:
    """Points drawn about the origin, moved to (x, y) and scaled; `flip` mirrors them."""
    way = -size if flip else size
    return tuple((x + across * way, y + down * size) for across, down in points)


def arc(x: float, y: float, radius: float, start: float, end: float, steps: int = 14) -> Outline:
    """Points on a circle from one angle to another, in degrees, clockwise from the right."""
    turns = (math.radians(start + (end - start) * step / steps) for step in range(steps + 1))
    return tuple((x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns)


def shadow(x: float, y: float, across: float, strength: float = 0.3) -> Form:
    """The soft shadow of a thing that stands at (x, y)."""
    return Form("", (20, 24, 48), (ellipse(x, y, across, across * 0.24),), soft=strength)
