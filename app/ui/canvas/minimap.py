"""The whole graph in a corner: shows where one is, and goes where one clicks.

It is there only while a part of the graph is out of view, and pale until the mouse comes near it.
"""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui import theme
from app.ui.canvas.projection import Projection
from app.ui.canvas.viewer import Viewer
from app.ui.words import tr

_MARGIN = 12
_SMALLEST, _LARGEST = 120, 190
_QUIET = 0.6


class Minimap(QWidget):
    """A small drawing of all cards and of the part that is shown."""

    def __init__(self, viewer: Viewer, projection: Projection) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self._projection = projection
        self._boxes: list[QRectF] = []
        self._groups: dict[int, list[QRectF]] = {}
        self._whole = QRectF()
        self.allowed = True
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Click to go there"))
        viewer.view_changed.connect(self._follow)

    def allow(self, allowed: bool) -> None:
        """Whether it is shown at all."""
        self.allowed = allowed
        self._follow()

    def settle(self) -> None:
        """Take over where the cards are, and show where there is something to find."""
        cards = self._projection.cards.values()
        self._boxes = [card.box for card in cards]
        alike: defaultdict[tuple[int, bool], list[QRectF]] = defaultdict(list)
        for card, box in zip(cards, self._boxes, strict=True):
            alike[card.face.colour.rgba(), card.face.faded].append(box)
        self._groups = {
            theme.faded(QColor.fromRgba(colour), 0.45 if faded else 0.95).rgba(): boxes
            for (colour, faded), boxes in alike.items()
        }
        self._whole = QRectF()
        for box in self._boxes:
            self._whole = self._whole.united(box)
        self._follow()

    def _follow(self) -> None:
        """Be there where something is out of view, and there is room to show it."""
        viewport = self._viewer.viewport().size()
        width = max(_SMALLEST, min(_LARGEST, viewport.width() // 7))
        self.resize(width, round(width * 0.63))
        room = viewport.width() > 3 * self.width() and viewport.height() > 3 * self.height()
        shown = self._viewer.shown.adjusted(-1, -1, 1, 1)
        wanted = self.allowed and room and bool(self._boxes) and not shown.contains(self._whole)
        if wanted and not (self.isVisible() and self.underMouse()):
            self.move(self._free_corner())
        self.setVisible(wanted)
        self.update()

    def _free_corner(self) -> QPoint:
        """The corner of the view, from the lower right on, where no card is in the way."""
        viewport = self._viewer.viewport().size()
        right = viewport.width() - self.width() - _MARGIN
        bottom = viewport.height() - self.height() - _MARGIN
        corners = [QPoint(x, y) for y in (bottom, _MARGIN) for x in (right, _MARGIN)]
        zoom = self._viewer.zoom
        for corner in corners:
            place = self._viewer.to_scene(QPointF(corner))
            area = QRectF(place, self.size().toSizeF() / zoom)
            if not any(map(area.intersects, self._boxes)):
                return corner
        return corners[0]

    def _area(self) -> QRectF:
        """The part of the canvas that the map covers."""
        return self._viewer.shown.united(self._whole)

    def _scale(self, area: QRectF) -> float:
        """Pixels of the map for one unit of the canvas."""
        return min((self.width() - 16) / area.width(), (self.height() - 16) / area.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the map."""
        painter = QPainter(self)
        painter.setOpacity(1.0 if self.underMouse() else _QUIET)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.LINE, 1))
        painter.setBrush(theme.faded(theme.PANEL, 0.92))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        area = self._area()
        scale = self._scale(area)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(scale, scale)
        painter.translate(-area.center())
        painter.setPen(Qt.PenStyle.NoPen)
        for shade, boxes in self._groups.items():
            painter.setBrush(QColor.fromRgba(shade))
            painter.drawRects(boxes)
        painter.setPen(QPen(theme.faded(theme.ACCENT, 0.8), 1.2 / scale))
        painter.setBrush(theme.faded(theme.ACCENT, 0.09))
        painter.drawRoundedRect(self._viewer.shown, 3 / scale, 3 / scale)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Become clear under the mouse."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Step back again, and out of the way."""
        self.settle()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place that was clicked."""
        area = self._area()
        middle = QPointF(self.width() / 2, self.height() / 2)
        self._viewer.centre(area.center() + (event.position() - middle) / self._scale(area))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while it is held."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.mousePressEvent(event)
