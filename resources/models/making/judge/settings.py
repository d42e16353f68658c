"""Style, time, weather and ground of a landscape, seen in the picture as a whole.

The picture is laid over every bare landscape that the world knows, and the nearest one is taken. A
house or a cat differs from all of them alike, because a colour that is far off counts no more than
one that is just different.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import numpy as np

from resources.models.making.judge.colours import Lab, difference, lab
from resources.models.making.judge.falling import falls
from resources.models.making.world.drawing import pixels_of
from resources.models.making.world.picture import FAR_THINGS, GROUNDS, STYLES, Scene

SIDE = 128
_SKIES = {
    ("day", "clear"): GROUNDS,
    ("sunset", "clear"): GROUNDS,
    ("night", "clear"): GROUNDS,
    ("day", "rain"): ("grass", "lake"),
    ("night", "rain"): ("grass", "lake"),
    ("day", "snow"): ("snow",),
    ("night", "snow"): ("snow",),
}
_MOST = 28.0
"""From here on, colours are simply different."""


class Setting(NamedTuple):
    """What tints everything else."""

    style: str
    time: str
    weather: str
    ground: str

    def scene(self) -> Scene:
        """The bare landscape."""
        return Scene(
            time=self.time,
            ground=self.ground,
            weather=self.weather,
            row=("", "", ""),
            house="",
            style=self.style,
        )


def setting_of(picture: Lab) -> Setting:
    """The setting that the picture (128 x 128 x 3) is nearest to."""
    bare = _nearest(picture)
    return Setting(bare.style, bare.time, bare.weather, bare.ground)


def nearest_landscape(picture: Lab) -> Lab:
    """The empty landscape that the picture is nearest to, also by what is far away and where the
    sun is: 128 x 128 x 3."""
    return lab(pixels_of(_nearest(picture), SIDE))


def _nearest(picture: Lab) -> Scene:
    scenes, landscapes = _landscapes(falls(picture))
    small = _halved(picture).reshape(-1, 3)
    apart = np.minimum(difference(landscapes, small), _MOST).mean(axis=1)
    return scenes[int(apart.argmin())]


def _halved(picture: Lab) -> Lab:
    high, wide = picture.shape[:2]
    halved: Lab = picture.reshape(high // 2, 2, wide // 2, 2, 3).mean(axis=(1, 3))
    return halved


@lru_cache(maxsize=2)
def _landscapes(falling: bool) -> tuple[list[Scene], Lab]:
    """Every setting, with rain or snow or without, with what may be far away and sun or moon on
    either side."""
    scenes = [
        replace(Setting(style, *sky, ground).scene(), far=far, light_side=side)
        for style, (sky, grounds) in product(STYLES, _SKIES.items())
        for ground, far, side in product(grounds, FAR_THINGS, ("left", "right"))
        if (sky[1] != "clear") == falling
    ]
    return scenes, np.stack([_halved(lab(pixels_of(one, SIDE))).reshape(-1, 3) for one in scenes])
