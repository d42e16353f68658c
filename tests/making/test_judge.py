"""The judge sees in a picture what is in it, and says so when it is not."""

from __future__ import annotations

import math
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from resources.models.making.judge.check import check, table, visible
from resources.models.making.judge.colours import difference, lab
from resources.models.making.judge.falling import falls
from resources.models.making.judge.shapes import read_shapes
from resources.models.making.judge.silhouettes import overlap, silhouette
from resources.models.making.judge.truth import attributes_of
from resources.models.making.judge.verdict import judge
from resources.models.making.world.captions import caption
from resources.models.making.world.drawing import draw, pixels_of
from resources.models.making.world.palette import COLOUR
from resources.models.making.world.picture import Scene, Shape, Shapes, Wobble
from resources.models.making.world.sampling import sample_held_out

PLAIN = Scene(row=("tree", "house", ""), house="blue", front="cat", front_place="right")
PAIR = Shapes(
    (Shape("heart", "red", "small", "left"), Shape("ring", "white", "small", "right")),
    ("teal",),
    "left of",
)


def test_colours_have_their_textbook_values() -> None:
    found = lab(np.array([[255, 255, 255], [255, 0, 0], [0, 0, 0]], np.uint8))
    wanted = np.array([[100, 0, 0], [53.24, 80.09, 67.20], [0, 0, 0]], np.float32)
    assert difference(found, wanted).max() < 0.1


@pytest.mark.parametrize("style", ["flat", "paper cut", "neon"])
def test_all_of_a_landscape_is_seen_in_every_style(style: str) -> None:
    scene = replace(PLAIN, style=style)
    assert judge(pixels_of(scene), attributes_of(scene)).all_right


@pytest.mark.parametrize("kind", ["shape", "relation"])
def test_shapes_are_told(kind: str) -> None:
    tally = check(kind, "", 10, 1)
    assert tally.share("all") == 1.0, tally.mistakes


def test_what_captions_state_is_found_in_their_pictures() -> None:
    random = Random(4)
    for kind in ("scene", "shape", "relation"):
        picture = sample_held_out(random, kind, "flat")
        verdict = judge(pixels_of(picture), caption(picture, random).stated)
        assert verdict.all_right, (verdict.asked, verdict.seen)
        assert verdict.nothing_else


@pytest.mark.parametrize(
    ("shown", "attribute"),
    [
        (replace(PLAIN, house="red"), "house"),
        (replace(PLAIN, time="night"), "time"),
        (replace(PLAIN, ground="sand"), "ground"),
        (replace(PLAIN, row=("", "house", "tree")), "tree side"),
        (replace(PLAIN, row=("pine", "house", "")), "tree"),
        (replace(PLAIN, row=("tree", "house", "tree")), "trees"),
        (replace(PLAIN, front="sheep"), "animal"),
        (replace(PLAIN, front_place="left"), "front place"),
        (replace(PLAIN, leaves="pink"), "leaves"),
    ],
)
def test_another_landscape_is_not_what_was_asked_for(shown: Scene, attribute: str) -> None:
    verdict = judge(pixels_of(shown), attributes_of(PLAIN))
    assert not verdict.right[attribute]


@pytest.mark.parametrize(
    ("shown", "attribute"),
    [
        (replace(PAIR, shapes=PAIR.shapes[::-1]), "relation"),
        (replace(PAIR, ground=("teal", "yellow")), "background end"),
        (replace(PAIR, shapes=PAIR.shapes[:1], relation=""), "count"),
    ],
)
def test_other_shapes_are_not_what_was_asked_for(shown: Shapes, attribute: str) -> None:
    shown = replace(shown, shapes=placed(shown))
    verdict = judge(pixels_of(shown), attributes_of(PAIR))
    assert not verdict.right[attribute]


def placed(picture: Shapes) -> tuple[Shape, ...]:
    """The shapes from left to right in the order in which they are named."""
    return tuple(
        replace(shape, place=place)
        for shape, place in zip(picture.shapes, ("left", "right"), strict=False)
    )


def test_what_nobody_asked_for_is_noticed() -> None:
    stated = {"house": "blue", "tree": "tree", "trees": "1"}
    assert not judge(pixels_of(PLAIN), stated).nothing_else
    assert judge(pixels_of(PLAIN), stated | {"animal": "cat"}).nothing_else


def test_soft_pictures_are_understood_too() -> None:
    for picture in (PLAIN, PAIR):
        soft = Image.fromarray(pixels_of(picture)).filter(ImageFilter.GaussianBlur(1.2))
        verdict = judge(np.asarray(soft), attributes_of(picture))
        assert verdict.all_right, (verdict.asked, verdict.seen)


def test_noise_shows_nothing_of_what_was_asked_for() -> None:
    noise = np.random.default_rng(1).integers(0, 256, (128, 128, 3), np.uint8)
    assert not judge(noise, {"house": "blue"}).all_right
    assert not judge(noise, attributes_of(PAIR)).all_right


def test_silhouettes_are_those_of_the_things() -> None:
    shapes = draw(PAIR)
    true = shapes.mask("first shape", "second shape")
    assert overlap(silhouette(shapes.pixels, True), true) > 0.9
    scene = draw(PLAIN)
    true = scene.mask("wall", "roof", "door", "window", "trunk", "crown", "cat")
    assert overlap(silhouette(scene.pixels, False), true) > 0.75


def painted(*polygons: list[tuple[float, float]], ink: str = "red") -> np.ndarray:
    """Polygons on white, smooth and 128 pixels wide."""
    image = Image.new("RGB", (512, 512), "white")
    for points in polygons:
        ImageDraw.Draw(image).polygon([(4 * x, 4 * y) for x, y in points], COLOUR[ink])
    return np.asarray(image.reduce(4))


def around(x: float, y: float, *radii: float) -> list[tuple[float, float]]:
    """The corners of a closed line, the first above the middle."""
    turns = (math.tau * number / len(radii) for number in range(len(radii)))
    return [
        (x + far * math.sin(turn), y - far * math.cos(turn))
        for far, turn in zip(radii, turns, strict=True)
    ]


def test_a_blob_is_no_shape() -> None:
    blobs = (
        around(64, 64, 30, 22, 31, 20, 26, 30, 21, 28, 24),
        around(64, 64, 24, 31, 19, 26, 33, 22, 18),
    )
    for blob in blobs:
        [region] = read_shapes(painted(blob)).regions
        assert region.kind == "", region
    [region] = read_shapes(painted(around(64, 64, *(24.0,) * 60))).regions
    assert region.kind == "circle"


def test_a_spike_does_not_hide_a_star() -> None:
    star, spike = around(64, 64, *(26.0, 11.3) * 5), [(60, 60), (100, 30), (66, 66)]
    [region] = read_shapes(painted(star, spike)).regions
    assert region.kind == "star"
    assert region.place == "middle"


def test_a_fat_small_star_is_small() -> None:
    [region] = read_shapes(painted(around(64, 64, *(15.0, 8.5) * 5))).regions
    assert (region.kind, region.size) == ("star", "small")


def test_a_shape_is_one_where_the_ground_passes_through_its_colour() -> None:
    shapes = (Shape("star", "blue", "medium", "top"), Shape("triangle", "gray", "medium", "bottom"))
    picture = Shapes(shapes, ("black", "white"), "above")
    verdict = judge(pixels_of(picture), attributes_of(picture))
    assert verdict.all_right, verdict.seen


def test_a_gradient_shows_through_a_small_ring() -> None:
    picture = Shapes((Shape("ring", "purple", "small", "middle"),), ("orange", "teal"))
    assert judge(pixels_of(picture), attributes_of(picture)).all_right


def test_a_house_between_trees_is_no_tree() -> None:
    scene = replace(PLAIN, row=("tree", "house", "tree"), house="green", style="paper cut")
    assert judge(pixels_of(scene), attributes_of(scene)).right["trees"]


def test_all_that_is_there_is_counted() -> None:
    blobs = [around(x, y, *(14.0,) * 40) for x, y in ((30, 30), (98, 30), (30, 98), (98, 98))]
    stated = {"background": "white"}
    assert judge(painted(*blobs[:3]), stated).seen["count"] == "3"
    assert judge(painted(*blobs), stated).seen["count"] == "4"


def test_what_shows_through_a_ring_is_not_counted() -> None:
    ring = np.array(pixels_of(Shapes((Shape("ring", "red", "medium", "middle"),), ("white",))))
    ring[60:69, 60:69] = COLOUR["green"]
    [region] = read_shapes(ring).regions
    assert (region.kind, region.colour) == ("ring", "red")


def test_two_animals_are_not_one() -> None:
    left, right = (pixels_of(replace(PLAIN, front_place=place)) for place in ("left", "right"))
    both = np.concatenate([left[:, :64], right[:, 64:]], axis=1)
    stated = {"animal": "cat"}
    assert judge(left, stated).all_right
    assert not judge(both, stated).all_right


def test_without_sun_no_side_of_it_is_told() -> None:
    sunny = pixels_of(replace(PLAIN, row=("", "house", ""), light_side="right"))
    covered = np.array(sunny)
    covered[:45, 64:] = sunny[:45, 63::-1]
    assert judge(sunny, {"light side": "right"}).all_right
    assert judge(covered, {}).seen["light side"] == ""


def test_the_table_has_a_row_for_every_attribute() -> None:
    tally = check("shape", "", 2, 0)
    lines = table([("single shapes", tally)]).splitlines()
    assert lines[0] == "| attribute | single shapes |"
    assert len(lines) == 2 + len(tally.asked)


@pytest.mark.parametrize("style", ["flat", "paper cut", "neon"])
def test_clouds_without_flakes_are_no_snowfall(style: str) -> None:
    """A gray sky looks much like a sky from which snow falls."""
    clear = replace(PLAIN, time="night", ground="snow", sky_thing="clouds", style=style)
    assert not falls(lab(pixels_of(clear)))
    assert falls(lab(pixels_of(replace(clear, weather="snow"))))
    assert falls(lab(pixels_of(replace(clear, ground="grass", weather="rain"))))


def test_snowy_mountains_in_a_neon_night_are_no_snowfall() -> None:
    row, wobble = ("house", "", "pine"), Wobble(-0.47, 0.21, 0.55, 0.86, -0.31, 0.69)
    bare = Scene(time="night", ground="snow", row=row, style="neon", wobble=wobble)
    scene = replace(bare, house="pink", far="mountains", sky_thing="clouds", light_side="left")
    assert not falls(lab(pixels_of(scene)))
    assert falls(lab(pixels_of(replace(scene, weather="snow"))))


def test_hills_that_hardly_show_are_not_asked_for() -> None:
    row = ("tree", "house", "tree")
    hidden = Scene(row=row, wobble=Wobble(0.09, 0.75, -0.2, 0.6, 0.35, 0.68))
    assert "far" not in visible(hidden)
    assert visible(replace(hidden, row=("", "", "")))["far"] == ""
    assert visible(replace(hidden, far="mountains"))["far"] == "mountains"
