"""Colours taken from another picture, and the colour space that this happens in."""

from __future__ import annotations

import pytest
import torch

from app.diffusion.pictures.colour_match import match_colours, match_histogram, match_spread
from app.diffusion.pictures.lab import from_lab, to_lab
from app.sdk import NodeError
from nodes.match_colours import MatchColours
from tests.nodes.desk import Desk, noise


@pytest.mark.parametrize(
    ("rgb", "lab"),
    [  # Bruce Lindbloom's calculator, sRGB, D65
        ((1.0, 1.0, 1.0), (100.0, 0.0, 0.0)),
        ((0.0, 0.0, 0.0), (0.0, 0.0, 0.0)),
        ((1.0, 0.0, 0.0), (53.2408, 80.0925, 67.2032)),
        ((0.0, 1.0, 0.0), (87.7347, -86.1827, 83.1793)),
        ((0.0, 0.0, 1.0), (32.2970, 79.1875, -107.8602)),
    ],
)
def test_colours_have_their_known_places_in_lab(
    rgb: tuple[float, ...], lab: tuple[float, ...]
) -> None:
    found = to_lab(torch.tensor(rgb).reshape(3, 1, 1)).flatten()
    assert torch.allclose(found, torch.tensor(lab), atol=0.02)


def test_lab_leads_back_to_the_same_pixels() -> None:
    pixels = torch.rand(2, 3, 9, 9, generator=torch.Generator().manual_seed(1))
    assert torch.allclose(from_lab(to_lab(pixels)), pixels, atol=2e-5)


def picture(seed: int, low: float, high: float) -> torch.Tensor:
    drawn = torch.rand(3, 12, 10, generator=torch.Generator().manual_seed(seed))
    return low + (high - low) * drawn


def test_mean_and_spread_become_those_of_the_reference() -> None:
    made = to_lab(match_spread(picture(0, 0.2, 0.4), picture(1, 0.4, 0.7)))
    wanted = to_lab(picture(1, 0.4, 0.7))
    assert torch.allclose(made.mean((1, 2)), wanted.mean((1, 2)), atol=0.01)
    spread = made.std((1, 2), correction=0), wanted.std((1, 2), correction=0)
    assert torch.allclose(*spread, atol=0.01)


def test_a_picture_without_any_spread_is_only_moved() -> None:
    flat = torch.full((3, 4, 4), 0.5)
    made = to_lab(match_spread(flat, picture(1, 0.4, 0.7)))
    assert torch.isfinite(made).all()
    assert made.std((1, 2)).max() < 1e-3


def test_shades_become_as_frequent_as_in_the_reference() -> None:
    one, other = picture(0, 0.0, 0.3), picture(1, 0.2, 0.9)
    made = match_histogram(one, other)
    # As many pixels, all of them different: each gets the value of the same rank.
    for plane, source, wanted in zip(made, one, other, strict=True):
        assert torch.equal(plane.flatten().sort().values, wanted.flatten().sort().values)
        assert torch.equal(plane.flatten().argsort(), source.flatten().argsort())


def test_a_picture_matches_itself() -> None:
    image = noise(10, 8).pixels
    for way in ("mean and spread", "histogram"):
        made = match_colours(image, image, way, 1.0)  # type: ignore[arg-type]
        assert torch.allclose(made, image, atol=2e-5)


def test_the_amount_goes_from_nothing_to_all() -> None:
    image, reference = noise(10, 8, 2), noise(3, 5)
    none = MatchColours(image=image, reference=reference, amount=0.0).run(Desk())
    assert torch.equal(none.pixels, image.pixels)
    half, whole = (
        MatchColours(image=image, reference=reference, amount=amount).run(Desk()).pixels
        for amount in (0.5, 1.0)
    )
    assert torch.allclose(half, (image.pixels + whole) / 2, atol=1e-6)


def test_as_many_references_as_pictures_or_one() -> None:
    with pytest.raises(NodeError, match="has 3 pictures and the other 2"):
        MatchColours(image=noise(count=3), reference=noise(count=2)).run(Desk())
