"""Writes safetensors: 8 bytes of length, a head in JSON, then the bytes of all tensors."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import Any, BinaryIO

from app.models.conversion.archive import Saved, pieces_of
from app.models.conversion.tensors import Tensor

_ALIGNED = 8
_GROWTH, _SPARE = 4, 2**20
"""How much more than the pickle its weights may take, as some tensors share their numbers."""


def largest_result(size: int) -> int:
    """The most bytes that the weights of a pickle of this ``size`` may take."""
    return size * _GROWTH + _SPARE


def write(tensors: Mapping[str, Tensor], saved: Saved, file: BinaryIO, most: int) -> None:
    """Write all tensors; raises ValueError for more than ``most`` bytes, and OSError."""
    # Those of wide numbers first, so that each lies at a multiple of the bytes of one number.
    ordered = sorted(tensors.items(), key=lambda each: (-each[1].type.bytes, each[0]))
    head, size = _head(ordered)
    if len(head) + size > most:
        raise ValueError("its tensors are larger than the file")
    file.write(struct.pack("<Q", len(head)) + head)
    for _, tensor in ordered:
        for piece in pieces_of(tensor, saved):
            file.write(piece)
    file.flush()


def _head(ordered: list[tuple[str, Tensor]]) -> tuple[bytes, int]:
    """The head, and the bytes of all tensors."""
    head: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    end = 0
    for name, tensor in ordered:
        begin, end = end, end + tensor.size
        entry = {"dtype": tensor.type.name, "shape": list(tensor.shape)}
        head[name] = {**entry, "data_offsets": [begin, end]}
    text = json.dumps(head, separators=(",", ":")).encode()
    return text.ljust(-(-len(text) // _ALIGNED) * _ALIGNED), end
