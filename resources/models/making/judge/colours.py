"""Colours as the eye tells them apart."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Lab = NDArray[np.float32]
Pixels = NDArray[np.uint8]

_TO_XYZ = np.array(
    (
        (0.4124564, 0.3575761, 0.1804375),
        (0.2126729, 0.7151522, 0.0721750),
        (0.0193339, 0.1191920, 0.9503041),
    ),
    np.float32,
)
_WHITE = np.array((0.95047, 1.0, 1.08883), np.float32)
_BREAK = (6 / 29) ** 3


def _linear_light() -> Lab:
    values = np.arange(256) / 255
    curved = ((values + 0.055) / 1.055) ** 2.4
    return np.where(values <= 0.04045, values / 12.92, curved).astype(np.float32)


_LINEAR = _linear_light()


def lab(pixels: NDArray[np.integer]) -> Lab:
    """Colours (... x 3, 0..255, sRGB) as CIE L*a*b* under D65: L 0..100, a and b about -100..100.

    CIE 15:2004; the transfer curve and primaries are those of IEC 61966-2-1.
    """
    share = _LINEAR[pixels] @ (_TO_XYZ / _WHITE[:, None]).T
    curved = np.where(share > _BREAK, np.cbrt(share), share * (29 / 6) ** 2 / 3 + 4 / 29)
    x, y, z = np.moveaxis(curved, -1, 0)
    found: Lab = np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1).astype(np.float32)
    return found


def difference(first: Lab, second: Lab) -> NDArray[np.float32]:
    """How far apart colours look (CIE 1976): 2 can just be seen, 20 are two colours."""
    lightness, red, yellow = np.moveaxis(np.square(first - second), -1, 0)
    apart: NDArray[np.float32] = np.sqrt(lightness + red + yellow)
    return apart
