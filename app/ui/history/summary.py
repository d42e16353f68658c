"""What is kept of a result besides its facts: a small picture, its prompt and its seed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app.ui.viewer.picture_bytes import packed

THUMBNAIL = 320
"""Longest side of a small picture that is kept."""

_QUALITY = 82


def packed_thumbnail(image: QImage) -> bytes:
    """A small copy of a picture as a WebP file; as PNG where Qt lacks that format."""
    small = image
    if max(image.width(), image.height()) > THUMBNAIL:
        small = image.scaled(
            THUMBNAIL,
            THUMBNAIL,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return packed(small, "WEBP", _QUALITY) or packed(small, "PNG")


def summary_of(graph: str) -> tuple[str, str]:
    """Prompt and seed of a graph as far as they can be told; each empty otherwise."""
    from app.interchange.recipe import read_origin

    recipe = read_origin(graph).recipe
    if recipe is None:
        return "", ""
    return recipe.prompt, "" if recipe.seed is None else str(recipe.seed)
