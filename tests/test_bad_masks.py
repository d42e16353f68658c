"""Painted masks as text: damaged ones and bombs are refused at once, by the window and the node."""

from __future__ import annotations

import base64
import struct
import time
import zlib

import pytest
from pytestqt.qtbot import QtBot

from app.diffusion.pictures.painted import painted
from app.sdk.errors import NodeError
from app.ui.masks.text import mask_in


def png(width: int, height: int, pixels: bytes = b"") -> str:
    """A grey PNG file as text that claims this size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    parts = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    ]
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"".join(parts)).decode()


def bomb(side: int) -> str:
    """A few kilobytes that become a black square of gigabytes."""
    packing = zlib.compressobj(9)
    rows = [packing.compress(bytes(side + 1)) for _ in range(side)]
    return png(side, side, b"".join(rows) + packing.flush())


MASKS = {
    "no base64": "%%%",
    "no text": "\ud800",
    "megabytes": "A" * 10_000_000,
    "another format": base64.b64encode(b"GIF89a" + bytes(100)).decode(),
    "no pixels": png(64, 64),
    "no size": png(0, 0),
    "absurd size": png(2**31 - 1, 2**31 - 1),
    "bomb": bomb(20_000),
}


@pytest.mark.parametrize("name", MASKS)
def test_a_mask_that_is_none_is_refused_at_once(qtbot: QtBot, name: str) -> None:
    began = time.monotonic()
    image, _ = mask_in(MASKS[name])
    assert image.isNull()
    with pytest.raises(NodeError, match="paint it anew"):
        painted(MASKS[name])
    assert time.monotonic() - began < 5
