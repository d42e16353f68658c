"""Two looks that the base model never sees: an ink drawing, and a window of stained glass.

They are what the small style adapters (LoRA) learn, so that applying one visibly changes the model.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from resources.models.making.world.looks.canvas import Canvas
from resources.models.making.world.palette import RGB, mix, scaled
from resources.models.making.world.things.forms import Form, Thing

_PAPER: RGB = (250, 244, 230)
_INK: RGB = (44, 40, 62)
_LEAD: RGB = (28, 26, 36)
_LAND = ("mountains", "hills", "ground", "lake")
_WASHED = ("wall", "hull", "balloon", "crown", "first shape", "second shape")
_CELLS = 34


def paint_line(things: Sequence[Thing], sky: Sequence[RGB], size: int) -> Image.Image:
    """An ink drawing on cream paper, with a thin wash of colour on what a caption names."""
    wash = [mix(_PAPER, colour, 0.1 if len(sky) > 2 else 0.3) for colour in sky]
    canvas = Canvas(size, wash)
    for thing in things:
        for form in thing.forms:
            if not form.soft:
                _inked(canvas, form)
    return canvas.finished()


def _inked(canvas: Canvas, form: Form) -> None:
    if form.detail:
        canvas.fill_with(
            form, mix(_PAPER, form.colour, 0.3) if form.part else mix(_INK, _PAPER, 0.4)
        )
        return
    canvas.line(form, _INK, 0.016)
    share = 0.5 if form.part in _WASHED else 0.08
    canvas.fill_with(form, mix(_PAPER, form.colour, share))


def paint_glass(things: Sequence[Thing], sky: Sequence[RGB], size: int) -> Image.Image:
    """Panes of bright glass between lines of lead; sky and land are cut into many small panes."""
    canvas = Canvas(size, [_bright(colour) for colour in sky])
    whole = Image.new("L", (canvas.side, canvas.side), 0)
    pen = ImageDraw.Draw(whole)
    for thing in things:
        shown = 0 if thing.name in _LAND else 255
        for form in thing.forms:
            if not form.soft:
                _leaded(canvas, form)
                for outline in form.outlines:
                    pen.polygon(canvas.scaled(outline), fill=shown)
    cut = ImageChops.multiply(canvas.image, _panes(canvas.side))
    canvas.cover(Image.composite(canvas.image, cut, whole))
    picture = canvas.finished()
    glow = picture.filter(ImageFilter.BoxBlur(4)).point(
        [round(value * 0.22) for value in range(256)] * 3
    )
    return ImageChops.screen(picture, glow)


def _leaded(canvas: Canvas, form: Form) -> None:
    if form.detail:
        canvas.fill_with(form, _bright(form.colour))
        return
    canvas.line(form, _LEAD, 0.03)
    canvas.fill(Form(form.part, _bright(form.colour), form.outlines, shade=0.2))


def _bright(colour: RGB) -> RGB:
    """The colour as light through glass: more saturated, a little brighter."""
    middle = sum(colour) / 3
    red, green, blue = (
        min(255, max(0, round(middle + 1.35 * (value - middle)))) for value in scaled(colour, 1.08)
    )
    return red, green, blue


@lru_cache(maxsize=4)
def _panes(side: int) -> Image.Image:
    """Irregular panes, a Voronoi diagram of fixed points: lighter and darker, with dark seams."""
    numbers = np.arange(_CELLS)
    points = np.stack([(0.5 + 0.7549 * numbers) % 1, (0.5 + 0.5698 * numbers) % 1], axis=1)
    rows, columns = np.mgrid[0:side, 0:side] / side
    away = np.hypot(columns[..., None] - points[:, 0], rows[..., None] - points[:, 1])
    nearest = np.argpartition(away, 1, axis=-1)[..., :2]
    two = np.sort(np.take_along_axis(away, nearest, axis=-1), axis=-1)
    level = 0.84 + 0.16 * ((away.argmin(axis=-1) * 0.618) % 1)
    level[two[..., 1] - two[..., 0] < 0.014] = 0.16
    pixels: NDArray[np.uint8] = np.repeat((level * 255).astype(np.uint8)[..., None], 3, axis=2)
    return Image.fromarray(pixels)
