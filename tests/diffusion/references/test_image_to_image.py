"""Image-to-image and inpainting through the nodes, against diffusers' pipelines."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import Tensor

from app.diffusion.sampling.schedulers import SCHEDULERS
from app.sdk import Latent, Mask
from nodes.latent_mask import LatentMask
from nodes.vae_decode import VAEDecode
from nodes.vae_encode import VAEEncode
from tests.diffusion import reference, workbench
from tests.diffusion.agreement import assert_equal_steps

STRENGTHS = [0.3, 0.5, 0.75, 1.0]
FEW = ["DPM++ 2M", "Euler ancestral", "DDIM", "PNDM", "Heun", "UniPC"]


def encoded() -> Latent:
    """A picture as a latent, through the node."""
    node = VAEEncode(image=workbench.picture(5), vae=workbench.vae())
    return node.run(workbench.Bench())


def mask() -> Tensor:
    """Pixels of a mask whose edge lies inside latent places."""
    made = torch.zeros(1, 1, 64, 64)
    made[..., 13:45, 21:57] = 1
    return made


def made(**settings: Any) -> list[Tensor]:
    """The samples after every step and the decoded pixels, through the nodes."""
    latent, bench = workbench.run(**settings)
    image = VAEDecode(latent=latent, vae=workbench.vae()).run(bench)
    return [*bench.samples(), image.pixels]


def from_picture(name: str, strength: float) -> list[Tensor]:
    """The image-to-image pipeline."""
    pipeline = reference.pipeline(
        "StableDiffusionImg2ImgPipeline", reference.seeded(name, "normal", 3)
    )
    pixels = workbench.picture(5).pixels
    return reference.run(pipeline, reference.usual_prompts(), image=pixels, strength=strength)


def inpainted(name: str, strength: float) -> list[Tensor]:
    """The inpainting pipeline with the four-channel network."""
    pipeline = reference.pipeline(
        "StableDiffusionInpaintPipeline", reference.seeded(name, "normal", 3)
    )
    return reference.run(
        pipeline,
        reference.usual_prompts(),
        image=workbench.picture(5).pixels,
        mask_image=mask(),
        height=64,
        width=64,
        strength=strength,
    )


@pytest.mark.reference(
    family="SD 1",
    feature="image to image",
    against="StableDiffusionImg2ImgPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("strength", STRENGTHS)
@pytest.mark.parametrize("name", FEW)
def test_every_strength_equals_the_pipeline(name: str, strength: float) -> None:
    ours = made(scheduler=name, latent=encoded(), denoise=strength)
    assert_equal_steps(ours, from_picture(name, strength))


@pytest.mark.reference(
    family="SD 1",
    feature="image to image, every scheduler",
    against="StableDiffusionImg2ImgPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("name", [name for name in SCHEDULERS if name not in FEW])
def test_every_other_scheduler_equals_the_pipeline_at_half_strength(name: str) -> None:
    ours = made(scheduler=name, latent=encoded(), denoise=0.5)
    assert_equal_steps(ours, from_picture(name, 0.5))


@pytest.mark.reference(
    family="SD 1",
    feature="inpainting, 4 channels, every scheduler",
    against="StableDiffusionInpaintPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("strength", [0.5, 1.0])
@pytest.mark.parametrize("name", SCHEDULERS)
def test_a_mask_equals_the_inpainting_pipeline(name: str, strength: float) -> None:
    node = LatentMask(latent=encoded(), mask=Mask(mask()))
    masked = node.run(workbench.Bench())
    ours = made(scheduler=name, latent=masked, denoise=strength)
    assert_equal_steps(ours, inpainted(name, strength))
