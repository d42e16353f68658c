"""Gets the graph back out of a picture that was saved with it."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from pathlib import Path

from PIL import Image as Pillow

from app.interchange.embedding import GRAPH_KEY

LARGEST_GRAPH = 64 * 2**20
"""Bytes of the largest graph that is read out of a picture."""

_PACKED = re.compile(rb'loom:Graph="([A-Za-z0-9+/=]*)"')


def read_graph(path: Path) -> str | None:
    """The text of the graph in a PNG, JPEG or WebP file; None where there is none.

    Only reads: the text is as untrusted as any graph file, and the pixels are not decoded.
    """
    if not path.is_file():
        return None
    try:
        with Pillow.open(path, formats=("PNG", "JPEG", "WEBP")) as picture:
            text, xmp = picture.info.get(GRAPH_KEY), picture.info.get("xmp", b"")
    except Exception:  # a decoder fails in many ways; a broken picture holds no graph
        return None
    if isinstance(text, str) and len(text) <= LARGEST_GRAPH:
        return str(text)
    found = _PACKED.search(xmp if isinstance(xmp, bytes) else b"")
    return _unpacked(found[1]) if found else None


def _unpacked(packed: bytes) -> str | None:
    """The text that was packed; None where it is broken or unreasonably large."""
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(base64.b64decode(packed), LARGEST_GRAPH)
        return content.decode() if unpacking.eof else None
    except (binascii.Error, zlib.error, UnicodeDecodeError):
        return None
