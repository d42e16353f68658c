"""What stands in holes and in the room around pictures."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from app.sdk import Image, Mask, NodeError
from nodes.fill_hole import FillHole
from nodes.pad import Pad
from tests.nodes.desk import Desk, noise, spot


def hole(width: int = 32, height: int = 24) -> Mask:
    """White in the middle."""
    alpha = torch.zeros(1, 1, height, width)
    alpha[..., 6:18, 8:24] = 1.0
    return Mask(alpha)


def filled(image: Image, mask: Mask, filling: Any, **parameters: Any) -> torch.Tensor:
    return FillHole(image=image, mask=mask, filling=filling, **parameters).run(Desk()).pixels


@pytest.mark.parametrize("filling", ["smooth", "mean", "noise", "colour"])
def test_around_a_hole_the_picture_stays_bit_for_bit(filling: str) -> None:
    image = noise(32, 24, 2)
    made = filled(image, hole(), filling)
    outside = (hole().alpha == 0).expand_as(made)
    assert torch.equal(made[outside], image.pixels[outside])
    assert not torch.equal(made, image.pixels)
    assert 0.0 <= float(made.min()) <= float(made.max()) <= 1.0


@pytest.mark.parametrize("filling", ["smooth", "mean", "noise"])
def test_what_is_in_a_hole_does_not_show_through(filling: str) -> None:
    image = noise(32, 24)
    other = Image(torch.where(hole().alpha > 0, 1.0 - image.pixels, image.pixels))
    assert torch.equal(filled(image, hole(), filling), filled(other, hole(), filling))


def test_smooth_carries_a_slope_on() -> None:
    slope = (torch.arange(32.0) / 31).expand(1, 3, 24, 32).contiguous()
    made = filled(Image(slope), hole(), "smooth")
    assert float((made - slope).abs().max()) < 0.12
    assert float((made[..., 1:] - made[..., :-1]).abs().max()) < 0.12


def test_mean_is_that_of_the_surroundings() -> None:
    pixels = torch.full((1, 3, 24, 32), 0.25)
    pixels[..., 6:18, 8:24] = 1.0
    assert torch.allclose(filled(Image(pixels), hole(), "mean"), torch.tensor(0.25))


def test_noise_looks_like_the_surroundings_and_follows_its_seed() -> None:
    image = Image(0.4 + 0.2 * noise(32, 24).pixels)
    made = filled(image, hole(), "noise", seed=1)
    inside = made[..., 6:18, 8:24]
    assert float(inside.mean()) == pytest.approx(0.5, abs=0.02)
    assert float(inside.std()) == pytest.approx(0.0577, abs=0.01)
    assert torch.equal(made, filled(image, hole(), "noise", seed=1))
    assert not torch.equal(made, filled(image, hole(), "noise", seed=2))


def test_a_picture_that_is_all_hole_turns_grey() -> None:
    everything = Mask(torch.ones(1, 1, 24, 32))
    assert torch.equal(filled(noise(32, 24), everything, "smooth"), torch.full((1, 3, 24, 32), 0.5))


def test_a_mask_of_another_size_is_refused() -> None:
    with pytest.raises(NodeError, match="the picture is 8 x 6 and the mask is 9 x 9"):
        filled(noise(), spot(), "mean")


@pytest.mark.parametrize("border", ["edge", "colour", "smooth", "mean", "noise"])
def test_room_for_outpainting_leaves_the_picture_as_it_is(border: Any) -> None:
    image = noise(32, 24, 2)
    wider, mask = Pad(image=image, left=8, top=16, right=24, border=border, feather=4).run(Desk())
    assert wider.pixels.shape == (2, 3, 40, 64)
    assert torch.equal(wider.pixels[..., 16:, 8:40], image.pixels)
    assert mask.alpha.shape == (2, 1, 40, 64)
    assert bool((mask.alpha[..., :16, :] == 1).all())
    assert bool((mask.alpha[..., 20:, 12:36] == 0).all())
    assert mask.alpha[0, 0, 39, 7:13].tolist() == pytest.approx([1.0, 0.8, 0.6, 0.4, 0.2, 0.0])
