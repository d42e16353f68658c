"""The corner by which the editor of a long text is made larger."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizeGrip, QWidget

from app.ui import theme
from app.ui.words import tr


class Grip(QSizeGrip):
    """Three strokes in the colours of the theme; the style itself draws nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setToolTip(tr("Drag for more room"))
        self.setFixedSize(16, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strokes across the corner."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.DIM, 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        far = self.width() - 4.0
        for length in (2.0, 5.5, 9.0):
            painter.drawLine(QPointF(far - length, far), QPointF(far, far - length))
