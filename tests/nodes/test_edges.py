"""Outlines for ControlNets."""

from __future__ import annotations

import time

import pytest
import torch
from torch.nn import functional

from app.diffusion.pictures.edges import joined
from app.sdk import Image
from nodes.edges import Canny, LineDrawing, Scribble, SoftEdge
from tests.nodes.desk import Desk, noise


def square(inside: float | list[float] = 1.0, outside: float | list[float] = 0.0) -> Image:
    """A bright square of 32 in a dark picture of 64."""
    pixels = torch.tensor(outside).reshape(1, -1, 1, 1).repeat(1, 3, 64, 64)[:, :3]
    pixels[:, :, 16:48, 16:48] = torch.tensor(inside).reshape(1, -1, 1, 1)
    return Image(pixels)


def outline(node: type, image: Image, **parameters: float) -> torch.Tensor:
    """The outline of one picture, (height, width)."""
    made = node(image=image, **parameters).run(Desk()).pixels
    assert made.shape == image.pixels.shape
    assert made.is_contiguous()
    assert torch.equal(made[:, 0], made[:, 1])
    assert torch.equal(made[:, 0], made[:, 2])
    return made[0, 0]


@pytest.mark.parametrize("blur", [0.0, 0.6, 1.5])
def test_canny_draws_a_thin_closed_line_around_a_square(blur: float) -> None:
    found = outline(Canny, square(), blur=blur) > 0
    for line in (found[32, :32], found[32, 32:], found[:32, 32], found[32:, 32]):
        assert int(line.sum()) == 1
    border = torch.ones(64, 64, dtype=torch.bool)
    border[14:50, 14:50] = False
    border[18:46, 18:46] = True
    assert not found[border].any()
    assert 110 <= int(found.sum()) <= 136


def test_canny_tells_colours_of_equal_brightness_apart() -> None:
    red, green = [0.7152, 0.0, 0.0], [0.0, 0.2126, 0.0]
    assert int((outline(Canny, square(red, green)) > 0).sum()) > 100


def test_canny_finds_nothing_in_an_even_picture() -> None:
    assert not outline(Canny, square(0.5, 0.5)).any()


def test_a_weak_line_counts_only_where_it_is_joined_to_a_strong_one() -> None:
    pixels = torch.zeros(1, 3, 32, 64)
    pixels[:, :, 16:, :32] = torch.linspace(0.1, 1.0, 32)  # weak at the left, strong at the right
    pixels[:, :, 16:, 48:] = 0.1
    found = outline(Canny, Image(pixels), low=0.05, high=0.5, blur=0.0)
    assert found[15:17, 2:30].amax(0).all()
    assert not found[:, 52:].any()


def test_a_long_winding_line_is_followed_to_its_end_in_time() -> None:
    winding = torch.zeros(256, 256, dtype=torch.bool)
    winding[::2] = True
    winding[1::4, -1] = True
    winding[3::4, 0] = True
    strong = torch.zeros_like(winding)
    strong[0, 0] = True
    start = time.monotonic()
    assert torch.equal(joined(winding, strong), winding)
    assert time.monotonic() - start < 5.0
    assert not joined(winding, torch.zeros_like(winding)).any()


def test_line_drawing_draws_one_line_on_the_dark_side_of_a_border() -> None:
    found = outline(LineDrawing, square())
    assert float(found[32, 15]) > 0.5
    assert float(found[32, 16:33].max()) < 0.01
    assert float(outline(LineDrawing, square(0.5, 0.5)).max()) < 1e-3


def test_scribble_strokes_are_as_broad_as_asked() -> None:
    found = outline(Scribble, square(), thickness=7)
    assert 5 <= int((found[32, :32] > 0).sum()) <= 9
    assert set(found.unique().tolist()) == {0.0, 1.0}


@pytest.mark.parametrize("node", [Canny, LineDrawing, Scribble, SoftEdge])
def test_every_picture_of_a_batch_is_treated_alone(node: type) -> None:
    both = node(image=noise(16, 12, 2)).run(Desk()).pixels
    alone = [node(image=Image(noise(16, 12, 2).pixels[k : k + 1])).run(Desk()) for k in (0, 1)]
    assert torch.equal(both, torch.cat([one.pixels for one in alone]))


@pytest.mark.parametrize("node", [Canny, LineDrawing, Scribble, SoftEdge])
def test_the_smallest_picture_has_an_outline_too(node: type) -> None:
    assert outline(node, noise(1, 1)).shape == (1, 1)


def test_canny_follows_the_outlines_that_the_shipped_control_network_knows() -> None:
    """A scene like those it was trained on, with known outlines of its parts."""
    parts = torch.zeros(64, 64, dtype=torch.long)
    parts[40:] = 1  # ground
    parts[24:48, 14:38] = 2  # house
    for row in range(12, 24):
        parts[row, 26 - (row - 12) : 26 + (row - 12)] = 3  # roof
    parts[36:48, 22:28] = 4  # door
    y, x = torch.meshgrid(torch.arange(64), torch.arange(64), indexing="ij")
    parts[(y - 14) ** 2 + (x - 50) ** 2 < 49] = 5  # sun
    colours = torch.tensor(
        [
            [0.5, 0.7, 0.95],
            [0.3, 0.65, 0.25],
            [0.8, 0.2, 0.2],
            [0.4, 0.2, 0.1],
            [0.3, 0.15, 0.1],
            [1.0, 0.85, 0.2],
        ]
    )
    pixels = colours[parts].permute(2, 0, 1)[None].contiguous()
    known = torch.zeros(64, 64)
    known[:-1] += parts[:-1] != parts[1:]
    known[:, :-1] += parts[:, :-1] != parts[:, 1:]
    known, found = (known > 0).float(), outline(Canny, Image(pixels))
    assert float((found * _near(known)).sum() / found.sum()) > 0.97
    assert float((known * _near(found)).sum() / known.sum()) > 0.93
    assert 0.7 < float(found.sum() / known.sum()) < 1.3


def _near(lines: torch.Tensor) -> torch.Tensor:
    """Lines widened by a pixel to all sides."""
    return functional.max_pool2d(lines[None, None], 3, 1, 1)[0, 0]


@pytest.mark.parametrize("detail", [0.0, 0.5, 1.0])
def test_soft_edges_are_broad_and_brightest_on_the_border(detail: float) -> None:
    row = outline(SoftEdge, square(), detail=detail)[32]
    assert float(row[15]) > 0.9
    assert int((row[:32] > 0.1).sum()) >= 4
    assert float(row[:3].max()) < 0.05
    assert torch.allclose(row, row.flip(0), atol=1e-4)


def test_soft_edges_of_less_detail_leave_out_what_is_small() -> None:
    pixels = square().pixels.clone()
    pixels[..., 4:60:2, 4:8] = 1.0  # fine texture beside the square
    coarse, fine = (outline(SoftEdge, Image(pixels), detail=detail) for detail in (0.0, 1.0))
    assert float(fine[20:40, 4:8].mean() / fine[20:40, 15].mean()) > 1.3 * float(
        coarse[20:40, 4:8].mean() / coarse[20:40, 15].mean()
    )


def test_soft_edges_may_have_few_greys() -> None:
    found = outline(SoftEdge, square(), levels=4)
    assert len(found.unique()) <= 4
    assert float(found.max()) == 1.0
    assert float(outline(SoftEdge, square(0.5, 0.5)).max()) < 1e-6


def test_lines_of_ink_are_solid() -> None:
    found = outline(LineDrawing, square(), style="ink", width=1.5)
    assert float(found[32, 15]) > 0.95
    assert float(((found > 0.1) & (found < 0.9)).float().mean()) < 0.05


def test_even_lines_show_as_well_in_a_pale_picture() -> None:
    pale = outline(LineDrawing, square(0.55, 0.45), style="even")
    strong = outline(LineDrawing, square(), style="even")
    assert torch.allclose(pale, strong, atol=0.1)
    assert float(outline(LineDrawing, square(0.55, 0.45))[32, 15]) < 0.3 < float(pale[32, 15])
