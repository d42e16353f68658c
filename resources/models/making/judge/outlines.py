"""Which geometric shape a region is, how large, and where.

Every shape is laid over the region at the region's own middle, as large as its area asks for, and
then a little beside and a little smaller or larger: a spike or a dent moves middle and area, but
hardly what is common to both.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from resources.models.making.world.picture import SHAPES
from resources.models.making.world.things.shapes import outline

Mask = NDArray[np.bool_]

_REACH = 1.3
"""No shape of radius 1 is further from its middle than this, across or down."""

_POINTS = 1600
_SPREAD = (0.7548776662, 0.5698402910)
_FINE = 640
_SCALES = (0.82, 0.88, 0.94, 1.0, 1.06)
_SHIFTS = (-0.12, -0.06, 0.0, 0.06, 0.12)
"""In radii, as the scales are."""


class Outlined(NamedTuple):
    """A shape as it lies best over a region: middle in pixels, and the overlap (IoU).

    `radius` is how large it would be, in pixels, to reach as far as the region on average: blunt
    points and fat arms make a region broader, but no larger.
    """

    kind: str
    x: float
    y: float
    radius: float
    overlap: float


class _Model(NamedTuple):
    """A shape of radius 1: points (n x 2, across and down) spread evenly over it, and its area.

    The points lie in no rows, which would fall in step with those of the pixels.
    """

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
    radii, shifts = radius * np.array(_SCALES), radius * np.array(_SHIFTS)
    common = _inside(mask, middle[:, None] + shifts, radii, model)
    covered = (radii**2 * model.area)[:, None, None]
    overlap = common * covered / (area + covered - common * covered)
    _, across, down = np.unravel_index(int(overlap.argmax()), overlap.shape)
    x, y = middle[0] + shifts[across], middle[1] + shifts[down]
    far = _spread(np.stack([columns, rows])) / _spread(model.points.T)
    return Outlined(kind, float(x), float(y), far, float(overlap.max()))


def _spread(points: NDArray[np.float64] | NDArray[np.intp]) -> float:
    """How far points (2 x n) are from their middle, root mean square."""
    return float(np.sqrt(points.var(axis=1).sum()))


def _inside(
    mask: Mask, middles: NDArray[np.float64], radii: NDArray[np.float64], model: _Model
) -> NDArray[np.float64]:
    """Which share of the shape lies in the region: radii x places across x places down.

    `middles` are the places across and those down, in pixels.
    """
    high, wide = mask.shape
    across, down = (
        np.floor(places[:, None] + radii[:, None, None] * points).astype(np.intp)
        for places, points in zip(middles, model.points.T, strict=True)
    )
    columns = (across + 1).clip(0, wide + 1)[:, :, None]
    rows = (down + 1).clip(0, high + 1)[:, None]
    hits = np.pad(mask, 1).ravel().take(rows * (wide + 2) + columns)
    share: NDArray[np.float64] = np.count_nonzero(hits, axis=-1) / len(model.points)
    return share


@lru_cache(maxsize=16)
def _model(kind: str) -> _Model:
    """The shape by an additive recurrence (M. Roberts, "The unreasonable effectiveness of
    quasirandom sequences", 2018)."""
    image = Image.new("L", (_FINE, _FINE))
    pen = ImageDraw.Draw(image)
    for line in outline(kind):
        pen.polygon([tuple((value / _REACH + 1) * _FINE / 2 for value in at) for at in line], 255)
    inside = np.asarray(image) > 0
    places = np.arange(_POINTS)[:, None] * np.array(_SPREAD) % 1.0
    columns, rows = (places * _FINE).astype(np.intp).T
    points = (2 * places[inside[rows, columns]] - 1) * _REACH
    return _Model(points, float(inside.mean()) * (2 * _REACH) ** 2)
