"""What stands at the head of a weight file: the names, sizes and notes, without any weights.

Only the head is read, and nothing in it is believed before it was checked: such files come from
anywhere. Layouts: the safetensors format (8 bytes of length, then JSON) and GGUF version 2 and 3
(ggml-org/ggml, docs/gguf.md).
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.sdk.errors import NodeError

LARGEST_HEAD = 64 * 2**20
"""Bytes; the head of the largest model there is takes a few megabytes."""

MOST_TENSORS = 200_000
MOST_DIMENSIONS = 8
_LONGEST_NAME = 1024
_LENGTH = struct.Struct("<Q")
SUFFIXES = (".safetensors", ".gguf")
_ZIP, _MARK = b"PK\x03\x04", 0x80
_NEWEST_PROTOCOL = 5


class UnreadableHead(NodeError):
    """A weight file is cut off, or not what its ending says."""

    english = "{file} is damaged or no weight file ({problem}): download or copy it again."


@dataclass(frozen=True)
class WeightHead:
    """Shapes of the tensors by their names, and the texts that the maker of the file noted.

    ``size`` is that of the file, in bytes.
    """

    shapes: Mapping[str, tuple[int, ...]]
    notes: Mapping[str, str] = field(default_factory=dict)
    size: int = 0


def read_head(path: Path, suffix: str = "") -> WeightHead:
    """The head of a ``.safetensors`` or ``.gguf`` file; raises UnreadableHead and OSError.

    ``suffix`` says which of them it is where the name of the file does not.
    """
    if path.exists() and not path.is_file():  # a pipe may never come to an end
        raise UnreadableHead(file=path.name, problem="it is no file")
    try:
        if (suffix or path.suffix).lower() == ".gguf":
            from app.sdk.gguf_head import read_gguf_head  # few files are of this kind

            return read_gguf_head(path)
        return _read_safetensors(path)
    except (ValueError, TypeError, KeyError, struct.error, RecursionError, MemoryError) as error:
        raise UnreadableHead(file=path.name, problem=_words(error)) from error


def begins_as_pickle(start: bytes) -> bool:
    """Whether a file whose first 8 bytes are ``start`` was made by ``torch.save`` or by pickle.

    The mark of a pickle could be the length of a safetensors head, too, but then of an absurd one.
    """
    if start.startswith(_ZIP):
        return True
    marked = len(start) > 1 and start[0] == _MARK and 2 <= start[1] <= _NEWEST_PROTOCOL
    return marked and int.from_bytes(start[:8], "little") > LARGEST_HEAD


def _words(error: Exception) -> str:
    plain = type(error) is ValueError and error.args and str(error)
    return plain or "its head cannot be read"


def _read_safetensors(path: Path) -> WeightHead:
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(_LENGTH.size)
        if len(start) < _LENGTH.size:
            raise ValueError("it is cut off")
        (length,) = _LENGTH.unpack(start)
        if not 2 <= length <= min(LARGEST_HEAD, size - _LENGTH.size):
            raise ValueError("its head cannot be as long as it says")
        head = _parsed(file.read(length))
    if not isinstance(head, dict) or len(head) > MOST_TENSORS:
        raise ValueError("its head is no list of tensors")
    notes = head.pop("__metadata__", None) or {}
    if not isinstance(notes, dict):
        raise ValueError("its notes are none")
    shapes = {name: _shape(entry, size - _LENGTH.size - length) for name, entry in head.items()}
    return WeightHead(shapes, {k: v for k, v in notes.items() if isinstance(v, str)}, size)


def _parsed(head: bytes) -> Any:
    try:
        return json.loads(head.decode("utf-8"))
    except ValueError as error:  # what Python says of it is not for users
        raise ValueError("its head cannot be read") from error


def _shape(entry: Any, room: int) -> tuple[int, ...]:
    """The shape of one tensor; ``room`` is how many bytes of data the file has."""
    place = entry["data_offsets"]
    if not isinstance(place, list) or len(place) != 2:
        raise ValueError("a tensor in it has no place")
    begin, end = place
    if type(begin) is not int or type(end) is not int or not 0 <= begin <= end <= room:
        raise ValueError("it is cut off")
    return checked_shape(entry["shape"])


def checked_shape(shape: Any) -> tuple[int, ...]:
    """A shape as a tuple; raises ValueError for what cannot be one."""
    if not isinstance(shape, list) or len(shape) > MOST_DIMENSIONS:
        raise ValueError("a tensor in it has no shape")
    if not all(type(side) is int and 0 <= side < 2**48 for side in shape):
        raise ValueError("a tensor in it has no shape")
    if math.prod(shape) >= 2**62:
        raise ValueError("a tensor in it has an absurd shape")
    return tuple(shape)


def checked_name(name: str) -> str:
    """The name of a tensor; raises ValueError for one of absurd length."""
    if len(name) > _LONGEST_NAME:
        raise ValueError("a name in it is of absurd length")
    return name
