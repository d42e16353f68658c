"""Plain work on masks: (n, 1, height, width), float32, 0 to 1, 1 where something may happen.

Every function gives a new contiguous tensor.
"""

from __future__ import annotations

import math
from typing import Literal

import torch
from torch import Tensor
from torch.nn import functional

Channel = Literal["brightness", "red", "green", "blue"]

LUMA = (0.2126, 0.7152, 0.0722)
"""Weights of red, green and blue in brightness (ITU-R BT.709)."""


def brightness(pixels: Tensor) -> Tensor:
    """(n, 3, height, width) to (n, 1, height, width)."""
    weights = torch.tensor(LUMA).reshape(1, 3, 1, 1)
    return (pixels * weights).sum(1, keepdim=True).clamp(0.0, 1.0)


def from_picture(pixels: Tensor, channel: Channel, threshold: float | None) -> Tensor:
    """One channel of a picture as a mask; with a threshold it is 1 from there on and else 0."""
    if channel == "brightness":
        plane = brightness(pixels)
    else:
        index = ("red", "green", "blue").index(channel)
        plane = pixels[:, index : index + 1].clone()
    return plane if threshold is None else (plane >= threshold).float()


def to_picture(alpha: Tensor) -> Tensor:
    """A mask as a grey picture (n, 3, height, width)."""
    return alpha.repeat(1, 3, 1, 1)


def grow(alpha: Tensor, pixels: int) -> Tensor:
    """Every bright part wider by ``pixels`` to all sides; a negative number makes it smaller."""
    if pixels < 0:
        return 1.0 - grow(1.0 - alpha, -pixels)
    side = 2 * pixels + 1
    wide = functional.max_pool2d(alpha, (1, side), stride=1, padding=(0, pixels))
    return functional.max_pool2d(wide, (side, 1), stride=1, padding=(pixels, 0)).contiguous()


def blur(planes: Tensor, deviation: float) -> Tensor:
    """Gaussian blur of (n, channels, height, width); ``deviation`` is in pixels, 0 does nothing.

    Outside, the outermost pixels are repeated. The kernel ends at three deviations.
    """
    reach = math.ceil(3 * deviation)
    if reach == 0:
        return planes.clone()
    distance = torch.arange(-reach, reach + 1, dtype=torch.float32)
    weights = torch.exp(-0.5 * (distance / deviation) ** 2)
    weights = weights / weights.sum()
    count, channels, height, width = planes.shape
    flat = planes.reshape(count * channels, 1, height, width)
    flat = functional.pad(flat, (reach, reach, 0, 0), mode="replicate")
    flat = functional.conv2d(flat, weights.reshape(1, 1, 1, -1))
    flat = functional.pad(flat, (0, 0, reach, reach), mode="replicate")
    flat = functional.conv2d(flat, weights.reshape(1, 1, -1, 1))
    return flat.reshape(count, channels, height, width)
