"""Draws a picture, and says what every pixel belongs to, how near it is, and where things are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from resources.models.making.world.looks.canvas import FINENESS
from resources.models.making.world.looks.styles import STYLE_PAINTERS
from resources.models.making.world.palette import COLOUR, RGB, light_of
from resources.models.making.world.picture import PARTS, Picture, Scene, Shapes
from resources.models.making.world.things.forms import Thing
from resources.models.making.world.things.front import front_things
from resources.models.making.world.things.house import house
from resources.models.making.world.things.land import far_things, fence, flowers, ground
from resources.models.making.world.things.shapes import shape_things
from resources.models.making.world.things.sky import lights, sky_things
from resources.models.making.world.things.trees import trees
from resources.models.making.world.things.weather import falling

Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Drawing:
    """A drawn picture with what is true of it.

    `pixels` is H x W x 3, uint8, sRGB, with smooth edges. `parts` is H x W, uint8, indices into
    PARTS. `depth` is H x W, float32, 1 near and 0 far. `boxes` gives (left, top, right, bottom) in
    pixels for every thing that shows.
    """

    pixels: NDArray[np.uint8]
    parts: NDArray[np.uint8]
    depth: NDArray[np.float32]
    boxes: dict[str, Box]

    def mask(self, *parts: str) -> NDArray[np.bool_]:
        """Where any of these parts shows: H x W."""
        return np.isin(self.parts, [PARTS.index(part) for part in parts])


def draw(picture: Picture, size: int = 128) -> Drawing:
    """Draw a picture `size` pixels wide and high."""
    things, sky = things_of(picture)
    painted = STYLE_PAINTERS[picture.style](things, sky, size)
    parts, depth, boxes = _truth(things, size, isinstance(picture, Scene))
    return Drawing(np.asarray(painted), parts, depth, boxes)


def pixels_of(picture: Picture, size: int = 128) -> NDArray[np.uint8]:
    """Only the pixels of a picture, H x W x 3, in about half the time."""
    things, sky = things_of(picture)
    return np.asarray(STYLE_PAINTERS[picture.style](things, sky, size))


def things_of(picture: Picture) -> tuple[list[Thing], list[RGB]]:
    """The things of a picture from back to front, and the colours behind them from the top down."""
    if isinstance(picture, Shapes):
        return shape_things(picture), [COLOUR[name] for name in picture.ground]
    light = light_of(picture)
    if picture.style == "neon":
        light = light._replace(tint=(1.0, 1.0, 1.0))
    things = [
        *lights(picture),
        *far_things(picture, light),
        *sky_things(picture, light),
        *ground(picture, light),
        *fence(picture, light),
        *house(picture, light),
        *trees(picture, light),
        *flowers(picture, light),
        *front_things(picture, light),
        *falling(picture, light),
    ]
    return things, list(light.sky)


class _Owner(NamedTuple):
    """What a number in the map of forms stands for; `thing` is -1 for what lies behind all."""

    part: int
    depth: float
    thing: int
    slope: bool


def _truth(
    things: Sequence[Thing], size: int, scene: bool
) -> tuple[NDArray[np.uint8], NDArray[np.float32], dict[str, Box]]:
    """Part, depth and boxes, read from a map in which every form has its own number."""
    side = size * FINENESS
    numbers = Image.new("L", (side, side), 0)
    pen = ImageDraw.Draw(numbers)
    owners = [_Owner(PARTS.index("sky" if scene else "background"), 0.0, -1, False)]
    for number, thing in enumerate(things):
        for form in thing.forms:
            if form.part:
                owners.append(_Owner(PARTS.index(form.part), thing.depth, number, thing.slope))
                for outline in form.outlines:
                    pen.polygon([(x * side, y * side) for x, y in outline], fill=len(owners) - 1)
    small = np.asarray(numbers)[FINENESS // 2 :: FINENESS, FINENESS // 2 :: FINENESS]
    parts = np.array([owner.part for owner in owners], np.uint8)[small]
    flat = np.array([owner.depth for owner in owners], np.float32)[small]
    slopes = np.array([owner.slope for owner in owners])[small]
    depth = np.where(slopes, _slope(slopes, size), flat).astype(np.float32)
    thing_of = np.array([owner.thing for owner in owners])[small]
    return parts, depth, _boxes(things, thing_of)


def _slope(slopes: NDArray[np.bool_], size: int) -> NDArray[np.float32]:
    """The depth of lying ground: 0.3 where it begins, 1 at the bottom of the picture."""
    rows = np.nonzero(slopes.any(axis=1))[0]
    if not len(rows):
        return np.zeros((size, 1), np.float32)
    ramp = np.interp(np.arange(size), (rows[0], size - 1), (0.3, 1.0))
    return ramp[:, None].astype(np.float32)


def _boxes(things: Sequence[Thing], thing_of: NDArray[np.int_]) -> dict[str, Box]:
    boxes: dict[str, Box] = {}
    for number, thing in enumerate(things):
        rows, columns = np.nonzero(thing_of == number)
        if len(rows):
            found = (
                int(columns.min()),
                int(rows.min()),
                int(columns.max()) + 1,
                int(rows.max()) + 1,
            )
            boxes[thing.name] = _around(boxes.get(thing.name), found)
    return boxes


def _around(first: Box | None, second: Box) -> Box:
    if first is None:
        return second
    return (
        min(first[0], second[0]),
        min(first[1], second[1]),
        max(first[2], second[2]),
        max(first[3], second[3]),
    )
