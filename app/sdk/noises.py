"""Noise levels and noise as values of their own, for samplings that are not to choose them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.graph.phrases import Phrase
from app.sdk.encoding import register_kind

if TYPE_CHECKING:
    from torch import Tensor


@dataclass(frozen=True)
class Sigmas:
    """Noise levels to go through, one step from each to the next; 0 is a picture without noise.

    For models trained along a curve the noise's deviation over the picture's (SD 1 begins at 14.6),
    for rectified flow the part that is noise (SD 3 and Flux begin at 1).
    """

    levels: tuple[float, ...]

    @property
    def steps(self) -> int:
        """How many steps they are."""
        return len(self.levels) - 1

    def describe(self) -> str:
        """One line for tooltips."""
        first, last = f"{self.levels[0]:.4g}", f"{self.levels[-1]:.4g}"
        return Phrase("{count} steps, {first} to {last}", count=self.steps, first=first, last=last)


@dataclass(frozen=True)
class SeededNoise:
    """Noise of a seed of its own, for picture k of a batch from seed + k, or ``same`` for all."""

    seed: int
    same: bool = False


@dataclass(frozen=True)
class GivenNoise:
    """Numbers to be used as noise: (n, channels, height, width), deviation 1."""

    samples: Tensor


@dataclass(frozen=True)
class MixedNoise:
    """Noise between two others; ``amount`` 0 is the first one, 1 the second."""

    first: SeededNoise | GivenNoise | MixedNoise
    second: SeededNoise | GivenNoise | MixedNoise
    amount: float


@dataclass(frozen=True)
class Noise:
    """What a sampling begins with, instead of noise of its own seed."""

    source: SeededNoise | GivenNoise | MixedNoise

    def describe(self) -> str:
        """One line for tooltips."""
        match self.source:
            case SeededNoise(seed=seed):
                return Phrase("noise of seed {seed}", seed=seed)
            case GivenNoise():
                return Phrase("noise from a picture")
        return Phrase("mixed noise")


for _kind in (Sigmas, SeededNoise, GivenNoise, MixedNoise, Noise):
    register_kind(_kind)
