"""Pictures laid on each other, masks put together, and pictures changed in light and position."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from app.sdk import Image, Mask, NodeError
from nodes.adjust import Adjust, BlurImage, Sharpen
from nodes.combine_masks import CombineMasks
from nodes.composite import Composite
from nodes.plain_images import ColourImage, ContactSheet, ImageSize, RectangleMask
from nodes.turn_image import Scale, Turn
from tests.nodes.desk import Desk, noise, spot


def grey(shade: float, width: int, height: int, count: int = 1) -> Image:
    return Image(torch.full((count, 3, height, width), shade))


def greys(*shades: float) -> Mask:
    """A mask of one row."""
    return Mask(torch.tensor(shades).reshape(1, 1, 1, -1))


def test_a_picture_is_laid_at_a_place() -> None:
    base, over = grey(0.0, 6, 5), noise(2, 3)
    image, mask = Composite(base=base, over=over, mask=None, left=3, top=1).run(Desk())
    expected = torch.zeros(1, 3, 5, 6)
    expected[:, :, 1:4, 3:5] = over.pixels
    assert torch.equal(image.pixels, expected)
    assert torch.equal(mask.alpha, (expected[:, :1] > 0).float())
    assert torch.equal(base.pixels, torch.zeros(1, 3, 5, 6))


@pytest.mark.parametrize(("left", "top"), [(-2, -1), (5, 4), (-1, 3)])
def test_what_stands_over_is_cut_off(left: int, top: int) -> None:
    base, over = noise(6, 5), noise(3, 4)
    image, _ = Composite(base=base, over=over, mask=None, left=left, top=top).run(Desk())
    expected = base.pixels.clone()
    for y in range(4):
        for x in range(3):
            if 0 <= y + top < 5 and 0 <= x + left < 6:
                expected[:, :, y + top, x + left] = over.pixels[:, :, y, x]
    assert torch.equal(image.pixels, expected)


def test_mode_opacity_and_mask_count() -> None:
    base, over, mask = grey(0.5, 2, 1), grey(0.5, 2, 1), greys(1.0, 0.5)
    node = Composite(base=base, over=over, mask=mask, mode="multiply", opacity=0.5)
    image, covered = node.run(Desk())
    assert torch.allclose(image.pixels[0, 0], torch.tensor([[0.375, 0.4375]]))
    assert torch.equal(covered.alpha[0, 0], torch.tensor([[0.5, 0.25]]))


def test_one_picture_is_laid_on_every_one_of_a_batch() -> None:
    image, mask = Composite(base=noise(count=3), over=grey(1.0, 1, 1), mask=None).run(Desk())
    assert len(image) == len(mask) == 3
    assert torch.equal(image.pixels[:, :, 0, 0], torch.ones(3, 3))


def test_what_cannot_be_laid_is_said() -> None:
    with pytest.raises(NodeError, match="begins at 9, 0, outside the picture of 8 x 6"):
        Composite(base=noise(), over=noise(), mask=None, left=9).run(Desk())
    with pytest.raises(NodeError, match="The sizes differ"):
        Composite(base=noise(), over=noise(), mask=spot(3, 3)).run(Desk())
    with pytest.raises(NodeError, match="has 2 pictures and the other 3"):
        Composite(base=noise(count=2), over=noise(count=3), mask=None).run(Desk())


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("union", [0.0, 1.0, 1.0, 1.0, 0.6]),
        ("intersection", [0.0, 0.0, 0.0, 1.0, 0.3]),
        ("difference", [0.0, 0.0, 1.0, 0.0, 0.6]),
        ("exclusive", [0.0, 1.0, 1.0, 0.0, 0.6]),
        ("add", [0.0, 1.0, 1.0, 1.0, 0.9]),
        ("multiply", [0.0, 0.0, 0.0, 1.0, 0.18]),
    ],
)
def test_two_masks_become_one(how: Any, expected: list[float]) -> None:
    one, other = greys(0, 0, 1, 1, 0.6), greys(0, 1, 0, 1, 0.3)
    made = CombineMasks(masks=(one, other), how=how).run(Desk())
    assert torch.allclose(made.alpha.flatten(), torch.tensor(expected))


def test_masks_that_do_not_fit_are_named() -> None:
    with pytest.raises(NodeError, match="There is no mask"):
        CombineMasks(masks=()).run(Desk())
    with pytest.raises(NodeError, match="mask 1 is 9 x 9 and mask 2 is 3 x 3"):
        CombineMasks(masks=(spot(), spot(3, 3))).run(Desk())
    assert len(CombineMasks(masks=(spot(), Mask(torch.ones(2, 1, 9, 9)))).run(Desk())) == 2


def test_pictures_are_mirrored_and_then_turned() -> None:
    image = Image(torch.arange(6.0).reshape(1, 1, 2, 3).expand(1, 3, 2, 3) / 6)
    plane = image.pixels[0, 0]
    turned = Turn(image=image, turn="90° clockwise").run(Desk()).pixels[0, 0]
    assert torch.equal(turned, plane.flip(0).T)
    both = Turn(image=image, mirror="left to right", turn="180°").run(Desk()).pixels
    assert torch.equal(both[0, 0], plane.flip(0))
    assert both.is_contiguous()


def test_scaling_reaches_multiples() -> None:
    made = Scale(image=noise(30, 21), factor=1.5, multiple=8).run(Desk())
    assert (made.width, made.height) == (48, 32)
    tiny = Scale(image=noise(30, 21), factor=0.01, multiple=1).run(Desk())
    assert (tiny.width, tiny.height) == (1, 1)


def test_light_that_changes_nothing_and_light_that_does() -> None:
    image = noise()
    assert torch.allclose(Adjust(image=image).run(Desk()).pixels, image.pixels, atol=1e-6)
    flat = Adjust(image=image, saturation=0.0).run(Desk()).pixels
    assert torch.equal(flat[:, 0], flat[:, 1])
    assert torch.equal(
        Adjust(image=image, brightness=1.0).run(Desk()).pixels, torch.ones(1, 3, 6, 8)
    )
    half = Adjust(image=grey(0.25, 1, 1), gamma=2.0).run(Desk()).pixels
    assert half.flatten()[0] == pytest.approx(0.5)


def test_a_blur_softens_and_sharpening_adds_what_it_took() -> None:
    image = noise(16, 16)
    soft = BlurImage(image=image, radius=2.0).run(Desk()).pixels
    assert soft.std() < image.pixels.std()
    crisp = Sharpen(image=image, radius=2.0, amount=1.0).run(Desk()).pixels
    assert torch.allclose(crisp, (2 * image.pixels - soft).clamp(0, 1))


def test_a_picture_of_one_colour_or_two() -> None:
    made = ColourImage(size=(3, 2), colour="#ff0080").run(Desk())
    assert torch.allclose(made.pixels[0, :, 1, 2], torch.tensor([1.0, 0.0, 128 / 255]))
    ramp = ColourImage(size=(4, 1), colour="#000000", fill="gradient").run(Desk()).pixels[0, 0, 0]
    assert torch.allclose(ramp, torch.tensor([0.125, 0.375, 0.625, 0.875]))


def test_a_rectangle_of_a_mask_may_stand_over() -> None:
    made = RectangleMask(size=(4, 3), left=-1, top=1, part=(3, 9)).run(Desk()).alpha[0, 0]
    expected = torch.tensor([[0.0, 0, 0, 0], [1, 1, 0, 0], [1, 1, 0, 0]])
    assert torch.equal(made, expected)
    gone = RectangleMask(size=(4, 3), left=-9, part=(3, 3)).run(Desk()).alpha
    assert gone.sum() == 0


def test_a_picture_is_measured() -> None:
    assert ImageSize(image=noise(5, 4, 2)).run(Desk()) == (5, 4, 2, (5, 4))


def test_a_sheet_holds_all_pictures_of_a_batch() -> None:
    image = noise(4, 3, 3)
    made = ContactSheet(image=image, gap=1, colour="#ffffff").run(Desk()).pixels
    assert made.shape == (1, 3, 7, 9)
    assert torch.equal(made[0, :, 4:, :4], image.pixels[2])
    assert torch.equal(made[0, :, :, 4], torch.ones(3, 7))
