"""Geometric shapes."""

from __future__ import annotations

import math

from resources.models.making.world.palette import COLOUR
from resources.models.making.world.picture import SHAPE_PLACES, Shape, Shapes
from resources.models.making.world.things.forms import (
    Form,
    Outline,
    Thing,
    arc,
    box,
    ellipse,
    placed,
)

RADIUS = {"small": 0.115, "medium": 0.19, "large": 0.33}


def shape_things(picture: Shapes) -> list[Thing]:
    """The shapes with a soft shadow each."""
    names = ("first shape", "second shape")
    pairs = zip(names, picture.shapes, strict=False)
    return [_thing(name, shape) for name, shape in pairs]


def centre(shape: Shape) -> tuple[float, float]:
    """The middle of a shape."""
    row, column = divmod(SHAPE_PLACES.index(shape.place), 3)
    steps = (0.25, 0.5, 0.75)
    return steps[column] + shape.shift[0], steps[row] + shape.shift[1]


def _thing(name: str, shape: Shape) -> Thing:
    x, y = centre(shape)
    radius = RADIUS[shape.size]
    outlines = tuple(placed(points, x, y, radius) for points in outline(shape.kind))
    form = Form(name, COLOUR[shape.colour], outlines, shade=0.14)
    return Thing(name, (form,), 0.8, lifted=True)


def outline(kind: str) -> tuple[Outline, ...]:
    """The outline of a shape of radius 1 about the origin."""
    if kind in ("circle", "ring"):
        return _round(kind)
    if kind == "heart":
        return (_heart(),)
    if kind == "moon":
        return (arc(0.0, 0.0, 1.0, 58, 302, 40) + arc(0.53, 0.0, 0.848, 270, 90, 30),)
    if kind == "star":
        return (_star(),)
    if kind == "cross":
        return (box(-0.35, -1.0, 0.35, 1.0), box(-1.0, -0.35, 1.0, 0.35))
    if kind == "square":
        return (box(-0.86, -0.86, 0.86, 0.86),)
    return (((0.0, -0.98), (1.04, 0.8), (-1.04, 0.8)),)


def _round(kind: str) -> tuple[Outline, ...]:
    if kind == "circle":
        return (ellipse(0.0, 0.0, 0.98, 0.98, 60),)
    return (arc(0.0, 0.0, 1.0, 0, 360, 60) + arc(0.0, 0.0, 0.54, 360, 0, 60),)


def _star() -> Outline:
    corners = ((1.08 if number % 2 == 0 else 0.47, number * math.pi / 5) for number in range(10))
    return tuple((far * math.sin(turn), 0.06 - far * math.cos(turn)) for far, turn in corners)


def _heart() -> Outline:
    points = []
    for step in range(60):
        turn = math.tau * step / 60
        down = (
            13 * math.cos(turn)
            - 5 * math.cos(2 * turn)
            - 2 * math.cos(3 * turn)
            - math.cos(4 * turn)
        )
        points.append((16 * math.sin(turn) ** 3 / 16.5, -down / 16.5 - 0.08))
    return tuple(points)
