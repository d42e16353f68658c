"""Nodes that make and change masks."""

from __future__ import annotations

import pytest
import torch

from app.sdk import Image, Mask
from nodes.blur_mask import BlurMask
from nodes.grow_mask import GrowMask
from nodes.mask_from_image import ImageFromMask, MaskFromImage
from tests.nodes.desk import Desk, noise, spot


@pytest.mark.parametrize(
    ("channel", "expected"),
    [("red", 0.25), ("green", 0.5), ("blue", 1.0), ("brightness", 0.48295)],
)
def test_a_mask_is_one_channel_of_a_picture(channel: str, expected: float) -> None:
    image = Image(torch.tensor([0.25, 0.5, 1.0]).reshape(1, 3, 1, 1))
    made = MaskFromImage(image=image, channel=channel).run(Desk())
    assert made.alpha.shape == (1, 1, 1, 1)
    assert made.alpha.item() == pytest.approx(expected)


def test_a_hard_edge_begins_at_the_threshold() -> None:
    image = Image(torch.tensor([0.4, 0.5, 0.6]).reshape(1, 1, 1, 3).repeat(1, 3, 1, 1))
    made = MaskFromImage(image=image, channel="red", edge="hard", threshold=0.5).run(Desk())
    assert made.alpha.flatten().tolist() == [0.0, 1.0, 1.0]


def test_brightness_never_leaves_its_range() -> None:
    white = Image(torch.ones(1, 3, 2, 2))
    assert float(MaskFromImage(image=white).run(Desk()).alpha.max()) <= 1.0


def test_a_mask_as_a_picture_gives_the_same_mask_again() -> None:
    picture = ImageFromMask(mask=spot()).run(Desk())
    assert torch.equal(MaskFromImage(image=picture, channel="red").run(Desk()).alpha, spot().alpha)


def test_a_mask_grows_to_all_sides_and_shrinks_back() -> None:
    grown = GrowMask(mask=spot(), pixels=2).run(Desk())
    expected = torch.zeros(1, 1, 9, 9)
    expected[:, :, 2:7, 2:7] = 1.0
    assert torch.equal(grown.alpha, expected)
    assert torch.equal(GrowMask(mask=grown, pixels=-2).run(Desk()).alpha, spot().alpha)
    assert torch.equal(GrowMask(mask=spot(), pixels=0).run(Desk()).alpha, spot().alpha)


def test_a_mask_may_grow_beyond_the_picture() -> None:
    assert torch.equal(GrowMask(mask=spot(), pixels=512).run(Desk()).alpha, torch.ones(1, 1, 9, 9))


def test_a_blurred_mask_is_a_gaussian_of_the_same_weight() -> None:
    made = BlurMask(mask=spot(31, 31), radius=2.0).run(Desk()).alpha[0, 0]
    ratio = float(made[15, 17] / made[15, 15])
    assert ratio == pytest.approx(0.60653, abs=1e-4)  # exp(-1/2) at one standard deviation
    assert float(made.sum()) == pytest.approx(1.0, abs=1e-5)
    assert torch.allclose(made, made.T)


def test_blur_keeps_an_even_mask_even_up_to_its_border() -> None:
    even = Mask(torch.full((1, 1, 5, 7), 0.5))
    assert torch.allclose(BlurMask(mask=even, radius=9.0).run(Desk()).alpha, even.alpha)


def test_no_blur_changes_nothing() -> None:
    mask = Mask(noise().pixels[:, :1].contiguous())
    assert torch.equal(BlurMask(mask=mask, radius=0.0).run(Desk()).alpha, mask.alpha)
