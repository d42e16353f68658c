"""The content address of a value: equal content gives the same fingerprint, on every machine.

A value is a tree of containers over atoms. Atoms are written out with a tag and their length, so
that ``1``, ``1.0``, ``True`` and ``"1"`` never agree; a container counts by the hash of what it
holds. The walk keeps its own stack, so that depth is no limit, and visits a shared part only once.
"""

from __future__ import annotations

import dataclasses
import math
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from pathlib import PurePath
from typing import Any, NamedTuple

from app.sdk.errors import NodeError

LABEL = {"label": True}
"""Metadata of a field that never counts in a fingerprint."""


class CannotFingerprint(NodeError):
    """A value is of a type whose content nobody has described."""

    english = (
        "A value of type {type} cannot be kept: make it a frozen dataclass, "
        "or register a leaf for its type."
    )


class HoldsItself(NodeError):
    """A value contains itself."""

    english = "A value of type {type} contains itself and cannot be kept: leave out the way back."


@dataclass(frozen=True)
class Leaf:
    """How a foreign type such as a tensor is measured.

    ``size`` gives bytes; ``digest`` a hash that is equal exactly for equal content.
    """

    size: Callable[[Any], int]
    digest: Callable[[Any], str]


_LEAVES: dict[type, Leaf] = {}


def register_leaf(type: type, leaf: Leaf) -> None:
    """Teach ``fingerprint`` and ``size`` a foreign type and its subclasses."""
    _LEAVES[type] = leaf


def fingerprint(value: Any) -> str:
    """The content address of ``value``, 64 hexadecimal digits.

    Fields marked ``LABEL`` never count. Dictionaries and sets count without order. Every NaN is the
    same; ``-0.0`` and ``0.0`` are not. Raises CannotFingerprint or HoldsItself.
    """
    known: dict[int, bytes] = {}
    for part in _parts(value):
        written = [_written(child, known) for child in part.children]
        content = b"".join(written if part.ordered else sorted(written))
        known[id(part.value)] = b"part" + sha256(_framed(part.tag, content)).digest()
    return sha256(_written(value, known)).hexdigest()


def size(value: Any) -> int:
    """How many bytes ``value`` holds, roughly; leaves that are shared count once."""
    weights = {id(value): _weight(value)}
    for part in _parts(value):
        weights.update((id(child), _weight(child)) for child in part.children)
    return sum(weights.values())


class _Part(NamedTuple):
    """A container: what kind it is, and what lies in it."""

    value: Any
    tag: str
    children: tuple[Any, ...]
    ordered: bool = True


def _parts(value: Any) -> Iterator[_Part]:
    """Every container under ``value`` once, after those that it holds."""
    opened: dict[int, _Part] = {}  # holds on to the parts, so that no id is used twice
    done: set[int] = set()
    waiting = [] if _is_simple(value) else [value]
    while waiting:
        current = waiting[-1]
        if id(current) in done:
            waiting.pop()
            continue
        part = opened.get(id(current)) or _open(current)
        missing = [c for c in part.children if id(c) not in done and not _is_simple(c)]
        if missing and id(current) in opened:
            raise HoldsItself(type=type(current).__name__)
        opened[id(current)] = part
        waiting.extend(missing)
        if not missing:
            done.add(id(current))
            yield part


def _open(value: Any) -> _Part:
    """What a container holds; named things as pairs."""
    kind = type(value)
    if kind is dict:
        return _Part(value, "dict", tuple(value.items()), ordered=False)
    if kind in (set, frozenset):
        return _Part(value, kind.__name__, tuple(value), ordered=False)
    name = kind.__name__ if kind in (list, tuple) else f"{kind.__module__}.{kind.__qualname__}"
    if isinstance(value, list | tuple):
        return _Part(value, name, tuple(value))
    if dataclasses.is_dataclass(value):
        counted = [f.name for f in dataclasses.fields(value) if not f.metadata.get("label")]
        return _Part(value, name, tuple((field, getattr(value, field)) for field in counted))
    raise CannotFingerprint(type=name)


def _is_simple(value: Any) -> bool:
    """Whether ``value`` is written out without being opened."""
    return isinstance(value, _ATOMS) or _leaf(value) is not None


_ATOMS = (type(None), bool, int, float, complex, str, bytes, Enum, PurePath)


def _leaf(value: Any) -> Leaf | None:
    return next((_LEAVES[kind] for kind in type(value).__mro__ if kind in _LEAVES), None)


def _written(value: Any, known: dict[int, bytes]) -> bytes:
    """An atom in full; a leaf or a container by its digest, which ``known`` remembers."""
    leaf = _leaf(value)
    if leaf is not None and id(value) not in known:
        known[id(value)] = _framed("leaf", leaf.digest(value).encode())
    return known.get(id(value)) or _atom(value)


def _atom(value: Any) -> bytes:
    """One atom with its type and length, so that no two different atoms read the same."""
    match value:
        case Enum():
            kind = type(value)
            return _framed("enum", f"{kind.__module__}.{kind.__qualname__}.{value.name}".encode())
        case float():
            number = math.nan if math.isnan(value) else value
            return _framed("float", struct.pack(">d", number))
        case bytes():
            return _framed("bytes", value)
        case str():
            return _framed("str", value.encode("utf-8", "surrogatepass"))
        case PurePath():
            return _framed("path", value.as_posix().encode("utf-8", "surrogatepass"))
        case bool() | None | complex():
            return _framed(type(value).__name__, repr(value).encode())
        case _:
            return _framed("int", b"%x" % value)


def _framed(tag: str, content: bytes) -> bytes:
    return b"%s:%d:%s" % (tag.encode(), len(content), content)


def _weight(value: Any) -> int:
    """The bytes of an atom or a leaf; a container itself weighs nothing."""
    leaf = _leaf(value)
    if leaf is not None:
        return leaf.size(value)
    if isinstance(value, str | bytes):
        return len(value)
    return 8 if isinstance(value, _ATOMS) else 0
