"""The head of a GGUF file: its notes and shapes of tensors (ggml-org/ggml, docs/gguf.md)."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

from app.sdk.weight_heads import (
    LARGEST_HEAD,
    MOST_DIMENSIONS,
    MOST_TENSORS,
    WeightHead,
    checked_name,
    checked_shape,
)

_MAGIC = b"GGUF"
_VERSIONS = (2, 3)
_MOST_NOTES = 10_000
_LONGEST_NOTE = 2**20
_TEXT, _LIST = 8, 9
_NUMBERS = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
"""Bytes of a number or flag, by the kind that stands before it."""


def read_gguf_head(path: Path) -> WeightHead:
    """The head of a GGUF file; raises ValueError, struct.error and OSError.

    Shapes are turned into the order that PyTorch uses: GGUF names the innermost side first.
    """
    with path.open("rb") as file:
        size = path.stat().st_size
        reader = _Reader(file)
        if reader.take(4) != _MAGIC or reader.number("<I") not in _VERSIONS:
            raise ValueError("it is not GGUF of version 2 or 3")
        tensors, notes = reader.number("<Q"), reader.number("<Q")
        if tensors > MOST_TENSORS or notes > _MOST_NOTES:
            raise ValueError("its head cannot be as long as it says")
        noted = dict(filter(None, (_note(reader) for _ in range(notes))))
        return WeightHead(dict(_tensor(reader) for _ in range(tensors)), noted, size)


class _Reader:
    """Takes bytes from a file, up to the most that a head may have."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._left = LARGEST_HEAD

    def take(self, count: int) -> bytes:
        """The next bytes, all of them."""
        self._left -= count
        if self._left < 0:
            raise ValueError("its head cannot be as long as it says")
        taken = self._file.read(count)
        if len(taken) < count:
            raise ValueError("it is cut off")
        return taken

    def number(self, form: str) -> int:
        """The next number."""
        return int(struct.unpack(form, self.take(struct.calcsize(form)))[0])

    def text(self) -> str:
        """The next text."""
        return self.take(self.number("<Q")).decode("utf-8", "replace")


def _note(reader: _Reader) -> tuple[str, str] | None:
    """The next note where it is a text; others are passed over."""
    name = checked_name(reader.text())
    kind = reader.number("<I")
    if kind == _TEXT:
        text = reader.text()
        return (name, text) if len(text) <= _LONGEST_NOTE else None
    if kind == _LIST:
        inner, count = reader.number("<I"), reader.number("<Q")
        for _ in range(count if inner == _TEXT else 0):
            reader.text()
        if inner != _TEXT:
            reader.take(_NUMBERS[inner] * count)
        return None
    reader.take(_NUMBERS[kind])
    return None


def _tensor(reader: _Reader) -> tuple[str, tuple[int, ...]]:
    name = checked_name(reader.text())
    sides = reader.number("<I")
    if sides > MOST_DIMENSIONS:
        raise ValueError("a tensor in it has no shape")
    shape = [reader.number("<Q") for _ in range(sides)]
    reader.take(12)  # the kind of its numbers, and where they lie
    return name, checked_shape(shape[::-1])
