"""What the world draws, cut out of its landscape, and how well it fits a picture at a place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

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
_AROUND = ((0, 0), (2, 0), (-2, 0), (0, 2), (0, -2), (1, 1), (1, -1), (-1, 1), (-1, -1))


@dataclass(frozen=True)
class Template:
    """The pixels of one thing, also outside the picture: rows, columns and colours, each of n."""

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    colours: Lab

    def moved(self, across: int, down: int = 0) -> Template:
        """The same thing at another place."""
        return Template(self.rows + down, self.columns + across, self.colours)

    def within(self, top: float, bottom: float) -> Template:
        """Only what lies between two heights, in shares of the picture."""
        kept = (self.rows > top * SIDE) & (self.rows < bottom * SIDE)
        return Template(self.rows[kept], self.columns[kept], self.colours[kept])

    def thinned(self) -> Template:
        """About SAMPLE of the pixels, spread over the whole thing."""
        step = max(1, len(self.rows) // SAMPLE)
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
        around = ((_MARGIN, _MARGIN), (_MARGIN, _MARGIN))
        self._colours = np.pad(colours, (*around, (0, 0)))
        self._bare = np.pad(np.minimum(difference(colours, landscape), MOST), around)
        self._free = np.pad(np.ones(colours.shape[:2], bool), around)

    def fit(self, template: Template, reach: tuple[int, int] = (4, 3), step: int = 2) -> Fit:
        """The best place within `reach` pixels (across, down), tried every `step` pixels."""
        wide, high = reach
        tried = product(range(-wide, wide + 1, step), range(-high, high + 1, step))
        across, down = np.array(list(tried)).T
        thin = template.thinned()
        rows = thin.rows + _MARGIN + down[:, None]
        columns = thin.columns + _MARGIN + across[:, None]
        free = self._free[rows, columns]
        many = free.sum(axis=1)
        apart = np.minimum(difference(self._colours[rows, columns], thin.colours), MOST)
        mean = np.where(free, apart, 0).sum(axis=1) / np.maximum(many, 1)
        mean[many * _HIDDEN < len(thin.rows)] = MOST
        first = int(mean.argmin())
        bare = self._bare[rows[first], columns[first]][free[first]]
        return Fit(
            float(mean[first]),
            float(bare.mean()) if len(bare) else 0.0,
            int(across[first]),
            int(down[first]),
        )

    def explain(self, template: Template, fit: Fit) -> None:
        """Leave out from now on what a thing covers that was found, its border too.

        Outlines of neon and shadows of paper reach beyond what belongs to a thing.
        """
        there = template.moved(fit.across + _MARGIN, fit.down + _MARGIN)
        for across, down in _AROUND:
            self._free[there.rows + down, there.columns + across] = False


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
