"""One latent laid on another, at any place and with soft edges."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from app.diffusion.latents.arithmetic import like
from app.diffusion.latents.checks import check_same_count, check_same_kind, check_shows
from app.diffusion.pictures.placing import Overlap, overlap
from app.diffusion.video.frames import check_pictures
from app.sdk.values import Latent, Mask


class Spot(NamedTuple):
    """Where the upper latent lies and how soft its sides are, in pixels of the picture."""

    left: int
    top: int
    feather: int = 0


def composite(base: Latent, over: Latent, spot: Spot, mask: Mask | None = None) -> Latent:
    """``over`` laid on ``base``; what lies outside of ``base`` is left away.

    Pixels are rounded to places of the latent. ``feather`` pixels along the sides of ``over`` that
    lie within ``base`` go over into it, and ``mask`` (n or 1) says where ``over`` counts. Raises
    NodeError.
    """
    check_shows(base, over)
    check_pictures(base, over)
    check_same_kind(base, over)
    check_same_count(len(base), len(over))
    count = max(len(base), len(over))
    left, top, soft = (round(pixels / base.factor) for pixels in spot)
    shared = overlap(base.samples, over.samples, left, top, base.factor)
    weight = _edge_weights(over.samples, base.samples, (left, top), soft)
    if mask is not None:
        check_same_count(len(mask), count)
        weight = weight * functional.interpolate(
            mask.alpha, size=over.samples.shape[2:], mode="area"
        )
    made = base.samples.expand(count, -1, -1, -1).clone()
    return like(base, _laid(made, over.samples, weight, shared))


def _laid(made: Tensor, over: Tensor, weight: Tensor, shared: Overlap) -> Tensor:
    """``made`` with ``over`` mixed in by ``weight`` where both are."""
    below = made[shared.base]
    made[shared.base] = torch.lerp(
        below, over[shared.over].expand_as(below), weight[shared.over].expand_as(below)
    )
    return made


def _edge_weights(over: Tensor, base: Tensor, corner: tuple[int, int], soft: int) -> Tensor:
    """(1, 1, height, width): 1 inside, falling to the sides that do not reach the base's border."""
    (height, width), room = over.shape[2:], base.shape[2:]
    across = _ramp(width, soft, corner[0] > 0, corner[0] + width < room[1])
    down = _ramp(height, soft, corner[1] > 0, corner[1] + height < room[0])
    return (down[:, None] * across[None, :])[None, None]


def _ramp(length: int, soft: int, at_start: bool, at_end: bool) -> Tensor:
    """Weights along one side, rising over ``soft`` places from the ends that are marked."""
    weights = torch.ones(length)
    rise = (torch.arange(length) + 1) / (soft + 1)
    if at_start:
        weights = torch.minimum(weights, rise)
    return torch.minimum(weights, rise.flip(0)) if at_end else weights
