"""A sweep as one picture: cells in rows and columns, with their values at the edges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter

from app.graph.sweep_layout import LARGEST, Place, SweepLayout, cell_size, text_height
from app.graph.sweeps import Sweep
from app.ui import theme

_EMPTY_CELL = 192
_WRAP = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True)
class GridLayout:
    """Where everything lies, for cells of one size, in the program's own letters."""

    sweep: Sweep
    cell: tuple[int, int]

    @cached_property
    def font(self) -> QFont:
        """As large as suits the cells."""
        font = theme.font(13)
        font.setPixelSize(text_height(self.cell))
        return font

    @cached_property
    def counts(self) -> tuple[int, int, int]:
        """How many columns, rows and sheets there are."""
        return self._plain.counts

    @cached_property
    def size(self) -> QSize:
        """Of the whole picture."""
        return QSize(*self._plain.size)

    def rectangle(self, place: Place) -> QRect:
        """Where a cell lies."""
        return QRect(*self._plain.box(place))

    def places(self) -> Iterator[Place]:
        """All cells."""
        return self._plain.places()

    def labels(self) -> Iterator[tuple[QRect, str, bool]]:
        """Where texts stand, the texts, and whether they are titles."""
        return ((QRect(*box), text, bold) for box, text, bold in self._plain.labels())

    @cached_property
    def _plain(self) -> SweepLayout:
        metrics, axes = QFontMetrics(self.font), self.sweep.axes
        room = QRect(0, 0, self.cell[0], 10_000)
        label = max(metrics.boundingRect(room, _WRAP, text).height() for text in axes[0].labels)
        beside = (axes[1].title, *axes[1].labels) if len(axes) > 1 else ()
        widest = max((metrics.horizontalAdvance(text) for text in beside), default=0)
        return SweepLayout(self.sweep, self.cell, metrics.height(), label, widest)


def layout_for(sweep: Sweep, images: Mapping[Place, QImage], largest: int = LARGEST) -> GridLayout:
    """The layout for pictures like these; they are made smaller until all fit into ``largest``."""
    found = next(iter(images.values()), None)
    size = (found.width(), found.height()) if found is not None else (_EMPTY_CELL, _EMPTY_CELL)
    return GridLayout(sweep, cell_size(sweep, size, largest))


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
