"""Which pictures of the pocket world a training may see."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from resources.models.making.world import picture as words
from resources.models.making.world.picture import Picture, Scene, Shapes
from resources.models.making.world.sampling import (
    KINDS,
    held_out,
    restyled,
    sample,
    sample_held_out,
)


def pictures(count: int, kind: str = "any", training: bool = True) -> Iterator[Picture]:
    random = Random(7)
    return (sample(random, kind, training) for _ in range(count))


def scenes(count: int) -> list[Scene]:
    return [one for one in pictures(count, "scene") if isinstance(one, Scene)]


def test_the_same_seed_gives_the_same_pictures() -> None:
    assert list(pictures(40)) == list(pictures(40))


def test_training_never_sees_a_combination_that_is_held_out() -> None:
    assert not any(held_out(one) for one in pictures(2000))


@pytest.mark.parametrize("kind", KINDS)
def test_about_a_tenth_of_every_kind_is_held_out(kind: str) -> None:
    kept_back = [held_out(one) for one in pictures(2000, kind, training=False)]
    assert 0.06 < sum(kept_back) / len(kept_back) < 0.14


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_held_out_can_be_asked_for(kind: str) -> None:
    random = Random(3)
    assert all(held_out(sample_held_out(random, kind)) for _ in range(20))


def test_neither_style_nor_small_differences_decide_what_is_held_out() -> None:
    random = Random(5)
    for _ in range(100):
        scene = sample_held_out(random, "scene", style="flat")
        assert held_out(restyled(scene, "line"))


def test_training_sees_every_value_of_every_attribute() -> None:
    seen = scenes(1500)
    assert {one.house for one in seen} == {"", *words.HOUSE_COLOURS}
    assert {one.time for one in seen} == set(words.TIMES)
    assert {one.ground for one in seen} == set(words.GROUNDS)
    assert {one.weather for one in seen} == set(words.WEATHERS)
    assert {one.front for one in seen} == {"", "boat", *words.ANIMALS}
    assert {one.style for one in seen} == set(words.STYLES)
    assert {len(one.tree_places) for one in seen} == {0, 1, 2, 3}


def test_training_sees_every_shape_in_every_colour() -> None:
    seen = [one.shapes[0] for one in pictures(3000, "shape") if isinstance(one, Shapes)]
    assert {(one.kind, one.colour) for one in seen} == {
        (kind, colour) for kind in words.SHAPES for colour in words.COLOURS
    }


def test_a_scene_makes_sense() -> None:
    for one in scenes(1500):
        assert one.row.count("house") == bool(one.house)
        assert (one.front in ("duck", "boat")) <= (one.ground == "lake")
        assert (one.weather == "snow") <= (one.ground == "snow")
        assert bool(one.boat) == (one.front == "boat")
        assert bool(one.balloon) == (one.sky_thing == "balloon")


def test_two_shapes_stand_as_their_relation_says() -> None:
    for one in pictures(200, "relation"):
        assert isinstance(one, Shapes)
        first, second = (shape.place for shape in one.shapes)
        assert (first, second) == {"left of": ("left", "right"), "above": ("top", "bottom")}[
            one.relation
        ]
