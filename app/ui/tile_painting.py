"""What tiles with pictures have in common: the ground beneath them, and pictures cut to squares."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.ui import theme

ROUND = 6.0


def paint_ground(
    painter: QPainter,
    option: QStyleOptionViewItem,
    box: QRectF,
    border: float = 1.5,
    rounding: float = ROUND,
) -> None:
    """Show that a tile is selected, or that the mouse is over it; nothing else of others."""
    state: QStyle.StateFlag = option.state
    painter.setPen(Qt.PenStyle.NoPen)
    if state & QStyle.StateFlag.State_Selected:
        painter.setPen(QPen(theme.ACCENT, border))
        painter.setBrush(theme.faded(theme.ACCENT, 0.16))
        painter.drawRoundedRect(box, rounding, rounding)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(theme.HOVER)
        painter.drawRoundedRect(box, rounding, rounding)


def paint_square(painter: QPainter, pixmap: QPixmap | None, square: QRectF) -> None:
    """The middle of a picture, cut to a square; plain ground where there is none."""
    path = QPainterPath()
    path.addRoundedRect(square, ROUND, ROUND)
    if pixmap is None or pixmap.isNull():
        painter.fillPath(path, theme.CARD)
        return
    side = min(pixmap.width(), pixmap.height())
    corner = QPointF((pixmap.width() - side) / 2, (pixmap.height() - side) / 2)
    painter.save()
    painter.setClipPath(path)
    painter.drawPixmap(square, pixmap, QRectF(corner.x(), corner.y(), side, side))
    painter.restore()
