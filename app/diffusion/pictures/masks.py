"""Plain work on masks: (n, 1, height, width), float32, 0 to 1, 1 where something may happen.

Every function gives a new contiguous tensor.
"""

from __future__ import annotations

import math
from typing import Literal

import torch
from torch import Tensor
from torch.nn import functional

from app.sdk.errors import NodeError

Channel = Literal["brightness", "red", "green", "blue"]
Side = Literal["inside", "outside", "both"]

LUMA = (0.2126, 0.7152, 0.0722)
"""Weights of red, green and blue in brightness (ITU-R BT.709)."""


class EmptyMask(NodeError):
    """A mask in which nothing is white."""

    english = "The mask is black everywhere, so there is nothing to work on: paint where it should."


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


def from_colour(pixels: Tensor, colour: Tensor, tolerance: float, softness: float) -> Tensor:
    """Where a picture shows about ``colour`` (3 numbers): (n, 1, height, width).

    Colours differ by their distance in the cube of red, green and blue, 1 from black to white. Up
    to ``tolerance`` the mask is 1; over ``softness`` it falls to 0.
    """
    apart = (pixels - colour.reshape(1, 3, 1, 1)).pow(2).mean(1, keepdim=True).sqrt()
    if softness == 0:
        return (apart <= tolerance).float()
    return ((tolerance + softness - apart) / softness).clamp(0.0, 1.0)


def between(alpha: Tensor, low: float, high: float) -> Tensor:
    """1 where a mask lies from ``low`` to ``high``, both included, else 0."""
    return ((alpha >= low) & (alpha <= high)).float()


def feather(alpha: Tensor, pixels: int, side: Side) -> Tensor:
    """A mask whose border fades linearly over ``pixels``, on the chosen side of where it was.

    ``inside`` leaves black what was black, greys included in the fading; ``outside`` leaves white
    what was white; ``both`` puts the middle of the fading where the mask passes a half. The border
    of the picture itself is none of the mask.
    """
    if pixels == 0:
        return alpha.clone()
    if side == "inside":
        return (alpha * distance(alpha <= 0, pixels + 1) / (pixels + 1)).contiguous()
    white = alpha >= 0.5
    if side == "outside":
        faded = 1.0 - distance(white, pixels + 1) / (pixels + 1)
        return torch.maximum(alpha, faded).contiguous()
    reach = pixels // 2 + 1
    depth = distance(~white, reach) - distance(white, reach)
    signed = depth - 0.5 * depth.sign()  # the border runs between two pixels
    return (0.5 + signed / pixels).clamp(0.0, 1.0)


def distance(to: Tensor, most: int) -> Tensor:
    """How far each pixel is from the nearest one of ``to`` (n, 1, height, width), at most ``most``.

    Exact and Euclidean: first along the rows, then the least over the columns of both squared, as
    in Felzenszwalb and Huttenlocher, "Distance Transforms of Sampled Functions" (2012).
    """
    width = to.shape[3]
    place = torch.arange(width, dtype=torch.float32).expand(to.shape)
    far = torch.full_like(place, math.inf)
    before = torch.where(to, place, -far).cummax(3).values
    after = torch.where(to, place, far).flip(3).cummin(3).values.flip(3)
    along = torch.minimum(place - before, after - place).clamp_max(float(most))
    squares = functional.pad(along.pow(2), (0, 0, most, most), value=float(most**2))
    height = to.shape[2]
    least = squares[:, :, most : most + height].clone()
    for offset in range(1, most):
        for start in (most - offset, most + offset):
            shifted = squares[:, :, start : start + height] + float(offset**2)
            torch.minimum(least, shifted, out=least)
    return least.sqrt()


def box(alpha: Tensor) -> tuple[int, int, int, int]:
    """Left, top, width and height of what is not black in any of the masks; raises EmptyMask."""
    shown = (alpha > 0).any(0).any(0)
    rows, columns = shown.any(1).nonzero(), shown.any(0).nonzero()
    if not len(rows):
        raise EmptyMask
    left, top = int(columns[0]), int(rows[0])
    return left, top, int(columns[-1]) + 1 - left, int(rows[-1]) + 1 - top


def boxed(alpha: Tensor, margin: int) -> Tensor:
    """Masks that are white in the rectangle ``box``, wider by ``margin``; raises EmptyMask."""
    left, top, width, height = box(alpha)
    rows = slice(max(0, top - margin), top + height + margin)
    columns = slice(max(0, left - margin), left + width + margin)
    made = torch.zeros_like(alpha)
    made[..., rows, columns] = 1.0
    return made
