"""What counts more while the U-Net learns: pictures with hard things, and places where small ones
stand.

What a prompt asks for last and a person looks at first is often the smallest: a cat is a
twenty-fifth of a landscape, so grass and sky would decide nearly all of every step. Places where
small things stand count more, once it can be told that they stand there. Pictures may be chosen
more often only for what their captions always say, or it would be painted unasked.
"""

from __future__ import annotations

from itertools import chain

import torch
from torch import Tensor

from resources.models.making.training.data import PictureSet
from resources.models.making.world.drawing import things_of
from resources.models.making.world.picture import ANIMALS, Picture, Shapes

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, as shares of the side."""

_SOUGHT = frozenset({*ANIMALS, "hull", "sail", "balloon", "first shape", "second shape"})
"""Parts of things that are easily lost."""

_SIDE = 32
_WHOLE = 240.0
"""Of how many latent pixels a thing is as large as needs no help."""

_LEAST, _MOST = 1.5, 6.0

_OFTEN = {"animal": 2.0, "boat": 3.0, "balloon": 1.5, "pair": 1.3}
"""How many times as often a picture with such a thing is chosen."""


def boxes_of(picture: Picture) -> list[tuple[str, Box]]:
    """Of every thing from back to front the part that it begins with, and the box about it."""
    found = []
    for thing in things_of(picture)[0]:
        forms = [form for form in thing.forms if form.part]
        points = [point for form in forms for point in chain(*form.outlines)]
        if points:
            across, down = zip(*points, strict=True)
            box = (min(across), min(down), max(across), max(down))
            found.append((forms[0].part, box))
    return found


def emphasis_of(picture: Picture) -> Tensor:
    """How much each latent pixel of a picture counts: 32 x 32, from 1 to 6."""
    counts = torch.ones(_SIDE, _SIDE)
    for part, box in boxes_of(picture):
        if part not in _SOUGHT:
            continue
        left, top = (max(0, round(side * _SIDE)) for side in box[:2])
        right, bottom = (min(_SIDE, round(side * _SIDE)) for side in box[2:])
        area = max(1, (right - left) * (bottom - top))
        inside = counts[top:bottom, left:right]
        inside.clamp_(min=min(_MOST, max(_LEAST, _WHOLE / area)))
    return counts


def often(picture: Picture) -> float:
    """How many times as often as others a picture is chosen."""
    if isinstance(picture, Shapes):
        return _OFTEN["pair"] if len(picture.shapes) > 1 else 1.0
    front = _OFTEN["boat"] if picture.front == "boat" else _OFTEN["animal"]
    sky = _OFTEN["balloon"] if picture.sky_thing == "balloon" else 1.0
    return (front if picture.front else 1.0) * sky


def shares(pictures: PictureSet) -> Tensor:
    """The same of a whole set: n."""
    return torch.tensor([often(pictures.picture(number)) for number in range(pictures.count)])


def emphasis(pictures: PictureSet) -> Tensor:
    """The same of a whole set: n x 1 x 32 x 32 (float16)."""
    each = (emphasis_of(pictures.picture(number)).half() for number in range(pictures.count))
    return torch.stack(list(each))[:, None]
