"""Knows a lack of memory when it shows."""

from __future__ import annotations

from collections.abc import Iterator

import torch

_FULL = ("out of memory", "can't allocate memory", "not enough memory", "cannot allocate memory")


def is_out_of_memory(error: BaseException) -> bool:
    """Whether a device or the computer had no memory left, however torch words it."""
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    if not isinstance(error, RuntimeError):
        return False  # and it is not asked for its words, which a stranger's class may not have
    words = str(error).lower()
    return any(part in words for part in _FULL)


def pass_on_shortage(error: BaseException) -> None:
    """Raise ``error`` again where it is a lack of memory.

    Called first where any error of a library is taken for a fault of a file.
    """
    if is_out_of_memory(error):
        raise error


def causes(error: BaseException) -> Iterator[BaseException]:
    """An error, what caused it and what caused that; each once, for they may name each other."""
    seen: set[int] = set()
    found: BaseException | None = error
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        yield found
        found = found.__cause__ or found.__context__
