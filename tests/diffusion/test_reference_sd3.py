"""SD 3 and 3.5 against diffusers' own pipelines, bit by bit."""

from __future__ import annotations

from typing import Any

import pytest
from torch import Tensor

from nodes.vae_decode import VAEDecode
from tests.diffusion import sd3
from tests.diffusion.agreement import assert_equal_steps


def made(**settings: Any) -> list[Tensor]:
    """The samples after every step and the decoded pixels, through the nodes."""
    bench = sd3.Bench()
    latent = sd3.sampler(**settings).run(bench)
    image = VAEDecode(latent=latent, vae=sd3.vae()).run(bench)
    return [*bench.samples(), image.pixels]


@pytest.mark.reference(
    family="SD 3", feature="text to image", against="StableDiffusion3Pipeline", agreement="equal"
)
@pytest.mark.parametrize("name", sd3.SCHEDULERS)
def test_text_to_image_equals_the_pipeline(name: str) -> None:
    assert_equal_steps(made(scheduler=name), sd3.text_to_image(name))


@pytest.mark.reference(
    family="SD 3",
    feature="text to image, 3.5",
    against="StableDiffusion3Pipeline",
    agreement="equal",
)
@pytest.mark.parametrize("cfg", [1.0, 5.0])
def test_the_newer_network_equals_the_pipeline(cfg: float) -> None:
    ours = made(model=sd3.model(newer=True), cfg=cfg)
    assert_equal_steps(ours, sd3.text_to_image("Euler", newer=True, guidance_scale=cfg))
