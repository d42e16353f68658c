"""Messages between the window and the worker process, as plain data and back.

A message is JSON with its long bytes beside it. What arrives can only become one of the classes on
a fixed list, by their names: no pickle, so that nothing from the other side chooses what runs here.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path, PurePath
from typing import Any

from app.graph.phrases import Phrase

Blob = bytes | memoryview


class Garbled(ValueError):
    """What arrived is no message."""


class Plainly:
    """Turns messages into plain data and back. ``kinds`` are the dataclasses and named tuples that
    may cross, all of them made from their fields in order."""

    def __init__(self, kinds: Sequence[type]) -> None:
        self._names = {kind: kind.__name__ for kind in kinds}
        self._kinds = {kind.__name__: kind for kind in kinds}
        self._fields = {kind: _field_names(kind) for kind in kinds}

    def pack(self, message: Any) -> tuple[bytes, list[Blob]]:
        """A message as JSON, and the bytes that it refers to by their position."""
        blobs: list[Blob] = []
        tree = self._tree(message, blobs)
        return json.dumps(tree, separators=(",", ":")).encode("ascii"), blobs

    def unpack(self, head: bytes, blobs: Sequence[Blob]) -> Any:
        """The message again; raises Garbled."""
        try:
            return self._value(json.loads(head), blobs)
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            raise Garbled(str(error)) from error

    def _tree(self, value: Any, blobs: list[Blob]) -> Any:
        """``value`` as JSON; every list begins with a word that says what it stands for."""
        kind = type(value)
        if value is None or kind in (str, int, float, bool):
            return value
        if kind in self._names:
            fields = self._fields[kind]
            parts = [self._tree(getattr(value, name), blobs) for name in fields]
            return ["of", self._names[kind], *parts]
        if kind is Phrase:
            return ["phrase", value.template, self._tree(dict(value.fields), blobs)]
        if isinstance(value, bytes | memoryview):
            blobs.append(value)
            return ["bytes", len(blobs) - 1]
        return self._container(value, blobs)

    def _container(self, value: Any, blobs: list[Blob]) -> Any:
        if isinstance(value, Mapping):
            pairs = ((self._tree(k, blobs), self._tree(v, blobs)) for k, v in value.items())
            return ["map", *(part for pair in pairs for part in pair)]
        for word, (held, _) in _CONTAINERS.items():
            if isinstance(value, held):
                return [word, *(self._tree(item, blobs) for item in value)]
        if isinstance(value, PurePath):
            return ["path", str(value)]
        return str(value)  # a field of a message that is only there to be read

    def _value(self, tree: Any, blobs: Sequence[Blob]) -> Any:
        if not isinstance(tree, list):
            return tree
        word, *parts = tree
        match word:
            case "of":
                return self._kinds[parts[0]](*(self._value(part, blobs) for part in parts[1:]))
            case "phrase":
                return Phrase(parts[0], **self._value(parts[1], blobs))
            case "bytes":
                return blobs[parts[0]]
            case "path":
                return Path(parts[0])
        values = [self._value(part, blobs) for part in parts]
        if word == "map":
            return dict(zip(values[::2], values[1::2], strict=True))
        return _CONTAINERS[word][1](values)


_CONTAINERS: dict[str, tuple[type[Iterable[Any]], Callable[[list[Any]], Any]]] = {
    "tuple": (tuple, tuple),
    "list": (list, list),
    "set": (AbstractSet, frozenset),
}


def _field_names(kind: type) -> tuple[str, ...]:
    if dataclasses.is_dataclass(kind):
        return tuple(each.name for each in dataclasses.fields(kind))
    names: tuple[str, ...] = getattr(kind, "_fields")  # noqa: B009  a named tuple's
    return names
