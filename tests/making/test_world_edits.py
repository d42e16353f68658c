"""An edit changes what its instruction says, and leaves the rest as it was."""

from __future__ import annotations

from random import Random

import numpy as np

from resources.models.making.world.drawing import draw
from resources.models.making.world.edit import Edit
from resources.models.making.world.edits import edit
from resources.models.making.world.picture import Picture, Scene, Shapes
from resources.models.making.world.sampling import held_out, sample


def edits(count: int, kind: str = "any", style: str = "") -> list[tuple[Picture, Edit]]:
    random = Random(31)
    chosen = [sample(random, kind, style=style) for _ in range(count)]
    return [(one, edit(one, random)) for one in chosen]


def test_an_edit_always_changes_the_picture_and_never_to_one_that_is_held_out() -> None:
    for before, change in edits(600):
        assert change.after != before
        assert not held_out(change.after)


def test_the_same_seed_gives_the_same_edits() -> None:
    assert edits(40) == edits(40)


def test_every_kind_of_edit_comes_up() -> None:
    kinds = {change.kind for _, change in edits(800)}
    scene_kinds = {
        "time",
        "ground",
        "house",
        "trees",
        "leaves",
        "front",
        "boat",
        "sky",
        "weather",
        "far",
    }
    assert kinds == scene_kinds | {"colour", "background"}


def test_small_differences_and_style_stay_the_same() -> None:
    for before, change in edits(200, "scene"):
        assert isinstance(before, Scene)
        assert isinstance(change.after, Scene)
        assert change.after.wobble == before.wobble
        assert change.after.style == before.style


def test_the_parts_that_must_stay_look_as_before() -> None:
    for before, change in edits(70, style="flat"):
        if not change.stays:
            continue
        first, second = draw(before), draw(change.after)
        same = first.mask(*change.stays) & second.mask(*change.stays)
        moved = np.abs(first.pixels.astype(int) - second.pixels).max(axis=2)[same]
        assert np.median(moved) == 0, change.instruction
        assert (moved > 60).mean() < 0.05, change.instruction


def test_sun_and_moon_do_not_wander_unasked() -> None:
    for before, change in edits(60, "scene", style="flat"):
        if change.kind in ("time", "weather"):
            continue
        light = "moon" if isinstance(before, Scene) and before.time == "night" else "sun"
        first, second = draw(before).boxes.get(light), draw(change.after).boxes.get(light)
        if first and second and change.kind not in ("far", "trees", "sky"):
            assert first == second, change.instruction


def test_instructions_name_what_changes() -> None:
    for before, change in edits(400):
        after = change.after
        if change.kind == "house" and isinstance(after, Scene):
            assert after.house in change.instruction.replace("grey", "gray")
        if change.kind == "background" and isinstance(after, Shapes):
            assert after.ground[0] in change.instruction.replace("grey", "gray")
        if change.kind == "front" and isinstance(before, Scene) and before.front:
            assert before.front in change.instruction
