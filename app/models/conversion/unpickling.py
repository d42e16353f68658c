"""Reads the pickle of a weight file in which only tensors and their storages mean anything.

A pickle is a program that names functions and calls them. Here a name is looked up in one short
table of functions of our own; the program's, torch's and Python's are never found. Names of things
that training leaves in a checkpoint stand for an object that does nothing; any other name ends it.
What the names mean in files: torch/_utils.py (``_rebuild_tensor_v2`` and its kin).
"""

from __future__ import annotations

import pickle
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, BinaryIO

from app.models.conversion.tensors import NUMBER_TYPES, STORAGES, NumberType, Storage, Tensor

_LEFT_BY_TRAINING = (
    "pytorch_lightning.",
    "lightning.",
    "lightning_fabric.",
    "omegaconf.",
    "torch.optim.",
    "ldm.",
)
_LONGEST_NAME = 200
_HARMLESS = frozenset(
    {
        ("argparse", "Namespace"),
        ("collections", "defaultdict"),
        ("numpy", "dtype"),
        ("numpy.core.multiarray", "scalar"),
        ("numpy._core.multiarray", "scalar"),
        ("pathlib", "PosixPath"),
        ("pathlib", "WindowsPath"),
        ("torch", "device"),
        ("typing", "Any"),
        ("__builtin__", "list"),
        ("__builtin__", "dict"),
        ("__builtin__", "int"),
        ("builtins", "list"),
        ("builtins", "dict"),
        ("builtins", "int"),
        ("__builtin__", "set"),
        ("builtins", "set"),
    }
)
"""What checkpoints name beside tensors; none of it is ever made."""


class ForeignName(Exception):
    """A pickle asks for something that is no part of weights; the argument is its name."""


class Nothing:
    """Stands for whatever training left in a file: takes everything and does nothing.

    ``kept`` is the state that the file gives it, since the parameters of a few old embeddings lie
    in there.
    """

    def __init__(self, *_: Any, **__: Any) -> None:
        self.kept: Any = None

    def __setstate__(self, state: Any) -> None:
        self.kept = state

    def __setitem__(self, key: Any, value: Any) -> None:
        """Take an entry of a mapping and forget it."""

    def append(self, value: Any) -> None:
        """Take an entry of a list and forget it."""

    def extend(self, values: Any) -> None:
        """Take entries of a list and forget them."""

    def add(self, value: Any) -> None:
        """Take a member of a set and forget it."""


class TensorUnpickler(pickle.Unpickler):
    """Gives the objects of a weight file with a Tensor for each tensor; raises ForeignName."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file, encoding="utf-8")

    def find_class(self, module: str, name: str) -> Any:
        """What a name stands for; never anything that was imported."""
        if (module, name) in _KNOWN:
            return _KNOWN[module, name]
        if module in ("torch", "torch.storage") and name in STORAGES:
            return NUMBER_TYPES[STORAGES[name]]
        if module == "torch" and name in NUMBER_TYPES:
            return NUMBER_TYPES[name]
        if (module, name) in _HARMLESS or f"{module}.".startswith(_LEFT_BY_TRAINING):
            return Nothing
        raise ForeignName(f"{module}.{name}"[:_LONGEST_NAME])

    def persistent_load(self, pid: Any) -> Storage:
        """A storage by what the file says of it; raises ValueError."""
        if not isinstance(pid, tuple) or len(pid) < 5 or pid[0] != "storage":
            raise ValueError("it names a storage that is none")
        _, kind, key, _, count, *view = pid
        if not isinstance(kind, NumberType) or not isinstance(count, int) or count < 0:
            raise ValueError("it names a storage that is none")
        if view and view[0] is not None:  # a part of a storage, as files before torch 0.4 say it
            _, first, count = view[0]
            return Storage(str(key), kind, int(count), int(first) * kind.bytes)
        return Storage(str(key), kind, count)


def _tensor(
    storage: Storage, offset: int, shape: Sequence[int], strides: Sequence[int], *_: Any
) -> Tensor:
    return Tensor(storage, storage.type, offset, tuple(shape), tuple(strides))


def _typed_tensor(
    storage: Storage,
    offset: int,
    shape: Sequence[int],
    strides: Sequence[int],
    _grad: Any,
    _hooks: Any,
    type: NumberType,
    *_: Any,
) -> Tensor:
    return Tensor(storage, type, offset, tuple(shape), tuple(strides))


def _first(value: Any, *_: Any) -> Any:
    return value


def _size(sides: Sequence[int] = ()) -> tuple[int, ...]:
    return tuple(sides)


_KNOWN: dict[tuple[str, str], Callable[..., Any]] = {
    ("collections", "OrderedDict"): OrderedDict,
    ("torch", "Size"): _size,
    ("torch._utils", "_rebuild_tensor"): _tensor,
    ("torch._utils", "_rebuild_tensor_v2"): _tensor,
    ("torch._utils", "_rebuild_tensor_v3"): _typed_tensor,
    ("torch._utils", "_rebuild_parameter"): _first,
    ("torch.nn.modules.container", "ParameterDict"): Nothing,
}
