"""A tensor as a pickle describes it: which numbers of which storage, in which order."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Literal

MOST_DIMENSIONS = 8
_LETTERS: Mapping[int, Literal["B", "H", "I", "Q"]] = {1: "B", 2: "H", 4: "I", 8: "Q"}
"""Whole numbers of so many bytes, as the buffers of Python call them."""


@dataclass(frozen=True)
class NumberType:
    """A kind of number: what safetensors calls it, and how many bytes one takes."""

    name: str
    bytes: int


NUMBER_TYPES = {
    "float64": NumberType("F64", 8),
    "float32": NumberType("F32", 4),
    "float16": NumberType("F16", 2),
    "bfloat16": NumberType("BF16", 2),
    "float8_e4m3fn": NumberType("F8_E4M3", 1),
    "float8_e5m2": NumberType("F8_E5M2", 1),
    "int64": NumberType("I64", 8),
    "int32": NumberType("I32", 4),
    "int16": NumberType("I16", 2),
    "int8": NumberType("I8", 1),
    "uint8": NumberType("U8", 1),
    "bool": NumberType("BOOL", 1),
}
"""By the names that torch gives them."""

STORAGES = {
    "DoubleStorage": "float64",
    "FloatStorage": "float32",
    "HalfStorage": "float16",
    "BFloat16Storage": "bfloat16",
    "LongStorage": "int64",
    "IntStorage": "int32",
    "ShortStorage": "int16",
    "CharStorage": "int8",
    "ByteStorage": "uint8",
    "BoolStorage": "bool",
    "UntypedStorage": "uint8",
}
"""Number types by the names of torch's storage classes."""


@dataclass(frozen=True)
class Storage:
    """A run of numbers in the file, by the key under which the file keeps it.

    ``first`` counts bytes: an old file may name a part of a storage.
    """

    key: str
    type: NumberType
    count: int
    first: int = 0


@dataclass(frozen=True)
class Tensor:
    """Numbers of a storage. ``offset`` and ``strides`` count numbers, not bytes, as torch does."""

    storage: Storage
    type: NumberType
    offset: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]

    def __post_init__(self) -> None:
        """Raise ValueError for what no tensor can be."""
        numbers = (self.offset, *self.shape, *self.strides)
        if not all(type(each) is int and 0 <= each < 2**48 for each in numbers):
            raise ValueError("a tensor in it has no shape")
        if len(self.shape) != len(self.strides) or len(self.shape) > MOST_DIMENSIONS:
            raise ValueError("a tensor in it has no shape")
        room = self.storage.count * self.storage.type.bytes
        if self.size and (self.offset + self.reach) * self.type.bytes > room:
            raise ValueError("a tensor in it is larger than its storage")

    @property
    def size(self) -> int:
        """How many bytes its numbers take."""
        return math.prod(self.shape) * self.type.bytes

    @property
    def reach(self) -> int:
        """How many numbers lie between the first and the end of the last, these included."""
        pairs = zip(self.shape, self.strides, strict=True)
        return 1 + sum((side - 1) * stride for side, stride in pairs)

    @property
    def is_in_order(self) -> bool:
        """Whether its numbers lie behind each other in the storage."""
        wanted = 1
        for side, stride in zip(reversed(self.shape), reversed(self.strides), strict=True):
            if side != 1 and stride != wanted:
                return False
            wanted *= side
        return True

    def rows(self, stored: memoryview) -> Iterator[bytes]:
        """Its numbers in order, row by row; ``stored`` has the bytes from its first number on."""
        if not self.size:
            return
        numbers = stored.cast(_LETTERS[self.type.bytes])
        *sides, last = self.shape or (1,)
        *strides, step = self.strides or (1,)
        for place in product(*map(range, sides)):
            begin = sum(index * stride for index, stride in zip(place, strides, strict=True))
            if step:
                yield numbers[begin : begin + (last - 1) * step + 1 : step].tobytes()
            else:
                yield numbers[begin : begin + 1].tobytes() * last
