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
YELLOW_WALL = (232, 192, 72)
TRUNK, LEAVES = (112, 74, 46), (48, 134, 62)


def draw_cottage() -> Image.Image:
    """A red house with a tree to its left, on grass under the sun."""
    picture, draw = _landscape(SIDE, SIDE, 46)
    _circle(draw, 52, 12, 6, SUN)
    _tree(draw, 13, 54)
    _house(draw, 41, 52, WALL)
    return _fine(picture)


def draw_street() -> Image.Image:
    """A picture three times as wide: trees and houses in a row, with a gap in the middle."""
    picture, draw = _landscape(3 * SIDE, 96, 70)
    _circle(draw, 162, 16, 6, SUN)
    for place, wall in ((30, YELLOW_WALL), (166, WALL)):
        _house(draw, place, 76, wall)
    for place in (8, 58, 140):
        _tree(draw, place, 78)
    return _fine(picture)


def with_hole(picture: Image.Image, hole: tuple[int, int, int, int]) -> Image.Image:
    """The same picture with a part erased, as a paint program would: what is to be repainted."""
    alpha = Image.new("L", picture.size, 255)
    ImageDraw.Draw(alpha).rectangle(hole, fill=0)
    erased = picture.convert("RGBA")
    erased.putalpha(alpha)
    return erased


def _landscape(width: int, height: int, ground: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """Sky over grass that begins at ``ground``."""
    picture = Image.new("RGB", (width * FINE, height * FINE), SKY)
    draw = ImageDraw.Draw(picture)
    _box(draw, (0, ground, width, height), GRASS)
    _box(draw, (0, ground + 8, width, height), MEADOW)
    return picture, draw


def _tree(draw: ImageDraw.ImageDraw, middle: float, foot: float) -> None:
    _box(draw, (middle - 1.5, foot - 14, middle + 1.5, foot), TRUNK)
    for x, y, radius in ((-3, -16, 6), (3, -16, 6), (0, -23, 6.5)):
        _circle(draw, middle + x, foot + y, radius, LEAVES)


def _house(
    draw: ImageDraw.ImageDraw, middle: float, foot: float, wall: tuple[int, int, int]
) -> None:
    _box(draw, (middle - 11, foot - 16, middle + 11, foot), wall)
    eaves = foot - 16
    draw.polygon(
        _scaled((middle - 14, eaves), (middle, eaves - 10), (middle + 14, eaves)), fill=ROOF
    )
    _box(draw, (middle - 2, foot - 9, middle + 2, foot), DOOR)
    for left in (middle - 9, middle + 5):
        _box(draw, (left, foot - 13, left + 4, foot - 9), PANE)


def _fine(picture: Image.Image) -> Image.Image:
    """Averaged down, so that edges are smooth."""
    size = picture.width // FINE, picture.height // FINE
    return picture.resize(size, Image.Resampling.BOX)


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
    with_hole(cottage, (24, 24, 59, 55)).save(FOLDER / "cottage-erased.png", optimize=True)
    street = with_hole(draw_street(), (82, 44, 117, 79))
    street.save(FOLDER / "street-erased.png", optimize=True)
