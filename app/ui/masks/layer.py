"""A mask while it is painted: grey pixels, white where something may happen, and its own undo."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRadialGradient

from app.ui.masks.text import GREY

_MOST_UNDO = 128 * 2**20
"""Bytes that strokes may take to be undone."""
_SPACING = 0.08
"""Distance between two dabs of a brush, as a part of its size."""


@dataclass(frozen=True)
class Brush:
    """A round brush: ``size`` is its width in pixels, ``hardness`` which part of it is even."""

    size: float = 32.0
    hardness: float = 0.8
    erases: bool = False

    def stamp(self, pressure: float = 1.0) -> QImage:
        """One dab of it."""
        size = max(1.0, self.size * pressure)
        side = math.ceil(size) + 2
        full, none = (0, 255) if self.erases else (255, 0)
        image = QImage(side, side, GREY)
        image.fill(none)
        middle = side / 2
        gradient = QRadialGradient(middle, middle, size / 2)
        even = min(self.hardness, max(0.0, 1 - 2 / size))
        gradient.setColorAt(0, _grey(full))
        gradient.setColorAt(even, _grey(full))
        gradient.setColorAt(1, _grey(none))
        painter = QPainter(image)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(image.rect(), gradient)
        painter.end()
        if size <= 1.5:
            image.fill(none)
            image.setPixelColor(side // 2, side // 2, _grey(full))
        return image


@dataclass(frozen=True)
class _Step:
    """What a stroke changed: where, and the pixels before and after it."""

    place: QPoint
    before: QImage
    after: QImage

    @property
    def bytes(self) -> int:
        return self.before.sizeInBytes() + self.after.sizeInBytes()


class MaskLayer:
    """Paints into a mask. Every change is a stroke that can be undone."""

    def __init__(self, size: QSize, mask: QImage | None = None) -> None:
        self.image = QImage(size, GREY)
        self.image.fill(0)
        if mask is not None and not mask.isNull():
            self.image = mask.convertToFormat(GREY).scaled(
                size,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self.image = self.image.convertToFormat(GREY)
        self._before: QImage | None = None
        self._touched = QRect()
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a stroke to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a stroke to make again."""
        return bool(self._undone)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is painted."""
        black = QImage(self.image.size(), GREY)
        black.fill(0)
        return bool(self.image == black)

    def begin(self) -> None:
        """A stroke begins."""
        self._before = self.image.copy()
        self._touched = QRect()

    def line(self, start: QPointF, end: QPointF, brush: Brush, pressure: float = 1.0) -> QRect:
        """Draw with a brush from one point to another; the part that has changed."""
        stamp = brush.stamp(pressure)
        reach = stamp.width() / 2
        mode = QPainter.CompositionMode
        painter = QPainter(self.image)
        painter.setCompositionMode(
            mode.CompositionMode_Darken if brush.erases else mode.CompositionMode_Lighten
        )
        way = end - start
        count = max(1, math.ceil(math.hypot(way.x(), way.y()) / max(0.5, brush.size * _SPACING)))
        for step in range(count + 1):
            place = start + way * (step / count)
            painter.drawImage(QPoint(round(place.x() - reach), round(place.y() - reach)), stamp)
        painter.end()
        return self._touch(QRectF(start, end).normalized().adjusted(-reach, -reach, reach, reach))

    def rectangle(self, area: QRectF, *, erases: bool = False) -> QRect:
        """Fill a rectangle; the part that has changed."""
        painter = QPainter(self.image)
        painter.fillRect(area.toAlignedRect(), _grey(0 if erases else 255))
        painter.end()
        return self._touch(area)

    def region(self, area: QImage, *, erases: bool = False) -> QRect:
        """Take the white of another mask of this size in, or out; the part that has changed."""
        mode = QPainter.CompositionMode
        if erases:
            area = area.copy()
            area.invertPixels()
        painter = QPainter(self.image)
        painter.setCompositionMode(
            mode.CompositionMode_Darken if erases else mode.CompositionMode_Lighten
        )
        painter.drawImage(0, 0, area)
        painter.end()
        return self._touch(QRectF(self.image.rect()))

    def end(self) -> None:
        """The stroke is over: from now on it can be undone."""
        before, self._before = self._before, None
        area = self._touched.intersected(self.image.rect())
        if before is None or area.isEmpty():
            return
        self._undone.clear()
        self._done.append(_Step(area.topLeft(), before.copy(area), self.image.copy(area)))
        while len(self._done) > 1 and sum(step.bytes for step in self._done) > _MOST_UNDO:
            del self._done[0]

    def fill(self, value: int) -> None:
        """Make all of it white (255) or black (0)."""
        self.begin()
        self.image.fill(value)
        self._touch(QRectF(self.image.rect()))
        self.end()

    def invert(self) -> None:
        """White becomes black and black white."""
        self.begin()
        self.image.invertPixels()
        self._touch(QRectF(self.image.rect()))
        self.end()

    def undo(self) -> None:
        """Take the last stroke back."""
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self._put(step.place, step.before)

    def redo(self) -> None:
        """Make the stroke again that was taken back last."""
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)
            self._put(step.place, step.after)

    def _put(self, place: QPoint, pixels: QImage) -> None:
        painter = QPainter(self.image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(place, pixels)
        painter.end()

    def _touch(self, area: QRectF) -> QRect:
        changed = area.toAlignedRect().adjusted(-1, -1, 1, 1)
        self._touched = self._touched.united(changed)
        return changed


def _grey(value: int) -> QColor:
    return QColor(value, value, value)
