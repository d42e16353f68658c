"""Contact sheets: many pictures side by side with their captions below."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from resources.models.making.world.captions import caption
from resources.models.making.world.drawing import pixels_of
from resources.models.making.world.edits import edit
from resources.models.making.world.sampling import sample

_PAPER, _INK, _GAP, _LINES, _LINE = (250, 248, 244), (60, 58, 66), 10, 5, 11


def sheet(
    pictures: Sequence[NDArray[np.uint8]], captions: Sequence[str], columns: int = 6
) -> Image.Image:
    """Pictures of one size (each H x W x 3, uint8) in rows, each above its caption."""
    high, wide = pictures[0].shape[:2]
    step_across, step_down = wide + _GAP, high + _GAP + _LINES * _LINE
    rows = -(-len(pictures) // columns)
    page = Image.new("RGB", (columns * step_across + _GAP, rows * step_down + _GAP), _PAPER)
    pen = ImageDraw.Draw(page)
    for number, (pixels, text) in enumerate(zip(pictures, captions, strict=True)):
        x, y = _GAP + number % columns * step_across, _GAP + number // columns * step_down
        page.paste(Image.fromarray(pixels), (x, y))
        lines = textwrap.wrap(text, max(12, wide // 5))[:_LINES]
        pen.multiline_text((x, y + high + 2), "\n".join(lines), fill=_INK, spacing=0, font_size=9)
    return page


def sampled_sheet(
    count: int, seed: int, kind: str = "any", style: str = "", size: int = 128
) -> Image.Image:
    """A sheet of random pictures of a kind, drawn `size` pixels wide."""
    random = Random(seed)
    chosen = [sample(random, kind, style=style) for _ in range(count)]
    texts = [caption(picture, random).text for picture in chosen]
    return sheet([pixels_of(picture, size) for picture in chosen], texts)


def edited_sheet(
    count: int, seed: int, kind: str = "any", style: str = "", size: int = 128
) -> Image.Image:
    """A sheet of random pictures, each beside the same one after an edit, above the instruction."""
    random = Random(seed)
    pairs, texts = [], []
    for _ in range(count):
        before = sample(random, kind, style=style)
        change = edit(before, random)
        sides = [pixels_of(before, size), pixels_of(change.after, size)]
        pairs.append(np.concatenate(sides, axis=1))
        texts.append(change.instruction)
    return sheet(pairs, texts, columns=4)


def save_sheet(page: Image.Image, path: Path) -> None:
    """Save a sheet, making its folder where needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    page.save(path)
