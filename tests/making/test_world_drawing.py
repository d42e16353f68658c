"""Drawings are smooth, and what is said to be true of them can be seen in their pixels."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray

from resources.models.making.world.drawing import Drawing, draw, pixels_of
from resources.models.making.world.palette import COLOUR, light_of
from resources.models.making.world.picture import (
    HOUSE_COLOURS,
    LORA_STYLES,
    PARTS,
    STYLES,
    Scene,
    Shape,
    Shapes,
)
from resources.models.making.world.sampling import sample


def scenes(count: int, style: str = "flat") -> list[Scene]:
    random = Random(23)
    chosen = [sample(random, "scene", style=style) for _ in range(count)]
    return [one for one in chosen if isinstance(one, Scene)]


def middle_colour(drawing: Drawing, part: str) -> NDArray[np.float64]:
    colours: NDArray[np.float64] = np.median(drawing.pixels[drawing.mask(part)], axis=0)
    return colours


def middle_of(box: tuple[int, int, int, int]) -> float:
    return (box[0] + box[2]) / 2


def test_edges_are_smooth() -> None:
    disc = Shapes((Shape("circle", "black", "large", "middle"),), ("white",))
    gray = pixels_of(disc)[10:60].mean(axis=2)
    between = (gray > 80) & (gray < 200)
    assert between.sum() > 60


@pytest.mark.parametrize("size", [64, 128, 192])
def test_a_drawing_has_the_size_asked_for(size: int) -> None:
    drawing = draw(Scene(), size)
    assert drawing.pixels.shape == (size, size, 3)
    assert drawing.pixels.dtype == np.uint8
    assert drawing.parts.shape == drawing.depth.shape == (size, size)


def test_the_same_picture_is_drawn_the_same_twice() -> None:
    for one in scenes(6):
        assert np.array_equal(draw(one).pixels, draw(one).pixels)
        assert np.array_equal(draw(one).pixels, pixels_of(one))


def test_the_colour_of_the_wall_tells_the_colour_of_the_house() -> None:
    for one in scenes(70):
        if not one.house or one.weather != "clear":
            continue
        seen = middle_colour(draw(one), "wall")
        light = light_of(one)
        away = {
            name: np.abs(np.array(light.kept(COLOUR[name])) - seen).sum() for name in HOUSE_COLOURS
        }
        assert min(away, key=lambda name: away[name]) == one.house


@pytest.mark.parametrize("style", STYLES)
def test_what_a_scene_holds_covers_enough_pixels_to_be_seen(style: str) -> None:
    smallest = {
        "wall": 500,
        "sun": 120,
        "moon": 100,
        "cat": 250,
        "sheep": 250,
        "rabbit": 200,
        "duck": 200,
        "hull": 130,
    }
    for one in scenes(24, style):
        drawing = draw(one)
        shown = {PARTS[number] for number in np.unique(drawing.parts)}
        assert ("wall" in shown) == bool(one.house)
        assert ("crown" in shown) == bool(one.tree)
        assert one.front in ("", "boat") or one.front in shown
        assert ("hull" in shown) == (one.front == "boat")
        assert ("water" in shown) == (one.ground == "lake")
        for part in shown & set(smallest) - {"sun", "moon"}:
            assert drawing.mask(part).sum() >= smallest[part], part


def test_sun_and_moon_are_seen_where_the_scene_says() -> None:
    for one in scenes(40):
        boxes = draw(one).boxes
        name = "moon" if one.time == "night" else "sun"
        assert (name in boxes) == (one.weather == "clear")
        if name in boxes:
            assert (middle_of(boxes[name]) < 64) == (one.light_side == "left")


def test_trees_stand_on_the_side_of_the_house_that_the_scene_says() -> None:
    for one in scenes(40):
        boxes = draw(one).boxes
        for number, name in enumerate(one.row):
            if name in ("tree", "pine") and one.house:
                place = ("left", "middle", "right")[number]
                tree, house = middle_of(boxes[f"{place} {name}"]), middle_of(boxes["house"])
                assert (tree < house) == (number < one.row.index("house"))


def test_boxes_hold_exactly_what_they_name() -> None:
    drawing = draw(Scene(front="cat", ground="snow"))
    left, top, right, bottom = drawing.boxes["cat"]
    rows, columns = np.nonzero(drawing.mask("cat"))
    assert (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1) == (
        left,
        top,
        right,
        bottom,
    )


def test_near_things_are_nearer_in_depth() -> None:
    drawing = draw(Scene(front="sheep", far="mountains", row=("tree", "house", "")))
    order = ["sky", "mountains", "wall", "sheep"]
    depths = [float(np.median(drawing.depth[drawing.mask(part)])) for part in order]
    assert depths == sorted(set(depths))
    assert 0 <= drawing.depth.min() <= drawing.depth.max() <= 1
    ground = drawing.depth[:, 2][drawing.parts[:, 2] == PARTS.index("ground")]
    assert (np.diff(ground) >= 0).all()


def test_relations_between_shapes_are_seen_in_their_boxes() -> None:
    random = Random(8)
    for _ in range(20):
        one = sample(random, "relation")
        assert isinstance(one, Shapes)
        boxes = draw(one).boxes
        side = 0 if one.relation == "left of" else 1
        assert boxes["first shape"][side + 2] <= boxes["second shape"][side]


def test_shapes_have_the_colours_of_their_names() -> None:
    random = Random(9)
    for _ in range(30):
        one = sample(random, "shape")
        assert isinstance(one, Shapes)
        seen = middle_colour(draw(one), "first shape")
        away = {name: np.abs(np.array(value) - seen).sum() for name, value in COLOUR.items()}
        assert min(away, key=lambda name: away[name]) == one.shapes[0].colour


def test_every_style_changes_the_look_and_not_the_truth() -> None:
    flat = draw(Scene(front="rabbit", row=("pine", "house", "")))
    for style in (*STYLES[1:], *LORA_STYLES):
        other = draw(Scene(front="rabbit", row=("pine", "house", ""), style=style))
        assert np.array_equal(other.parts, flat.parts)
        assert np.abs(other.pixels.astype(int) - flat.pixels).mean() > 8, style


def test_night_is_darker_than_day_and_sunset_is_warmer() -> None:
    day, sunset, night = (
        pixels_of(replace(Scene(), time=time)) for time in ("day", "sunset", "night")
    )
    assert night.mean() < 0.7 * sunset.mean() < day.mean()
    sky = slice(20, 60)
    assert sunset[sky, :, 0].mean() > sunset[sky, :, 2].mean()
    assert day[sky, :, 2].mean() > day[sky, :, 0].mean()
