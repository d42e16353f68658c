"""One stored value as a file: bytes that are either whole, or recognised as damaged.

An entry is a valid safetensors file (8 bytes length, a JSON head, the arrays): any program that
reads safetensors can open it, and its head alone tells what it holds. The head carries the tree
around the arrays, a hash of the arrays' bytes, and a hash of itself; so does the work that gave the
value, from which a lost index is made anew.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from app.graph.spec import Plain
from app.sdk.encoding import Array, Encoded

FORMAT = 1
LARGEST_HEAD = 100_000_000
"""Bytes of a head at most, as safetensors has it."""

Results = Mapping[str, Mapping[str, str]]
"""Fingerprints by output name, by the key of the work that gives them."""


class Damaged(Exception):
    """A file is not an entry, or no longer whole."""


@dataclass(frozen=True)
class Head:
    """What an entry says of itself.

    ``name`` is the value's fingerprint, or the key of a step; ``seconds`` what it took to make;
    ``spare`` marks the states of steps; ``results`` the work that gave the value.
    """

    name: str
    seconds: float
    spare: bool
    results: Results
    tree: Plain


def pack(head: Head, arrays: Sequence[Array]) -> list[bytes | memoryview]:
    """The entry as pieces to be written one after another; the arrays are not copied."""
    found = blake2b(digest_size=32)
    fields: dict[str, Any] = {}
    at = 0
    for place, array in enumerate(arrays):
        end = at + len(array.data)
        fields[str(place)] = {"dtype": array.dtype, "shape": array.shape, "data_offsets": (at, end)}
        found.update(array.data)
        at = end
    own = {**vars(head), "format": FORMAT, "data": found.hexdigest()}
    fields["__metadata__"] = {"loom": json.dumps(own, separators=(",", ":"), allow_nan=False)}
    fields["__metadata__"]["check"] = _check(fields)
    text = _text(fields)
    text += b" " * (-len(text) % 8)  # arrays begin at a multiple of eight
    return [struct.pack("<Q", len(text)), text, *(array.data for array in arrays)]


def unpack(content: bytes, name: str) -> tuple[Head, Encoded]:
    """The entry called ``name`` in a file's whole content; raises Damaged."""
    try:
        return _unpack(content, name)
    except (LookupError, TypeError, ValueError) as error:
        raise Damaged("it makes no sense") from error


def _unpack(content: bytes, name: str) -> tuple[Head, Encoded]:
    length = _head_length(content[:8])
    fields = _fields(content[8 : 8 + length])
    data = memoryview(content)[8 + length :]
    own = _own(fields)
    head = _head(own)
    if head.name != name:
        raise Damaged("it is another entry")
    if blake2b(data, digest_size=32).hexdigest() != own["data"]:
        raise Damaged("its arrays have changed")
    places = [fields[str(place)] for place in range(len(fields) - 1)]
    arrays = [Array(f["dtype"], tuple(f["shape"]), data[slice(*f["data_offsets"])]) for f in places]
    return head, Encoded(head.tree, arrays)


def read_head(path: Path) -> Head:
    """What the file says of itself, without its arrays; raises Damaged and OSError."""
    with path.open("rb") as file:
        length = _head_length(file.read(8))
        text = file.read(length)
    try:
        fields = _fields(text)
        ends = [f["data_offsets"][1] for name, f in fields.items() if name != "__metadata__"]
        head = _head(_own(fields))
    except (LookupError, TypeError, ValueError) as error:
        raise Damaged("it makes no sense") from error
    if path.stat().st_size != 8 + length + max(ends, default=0):
        raise Damaged("it is cut off")
    return head


def _head_length(start: bytes) -> int:
    if len(start) < 8:
        raise Damaged("it is cut off")
    length: int = struct.unpack("<Q", start)[0]
    if length > LARGEST_HEAD:
        raise Damaged("it is no safetensors file")
    return length


def _fields(text: bytes) -> dict[str, Any]:
    """The head as JSON, once its own hash says that it is as it was written."""
    try:
        fields: Any = json.loads(text)
        check = fields["__metadata__"].pop("check")
        if check != _check(fields):
            raise Damaged("its head has changed")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise Damaged("its head cannot be read") from error
    return fields  # type: ignore[no-any-return]


def _own(fields: Mapping[str, Any]) -> dict[str, Any]:
    own: dict[str, Any] = json.loads(fields["__metadata__"]["loom"])
    if own.pop("format") != FORMAT:
        raise Damaged("it is of another version")
    return own


def _head(own: Mapping[str, Any]) -> Head:
    return Head(**{name: value for name, value in own.items() if name != "data"})


def _text(fields: Mapping[str, Any]) -> bytes:
    return json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()


def _check(fields: Mapping[str, Any]) -> str:
    return blake2b(_text(fields), digest_size=32).hexdigest()
