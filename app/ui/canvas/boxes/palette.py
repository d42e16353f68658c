"""The colours that frames, notes and nodes can be given: they are kept in the graph."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from app.ui.words import tr


def choices() -> tuple[tuple[str, str], ...]:
    """Name and colour of each; of middle lightness, so that they suit dark and light themes."""
    return (
        (tr("Red"), "#d65a5a"),
        (tr("Orange"), "#d98443"),
        (tr("Yellow"), "#c9a227"),
        (tr("Green"), "#5a9e54"),
        (tr("Teal"), "#2f9c95"),
        (tr("Blue"), "#4a86d8"),
        (tr("Violet"), "#8b6fd6"),
        (tr("Pink"), "#c95f9e"),
        (tr("Grey"), "#7c8698"),
    )


def swatch(colour: str) -> QIcon:
    """A patch of a colour for a menu."""
    picture = _empty()
    with QPainter(picture) as painter:
        _prepare(painter)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(3, 3, 26, 26), 7, 7)
    return QIcon(picture)


def wheel() -> QIcon:
    """A disc of many colours: there is a choice, and none was made."""
    picture, colours = _empty(), [colour for _, colour in choices()[:-1]]
    part = 360 * 16 // len(colours)
    with QPainter(picture) as painter:
        _prepare(painter)
        for place, colour in enumerate(colours):
            painter.setBrush(QColor(colour))
            painter.drawPie(QRectF(3, 3, 26, 26), place * part, part)
    return QIcon(picture)


def _empty() -> QPixmap:
    picture = QPixmap(32, 32)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _prepare(painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
