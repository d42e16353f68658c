"""Changes of what acts late, seeds and branches cost only their own calls of the network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.sdk import Context, Model
from app.sdk.declare import Node
from tests.diffusion import workbench
from tests.diffusion.studio import Studio, sampling


class TinyRefiner(Node):
    """The handle of the tiny refiner."""

    def run(self, ctx: Context) -> Model:
        return workbench.refining_model()


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    """A program that has not made anything yet."""
    made = Studio(tmp_path)
    made.kinds.add(TinyRefiner)
    with made.counting():
        yield made


def fed(nodes: dict[str, Any], inputs: dict[str, str], **settings: Any) -> dict[str, Any]:
    """A sampling of 10 steps whose Sampler takes these inputs as well."""
    graph = {**sampling(**{"steps": 10, **settings}), **nodes}
    kind, parameters, usual = graph["sampler"]
    graph["sampler"] = kind, parameters, {**usual, **inputs}
    return graph


def guided(*changes: tuple[float, float], **settings: Any) -> dict[str, Any]:
    """Guidance that changes at places to values."""
    nodes: dict[str, Any] = {}
    for number, (start, cfg) in enumerate(changes):
        before = {"guidance": f"change {number - 1}"} if number else {}
        nodes[f"change {number}"] = ("GuidanceSchedule", {"start": start, "cfg": cfg}, before)
    return fed(nodes, {"guidance": f"change {len(changes) - 1}"}, **settings)


def prompted(start: float, then: int, socket: str = "positive") -> dict[str, Any]:
    """A prompt that another one takes over from."""
    source = {"positive": "words", "negative": "unwanted"}[socket]
    nodes = {
        "other words": ("Words", {"seed": then}, {}),
        "both": ("PromptSchedule", {"start": start}, {"before": source, "after": "other words"}),
    }
    return fed(nodes, {socket: "both"})


def refined(start: float) -> dict[str, Any]:
    """A model that a refiner takes over from."""
    inputs = {"before": "model", "after": "refiner"}
    nodes = {"refiner": ("TinyRefiner", {}, {}), "two": ("ModelSchedule", {"start": start}, inputs)}
    return fed(nodes, {"model": "two"})


def seeded(text: str, batch: int = 1) -> dict[str, Any]:
    """A picture for each seed of a list."""
    return fed({"list": ("SeedList", {"seeds": text}, {})}, {"seeds": "list"}, batch=batch)


def test_guidance_costs_the_steps_from_its_start_on(studio: Studio) -> None:
    assert studio.run(fed({}, {})) == 10
    assert studio.run(guided((0.6, 3.0))) == 4
    assert studio.why().endswith("steps 6 to 9 ran because cfg changed from 7 to 3")
    assert studio.run(guided((0.6, 4.0))) == 4
    assert studio.run(guided((0.6, 4.0), (0.8, 2.0))) == 2
    assert studio.run(guided((0.8, 4.0))) == 2
    assert studio.run(guided((0.6, 3.0))) == 0
    assert studio.run(guided((0.0, 3.0), cfg=5.0)) == 10
    assert studio.run(guided((0.0, 3.0), cfg=6.0)) == 0


def test_prompts_cost_the_steps_in_which_they_act(studio: Studio) -> None:
    assert studio.run(fed({}, {})) == 10
    assert studio.run(prompted(0.5, then=7)) == 5
    assert studio.run(prompted(0.5, then=8)) == 5
    assert studio.run(prompted(0.7, then=8)) == 3
    assert studio.run(prompted(1.0, then=9)) == 0
    assert studio.run(prompted(0.9, then=7, socket="negative")) == 1


def test_a_refiner_costs_the_steps_in_which_it_acts(studio: Studio) -> None:
    assert studio.run(fed({}, {})) == 10
    asked: list[int] = []
    hook = workbench.refiner().register_forward_hook(lambda *_: asked.append(1))
    try:
        assert (studio.run(refined(0.8)), len(asked)) == (0, 2)
        assert (studio.run(refined(0.7)), len(asked)) == (0, 5)
        assert (studio.run(refined(0.9)), len(asked)) == (0, 6)
        assert (studio.run(refined(0.8)), len(asked)) == (0, 6)
    finally:
        hook.remove()


def test_of_another_list_of_seeds_only_the_new_ones_are_made(studio: Studio) -> None:
    assert studio.run(seeded("1, 5, 9-10")) == 40
    assert studio.run(seeded("5, 9, 20, 10")) == 10
    assert studio.run(fed({}, {}, seed=20)) == 0
    assert studio.run(seeded("3, 4, 5", batch=3)) == 20


def test_a_sampler_that_goes_on_costs_what_is_left(studio: Studio) -> None:
    graph = sampling(steps=10, end_step=4)
    _, parameters, inputs = graph["sampler"]
    going_on = {**parameters, "end_step": 0, "noise": "none"}
    graph["rest"] = ("Sampler", going_on, {**inputs, "latent": "sampler"})
    assert studio.run(graph) == 10
    graph["other words"] = ("Words", {"seed": 7}, {})
    branch = {**inputs, "latent": "sampler", "positive": "other words"}
    graph["branch"] = ("Sampler", going_on, branch)
    assert studio.run(graph) == 6
    assert studio.steps("branch") == (0, 6)


def test_it_does_not_matter_in_how_many_parts_steps_are_done(studio: Studio) -> None:
    whole = sampling(steps=10, scheduler="DPM++ 2M SDE", batch=2)
    assert studio.run(whole) == 20
    parts = dict(whole)
    for number, (start, end) in enumerate([(0, 3), (3, 7), (7, 0)]):
        _, parameters, inputs = whole["sampler"]
        taken = {"noise": "none", "start_step": start} if number else {}
        before = {"latent": f"part {number - 1}"} if number else {}
        given = {**parameters, **taken, "end_step": end}
        parts[f"part {number}"] = ("Sampler", given, {**inputs, **before})
    assert studio.run(parts) == 0
    assert studio.steps("part 1") == (8, 0)
    parts["other words"] = ("Words", {"seed": 7}, {})
    parts["part 1"][2]["positive"] = "other words"
    assert studio.run(parts) == 2 * (4 + 3)
