"""A sweep as one picture: cells in rows and columns, with their values at the edges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter

from app.graph.sweeps import Axis, Sweep
from app.ui import theme

Place = tuple[int, ...]

_LARGEST = 8192
"""Pixels of the longer side of the picture."""

_SMALLEST_CELL = 96
_EMPTY_CELL = 192
_GAP = 4
_LABEL_LINES = 3
_WRAP = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True)
class GridLayout:
    """Where everything lies, for cells of one size."""

    sweep: Sweep
    cell: QSize

    @cached_property
    def font(self) -> QFont:
        """As large as suits the cells."""
        font = theme.font(13)
        font.setPixelSize(max(13, min(self.cell.height() // 16, 48)))
        return font

    @cached_property
    def counts(self) -> tuple[int, int, int]:
        """How many columns, rows and sheets there are."""
        counts = [len(axis.values) for axis in self.sweep.axes]
        columns, rows, sheets = [*counts, 1, 1, 1][:3]
        return columns, rows, sheets

    @cached_property
    def line(self) -> int:
        """Height of a line of text."""
        return QFontMetrics(self.font).height()

    @cached_property
    def head(self) -> int:
        """Height of the labels above the columns."""
        return self._title + self._label_height(0, self.cell.width()) + 2 * _GAP

    @cached_property
    def side(self) -> int:
        """Width of the labels beside the rows; none where there is one row."""
        if len(self.sweep.axes) < 2:
            return 0
        metrics, axis = QFontMetrics(self.font), self.sweep.axes[1]
        widest = max(metrics.horizontalAdvance(text) for text in (axis.title, *axis.labels))
        return min(widest, max(self.cell.width(), 120)) + 4 * _GAP

    @cached_property
    def size(self) -> QSize:
        """Of the whole picture."""
        columns, _, sheets = self.counts
        width = self.side + columns * (self.cell.width() + _GAP) + _GAP
        return QSize(width, sheets * self._sheet + _GAP)

    def rectangle(self, place: Place) -> QRect:
        """Where a cell lies."""
        column, row, sheet = (*place, 0, 0)[:3]
        x = self.side + _GAP + column * (self.cell.width() + _GAP)
        y = sheet * self._sheet + self._above + self.head + row * (self.cell.height() + _GAP)
        return QRect(QPoint(x, y), self.cell)

    def places(self) -> Iterator[Place]:
        """All cells."""
        columns, rows, sheets = self.counts
        for sheet in range(sheets):
            for row in range(rows):
                for column in range(columns):
                    yield (column, row, sheet)[: len(self.sweep.axes)]

    def labels(self) -> Iterator[tuple[QRect, str, bool]]:
        """Where texts stand, the texts, and whether they are titles."""
        columns, rows, sheets = self.counts
        axes = self.sweep.axes
        for sheet in range(sheets):
            top = sheet * self._sheet
            if len(axes) > 2:
                area = QRect(0, top, self.size.width(), self._above)
                yield area, f"{axes[2].title}: {axes[2].labels[sheet]}", True
            top += self._above
            wide = QRect(self.side, top, self.size.width() - self.side, self._title)
            yield wide, axes[0].title, True
            below = top + self._title
            for column in range(columns):
                x = self.rectangle(self._at(column, 0, sheet)).x()
                height = self.head - self._title - _GAP
                area = QRect(x, below, self.cell.width(), height)
                yield area, axes[0].labels[column], False
            if len(axes) > 1:
                yield QRect(0, below, self.side, self.head - self._title), axes[1].title, True
                for row in range(rows):
                    y = self.rectangle(self._at(0, row, sheet)).y()
                    area = QRect(_GAP, y, self.side - 2 * _GAP, self.cell.height())
                    yield area, axes[1].labels[row], False

    def _at(self, column: int, row: int, sheet: int) -> Place:
        return (column, row, sheet)[: len(self.sweep.axes)]

    @property
    def _title(self) -> int:
        return self.line + 2 * _GAP

    @property
    def _above(self) -> int:
        """Height of the title of a sheet; none where there is one sheet."""
        return self._title + _GAP if len(self.sweep.axes) > 2 else 0

    @property
    def _sheet(self) -> int:
        return self._above + self.head + self.counts[1] * (self.cell.height() + _GAP) + _GAP

    def _label_height(self, index: int, width: int) -> int:
        """Height of the highest label of an axis, wrapped to a width."""
        metrics, axis = QFontMetrics(self.font), self.sweep.axes[index]
        room = QRect(0, 0, width, 10_000)
        tallest = max(metrics.boundingRect(room, _WRAP, text).height() for text in axis.labels)
        return min(tallest, _LABEL_LINES * self.line)


def layout_for(sweep: Sweep, images: Mapping[Place, QImage], largest: int = _LARGEST) -> GridLayout:
    """The layout for pictures like these; they are made smaller until all fit into ``largest``."""
    found = next(iter(images.values()), None)
    size = found.size() if found is not None else QSize(_EMPTY_CELL, _EMPTY_CELL)
    longer = max(size.width(), size.height())
    if longer < _SMALLEST_CELL:
        size = size * (_SMALLEST_CELL / max(longer, 1))
    counts = GridLayout(sweep, size).counts
    most = max(counts[0] * size.width(), counts[1] * counts[2] * size.height())
    if most > largest:
        size = size * (largest / most)
    return GridLayout(sweep, size)


def paint_grid(layout: GridLayout, images: Mapping[Place, QImage]) -> QImage:
    """The whole picture; cells without a picture are empty."""
    made = QImage(layout.size, QImage.Format.Format_RGB888)
    made.fill(theme.BACKDROP)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for place in layout.places():
        area = layout.rectangle(place)
        image = images.get(place)
        if image is None:
            painter.fillRect(area, theme.CARD)
            continue
        fitted = image.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(QPoint(0, 0), fitted)
        target.moveCenter(area.center())
        painter.drawImage(target, image)
    _paint_labels(painter, layout)
    painter.end()
    return made


def _paint_labels(painter: QPainter, layout: GridLayout) -> None:
    for area, text, is_title in layout.labels():
        font = QFont(layout.font)
        font.setBold(is_title)
        painter.setFont(font)
        painter.setPen(theme.SOFT if is_title else theme.TEXT)
        painter.setClipRect(area)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter | _WRAP, text)
    painter.setClipping(False)


def described(axes: tuple[Axis, ...], place: Place) -> str:
    """The values of a cell: ``Sampler.cfg 7 · Sampler.steps 20``."""
    parts = (f"{axis.title} {axis.labels[n]}" for axis, n in zip(axes, place, strict=True))
    return " · ".join(parts)
