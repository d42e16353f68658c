"""How the same things are painted in different looks."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from resources.models.making.world.looks.canvas import FINENESS, Canvas
from resources.models.making.world.looks.lora_styles import paint_glass, paint_line
from resources.models.making.world.palette import RGB, mix, scaled
from resources.models.making.world.things.forms import Form, Outline, Thing

Painter = Callable[[Sequence[Thing], Sequence[RGB], int], Image.Image]

_SHADE: RGB = (26, 24, 52)


def paint_flat(things: Sequence[Thing], sky: Sequence[RGB], size: int) -> Image.Image:
    """Clear forms with soft light and gentle shadows."""
    canvas = Canvas(size, sky)
    for thing in things:
        if thing.lifted:
            cast_shadow(canvas, thing.forms, (0.012, 0.028), 0.028, 110)
        for form in thing.forms:
            canvas.fill(form)
    return canvas.finished()


def paint_paper(things: Sequence[Thing], sky: Sequence[RGB], size: int) -> Image.Image:
    """Layers of coloured paper: even colours, and a shadow below every layer."""
    canvas = Canvas(size, sky)
    if len(sky) > 2:
        _paper_sky(canvas, sky)
    for thing in things:
        forms = [form for form in thing.forms if not form.soft]
        if thing.cut:
            cast_shadow(canvas, forms, (0.007, 0.015), 0.016, 120)
        for form in forms:
            canvas.fill_with(form, mix(form.colour, (250, 244, 230), 0.06))
    return canvas.finished()


def _paper_sky(canvas: Canvas, sky: Sequence[RGB]) -> None:
    """Two sheets of paper, the upper one cut in waves."""
    canvas.draw.rectangle((0, 0, canvas.side, canvas.side), fill=mix(sky[1], sky[2], 0.45))
    steps = [step / 40 for step in range(41)]
    waves = tuple((x, 0.1 + 0.032 * math.sin(2.0 + x * 9.0)) for x in steps)
    upper: Outline = ((-0.02, -0.02), *waves, (1.02, waves[-1][1]), (1.02, -0.02))
    sheet = Form("", mix(sky[0], sky[1], 0.25), (upper,))
    cast_shadow(canvas, [sheet], (0.007, 0.015), 0.016, 120)
    canvas.fill(sheet)


def cast_shadow(
    canvas: Canvas, forms: Sequence[Form], shift: tuple[float, float], blur: float, strength: int
) -> None:
    """Darken what lies below the forms; `shift` and `blur` are fractions of the picture's side,
    strength is 0..255.

    The shadow is made three times as coarse as the canvas, which its softness hides, and only round
    the forms.
    """
    solid = [form for form in forms if not form.detail and not form.soft]
    if not solid:
        return
    side, edge = canvas.side // FINENESS, round(blur * 2 * canvas.side / FINENESS) + 2
    boxes = [canvas.bounds(form) for form in solid]
    left, top = (min(box[number] for box in boxes) // FINENESS - edge for number in (0, 1))
    right, bottom = (max(box[number] for box in boxes) // FINENESS + edge + 4 for number in (2, 3))
    mask = Image.new("L", (right - left, bottom - top), 0)
    pen = ImageDraw.Draw(mask)
    across, down = shift[0] * side - left, shift[1] * side - top
    for form in solid:
        for outline in form.outlines:
            pen.polygon([(x * side + across, y * side + down) for x, y in outline], fill=strength)
    mask = mask.filter(ImageFilter.BoxBlur(blur * side)).filter(
        ImageFilter.BoxBlur(blur * side * 0.6)
    )
    alpha = mask.resize((mask.width * FINENESS, mask.height * FINENESS), Image.Resampling.BILINEAR)
    start = (left * FINENESS, top * FINENESS)
    canvas.image.paste(_SHADE, (*start, start[0] + alpha.width, start[1] + alpha.height), alpha)


_DIM_DETAIL = {
    "mountains": 0.3,
    "crown": 0.5,
    "roof": 0.75,
    "balloon": 0.6,
    "water": 0.6,
    "wall": 0.5,
}
_FULL = {"sun": 0.85, "moon": 0.85, "wall": 0.62}


def paint_neon(things: Sequence[Thing], sky: Sequence[RGB], size: int) -> Image.Image:
    """Glowing outlines on a dark ground."""
    canvas = Canvas(size, [scaled(mix(_vivid(colour), (40, 16, 100), 0.5), 0.36) for colour in sky])
    for thing in things:
        for form in thing.forms:
            if not form.soft:
                _tube(canvas, form)
    picture = canvas.finished()
    glow = picture.filter(ImageFilter.BoxBlur(3)).filter(ImageFilter.BoxBlur(2))
    return ImageChops.screen(picture, glow.point([round(value * 0.75) for value in range(256)] * 3))


def _tube(canvas: Canvas, form: Form) -> None:
    """A bright line round a dimly shining form."""
    bright = _vivid(form.colour)
    if form.detail:
        canvas.fill_with(form, scaled(bright, _DIM_DETAIL.get(form.part, 0.9)))
        return
    canvas.line(form, bright, 0.026)
    share = _FULL.get(form.part, 0.42)
    canvas.fill_with(form, scaled(mix(bright, (40, 16, 90), 0.3), share))


def _vivid(colour: RGB) -> RGB:
    """The colour bright and saturated; white and gray stay, black turns to violet."""
    most, least = max(colour), min(colour)
    if most < 90 and most - least < 24:
        return 168, 132, 210
    if most - least < 24:
        return colour
    factor = 255 / most
    red, green, blue = (
        round((value - 0.65 * least * (most - value) / most) * factor) for value in colour
    )
    return red, max(0, green), max(0, blue)


STYLE_PAINTERS: dict[str, Painter] = {
    "flat": paint_flat,
    "paper cut": paint_paper,
    "neon": paint_neon,
    "line": paint_line,
    "stained glass": paint_glass,
}
