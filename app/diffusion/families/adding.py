"""Sums of what several things add to one call of a network."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from torch import Tensor

from app.diffusion.families.family import Added


def add_up(all_added: Sequence[Added]) -> Added:
    """What several things add, summed in order; empty where none acts."""
    total: Added = {}
    for added in all_added:
        for name, value in added.items():
            total[name] = _sum(total[name], value) if name in total else value
    return total


def _sum(before: Any, more: Any) -> Any:
    if isinstance(before, Tensor):
        return before + more
    if isinstance(before, bool):
        return before or more
    if isinstance(before, dict):
        return add_up([before, more])
    return [one + other for one, other in zip(before, more, strict=True)]
