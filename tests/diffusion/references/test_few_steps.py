"""Networks that need few steps, and noise that ends at nothing, against the pipelines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.sdk import Guidance
from tests.diffusion import workbench
from tests.diffusion.agreement import assert_equal_steps
from tests.diffusion.beds import SD2, VELOCITY, XL, Bed, against

SIDE = {"height": 64, "width": 64}
ZERO = replace(
    VELOCITY,
    trained={
        **VELOCITY.trained,
        "rescale_betas_zero_snr": True,
        "timestep_spacing": "trailing",
    },
)
TOLD = replace(XL, more={**XL.more, "time_cond_proj_dim": 8})


@pytest.mark.reference(
    family="SD 2",
    feature="noise rescaled to no signal at all, v-prediction",
    against="StableDiffusionPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("name", ["DDIM", "Euler", "Euler ancestral", "DPM++ 2M", "UniPC", "DDPM"])
def test_noise_that_begins_without_any_picture(name: str) -> None:
    theirs = ZERO.piped(ZERO.pipeline("", name), **SIDE)
    assert_equal_steps(ZERO.made(scheduler=name), theirs)


@against("guidance rescale", "", VELOCITY, XL)
@pytest.mark.parametrize("name", ["DPM++ 2M", "DDIM"])
def test_guidance_with_the_spread_of_the_plain_answer(bed: Bed, name: str) -> None:
    theirs = bed.piped(bed.pipeline("", name), **SIDE, guidance_rescale=0.7)
    assert_equal_steps(bed.made(scheduler=name, guidance=Guidance(rescale=0.7)), theirs)


@pytest.mark.reference(
    family="SD 2",
    feature="noise rescaled to no signal at all, guidance rescale",
    against="StableDiffusionPipeline",
    agreement="equal",
)
def test_noise_without_any_picture_and_guidance_rescale() -> None:
    theirs = ZERO.piped(ZERO.pipeline("", "DDIM"), **SIDE, guidance_rescale=0.7)
    assert_equal_steps(ZERO.made(scheduler="DDIM", guidance=Guidance(rescale=0.7)), theirs)


@pytest.mark.reference(
    family="SDXL",
    feature="guidance as a number (LCM)",
    against="StableDiffusionXLPipeline",
    agreement="equal",
)
def test_a_network_that_is_told_the_guidance() -> None:
    theirs = TOLD.piped(TOLD.pipeline("", "LCM"), **SIDE, guidance_scale=6.0, num_inference_steps=4)
    assert_equal_steps(TOLD.made(scheduler="LCM", cfg=6.0, steps=4), theirs)


@pytest.mark.reference(
    family="SDXL",
    feature="guidance as a number (LCM), image to image",
    against="StableDiffusionXLImg2ImgPipeline",
    agreement="equal",
)
def test_a_network_that_is_told_the_guidance_and_given_a_picture() -> None:
    picture = workbench.picture(5).pixels
    more = {"image": picture, "strength": 0.5, "guidance_scale": 6.0, "num_inference_steps": 8}
    theirs = TOLD.piped(TOLD.pipeline("Img2Img", "LCM"), **more)
    ours = TOLD.made(latent=TOLD.encoded(), scheduler="LCM", cfg=6.0, steps=8, denoise=0.5)
    assert_equal_steps(ours, theirs)


@against("few steps, trailing, without guidance (Turbo, Lightning, Hyper)", "", SD2, XL)
@pytest.mark.parametrize("steps", [1, 2, 4])
@pytest.mark.parametrize("name", ["Euler ancestral", "Euler", "DDIM", "LCM", "TCD"])
def test_few_steps(bed: Bed, name: str, steps: int) -> None:
    spacing = "normal" if name in ("LCM", "TCD") else "trailing"
    made = bed.pipeline("", name, spacing)
    theirs = bed.piped(made, **SIDE, guidance_scale=0.0, num_inference_steps=steps)
    ours = bed.made(scheduler=name, spacing=spacing, steps=steps, cfg=1.0, negative=None)
    assert_equal_steps(ours, theirs)


@against("few steps, image to image (Turbo)", "Img2Img", SD2, XL)
def test_few_steps_from_a_picture(bed: Bed) -> None:
    more = {"image": workbench.picture(5).pixels, "strength": 0.5}
    made = bed.pipeline("Img2Img", "Euler ancestral", "trailing")
    theirs = bed.piped(made, **more, guidance_scale=0.0, num_inference_steps=2)
    how = {"scheduler": "Euler ancestral", "spacing": "trailing", "steps": 2, "denoise": 0.5}
    assert_equal_steps(bed.made(latent=bed.encoded(), cfg=1.0, **how), theirs)


@against("noise in every step (TCD with eta, Hyper)", "", SD2, XL)
def test_eta_in_few_steps(bed: Bed) -> None:
    made = bed.pipeline("", "TCD")
    theirs = bed.piped(made, **SIDE, guidance_scale=0.0, num_inference_steps=4, eta=1.0)
    assert_equal_steps(bed.made(scheduler="TCD", steps=4, cfg=1.0, eta=1.0), theirs)
