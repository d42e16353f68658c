"""A Sampler that a list of prompts reaches: each picture is work of its own, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.diffusion.studio import Studio, sampling

STEPS = 6


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    """A program that has not made anything yet."""
    made = Studio(tmp_path)
    with made.counting():
        yield made


def listed(count: int, index: int = 0, late: float = 4.0) -> dict[str, Any]:
    """A sampling for each of several prompts, of which one picture is picked."""
    graph = sampling(steps=STEPS)
    kind, parameters, inputs = graph["sampler"]
    return {
        **graph,
        "numbers": ("Range", {"first": 4, "count": count}, {}),
        "words": ("Words", {}, {"seed": "numbers"}),
        "late": ("GuidanceSchedule", {"start": 0.5, "cfg": late}, {}),
        "sampler": (kind, parameters, {**inputs, "guidance": "late"}),
        "picked": ("PickFromList", {"index": index}, {"items": "sampler"}),
    }


def alone(prompt: int) -> dict[str, Any]:
    """The same sampling for one prompt, without a list."""
    graph = listed(1)
    return {
        **{name: graph[name] for name in ("model", "unwanted", "empty", "late", "sampler")},
        "words": ("Words", {"seed": prompt}, {}),
    }


def test_a_picture_of_a_list_is_the_one_that_is_made_alone(studio: Studio, tmp_path: Path) -> None:
    other = Studio(tmp_path / "other")
    other.run(alone(5))
    studio.run(listed(3, index=1))
    assert studio.finished("picked").results["item"] == other.finished().results["latent"]


def test_only_pictures_whose_prompt_is_new_are_made(studio: Studio) -> None:
    one = studio.run(alone(4))
    assert one > 0
    assert studio.run(listed(3)) == 2 * one
    assert studio.run(listed(4)) == one
    assert studio.run(listed(2)) == 0
    assert studio.run(alone(6)) == 0


def test_a_late_change_costs_only_the_late_steps_of_every_picture(studio: Studio) -> None:
    whole = studio.run(listed(3))
    assert studio.run(listed(3, late=2.0)) == whole // 2
    assert studio.steps() == (3 * STEPS // 2, 3 * STEPS // 2)
