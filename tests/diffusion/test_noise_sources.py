"""Noise on a wire of its own, through the nodes."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch
from torch import Tensor

from app.diffusion.sampling.noise_sources import FlatPicture, WrongNoise
from app.sdk import Latent, Noise, Seeds
from nodes.noise import MixNoise, NoiseFromLatent, SeededNoise
from nodes.vae_encode import VAEEncode
from tests.diffusion import workbench
from tests.diffusion.agreement import assert_equal_steps
from tests.diffusion.references.test_soft_masks import masked

BENCH = workbench.Bench()


def seeded(seed: int, batch: Any = "counting") -> Noise:
    """Through the node."""
    return SeededNoise(seed=seed, batch=batch).run(BENCH)


def mixed(first: Noise, second: Noise, amount: float) -> Noise:
    """Through the node."""
    return MixNoise(first=first, second=second, amount=amount).run(BENCH)


def encoded() -> Latent:
    """A picture's latent."""
    return VAEEncode(image=workbench.picture(5), vae=workbench.vae()).run(BENCH)


def starts(**settings: Any) -> list[Tensor]:
    """The noisy beginning of every picture."""
    _, bench = workbench.run(steps=2, scheduler="Euler ancestral", **settings)
    return [states[0].samples for states in bench.states]


def drawn(seed: int) -> Tensor:
    return torch.randn((1, 4, 8, 8), generator=torch.Generator().manual_seed(seed))


def test_the_samplers_own_seed_as_noise_changes_nothing() -> None:
    plain = workbench.run(scheduler="Euler ancestral")[1].samples()
    other = workbench.run(scheduler="Euler ancestral", noise_source=seeded(3))[1].samples()
    assert_equal_steps(other, plain)


def test_another_seed_of_noise_leaves_the_draws_of_the_steps() -> None:
    def added(**settings: Any) -> list[Tensor]:
        return [state.random[0] for state in workbench.run(**settings)[1].states[0]]

    plain = added(scheduler="Euler ancestral")
    other = added(scheduler="Euler ancestral", noise_source=seeded(8))
    assert all(torch.equal(a, b) for a, b in zip(plain, other, strict=True))


def test_noise_counts_up_in_a_batch_or_is_the_same() -> None:
    latent = workbench.empty(3)
    counting = starts(latent=latent, noise_source=seeded(8))
    same = starts(latent=latent, noise_source=seeded(8, "same"))
    scale = float(counting[0].std() / drawn(8).std())
    for place, start in enumerate(counting):
        assert torch.allclose(start, drawn(8 + place) * scale, rtol=1e-4)
    assert all(torch.equal(start, counting[0]) for start in same)


def test_a_shared_batch_begins_as_its_pictures_do() -> None:
    latent = workbench.empty(2)
    apart = starts(latent=latent, noise_source=seeded(8))
    together = starts(latent=latent, noise_source=seeded(8), batch="shared")
    assert torch.equal(together[0], torch.cat(apart))


def test_noise_from_a_picture_has_the_spread_of_noise() -> None:
    noise = NoiseFromLatent(latent=encoded()).run(BENCH)
    (start,) = starts(noise_source=noise)
    (usual,) = starts()
    samples = encoded().samples
    even = (samples - samples.mean()) / samples.std()
    assert torch.allclose(start / start.std(), even, atol=1e-5)
    assert math.isclose(float(start.std()), float(usual.std() / drawn(3).std()), rel_tol=1e-3)


def test_mixed_noise_keeps_its_spread() -> None:
    (start,) = starts(noise_source=mixed(seeded(1), seeded(2), 0.25))
    scale = float(starts(noise_source=seeded(1))[0].flatten()[0] / drawn(1).flatten()[0])
    expected = (math.sqrt(0.75) * drawn(1) + math.sqrt(0.25) * drawn(2)) * scale
    assert torch.allclose(start, expected, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize(("amount", "seed"), [(0.0, 1), (1.0, 2)])
def test_the_ends_of_a_mixture_are_its_parts(amount: float, seed: int) -> None:
    mixture = starts(noise_source=mixed(seeded(1), seeded(2), amount))
    assert torch.equal(mixture[0], starts(noise_source=seeded(seed))[0])


def test_other_noise_is_other_work() -> None:
    one, other = (workbench.trajectory(noise_source=seeded(seed)) for seed in (1, 2))
    assert one.origin != other.origin
    assert one.recipes == other.recipes


def test_what_a_mask_keeps_counts_the_noise_too() -> None:
    one, other = (
        workbench.trajectory(noise_source=seeded(seed), latent=masked("hard")) for seed in (1, 2)
    )
    assert one.recipes != other.recipes


def test_two_parts_with_a_mask_give_what_one_sampler_gives() -> None:
    settings = {"noise_source": seeded(8), "scheduler": "DPM++ 2M"}
    latent = masked("hard")
    whole, _ = workbench.run(latent=latent, **settings)
    first, _ = workbench.run(latent=latent, end_step=2, **settings)
    second, _ = workbench.run(latent=first, noise="none", **settings)
    assert torch.equal(second.samples, whole.samples)


def test_one_noise_serves_all_seeds() -> None:
    found = starts(seeds=Seeds((1, 2)), noise_source=seeded(8, "same"))
    assert torch.equal(found[0], found[1])


def test_it_says_so_where_sizes_differ() -> None:
    noise = NoiseFromLatent(latent=encoded()).run(BENCH)
    with pytest.raises(WrongNoise, match="of the same size"):
        starts(latent=workbench.empty(width=128), noise_source=noise)


def test_it_says_so_where_a_picture_has_no_spread() -> None:
    with pytest.raises(FlatPicture, match="the same everywhere"):
        NoiseFromLatent(latent=workbench.empty()).run(BENCH)
