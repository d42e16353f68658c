"""A picture of the screen as the bytes of a file, with the graph that made it inside."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QIODevice, QSaveFile
from PySide6.QtGui import QImage

from app.graph.errors import LoomError
from app.graph.phrases import Phrase

if TYPE_CHECKING:
    from app.interchange.embedding import Embedding

Format = Literal["PNG", "JPEG", "WebP"]

FORMATS: dict[str, Format] = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WebP"}
"""File endings and what is written under them."""

_QUALITY = 92
_OPTIONS: dict[Format, dict[str, Any]] = {
    "PNG": {},
    "JPEG": {"quality": _QUALITY, "subsampling": 0},
    "WebP": {"quality": _QUALITY},
}


class PictureNotSaved(LoomError):
    """The system or the format refuses."""

    english = "{path} cannot be written ({problem}): choose another folder or another format."


def encode(
    image: QImage, format: Format, graph: str | Embedding, index: int = 0, **options: Any
) -> bytes:
    """The bytes of a file; ``graph`` goes inside, as far as the format takes it."""
    from PIL import Image as Pillow  # not needed to show the window

    from app.interchange.embedding import embed

    has_alpha = image.hasAlphaChannel() and format != "JPEG"
    wanted = QImage.Format.Format_RGBA8888 if has_alpha else QImage.Format.Format_RGB888
    plain = image.convertToFormat(wanted)
    mode = "RGBA" if has_alpha else "RGB"
    size, stride = (plain.width(), plain.height()), plain.bytesPerLine()
    pixels = Pillow.frombuffer(mode, size, bytes(plain.constBits()), "raw", mode, stride, 1)
    carried = embed(graph) if isinstance(graph, str) else graph
    inside = carried.options(format, index, *size) if graph else {}
    written = BytesIO()
    pixels.save(written, format, **{**_OPTIONS[format], **options}, **inside)
    return written.getvalue()


def write_picture(path: Path, image: QImage, graph: str | Embedding, index: int = 0) -> None:
    """Write a picture in the format that its ending names, in one piece or not at all.

    Raises PictureNotSaved.
    """
    format = FORMATS.get(path.suffix.lower(), "PNG")
    if image.isNull():
        raise PictureNotSaved(path=path, problem=Phrase("the picture is empty"))
    try:
        content = encode(image, format, graph, index)
    except (OSError, ValueError, SystemError, MemoryError) as error:
        raise PictureNotSaved(path=path, problem=str(error) or type(error).__name__) from error
    write_whole(path, content)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in one piece or not at all; raises PictureNotSaved."""
    file = QSaveFile(str(path))
    whole = (
        file.open(QIODevice.OpenModeFlag.WriteOnly)
        and file.write(content) == len(content)
        and file.commit()
    )
    if not whole:
        raise PictureNotSaved(path=path, problem=file.errorString())
