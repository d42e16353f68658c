"""Flux beginning with a picture: image to image and inpainting, against diffusers' pipelines."""

from __future__ import annotations

from typing import Any

import pytest
from torch import Tensor

from app.sdk import Latent, Mask
from nodes.latent_mask import LatentMask
from nodes.vae_decode import VAEDecode
from nodes.vae_encode import VAEEncode
from tests.diffusion import flux, workbench
from tests.diffusion.agreement import assert_equal_steps
from tests.diffusion.references.test_image_to_image import STRENGTHS, mask


def encoded() -> Latent:
    """A picture as a latent, through the node."""
    return VAEEncode(image=workbench.picture(5), vae=flux.vae()).run(flux.Bench())


def made(**settings: Any) -> list[Tensor]:
    """The samples after every step and the decoded pixels, through the nodes."""
    bench = flux.Bench()
    latent = flux.sampler(**settings).run(bench)
    image = VAEDecode(latent=latent, vae=flux.vae()).run(bench)
    return [*bench.samples(), image.pixels]


@pytest.mark.reference(
    family="Flux", feature="image to image", against="FluxImg2ImgPipeline", agreement="equal"
)
@pytest.mark.parametrize("strength", STRENGTHS)
@pytest.mark.parametrize("dev", [True, False], ids=["dev", "schnell"])
def test_every_strength_equals_the_pipeline(dev: bool, strength: float) -> None:
    pipeline = flux.pipeline("FluxImg2ImgPipeline", dev=dev)
    theirs = flux.run(pipeline, image=workbench.picture(5).pixels, strength=strength)
    settings = {"model": flux.model(dev), "cfg": 3.5 if dev else 1.0, "denoise": strength}
    assert_equal_steps(made(latent=encoded(), **settings), theirs)


@pytest.mark.reference(
    family="Flux", feature="inpainting", against="FluxInpaintPipeline", agreement="equal"
)
@pytest.mark.parametrize("strength", [0.5, 1.0])
def test_a_mask_equals_the_inpainting_pipeline(strength: float) -> None:
    theirs = flux.run(
        flux.pipeline("FluxInpaintPipeline"),
        image=workbench.picture(5).pixels,
        mask_image=mask(),
        strength=strength,
    )
    masked = LatentMask(latent=encoded(), mask=Mask(mask())).run(flux.Bench())
    assert_equal_steps(made(latent=masked, denoise=strength), theirs)
