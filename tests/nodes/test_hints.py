"""Pictures for ControlNets that need no network."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from app.diffusion.pictures.hints import MISSING, otsu
from app.sdk import Image, Mask, NodeError
from nodes.hints import ColourGrid, InpaintHint, NormalMap, Shuffle, TileHint, TwoTone
from tests.nodes.desk import Desk, noise, spot


def made(node: Any) -> torch.Tensor:
    pixels: torch.Tensor = node.run(Desk()).pixels
    assert pixels.is_contiguous()
    return pixels


def test_a_tile_hint_keeps_what_is_large_and_loses_what_is_small() -> None:
    pixels = torch.zeros(1, 3, 64, 64)
    pixels[..., 32:] = 0.8
    pixels[..., ::2] += 0.2  # stripes of one pixel
    found = made(TileHint(image=Image(pixels), shrink=8.0))
    assert found.shape == pixels.shape
    assert torch.allclose(found[..., 8:16], torch.tensor(0.1), atol=0.02)
    assert torch.allclose(found[..., 48:56], torch.tensor(0.9), atol=0.02)


def test_a_tile_hint_without_shrinking_only_blurs() -> None:
    image = noise(16, 12)
    assert torch.equal(made(TileHint(image=image, shrink=1.0)), image.pixels)
    assert float(made(TileHint(image=image, shrink=1.0, blur=4.0)).std()) < 0.1


def test_a_colour_grid_shows_mean_colours() -> None:
    image = noise(10, 7)
    found = made(ColourGrid(image=image, cell=4))
    assert found.shape == image.pixels.shape
    for rows, columns in (
        (slice(0, 4), slice(4, 8)),
        (slice(4, 7), slice(8, 10)),  # what is left over
    ):
        mean = image.pixels[:, :, rows, columns].mean((2, 3), keepdim=True)
        assert torch.allclose(found[:, :, rows, columns], mean)


def test_two_tones_are_parted_at_the_threshold() -> None:
    greys = torch.tensor([0.0, 0.4, 0.5, 1.0]).reshape(1, 1, 1, 4).repeat(1, 3, 1, 1)
    found = made(TwoTone(image=Image(greys), choose="fixed", threshold=0.45))
    assert found[0, 0, 0].tolist() == [0.0, 0.0, 1.0, 1.0]


def test_the_automatic_threshold_parts_dark_from_bright_in_each_picture() -> None:
    generator = torch.Generator().manual_seed(3)
    soft = torch.randn((2, 1, 64, 64), generator=generator) * 0.015
    side = torch.zeros(1, 1, 64, 64)
    side[..., :20] = 1.0
    dark, bright = 0.1 + 0.2 * side, 0.6 + 0.3 * side
    image = Image((torch.cat([dark, bright]) + soft).clamp(0, 1).repeat(1, 3, 1, 1))
    found = made(TwoTone(image=image))
    assert torch.equal(found, side.expand(2, 3, -1, -1))


def test_otsu_agrees_with_the_best_of_all_thresholds() -> None:
    """Otsu's definition, tried out: the least spread within both sides."""
    levels = (noise(24, 24).pixels[0, 0] ** 2 * 255).round()

    def within(threshold: int) -> float:
        sides = (levels[levels <= threshold], levels[levels > threshold])
        return sum(float((side - side.mean()).pow(2).sum()) for side in sides if len(side))

    least = min(range(255), key=within)
    assert otsu(levels / 255) * 255 == pytest.approx(least + 0.5, abs=1e-3)


def test_an_even_picture_has_no_two_tones() -> None:
    assert len(made(TwoTone(image=Image(torch.full((1, 3, 4, 4), 0.3)))).unique()) == 1


def test_shuffling_keeps_colours_and_moves_shapes() -> None:
    pixels = torch.rand((1, 3, 1, 1)).expand(1, 3, 48, 64).contiguous()
    pixels[..., 24:, :] = 0.0
    found = made(Shuffle(image=Image(pixels), grain=16, seed=1))
    assert found.shape == pixels.shape
    assert not torch.equal(found, pixels)
    top = pixels[:, :, :1, :1]
    along = (found * top).sum(1) / top.pow(2).sum()  # only mixtures of the two colours
    assert torch.allclose(found, along[:, None] * top, atol=1e-5)


def test_shuffling_follows_its_seed_and_is_smooth() -> None:
    image = Image((torch.arange(64.0) / 63).expand(1, 3, 48, 64).contiguous())
    one, again, other = (made(Shuffle(image=image, grain=32, seed=seed)) for seed in (1, 1, 2))
    assert torch.equal(one, again)
    assert not torch.equal(one, other)
    assert float((one[..., 1:] - one[..., :-1]).abs().max()) < 0.15


def test_an_inpaint_hint_marks_what_is_to_be_painted() -> None:
    image = noise(9, 9, 2)
    found = made(InpaintHint(image=image, mask=spot()))
    marked = (spot().alpha > 0).expand_as(found)
    assert bool((found[marked] == MISSING).all())
    assert torch.equal(found[~marked], image.pixels[~marked])
    with pytest.raises(NodeError, match="the mask is 9 x 9"):
        made(InpaintHint(image=noise(8, 8), mask=spot()))


def test_surfaces_that_face_left_are_red_and_those_that_face_up_green() -> None:
    down, across = torch.meshgrid(torch.linspace(0, 1, 32), torch.linspace(0, 1, 32), indexing="ij")
    for depth, channel in ((across, 0), (down, 1)):  # the nearer, the further to the right or down
        image = Image(depth.expand(1, 3, 32, 32).contiguous())
        middle = made(NormalMap(depth=image, background=0.0))[0, :, 16, 16]
        other = 1 - channel
        assert float(middle[channel]) == pytest.approx(0.5 + 0.5**1.5, abs=0.01)  # 45 degrees
        assert float(middle[other]) == pytest.approx(0.5, abs=1e-5)
        assert float(middle[2]) == pytest.approx(0.5 + 0.5**1.5, abs=0.01)


def test_normals_are_of_length_one_and_the_background_is_flat() -> None:
    image = noise(24, 16, 2)
    found = made(NormalMap(depth=image, background=0.4)) * 2 - 1
    assert torch.allclose(found.pow(2).sum(1), torch.tensor(1.0), atol=1e-5)
    far = Image(torch.full((1, 3, 8, 8), 0.05))
    flat = made(NormalMap(depth=far))[0, :, 4, 4]
    assert flat.tolist() == pytest.approx([0.5, 0.5, 1.0])


@pytest.mark.parametrize(
    "node", [TileHint, ColourGrid, TwoTone, Shuffle], ids=lambda node: node.__name__
)
def test_the_smallest_picture_has_a_hint_too(node: Any) -> None:
    assert made(node(image=noise(1, 1))).shape == (1, 3, 1, 1)


def test_a_mask_that_is_half_white_is_not_to_be_painted() -> None:
    image = noise(2, 2)
    half = Mask(torch.full((1, 1, 2, 2), 0.5))
    assert torch.equal(made(InpaintHint(image=image, mask=half)), image.pixels)
