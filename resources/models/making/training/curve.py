"""The loss as a table (CSV) and as a picture (PNG) that grows while a stage learns."""

from __future__ import annotations

import csv
import logging
import math
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from resources.models.making.training.budget import Counts

log = logging.getLogger(__name__)

HEAD = ("steps", "samples", "seconds", "loss", "rate")
_SIDE = (960, 480)
_MARGIN = 56
_INK, _PAPER, _GRID = (38, 70, 120), (252, 252, 250), (218, 220, 226)


class Curve:
    """Collects losses and writes a row each so many steps.

    Rows after the step at which a run goes on are dropped: the steps are taken again.
    """

    def __init__(self, folder: Path, steps: int, every: int = 25) -> None:
        self.table, self.picture, self.every = folder / "loss.csv", folder / "loss.png", every
        self._sum, self._many = 0.0, 0
        rows = [[int(row[0]), int(row[1]), *row[2:]] for row in read(self.table) if row[0] <= steps]
        with self.table.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([HEAD, *rows])

    def add(self, counts: Counts, loss: float, rate: float) -> None:
        """Count one step's loss."""
        if not math.isfinite(loss):
            raise FloatingPointError(f"The loss is no number after {counts.steps} steps.")
        self._sum, self._many = self._sum + loss, self._many + 1
        if counts.steps % self.every:
            return
        mean = self._sum / self._many
        row = (counts.steps, counts.samples, round(counts.seconds, 1), round(mean, 6), rate)
        with self.table.open("a", newline="", encoding="utf-8") as file:
            csv.writer(file).writerow(row)
        speed = counts.samples / max(counts.seconds, 1e-6)
        log.info("%d steps, %.0f s, loss %.4f, %.1f samples/s", *row[::2][:2], mean, speed)
        self._sum, self._many = 0.0, 0

    def draw(self) -> None:
        """Draw the picture anew."""
        rows = read(self.table)
        if len(rows) > 1:
            drawn([(row[1], row[3]) for row in rows], self.picture)


def read(table: Path) -> list[list[float]]:
    """The rows of a table of losses; none where there is no table."""
    if not table.is_file():
        return []
    with table.open(newline="", encoding="utf-8") as file:
        return [[float(cell) for cell in row] for row in list(csv.reader(file))[1:]]


def drawn(points: list[tuple[float, float]], path: Path) -> None:
    """Draw losses (logarithmic) over samples (linear) into a PNG."""
    width, height = _SIDE
    image = Image.new("RGB", _SIDE, _PAPER)
    pen = ImageDraw.Draw(image)
    last = max(x for x, _ in points)
    logs = [math.log10(max(y, 1e-9)) for _, y in points]
    low, high = min(logs), max(max(logs), min(logs) + 1e-3)

    def place(x: float, y: float) -> tuple[float, float]:
        across = _MARGIN + (width - 1.5 * _MARGIN) * x / max(last, 1.0)
        return across, _MARGIN / 2 + (height - 1.5 * _MARGIN) * (high - y) / (high - low)

    for part in range(5):
        value = low + (high - low) * part / 4
        level = place(0, value)[1]
        pen.line([(_MARGIN, level), (width - _MARGIN / 2, level)], fill=_GRID)
        pen.text((8, level - 6), f"{10**value:.4f}", fill=_INK)
        at = last * part / 4
        pen.text((place(at, low)[0] - 16, height - _MARGIN + 14), f"{at:,.0f}", fill=_INK)
    pen.line([place(x, y) for (x, _), y in zip(points, logs, strict=True)], fill=_INK, width=2)
    pen.text((width / 2, height - 18), "samples", fill=_INK)
    fresh = path.with_suffix(".new.png")
    image.save(fresh)
    fresh.replace(path)
