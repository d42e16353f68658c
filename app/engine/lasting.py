"""Keeps the states of steps in memory, and chooses those that are worth their place on the disk."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Any

from app.engine.cache import Cache
from app.sdk.fingerprint import size


class Lasting:
    """The states of one fold, by the ``keys`` of all its states; ``spent`` seconds went before.

    All of them go to the disk while they fit into a share of its budget. Else only every k-th
    does, the last one, and the one at which a fold ends early: whoever goes on, from wherever, has
    at most k steps to do again.
    """

    def __init__(self, cache: Cache, keys: Sequence[str], spent: float) -> None:
        self._cache = cache
        self._keys = keys
        self._spent = spent
        self._waiting: tuple[int, Any] | None = None  # the newest state, if only in memory

    def __enter__(self) -> Lasting:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """The fold ends, however: its newest state is the one to go on from."""
        if self._waiting is not None:
            self._keep(*self._waiting, lasting=True)

    def keep(self, step: int, state: Any, seconds: float) -> None:
        """Keep the state after ``step`` steps, the last of which took ``seconds``."""
        self._spent += seconds
        lasting = self._lasts(step, size(state))
        self._keep(step, state, lasting=lasting)
        self._waiting = None if lasting else (step, state)

    def _keep(self, step: int, state: Any, *, lasting: bool) -> None:
        self._cache.keep(
            self._keys[step], state, size(state), self._spent, spare=True, lasting=lasting
        )

    def _lasts(self, step: int, bytes_each: int) -> bool:
        """Whether this step is one of those for the disk."""
        disk = self._cache.disk
        if disk is None:
            return True
        steps = len(self._keys) - 1
        room = max(disk.step_allowance // max(bytes_each, 1), 1)
        return step == steps or step % -(-steps // room) == 0
