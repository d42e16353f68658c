"""Which geometric shape a region is, how large, and where.

Every shape is laid over the region at the region's own middle, as large as its area asks for, and
then a little beside and a little smaller or larger: a spike or a dent moves middle and area, but
hardly what is common to both.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from resources.models.making.world.picture import SHAPES
from resources.models.making.world.things.shapes import outline

Mask = NDArray[np.bool_]

_REACH = 1.3
"""No shape of radius 1 is further from its middle than this, across or down."""

_CELLS = 40
_FINE = 4
_SCALES = (0.82, 0.88, 0.94, 1.0, 1.06)
_SHIFTS = (-0.12, -0.06, 0.0, 0.06, 0.12)
"""In radii, as the scales are."""


class Outlined(NamedTuple):
    """A shape as it lies best over a region: middle and radius in pixels, and the overlap (IoU)."""

    kind: str
    x: float
    y: float
    radius: float
    overlap: float


class _Model(NamedTuple):
    """A shape of radius 1: points (n x 2, across and down) spread evenly over it, and its area."""

    points: NDArray[np.float64]
    area: float


def outlined(mask: Mask) -> list[Outlined]:
    """Every shape, the one first that has most in common with a region (H x W, not empty)."""
    laid = (_laid(mask, kind) for kind in SHAPES)
    return sorted(laid, key=lambda found: found.overlap, reverse=True)


def _laid(mask: Mask, kind: str) -> Outlined:
    """One shape, laid over a region as well as it goes."""
    model = _model(kind)
    area = int(mask.sum())
    rows, columns = np.nonzero(mask)
    radius = np.sqrt(area / model.area)
    middle = np.array((columns.mean(), rows.mean())) + 0.5
    middle -= radius * model.points.mean(axis=0)
    tried = np.array(list(product(_SCALES, _SHIFTS, _SHIFTS)))
    radii, middles = radius * tried[:, 0], middle + radius * tried[:, 1:]
    common = _inside(mask, middles, radii, model) * radii**2 * model.area
    overlap = common / (area + radii**2 * model.area - common)
    best = int(overlap.argmax())
    x, y = middles[best]
    return Outlined(kind, float(x), float(y), float(radii[best]), float(overlap[best]))


def _inside(
    mask: Mask, middles: NDArray[np.float64], radii: NDArray[np.float64], model: _Model
) -> NDArray[np.float64]:
    """Which share of the shape lies in the region, for every middle and radius."""
    places = middles[:, None] + radii[:, None, None] * model.points
    columns, rows = np.moveaxis(np.floor(places).astype(np.intp), -1, 0)
    high, wide = mask.shape
    there = (rows >= 0) & (rows < high) & (columns >= 0) & (columns < wide)
    hits = mask[rows.clip(0, high - 1), columns.clip(0, wide - 1)] & there
    share: NDArray[np.float64] = hits.mean(axis=1)
    return share


@lru_cache(maxsize=16)
def _model(kind: str) -> _Model:
    fine = _FINE * _CELLS
    image = Image.new("L", (fine, fine))
    pen = ImageDraw.Draw(image)
    for line in outline(kind):
        pen.polygon([tuple((value / _REACH + 1) * fine / 2 for value in at) for at in line], 255)
    rows, columns = np.nonzero(np.asarray(image.reduce(_FINE)) > 127)
    cell = 2 * _REACH / _CELLS
    points = (np.stack([columns, rows], axis=-1) + 0.5) * cell - _REACH
    return _Model(points.astype(np.float64), len(points) * cell**2)
