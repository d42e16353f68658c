"""A mask as it is seen over a picture: one colour, as dense as the mask is bright."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.ui.masks.text import GREY

_MODE = QPainter.CompositionMode


class MaskOverlay:
    """Keeps the coloured picture of a mask; only what changed is coloured anew."""

    def __init__(self) -> None:
        self._image = QImage()

    def refresh(self, mask: QImage, colour: QColor, area: QRect | None = None) -> None:
        """Follow the mask, or only its part ``area``."""
        if self._image.size() != mask.size():
            self._image = QImage(mask.size(), QImage.Format.Format_ARGB32_Premultiplied)
            area = None
        part = mask.rect() if area is None else area.intersected(mask.rect())
        if part.isEmpty():
            return
        dense = _as_density(mask.copy(part))
        painter = QPainter(self._image)
        painter.setCompositionMode(_MODE.CompositionMode_Source)
        painter.fillRect(part, colour)
        painter.setCompositionMode(_MODE.CompositionMode_DestinationIn)
        painter.drawImage(part.topLeft(), dense)
        painter.end()

    def paint(self, painter: QPainter, area: QRectF, opacity: float) -> None:
        """Draw it over a picture that lies in ``area``."""
        painter.save()
        painter.setOpacity(opacity)
        painter.drawImage(area, self._image)
        painter.restore()


def feathered(mask: QImage, radius: float) -> QImage:
    """The mask with soft borders, as the node that holds it makes them."""
    if radius <= 0:
        return mask
    from PIL import Image as Pillow  # not needed to show the window
    from PIL import ImageFilter

    size, stride = (mask.width(), mask.height()), mask.bytesPerLine()
    grey = Pillow.frombuffer("L", size, bytes(mask.constBits()), "raw", "L", stride, 1)
    soft = grey.filter(ImageFilter.GaussianBlur(radius)).tobytes()
    return QImage(soft, mask.width(), mask.height(), mask.width(), GREY).copy()


def _as_density(mask: QImage) -> QImage:
    """Grey pixels taken as opacity."""
    width, height, stride = mask.width(), mask.height(), mask.bytesPerLine()
    density = QImage(mask.constBits(), width, height, stride, QImage.Format.Format_Alpha8)
    return density.copy()
