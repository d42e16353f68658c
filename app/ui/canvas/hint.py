"""What an empty canvas says."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui import theme
from app.ui.canvas.viewer import Viewer
from app.ui.words import tr


class Hint(QWidget):
    """Two quiet lines in the middle of the canvas; the mouse goes through them."""

    def __init__(self, viewer: Viewer) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        viewer.view_changed.connect(self._settle)

    def _settle(self) -> None:
        """Cover the viewport."""
        self.setGeometry(self._viewer.viewport().geometry())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the lines."""
        painter = QPainter(self)
        middle = self.height() // 2
        painter.setFont(theme.font(18, bold=True))
        painter.setPen(theme.faded(theme.TEXT, 0.75))
        centre = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRect(0, middle - 34, self.width(), 30), centre, tr("Nothing here yet"))
        painter.setFont(theme.font(13))
        painter.setPen(theme.DIM)
        line = tr("Press Tab, or double-click, to add a node")
        painter.drawText(QRect(0, middle, self.width(), 24), centre, line)
