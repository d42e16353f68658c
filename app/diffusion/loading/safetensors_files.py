"""The safetensors format: where each tensor lies in a file, and reading one without mapping it.

Format: github.com/huggingface/safetensors, README: 8 bytes of length, a head in JSON, and the
bytes of all tensors without gaps. The library maps the whole file, which a system refuses for a
file larger than its memory, and which ends the program when the file's drive goes away.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import torch
from torch import Tensor

from app.diffusion.loading.refusals import DamagedWeights
from app.graph.phrases import Phrase
from app.sdk.weight_heads import UnreadableHead, read_head

_TYPES = {
    "F64": torch.float64,
    "F32": torch.float32,
    "F16": torch.float16,
    "BF16": torch.bfloat16,
    "F8_E4M3": torch.float8_e4m3fn,
    "F8_E5M2": torch.float8_e5m2,
    "I64": torch.int64,
    "I32": torch.int32,
    "I16": torch.int16,
    "I8": torch.int8,
    "U8": torch.uint8,
    "BOOL": torch.bool,
}


@dataclass(frozen=True)
class Place:
    """Where a tensor lies: its first byte in the file, and what its bytes mean."""

    start: int
    shape: tuple[int, ...]
    dtype: torch.dtype

    @property
    def size(self) -> int:
        """How many bytes it takes."""
        return math.prod(self.shape) * self.dtype.itemsize


def places_in(file: Path) -> dict[str, Place]:
    """Where each tensor of ``file`` lies, by its name; nothing but the head is read.

    Raises DamagedWeights for a head that is none, and where tensors overlap, leave gaps, or have
    more or fewer bytes than their shapes need.
    """
    try:
        shapes, size = read_head(file).shapes, file.stat().st_size
    except UnreadableHead as error:
        raise DamagedWeights(file=file, problem=error.message.fields["problem"]) from error
    if not shapes:
        raise DamagedWeights(file=file, problem=Phrase("it holds no tensors"))
    with file.open("rb") as opened:
        (length,) = struct.unpack("<Q", opened.read(8))
        entries: Mapping[str, Any] = json.loads(opened.read(length))
    first = 8 + length
    places, end = {}, first
    for name in sorted(shapes, key=lambda name: (*entries[name]["data_offsets"], name)):
        entry = entries[name]
        if entry.get("dtype") not in _TYPES:
            raise DamagedWeights(file=file, problem=Phrase("it holds numbers of an unknown type"))
        place = Place(first + entry["data_offsets"][0], shapes[name], _TYPES[entry["dtype"]])
        if place.start != end or place.start + place.size != first + entry["data_offsets"][1]:
            raise DamagedWeights(file=file, problem=Phrase("its tensors do not lie side by side"))
        places[name], end = place, place.start + place.size
    if end != size:
        raise DamagedWeights(file=file, problem=Phrase("it is longer than its tensors"))
    return places


def read_tensor(opened: BinaryIO, place: Place) -> Tensor:
    """The tensor at ``place`` of an open file, in memory of its own; raises OSError."""
    if place.size == 0:
        return torch.empty(place.shape, dtype=place.dtype)
    held = torch.empty(place.size, dtype=torch.uint8)
    opened.seek(place.start)
    if opened.readinto(held.numpy()) != place.size:  # type: ignore[attr-defined]
        raise OSError("the file was cut off while it was read")
    return held.view(place.dtype).reshape(place.shape)
