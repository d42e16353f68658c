"""Comparisons of numbers and texts."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any, Literal

from app.diffusion.plain.values import PlainValue, decide, written

Test = Literal["=", "≠", "<", "≤", ">", "≥", "contains", "starts with", "ends with"]

_ORDERS: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "≠": operator.ne,
    "<": operator.lt,
    "≤": operator.le,
    ">": operator.gt,
    "≥": operator.ge,
}
_TEXTS: Mapping[str, Callable[[str, str], bool]] = {
    "contains": operator.contains,
    "starts with": str.startswith,
    "ends with": str.endswith,
}


def holds(one: PlainValue, test: Test, other: PlainValue, *, fold: bool) -> bool:
    """Whether ``one`` compares with ``other`` as ``test`` says.

    Numbers, also those that texts hold, are compared by size; anything else as texts, in which
    ``fold`` takes capital and small letters for the same.
    """
    if test in _TEXTS:
        return _TEXTS[test](_folded(written(one), fold), _folded(written(other), fold))
    left, right = decide(one, other)
    if isinstance(left, str) and isinstance(right, str):
        left, right = _folded(left, fold), _folded(right, fold)
    return _ORDERS[test](left, right)


def _folded(text: str, fold: bool) -> str:
    return text.casefold() if fold else text
