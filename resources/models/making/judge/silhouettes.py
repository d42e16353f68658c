"""The silhouette of what stands in a picture, whatever it is."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from resources.models.making.judge.colours import Pixels, difference, lab
from resources.models.making.judge.settings import nearest_landscape
from resources.models.making.judge.shapes import figure_of

_CLEARLY = 16.0

Mask = NDArray[np.bool_]


def silhouette(pixels: Pixels, shapes: bool) -> Mask:
    """Where shapes stand on their ground, or where a landscape differs from the bare one."""
    if shapes:
        return figure_of(pixels)
    seen = lab(pixels)
    mask: Mask = ndimage.binary_opening(difference(seen, nearest_landscape(seen)) > _CLEARLY)
    return mask


def overlap(first: Mask, second: Mask) -> float:
    """Intersection over union; 1 where both are empty."""
    union = (first | second).sum()
    return float((first & second).sum() / union) if union else 1.0
