"""Noise that is not of a sampling's own seed: of another one, from a picture, or of two mixed."""

from __future__ import annotations

import math
from collections.abc import Sequence

from torch import Tensor

from app.diffusion.sampling.noise import draw, generators
from app.sdk.errors import NodeError
from app.sdk.noises import GivenNoise, MixedNoise, Noise, SeededNoise

_LARGEST_SEED = 2**63 - 1


class WrongNoise(NodeError):
    """Noise from a picture has another size than the latent."""

    english = (
        "The noise is {noise} and the latent {latent} (pictures, channels, height, width): "
        "make it from a latent of the same size, one or one for each picture."
    )


class FlatPicture(NodeError):
    """A picture that is the same everywhere was to become noise."""

    english = "The latent is the same everywhere, so it cannot serve as noise: take another one."


def from_latent(samples: Tensor) -> Noise:
    """Latents as noise: moved and scaled to mean 0 and deviation 1, picture by picture."""
    each = list(range(1, samples.ndim))
    deviation = samples.std(dim=each, keepdim=True)
    if not bool((deviation > 0).all()):
        raise FlatPicture
    even = (samples - samples.mean(dim=each, keepdim=True)) / deviation
    return Noise(GivenNoise(even.contiguous()))


def realised(noise: Noise, shape: Sequence[int]) -> Tensor:
    """The noise for latents of this shape (n, channels, ...), on the CPU; raises WrongNoise."""
    return _made(noise.source, tuple(shape)).contiguous()


def _made(source: SeededNoise | GivenNoise | MixedNoise, shape: tuple[int, ...]) -> Tensor:
    match source:
        case SeededNoise(seed, same):
            count = 1 if same else shape[0]
            seeds = [(seed + place) % (_LARGEST_SEED + 1) for place in range(count)]
            return draw((count, *shape[1:]), generators(seeds)).expand(shape)
        case GivenNoise(samples):
            if samples.shape[1:] != shape[1:] or len(samples) not in (1, shape[0]):
                raise WrongNoise(noise=tuple(samples.shape), latent=shape)
            return samples.expand(shape)
    first, second = _made(source.first, shape), _made(source.second, shape)
    return _between(first, second, source.amount)


def _between(first: Tensor, second: Tensor, amount: float) -> Tensor:
    """Both with weights whose squares add up to 1, so that the deviation stays 1."""
    if amount in (0.0, 1.0):
        return second if amount else first
    return math.sqrt(1 - amount) * first + math.sqrt(amount) * second
