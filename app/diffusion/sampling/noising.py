"""What a scheduler does to a latent beside its steps, on the curve and on the straight way alike.

Schedulers for rectified flow hand the network the latent as it is, begin with noise of unit
variance, and call adding noise ``scale_noise``.
"""

from __future__ import annotations

from typing import Any

from torch import Tensor


def model_input(scheduler: Any, samples: Tensor, timestep: Tensor) -> Tensor:
    """The latent as the network wants it."""
    if not hasattr(scheduler, "scale_model_input"):
        return samples
    scaled: Tensor = scheduler.scale_model_input(samples, timestep)
    return scaled


def pure_noise(scheduler: Any, noise: Tensor) -> Tensor:
    """Noise of unit variance as strong as the first noise level."""
    strength = getattr(scheduler, "init_noise_sigma", None)
    scaled: Tensor = noise if strength is None else noise * strength
    return scaled


def noisy(scheduler: Any, original: Tensor, noise: Tensor, timesteps: Tensor) -> Tensor:
    """The picture with noise, as strong as it is at ``timesteps`` (n,)."""
    if hasattr(scheduler, "scale_noise"):
        mixed: Tensor = scheduler.scale_noise(original, timesteps, noise)
        return mixed
    added: Tensor = scheduler.add_noise(original, noise, timesteps)
    return added
