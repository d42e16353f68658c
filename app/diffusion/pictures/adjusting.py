"""Light and colour of pictures, their sharpness, and several of them on one sheet.

Pictures are (n, 3, height, width), float32 in 0 to 1. Every function gives a new contiguous tensor.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
from torch import Tensor

from app.diffusion.pictures.masks import blur, brightness
from app.diffusion.pictures.pictures import rgb


class Light(NamedTuple):
    """Changes of light: 0 for brightness and 1 for the others change nothing."""

    brightness: float = 0.0
    contrast: float = 1.0
    saturation: float = 1.0
    gamma: float = 1.0


def adjust(pixels: Tensor, light: Light) -> Tensor:
    """Pictures with another light: gamma first, then contrast around grey, brightness, saturation.

    A gamma above 1 makes middle greys brighter.
    """
    made = pixels ** (1 / light.gamma)
    made = (made - 0.5) * light.contrast + 0.5 + light.brightness
    made = made.clamp(0.0, 1.0)
    grey = brightness(made).expand_as(made)
    return torch.lerp(grey, made, light.saturation).clamp(0.0, 1.0).contiguous()


def sharpen(pixels: Tensor, radius: float, amount: float) -> Tensor:
    """Unsharp masking: what a Gaussian blur of ``radius`` takes away is added ``amount`` times."""
    return (pixels + amount * (pixels - blur(pixels, radius))).clamp(0.0, 1.0).contiguous()


def sheet(pixels: Tensor, columns: int, gap: int, colour: str) -> Tensor:
    """All pictures of a batch on one, row by row; ``columns`` 0 makes about a square."""
    count, _, height, width = pixels.shape
    across = min(columns or math.ceil(math.sqrt(count)), count)
    down = math.ceil(count / across)
    size = (down * (height + gap) - gap, across * (width + gap) - gap)
    ground = torch.tensor(rgb(colour)).reshape(1, 3, 1, 1)
    made = ground.expand(1, 3, *size).clone()
    for place, picture in enumerate(pixels):
        top, left = place // across * (height + gap), place % across * (width + gap)
        made[0, :, top : top + height, left : left + width] = picture
    return made


def rectangle(size: tuple[int, int], corner: tuple[int, int], part: tuple[int, int]) -> Tensor:
    """A mask (1, 1, height, width) that is 1 in a rectangle, as far as that lies in it."""
    (width, height), (left, top) = size, corner
    made = torch.zeros(1, 1, height, width)
    made[:, :, max(top, 0) : max(top + part[1], 0), max(left, 0) : max(left + part[0], 0)] = 1.0
    return made


def gradient(width: int, height: int, colours: tuple[str, str], degrees: float) -> Tensor:
    """One picture that goes from one colour to the other; 0 degrees is left to right, 90 down."""
    angle = math.radians(degrees)
    across = (torch.arange(width) + 0.5) / width - 0.5
    down = (torch.arange(height) + 0.5) / height - 0.5
    x, y = math.cos(angle), math.sin(angle)
    reach = (abs(x) + abs(y)) / 2
    place = (across[None, :] * x + down[:, None] * y) / (2 * reach) + 0.5
    first, last = (torch.tensor(rgb(colour)).reshape(1, 3, 1, 1) for colour in colours)
    return torch.lerp(first, last, place.expand(1, 3, -1, -1)).contiguous()


def scaled_size(width: int, height: int, factor: float, multiple: int) -> tuple[int, int]:
    """A size ``factor`` times as large, each side the nearest multiple, at least one of it."""
    sides = (side * factor / multiple for side in (width, height))
    across, down = (max(1, math.floor(side + 0.5)) * multiple for side in sides)
    return across, down
