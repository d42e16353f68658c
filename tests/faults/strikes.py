"""What happens at one exact point of a run: at an operation of torch, or at a call."""

from __future__ import annotations

import sys
import weakref
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest
import torch
from torch.utils._python_dispatch import TorchDispatchMode


def mostly_heavy(names: Iterable[Any], quick: Container[Any]) -> list[Any]:
    """Parameters of a test, of which only the ``quick`` ones belong to the usual tests."""
    return [n if n in quick else pytest.param(n, marks=pytest.mark.heavy) for n in names]


_TAKES_NOTHING = frozenset({"empty", "set_", "lift_fresh", "_local_scalar_dense"})
"""Operations that take no memory, or within which torch turns any error into another one."""


class Operations(TorchDispatchMode):
    """Counts the operations of torch on this thread, and from one on asks ``strike`` before each
    that takes memory.

    With a ``phase``, only those count that are done while it goes on, for how many others there are
    depends on time (previews are made at most ten times a second). It also remembers the tensors
    that come out, without holding them.
    """

    def __init__(
        self,
        first: int = sys.maxsize,
        strike: Callable[[], None] = lambda: None,
        phase: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__()
        self.first, self.strike, self._phase = first, strike, phase
        self.count = 0
        self._made: list[weakref.ref[torch.Tensor]] = []

    def __torch_dispatch__(
        self, func: Any, types: Any, args: Any = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        self.count += self._phase()
        takes_memory = not func.is_view and func.__name__.split(".")[0] not in _TAKES_NOTHING
        if self.count >= self.first and takes_memory:
            self.strike()
        made = func(*args, **(kwargs or {}))
        if isinstance(made, torch.Tensor):
            self._made.append(weakref.ref(made))
        return made

    def alive(self) -> int:
        """Bytes of the tensors that came out and are still there, each storage once."""
        found = {}
        for each in self._made:
            tensor = each()
            if tensor is not None:
                storage = tensor.untyped_storage()
                found[storage.data_ptr()] = storage.nbytes()
        return sum(found.values())


class Poison(TorchDispatchMode):
    """Makes one number NaN that comes out of a product, the first time that it is ``due``."""

    def __init__(self, due: Callable[[], bool]) -> None:
        super().__init__()
        self._due, self.count = due, 0

    def __torch_dispatch__(
        self, func: Any, types: Any, args: Any = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        made = func(*args, **(kwargs or {}))
        multiplies = func.__name__.split(".")[0] in ("addmm", "convolution", "mm", "bmm")
        if multiplies and not self.count and self._due():
            made.view(-1)[0] = float("nan")
            self.count = 1
        return made


class Calls:
    """Counts the calls of functions on this thread by phase, and strikes at one of them.

    ``now`` tells the phase. ``since`` is how many calls there were after the strike.
    """

    def __init__(
        self,
        now: Callable[[], str],
        phase: str = "",
        at: int = sys.maxsize,
        strike: Callable[[], None] = lambda: None,
    ) -> None:
        self._now, self._phase, self._at, self._strike = now, phase, at, strike
        self.count = self.since = 0
        self.by_phase: Counter[str] = Counter()

    @contextmanager
    def counted(self) -> Iterator[Calls]:
        """Count what is called within the block."""
        before = sys.getprofile()
        sys.setprofile(self._hear)
        try:
            yield self
        finally:
            sys.setprofile(before)

    def _hear(self, frame: FrameType, event: str, about: Any) -> None:
        if event != "call":
            return
        now = self._now()
        self.count += 1
        self.by_phase[now] += 1
        place = self.by_phase[now] if self._phase else self.count
        if self.since:
            self.since += 1
        elif place == self._at and self._phase in ("", now):
            self.since = 1
            self._strike()
