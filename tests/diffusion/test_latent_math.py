"""Latents mixed, laid on each other, resized, turned, cut and joined, against plain loops."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy
import pytest
import torch

from app.diffusion.latents.latents import empty_latent, pictures, repeated
from app.graph.types import ValueType
from app.sdk import Latent, Mask, NodeError
from app.sdk.values import Posterior
from nodes.latent_batch import JoinLatents, RepeatLatent, SplitLatents
from nodes.latent_math import CompositeLatent, LatentMath
from nodes.latent_size import CropLatent, ResizeLatent, TurnLatent
from tests.nodes.desk import Desk


def latent(seed: int = 0, width: int = 5, height: int = 4, count: int = 1, **more: Any) -> Latent:
    drawn = torch.randn(count, 4, height, width, generator=torch.Generator().manual_seed(seed))
    return Latent(drawn, more.pop("family", "SD 1"), **more)


def whole() -> Latent:
    """A latent with a mask and with all that a VAE can say."""
    posterior = Posterior(latent(5).samples, latent(6).samples.abs(), 0.18215)
    mask = torch.rand(1, 1, 4, 5, generator=torch.Generator().manual_seed(7))
    return latent(mask=mask, posterior=posterior, surroundings=posterior, gradual=True)


def reckoned(first: Latent, second: Latent | None, operation: Any, amount: float) -> torch.Tensor:
    node = LatentMath(first=first, second=second, operation=operation, amount=amount)  # type: ignore[arg-type]
    return node.run(Desk()).samples


def test_latents_are_added_subtracted_multiplied_and_blended() -> None:
    one, other = latent(0), latent(1)
    a, b = one.samples, other.samples
    assert torch.equal(reckoned(one, other, "add", 0.5), a + 0.5 * b)
    assert torch.equal(reckoned(one, other, "subtract", 2.0), a - 2.0 * b)
    assert torch.equal(reckoned(one, None, "multiply", -1.5), a * -1.5)
    assert torch.allclose(reckoned(one, other, "blend", 0.25), 0.75 * a + 0.25 * b, atol=1e-6)


def test_slerp_goes_along_the_arc() -> None:
    one, other = latent(0), latent(1)
    a, b = (part.samples.double().numpy().ravel() for part in (one, other))
    angle = math.acos(a @ b / (numpy.linalg.norm(a) * numpy.linalg.norm(b)))
    expected = (math.sin(0.7 * angle) * a + math.sin(0.3 * angle) * b) / math.sin(angle)
    found = reckoned(one, other, "slerp", 0.3).double().numpy().ravel()
    assert numpy.abs(found - expected).max() < 1e-5  # float32 against float64
    assert torch.allclose(reckoned(one, other, "slerp", 0.0), one.samples, atol=1e-6)
    assert torch.allclose(reckoned(one, other, "slerp", 1.0), other.samples, atol=1e-6)


def test_slerp_between_parallel_latents_is_a_straight_line() -> None:
    one = latent(0)
    twice = replace(one, samples=2 * one.samples)
    assert torch.allclose(reckoned(one, twice, "slerp", 0.5), 1.5 * one.samples, atol=1e-5)
    none = replace(one, samples=torch.zeros_like(one.samples))
    assert torch.isfinite(reckoned(none, one, "slerp", 0.5)).all()


def test_one_latent_meets_every_one_of_a_batch_and_the_mask_stays() -> None:
    first = replace(whole(), unfinished=None)
    made = LatentMath(first=first, second=latent(1, count=3), operation="add").run(Desk())
    assert len(made) == 3
    assert made.mask is first.mask
    assert made.posterior is None


@pytest.mark.parametrize(("left", "top"), [(0, 0), (16, 8), (-16, -8), (24, 24)])
def test_a_latent_is_laid_at_a_place(left: int, top: int) -> None:
    base, over = latent(0), latent(1, 3, 2)
    made = CompositeLatent(base=base, over=over, mask=None, left=left, top=top).run(Desk())
    expected = base.samples.clone()
    for y in range(2):
        for x in range(3):
            row, column = y + top // 8, x + left // 8
            if 0 <= row < 4 and 0 <= column < 5:
                expected[:, :, row, column] = over.samples[:, :, y, x]
    assert torch.equal(made.samples, expected)


def test_soft_sides_lie_within_and_not_at_the_border() -> None:
    base = replace(latent(0), samples=torch.zeros(1, 4, 8, 8))
    over = replace(base, samples=torch.ones(1, 4, 4, 4))
    made = CompositeLatent(base=base, over=over, mask=None, left=32, top=0, feather=16).run(Desk())
    row, column = made.samples[0, 0, 0], made.samples[0, 0, :, 7]
    assert torch.allclose(row, torch.tensor([0, 0, 0, 0, 1 / 3, 2 / 3, 1, 1]))
    assert torch.allclose(column, torch.tensor([1, 1, 2 / 3, 1 / 3, 0, 0, 0, 0]))


def test_a_mask_says_where_the_upper_latent_counts() -> None:
    base, over = latent(0), latent(1)
    mask = Mask(torch.zeros(1, 1, 32, 40))
    mask.alpha[..., :20] = 1.0
    made = CompositeLatent(base=base, over=over, mask=mask).run(Desk()).samples
    assert torch.equal(made[..., :2], over.samples[..., :2])
    assert torch.equal(made[..., 3:], base.samples[..., 3:])
    assert torch.allclose(made[..., 2], (base.samples[..., 2] + over.samples[..., 2]) / 2)


@pytest.mark.parametrize("method", ["nearest", "bilinear", "bicubic", "area"])
def test_a_latent_is_resized_as_torch_does(method: Any) -> None:
    start = whole()
    made = ResizeLatent(latent=start, factor=2.0, method=method).run(Desk())
    resize = torch.nn.functional.interpolate
    assert torch.equal(made.samples, resize(start.samples, size=(8, 10), mode=method))
    assert made.mask is not None
    assert made.mask.shape == (1, 1, 8, 10)
    assert 0 <= made.mask.min() <= made.mask.max() <= 1
    assert made.posterior is None
    assert made.surroundings is not None
    assert made.surroundings.deviation.min() >= 0


def test_a_latent_reaches_a_size_in_pixels() -> None:
    made = ResizeLatent(latent=latent(), by="size", size=(96, 64)).run(Desk())
    assert made.samples.shape == (1, 4, 8, 12)
    with pytest.raises(NodeError, match="96 x 60 is no size for a latent"):
        ResizeLatent(latent=latent(), by="size", size=(96, 60)).run(Desk())


def test_a_blank_latent_stays_blank_in_another_size() -> None:
    made = ResizeLatent(latent=empty_latent(64, 64, 2), factor=1.5).run(Desk())
    assert made == replace(empty_latent(96, 96, 2), samples=made.samples)
    assert made.samples.shape == (2, 4, 12, 12)


def test_turning_takes_everything_along() -> None:
    start = whole()
    made = TurnLatent(latent=start, turn="90° counterclockwise").run(Desk())
    assert start.mask is not None
    assert made.mask is not None
    assert torch.equal(made.samples, start.samples.rot90(1, (2, 3)))
    assert torch.equal(made.mask, start.mask.rot90(1, (2, 3)))
    assert made.posterior is not None
    assert made.posterior.mean.shape == (1, 4, 5, 4)
    back = TurnLatent(latent=made, turn="90° clockwise").run(Desk())
    assert torch.equal(back.samples, start.samples)
    flipped = TurnLatent(latent=start, mirror="top to bottom").run(Desk())
    assert torch.equal(flipped.samples, start.samples.flip(2))
    assert flipped.samples.is_contiguous()


def test_a_part_is_cut_out_in_whole_places() -> None:
    start = whole()
    made = CropLatent(latent=start, left=9, top=8, size=(10, 99)).run(Desk())
    assert torch.equal(made.samples, start.samples[:, :, 1:, 1:3])
    with pytest.raises(NodeError, match="begins at 40, 0, outside the picture of 40 x 32"):
        CropLatent(latent=start, left=40).run(Desk())


def test_what_was_split_can_be_joined_again() -> None:
    start = latent(count=3, mask=torch.rand(3, 1, 4, 5))
    parts = SplitLatents(latent=start).run(Desk())
    assert [len(part) for part in parts] == [1, 1, 1]
    made = JoinLatents(latents=parts).run(Desk())
    assert torch.equal(made.samples, start.samples)
    assert made.mask is not None
    assert start.mask is not None
    assert torch.equal(made.mask, start.mask)


def test_joining_keeps_what_all_have() -> None:
    start = whole()
    made = JoinLatents(latents=(start, start)).run(Desk())
    assert made.posterior is not None
    assert made.posterior.mean.shape == (2, 4, 4, 5)
    assert made.gradual
    mixed = JoinLatents(latents=(start, latent())).run(Desk())
    assert mixed.posterior is None
    assert mixed.mask is not None
    assert torch.equal(mixed.mask[1], torch.ones(1, 4, 5))
    assert JoinLatents(latents=(start,)).run(Desk()) is start


def test_latents_are_repeated() -> None:
    made = RepeatLatent(latent=latent(count=2), copies=3).run(Desk())
    assert torch.equal(made.samples, repeated(latent(count=2), 3).samples)
    assert torch.equal(pictures(made, 2, 1).samples, latent(count=2).samples[:1])


@pytest.mark.parametrize(
    ("second", "words"),
    [
        (latent(family="SDXL"), r"One latent is for SD 1 \(4 channels\) and the other for SDXL"),
        (latent(width=6), "One latent is 40 x 32 pixels and the other 48 x 32"),
        (empty_latent(40, 32, 1), "An empty latent shows nothing"),
        (latent(count=3), "has 2 latents and the other 3"),
    ],
)
def test_latents_that_do_not_fit_are_refused(second: Latent, words: str) -> None:
    with pytest.raises(NodeError, match=words):
        reckoned(latent(count=2), second, "add", 1.0)


def test_more_that_does_not_fit() -> None:
    other = Latent(torch.zeros(1, 16, 4, 5), "SD 3")
    with pytest.raises(NodeError, match=r"for SD 3 \(16 channels\)"):
        JoinLatents(latents=(latent(), other)).run(Desk())
    with pytest.raises(NodeError, match="The list is empty"):
        JoinLatents(latents=()).run(Desk())
    with pytest.raises(NodeError, match="begins at 40, 0, outside the picture of 40 x 32"):
        CompositeLatent(base=latent(), over=latent(), mask=None, left=40).run(Desk())
    refiner = latent(family="SDXL refiner")
    assert JoinLatents(latents=(latent(family="SDXL"), refiner)).run(Desk()).family == "SDXL"


def test_the_family_travels_on() -> None:
    kind = ValueType("Latent").with_traits(family="SDXL")
    for node in (ResizeLatent, CropLatent, TurnLatent, RepeatLatent):
        assert node.describe({}, {"latent": kind}) == {"latent": kind}
    assert LatentMath.describe({}, {"first": kind}) == {"latent": kind}
    assert CompositeLatent.describe({}, {"base": kind}) == {"latent": kind}
    assert JoinLatents.describe({}, {"latents": kind}) == {"latent": kind}
    assert SplitLatents.describe({}, {"latent": kind}) == {"latent": replace(kind, many=True)}
