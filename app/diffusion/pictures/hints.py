"""Pictures that ControlNets are led by and that need no network: tiles, colours, normals and so on.

Pictures are (n, 3, height, width), masks (n or 1, 1, height, width), float32 in 0 to 1; every
function gives a new contiguous tensor of the same size.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional

from app.diffusion.pictures.masks import blur, brightness, to_picture
from app.diffusion.pictures.pictures import check_match
from app.graph.phrases import Phrase

MISSING = -1.0
"""What inpainting ControlNets read as "paint here"; the one number that is no brightness."""

_LEVELS = 256


def tile(pixels: Tensor, factor: float, deviation: float) -> Tensor:
    """The picture as if it had been ``factor`` times smaller, blurred by ``deviation`` pixels.

    Tile ControlNets invent the details that are missing.
    """
    height, width = pixels.shape[2:]
    small = (max(1, round(height / factor)), max(1, round(width / factor)))
    coarse = functional.interpolate(pixels, size=small, mode="area")
    large = functional.interpolate(coarse, size=(height, width), mode="bicubic").clamp(0.0, 1.0)
    return blur(large if factor > 1 else pixels, deviation)


def colour_grid(pixels: Tensor, cell: int) -> Tensor:
    """The mean colour of every square of ``cell`` pixels; what is left over at the end is smaller.

    Colour adapters take the palette from it, and where its colours lie.
    """
    height, width = pixels.shape[2:]
    means = functional.avg_pool2d(pixels, cell, ceil_mode=True, count_include_pad=False)
    grid = means.repeat_interleave(cell, 2).repeat_interleave(cell, 3)
    return grid[:, :, :height, :width].contiguous()


def normals(depth: Tensor, strength: float, background: float) -> Tensor:
    """Which way surfaces face, out of a depth map where near is white.

    Red is left, green up and blue towards the viewer, 0.5 for none. A change of the whole range of
    depths over the picture's longer side tilts by 45 degrees at ``strength`` 1. Whatever is darker
    than ``background`` counts as flat.
    """
    near = brightness(depth)
    height, width = near.shape[2:]
    around = functional.pad(near, (1, 1, 1, 1), mode="replicate")
    scale = strength * max(height, width) / 2
    across = (around[:, :, 1:-1, 2:] - around[:, :, 1:-1, :-2]) * scale
    down = (around[:, :, 2:, 1:-1] - around[:, :, :-2, 1:-1]) * scale
    flat = near < background
    facing = torch.cat([across, down, torch.ones_like(near)], 1)
    facing[:, :2].masked_fill_(flat, 0.0)
    return functional.normalize(facing, dim=1) * 0.5 + 0.5


def two_tone(pixels: Tensor, threshold: float | None) -> Tensor:
    """White from a brightness on, else black; without a threshold each picture's own is found."""
    grey = brightness(pixels)
    if threshold is None:
        limits = torch.tensor([otsu(one) for one in grey]).reshape(-1, 1, 1, 1)
        return to_picture((grey > limits).float())
    return to_picture((grey >= threshold).float())


def otsu(grey: Tensor) -> float:
    """The brightness that parts a picture best into dark and bright, of 256 levels.

    Otsu, "A Threshold Selection Method from Gray-Level Histograms" (1979): the two sides differ
    most for their sizes. What is darker or equal is dark.
    """
    levels = (grey.flatten() * (_LEVELS - 1)).round().long()
    share = torch.bincount(levels, minlength=_LEVELS).double() / levels.numel()
    dark = share.cumsum(0)
    moment = (share * torch.arange(_LEVELS)).cumsum(0)
    apart = (moment[-1] * dark - moment).pow(2) / (dark * (1.0 - dark)).clamp_min(1e-12)
    return (float(apart.argmax()) + 0.5) / (_LEVELS - 1)


def shuffled(pixels: Tensor, grain: int, seed: int) -> Tensor:
    """The picture flowing into itself: its colours stay, its shapes go.

    Every pixel shows another place, and places change smoothly, over about ``grain`` pixels. What
    ControlNet's shuffle was trained with (Zhang et al. 2023, ControlNet 1.1).
    """
    count, _, height, width = pixels.shape
    generator = torch.Generator().manual_seed(seed)
    rows, columns = math.ceil(height / grain) + 3, math.ceil(width / grain) + 3
    drawn = torch.rand((count, 2, rows, columns), generator=generator)
    scaled = functional.interpolate(drawn, size=(rows * grain, columns * grain), mode="bicubic")
    field = scaled[:, :, grain : grain + height, grain : grain + width]
    least, most = field.amin((2, 3), keepdim=True), field.amax((2, 3), keepdim=True)
    places = (field - least) / (most - least).clamp_min(1e-6) * 2.0 - 1.0
    grid = places.permute(0, 2, 3, 1)
    mixed = functional.grid_sample(pixels, grid, padding_mode="border", align_corners=True)
    return mixed.clamp(0.0, 1.0).contiguous()


def missing(pixels: Tensor, mask: Tensor) -> Tensor:
    """The picture with MISSING where the mask is more than half white, for inpainting ControlNets.

    Raises DifferentSizes and DifferentCounts.
    """
    check_match(pixels, mask, Phrase("the mask"), Phrase("the picture"))
    return torch.where(mask > 0.5, torch.tensor(MISSING), pixels).contiguous()
