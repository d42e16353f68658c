"""Pictures as small as a card needs them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

_LARGEST = 384


def small(image: QImage) -> QImage:
    """The image, no larger than a preview needs to be."""
    if max(image.width(), image.height()) <= _LARGEST:
        return image
    return image.scaled(
        _LARGEST,
        _LARGEST,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
