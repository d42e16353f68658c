"""The program's icons: line drawings that take the colour of the text beside them.

An icon is drawn when it is needed, as large as it is needed and in the colours of that moment: it
is sharp on every screen, and another theme needs no other icons.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.places import RESOURCES
from app.ui import theme

_FADED = 0.35
_copies: list[QIconEngine] = []
"""What Qt copied for itself: Python must not throw it away before Qt does."""


def icon(name: str, colour: QColor | str = "") -> QIcon:
    """The icon of that name in ``colour``, or in that of text; faded where it is disabled.

    It is null where there is no drawing of that name.

    A colour of the theme, such as ``theme.ACCENT``, changes along with the theme.
    """
    if not _svg(name):
        return QIcon()
    if isinstance(colour, str):
        return _icon_in(name, colour)
    return QIcon(_Engine(name, colour))


@cache
def _icon_in(name: str, colour: str) -> QIcon:
    return QIcon(_Engine(name, QColor(colour) if colour else theme.TEXT))


class _Engine(QIconEngine):
    """Draws one icon at any size."""

    def __init__(self, name: str, colour: QColor) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon in the middle of ``rect``."""
        scale = painter.device().devicePixelRatio() if painter.device() else 1.0
        picture = QPixmap(self._picture(rect.size() * scale, mode))
        picture.setDevicePixelRatio(scale)
        size = picture.deviceIndependentSize()
        corner = QPointF(
            rect.x() + (rect.width() - size.width()) / 2,
            rect.y() + (rect.height() - size.height()) / 2,
        )
        painter.drawPixmap(corner, picture)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon on a picture of that size."""
        return self._picture(size, mode)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """The icon for a screen on which a length of one is ``scale`` pixels."""
        picture = QPixmap(self._picture(size * scale, mode))
        picture.setDevicePixelRatio(scale)
        return picture

    def clone(self) -> QIconEngine:
        """The same again, for Qt."""
        copy = _Engine(self._name, self._colour)
        _copies.append(copy)
        return copy

    def _picture(self, size: QSize, mode: QIcon.Mode) -> QPixmap:
        side = max(1, min(size.width(), size.height()))
        opacity = _FADED if mode == QIcon.Mode.Disabled else 1.0
        return drawing(self._name, self._colour.name(), side, opacity)


@cache
def drawing(name: str, colour: str, side: int, opacity: float = 1.0) -> QPixmap:
    """The icon as a square picture of ``side`` pixels; blank where its file is missing."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    text = _svg(name)
    if not text:
        return pixmap
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)
    renderer = QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


@cache
def _svg(name: str) -> str:
    """The drawing as text; empty where there is none."""
    path = RESOURCES / "icons" / f"{name}.svg"
    return path.read_text(encoding="utf-8") if path.is_file() else ""
