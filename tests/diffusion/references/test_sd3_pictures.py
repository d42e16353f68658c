"""SD 3 beginning with a picture: image to image and inpainting, against diffusers' pipelines."""

from __future__ import annotations

from typing import Any

import pytest
from torch import Tensor

from app.sdk import Latent, Mask
from nodes.latent_mask import LatentMask
from nodes.vae_decode import VAEDecode
from nodes.vae_encode import VAEEncode
from tests.diffusion import sd3, workbench
from tests.diffusion.agreement import assert_equal_steps
from tests.diffusion.references.test_image_to_image import STRENGTHS, mask

NAMES = ["Euler", "Heun"]
"""The schedulers that diffusers' pipelines can begin with a picture in rectified flow."""


def encoded() -> Latent:
    """A picture as a latent, through the node."""
    return VAEEncode(image=workbench.picture(5), vae=sd3.vae()).run(sd3.Bench())


def made(**settings: Any) -> list[Tensor]:
    """The samples after every step and the decoded pixels, through the nodes."""
    bench = sd3.Bench()
    latent = sd3.sampler(**settings).run(bench)
    image = VAEDecode(latent=latent, vae=sd3.vae()).run(bench)
    return [*bench.samples(), image.pixels]


@pytest.mark.reference(
    family="SD 3",
    feature="image to image",
    against="StableDiffusion3Img2ImgPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("strength", STRENGTHS)
@pytest.mark.parametrize("name", NAMES)
def test_every_strength_equals_the_pipeline(name: str, strength: float) -> None:
    pipeline = sd3.pipeline("StableDiffusion3Img2ImgPipeline", sd3.scheduler(name))
    pixels = workbench.picture(5).pixels
    theirs = sd3.run(pipeline, image=pixels, strength=strength, height=64, width=64)
    ours = made(scheduler=name, latent=encoded(), denoise=strength)
    assert_equal_steps(ours, theirs)


@pytest.mark.reference(
    family="SD 3",
    feature="inpainting, latents",
    against="StableDiffusion3InpaintPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("strength", [0.5, 1.0])
@pytest.mark.parametrize("name", NAMES)
def test_a_mask_equals_the_inpainting_pipeline(name: str, strength: float) -> None:
    pipeline = sd3.pipeline("StableDiffusion3InpaintPipeline", sd3.scheduler(name))
    theirs = sd3.run(
        pipeline,
        image=workbench.picture(5).pixels,
        mask_image=mask(),
        height=64,
        width=64,
        strength=strength,
    )
    masked = LatentMask(latent=encoded(), mask=Mask(mask())).run(sd3.Bench())
    ours = made(scheduler=name, latent=masked, denoise=strength)
    # The pipeline decodes without the VAE's shift_factor, so that its picture is another one.
    assert_equal_steps(ours[:-1], theirs[:-1])
