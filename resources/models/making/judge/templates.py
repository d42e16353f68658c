"""What the world draws, cut out of its landscape, and how well it fits a picture at a place."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from resources.models.making.judge.colours import Lab, difference, lab
from resources.models.making.judge.settings import SIDE
from resources.models.making.world.drawing import draw, pixels_of
from resources.models.making.world.picture import PARTS, Scene

MOST = 40.0
"""Colours further apart count as so far apart: one stray pixel shall decide nothing."""

SAMPLE = 400
"""Pixels of a template that are compared."""

_HIDDEN = 10
"""Where less than one pixel in so many can be seen, nothing is said."""

_NEARER = 0.75
_MARGIN = 64
"""So far may a template stand out of the picture."""

_STRIDE = SIDE + 2 * _MARGIN
_AROUND = ((0, 0), (2, 0), (-2, 0), (0, 2), (0, -2), (1, 1), (1, -1), (-1, 1), (-1, -1))


@dataclass(frozen=True)
class Template:
    """The pixels of one thing, also outside the picture: rows, columns and colours, each of n."""

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    colours: Lab

    @property
    def places(self) -> NDArray[np.intp]:
        """Where the pixels lie in a padded picture that is read as one long row."""
        return (self.rows + _MARGIN) * _STRIDE + self.columns + _MARGIN

    def moved(self, across: int, down: int = 0) -> Template:
        """The same thing at another place."""
        return Template(self.rows + down, self.columns + across, self.colours)

    def within(self, top: float, bottom: float) -> Template:
        """Only what lies between two heights, in shares of the picture."""
        kept = (self.rows > top * SIDE) & (self.rows < bottom * SIDE)
        return Template(self.rows[kept], self.columns[kept], self.colours[kept])

    def thinned(self, sample: int) -> Template:
        """About so many of the pixels, spread over the whole thing."""
        step = max(1, len(self.rows) // sample)
        return Template(self.rows[::step], self.columns[::step], self.colours[::step])


class Limit(NamedTuple):
    """How far colours may be from those of a thing that is there.

    `apart` holds for every place that is at all nearer to the thing than to the empty landscape.
    Soft colours may be as far as `clear_apart` where they are less than `clear_share` as far from
    the thing as from the empty landscape.
    """

    apart: float
    clear_apart: float = 0.0
    clear_share: float = 0.0


class Fit(NamedTuple):
    """How a template lies best.

    `apart` is the mean difference of colours (0..MOST). `bare` is the same between the picture and
    the empty landscape on these pixels: where that is small, nothing is there. The rest says how
    far the template had to be moved.
    """

    apart: float
    bare: float
    across: int = 0
    down: int = 0

    def convinces(self, limit: Limit) -> bool:
        """Whether the thing is there: near enough, and clearly nearer than the empty landscape."""
        near = self.apart < limit.apart and self.apart < _NEARER * self.bare
        clear = self.apart < limit.clear_apart and self.apart < limit.clear_share * self.bare
        return near or clear


class View:
    """A picture to lay templates on; what is already explained is left out.

    `colours` and `landscape` (the empty one of the same setting) are 128 x 128 x 3.
    """

    def __init__(self, colours: Lab, landscape: Lab) -> None:
        self._planes = [np.pad(plane, _MARGIN).ravel() for plane in np.moveaxis(colours, -1, 0)]
        self._bare = np.pad(np.minimum(difference(colours, landscape), MOST), _MARGIN).ravel()
        self._free = np.pad(np.ones(colours.shape[:2], bool), _MARGIN).ravel()

    def fit(
        self,
        template: Template,
        reach: tuple[int, int] = (4, 3),
        step: int = 2,
        sample: int = SAMPLE,
    ) -> Fit:
        """The best place within `reach` pixels (across, down), tried every `step` pixels."""
        wide, high = reach
        tried = product(range(-wide, wide + 1, step), range(-high, high + 1, step))
        across, down = np.array(list(tried)).T
        thin = template.thinned(sample)
        places = thin.places + (down * _STRIDE + across)[:, None]
        free = self._free.take(places)
        many = np.count_nonzero(free, axis=1)
        squares = sum(
            np.square(plane.take(places) - colour)
            for plane, colour in zip(self._planes, thin.colours.T, strict=True)
        )
        apart = np.minimum(np.sqrt(squares), MOST)
        mean = np.where(free, apart, 0).sum(axis=1) / np.maximum(many, 1)
        mean[many * _HIDDEN < len(places[0])] = MOST
        first = int(mean.argmin())
        bare = self._bare[places[first][free[first]]]
        return Fit(
            float(mean[first]),
            float(bare.mean()) if len(bare) else 0.0,
            int(across[first]),
            int(down[first]),
        )

    def narrowed(self) -> View:
        """The same picture with one pixel more left out around what was found."""
        narrow = copy(self)
        free = self._free.reshape(_STRIDE, _STRIDE)
        narrow._free = ndimage.binary_erosion(free, np.ones((3, 3)), border_value=1).ravel()
        return narrow

    def explain(self, template: Template, fit: Fit) -> None:
        """Leave out from now on what a thing covers that was found, its border too.

        Outlines of neon and shadows of paper reach beyond what belongs to a thing.
        """
        there = template.moved(fit.across, fit.down).places
        for across, down in _AROUND:
            self._free[there + down * _STRIDE + across] = False


@lru_cache(maxsize=8192)
def cut_out(scene: Scene, *parts: str) -> Template:
    """These parts of a scene as a template."""
    numbers = [PARTS.index(part) for part in parts]
    rows, columns = np.nonzero(np.isin(_parts(_uncoloured(scene)), numbers))
    return Template(rows, columns, _colours(scene)[rows, columns])


def _uncoloured(scene: Scene) -> Scene:
    """A scene of the same outlines; many scenes share one."""
    house, boat, balloon = (name and "red" for name in (scene.house, scene.boat, scene.balloon))
    return replace(scene, style="flat", leaves="green", house=house, boat=boat, balloon=balloon)


@lru_cache(maxsize=2048)
def _parts(scene: Scene) -> NDArray[np.uint8]:
    return draw(scene, SIDE).parts


@lru_cache(maxsize=64)
def _colours(scene: Scene) -> Lab:
    return lab(pixels_of(scene, SIDE))
