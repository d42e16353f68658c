"""Parts of pictures that are cut out, painted, and pasted back."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from diffusers.image_processor import VaeImageProcessor
from PIL import Image as Pillow

import app.diffusion.tensors  # noqa: F401  (tells how tensors are stored)
from app.sdk import Image, Mask, NodeError
from app.sdk.encoding import decode, encode
from nodes.cut_out import CutOut, PasteBack, TakenOut
from tests.nodes.desk import Desk, noise


def patch(left: int, top: int, width: int, height: int, size: tuple[int, int] = (96, 64)) -> Mask:
    """A mask that is white in a rectangle of a picture of ``size``."""
    alpha = torch.zeros(1, 1, size[1], size[0])
    alpha[..., top : top + height, left : left + width] = 1.0
    return Mask(alpha)


def taken(image: Image, mask: Mask, **parameters: Any) -> TakenOut:
    return CutOut(image=image, mask=mask, **parameters).run(Desk())


def pasted(part: TakenOut, painted: Image) -> torch.Tensor:
    return PasteBack(image=painted, cutout=part.cutout).run(Desk()).pixels


def inverted(image: Image) -> Image:
    """What a Sampler might make of a part: everything different."""
    return Image(1.0 - image.pixels)


@pytest.mark.parametrize("blend", [0, 5])
@pytest.mark.parametrize(
    "framing",
    [{"scale": "none"}, {"size": (64, 64)}, {"size": (128, 32)}, {"size": (8, 256)}],
)
def test_outside_of_the_mask_the_picture_stays_bit_for_bit(
    framing: dict[str, Any], blend: int
) -> None:
    image, mask = noise(96, 64, 3), patch(40, 0, 17, 30)
    part = taken(image, mask, context=8, blend=blend, **framing)
    made = pasted(part, inverted(part.image))
    outside = (mask.alpha == 0).expand_as(made)
    assert torch.equal(made[outside], image.pixels[outside])
    middle = (..., slice(6, 24), slice(46, 51))
    assert not torch.equal(made[middle], image.pixels[middle])


def test_a_part_that_kept_its_pixels_goes_back_as_it_was_painted() -> None:
    image, mask = noise(96, 64), patch(40, 20, 16, 16)
    part = taken(image, mask, scale="none", context=4, blend=0)
    assert (part.image.width, part.image.height) == (24, 24)
    assert torch.equal(part.image.pixels, image.pixels[..., 16:40, 36:60])
    assert torch.equal(part.mask.alpha, mask.alpha[..., 16:40, 36:60])
    expected = torch.where(mask.alpha > 0, 1.0 - image.pixels, image.pixels)
    assert torch.equal(pasted(part, inverted(part.image)), expected)


def test_every_picture_of_a_batch_has_a_part_of_its_own() -> None:
    image = noise(96, 64, 2)
    masks = Mask(torch.cat([patch(0, 0, 8, 8).alpha, patch(80, 50, 16, 14).alpha]))
    part = taken(image, masks, scale="none", context=0, blend=0)
    assert part.cutout.boxes == ((0, 0, 16, 16), (80, 48, 16, 16))
    made = pasted(part, inverted(part.image))
    assert torch.equal(made, torch.where(masks.alpha > 0, 1.0 - image.pixels, image.pixels))


def test_a_part_is_shown_at_the_size_that_the_model_likes_in_its_proportions() -> None:
    rows = torch.arange(64.0).reshape(1, 1, 64, 1).expand(1, 3, 64, 96) / 64
    part = taken(Image(rows.contiguous()), patch(40, 20, 10, 20), context=0, size=(128, 128))
    assert part.cutout.boxes == ((35, 20, 20, 20),)
    assert part.image.pixels.shape == (1, 3, 128, 128)
    assert part.mask.alpha.shape == (1, 1, 128, 128)
    slope = part.image.pixels[0, 0, 1:, 64] - part.image.pixels[0, 0, :-1, 64]
    assert float(slope[20:-20].mean()) == pytest.approx(20 / 64 / 128, rel=0.05)


def test_a_part_lies_within_the_picture_where_it_can() -> None:
    part = taken(noise(96, 64), patch(90, 0, 6, 6), context=8, size=(32, 16))
    ((left, top, width, height),) = part.cutout.boxes
    assert (left + width, top) == (96, 0)
    assert (width, height) == (28, 14)


def test_a_part_that_reaches_over_the_border_repeats_it_and_is_pasted_only_inside() -> None:
    image, mask = noise(40, 64), patch(10, 0, 20, 64, (40, 64))
    part = taken(image, mask, context=0, size=(64, 64), blend=0)
    assert part.cutout.boxes == ((-12, 0, 64, 64),)
    assert torch.equal(part.image.pixels[..., 12:52], image.pixels)
    assert torch.equal(part.image.pixels[..., 0], image.pixels[..., 0])
    expected = torch.where(mask.alpha > 0, 1.0 - image.pixels, image.pixels)
    assert torch.equal(pasted(part, inverted(part.image)), expected)


def test_the_result_fades_in_over_the_blend() -> None:
    image = Image(torch.zeros(1, 3, 64, 96))
    part = taken(image, patch(20, 0, 60, 64), scale="none", context=0, blend=3)
    row = pasted(part, Image(torch.ones_like(part.image.pixels)))[0, 0, 32]
    assert row[18:25].tolist() == pytest.approx([0, 0, 0.25, 0.5, 0.75, 1, 1])


def test_one_picture_takes_back_several_variations() -> None:
    image, mask = noise(96, 64), patch(40, 20, 16, 16)
    part = taken(image, mask, size=(32, 32))
    made = pasted(part, noise(32, 32, 3))
    assert made.shape == (3, 3, 64, 96)
    assert torch.equal(made[2, :, 50], image.pixels[0, :, 50])


def test_a_painted_part_may_have_been_made_larger() -> None:
    part = taken(noise(96, 64), patch(40, 20, 16, 16), size=(32, 32), blend=0)
    made = pasted(part, Image(torch.full((1, 3, 64, 64), 0.5)))
    assert torch.allclose(made[..., 22:34, 42:54], torch.tensor(0.5))


def test_a_cutout_outlives_the_program() -> None:
    cutout = taken(noise(96, 64), patch(40, 20, 16, 16)).cutout
    again = decode(encode(cutout))
    assert again.boxes == cutout.boxes
    assert torch.equal(again.weights.alpha, cutout.weights.alpha)
    assert cutout.describe() == "1 part, 96 x 96 at 0, -16"


@pytest.mark.parametrize(
    ("image", "mask", "said"),
    [
        (noise(96, 64), Mask(torch.zeros(1, 1, 64, 96)), "black everywhere"),
        (noise(96, 64), Mask(torch.ones(1, 1, 64, 95)), "the mask is 95 x 64: resize"),
        (noise(96, 64, 2), Mask(torch.ones(3, 1, 64, 96)), "2 pictures and the other 3"),
    ],
)
def test_what_cannot_be_cut_out_is_refused(image: Image, mask: Mask, said: str) -> None:
    with pytest.raises(NodeError, match=said):
        taken(image, mask)


def test_parts_that_belong_to_other_pictures_are_refused() -> None:
    part = taken(noise(96, 64, 2), patch(40, 20, 16, 16))
    with pytest.raises(NodeError, match="2 pictures and the other 3"):
        pasted(part, noise(32, 32, 3))


def test_a_size_that_no_latent_can_have_is_refused_before_a_run() -> None:
    with pytest.raises(NodeError, match="both sides must be multiples of 8"):
        CutOut.check({"scale": "to the size", "size": (100, 64)})
    CutOut.check({"scale": "none", "size": (100, 64)})


def test_parts_are_those_that_diffusers_would_crop() -> None:
    """Within a pixel: diffusers rounds down where this rounds up, so as to lose none of the mask.

    Where a part of the wanted proportions would not fit into the picture diffusers gives other
    proportions and distorts it, so only parts that fit are compared.
    """
    processor = VaeImageProcessor()
    source = torch.Generator().manual_seed(7)
    compared = 0
    for _ in range(60):
        left, top, width, height = (
            int(torch.randint(low, high, (1,), generator=source))
            for low, high in ((0, 150), (0, 100), (5, 60), (5, 60))
        )
        mask = patch(left, top, width, height, (192, 144))
        goal = (64, 48) if compared % 2 else (48, 64)
        ((x, y, w, h),) = taken(noise(192, 144), mask, context=10, size=goal).cutout.boxes
        if w > 192 or h > 144:
            continue
        grey = Pillow.fromarray((mask.alpha[0, 0] * 255).byte().numpy())
        expected = processor.get_crop_region(grey, *goal, pad=10)
        assert (x, y, x + w, y + h) == pytest.approx(expected, abs=1)
        compared += 1
    assert compared > 40
