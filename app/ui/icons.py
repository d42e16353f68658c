"""The program's icons: line drawings that take the colour of the text beside them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.places import RESOURCES

_SIDE = 48
_FADED = 0.35


def icon(name: str, colour: str = "") -> QIcon:
    """The icon of that name, in ``colour`` (#rrggbb) or that of button text; faded if disabled."""
    if not colour:
        colour = QGuiApplication.palette().color(QPalette.ColorRole.ButtonText).name()
    return _tinted(name, colour)


@cache
def _tinted(name: str, colour: str) -> QIcon:
    made = QIcon()
    made.addPixmap(drawing(name, colour, _SIDE))
    made.addPixmap(drawing(name, colour, _SIDE, _FADED), QIcon.Mode.Disabled)
    return made


def drawing(name: str, colour: str, side: int, opacity: float = 1.0) -> QPixmap:
    """The icon as a square picture of ``side`` pixels; blank where its file is missing."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    path = RESOURCES / "icons" / f"{name}.svg"
    if not path.is_file():
        return pixmap
    text = path.read_text(encoding="utf-8").replace("currentColor", colour)
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap
