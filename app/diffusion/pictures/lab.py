"""sRGB and CIE L*a*b* (D65): (3, height, width) or (n, 3, height, width), float32.

The curve of sRGB and its primaries are those of IEC 61966-2-1; L*a*b* is that of CIE 15.
"""

from __future__ import annotations

import torch
from torch import Tensor

_TO_XYZ = torch.tensor(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ],
    dtype=torch.float64,
)
_WHITE = _TO_XYZ.sum(1)
_BEND = 6 / 29


def to_lab(pixels: Tensor) -> Tensor:
    """Pixels of 0 to 1 as L* (0 to 100), a* and b* (about -110 to 110)."""
    linear = torch.where(pixels <= 0.04045, pixels / 12.92, ((pixels + 0.055) / 1.055) ** 2.4)
    ratio = _mixed(_TO_XYZ / _WHITE[:, None], linear)
    curved = torch.where(
        ratio > _BEND**3, ratio.clamp_min(1e-9) ** (1 / 3), ratio / (3 * _BEND**2) + 4 / 29
    )
    x, y, z = curved.unbind(-3)
    return torch.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], -3)


def from_lab(lab: Tensor) -> Tensor:
    """L*a*b* as pixels; colours outside of sRGB come out below 0 or above 1."""
    lightness, a, b = lab.unbind(-3)
    y = (lightness + 16) / 116
    curved = torch.stack([y + a / 500, y, y - b / 200], -3)
    ratio = torch.where(curved > _BEND, curved**3, 3 * _BEND**2 * (curved - 4 / 29))
    linear = _mixed(torch.linalg.inv(_TO_XYZ / _WHITE[:, None]), ratio)
    bright = 1.055 * linear.clamp_min(0.0031308) ** (1 / 2.4) - 0.055
    return torch.where(linear <= 0.0031308, linear * 12.92, bright)


def _mixed(matrix: Tensor, planes: Tensor) -> Tensor:
    """Each pixel times a matrix."""
    return torch.einsum("ij,...jhw->...ihw", matrix.to(planes.dtype), planes)
