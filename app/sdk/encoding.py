"""Values as plain data beside named arrays, so that a file can hold them and give them back.

A value is a tree: lists, tuples, dictionaries, plain atoms, registered dataclasses, and leaves of
foreign types such as tensors, whose bytes lie outside the tree. Reading makes only what is on the
lists of registered kinds and codecs here, by their names: nothing in a file can choose what runs.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from app.graph.spec import Plain
from app.sdk.errors import NodeError


class CannotEncode(NodeError):
    """A value is of a type that nobody has registered for storing."""

    english = (
        "A value of type {type} cannot be kept on disk: build it from plain data, or register "
        "its type with register_kind."
    )


class CannotDecode(NodeError):
    """What was stored is no value that this program knows how to read."""

    english = "A stored value cannot be read ({problem}): it will be made again."


class NotRegistered(CannotDecode):
    """What was stored names a kind that is not known here, or not yet: it may be sound."""


@dataclass(frozen=True)
class Array:
    """Numbers in memory order: ``dtype`` and the order of bytes as in safetensors."""

    dtype: str
    shape: tuple[int, ...]
    data: bytes | memoryview


@dataclass(frozen=True)
class Encoded:
    """A value taken apart: ``tree`` is plain JSON that refers to ``arrays`` by their position."""

    tree: Plain
    arrays: Sequence[Array]


@dataclass(frozen=True)
class ArrayCodec:
    """How a foreign type becomes an array and comes back with an equal fingerprint.

    ``encode`` may raise CannotEncode, ``decode`` ValueError.
    """

    name: str
    encode: Callable[[Any], Array]
    decode: Callable[[Array], Any]


_CODECS: dict[type, ArrayCodec] = {}
_KINDS: dict[type, str] = {}
_BY_NAME: dict[str, Callable[..., Any]] = {}


def register_codec(type: type, codec: ArrayCodec) -> None:
    """Let values of exactly this type be stored as arrays."""
    _claim(codec.name, codec.decode)
    _CODECS[type] = codec


def register_kind(kind: type, name: str = "") -> None:
    """Let a dataclass be stored, field by field, under ``name`` (that of the class).

    Its ``__post_init__`` runs when it is read. Raises ValueError for a name that is taken.
    """
    if not dataclasses.is_dataclass(kind):
        raise ValueError(f"{kind.__name__} is no dataclass")
    _claim(name or kind.__name__, kind)
    _KINDS[kind] = name or kind.__name__


def _claim(name: str, maker: Callable[..., Any]) -> None:
    if _BY_NAME.setdefault(name, maker) is not maker:
        raise ValueError(f"{name} is registered already")


def encode(value: Any) -> Encoded:
    """``value`` taken apart, labels included; raises CannotEncode. Shared leaves are kept once."""
    writer = _Writer()
    try:
        return Encoded(writer.tree(value), writer.arrays)
    except RecursionError as error:
        raise CannotEncode(type=type(value).__name__) from error


def decode(encoded: Encoded) -> Any:
    """The value again; raises CannotDecode, or NotRegistered where a kind is not known here."""
    try:
        return _Reader(encoded.arrays).value(encoded.tree)
    except (TypeError, ValueError, LookupError, AttributeError, RecursionError) as error:
        raise CannotDecode(problem=str(error) or type(error).__name__) from error


class _Writer:
    """Collects the arrays of one value while its tree is built."""

    def __init__(self) -> None:
        self.arrays: list[Array] = []
        self._places: dict[int, int] = {}

    def tree(self, value: Any) -> Plain:
        kind = type(value)
        if value is None or kind in (bool, str):
            return value
        if kind in (int, float):
            return _number(value)
        if kind in (list, tuple):
            return {kind.__name__: [self.tree(item) for item in value]}
        if kind is dict:
            return {"dict": [[self.tree(k), self.tree(v)] for k, v in value.items()]}
        if kind is bytes:
            return {"bytes": self._place(value, lambda: Array("U8", (len(value),), value))}
        if isinstance(value, PurePath):
            return {"path": str(value)}
        return self._registered(value, kind)

    def _registered(self, value: Any, kind: type) -> Plain:
        if kind in _CODECS:
            codec = _CODECS[kind]
            return {"array": self._place(value, lambda: codec.encode(value)), "codec": codec.name}
        if kind in _KINDS:
            fields = {f.name: self.tree(getattr(value, f.name)) for f in dataclasses.fields(value)}
            return {"kind": _KINDS[kind], "fields": fields}
        raise CannotEncode(type=kind.__name__)

    def _place(self, value: Any, make: Callable[[], Array]) -> int:
        place = self._places.get(id(value))
        if place is None:
            place = self._places[id(value)] = len(self.arrays)
            self.arrays.append(make())
        return place


def _number(value: float) -> Plain:
    """A number as JSON holds it exactly; what JSON has no word for as text."""
    if isinstance(value, int):
        return value if abs(value) < 2**63 else {"int": f"{value:x}"}
    return value if math.isfinite(value) else {"float": repr(value)}


class _Reader:
    """Puts one value together again; raises KeyError and the like for what makes no sense."""

    def __init__(self, arrays: Sequence[Array]) -> None:
        self._arrays = arrays
        self._made: dict[tuple[int, str], Any] = {}

    def value(self, tree: Any) -> Any:
        if not isinstance(tree, dict):
            if isinstance(tree, list):
                raise TypeError("a list without a tag")
            return tree
        if "kind" in tree:
            return self._dataclass(tree["kind"], tree["fields"])
        if "array" in tree:
            return self._leaf(tree["array"], tree["codec"])
        ((tag, held),) = tree.items()
        return self._builtin(tag, held)

    def _builtin(self, tag: str, held: Any) -> Any:
        match tag:
            case "list":
                return [self.value(item) for item in held]
            case "tuple":
                return tuple(self.value(item) for item in held)
            case "dict":
                return {self.value(key): self.value(item) for key, item in held}
            case "bytes":
                return bytes(self._arrays[held].data)
            case "path":
                return Path(held)
            case "int":
                return int(held, 16)
            case "float":
                return float(held)
        raise NotRegistered(problem=f"unknown form {tag}")

    def _dataclass(self, name: str, fields: dict[str, Any]) -> Any:
        kind = _BY_NAME.get(name)
        if kind is None or kind not in _KINDS:
            raise NotRegistered(problem=f"unknown kind {name}")
        # All fields or none: a default that came later would make another value of it.
        if {f.name for f in dataclasses.fields(kind)} != fields.keys():
            raise NotRegistered(problem=f"other fields of {name}")
        return kind(**{field: self.value(tree) for field, tree in fields.items()})

    def _leaf(self, place: int, name: str) -> Any:
        decode = _BY_NAME.get(name)
        if decode is None or decode in _KINDS:
            raise NotRegistered(problem=f"unknown codec {name}")
        if (place, name) not in self._made:
            self._made[place, name] = decode(self._arrays[place])
        return self._made[place, name]
