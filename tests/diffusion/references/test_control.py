"""ControlNets through the nodes, against StableDiffusionControlNetPipeline."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
import torch
from torch import Tensor

from app.sdk import Control
from nodes.control_net import ControlNet
from nodes.vae_decode import VAEDecode
from tests.diffusion import reference, workbench
from tests.diffusion.agreement import assert_equal_steps


class Applied(NamedTuple):
    """One ControlNet of a chain."""

    seed: int
    strength: float = 1.0
    start: float = 0.0
    end: float = 1.0


ONE = [
    [Applied(7)],
    [Applied(7, 0.6)],
    [Applied(7, 0.6, 0.2, 0.8)],
    [Applied(7, 1.0, 0.0, 0.5)],
]
TWO = [
    [Applied(7, 0.9), Applied(8, 0.4)],
    [Applied(7, 0.9, 0.0, 0.6), Applied(8, 1.3, 0.4, 1.0)],
]


def chain(applied: list[Applied]) -> Control:
    """The chain as ControlNet nodes make it; every network has a picture of its own."""
    control: Control | None = None
    for one in applied:
        control = ControlNet(
            network=workbench.control_handle(one.seed),
            image=workbench.picture(one.seed),
            control=control,
            vae=None,
            strength=one.strength,
            start=one.start,
            end=one.end,
        ).run(workbench.Bench())
    assert control is not None
    return control


def made(**settings: Any) -> list[Tensor]:
    """The samples after every step and the decoded pixels, through the nodes."""
    latent, bench = workbench.run(**settings)
    image = VAEDecode(latent=latent, vae=workbench.vae()).run(bench)
    return [*bench.samples(), image.pixels]


def piped(name: str, applied: list[Applied], **settings: Any) -> list[Tensor]:
    """The pipeline with one ControlNet, or with several."""
    networks = [workbench.control_network(one.seed) for one in applied]
    images = [workbench.picture(one.seed).pixels for one in applied]
    single = len(applied) == 1
    pipeline = reference.pipeline(
        "StableDiffusionControlNetPipeline",
        reference.seeded(name, "normal", 3),
        controlnet=networks[0] if single else networks,
    )
    return reference.run(
        pipeline,
        reference.usual_prompts(),
        image=images[0] if single else images,
        controlnet_conditioning_scale=applied[0].strength
        if single
        else [one.strength for one in applied],
        control_guidance_start=[one.start for one in applied],
        control_guidance_end=[one.end for one in applied],
        **settings,
    )


@pytest.mark.reference(
    family="SD 1",
    feature="ControlNets with strengths and windows",
    against="StableDiffusionControlNetPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("applied", [*ONE, *TWO])
@pytest.mark.parametrize("name", ["DPM++ 2M", "Euler ancestral", "Heun", "PNDM"])
def test_scales_and_windows_equal_the_pipeline(name: str, applied: list[Applied]) -> None:
    ours = made(scheduler=name, control=chain(applied))
    assert_equal_steps(ours, piped(name, applied))


@pytest.mark.reference(
    family="SD 1",
    feature="ControlNets without guidance",
    against="StableDiffusionControlNetPipeline",
    agreement="equal",
)
def test_without_guidance_it_equals_the_pipeline() -> None:
    ours = made(control=chain(TWO[1]), cfg=1.0)
    assert_equal_steps(ours, piped("DPM++ 2M", TWO[1], guidance_scale=1.0))


def test_a_network_that_is_never_active_is_never_loaded() -> None:
    _, bench = workbench.run(control=chain([Applied(7, 0.0)]))
    assert workbench.control_handle(7) not in bench.loaded


def test_an_end_that_moves_keeps_the_steps_before_it() -> None:
    long = workbench.trajectory(control=chain([Applied(7, 1.0, 0.0, 0.8)]), steps=10)
    short = workbench.trajectory(control=chain([Applied(7, 1.0, 0.0, 0.6)]), steps=10)
    same = [one == other for one, other in zip(long.recipes, short.recipes, strict=True)]
    assert long.origin == short.origin
    assert same == [True] * 6 + [False] * 2 + [True] * 2

    state = long.first()
    for index in range(6):
        state = long.step(index, state)
    for index in range(6, 10):
        state = short.step(index, state)
    latent, _ = workbench.run(control=chain([Applied(7, 1.0, 0.0, 0.6)]), steps=10)
    assert torch.equal(state.samples, latent.samples)
