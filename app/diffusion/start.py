"""The state before the first step: all random draws of a sampling that come before it, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from torch import Generator, Tensor

from app.diffusion.latents import from_posterior
from app.diffusion.noise import draw, states
from app.diffusion.noising import noisy, pure_noise
from app.diffusion.schedule import Schedule
from app.sdk.values import Latent


@dataclass(frozen=True)
class Start:
    """Where a sampling begins.

    ``samples``: the noisy start; ``original``: the picture without noise; ``noise``: the noise that
    was added, for masks; ``random``: where the generators stand afterwards. All (n, channels,
    height, width), on the CPU.
    """

    samples: Tensor
    original: Tensor
    noise: Tensor
    random: tuple[Tensor, ...]


def begin(
    latent: Latent, sources: Sequence[Generator], schedule: Schedule, scheduler: Any, fresh: bool
) -> Start:
    """Draw the start from new generators, one a picture, in the order of diffusers' pipelines.

    First the picture from the VAE's posterior, then the noise, then (with a mask) the draw that
    the inpainting pipeline spends on the masked picture. ``fresh`` False adds no noise: the latent
    is noisy already.
    """
    shape = tuple(latent.samples.shape)
    original = latent.samples
    if latent.posterior is not None and fresh:
        original = from_posterior(latent.posterior, draw(shape, sources))
    noise = draw(shape, sources)
    if latent.mask is not None:
        draw(shape, sources)
    samples = _noisy(latent, original, noise, schedule, scheduler) if fresh else original
    return Start(samples, original, noise, states(sources))


def _noisy(
    latent: Latent, original: Tensor, noise: Tensor, schedule: Schedule, scheduler: Any
) -> Tensor:
    """Pure noise where nothing of a picture is to stay, else the picture with noise."""
    pure = latent.empty or latent.mask is not None
    if pure and schedule.starts_at_full_noise:
        return pure_noise(scheduler, noise)
    timestep = schedule.timesteps[schedule.calls.start]
    return noisy(scheduler, original, noise, timestep.repeat(len(original)))
