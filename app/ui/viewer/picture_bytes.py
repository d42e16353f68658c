"""Pictures as the bytes of a file and back, by Qt alone."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader, QImageWriter


def packed(image: QImage, format: Literal["PNG", "WEBP"], quality: int = -1) -> bytes:
    """The bytes of a file in this format; empty where Qt cannot write it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(format.encode()))
    writer.setQuality(quality)
    return bytes(buffer.data().data()) if writer.write(image) else b""


def unpacked(content: bytes, format: Literal["PNG", ""] = "") -> QImage:
    """The picture in the bytes of a file, of this format if one is named; null where none is."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    return QImageReader(buffer, QByteArray(format.encode())).read()
