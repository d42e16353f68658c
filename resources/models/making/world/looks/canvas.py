"""A surface three times as fine as the picture; shrinking it smooths every edge."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw

from resources.models.making.world.palette import RGB, scaled
from resources.models.making.world.things.forms import Form, Outline

FINENESS = 3


class Canvas:
    """Pixels `FINENESS` times as fine as the picture's `size`."""

    def __init__(self, size: int, sky: Sequence[RGB]) -> None:
        self.side = size * FINENESS
        self.image = gradient(sky, (self.side, self.side))
        self.draw = ImageDraw.Draw(self.image)

    def cover(self, image: Image.Image) -> None:
        """Put another image of the canvas's size in place of all that was drawn."""
        self.image.paste(image)

    def scaled(self, outline: Outline) -> list[tuple[float, float]]:
        """An outline in fine pixels."""
        side = self.side
        return [(x * side, y * side) for x, y in outline]

    def fill(self, form: Form) -> None:
        """Fill a form evenly, or darker towards its bottom; blend it in where it is soft."""
        if form.soft:
            self._blend(form)
        elif form.shade:
            self._fill_shaded(form)
        else:
            self.fill_with(form, form.colour)

    def fill_with(self, form: Form, colour: RGB) -> None:
        """Fill a form's outlines with another colour than its own."""
        for outline in form.outlines:
            self.draw.polygon(self.scaled(outline), fill=colour)

    def line(self, form: Form, colour: RGB, width: float) -> None:
        """Draw round a form's outlines; `width` is a fraction of the picture's side."""
        wide = max(1, round(width * self.side))
        for outline in form.outlines:
            points = self.scaled(outline)
            self.draw.line([*points, points[0], points[1]], fill=colour, width=wide, joint="curve")

    def bounds(self, form: Form) -> tuple[int, int, int, int]:
        """The box about a form in fine pixels, within the canvas: left, top, right, bottom."""
        points = [point for outline in form.outlines for point in outline]
        across, down = [x for x, _ in points], [y for _, y in points]
        side = self.side
        left, top = max(0, int(min(across) * side)), max(0, int(min(down) * side))
        right, bottom = min(side, int(max(across) * side) + 2), min(side, int(max(down) * side) + 2)
        return left, top, max(left + 1, right), max(top + 1, bottom)

    def mask(self, form: Form) -> tuple[Image.Image, tuple[int, int, int, int]]:
        """The form in white on black, cut to its box, and the box."""
        bounds = self.bounds(form)
        left, top, right, bottom = bounds
        mask = Image.new("L", (right - left, bottom - top), 0)
        draw = ImageDraw.Draw(mask)
        for outline in form.outlines:
            draw.polygon([(x - left, y - top) for x, y in self.scaled(outline)], fill=255)
        return mask, bounds

    def _fill_shaded(self, form: Form) -> None:
        mask, (left, top, _, _) = self.mask(form)
        colours = (scaled(form.colour, 1 + form.shade * 0.35), scaled(form.colour, 1 - form.shade))
        self.image.paste(gradient(colours, mask.size), (left, top), mask)

    def _blend(self, form: Form) -> None:
        for outline in form.outlines:
            across, down = [x for x, _ in outline], [y for _, y in outline]
            left, top = round(min(across) * self.side), round(min(down) * self.side)
            wide = max(2, round((max(across) - min(across)) * self.side))
            high = max(2, round((max(down) - min(down)) * self.side))
            alpha = _softness(round(form.soft * 255)).resize(
                (wide, high), Image.Resampling.BILINEAR
            )
            self.image.paste(form.colour, (left, top, left + wide, top + high), alpha)

    def finished(self) -> Image.Image:
        """The picture at its own size."""
        return self.image.reduce(FINENESS)


@lru_cache(maxsize=64)
def _softness(strongest: int) -> Image.Image:
    """A round spot that fades out to its edge."""
    steps = np.linspace(-1, 1, 48, dtype=np.float32)
    far = np.minimum(1, np.hypot(steps[None], steps[:, None]))
    fade = (1 - far) ** 2 * (1 + 2 * far)
    return Image.fromarray((fade * strongest).astype(np.uint8))


def gradient(colours: Sequence[RGB], size: tuple[int, int]) -> Image.Image:
    """A picture of this (width, height), even from the first colour above to the last below."""
    wide, high = size
    stops = np.linspace(0, 1, len(colours))
    place = np.linspace(0, 1, high)
    channels = [
        np.interp(place, stops, [colour[channel] for colour in colours]) for channel in range(3)
    ]
    column = np.stack(channels, axis=1).round().astype(np.uint8)[:, None]
    return Image.fromarray(column).resize((wide, high), Image.Resampling.NEAREST)
