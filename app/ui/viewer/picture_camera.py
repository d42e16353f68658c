"""How a picture lies in the area that shows it: how large, and where."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF

MARGIN = 12
LARGEST_SCALE = 64.0
"""Screen pixels for one pixel of a picture, at most."""
SMALLEST_SCALE = 0.05


class PictureCamera:
    """Scale and place of a picture in its pane; several panes may share one.

    All measures are in the units of the widget. ``ratio`` is how many pixels of the screen make
    one of them.
    """

    def __init__(self) -> None:
        self.scale = 1.0
        self.origin = QPointF()
        self.fitted = True
        self.ratio = 1.0
        self._pane = QSizeF()
        self._picture = QSize()

    @property
    def area(self) -> QRectF:
        """Where the picture lies in its pane."""
        width, height = self._picture.width(), self._picture.height()
        return QRectF(self.origin.x(), self.origin.y(), width * self.scale, height * self.scale)

    def set_pane(self, pane: QSizeF, *, sharp: bool) -> None:
        """The pane has another size; a fitted picture follows, another keeps its middle."""
        before, self._pane = self._pane, pane
        if self.fitted:
            self.fit(sharp=sharp)
        elif not before.isEmpty() and before != pane:
            self.move(QPointF(pane.width() - before.width(), pane.height() - before.height()) / 2)

    def set_picture(self, picture: QSize, *, sharp: bool) -> None:
        """Another picture: one of the same size stays where it is, another covers as much."""
        before, self._picture = self._picture, picture
        if picture == before or picture.isEmpty():
            return
        if self.fitted or before.isEmpty():
            self.fit(sharp=sharp)
        else:
            self.scale = min(self.scale * before.width() / picture.width(), self._largest)

    def fit(self, *, sharp: bool) -> None:
        """Show the whole picture as large as the pane allows; ``sharp`` by whole numbers."""
        self.fitted = True
        if self._picture.isEmpty():
            return
        self.scale = self.fitting_scale(sharp=sharp)
        self._centre()

    def fitting_scale(self, *, sharp: bool) -> float:
        """The scale at which the whole picture is just seen."""
        width = max(1.0, self._pane.width() - 2 * MARGIN)
        height = max(1.0, self._pane.height() - 2 * MARGIN)
        scale = min(width / self._picture.width(), height / self._picture.height())
        whole = scale * self.ratio
        return math.floor(whole) / self.ratio if sharp and whole > 2 else scale

    def actual_size(self) -> None:
        """One pixel of the picture for one of the screen."""
        self.fitted = False
        self.scale = 1.0 / self.ratio
        self._centre()
        self._align()

    def zoom(self, factor: float, at: QPointF) -> None:
        """Scale by ``factor``; the point ``at`` of the pane stays where it is."""
        lowest = min(SMALLEST_SCALE, self.fitting_scale(sharp=False))
        scale = min(max(self.scale * factor, lowest), self._largest)
        self.origin = at - (at - self.origin) * (scale / self.scale)
        self.scale = scale
        self.fitted = False

    def move(self, by: QPointF) -> None:
        """Move the picture, but never quite out of its pane."""
        self.fitted = False
        area = self.area.translated(by)
        x = min(max(by.x(), by.x() + MARGIN - area.right()), by.x() + self._right - area.left())
        y = min(max(by.y(), by.y() + MARGIN - area.bottom()), by.y() + self._bottom - area.top())
        self.origin += QPointF(x, y)

    def to_picture(self, place: QPointF) -> QPointF:
        """The point of the picture, in its own pixels, that is seen at a place of the pane."""
        point: QPointF = (place - self.origin) / self.scale
        return point

    def from_picture(self, point: QPointF) -> QPointF:
        """Where in the pane a point of the picture is seen."""
        place: QPointF = self.origin + point * self.scale
        return place

    @property
    def _largest(self) -> float:
        return LARGEST_SCALE / self.ratio

    @property
    def _right(self) -> float:
        return self._pane.width() - MARGIN

    @property
    def _bottom(self) -> float:
        return self._pane.height() - MARGIN

    def _centre(self) -> None:
        drawn = self.area.size()
        self.origin = QPointF(
            (self._pane.width() - drawn.width()) / 2, (self._pane.height() - drawn.height()) / 2
        )

    def _align(self) -> None:
        """Put the corner on a pixel of the screen, so that no pixel is drawn between two."""
        x, y = (
            round(value * self.ratio) / self.ratio for value in (self.origin.x(), self.origin.y())
        )
        self.origin = QPointF(x, y)
