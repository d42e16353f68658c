"""T2I-Adapters through the nodes, against StableDiffusionAdapterPipeline."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from diffusers import MultiAdapter
from torch import Tensor

from app.diffusion.sampling.loop import trajectories
from app.diffusion.sampling.request import Request
from app.sdk import Control
from nodes.t2i_adapter import T2IAdapter
from tests.diffusion import reference, steered, workbench
from tests.diffusion.agreement import assert_equal_steps


def chain(*applied: tuple[int, float, float, float]) -> Control:
    """Adapters by seed, strength, start and end; every one has a picture of its own."""
    control: Control | None = None
    for seed, strength, start, end in applied:
        control = T2IAdapter(
            network=steered.picture_handle(seed),
            image=workbench.picture(seed),
            control=control,
            strength=strength,
            start=start,
            end=end,
        ).run(workbench.Bench())
    assert control is not None
    return control


def made(**settings: Any) -> list[Tensor]:
    """The samples after every step."""
    bench = steered.Bench()
    workbench.sampler(**settings).run(bench)
    return bench.samples()


def piped(name: str, adapters: list[tuple[int, float]]) -> list[Tensor]:
    """The pipeline with one adapter, or with several; it has but the old kind of callback."""
    networks = [steered.picture_adapter(seed) for seed, _ in adapters]
    images = [workbench.picture(seed).pixels for seed, _ in adapters]
    strengths = [strength for _, strength in adapters]
    single = len(adapters) == 1
    seen: list[Tensor] = []
    pipeline = reference.pipeline(
        "StableDiffusionAdapterPipeline",
        reference.seeded(name, "normal", 3),
        adapter=networks[0] if single else MultiAdapter(networks),
    )
    positive, negative = reference.usual_prompts()
    pipeline(
        prompt_embeds=positive.embeddings,
        negative_prompt_embeds=negative.embeddings,
        image=images[0] if single else images,
        adapter_conditioning_scale=strengths[0] if single else strengths,
        num_inference_steps=5,
        guidance_scale=5.0,
        generator=torch.Generator().manual_seed(3),
        output_type="latent",
        callback=lambda step, timestep, latents: seen.append(latents.clone()),
    )
    return seen


@pytest.mark.reference(
    family="SD 1",
    feature="T2I-Adapter",
    against="StableDiffusionAdapterPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("adapters", [[(21, 1.0)], [(21, 0.7)], [(21, 0.9), (23, 0.4)]])
@pytest.mark.parametrize("name", ["DPM++ 2M", "Euler ancestral"])
def test_strengths_and_sums_equal_the_pipeline(
    name: str, adapters: list[tuple[int, float]]
) -> None:
    control = chain(*((seed, strength, 0.0, 1.0) for seed, strength in adapters))
    assert_equal_steps(made(scheduler=name, control=control), piped(name, adapters))


def test_an_adapter_acts_in_its_window_alone() -> None:
    plain, led = made(), made(control=chain((21, 1.0, 0.0, 1.0)))
    partly = made(control=chain((21, 1.0, 0.0, 0.4)))
    assert torch.equal(partly[1], led[1])
    assert not torch.equal(partly[2], led[2])
    assert torch.equal(made(control=chain((21, 0.0, 0.0, 1.0)))[-1], plain[-1])


def test_an_end_that_moves_keeps_the_steps_before_it() -> None:
    def recipes(end: float) -> list[str]:
        node = workbench.sampler(control=chain((21, 1.0, 0.0, end)), steps=10)
        request = Request(**vars(node)).with_a_fitting_latent()
        (found,) = trajectories(steered.Bench(), request)
        return list(found.recipes)

    same = [one == other for one, other in zip(recipes(0.8), recipes(0.6), strict=True)]
    assert same == [True] * 6 + [False] * 2 + [True] * 2
