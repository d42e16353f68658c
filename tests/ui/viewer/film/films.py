"""Videos whose frames can be told apart, for a viewer."""

from __future__ import annotations

import torch
from PySide6.QtGui import QColor, QImage

from app.sdk import Video
from app.ui.viewer.known_picture import KnownPicture

STEP = 10


def video(count: int = 6, rate: float = 50.0, side: int = 16) -> Video:
    """Frame n is a grey of 10 n."""
    shades = torch.arange(count).reshape(-1, 1, 1, 1) * STEP / 255
    return Video(shades.expand(-1, 3, side, side).contiguous(), rate)


def known(name: str = "film", count: int = 6, rate: float = 50.0) -> KnownPicture:
    """The first frame of such a video, as the gallery brings it."""
    image = QImage(16, 16, QImage.Format.Format_RGB888)
    image.fill(QColor(0, 0, 0))
    return KnownPicture(image, "Film", "node", name, 0, count, rate=rate)


def frame_of(image: QImage) -> int:
    """Which frame is seen."""
    return round(image.pixelColor(0, 0).red() / STEP)
