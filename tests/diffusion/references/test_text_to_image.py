"""Text-to-image through the nodes, against StableDiffusionPipeline: equal bits at every step."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from torch import Tensor

from app.diffusion.sampling.schedulers import SCHEDULERS
from app.diffusion.sampling.spacing import SPACINGS
from nodes.sampler import SchedulerName, SpacingName
from nodes.vae_decode import VAEDecode
from tests import components
from tests.diffusion import reference, workbench
from tests.diffusion.agreement import assert_equal_steps

# Not every class offers every spacing; these are the ones that make a difference.
WITH_SIGMAS = ["DPM++ 2M", "DPM++ 2M SDE", "DPM++ 2S", "Euler", "Heun", "DPM2 ancestral"]
WITH_SIGMAS += ["LMS", "UniPC", "DEIS", "SA-Solver", "DPM++ SDE"]


def made(**settings: Any) -> list[Tensor]:
    """The samples after every step and the decoded pixels, through the nodes."""
    latent, bench = workbench.run(**settings)
    image = VAEDecode(latent=latent, vae=workbench.vae()).run(bench)
    return [*bench.samples(), image.pixels]


def test_the_node_offers_exactly_the_schedulers_and_spacings_that_there_are() -> None:
    assert get_args(SchedulerName) == tuple(SCHEDULERS)
    assert get_args(SpacingName) == tuple(SPACINGS)
    assert set(reference.SCHEDULERS) == set(SCHEDULERS)


@pytest.mark.reference(
    family="SD 1",
    feature="text to image, every scheduler",
    against="StableDiffusionPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("name", SCHEDULERS)
def test_every_scheduler_equals_the_pipeline_at_every_step(name: str) -> None:
    assert_equal_steps(made(scheduler=name), reference.text_to_image(name))


@pytest.mark.reference(
    family="SD 1",
    feature="karras, exponential and beta spacing",
    against="StableDiffusionPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("spacing", ["karras", "exponential", "beta"])
@pytest.mark.parametrize("name", WITH_SIGMAS)
def test_sigma_spacings_equal_the_pipeline(name: str, spacing: str) -> None:
    ours = made(scheduler=name, spacing=spacing)
    assert_equal_steps(ours, reference.text_to_image(name, spacing))


@pytest.mark.reference(
    family="SD 1",
    feature="linspace and trailing spacing",
    against="StableDiffusionPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("spacing", ["linspace", "trailing"])
@pytest.mark.parametrize("name", ["DPM++ 2M", "Euler", "DDIM"])
def test_timestep_spacings_equal_the_pipeline(name: str, spacing: str) -> None:
    ours = made(scheduler=name, spacing=spacing)
    assert_equal_steps(ours, reference.text_to_image(name, spacing))


@pytest.mark.reference(
    family="SD 1", feature="lu spacing", against="StableDiffusionPipeline", agreement="equal"
)
def test_lu_spacing_equals_the_pipeline() -> None:
    assert_equal_steps(made(spacing="lu"), reference.text_to_image("DPM++ 2M", "lu"))


@pytest.mark.reference(
    family="SD 1",
    feature="v-prediction, every scheduler",
    against="StableDiffusionPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("name", SCHEDULERS)
def test_a_network_that_predicts_velocity_is_served_by_every_scheduler(name: str) -> None:
    schedule = {**components.SCHEDULE, "prediction_type": "v_prediction", "clip_sample": False}
    ours = made(scheduler=name, steps=3, model=workbench.model(json.dumps(schedule)))
    by = reference.seeded(name, "normal", 3, prediction_type="v_prediction")
    pipeline = reference.pipeline("StableDiffusionPipeline", by)
    theirs = reference.run(
        pipeline, reference.usual_prompts(), num_inference_steps=3, height=64, width=64
    )
    assert_equal_steps(ours, theirs)


@pytest.mark.reference(
    family="SD 1",
    feature="text to image, not square",
    against="StableDiffusionPipeline",
    agreement="equal",
)
def test_a_picture_that_is_not_square_equals_the_pipeline() -> None:
    ours = made(latent=workbench.empty(width=80, height=48))
    pipeline = reference.pipeline("StableDiffusionPipeline", reference.scheduler("DPM++ 2M"))
    theirs = reference.run(pipeline, reference.usual_prompts(), height=48, width=80)
    assert_equal_steps(ours, theirs)


@pytest.mark.reference(
    family="SD 1",
    feature="text to image without guidance",
    against="StableDiffusionPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("settings", [{"cfg": 1.0}, {"negative": None}])
def test_without_guidance_the_network_is_asked_once(settings: dict[str, Any]) -> None:
    theirs = reference.text_to_image("DPM++ 2M", guidance_scale=1.0)
    assert_equal_steps(made(**settings), theirs)


@pytest.mark.reference(
    family="SD 1", feature="eta", against="StableDiffusionPipeline", agreement="equal"
)
@pytest.mark.parametrize("name", ["DDIM", "TCD"])
def test_eta_adds_the_noise_that_the_pipeline_adds(name: str) -> None:
    ours = made(scheduler=name, eta=0.7)
    assert_equal_steps(ours, reference.text_to_image(name, eta=0.7))
