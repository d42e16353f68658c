"""Gets the graph back out of a picture or a video that was saved with it."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from pathlib import Path

from PIL import Image as Pillow

from app.interchange.embedding import GRAPH_KEY
from app.interchange.video_notes import read_comment

LARGEST_GRAPH = 64 * 2**20
"""Bytes of the largest graph that is read out of a picture."""

_PACKED = re.compile(rb'loom:Graph="([A-Za-z0-9+/=]*)"')


def read_graph(path: Path) -> str | None:
    """The text of the graph in a PNG, JPEG, WebP, GIF, MP4 or WebM file; None where there is none.

    Only reads: the text is as untrusted as any graph file, and the pixels are not decoded.
    """
    if not path.is_file():
        return None
    comment = read_comment(path)
    if comment is not None:
        return _as_graph(comment)
    try:
        with Pillow.open(path, formats=("PNG", "JPEG", "WEBP", "GIF")) as picture:
            text, xmp = picture.info.get(GRAPH_KEY), picture.info.get("xmp", b"")
            note = picture.info.get("comment") if picture.format == "GIF" else None
    except Exception:  # a decoder fails in many ways; a broken picture holds no graph
        return None
    if isinstance(text, str) and len(text) <= LARGEST_GRAPH:
        return str(text)
    if isinstance(note, bytes):
        return _as_graph(note)
    found = _PACKED.search(xmp if isinstance(xmp, bytes) else b"")
    return _unpacked(found[1]) if found else None


def _as_graph(note: bytes) -> str | None:
    """A comment as text; None where it cannot be a graph."""
    try:
        text = note.decode() if len(note) <= LARGEST_GRAPH else ""
    except UnicodeDecodeError:
        return None
    return text if text.lstrip().startswith("{") else None


def _unpacked(packed: bytes) -> str | None:
    """The text that was packed; None where it is broken or unreasonably large."""
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(base64.b64decode(packed), LARGEST_GRAPH)
        return content.decode() if unpacking.eof else None
    except (binascii.Error, zlib.error, UnicodeDecodeError):
        return None
