"""What is seen of the canvas, kept as a picture from frame to frame.

Moving the view moves the picture and draws only what comes into view. Zooming stretches it; when
the zoom rests, a crisp one is drawn in short turns, so that the mouse never waits for it. What
changes on the canvas is drawn anew where it lies.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from math import ceil, floor, isclose
from typing import cast

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap, QRegion, QTransform

Draw = Callable[[QPainter, QRectF, float], None]
"""Draws an area of the canvas with a painter in the canvas's units, at a zoom."""

REST = 80
"""Milliseconds without another zoom after which a crisp picture is drawn."""
_TURN = 0.008
_TILE = 256
_MARGIN = 10.0
_MANY = 3


@dataclass(frozen=True)
class View:
    """A part of the canvas on the screen: its corner, how large a unit is, and the window's size.

    ``ratio`` pixels of the device make one of the window.
    """

    corner: QPointF
    zoom: float
    size: QSize
    ratio: float

    @property
    def scale(self) -> float:
        """Pixels of the device for one unit of the canvas."""
        return self.zoom * self.ratio

    @property
    def rect(self) -> QRect:
        """All pixels of the device."""
        return QRect(
            0, 0, ceil(self.size.width() * self.ratio), ceil(self.size.height() * self.ratio)
        )

    def pixels(self, area: QRectF) -> QRect:
        """The pixels that an area of the canvas touches."""
        first = (area.topLeft() - self.corner) * self.scale
        last = (area.bottomRight() - self.corner) * self.scale
        left, top = floor(first.x()), floor(first.y())
        return QRect(left, top, ceil(last.x()) - left, ceil(last.y()) - top)

    def area(self, pixels: QRect) -> QRectF:
        """The area of the canvas that some pixels show."""
        corner = self.corner + QPointF(pixels.topLeft()) / self.scale
        return QRectF(corner, pixels.size().toSizeF() / self.scale)


@dataclass
class Shot:
    """A picture of a part of the canvas, with what of it is out of date."""

    view: View
    picture: QPixmap = field(init=False)
    spoilt: QRegion = field(init=False)

    def __post_init__(self) -> None:
        self.picture = QPixmap(self.view.rect.size())
        self.picture.setDevicePixelRatio(self.view.ratio)
        self.spoilt = QRegion(self.view.rect)

    def spoil(self, area: QRectF) -> None:
        """An area of the canvas looks different now."""
        grown = area.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        pixels = self.view.pixels(grown) & self.view.rect
        if not pixels.isEmpty():
            self.spoilt += pixels

    def move(self, view: View) -> None:
        """Show another part at the same scale, keeping what is still seen."""
        offset = (self.view.corner - view.corner) * view.scale
        x, y = round(offset.x()), round(offset.y())
        corner = self.view.corner - QPointF(x, y) / view.scale
        self.view = View(corner, view.zoom, view.size, view.ratio)
        if x or y:
            self.picture.scroll(x, y, self.picture.rect())
            self.spoilt.translate(x, y)
            kept = self.view.rect.translated(x, y)
            self.spoilt = (self.spoilt & self.view.rect) + (QRegion(self.view.rect) - kept)

    def repair(self, draw: Draw) -> None:
        """Draw everything that is out of date."""
        few = self.spoilt.rectCount() <= _MANY
        for pixels in _rectangles(self.spoilt) if few else [self.spoilt.boundingRect()]:
            self._draw(pixels, draw)
        self.spoilt = QRegion()

    def repair_some(self, draw: Draw) -> bool:
        """Draw for a short while; whether all is up to date now."""
        end = time.perf_counter() + _TURN
        while not self.spoilt.isEmpty():
            if time.perf_counter() > end:
                return False
            first = self.spoilt.begin()
            tile = QRect(first.topLeft(), QSize(4 * _TILE, _TILE)) & self.spoilt.boundingRect()
            self._draw(tile, draw)
            self.spoilt -= tile
        return True

    def _draw(self, pixels: QRect, draw: Draw) -> None:
        """Draw some of the pixels."""
        area = self.view.area(pixels)
        with QPainter(self.picture) as painter:
            painter.scale(self.view.zoom, self.view.zoom)
            painter.translate(-self.view.corner)
            painter.setClipRect(area)
            draw(painter, area, self.view.zoom)


def _rectangles(region: QRegion) -> list[QRect]:
    """The rectangles of a region, which can be iterated though its stubs do not say so."""
    return list(cast("Iterable[QRect]", region))


class Backing(QObject):
    """The picture behind the view. ``draw`` draws the canvas, ``sketch`` does so at once."""

    stale = Signal()
    """The screen should show the picture again."""

    def __init__(self, draw: Draw, sketch: Draw, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draw, self._sketch = draw, sketch
        self._shot: Shot | None = None
        self._next: Shot | None = None
        self._view = View(QPointF(), 1.0, QSize(), 1.0)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._begin)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)

    @property
    def resting(self) -> bool:
        """Whether what is shown is crisp, or will be on the next frame."""
        return not (self._rest.isActive() or self._turn.isActive())

    @property
    def transform(self) -> QTransform:
        """From the canvas to the window, to the pixel as the picture shows it."""
        shot, view = self._shot, self._view
        corner = shot.view.corner if shot and shot.view.zoom == view.zoom else view.corner
        made = QTransform.fromScale(view.zoom, view.zoom)
        return made.translate(-corner.x(), -corner.y())

    def show(self, view: View, *, soft: bool) -> None:
        """Show another part of the canvas. A ``soft`` zoom may be seen crisp a moment later."""
        before = self._view
        if isclose(before.zoom, view.zoom, rel_tol=1e-9):
            view = replace(view, zoom=before.zoom)
        self._view = view
        if before == view:
            return
        shot = self._shot
        if shot is None or (shot.view.size, shot.view.ratio) != (view.size, view.ratio):
            self._restart()
        elif shot.view.zoom == view.zoom:
            shot.move(view)
            self._stop()
        elif soft or before.zoom == view.zoom:
            self._stop()
            self._rest.start()
        else:
            self._restart()

    def _restart(self) -> None:
        """Draw everything for the next frame."""
        self._stop()
        self._shot = None

    def _stop(self) -> None:
        """Give up the picture that is being drawn for another zoom."""
        self._rest.stop()
        self._turn.stop()
        self._next = None

    def spoil(self, areas: Iterable[QRectF]) -> None:
        """Some areas of the canvas look different now."""
        shots = [shot for shot in (self._shot, self._next) if shot is not None]
        for area in areas:
            for shot in shots:
                shot.spoil(area)
        self.stale.emit()

    def spoil_all(self) -> None:
        """Everything looks different now."""
        self._restart()
        self.stale.emit()

    def _begin(self) -> None:
        """The zoom rests: begin to draw a crisp picture."""
        self._next = Shot(self._view)
        self._turn.start()

    def _go_on(self) -> None:
        """Draw a part of the crisp picture, and show it once it is whole."""
        if self._next is None or self._next.repair_some(self._draw):
            self._turn.stop()
            self._shot, self._next = self._next, None
            self.stale.emit()

    def paint(self, painter: QPainter) -> None:
        """Paint what is seen, the painter being in the window's pixels."""
        if self._shot is None:
            self._shot = Shot(self._view)
        shot = self._shot
        shot.repair(self._draw)
        if shot.view.zoom == self._view.zoom:
            painter.drawPixmap(0, 0, shot.picture)
        else:
            self._paint_stretched(painter, shot)

    def _paint_stretched(self, painter: QPainter, shot: Shot) -> None:
        """Paint the picture of another zoom, and around it a sketch of what it does not show."""
        view = self._view
        known = shot.view.area(shot.view.rect)
        around = QRegion(view.rect) - view.pixels(known).adjusted(1, 1, -1, -1)
        painter.save()
        painter.scale(view.zoom, view.zoom)
        painter.translate(-view.corner)
        for pixels in _rectangles(around):
            area = view.area(pixels)
            painter.setClipRect(area)
            self._sketch(painter, area, view.zoom)
        painter.setClipping(False)
        smooth = shot.view.zoom > view.zoom
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawPixmap(known, shot.picture, QRectF(shot.picture.rect()))
        painter.restore()
