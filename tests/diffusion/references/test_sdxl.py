"""What only SDXL has, through the nodes, against its pipelines."""

from __future__ import annotations

from typing import Any

import pytest
from torch import Tensor

from app.sdk import Conditioning
from nodes.picture_size import PictureSize
from tests.diffusion import workbench
from tests.diffusion.agreement import assert_equal_steps
from tests.diffusion.beds import REFINER, XL, Bed, against

SIDE = {"height": 64, "width": 64}
NOTHING = {"original": (0, 0), "crop": (0, 0), "target": (0, 0), "looks": 0.0}


def told(bed: Bed, seed: int, **sizes: Any) -> Conditioning:
    """A prompt with sizes, through the node."""
    node = PictureSize(**{"conditioning": bed.conditioning(seed), **NOTHING, **sizes})
    return node.run(bed.bench())


@against("size, crop and target", "", XL)
@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ({"original": (96, 80)}, {"original_size": (80, 96)}),
        ({"crop": (8, 24)}, {"crops_coords_top_left": (24, 8)}),
        ({"target": (48, 40)}, {"target_size": (40, 48)}),
    ],
    ids=["original", "crop", "target"],
)
def test_sizes_of_the_prompt_hold_for_the_negative_one_too(
    bed: Bed, ours: dict[str, Any], theirs: dict[str, Any]
) -> None:
    piped = bed.piped(bed.pipeline(""), **SIDE, **theirs)
    assert_equal_steps(bed.made(positive=told(bed, 1, **ours)), piped)


@against("negative size, crop and target", "", XL)
def test_sizes_of_the_negative_prompt(bed: Bed) -> None:
    piped = bed.piped(
        bed.pipeline(""),
        **SIDE,
        negative_original_size=(24, 32),
        negative_crops_coords_top_left=(1, 2),
        negative_target_size=(40, 48),
    )
    sizes = {"original": (32, 24), "crop": (2, 1), "target": (48, 40)}
    assert_equal_steps(bed.made(negative=told(bed, 2, **sizes)), piped)


@against("sizes, image to image", "Img2Img", XL)
def test_sizes_of_image_to_image(bed: Bed) -> None:
    piped = bed.piped(
        bed.pipeline("Img2Img"),
        image=workbench.picture(5).pixels,
        strength=0.6,
        original_size=(80, 96),
        crops_coords_top_left=(24, 8),
        target_size=(40, 48),
    )
    sizes = {"original": (96, 80), "crop": (8, 24), "target": (48, 40)}
    ours = bed.made(positive=told(bed, 1, **sizes), latent=bed.encoded(), denoise=0.6)
    assert_equal_steps(ours, piped)


@against("no negative prompt", "", XL)
def test_without_a_negative_prompt_it_is_asked_about_zeros(bed: Bed) -> None:
    none = {"negative_prompt_embeds": None, "negative_pooled_prompt_embeds": None}
    piped = bed.piped(bed.pipeline(""), **SIDE, **none)
    assert_equal_steps(bed.made(negative=None), piped)


@against("no negative prompt, with sizes", "", XL)
def test_zeros_are_told_the_sizes_of_the_prompt(bed: Bed) -> None:
    none = {"negative_prompt_embeds": None, "negative_pooled_prompt_embeds": None}
    piped = bed.piped(bed.pipeline(""), **SIDE, **none, original_size=(80, 96))
    assert_equal_steps(bed.made(negative=None, positive=told(bed, 1, original=(96, 80))), piped)


@against("denoising end", "", XL)
@pytest.mark.parametrize("name", ["DPM++ 2M", "Euler"])
def test_an_early_end_leaves_the_noise_in(bed: Bed, name: str) -> None:
    piped = bed.piped(bed.pipeline("", name), **SIDE, denoising_end=0.8, num_inference_steps=10)
    assert_equal_steps(bed.made(scheduler=name, steps=10, end_step=8), piped)


@against("aesthetic score", "Img2Img", REFINER)
def test_looks(bed: Bed) -> None:
    assert_equal_steps(refined(bed, told(bed, 1, looks=8.0)), piped_with(aesthetic_score=8.0))


@against("negative aesthetic score", "Img2Img", REFINER)
def test_looks_of_the_negative_prompt(bed: Bed) -> None:
    ours = refined(bed, None, negative=told(bed, 2, looks=4.0))
    assert_equal_steps(ours, piped_with(negative_aesthetic_score=4.0))


@against("original size and crop", "Img2Img", REFINER)
def test_sizes_that_the_refiner_is_told(bed: Bed) -> None:
    ours = refined(bed, told(bed, 1, original=(96, 80), crop=(8, 24)))
    theirs = piped_with(original_size=(80, 96), crops_coords_top_left=(24, 8))
    assert_equal_steps(ours, theirs)


def refined(bed: Bed, positive: Conditioning | None, **more: Any) -> list[Tensor]:
    """A picture through the refiner."""
    given = {"positive": positive} if positive is not None else {}
    return bed.made(latent=bed.encoded(), denoise=0.6, **given, **more)


def piped_with(**more: Any) -> list[Tensor]:
    """The same through its pipeline."""
    image = workbench.picture(5).pixels
    return REFINER.piped(REFINER.pipeline("Img2Img"), image=image, strength=0.6, **more)


@against("base and refiner, ensemble of experts", "Img2Img", REFINER)
@pytest.mark.parametrize("name", ["DPM++ 2M", "Euler", "UniPC", "DDIM"])
def test_the_refiner_ends_what_the_base_began(bed: Bed, name: str) -> None:
    # Not with solvers of second order: there the pipelines part in the middle of a step.
    base = XL.pipeline("", name)
    begun = XL.piped(base, **SIDE, denoising_end=0.8, num_inference_steps=10, output_type="latent")
    theirs = bed.piped(
        bed.pipeline("Img2Img", name), image=begun[-1], denoising_start=0.8, num_inference_steps=10
    )
    first = workbench.sampler(
        model=XL.model(),
        positive=XL.conditioning(1),
        negative=XL.conditioning(2),
        steps=10,
        end_step=8,
        scheduler=name,
    ).run(XL.bench())
    ours = bed.made(latent=first, noise="none", steps=10, scheduler=name)
    assert_equal_steps(ours, theirs)
