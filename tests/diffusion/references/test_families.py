"""SD 2, SDXL and its refiner through the nodes, against their pipelines: equal bits everywhere."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from tests.diffusion import workbench
from tests.diffusion.agreement import assert_equal_steps
from tests.diffusion.beds import REFINER, SD2, VELOCITY, XL, Bed, against, mask

SIDE = {"height": 64, "width": 64}
NAMES = ["DPM++ 2M", "Euler", "Euler ancestral", "Heun", "DDIM", "UniPC"]


@against("text to image", "", SD2, VELOCITY, XL)
@pytest.mark.parametrize("name", NAMES)
def test_text_to_image(bed: Bed, name: str) -> None:
    theirs = bed.piped(bed.pipeline("", name), **SIDE)
    assert_equal_steps(bed.made(scheduler=name), theirs)


@against("text to image without guidance", "", SD2, VELOCITY, XL)
def test_without_guidance(bed: Bed) -> None:
    theirs = bed.piped(bed.pipeline(""), guidance_scale=1.0, **SIDE)
    assert_equal_steps(bed.made(cfg=1.0), theirs)


@against("text to image, not square", "", SD2, XL)
def test_a_picture_that_is_not_square(bed: Bed) -> None:
    theirs = bed.piped(bed.pipeline(""), height=48, width=80)
    assert_equal_steps(bed.made(latent=workbench.empty(width=80, height=48)), theirs)


@against("batch in one call", "", SD2, XL)
@pytest.mark.parametrize("name", ["DPM++ 2M", "Euler ancestral"])
def test_a_shared_batch(bed: Bed, name: str) -> None:
    seeds = [torch.Generator().manual_seed(3), torch.Generator().manual_seed(4)]
    theirs = bed.piped(bed.pipeline("", name), num_images_per_prompt=2, generator=seeds, **SIDE)
    ours = bed.made(latent=workbench.empty(2), batch="shared", scheduler=name)
    assert_equal_steps(ours[:-1], theirs[:-1])


@against("image to image", "Img2Img", SD2, VELOCITY, XL, REFINER)
@pytest.mark.parametrize("strength", [0.3, 0.75, 1.0])
@pytest.mark.parametrize("name", ["DPM++ 2M", "Euler ancestral", "DDIM", "Heun"])
def test_image_to_image(bed: Bed, name: str, strength: float) -> None:
    picture = workbench.picture(5).pixels
    theirs = bed.piped(bed.pipeline("Img2Img", name), image=picture, strength=strength)
    ours = bed.made(scheduler=name, latent=bed.encoded(), denoise=strength)
    assert_equal_steps(ours, theirs)


@against("inpainting, 4 channels", "Inpaint", SD2, VELOCITY, XL, REFINER)
@pytest.mark.parametrize("strength", [0.5, 1.0])
@pytest.mark.parametrize("name", ["DPM++ 2M", "Euler ancestral", "DDIM"])
def test_inpainting(bed: Bed, name: str, strength: float) -> None:
    given: dict[str, Any] = {"image": workbench.picture(5).pixels, "mask_image": mask()}
    theirs = bed.piped(bed.pipeline("Inpaint", name), **given, **SIDE, strength=strength)
    ours = bed.made(scheduler=name, latent=bed.masked(), denoise=strength)
    assert_equal_steps(ours, theirs)
