"""Where cells and labels of a sweep lie when it is drawn as one picture, whoever draws it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from app.graph.sweeps import Axis, Sweep

Place = tuple[int, ...]
"""The index of a cell on every axis."""

Box = tuple[int, int, int, int]
"""Left, top, width and height."""

GAP = 4
LABEL_LINES = 3
LARGEST = 8192
"""Pixels of the longer side of the picture."""

_SMALLEST_CELL = 96


@dataclass(frozen=True)
class SweepLayout:
    """Columns, rows and sheets of one sweep.

    ``cell`` is width and height of all cells; ``line`` is the height of a line of text, ``label``
    that of the highest label of a column, and ``widest`` the width of the widest one of a row.
    """

    sweep: Sweep
    cell: tuple[int, int]
    line: int
    label: int
    widest: int

    @cached_property
    def counts(self) -> tuple[int, int, int]:
        """How many columns, rows and sheets there are."""
        columns, rows, sheets = [*(len(axis.values) for axis in self.sweep.axes), 1, 1, 1][:3]
        return columns, rows, sheets

    @cached_property
    def side(self) -> int:
        """Width of the labels beside the rows; none where there is one row."""
        if len(self.sweep.axes) < 2:
            return 0
        return min(self.widest, max(self.cell[0], 120)) + 4 * GAP

    @cached_property
    def size(self) -> tuple[int, int]:
        """Of the whole picture."""
        columns, _, sheets = self.counts
        width = self.side + columns * (self.cell[0] + GAP) + GAP
        return width, sheets * self._sheet + GAP

    def box(self, place: Place) -> Box:
        """Where a cell lies."""
        column, row, sheet = (*place, 0, 0)[:3]
        x = self.side + GAP + column * (self.cell[0] + GAP)
        y = sheet * self._sheet + self._above + self._head + row * (self.cell[1] + GAP)
        return x, y, *self.cell

    def places(self) -> Iterator[Place]:
        """All cells."""
        columns, rows, sheets = self.counts
        for sheet in range(sheets):
            for row in range(rows):
                for column in range(columns):
                    yield self._at(column, row, sheet)

    def labels(self) -> Iterator[tuple[Box, str, bool]]:
        """Where texts stand, the texts, and whether they are titles."""
        for sheet in range(self.counts[2]):
            yield from self._titles(sheet)
            yield from self._values(sheet)

    def _titles(self, sheet: int) -> Iterator[tuple[Box, str, bool]]:
        axes, top = self.sweep.axes, sheet * self._sheet
        if len(axes) > 2:
            above = f"{axes[2].title}: {axes[2].labels[sheet]}"
            yield (0, top, self.size[0], self._above), above, True
        top += self._above
        yield (self.side, top, self.size[0] - self.side, self._title), axes[0].title, True
        if len(axes) > 1:
            below = (0, top + self._title, self.side, self._head - self._title)
            yield below, axes[1].title, True

    def _values(self, sheet: int) -> Iterator[tuple[Box, str, bool]]:
        axes, (columns, rows, _) = self.sweep.axes, self.counts
        below = sheet * self._sheet + self._above + self._title
        for column in range(columns):
            x, _, width, _ = self.box(self._at(column, 0, sheet))
            box = (x, below, width, self._head - self._title - GAP)
            yield box, axes[0].labels[column], False
        for row in range(rows if len(axes) > 1 else 0):
            _, y, _, height = self.box(self._at(0, row, sheet))
            yield (GAP, y, self.side - 2 * GAP, height), axes[1].labels[row], False

    def _at(self, column: int, row: int, sheet: int) -> Place:
        return (column, row, sheet)[: len(self.sweep.axes)]

    @property
    def _title(self) -> int:
        return self.line + 2 * GAP

    @property
    def _head(self) -> int:
        """Height of the labels above the columns."""
        return self._title + min(self.label, LABEL_LINES * self.line) + 2 * GAP

    @property
    def _above(self) -> int:
        """Height of the title of a sheet; none where there is one sheet."""
        return self._title + GAP if len(self.sweep.axes) > 2 else 0

    @property
    def _sheet(self) -> int:
        return self._above + self._head + self.counts[1] * (self.cell[1] + GAP) + GAP


def cell_size(sweep: Sweep, picture: tuple[int, int], largest: int = LARGEST) -> tuple[int, int]:
    """How large cells are for pictures of this size: all of them together fit into ``largest``."""
    width, height = picture
    grown = max(1.0, _SMALLEST_CELL / max(width, height, 1))
    width, height = round(width * grown), round(height * grown)
    columns, rows, sheets = [*(len(axis.values) for axis in sweep.axes), 1, 1, 1][:3]
    shrunk = min(1.0, largest / max(columns * width, rows * sheets * height))
    return max(1, int(width * shrunk)), max(1, int(height * shrunk))


def text_height(cell: tuple[int, int]) -> int:
    """The size of letters that suits cells of this size."""
    return max(13, min(cell[1] // 16, 48))


def described(axes: tuple[Axis, ...], place: Place) -> str:
    """The values of a cell: ``Sampler.cfg 7 · Sampler.steps 20``."""
    parts = (f"{axis.title} {axis.labels[n]}" for axis, n in zip(axes, place, strict=True))
    return " · ".join(parts)
