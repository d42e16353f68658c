"""Reads geometric shapes: which, what colours, how large, where, and on what ground.

The ground is the gradient between two palette colours that the picture's rim is nearest to. What is
neither that ground nor its shadow hangs together in regions; a region's outline, laid over those of
all shapes at the region's own place and size, says which shape it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy import ndimage

from resources.models.making.judge.colours import Lab, difference, lab
from resources.models.making.world.palette import COLOUR
from resources.models.making.world.picture import COLOURS, SHAPES
from resources.models.making.world.things.shapes import RADIUS, outline

_SIDE = 128
_GRID = 48
_RIM = 5
_SHADE = np.array((26, 24, 52))
_SHADOWS = (0.0, 0.1, 0.2, 0.3)
_LIGHTS = (1.05, 0.98, 0.9, 0.83)
_SMALLEST = 90
_PLACES = (
    ("top left", "top", "top right"),
    ("left", "middle", "right"),
    ("bottom left", "bottom", "bottom right"),
)
_MOST = 40.0

Mask = NDArray[np.bool_]
_COLOUR = {name: np.array(colour, np.float64) for name, colour in COLOUR.items()}


class Region(NamedTuple):
    """One shape as it was found; x and y are its middle as shares of the picture."""

    kind: str
    colour: str
    size: str
    x: float
    y: float
    likeness: float

    @property
    def place(self) -> str:
        """The nearest of the nine places."""
        across, down = (min(2, max(0, round(4 * value) - 1)) for value in (self.x, self.y))
        return _PLACES[down][across]


@dataclass
class Found:
    """What a picture of shapes shows: the ground's colours from top to bottom, and the shapes."""

    ground: tuple[str, str]
    regions: list[Region]


def read_shapes(pixels: NDArray[np.uint8]) -> Found:
    """The ground and up to two shapes of a picture (128 x 128 x 3), the largest first."""
    seen = lab(pixels)
    first, second = _ground(seen)
    figure = _figure(seen, first, second)
    return Found((first, second), [_region(seen, mask) for mask in _parted(figure)])


def figure_of(pixels: NDArray[np.uint8]) -> Mask:
    """Where the shapes of a picture are."""
    seen = lab(pixels)
    figure: Mask = np.any(
        [np.zeros((_SIDE, _SIDE)), *_parted(_figure(seen, *_ground(seen)))], axis=0
    )
    return figure


def _ground(seen: Lab) -> tuple[str, str]:
    rim = np.ones((_SIDE, _SIDE), bool)
    rim[_RIM:-_RIM, _RIM:-_RIM] = False
    rows, columns = (places[::4] for places in np.nonzero(rim))
    pairs, grounds = _gradients()
    apart = np.minimum(difference(grounds[:, rows], seen[rows, columns]), _MOST).mean(axis=1)
    return pairs[int(apart.argmin())]


@lru_cache(maxsize=1)
def _gradients() -> tuple[list[tuple[str, str]], Lab]:
    """Every pair of colours and the column of pixels that leads from one to the other."""
    pairs = list(product(COLOURS, COLOURS))
    return pairs, lab(np.stack([_column(*pair) for pair in pairs]).round().astype(np.uint8))


def _column(first: str, second: str) -> NDArray[np.float64]:
    share = np.linspace(0, 1, _SIDE)[:, None]
    column: NDArray[np.float64] = (1 - share) * _COLOUR[first] + share * _COLOUR[second]
    return column


def _figure(seen: Lab, first: str, second: str) -> Mask:
    """Where the picture is nearer to a colour of shapes than to the ground, lit or in shadow."""
    column = _column(first, second)
    grounds = [
        lab((column + share * (_SHADE - column)).round().astype(np.uint8)) for share in _SHADOWS
    ]
    behind = np.min([difference(seen, ground[:, None]) for ground in grounds], axis=0)
    names, inks = _inks()
    inks = inks[~np.isin(names, (first, second))]
    before = np.min([difference(seen, ink) for ink in inks], axis=0)
    figure: Mask = before < behind
    return figure


@lru_cache(maxsize=1)
def _inks() -> tuple[NDArray[np.str_], Lab]:
    """Every colour from the lit top of a shape to its bottom, with the colours' names."""
    lit = [
        (name, np.clip(np.array(COLOUR[name]) * light, 0, 255))
        for name in COLOURS
        for light in _LIGHTS
    ]
    return np.array([name for name, _ in lit]), lab(
        np.stack([ink for _, ink in lit]).round().astype(np.uint8)
    )


def _parted(figure: Mask) -> list[Mask]:
    """The largest two regions that hang together, without specks and hairs."""
    core = ndimage.binary_opening(figure, np.ones((3, 3)))
    labels, _ = ndimage.label(core)
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    largest = np.argsort(sizes)[::-1][:2]
    found = [labels == number for number in largest if sizes[number] >= _SMALLEST]
    return [ndimage.binary_dilation(mask, iterations=3, mask=figure) for mask in found]


def _region(seen: Lab, mask: Mask) -> Region:
    names, inks = _inks()
    core = ndimage.binary_erosion(mask)
    inside = seen[core if core.any() else mask]
    votes = difference(inks[:, None], inside).argmin(axis=0)
    colour = max(COLOURS, key=lambda name: int((names[votes] == name).sum()))
    rows, columns = np.nonzero(mask)
    box = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
    likeness = {kind: _likeness(mask, box, kind) for kind in SHAPES}
    kind = max(SHAPES, key=lambda name: likeness[name])
    left, top, wide, high = _frame(kind)
    radius = ((box[2] - box[0]) / wide + (box[3] - box[1]) / high) / 2
    sizes = {name: abs(np.log(radius / (size * _SIDE))) for name, size in RADIUS.items()}
    size = min(sizes, key=lambda name: sizes[name])
    x = (box[0] - left * radius) / _SIDE
    y = (box[1] - top * radius) / _SIDE
    return Region(kind, colour, size, x, y, likeness[kind])


def _likeness(mask: Mask, box: tuple[int, int, int, int], kind: str) -> float:
    """How much of the region and of the shape, drawn into the same box, is common to both (IoU),
    less what their boxes differ in height to width."""
    left, top, right, bottom = box
    shape = Image.fromarray(mask[top:bottom, left:right]).resize((_GRID, _GRID))
    region, drawn = np.asarray(shape), _drawn(kind)
    common = (region & drawn).sum() / (region | drawn).sum()
    _, _, wide, high = _frame(kind)
    stretch = abs(np.log((right - left) / (bottom - top) * high / wide))
    return float(common - 0.5 * stretch)


def _frame(kind: str) -> tuple[float, float, float, float]:
    """Left, top, width and height of a shape of radius 1."""
    points = np.array([point for line in outline(kind) for point in line])
    left, top = points.min(axis=0)
    wide, high = points.max(axis=0) - points.min(axis=0)
    return float(left), float(top), float(wide), float(high)


@lru_cache(maxsize=16)
def _drawn(kind: str) -> Mask:
    """A shape that fills a square grid."""
    left, top, wide, high = _frame(kind)
    fine = 4 * _GRID
    image = Image.new("L", (fine, fine))
    pen = ImageDraw.Draw(image)
    for line in outline(kind):
        pen.polygon(
            [((x - left) / wide * fine, (y - top) / high * fine) for x, y in line], fill=255
        )
    mask: Mask = np.asarray(image.reduce(4)) > 127
    return mask
