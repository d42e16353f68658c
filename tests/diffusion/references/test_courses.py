"""What changes on the way, against a loop over diffusers' schedulers: equal bits at every step."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
import torch
from torch import Tensor

from app.sdk import Conditioning, Guidance, Model
from nodes.guidance_schedule import GuidanceSchedule
from nodes.model_schedule import ModelSchedule
from nodes.prompt_schedule import PromptSchedule
from tests.diffusion import reference, workbench
from tests.diffusion.agreement import assert_equal_steps

STEPS = 6
NAMES = ["DPM++ 2M", "Euler", "Euler ancestral", "DPM++ 2M SDE", "DPM++ SDE", "UniPC", "PNDM"]
NAMES += ["DDIM", "LMS", "Heun", "DPM2"]

every_scheduler = pytest.mark.parametrize("name", NAMES)


class Asked(NamedTuple):
    """What a step of the reference is guided by."""

    positive: Conditioning
    negative: Conditioning
    cfg: float = 5.0
    network: Any = None


USUAL = Asked(*reference.usual_prompts())


def answer(asked: Asked, model_input: Tensor, timestep: Tensor) -> Tensor:
    """The guided prediction, as diffusers' pipelines compute it."""
    network = asked.network or workbench.unet()
    positive, negative = asked.positive.embeddings, asked.negative.embeddings
    if asked.cfg == 1:
        plain: Tensor = network(model_input, timestep, positive, return_dict=False)[0]
        return plain
    embeddings = torch.cat([negative, positive])
    found = network(torch.cat([model_input] * 2), timestep, embeddings, return_dict=False)[0]
    without, with_prompt = found.chunk(2)
    guided: Tensor = without + asked.cfg * (with_prompt - without)
    return guided


@torch.no_grad()
def loop(name: str, asked_at: Callable[[float], Asked]) -> list[Tensor]:
    """The latents after every call of a sampling that asks for something else at each place."""
    by = reference.seeded(name, "normal", 3)
    by.set_timesteps(STEPS)
    generator = torch.Generator().manual_seed(3)
    latents = torch.randn((1, 4, 8, 8), generator=generator) * by.init_noise_sigma
    takes_generator = "generator" in inspect.signature(by.step).parameters
    options = {"generator": generator} if takes_generator else {}
    count = (len(by.timesteps) + by.order - 1) // by.order
    seen = []
    for index, timestep in enumerate(by.timesteps):
        asked = asked_at(index // by.order / count)
        output = answer(asked, by.scale_model_input(latents, timestep), timestep)
        latents = by.step(output, timestep, latents, return_dict=False, **options)[0]
        seen.append(latents)
    return seen


def made(name: str, **settings: Any) -> list[Tensor]:
    """The same through the Sampler."""
    return workbench.run(scheduler=name, steps=STEPS, **settings)[1].samples()


def scheduled(before: Conditioning, after: Conditioning, start: float) -> Conditioning:
    """A prompt that another one takes over from."""
    return PromptSchedule(before=before, after=after, start=start).run(workbench.Bench())


def guidance(start: float, cfg: float, change: Any = "at once", **more: Any) -> Guidance:
    """Guidance that changes at one place."""
    node = GuidanceSchedule(**{"guidance": None, **more}, start=start, cfg=cfg, change=change)
    return node.run(workbench.Bench())


def refined(start: float) -> Model:
    """The tiny model, with the refiner taking over."""
    node = ModelSchedule(before=workbench.model(), after=workbench.refining_model(), start=start)
    return node.run(workbench.Bench())


@pytest.mark.reference(
    family="SD 1",
    feature="guidance that changes on the way",
    against="a loop over the schedulers of diffusers",
    agreement="not offered",
)
@every_scheduler
def test_guidance_from_a_step_on(name: str) -> None:
    ours = made(name, guidance=guidance(0.5, 2.5))
    theirs = loop(name, lambda place: USUAL._replace(cfg=2.5 if place >= 0.5 else 5.0))
    assert_equal_steps(ours, theirs)


@pytest.mark.reference(
    family="SD 1",
    feature="guidance that ends on the way",
    against="a loop over the schedulers of diffusers",
    agreement="not offered",
)
@every_scheduler
def test_where_cfg_is_one_the_negative_prompt_is_not_asked(name: str) -> None:
    ours = made(name, guidance=guidance(0.5, 1.0))
    theirs = loop(name, lambda place: USUAL._replace(cfg=1.0 if place >= 0.5 else 5.0))
    assert_equal_steps(ours, theirs)


@pytest.mark.reference(
    family="SD 1",
    feature="guidance that changes gradually",
    against="a loop over the schedulers of diffusers",
    agreement="not offered",
)
def test_guidance_that_goes_gradually_and_in_several_changes() -> None:
    course = guidance(0.75, 1.5, guidance=guidance(0.5, 3.0, "gradual"))

    def cfg(place: float) -> float:
        if place >= 0.75:
            return 1.5
        return 5.0 + (3.0 - 5.0) * place / 0.5 if place < 0.5 else 3.0

    theirs = loop("DPM++ 2M", lambda place: USUAL._replace(cfg=cfg(place)))
    assert_equal_steps(made("DPM++ 2M", guidance=course), theirs)


@pytest.mark.reference(
    family="SD 1",
    feature="prompt that changes on the way",
    against="a loop over the schedulers of diffusers",
    agreement="not offered",
)
@every_scheduler
def test_a_prompt_that_changes_on_the_way(name: str) -> None:
    other = workbench.conditioning(8)
    ours = made(name, positive=scheduled(USUAL.positive, other, 0.5))
    theirs = loop(name, lambda place: USUAL._replace(positive=other) if place >= 0.5 else USUAL)
    assert_equal_steps(ours, theirs)


@pytest.mark.reference(
    family="SD 1",
    feature="prompts that change at places of their own",
    against="a loop over the schedulers of diffusers",
    agreement="not offered",
)
def test_both_prompts_change_at_places_of_their_own() -> None:
    third, fourth = workbench.conditioning(8), workbench.conditioning(9, tokens=154)
    ours = made(
        "DPM++ 2M",
        positive=scheduled(scheduled(USUAL.positive, third, 0.3), fourth, 0.6),
        negative=scheduled(USUAL.negative, third, 0.8),
    )
    twice = third.embeddings.repeat(1, 2, 1), USUAL.negative.embeddings.repeat(1, 2, 1)
    long_third, long_negative = (workbench.Conditioning(t, workbench.FAMILY) for t in twice)

    def asked(place: float) -> Asked:
        if place < 0.6:
            return Asked(third if place >= 0.3 else USUAL.positive, USUAL.negative)
        return Asked(fourth, long_third if place >= 0.8 else long_negative)

    assert_equal_steps(ours, loop("DPM++ 2M", asked))


@pytest.mark.reference(
    family="SD 1",
    feature="second model that takes over",
    against="a loop over the schedulers of diffusers",
    agreement="not offered",
)
@every_scheduler
def test_a_second_model_that_takes_over(name: str) -> None:
    ours = made(name, model=refined(0.5))
    second = USUAL._replace(network=workbench.refiner())
    assert_equal_steps(ours, loop(name, lambda place: second if place >= 0.5 else USUAL))


@pytest.mark.reference(
    family="SD 1",
    feature="prompt, guidance and model that change",
    against="a loop over the schedulers of diffusers",
    agreement="not offered",
)
def test_all_of_it_together_in_a_batch() -> None:
    other = workbench.conditioning(8)
    settings = {
        "positive": scheduled(USUAL.positive, other, 0.3),
        "guidance": guidance(0.5, 1.0),
        "model": refined(0.8),
    }

    def asked(place: float) -> Asked:
        return Asked(
            other if place >= 0.3 else USUAL.positive,
            USUAL.negative,
            1.0 if place >= 0.5 else 5.0,
            workbench.refiner() if place >= 0.8 else None,
        )

    _, bench = workbench.run(steps=STEPS, latent=workbench.empty(2), **settings)
    assert_equal_steps(bench.samples(0), loop("DPM++ 2M", asked))
