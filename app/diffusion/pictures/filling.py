"""What holes in pictures and room around them show before a network paints there.

Pictures are (n, 3, height, width), holes (n or 1, 1, height, width) with 1 where something is
missing, float32 in 0 to 1. Pixels outside of holes stay as they are, bit by bit.
"""

from __future__ import annotations

from typing import Literal

import torch
from torch import Tensor
from torch.nn import functional

from app.diffusion.pictures.masks import feather
from app.diffusion.pictures.pictures import Sides, check_match, pad, rgb
from app.graph.phrases import Phrase

Filling = Literal["smooth", "mean", "noise", "colour"]
RoomFilling = Literal["edge", "colour", "smooth", "mean", "noise"]


def fill(pixels: Tensor, hole: Tensor, filling: Filling, colour: str, seed: int) -> Tensor:
    """Pictures with something plausible where ``hole`` is at least half white.

    ``smooth`` carries the surroundings on, ever softer; ``mean`` is their mean colour, ``noise``
    random colours with their mean and spread, ``colour`` the one given as #rrggbb. Raises
    DifferentSizes and DifferentCounts.
    """
    check_match(pixels, hole, Phrase("the mask"), Phrase("the picture"))
    count = max(len(pixels), len(hole))
    pixels = pixels.expand(count, -1, -1, -1)
    known = (hole < 0.5).to(pixels.dtype).expand(count, -1, -1, -1)
    if filling == "colour":
        shown = torch.tensor(rgb(colour)).reshape(1, 3, 1, 1).expand_as(pixels)
    elif filling == "smooth":
        shown = _carried_on(pixels, known)
    else:
        shown = _statistics(pixels, known, seed if filling == "noise" else None)
    return torch.where(known > 0, pixels, shown).contiguous()


def widen(
    pixels: Tensor, sides: Sides, filling: RoomFilling, colour: str, reach: int, seed: int
) -> tuple[Tensor, Tensor]:
    """Pictures with room around them, and a mask (n, 1, height, width) of what is to be painted.

    The mask is 1 in the room and fades out over ``reach`` pixels into the picture.
    """
    if filling == "edge":
        wider, added = pad(pixels, sides, "edge", colour)
    else:
        wider, added = pad(pixels, sides, "colour", colour)
        wider = fill(wider, added, filling, colour, seed)
    return wider, feather(added, reach, "outside")


def _carried_on(pixels: Tensor, known: Tensor) -> Tensor:
    """Missing pixels from ever coarser means of the known ones, coarse ones drawn large again.

    The push-pull scheme of Gortler et al., "The Lumigraph" (SIGGRAPH 1996), section 3.4.
    """
    height, width = pixels.shape[2:]
    if height == width == 1:
        return torch.where(known > 0, pixels, torch.full_like(pixels, 0.5))

    def halved(planes: Tensor) -> Tensor:
        return functional.avg_pool2d(planes, 2, ceil_mode=True, count_include_pad=False)

    weight = halved(known)
    means = halved(pixels * known) / weight.clamp_min(1e-12)
    coarse = _carried_on(means, (4 * weight).clamp_max(1.0))
    large = functional.interpolate(coarse, size=(height, width), mode="bilinear")
    return torch.lerp(large, pixels, known).clamp(0.0, 1.0)


def _statistics(pixels: Tensor, known: Tensor, seed: int | None) -> Tensor:
    """The mean of what is known of each picture, with noise of its spread where a seed is given."""
    total = known.sum((2, 3), keepdim=True).clamp_min(1.0)
    mean = (pixels * known).sum((2, 3), keepdim=True) / total
    if seed is None:
        return mean.expand_as(pixels)
    spread = (((pixels - mean) * known).pow(2).sum((2, 3), keepdim=True) / total).sqrt()
    generator = torch.Generator().manual_seed(seed)
    drawn = torch.randn(pixels.shape, generator=generator)
    return (mean + spread * drawn).clamp(0.0, 1.0)
