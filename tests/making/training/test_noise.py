"""Noise levels and what the U-Net is asked for."""

from __future__ import annotations

import pytest
import torch
from diffusers import DDPMScheduler
from torch import Generator

from resources.models.making.training.noise import SCHEDULE, Noisy, drawn_levels, noisy, signals


def test_levels_are_those_of_the_scheduler_that_ships() -> None:
    scheduler = DDPMScheduler(**SCHEDULE)
    assert torch.allclose(signals(), scheduler.alphas_cumprod, rtol=1e-4)


def test_what_is_wanted_is_the_velocity_of_diffusers() -> None:
    latents = torch.randn((4, 4, 8, 8), generator=Generator().manual_seed(1))
    found = noisy(latents, Generator().manual_seed(2))
    scheduler = DDPMScheduler(**SCHEDULE)
    signal = signals()[found.levels][:, None, None, None]
    noise = (found.latents - signal.sqrt() * latents) / (1.0 - signal).sqrt()
    velocity = scheduler.get_velocity(latents, noise, found.levels)
    assert torch.allclose(found.wanted, velocity, atol=1e-3)
    assert float(found.loss(found.wanted)) == 0.0


def test_every_batch_has_low_and_high_levels() -> None:
    for seed in range(20):
        levels = drawn_levels(16, Generator().manual_seed(seed))
        assert int(levels.min()) < 300
        assert int(levels.max()) > 750
        assert bool(((levels >= 0) & (levels < 1000)).all())


def test_places_count_as_far_as_the_noise_lets_them_be_seen() -> None:
    """In pure noise all places count the same, or things would be guessed into each of them."""
    found = noisy(torch.zeros(64, 4, 8, 8), Generator().manual_seed(2))
    order = found.levels.argsort()

    def gain(one: int) -> float:
        chosen = slice(one, one + 1)
        lone = Noisy(*(getattr(found, name)[chosen] for name in Noisy.__dataclass_fields__))
        answered = lone.wanted + 1.0
        return float(lone.loss(answered, torch.full((1, 1, 8, 8), 3.0)) / lone.loss(answered))

    assert gain(int(order[0])) > 2.8
    assert gain(int(order[-16])) == pytest.approx(1.0)
