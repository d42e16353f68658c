"""Brush, eraser, rectangle and bucket: what mouse and pen do while a mask is painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPainter, QPen

from app.ui import theme
from app.ui.masks.layer import Brush, MaskLayer
from app.ui.masks.overlay import MaskOverlay, feathered
from app.ui.masks.similar import similar_region
from app.ui.viewer.picture_view import PictureView

SMALLEST, LARGEST = 1.0, 1000.0
_LEFT, _RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class Stroke(Enum):
    """What is drawn."""

    BRUSH = "brush"
    ERASER = "eraser"
    RECTANGLE = "rectangle"
    BUCKET = "fill"


class MaskTool:
    """Paints a mask on the picture of a view; the right button always erases."""

    def __init__(self, view: PictureView, layer: MaskLayer, changed: Callable[[], None]) -> None:
        self._view, self.layer, self._changed = view, layer, changed
        self.brush = Brush()
        self.kind = Stroke.BRUSH
        self.opacity = 0.6
        self.feather = 0.0
        self.pressure = 1.0
        self.tolerance = 24
        self._overlay = MaskOverlay()
        self._last: QPointF | None = None
        self._corner: QPointF | None = None
        self._erases = False
        self._pointer: QPointF | None = None
        self.refresh()

    def refresh(self) -> None:
        """Show the mask as it is now."""
        self._overlay.refresh(feathered(self.layer.image, self.feather), theme.BAD)
        self._view.update()
        self._changed()

    def resize(self, factor: float) -> None:
        """Make the brush larger or smaller."""
        size = min(max(self.brush.size * factor, SMALLEST), LARGEST)
        self.brush = replace(self.brush, size=size)
        self._view.update()

    def press(self, event: QMouseEvent) -> bool:
        """Begin a stroke; Shift draws a straight line from the last one."""
        if event.button() not in (_LEFT, _RIGHT):
            return False
        if event.device().type() is not QInputDevice.DeviceType.Stylus:
            self.pressure = 1.0
        self._erases = event.button() == _RIGHT or self.kind is Stroke.ERASER
        place = self._view.to_picture(event.position())
        if self.kind is Stroke.BUCKET:
            self._pour(self._view.pixel_at(event.position()))
            return True
        self.layer.begin()
        if self.kind is Stroke.RECTANGLE:
            self._corner = self._pointer = place
        else:
            self._last = place
            self._draw(place)
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Draw on."""
        self._pointer = self._view.to_picture(event.position())
        if self._last is not None:
            self._draw(self._pointer)
        self._view.update()
        return self._last is not None or self._corner is not None

    def release(self, event: QMouseEvent) -> bool:
        """End the stroke."""
        if self._last is None and self._corner is None:
            return False
        if self._corner is not None:
            place = self._view.to_picture(event.position())
            self.layer.rectangle(QRectF(self._corner, place).normalized(), erases=self._erases)
        self._last = self._corner = None
        self.layer.end()
        self.refresh()
        return True

    def leave(self) -> None:
        """Show no brush where there is no mouse."""
        self._pointer = None
        self._view.update()

    def paint(self, painter: QPainter) -> None:
        """The mask over the picture, and the outline of the brush."""
        self._overlay.paint(painter, self._view.area, self.opacity)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((theme.faded(theme.BACKDROP, 0.8), 2.5), (theme.TEXT, 1.0)):
            painter.setPen(QPen(colour, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self._corner is not None and self._pointer is not None:
                painter.drawRect(QRectF(*map(self._seen_at, (self._corner, self._pointer))))
            elif self._pointer is not None and self.kind in (Stroke.BRUSH, Stroke.ERASER):
                reach = self.brush.size / 2 * self._view.scale
                painter.drawEllipse(self._seen_at(self._pointer), reach, reach)

    def _pour(self, pixel: QPoint | None) -> None:
        """Fill what looks alike around a pixel of the picture."""
        if pixel is None:
            return
        region = similar_region(self._view.image(), pixel, self.tolerance)
        self.layer.begin()
        self.layer.region(region, erases=self._erases)
        self.layer.end()
        self.refresh()

    def _draw(self, place: QPointF) -> None:
        last = self._last if self._last is not None else place
        brush = replace(self.brush, erases=self._erases)
        changed: QRect = self.layer.line(last, place, brush, self.pressure)
        self._last = place
        self._overlay.refresh(self.layer.image, theme.BAD, changed)
        self._view.update()

    def _seen_at(self, point: QPointF) -> QPointF:
        return self._view.camera.from_picture(point) + self._view.panes()[0].topLeft()
