"""A change costs only the steps in which it acts: the calls of the network are counted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.diffusion.studio import Studio, controls, sampling


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    """A program that has not made anything yet."""
    made = Studio(tmp_path)
    with made.counting():
        yield made


def led(*chain: dict[str, float], **settings: Any) -> dict[str, Any]:
    """A sampling led by a chain of ControlNets."""
    return {**controls(*chain), **sampling(control=f"control {len(chain)}", **settings)}


def test_a_first_run_asks_once_a_step(studio: Studio) -> None:
    assert studio.run(sampling()) == 30
    assert studio.steps() == (0, 30)
    assert studio.why() == "ran because it had not run before"
    assert studio.run(sampling()) == 0


def test_stop_loses_no_step(studio: Studio) -> None:
    assert studio.run(sampling(), stop_at=12) == 12
    assert studio.run(sampling()) == 18
    assert studio.steps() == (12, 18)
    assert studio.why() == (
        "ran because it did not finish the last time; steps 0 to 11 were kept; "
        "steps 12 to 29 ran because the last run stopped before"
    )


def test_an_earlier_end_of_a_control_costs_the_steps_after_it(studio: Studio) -> None:
    first = {"end": 1.0}
    assert studio.run(led(first, {"end": 0.8})) == 30
    assert studio.run(led(first, {"end": 0.6})) == 12
    assert studio.steps() == (18, 12)
    assert studio.why() == (
        "ran because what comes in on control changed; steps 0 to 17 were kept; "
        "steps 18 to 29 ran because control 2 ends earlier"
    )
    assert studio.why("control 2") == "ran because end changed from 0.8 to 0.6"
    assert studio.run(led(first, {"end": 0.7})) == 9
    assert studio.why().endswith("steps 21 to 29 ran because control 2 ends later")
    assert studio.run(led(first, {"end": 0.8})) == 0


def test_a_second_control_costs_the_steps_from_its_start_on(studio: Studio) -> None:
    studio.run(led({"end": 1.0}))
    assert studio.run(led({"end": 1.0}, {"start": 0.5})) == 15
    assert studio.why().endswith("steps 15 to 29 ran because control 2 was added")
    assert studio.run(led({"end": 1.0}, {"start": 0.5, "strength": 0.8})) == 15
    told = "steps 15 to 29 ran because strength of control 2 changed from 1 to 0.8"
    assert studio.why().endswith(told)
    assert studio.run(led({"end": 1.0}, {"start": 0.4, "strength": 0.8})) == 18
    assert studio.why().endswith("steps 12 to 29 ran because control 2 starts earlier")
    assert studio.run(led({"end": 1.0})) == 0


def test_a_control_that_does_not_act_costs_nothing(studio: Studio) -> None:
    studio.run(sampling())
    assert studio.run(led({"strength": 0.0})) == 0
    assert studio.steps() == (30, 0)


def test_a_later_end_step_costs_the_steps_between(studio: Studio) -> None:
    assert studio.run(sampling(end_step=20)) == 20
    assert studio.run(sampling(end_step=30)) == 10
    assert studio.steps() == (20, 10)
    assert studio.why().endswith("steps 20 to 29 ran because the last run ended before")
    assert studio.run(sampling(end_step=0)) == 0
    assert studio.run(sampling(end_step=25)) == 0


def test_seeds_that_were_tried_are_finished_from_where_they_stand(studio: Studio) -> None:
    assert studio.run(sampling(batch=6, end_step=8)) == 6 * 8
    for seed in (3, 5, 8):
        assert studio.run(sampling(seed=seed)) == 22
        assert studio.steps() == (8, 22)


def test_a_branch_costs_the_steps_after_it(studio: Studio) -> None:
    trunk = sampling()
    assert studio.run(trunk) == 30
    parameters, inputs = trunk["sampler"][1:]
    branch = {
        **trunk,
        "start": ("Sampler", {**parameters, "end_step": 12}, inputs),
        "other words": ("Words", {"seed": 7}, {}),
        "branch": (
            "Sampler",
            {**parameters, "start_step": 12, "noise": "none"},
            {**inputs, "latent": "start", "positive": "other words"},
        ),
    }
    assert studio.run(branch) == 18
    assert studio.steps("start") == (12, 0)
    assert studio.steps("branch") == (0, 18)
    branch["other words"] = ("Words", {"seed": 8}, {})
    assert studio.run(branch) == 18
    assert studio.why("branch") == "ran because what comes in on positive changed"


def test_one_more_picture_costs_one_picture(studio: Studio) -> None:
    assert studio.run(sampling(batch=4, steps=10)) == 40
    assert studio.run(sampling(batch=5, steps=10)) == 10
    assert studio.steps() == (40, 10)
    assert studio.why() == (
        "ran because what comes in on latent changed; 4 of 5 pictures were kept whole"
    )
    assert studio.run(sampling(batch=3, steps=10)) == 0


def test_pictures_made_together_and_alone_are_never_mixed(studio: Studio) -> None:
    assert studio.run(sampling(batch=2, steps=10)) == 20
    assert studio.run(sampling(batch=2, steps=10, mode="shared")) == 10
    assert studio.run(sampling(batch=3, steps=10, mode="shared")) == 10


def test_the_same_sampler_elsewhere_costs_nothing(studio: Studio) -> None:
    graph = sampling()
    studio.run(graph)
    assert studio.run({**graph, "copy": graph["sampler"]}) == 0
    moved = {f"other {id}": node for id, node in graph.items()}
    for id, (kind, parameters, inputs) in moved.items():
        moved[id] = kind, parameters, {name: f"other {source}" for name, source in inputs.items()}
    assert studio.run(moved) == 0


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"cfg": 6.5}, "cfg changed from 7 to 6.5"),
        ({"words": 9}, "what comes in on positive changed"),
        ({"seed": 4}, "seed changed from 3 to 4"),
        ({"scheduler": "Euler"}, "scheduler changed from DPM++ 2M to Euler"),
        (
            {"spacing": "karras"},
            "spacing changed from normal to karras; steps 0 to 29 ran because noise levels changed",
        ),
    ],
    ids=["cfg", "prompt", "seed", "scheduler", "spacing"],
)
def test_what_acts_in_every_step_costs_all_and_is_told(
    studio: Studio, change: dict[str, Any], told: str
) -> None:
    studio.run(sampling())
    assert studio.run(sampling(**change)) == 30
    assert studio.why() == f"ran because {told}"


def test_what_changes_on_the_way_is_told_where_it_changes(studio: Studio) -> None:
    graph = sampling()
    kind, parameters, inputs = graph["sampler"]
    graph["sampler"] = kind, parameters, {**inputs, "guidance": "guidance"}
    graph["guidance"] = "GuidanceSchedule", {"start": 0.6, "cfg": 3.0}, {}
    studio.run(graph)
    graph["guidance"] = "GuidanceSchedule", {"start": 0.6, "cfg": 2.0}, {}
    assert studio.run(graph) == 12
    assert studio.why() == (
        "ran because what comes in on guidance changed; steps 0 to 17 were kept; "
        "steps 18 to 29 ran because cfg changed from 3 to 2"
    )


def test_another_list_of_seeds_costs_the_new_ones(studio: Studio) -> None:
    graph = sampling(steps=10)
    kind, parameters, inputs = graph["sampler"]
    graph["sampler"] = kind, parameters, {**inputs, "seeds": "seeds"}
    graph["seeds"] = "SeedList", {"seeds": "3, 7, 8"}, {}
    assert studio.run(graph) == 30
    graph["seeds"] = "SeedList", {"seeds": "7, 3, 11"}, {}
    assert studio.run(graph) == 10
    assert studio.why() == (
        "ran because what comes in on seeds changed; 2 of 3 pictures were kept whole; "
        "steps 0 to 9 ran because seed changed from 8 to 11"
    )


def test_another_number_of_steps_is_another_way(studio: Studio) -> None:
    studio.run(sampling())
    assert studio.run(sampling(steps=20)) == 20
    assert studio.why() == "ran because steps changed from 30 to 20"
