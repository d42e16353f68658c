"""PNG files without their texts, which Pillow refuses to open where these unpack to too much."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt", b"iCCP"})
"""Chunks beside the pixels that may be large once they are unpacked (PNG, third edition, 11.3)."""


def without_texts(path: Path) -> BytesIO | None:
    """The same picture with all that is needed for its pixels; None where the file is no PNG.

    Nothing is unpacked. What follows a chunk that is cut off is left out. Raises OSError.
    """
    kept = BytesIO()
    with path.open("rb") as file:
        if file.read(len(_SIGNATURE)) != _SIGNATURE:
            return None
        kept.write(_SIGNATURE)
        while len(head := file.read(8)) == 8:
            content = file.read(int.from_bytes(head[:4]) + 4)  # with the checksum behind it
            if head[4:] not in _TEXTS:
                kept.write(head + content)
    kept.seek(0)
    return kept
