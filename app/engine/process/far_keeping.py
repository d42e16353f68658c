"""What is kept, looked after from the window's side of the worker process.

The folders on disk are tended from here, as from any other copy of the program. The other side
lets go of them before and takes them up again after.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.engine.cache import Cache
from app.engine.keeping import Keeping, KeptInfo
from app.engine.memories import DiskPlace

_WRITING_SECONDS = 90.0
"""So long the other side may take to write what waits."""

Ask = Callable[..., Any]
"""Asks the worker process; the answer is None where there is none now."""


class FarKeeping(Keeping):
    """As Keeping. ``place`` and ``memory_budget`` are what the next process begins with."""

    def __init__(self, place: DiskPlace | None, memory_budget: int, ask: Ask) -> None:
        super().__init__(Cache(0), place)
        self.memory_budget = memory_budget
        self._ask = ask

    @property
    def place(self) -> DiskPlace | None:
        """Where results are kept on disk now."""
        return self._place

    def open(self) -> None:
        """The other side opens the disk."""

    def limit_memory(self, budget: int) -> None:
        """Hold at most ``budget`` bytes in memory from now on."""
        self.memory_budget = budget
        self._ask("limit_memory", budget)

    def info(self, folder: Path) -> KeptInfo:
        """How much is kept in memory and in ``folder``."""
        return replace(super().info(folder), memory=self._ask("memory") or 0)

    def clear(self, folder: Path) -> int:
        """Forget everything in memory and in ``folder``; how many entries the disk had."""
        self._ask("clear")
        return super().clear(folder)

    def _let_go(self) -> None:
        self._ask("use", None, patience=_WRITING_SECONDS)

    def _take(self, place: DiskPlace | None) -> None:
        super()._take(place)
        self._ask("use", place)
