"""Picks pictures at random, and keeps some combinations back that no training may see.

About a tenth of all combinations are held out by a fixed sum over the attributes, so that a test
can ask for pictures whose every word was learnt but never together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random
from typing import cast

from resources.models.making.world.palette import apart
from resources.models.making.world.picture import (
    ANIMALS,
    BRIGHT_COLOURS,
    COLOURS,
    FAR_THINGS,
    GROUNDS,
    HOUSE_COLOURS,
    LEAVES,
    PLACES,
    RELATIONS,
    SHAPE_PLACES,
    SHAPES,
    SIZES,
    SKY_THINGS,
    TIMES,
    TREES,
    Picture,
    Scene,
    Shape,
    Shapes,
    Wobble,
)

KINDS = ("scene", "shape", "relation")
_ROWS = ("", "left", "right", "middle", "both", "all")


def sample(random: Random, kind: str = "any", training: bool = True, style: str = "") -> Picture:
    """A random picture of a kind of KINDS, or of any; in training never one that is held out.

    A `style` other than "" is used for every scene instead of one picked at random.
    """
    while True:
        chosen = kind if kind != "any" else random.choices(KINDS, (68, 18, 14))[0]
        picture = _MAKERS[chosen](random)
        if style:
            picture = restyled(picture, style)
        if not (training and held_out(picture)):
            return picture


def sample_held_out(random: Random, kind: str = "any", style: str = "") -> Picture:
    """A random picture that no training may see."""
    while True:
        picture = sample(random, kind, training=False, style=style)
        if held_out(picture):
            return picture


def restyled(picture: Picture, style: str) -> Picture:
    """The same picture in another style; neon gets no colours that it cannot show."""
    if isinstance(picture, Shapes):
        return replace(picture, style=style)
    return _fit_style(replace(picture, style=style))


def held_out(picture: Picture) -> bool:
    """Whether a picture's attributes are kept back; neither style nor small differences matter."""
    return _scene_held_out(picture) if isinstance(picture, Scene) else _shapes_held_out(picture)


def _scene_held_out(scene: Scene) -> bool:
    colour = HOUSE_COLOURS.index(scene.house) if scene.house_place else 11
    front = ("", *ANIMALS, "boat").index(scene.front)
    trees = sum((1, 4, 16)[number] for number, name in enumerate(scene.row) if name in TREES)
    total = (
        colour
        + 3 * TIMES.index(scene.time)
        + 5 * GROUNDS.index(scene.ground)
        + 7 * trees
        + 2 * front
    )
    return total % 10 == 0


def _shapes_held_out(picture: Shapes) -> bool:
    ground = COLOURS.index(picture.ground[0])
    totals = [
        7 * COLOURS.index(shape.colour) + 5 * SHAPES.index(shape.kind) + 3 * ground
        for shape in picture.shapes
    ]
    if picture.relation:
        totals = [sum(totals) + RELATIONS.index(picture.relation)]
    return any(total % 10 == 0 for total in totals)


def _scene(random: Random) -> Scene:
    ground = random.choices(GROUNDS, (34, 24, 20, 22))[0]
    house_place = random.choices(("", *PLACES), (22, 22, 34, 22))[0]
    row = _row(random, house_place, ground)
    far = random.choices(FAR_THINGS, (56, 23, 21))[0]
    sky_thing = random.choices(SKY_THINGS, (54, 24, 22))[0]
    time = random.choices(TIMES, (38, 30, 32))[0]
    front = _front(random, ground)
    scene = Scene(
        time=time,
        ground=ground,
        weather=_weather(random, time, ground),
        row=row,
        house=random.choice(HOUSE_COLOURS) if house_place else "",
        leaves=_leaves(random, row, ground),
        front=front,
        front_place=random.choice(PLACES) if front else "middle",
        boat=random.choice(BRIGHT_COLOURS) if front == "boat" else "",
        sky_thing=sky_thing,
        balloon=random.choice(BRIGHT_COLOURS) if sky_thing == "balloon" else "",
        far=far,
        fence=ground in ("grass", "snow") and random.random() < 0.18,
        flowers=ground == "grass" and random.random() < 0.24,
        light_side=random.choice(("left", "right")),
        style=random.choices(("flat", "paper cut", "neon"), (70, 15, 15))[0],
        wobble=wobble(random),
    )
    return _fit_style(_fit_weather(scene))


def with_row(scene: Scene, row: Sequence[str]) -> Scene:
    """The scene with other things at its three places."""
    left, middle, right = row
    return replace(scene, row=(left, middle, right))


def wobble(random: Random) -> Wobble:
    """Small random differences."""
    return Wobble(*(round(random.uniform(-1, 1), 2) for _ in range(6)))


def _row(random: Random, house_place: str, ground: str) -> tuple[str, str, str]:
    tree = random.choice(TREES) if ground != "sand" else random.choices(TREES, (3, 1))[0]
    row = [""] * 3
    pattern = random.choices(_ROWS, (34, 18, 18, 8, 15, 7))[0]
    chosen = {"left": (0,), "right": (2,), "middle": (1,), "both": (0, 2), "all": (0, 1, 2)}.get(
        pattern, ()
    )
    for number in chosen:
        row[number] = tree
    if house_place:
        place = PLACES.index(house_place)
        row = _beside(random, row, place, tree)
        row[place] = "house"
    return cast("tuple[str, str, str]", tuple(row))


def _beside(random: Random, row: list[str], house: int, tree: str) -> list[str]:
    """Move a lone tree that the house would hide to one of the free places."""
    trees = [number for number, name in enumerate(row) if name]
    if trees == [house]:
        row = [""] * 3
        row[random.choice([number for number in range(3) if number != house])] = tree
    return row


def _front(random: Random, ground: str) -> str:
    if ground == "lake":
        return random.choices(("", "boat", "duck"), (25, 45, 30))[0]
    return random.choices(("", "cat", "sheep", "rabbit"), (46, 18, 18, 18))[0]


def _weather(random: Random, time: str, ground: str) -> str:
    if time == "sunset" or random.random() > 0.18:
        return "clear"
    return {"snow": "snow", "sand": "clear"}.get(ground, "rain")


def _leaves(random: Random, row: tuple[str, str, str], ground: str) -> str:
    if "tree" not in row or ground not in ("grass", "lake"):
        return "green"
    return random.choices(LEAVES, (50, 25, 25))[0]


def _fit_weather(scene: Scene) -> Scene:
    """Rain and snow fall from clouds, which hide what else is in the sky."""
    return scene if scene.weather == "clear" else replace(scene, sky_thing="clouds", balloon="")


def _fit_style(scene: Scene) -> Scene:
    """Neon has no brown and no gray: they would look like orange and white."""
    if scene.style == "neon" and scene.house not in ("", *BRIGHT_COLOURS, "white"):
        swap = {"brown": "orange", "gray": "white"}
        return replace(scene, house=swap[scene.house])
    return scene


def _shift(random: Random) -> tuple[float, float]:
    return round(random.uniform(-0.025, 0.025), 3), round(random.uniform(-0.025, 0.025), 3)


def _ground(random: Random) -> tuple[str, ...]:
    return tuple(random.sample(COLOURS, 2 if random.random() < 0.25 else 1))


def _shape(random: Random) -> Shapes:
    ground = _ground(random)
    size = random.choice(SIZES)
    places = SHAPE_PLACES if size != "large" else ("middle",)
    place = random.choice((*places, *["middle"] * (4 if size != "large" else 0)))
    return Shapes(
        (Shape(random.choice(SHAPES), colour_on(random, ground), size, place, _shift(random)),),
        ground,
    )


def colour_on(random: Random, ground: tuple[str, ...], *others: str) -> str:
    """A colour that differs clearly from the ground's and from others that are there already."""
    fits = [
        name
        for name in COLOURS
        if name not in others and all(apart(name, under) for under in ground)
    ]
    return random.choice(fits)


def _relation(random: Random) -> Shapes:
    relation = random.choice(RELATIONS)
    ground = _ground(random)
    places = ("left", "right") if relation == "left of" else ("top", "bottom")
    size = random.choice(("small", "medium"))
    first = colour_on(random, ground)
    second = colour_on(random, ground, first)
    shapes = tuple(
        Shape(random.choice(SHAPES), colour, size, place, _shift(random))
        for colour, place in zip((first, second), places, strict=True)
    )
    return Shapes(shapes, ground, relation)


_MAKERS: dict[str, Callable[[Random], Picture]] = {
    "scene": _scene,
    "shape": _shape,
    "relation": _relation,
}
