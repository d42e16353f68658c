"""Reads geometric shapes: which, what colours, how large, where, and on what ground.

The ground is the gradient between two palette colours that the picture's rim is nearest to. What is
neither that ground nor its shadow hangs together in regions, and the shape that a region has most
in common with says what it is. A region that is like none of them counts, but is no shape.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from resources.models.making.judge.colours import Lab, difference, lab
from resources.models.making.judge.outlines import Mask, Outlined, outlined
from resources.models.making.world.palette import COLOUR
from resources.models.making.world.picture import COLOURS
from resources.models.making.world.things.shapes import RADIUS

_SIDE = 128
_RIM = 5
_SHADE = np.array((26, 24, 52))
_SHADOWS = (0.0, 0.1, 0.2, 0.3)
_LIGHTS = (1.05, 0.98, 0.9, 0.83)
_SMALLEST = 90
"""Pixels of a region that counts; the smallest shapes have about twice as many."""

_ASKED = 2
_CLEAR = 160
"""Pixels of a third region and of further ones, which nobody asks for."""

_CROSSED, _BARELY = 5, 4.0
"""In fewer rows a shape cannot be told from a gradient that passes through its colour; both are
nearly as far from what is seen there."""

_COUNTED = 6
_BESIDE = 0.06
_PLACES = (
    ("top left", "top", "top right"),
    ("left", "middle", "right"),
    ("bottom left", "bottom", "bottom right"),
)
_MOST = 40.0
_LIKE = {
    "circle": 0.93,
    "square": 0.91,
    "triangle": 0.83,
    "heart": 0.84,
    "star": 0.74,
    "cross": 0.76,
    "ring": 0.74,
    "moon": 0.72,
}
"""What a region has in common with a shape (IoU) at least, to be taken for it.

Thin shapes lose more to a soft border; what is round and broad is near to every blob. Over
renders, also through the codec, every shape was 0.1 nearer to itself than to any other.
"""

_COLOUR = {name: np.array(colour, np.float64) for name, colour in COLOUR.items()}


class Region(NamedTuple):
    """One shape as it was found; x and y are its middle as shares of the picture.

    `likeness` is what it has in common with a clean shape (0 to 1); the kind is empty where that is
    too little.
    """

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
    """The ground and the shapes of a picture (128 x 128 x 3), the largest first."""
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
    if first != second:
        crossed = ndimage.binary_closing(figure, np.ones((_CROSSED, 1)))
        figure |= crossed & (before < behind + _BARELY)
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
    """The regions that hang together, the largest first, without specks and hairs, nor what shows
    through a ring."""
    core = ndimage.binary_opening(figure, np.ones((3, 3)))
    labels, _ = ndimage.label(core)
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    found: list[Mask] = []
    for number in np.argsort(sizes)[::-1][:_COUNTED]:
        mask = labels == number
        holes = any((ndimage.binary_fill_holes(other) & mask).any() for other in found)
        if sizes[number] >= (_SMALLEST if len(found) < _ASKED else _CLEAR) and not holes:
            found.append(mask)
    return [ndimage.binary_dilation(mask, iterations=3, mask=figure) for mask in found]


def _region(seen: Lab, mask: Mask) -> Region:
    names, inks = _inks()
    core = ndimage.binary_erosion(mask)
    inside = seen[core if core.any() else mask]
    votes = difference(inks[:, None], inside).argmin(axis=0)
    colour = max(COLOURS, key=lambda name: int((names[votes] == name).sum()))
    kind, x, y, radius, overlap = _named(outlined(mask))
    sizes = {name: abs(np.log(radius / (size * _SIDE))) for name, size in RADIUS.items()}
    size = min(sizes, key=lambda name: sizes[name])
    return Region(kind, colour, size, x / _SIDE, y / _SIDE, overlap)


def _named(shapes: list[Outlined]) -> Outlined:
    """The nearest shape that is near enough; the nearest of all without a name if none is.

    A blunt star is a little nearer to a triangle, but no triangle.
    """
    best = shapes[0]
    fits = (
        shape for shape in shapes if shape.overlap > max(_LIKE[shape.kind], best.overlap - _BESIDE)
    )
    return next(fits, best._replace(kind=""))
