"""Draw the sample pictures in resources/pictures: python tools/draw_pictures.py

They are of the size and in the manner of what the shipped model was trained on.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "pictures"
SIDE = 64
FINE = 4
"""Drawn this many times larger and averaged down, so that edges are smooth."""

SKY, SUN, GRASS, MEADOW = (128, 194, 244), (255, 222, 74), (96, 178, 76), (84, 160, 68)
WALL, ROOF, DOOR, PANE = (214, 66, 58), (128, 42, 40), (98, 62, 42), (198, 230, 246)
TRUNK, LEAVES = (112, 74, 46), (48, 134, 62)


def draw_cottage() -> Image.Image:
    """A red house with a tree to its left, on grass under the sun."""
    picture = Image.new("RGB", (SIDE * FINE, SIDE * FINE), SKY)
    draw = ImageDraw.Draw(picture)
    _circle(draw, 52, 12, 6, SUN)
    _box(draw, (0, 46, 64, 64), GRASS)
    _box(draw, (0, 54, 64, 64), MEADOW)
    _box(draw, (11.5, 40, 14.5, 54), TRUNK)
    for x, y, radius in ((10, 38, 6), (16, 38, 6), (13, 31, 6.5)):
        _circle(draw, x, y, radius, LEAVES)
    _box(draw, (30, 36, 52, 52), WALL)
    draw.polygon(_scaled((27, 36), (41, 26), (55, 36)), fill=ROOF)
    _box(draw, (39, 43, 43, 52), DOOR)
    for left in (32, 46):
        _box(draw, (left, 39, left + 4, 43), PANE)
    return picture.resize((SIDE, SIDE), Image.Resampling.BOX)


def with_hole(picture: Image.Image) -> Image.Image:
    """The same picture with the house erased, as a paint program would: what is to be repainted."""
    alpha = Image.new("L", picture.size, 255)
    ImageDraw.Draw(alpha).rectangle([24, 24, 59, 55], fill=0)
    erased = picture.convert("RGBA")
    erased.putalpha(alpha)
    return erased


def _scaled(*points: tuple[float, float]) -> list[tuple[float, float]]:
    return [(x * FINE, y * FINE) for x, y in points]


def _box(
    draw: ImageDraw.ImageDraw, box: tuple[float, float, float, float], colour: tuple[int, int, int]
) -> None:
    left, top, right, bottom = (number * FINE for number in box)
    draw.rectangle([left, top, right - 1, bottom - 1], fill=colour)


def _circle(
    draw: ImageDraw.ImageDraw, x: float, y: float, radius: float, colour: tuple[int, int, int]
) -> None:
    draw.ellipse(_scaled((x - radius, y - radius), (x + radius, y + radius)), fill=colour)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    cottage = draw_cottage()
    cottage.save(FOLDER / "cottage.png", optimize=True)
    with_hole(cottage).save(FOLDER / "cottage-erased.png", optimize=True)
