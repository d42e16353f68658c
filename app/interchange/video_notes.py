"""The graph that made a video, in the file of the video.

MP4 and WebM: as the comment that players show, MP4 in ``moov/udta/meta/ilst/©cmt``, WebM in a tag
``COMMENT`` (ISO/IEC 14496-12 with the metadata of QuickTime; RFC 9559, Matroska). GIF: as its
comment. WebP: as in pictures, inside the XMP. The mark of generated media: MP4, GIF and WebP as
XMP, WebM in tags of its names. Files are only read, and only where they say that such text lies:
frames are never decoded.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Literal

from app.interchange.embedding import Embedding, embed
from app.interchange.xmp import in_gif, in_mp4, packet

LARGEST_GRAPH = 64 * 2**20
"""Bytes of the largest graph that is read out of a video."""

_LARGEST_ID, _LARGEST_SIZE = 4, 8
_SEGMENT, _TAGS, _TAG, _SIMPLE_TAG = 0x18538067, 0x1254C367, 0x7373, 0x67C8
_NAME, _STRING = 0x45A3, 0x4487
_WITHIN_MP4 = (b"moov", b"udta", b"meta", b"ilst", b"\xa9cmt")

Span = tuple[int, int]
"""Where something lies in a file: from, to."""


def animation_note(
    graph: str, format: Literal["WebP", "GIF"], width: int, height: int
) -> dict[str, Any]:
    """Pillow's options that put a graph, or nothing where it is empty, into an animation."""
    return animation_options(embed(graph), format, width, height) if graph else {}


def animation_options(
    inside: Embedding, format: Literal["WebP", "GIF"], width: int, height: int
) -> dict[str, Any]:
    """Pillow's options that put what a picture carries into an animation, as far as they can."""
    if format == "WebP":
        return inside.options("WebP", 0, width, height)
    return {"comment": inside.graph.encode()} if inside.graph else {}


def film_tags(inside: Embedding, format: Literal["MP4", "WebM"]) -> dict[str, str]:
    """What a video carries, as tags of its container."""
    tags = {"comment": inside.graph}
    if format == "WebM":
        tags |= {name.partition(":")[2]: text for name, text in inside.note.items()}
    return {name: text for name, text in tags.items() if text}


def with_mark(content: bytes, format: str, inside: Embedding) -> bytes:
    """The bytes of a video with the mark, in formats into which no library writes it."""
    writing = {"MP4": in_mp4, "GIF": in_gif}.get(format)
    if writing is None or not any(inside.note.values()):
        return content
    return writing(content, packet(inside.note))


def read_comment(path: Path) -> bytes | None:
    """The comment in an MP4 or WebM file; None where there is none, or the file is broken."""
    reader = {".mp4": _mp4_comment, ".webm": _webm_comment}.get(path.suffix.lower())
    if reader is None:
        return None
    try:
        with path.open("rb") as file:
            return reader(file, path.stat().st_size)
    except OSError:
        return None


def _read(file: BinaryIO, span: Span) -> bytes | None:
    """What lies there; None where it is larger than any graph, or cut off."""
    first, end = span
    if end - first > LARGEST_GRAPH:
        return None
    file.seek(first)
    content = file.read(end - first)
    return content if len(content) == end - first else None


def _mp4_comment(file: BinaryIO, size: int) -> bytes | None:
    span = (0, size)
    for name in _WITHIN_MP4:
        found = next((inner for kind, inner in _boxes(file, span) if kind == name), None)
        if found is None:
            return None
        # A meta box begins with a version before its boxes.
        span = (found[0] + 4, found[1]) if name == b"meta" else found
    for kind, inner in _boxes(file, span):
        if kind == b"data":
            return _read(file, (inner[0] + 8, inner[1]))  # behind type and locale
    return None


def _boxes(file: BinaryIO, span: Span) -> Iterator[tuple[bytes, Span]]:
    """The boxes of an MP4 file in a part of it: their kinds, and where their contents lie."""
    place, end = span
    while place + 8 <= end:
        file.seek(place)
        head = file.read(16)
        size, first = int.from_bytes(head[:4]), place + 8
        if size == 1:
            size, first = int.from_bytes(head[8:16]), place + 16
        elif size == 0:
            size = end - place
        if size < first - place or place + size > end:
            return
        yield head[4:8], (first, place + size)
        place += size


def _webm_comment(file: BinaryIO, size: int) -> bytes | None:
    for segment in _inside(file, (0, size), _SEGMENT):
        for tags in _inside(file, segment, _TAGS):
            for tag in _inside(file, tags, _TAG):
                for simple in _inside(file, tag, _SIMPLE_TAG):
                    parts = dict(_elements(file, simple))
                    name = _read(file, parts[_NAME]) if _NAME in parts else None
                    if name == b"COMMENT" and _STRING in parts:
                        return _read(file, parts[_STRING])
    return None


def _inside(file: BinaryIO, span: Span, wanted: int) -> Iterator[Span]:
    """Where the elements of one kind lie."""
    return (inner for kind, inner in _elements(file, span) if kind == wanted)


def _elements(file: BinaryIO, span: Span) -> Iterator[tuple[int, Span]]:
    """The elements of a Matroska file in a part of it: their ids, and where their contents lie."""
    place, end = span
    while place < end:
        file.seek(place)
        head = file.read(_LARGEST_ID + _LARGEST_SIZE)
        length = _length(head, 0)
        long = _length(head, length)
        if not 0 < length <= _LARGEST_ID or not 0 < long <= _LARGEST_SIZE:
            return
        id = int.from_bytes(head[:length])
        every = (1 << 7 * long) - 1
        size = int.from_bytes(head[length : length + long]) & every
        first = place + length + long
        last = end if size == every else first + size  # all bits set: as far as there is anything
        if last > end:
            return
        yield id, (first, last)
        place = last


def _length(head: bytes, at: int) -> int:
    """How many bytes a number of variable length has that begins there; 0 where there is none."""
    return 9 - head[at].bit_length() if at < len(head) else 0
