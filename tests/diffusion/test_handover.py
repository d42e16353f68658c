"""Which models may take over from each other."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from app.graph.types import ValueType
from app.sdk import Model, NodeError
from nodes.model_schedule import ModelSchedule
from nodes.prompt_schedule import PromptSchedule
from tests import components
from tests.diffusion import workbench


def joined(before: Model, after: Model) -> Model:
    """Both models through the node."""
    return ModelSchedule(before=before, after=after).run(workbench.Bench())


def trained(**changes: Any) -> Model:
    """The refiner with another training."""
    return workbench.refining_model(json.dumps({**components.SCHEDULE, **changes}))


def stranger() -> Model:
    """The refiner, of another family."""
    made = workbench.refining_model()
    return replace(made, weights=replace(made.weights, family="SDXL"))


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        (stranger(), "The second model is SDXL and the first is SD 1"),
        (replace(trained(), channels=16), "The second model works on latents of 16 channels"),
        (replace(trained(), factor=4), "The second model works on latents 4 times smaller"),
        (trained(prediction_type="v_prediction"), "The second model predicts v_prediction"),
        (
            trained(beta_end=0.02),
            "The two models were trained on different noise levels (beta_end)",
        ),
        (replace(trained(), schedule="[1"), "The schedule of this model cannot be read"),
    ],
    ids=["family", "channels", "scale", "prediction", "noise levels", "no schedule"],
)
def test_a_model_that_cannot_go_on_is_refused(after: Model, sentence: str) -> None:
    with pytest.raises(NodeError) as caught:
        joined(workbench.model(), after)
    assert str(caught.value).startswith(sentence)
    with pytest.raises(NodeError):
        joined(workbench.model(), joined(after, after))


def test_what_is_only_a_habit_of_sampling_may_differ() -> None:
    made = joined(workbench.model(), trained(timestep_spacing="trailing", steps_offset=0))
    assert [part.start for part in made.course] == [0.0, 0.8]


def test_the_noise_levels_are_those_of_the_first_model() -> None:
    made = joined(workbench.model(), trained(timestep_spacing="trailing"))
    same = joined(workbench.model(), workbench.refining_model())
    assert workbench.trajectory(model=made).recipes == workbench.trajectory(model=same).recipes


def test_prompts_of_another_family_are_refused_wherever_they_act() -> None:
    other = replace(workbench.conditioning(8), family="SDXL")
    node = PromptSchedule(before=workbench.conditioning(1), after=other, start=0.9)
    with pytest.raises(NodeError, match="The prompt is for SDXL"):
        workbench.run(positive=node.run(workbench.Bench()))


def test_the_family_goes_on_to_the_outputs() -> None:
    model = ValueType("Model").with_traits(family="SD 1")
    prompt = ValueType("Conditioning").with_traits(family="SD 1")
    assert ModelSchedule.describe({}, {"after": model}) == {"model": model}
    assert PromptSchedule.describe({}, {"before": prompt}) == {"conditioning": prompt}
