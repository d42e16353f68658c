"""Networks that change a picture by instructions, through the nodes, against their pipelines."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import Tensor

from app.diffusion.sampling.start import NoPictureToChange
from nodes.guidance_rescale import GuidanceRescale
from nodes.image_guidance import ImageGuidance
from nodes.vae_decode import VAEDecode
from nodes.vae_encode import VAEEncode
from tests.diffusion import reference, seeing, workbench, xl
from tests.diffusion.agreement import assert_equal_steps

NAMES = ["DPM++ 2M", "Euler", "Euler ancestral", "DDIM", "PNDM", "Heun"]


def made(family: str, picture: float = 1.5, **settings: Any) -> list[Tensor]:
    """The samples after every step and the decoded pixels, through the nodes."""
    source, bench = xl if family == "SDXL" else workbench, seeing.Bench()
    latent = VAEEncode(image=workbench.picture(5), vae=source.vae()).run(bench)
    usual = {
        "model": seeing.model(family, "instructions"),
        "positive": source.conditioning(1),
        "negative": source.conditioning(2),
        "latent": latent,
        "guidance": ImageGuidance(guidance=settings.pop("more", None), picture=picture).run(bench),
    }
    latent = workbench.sampler(**{**usual, **settings}).run(bench)
    return [*bench.samples(), VAEDecode(latent=latent, vae=source.vae()).run(bench).pixels]


def of_sd1(name: str, **settings: Any) -> list[Tensor]:
    """The pipeline of SD 1; the settings are passed on to it."""
    made_by = seeing.pipeline(
        "StableDiffusionInstructPix2PixPipeline", "SD 1", "instructions", name
    )
    pixels = workbench.picture(5).pixels
    return reference.run(made_by, reference.usual_prompts(), image=pixels, **settings)


def of_sdxl(name: str, **settings: Any) -> list[Tensor]:
    """The pipeline of SDXL, which tells of its steps in another way."""
    made_by = seeing.pipeline(
        "StableDiffusionXLInstructPix2PixPipeline", "SDXL", "instructions", name
    )
    one, other = xl.conditioning(1), xl.conditioning(2)
    seen: list[Tensor] = []
    result = made_by(
        image=workbench.picture(5).pixels,
        prompt_embeds=one.embeddings,
        negative_prompt_embeds=other.embeddings,
        pooled_prompt_embeds=one.pooled,
        negative_pooled_prompt_embeds=other.pooled,
        num_inference_steps=5,
        guidance_scale=5.0,
        generator=torch.Generator().manual_seed(3),
        output_type="pt",
        height=64,
        width=64,
        callback=lambda step, timestep, latents: seen.append(latents.clone()),
        callback_steps=1,
        **settings,
    )
    return [*seen, result.images]


@pytest.mark.reference(
    family="SD 1",
    feature="instructions",
    against="StableDiffusionInstructPix2PixPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("name", NAMES)
def test_it_equals_the_pipeline(name: str) -> None:
    assert_equal_steps(made("SD 1", scheduler=name), of_sd1(name))


@pytest.mark.reference(
    family="SD 1",
    feature="instructions with other guidance by the picture",
    against="StableDiffusionInstructPix2PixPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("picture", [1.0, 2.2])
def test_guidance_by_the_picture_equals_the_pipeline(picture: float) -> None:
    ours = made("SD 1", picture, scheduler="Euler")
    assert_equal_steps(ours, of_sd1("Euler", image_guidance_scale=picture))


@pytest.mark.parametrize("settings", [{"cfg": 1.0}, {"picture": 0.5}])
def test_without_guidance_the_picture_is_seen_all_the_same(settings: Any) -> None:
    theirs = of_sd1(
        "Euler",
        guidance_scale=settings.get("cfg", 5.0),
        image_guidance_scale=settings.get("picture", 1.5),
        negative_prompt_embeds=None,
    )
    assert_equal_steps(made("SD 1", scheduler="Euler", **settings), theirs)


@pytest.mark.reference(
    family="SDXL",
    feature="instructions",
    against="StableDiffusionXLInstructPix2PixPipeline",
    agreement="equal",
)
@pytest.mark.filterwarnings("ignore:.*callback:FutureWarning")
@pytest.mark.parametrize("name", ["DPM++ 2M", "Euler ancestral"])
def test_sdxl_equals_the_pipeline(name: str) -> None:
    assert_equal_steps(made("SDXL", scheduler=name), of_sdxl(name))


@pytest.mark.reference(
    family="SDXL",
    feature="instructions with guidance rescale",
    against="StableDiffusionXLInstructPix2PixPipeline",
    agreement="equal",
)
@pytest.mark.filterwarnings("ignore:.*callback:FutureWarning")
def test_sdxl_with_rescaled_guidance_equals_the_pipeline() -> None:
    rescale = GuidanceRescale(guidance=None, rescale=0.6).run(workbench.Bench())
    ours = made("SDXL", scheduler="Euler", more=rescale)
    assert_equal_steps(ours, of_sdxl("Euler", guidance_rescale=0.6))


def test_it_says_so_where_there_is_no_picture() -> None:
    with pytest.raises(NoPictureToChange, match="through VAE Encode"):
        made("SD 1", latent=workbench.empty())
