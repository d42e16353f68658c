"""What a mask keeps of a picture, put back after every step as in diffusers' inpainting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from torch import Tensor

from app.diffusion.sampling.noising import noisy
from app.diffusion.sampling.start import Start
from app.sdk.values import Latent


@dataclass(frozen=True)
class Masking:
    """The picture, the noise that was added to it, and the mask, all (n, ...) on one device."""

    original: Tensor
    noise: Tensor
    mask: Tensor
    gradual: bool

    @classmethod
    def of(cls, latent: Latent, start: Start, device: Any) -> Masking:
        """What is kept of a latent with a mask that began like this."""
        assert latent.mask is not None
        wide = latent.mask.expand(len(latent), -1, -1, -1)
        original, noise = start.original.to(device), start.noise.to(device)
        return cls(original, noise, wide.to(device), latent.gradual)

    def keep_outside(
        self, samples: Tensor, call: int, timesteps: Sequence[Tensor], scheduler: Any
    ) -> Tensor:
        """Put the original back where the mask is 0, as noisy as the call after this expects it."""
        mask, original = self.mask, self.original
        if self.gradual:
            left = 1 - (call + 1) / len(timesteps)
            # White is free from the first step on, dark only in the last ones (Levin and Fried
            # 2023, "Differential Diffusion").
            mask = (mask >= left).to(mask.dtype)
        if call + 1 < len(timesteps):
            following = timesteps[call + 1].reshape(1)
            original = noisy(scheduler, original, self.noise, following)
        return (1 - mask) * original + mask * samples
