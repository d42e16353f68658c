"""One picture as the viewer draws it: its pixels, and smaller copies for small scales."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPixmap


@dataclass(frozen=True, eq=False)
class Layer:
    """A picture and what is written over it."""

    image: QImage
    label: str = ""
    _levels: dict[int, QPixmap] = field(default_factory=dict, repr=False)

    @property
    def size(self) -> QSize:
        """Width and height in its own pixels."""
        return self.image.size()

    def pixmap(self, scale: float) -> QPixmap:
        """The picture to be drawn at ``scale``, halved as often as keeps all its pixels heard.

        Softening alone looks at four pixels for one on the screen: what is much smaller flickers.
        """
        level = max(0, math.floor(math.log2(1 / scale))) if 0 < scale < 1 else 0
        if level not in self._levels:
            self._levels[level] = QPixmap.fromImage(self._halved(level))
        return self._levels[level]

    def colour_at(self, point: QPoint, of: QSize) -> QColor | None:
        """The colour at a pixel of a picture of the size ``of`` that this one is stretched to."""
        if of.isEmpty() or not (0 <= point.x() < of.width() and 0 <= point.y() < of.height()):
            return None
        x = point.x() * self.size.width() // of.width()
        y = point.y() * self.size.height() // of.height()
        return self.image.pixelColor(x, y)

    def _halved(self, level: int) -> QImage:
        if level == 0:
            return self.image
        return self.image.scaled(
            max(1, self.size.width() >> level),
            max(1, self.size.height() >> level),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
