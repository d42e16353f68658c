"""Latents added, mixed and brought to another size.

Samples are (n, channels, height, width), with frames behind the channels for videos. A mask stays
with the first latent. What a VAE or an unfinished sampling said about the samples no longer holds,
and is left out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import torch
from torch import Tensor
from torch.nn import functional

from app.diffusion.latents.batches import reshaped
from app.diffusion.latents.checks import (
    check_same_count,
    check_same_kind,
    check_same_size,
    check_shows,
)
from app.diffusion.latents.sides import check_size
from app.diffusion.video.frames import apart, together
from app.sdk.values import Latent

Operation = Literal["add", "subtract", "multiply", "blend", "slerp"]
Method = Literal["nearest", "bilinear", "bicubic", "area"]

_PARALLEL = 0.9995
"""Cosine from which on a straight line and an arc are the same in float32."""


def reckon(first: Latent, second: Latent | None, operation: Operation, amount: float) -> Latent:
    """Two latents as one; ``multiply`` is ``first * amount`` and needs no second one.

    ``add`` and ``subtract`` take ``amount`` times the second; ``blend`` goes in a straight line
    from the first (0) to the second (1), ``slerp`` on an arc. Raises NodeError.
    """
    check_shows(first)
    if second is None or operation == "multiply":
        return like(first, first.samples * amount)
    check_shows(second)
    check_same_kind(first, second)
    check_same_size(first, second)
    check_same_count(len(first), len(second))
    count = max(len(first), len(second))
    one, other = (
        latent.samples.expand(count, *latent.samples.shape[1:]) for latent in (first, second)
    )
    if operation == "slerp":
        return like(first, slerp(one, other, amount))
    if operation == "blend":
        return like(first, torch.lerp(one, other, amount))
    return like(first, one + (amount if operation == "add" else -amount) * other)


def slerp(first: Tensor, second: Tensor, amount: float) -> Tensor:
    """Each picture on the arc between two, which keeps the strength of noise.

    Shoemake, "Animating rotation with quaternion curves", 1985. Where the two are all but parallel
    it is the straight line.
    """
    one, other = first.flatten(1), second.flatten(1)
    lengths = one.norm(dim=1, keepdim=True) * other.norm(dim=1, keepdim=True)
    cosine = (one * other).sum(1, keepdim=True) / lengths.clamp_min(torch.finfo().tiny)
    angle = cosine.clamp(-_PARALLEL, _PARALLEL).arccos()
    arc = (((1 - amount) * angle).sin() * one + (amount * angle).sin() * other) / angle.sin()
    made = torch.where(cosine.abs() > _PARALLEL, torch.lerp(one, other, amount), arc)
    return made.reshape(first.shape)


def scaled(latent: Latent, factor: float, method: Method) -> Latent:
    """A latent whose picture is ``factor`` times as large along each side, in whole places."""
    height, width = latent.samples.shape[-2:]
    return _resized(latent, max(1, round(width * factor)), max(1, round(height * factor)), method)


def sized(latent: Latent, width: int, height: int, method: Method) -> Latent:
    """A latent for a picture of this size in pixels; raises UnevenSize."""
    check_size(width, height, latent.factor)
    return _resized(latent, width // latent.factor, height // latent.factor, method)


def _resized(latent: Latent, width: int, height: int, method: Method) -> Latent:
    """Resampled as torch's ``interpolate`` does; what the VAE said of the old grid is left out."""

    def resized(planes: Tensor) -> Tensor:
        made = functional.interpolate(apart(planes), size=(height, width), mode=method)
        return together(made.contiguous(), planes)

    made = reshaped(replace(latent, posterior=None), resized)
    mask = None if made.mask is None else made.mask.clamp(0.0, 1.0)
    around = made.surroundings
    if around is not None:  # bicubic swings over, and no deviation is below zero
        around = replace(around, deviation=around.deviation.clamp_min(0.0))
    return replace(made, mask=mask, surroundings=around)


def like(first: Latent, samples: Tensor) -> Latent:
    """A latent like ``first`` with other samples; its mask stays."""
    kept = samples.contiguous()
    return replace(first, samples=kept, posterior=None, unfinished=None)
