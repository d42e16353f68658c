"""Nodes that change pictures, checked on small ones that can be worked out by hand."""

from __future__ import annotations

from typing import Any

import numpy
import pytest
import torch
from PIL import Image as Pillow

from app.sdk import Image, Mask, NodeError
from nodes.batch import JoinImages, SplitImages
from nodes.blend import Blend
from nodes.crop import Crop
from nodes.invert import Invert, InvertMask
from nodes.pad import Pad
from nodes.preview import Preview
from nodes.resize import Resize
from tests.nodes.desk import Desk, noise, spot


def flat(value: float, width: int = 4, height: int = 3) -> Image:
    return Image(torch.full((1, 3, height, width), value))


def run(node: Any) -> Any:
    return node.run(Desk())


@pytest.mark.parametrize("method", ["lanczos", "bicubic", "bilinear", "nearest"])
@pytest.mark.parametrize(
    ("fit", "expected"), [("stretch", (4, 4)), ("fit", (4, 2)), ("fill", (4, 4))]
)
def test_resize_reaches_the_size(method: Any, fit: Any, expected: tuple[int, int]) -> None:
    made = run(Resize(image=noise(8, 4, 2), size=(4, 4), fit=fit, method=method))
    assert (made.width, made.height, len(made)) == (*expected, 2)
    assert 0.0 <= float(made.pixels.min()) <= float(made.pixels.max()) <= 1.0
    assert made.pixels.is_contiguous()


def test_resize_agrees_with_pillow_to_the_last_grey() -> None:
    image = noise(32, 24)
    rows = (image.pixels[0].permute(1, 2, 0) * 255).round().byte().numpy()
    resized = Pillow.fromarray(rows).resize((13, 9), Pillow.Resampling.LANCZOS)
    expected = torch.from_numpy(numpy.array(resized))
    made = run(Resize(image=image, size=(13, 9), fit="stretch", method="lanczos"))
    difference = made.pixels[0].permute(1, 2, 0) * 255 - expected
    assert float(difference.abs().max()) < 2.0  # Pillow rounds bytes after each of two passes


def test_resize_to_its_own_size_changes_nothing() -> None:
    image = noise()
    made = run(Resize(image=image, size=(8, 6)))
    assert torch.equal(made.pixels, image.pixels)
    assert made.pixels.data_ptr() != image.pixels.data_ptr()


def test_fill_keeps_the_middle() -> None:
    pixels = torch.zeros(1, 3, 2, 6)
    pixels[..., 2:4] = 1.0
    made = run(Resize(image=Image(pixels), size=(2, 2), fit="fill"))
    assert torch.equal(made.pixels, torch.ones(1, 3, 2, 2))


def test_a_very_long_picture_keeps_at_least_one_pixel() -> None:
    made = run(Resize(image=flat(0.5, 1000, 1), size=(10, 10), fit="fit"))
    assert (made.width, made.height) == (10, 1)


def test_crop_keeps_what_lies_inside() -> None:
    image = noise()
    made = run(Crop(image=image, left=5, top=2, size=(10, 2)))
    assert torch.equal(made.pixels, image.pixels[:, :, 2:4, 5:])


def test_crop_outside_the_picture_is_refused() -> None:
    with pytest.raises(NodeError, match="begins at 8, 0, outside the picture of 8 x 6"):
        run(Crop(image=noise(), left=8, top=0, size=(1, 1)))


def test_pad_adds_room_and_marks_it() -> None:
    image, mask = run(
        Pad(image=flat(0.5, 1, 1), left=1, bottom=1, border="colour", colour="#ff0000")
    )
    red, old = [1.0, 0.0, 0.0], [0.5, 0.5, 0.5]
    assert image.pixels[0].permute(1, 2, 0).tolist() == [[red, old], [red, red]]
    assert mask.alpha[0, 0].tolist() == [[1.0, 0.0], [1.0, 1.0]]


def test_pad_repeats_the_border() -> None:
    image, _ = run(Pad(image=flat(0.5), left=9, top=9, border="edge"))
    assert torch.equal(image.pixels, torch.full((1, 3, 12, 13), 0.5))


def test_inverting_twice_gives_the_same_again() -> None:
    once = run(Invert(image=flat(0.25)))
    assert torch.equal(once.pixels, flat(0.75).pixels)
    assert torch.equal(run(InvertMask(mask=run(InvertMask(mask=spot())))).alpha, spot().alpha)


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("normal", 0.75),
        ("multiply", 0.1875),
        ("screen", 0.8125),
        ("overlay", 0.375),
        ("add", 1.0),
        ("subtract", 0.0),
        ("difference", 0.5),
        ("lighten", 0.75),
        ("darken", 0.25),
    ],
)
def test_blend_modes_are_those_of_paint_programs(mode: Any, expected: float) -> None:
    made = run(Blend(base=flat(0.25), over=flat(0.75), mask=None, mode=mode))
    assert torch.equal(made.pixels, flat(expected).pixels)
    half = run(Blend(base=flat(0.25), over=flat(0.75), mask=None, mode=mode, amount=0.5))
    assert torch.equal(half.pixels, flat((0.25 + expected) / 2).pixels)


def test_blend_follows_its_mask() -> None:
    made = run(Blend(base=flat(0.0, 9, 9), over=flat(1.0, 9, 9), mask=spot()))
    assert torch.equal(made.pixels, spot().alpha.expand(-1, 3, -1, -1))


def test_one_picture_is_blended_with_every_picture_of_a_batch() -> None:
    assert len(run(Blend(base=flat(0.5, 8, 6), over=noise(8, 6, 3), mask=None))) == 3
    assert len(run(Blend(base=noise(8, 6, 3), over=flat(0.5, 8, 6), mask=None))) == 3


@pytest.mark.parametrize(
    ("over", "mask", "said"),
    [
        (
            flat(0.0, 4, 4),
            None,
            "the lower picture is 4 x 3 and the upper picture is 4 x 4: resize",
        ),
        (flat(0.0), Mask(torch.zeros(1, 1, 3, 5)), "the mask is 5 x 3: resize"),
        (noise(4, 3, 3), None, "2 pictures and the other 3"),
    ],
)
def test_pictures_that_do_not_match_are_refused(over: Image, mask: Any, said: str) -> None:
    with pytest.raises(NodeError, match=said):
        run(Blend(base=noise(4, 3, 2), over=over, mask=mask))


def test_preview_gives_its_pictures_on_unchanged() -> None:
    image = noise()
    assert run(Preview(image=image)) is image


def test_a_batch_taken_apart_and_joined_is_the_same_again() -> None:
    image = noise(8, 6, 3)
    apart = run(SplitImages(image=image))
    assert [len(one) for one in apart] == [1, 1, 1]
    assert torch.equal(run(JoinImages(images=apart)).pixels, image.pixels)


def test_pictures_of_different_sizes_are_not_joined() -> None:
    with pytest.raises(NodeError, match="picture 1 is 4 x 3 and picture 3 is 8 x 6: resize"):
        run(JoinImages(images=(flat(0.0), flat(0.0), noise())))
    with pytest.raises(NodeError, match="connect at least one"):
        run(JoinImages(images=()))
