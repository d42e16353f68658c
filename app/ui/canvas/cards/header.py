"""The header of a card: its colour, its state, its title, its badge and how far it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen

from app.ui import theme
from app.ui.canvas.cards.face import Face
from app.ui.canvas.cards.fields import LEFT
from app.ui.canvas.cards.layout import HEADER, RADIUS, Layout
from app.ui.canvas.cards.signs import paint_sign, paint_stack
from app.ui.canvas.cards.text import shortened, text_width


def paint_header(painter: QPainter, face: Face, layout: Layout) -> None:
    """Colour, state, title, badge and progress."""
    tint = QLinearGradient(0, 0, layout.width, 0)
    tint.setColorAt(0, theme.faded(face.colour, 0.95))
    tint.setColorAt(1, theme.faded(face.colour, 0.38))
    light = QLinearGradient(0, 0, 0, HEADER)
    light.setColorAt(0, QColor(255, 255, 255, 34))
    light.setColorAt(0.6, QColor(255, 255, 255, 0))
    band = _band(layout)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(band, QBrush(tint))
    painter.fillPath(band, QBrush(light))
    if layout.height > HEADER:
        painter.fillRect(QRectF(0, HEADER - 1, layout.width, 1), theme.faded(theme.SHADOW, 0.24))
    progress = face.look.progress
    if progress is not None:
        _progress(painter, layout.width, progress)
    paint_sign(painter, face.sign, QPointF(16, HEADER / 2), progress)
    left = 29.0
    if face.content.is_subgraph:
        paint_stack(painter, QPointF(left + 6, HEADER / 2), theme.TEXT)
        left += 19
    room = layout.width - left - 11 - _badge(painter, face, layout.width)
    bold = theme.font(13, bold=True)
    painter.setFont(bold)
    painter.setPen(theme.TEXT)
    title = shortened(face.content.title, bold, room)
    painter.drawText(QRectF(left, 0, room + 2, HEADER), LEFT, title)


def _band(layout: Layout) -> QPainterPath:
    """The header's shape: round above, and below too where there is nothing else."""
    card = layout.card
    path = QPainterPath()
    if card.height() <= HEADER:
        path.addRoundedRect(card, RADIUS, RADIUS)
        return path
    path.moveTo(0, HEADER)
    path.lineTo(0, RADIUS)
    path.arcTo(0, 0, 2 * RADIUS, 2 * RADIUS, 180, -90)
    path.lineTo(card.width() - RADIUS, 0)
    path.arcTo(card.width() - 2 * RADIUS, 0, 2 * RADIUS, 2 * RADIUS, 90, -90)
    path.lineTo(card.width(), HEADER)
    path.closeSubpath()
    return path


def _progress(painter: QPainter, width: float, progress: float) -> None:
    """The bar along the header's lower edge."""
    painter.fillRect(QRectF(0, HEADER - 1, width, 4), theme.FIELD)
    tint = QLinearGradient(0, 0, width, 0)
    tint.setColorAt(0, theme.GOOD)
    tint.setColorAt(1, theme.BUSY)
    painter.fillRect(QRectF(0, HEADER - 1, width * progress, 4), QBrush(tint))


def _badge(painter: QPainter, face: Face, width: float) -> float:
    """The badge; answers how much room it takes."""
    badge = face.badge
    if badge is None:
        return 0.0
    text, colour = badge
    small = theme.font(10, bold=True)
    length = text_width(text, small) + 16
    box = QRectF(width - length - 9, (HEADER - 17) / 2, length, 17)
    painter.setPen(QPen(theme.faded(colour, 0.7), 1))
    painter.setBrush(theme.faded(theme.BACKDROP, 0.78))
    painter.drawRoundedRect(box, 8.5, 8.5)
    painter.setFont(small)
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return length + 10
