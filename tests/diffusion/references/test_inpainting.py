"""Inpainting with networks that see the mask, through the nodes, against diffusers' pipelines."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
import torch
from torch import Tensor

from app.diffusion.sampling.start import NoMaskedPicture
from app.sdk import Control, Latent, Mask
from app.sdk.values import AppliedControl
from nodes.inpaint_latent import InpaintLatent
from nodes.vae_decode import VAEDecode
from nodes.vae_encode import VAEEncode
from tests import components
from tests.diffusion import reference, seeing, workbench, xl
from tests.diffusion.agreement import assert_equal_steps
from tests.diffusion.references.test_image_to_image import mask

STRENGTHS = [0.5, 1.0]
NAMES = ["DPM++ 2M", "Euler", "Euler ancestral", "DDIM", "PNDM", "Heun", "UniPC"]

every_strength = pytest.mark.parametrize("strength", STRENGTHS)
every_scheduler = pytest.mark.parametrize("name", NAMES)


def inpaint_latent(family: str, **settings: Any) -> Latent:
    """A picture with a hole, through the node."""
    node = InpaintLatent(
        image=workbench.picture(5),
        mask=Mask(mask()),
        vae=xl.vae() if family == "SDXL" else workbench.vae(),
        **settings,
    )
    return node.run(seeing.Bench())


def made(family: str, takes: str = "inpainting", **settings: Any) -> list[Tensor]:
    """The samples after every step and the decoded pixels, through the nodes."""
    source = xl if family == "SDXL" else workbench
    bench = seeing.Bench()
    usual = {
        "model": seeing.model(family, takes) if takes else source.model(),
        "positive": source.conditioning(1),
        "negative": source.conditioning(2),
    }
    latent = workbench.sampler(**{**usual, **settings}).run(bench)
    image = VAEDecode(latent=latent, vae=source.vae()).run(bench)
    return [*bench.samples(), image.pixels]


def theirs(family: str, takes: str, name: str, **settings: Any) -> list[Tensor]:
    """The pipeline's."""
    kind = (
        "StableDiffusionXLInpaintPipeline" if family == "SDXL" else "StableDiffusionInpaintPipeline"
    )
    source = xl if family == "SDXL" else workbench
    one, other = source.conditioning(1), source.conditioning(2)
    if family == "SDXL":
        pooled = {"pooled_prompt_embeds": one.pooled, "negative_pooled_prompt_embeds": other.pooled}
        settings = {**settings, **pooled}
    return reference.run(
        seeing.pipeline(kind, family, takes, name),
        (one, other),
        image=workbench.picture(5).pixels,
        mask_image=mask(),
        height=64,
        width=64,
        **settings,
    )


@pytest.mark.reference(
    family="SD 1",
    feature="inpainting with a network that sees the mask",
    against="StableDiffusionInpaintPipeline",
    agreement="equal",
)
@every_strength
@every_scheduler
def test_a_network_of_nine_channels_equals_the_pipeline(name: str, strength: float) -> None:
    ours = made("SD 1", latent=inpaint_latent("SD 1"), denoise=strength, scheduler=name)
    assert_equal_steps(ours, theirs("SD 1", "inpainting", name, strength=strength))


@pytest.mark.reference(
    family="SDXL",
    feature="inpainting with a network that sees the mask",
    against="StableDiffusionXLInpaintPipeline",
    agreement="equal",
)
@every_strength
@pytest.mark.parametrize("name", ["DPM++ 2M", "Euler ancestral"])
def test_sdxl_of_nine_channels_equals_the_pipeline(name: str, strength: float) -> None:
    ours = made("SDXL", latent=inpaint_latent("SDXL"), denoise=strength, scheduler=name)
    assert_equal_steps(ours, theirs("SDXL", "inpainting", name, strength=strength))


@pytest.mark.reference(
    family="SDXL",
    feature="inpainting",
    against="StableDiffusionXLInpaintPipeline",
    agreement="equal",
)
@every_strength
@pytest.mark.parametrize("name", ["DPM++ 2M", "Euler ancestral"])
def test_sdxl_of_four_channels_equals_the_pipeline(name: str, strength: float) -> None:
    ours = made("SDXL", "", latent=inpaint_latent("SDXL"), denoise=strength, scheduler=name)
    assert_equal_steps(ours, theirs("SDXL", "", name, strength=strength))


@pytest.mark.reference(
    family="SD 1",
    feature="inpainting through Inpaint Latent",
    against="StableDiffusionInpaintPipeline",
    agreement="equal",
)
def test_a_network_of_four_channels_takes_the_same_latent() -> None:
    ours = made("SD 1", "", latent=inpaint_latent("SD 1"), scheduler="DPM++ 2M")
    made_by = reference.pipeline(
        "StableDiffusionInpaintPipeline", reference.seeded("DPM++ 2M", "normal", 3)
    )
    expected = reference.run(
        made_by,
        reference.usual_prompts(),
        image=workbench.picture(5).pixels,
        mask_image=mask(),
        height=64,
        width=64,
        strength=1.0,
    )
    assert_equal_steps(ours, expected)


@pytest.mark.reference(
    family="SD 2",
    feature="inpainting with a network that sees the mask",
    against="StableDiffusionInpaintPipeline",
    agreement="equal",
)
def test_a_second_version_that_predicts_velocity_equals_the_pipeline() -> None:
    schedule = json.dumps({**components.SCHEDULE, "prediction_type": "v_prediction"})
    model = replace(seeing.model("SD 2", "inpainting"), schedule=schedule)
    prompts = [replace(prompt, family="SD 2") for prompt in reference.usual_prompts()]
    latent = replace(inpaint_latent("SD 1"), family="SD 2")
    bench = seeing.Bench()
    workbench.sampler(
        model=model,
        positive=prompts[0],
        negative=prompts[1],
        latent=latent,
        scheduler="Euler",
        denoise=0.75,
    ).run(bench)
    made_by = seeing.pipeline("StableDiffusionInpaintPipeline", "SD 2", "inpainting", "Euler")
    made_by.register_modules(scheduler=reference.scheduler("Euler", prediction_type="v_prediction"))
    expected = reference.run(
        made_by,
        reference.usual_prompts(),
        image=workbench.picture(5).pixels,
        mask_image=mask(),
        height=64,
        width=64,
        strength=0.75,
    )
    assert_equal_steps(bench.samples(), expected[:-1])


@pytest.mark.reference(
    family="SD 1",
    feature="inpainting with a network that sees the mask, and a ControlNet",
    against="StableDiffusionControlNetInpaintPipeline",
    agreement="equal",
)
@every_strength
def test_with_a_control_net_it_equals_the_pipeline(strength: float) -> None:
    applied = AppliedControl(
        workbench.control_handle(), workbench.picture(6), strength=0.7, start=0.0, end=0.6
    )
    ours = made(
        "SD 1",
        latent=inpaint_latent("SD 1"),
        denoise=strength,
        scheduler="DPM++ 2M",
        control=Control((applied,)),
    )
    made_by = reference.pipeline(
        "StableDiffusionControlNetInpaintPipeline",
        reference.seeded("DPM++ 2M", "normal", 3),
        controlnet=workbench.control_network(),
    )
    made_by.register_modules(unet=seeing.network("SD 1", "inpainting"))
    expected = reference.run(
        made_by,
        reference.usual_prompts(),
        image=workbench.picture(5).pixels,
        mask_image=mask(),
        control_image=workbench.picture(6).pixels,
        controlnet_conditioning_scale=0.7,
        control_guidance_end=0.6,
        height=64,
        width=64,
        strength=strength,
    )
    assert_equal_steps(ours, expected)


def test_a_batch_of_copies_equals_its_pictures() -> None:
    bench = seeing.Bench()
    model = seeing.model("SD 1", "inpainting")
    both = inpaint_latent("SD 1", copies=2)
    workbench.sampler(model=model, latent=both).run(bench)
    alone = made("SD 1", latent=inpaint_latent("SD 1"), seed=4)
    assert_equal_steps(bench.samples(1), alone[:-1])


def test_two_parts_give_what_one_sampler_gives() -> None:
    model = seeing.model("SD 1", "inpainting")
    whole, bench = inpaint_latent("SD 1"), seeing.Bench()
    settings = {"model": model, "scheduler": "Euler ancestral", "denoise": 0.8}
    expected = workbench.sampler(latent=whole, **settings).run(bench)
    first = workbench.sampler(latent=whole, end_step=2, **settings).run(bench)
    second = workbench.sampler(latent=first, noise="none", **settings).run(bench)
    assert torch.equal(second.samples, expected.samples)


@pytest.mark.parametrize("what", ["nothing", "a picture without a mask"])
def test_it_says_so_where_there_is_no_mask(what: str) -> None:
    encoded = VAEEncode(image=workbench.picture(5), vae=workbench.vae()).run(workbench.Bench())
    latent = workbench.empty() if what == "nothing" else encoded
    with pytest.raises(NoMaskedPicture, match="through Inpaint Latent"):
        made("SD 1", latent=latent)
