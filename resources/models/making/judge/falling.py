"""Whether rain or snow falls: streaks or flakes that stand out from what is just beside them.

A landscape as a whole does not tell this well: clouds and a gray sky look much the same without
anything that falls from them.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy import ndimage

from resources.models.making.judge.colours import Lab
from resources.models.making.world.palette import light_of
from resources.models.making.world.picture import Scene
from resources.models.making.world.things.weather import falling

_SIDE = 128
_FINE = 3
_SKY = 0.55
"""Above this height little stands that streaks could be lost in."""

_DRIFT = 4
_MOST = 35
"""Percentile of the flakes: in a neon night outlines and stars stand out at half of the places."""

_STANDS_OUT = 8.0
"""So much lighter (L*) than their surroundings the flakes above _MOST are; in 420 renders of all
styles it was 16 and more where something falls, and 1 and less where nothing does."""


def falls(picture: Lab) -> bool:
    """Whether rain or snow falls in the picture (128 x 128 x 3, L*a*b*).

    Both fall at the same places, which may be moved sideways as a whole. Nearly two thirds of the
    places have to stand out.
    """
    lightness = picture[..., 0]
    tops = ndimage.maximum_filter(lightness, 3)
    contrast = tops - ndimage.median_filter(lightness, 11) - _roughness(lightness)
    places = _flakes()
    found = [
        np.percentile(
            [contrast[rows, (columns + drift) % _SIDE].mean() for rows, columns in places], _MOST
        )
        for drift in range(-_DRIFT, _DRIFT + 1)
    ]
    return bool(max(found) > _STANDS_OUT)


def _roughness(lightness: NDArray[np.float32]) -> float:
    """How much lighter the lightest of nine neighbours is anyway, in the sky as a whole."""
    sky = lightness[: round(_SKY * _SIDE)]
    return float(np.median(ndimage.maximum_filter(sky, 3) - sky))


@lru_cache(maxsize=1)
def _flakes() -> list[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """The rows and columns of every flake in the sky."""
    scene = Scene(weather="snow", ground="snow")
    flakes = []
    for outline in falling(scene, light_of(scene))[0].forms[0].outlines:
        image = Image.new("L", (_SIDE * _FINE, _SIDE * _FINE))
        points = [(x * _SIDE * _FINE, y * _SIDE * _FINE) for x, y in outline]
        ImageDraw.Draw(image).polygon(points, fill=255)
        rows, columns = np.nonzero(np.asarray(image.reduce(_FINE)) > 100)
        if len(rows) and rows.max() < _SKY * _SIDE:
            flakes.append((rows, columns))
    return flakes
