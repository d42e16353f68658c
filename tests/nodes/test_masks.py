"""Nodes that make and change masks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import torch

from app.diffusion.pictures.masks import distance
from app.sdk import Image, Mask, NodeError
from nodes.blur_mask import BlurMask
from nodes.feather_mask import FeatherMask
from nodes.grow_mask import GrowMask
from nodes.mask_box import MaskBox
from nodes.mask_from_colour import MaskFromColour
from nodes.mask_from_image import ImageFromMask, MaskFromImage
from nodes.resize import Resize
from nodes.resize_mask import ResizeMask
from nodes.threshold_mask import ThresholdMask
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


def test_a_mask_is_white_where_the_colour_is() -> None:
    pixels = torch.zeros(1, 3, 1, 3)
    pixels[0, 1] = torch.tensor([1.0, 0.9, 0.0])  # green, a darker green, black
    hard = MaskFromColour(image=Image(pixels), colour="#00ff00", tolerance=0.01, softness=0.0)
    assert hard.run(Desk()).alpha.flatten().tolist() == [1.0, 0.0, 0.0]
    soft = MaskFromColour(image=Image(pixels), colour="#00ff00", tolerance=0.0, softness=0.115470)
    assert soft.run(Desk()).alpha.flatten().tolist() == pytest.approx([1.0, 0.5, 0.0], abs=1e-4)


def test_a_threshold_keeps_a_range_of_greys() -> None:
    mask = Mask(torch.tensor([0.0, 0.25, 0.5, 0.75, 1.0]).reshape(1, 1, 1, 5))
    made = ThresholdMask(mask=mask, low=0.25, high=0.5).run(Desk())
    assert made.alpha.flatten().tolist() == [0.0, 1.0, 1.0, 0.0, 0.0]
    with pytest.raises(NodeError, match=r"No grey lies from 0\.6 to 0\.5"):
        ThresholdMask.check({"low": 0.6, "high": 0.5})


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        ("inside", [0, 0, 0, 0, 0, 0, 0.25, 0.5, 0.75, 1, 1, 1]),
        ("outside", [0, 0, 0, 0.25, 0.5, 0.75, 1, 1, 1, 1, 1, 1]),
        ("both", [0, 0, 0, 0, 0, 1 / 3, 2 / 3, 1, 1, 1, 1, 1]),
    ],
)
def test_a_border_fades_on_the_chosen_side(side: Any, expected: list[float]) -> None:
    alpha = torch.zeros(1, 1, 4, 12)
    alpha[..., 6:] = 1.0  # up to the picture's border, where nothing fades
    made = FeatherMask(mask=Mask(alpha), width=3, side=side).run(Desk()).alpha
    assert made[0, 0, 2].tolist() == pytest.approx(expected, abs=1e-6)
    assert torch.equal(FeatherMask(mask=Mask(alpha), width=0, side=side).run(Desk()).alpha, alpha)


def test_feathering_measures_true_distances() -> None:
    generator = torch.Generator().manual_seed(1)
    to = torch.rand((2, 1, 20, 24), generator=generator) > 0.97
    found = distance(to, 6)
    places = torch.cartesian_prod(torch.arange(20.0), torch.arange(24.0))
    for k in range(2):
        apart = torch.cdist(places, to[k, 0].nonzero().float()).amin(1).clamp_max(6.0)
        assert torch.allclose(found[k, 0].flatten(), apart, atol=1e-4)
    assert torch.equal(distance(torch.zeros(1, 1, 3, 3) > 0, 6), torch.full((1, 1, 3, 3), 6.0))


def test_the_box_of_a_mask_is_a_mask_and_numbers() -> None:
    alpha = torch.zeros(2, 1, 10, 12)
    alpha[0, 0, 3, 4] = alpha[1, 0, 5, 7] = 0.5
    mask, left, top, size = MaskBox(mask=Mask(alpha)).run(Desk())
    assert (left, top, size) == (4, 3, (4, 3))
    assert mask.alpha.shape == alpha.shape
    assert float(mask.alpha.sum()) == 2 * 12
    _, left, top, size = MaskBox(mask=Mask(alpha), margin=4).run(Desk())
    assert (left, top, size) == (0, 0, (12, 10))
    with pytest.raises(NodeError, match="black everywhere"):
        MaskBox(mask=Mask(torch.zeros(1, 1, 4, 4))).run(Desk())


def test_a_mask_is_resized_as_a_picture_of_it_would_be() -> None:
    mask = Mask(noise(12, 8, 2).pixels[:, :1].contiguous())
    for fit in ("stretch", "fit", "fill"):
        made = ResizeMask(mask=mask, size=(6, 6), fit=fit).run(Desk()).alpha
        picture = Resize(image=ImageFromMask(mask=mask).run(Desk()), size=(6, 6), fit=fit)
        bilinear = replace(picture, method="bilinear").run(Desk()).pixels
        assert torch.equal(made, bilinear[:, :1])
    hard = ResizeMask(mask=spot(), size=(27, 27), method="nearest").run(Desk()).alpha
    assert float(hard.sum()) == 9.0
    assert set(hard.unique().tolist()) == {0.0, 1.0}
