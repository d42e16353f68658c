"""Tensors that are not there yet, but remember how they are made from those in a file.

Libraries that rename and cut the tensors of old checkpoints expect them in memory. Given deferred
ones they do their work on shapes alone; what they did is done again for one tensor at a time when
it is read. So nothing is read before every shape was checked, and never more than one tensor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

Read = Callable[[str], Tensor]
"""Gives the tensor of this name in the file."""


@dataclass(frozen=True)
class _Stored:
    """A tensor as it stands in the file."""

    name: str

    def make(self, read: Read) -> Any:
        return read(self.name)


@dataclass(frozen=True)
class _Call:
    """What a function gives."""

    function: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]

    def make(self, read: Read) -> Any:
        kwargs = {name: _made(value, read) for name, value in self.kwargs.items()}
        return self.function(*(_made(value, read) for value in self.args), **kwargs)


@dataclass(frozen=True)
class _Item:
    """One of several things that a function gives."""

    call: _Call
    index: int

    def make(self, read: Read) -> Any:
        return self.call.make(read)[self.index]


class Deferred(Tensor):
    """A tensor on the meta device that remembers how it is made."""

    source: _Stored | _Call | _Item

    @classmethod
    def __torch_function__(
        cls,
        func: Callable[..., Any],
        types: Iterable[type],
        args: tuple[Any, ...] = (),
        kwargs: Mapping[str, Any] | None = None,
    ) -> Any:
        """Do it on shapes, and note what was done."""
        result = super().__torch_function__(func, types, args, kwargs)  # type: ignore[no-untyped-call]
        call = _Call(func, args, kwargs or {})
        if isinstance(result, Deferred):
            result.source = call
        elif isinstance(result, tuple | list):
            for index, item in enumerate(result):
                if isinstance(item, Deferred):
                    item.source = _Item(call, index)
        return result


def stored(name: str, shape: tuple[int, ...]) -> Deferred:
    """The tensor ``name`` of a file, which has this shape."""
    deferred = torch.empty(shape, device="meta").as_subclass(Deferred)
    deferred.source = _Stored(name)
    return deferred


def result_of(function: Callable[..., Tensor], *args: Any) -> Deferred:
    """What ``function`` gives once it is needed; it is asked for the shape on the meta device."""
    with torch.device("meta"):
        deferred = function(*args).as_subclass(Deferred)
    deferred.source = _Call(function, args, {})
    return deferred


def make(deferred: Deferred, read: Read) -> Tensor:
    """The tensor itself; ``read`` gives those that stand in the file."""
    made: Tensor = deferred.source.make(read)
    return made


def _made(value: Any, read: Read) -> Any:
    if isinstance(value, Deferred):
        return value.source.make(read)
    if isinstance(value, tuple | list):
        return type(value)(_made(item, read) for item in value)
    return value
