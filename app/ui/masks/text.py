"""Painted masks as text, so that a graph file carries them whole: grey PNG pictures in base64."""

from __future__ import annotations

import base64
import binascii

from PySide6.QtGui import QImage

from app.ui.viewer.picture_bytes import packed, unpacked

GREY = QImage.Format.Format_Grayscale8

_OVER = "over"
_SMALLEST = 0
"""Qt's quality of a PNG file: none is lost, but the lowest takes the fewest bytes."""


def text_of(mask: QImage, over: str = "") -> str:
    """A mask as text; ``over`` is the fingerprint of the picture that it was painted on."""
    kept = mask.convertToFormat(GREY)
    if over:
        kept.setText(_OVER, over)
    return base64.b64encode(packed(kept, "PNG", _SMALLEST)).decode()


def mask_in(text: str) -> tuple[QImage, str]:
    """The mask in a text, and what it was painted on; a null picture where there is none."""
    try:
        content = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return QImage(), ""
    image = unpacked(content, "PNG")
    return (image.convertToFormat(GREY), image.text(_OVER)) if not image.isNull() else (image, "")
