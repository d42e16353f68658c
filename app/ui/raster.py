"""Files of pixels as Qt reads them; drawings, which may name other files, are left alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImageReader

from app.places import is_file

_FORMATS = frozenset(
    {b"png", b"jpeg", b"jpg", b"webp", b"gif", b"bmp", b"tiff", b"tif", b"tga", b"ppm", b"pgm"}
)


def raster_reader(path: Path) -> QImageReader | None:
    """A reader of a picture by what is in its file, whatever its name says.

    None for what is no file or of another format: an SVG named ``.png`` could show what lies
    elsewhere on this computer, and a pipe never comes to an end.
    """
    if not is_file(path):
        return None
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    return reader if reader.format().data() in _FORMATS else None
