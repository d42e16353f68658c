"""The whole graph in a corner: shows where one is, and goes where one clicks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui import theme
from app.ui.canvas.projection import Projection
from app.ui.canvas.viewer import Viewer

_MARGIN = 12
_SMALLEST, _LARGEST = 120, 190


class Minimap(QWidget):
    """A small drawing of all cards and of the part that is shown."""

    def __init__(self, viewer: Viewer, projection: Projection) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self._projection = projection
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("Click to go there")
        viewer.view_changed.connect(self.settle)

    def settle(self) -> None:
        """Stay in the lower right corner; hide where there is nothing to find or no room."""
        viewport = self._viewer.viewport().size()
        width = max(_SMALLEST, min(_LARGEST, viewport.width() // 7))
        self.resize(width, round(width * 0.63))
        room = viewport.width() > 3 * self.width() and viewport.height() > 3 * self.height()
        self.setVisible(room and bool(self._projection.cards))
        self.move(
            viewport.width() - self.width() - _MARGIN, viewport.height() - self.height() - _MARGIN
        )
        self.update()

    def _area(self) -> QRectF:
        """The part of the canvas that the map covers."""
        area = self._viewer.shown
        for card in self._projection.cards.values():
            area = area.united(card.mapRectToScene(card.layout.card))
        return area

    def _scale(self, area: QRectF) -> float:
        """Pixels of the map for one unit of the canvas."""
        return min((self.width() - 16) / area.width(), (self.height() - 16) / area.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the map."""
        painter = QPainter(self)
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
        for card in self._projection.cards.values():
            painter.setBrush(theme.faded(card.face.colour, 0.45 if card.face.faded else 0.95))
            box = card.mapRectToScene(card.layout.card)
            painter.drawRoundedRect(box, 2 / scale, 2 / scale)
        painter.setPen(QPen(theme.faded(theme.ACCENT, 0.8), 1.2 / scale))
        painter.setBrush(theme.faded(theme.ACCENT, 0.09))
        painter.drawRoundedRect(self._viewer.shown, 3 / scale, 3 / scale)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place that was clicked."""
        area = self._area()
        middle = QPointF(self.width() / 2, self.height() / 2)
        self._viewer.centre(area.center() + (event.position() - middle) / self._scale(area))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while it is held."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.mousePressEvent(event)
