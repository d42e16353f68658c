"""The functions and constants that formulas may use."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

CONSTANTS: Mapping[str, float] = {"pi": math.pi, "e": math.e}


def _clamp(value: float, low: float, high: float) -> float:
    """``value``, but not below ``low`` nor above ``high``."""
    return max(low, min(high, value))


def _mix(one: float, other: float, amount: float) -> float:
    """The place between two numbers: 0 is the first, 1 the second."""
    return one + (other - one) * amount


def _snap(value: float, step: float) -> float:
    """The multiple of ``step`` that is nearest."""
    return round(value / step) * step


def _round(value: float, digits: int = 0) -> float:
    """Rounded, halves to the even neighbour; a whole number where no digits are asked for."""
    if not -20 <= digits <= 20:
        raise ValueError("round keeps at most 20 digits")
    return round(value, digits) if digits else round(value)


def _length(text: str) -> int:
    """How many characters a text has."""
    if not isinstance(text, str):
        raise TypeError("length counts the characters of a text")
    return len(text)


def _number(text: Any) -> float:
    """The number that a text holds."""
    return float(text)


def _text(value: Any) -> str:
    """A value as a text."""
    return str(value)


def _lower(text: str) -> str:
    """A text in small letters."""
    return str(text).lower()


def _upper(text: str) -> str:
    """A text in capital letters."""
    return str(text).upper()


def _least(*values: Any) -> Any:
    """The smallest of two or more values."""
    return min(values)


def _greatest(*values: Any) -> Any:
    """The largest of two or more values."""
    return max(values)


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    **{"min": _least, "max": _greatest, "clamp": _clamp, "mix": _mix, "snap": _snap},
    **{"round": _round, "floor": math.floor, "ceil": math.ceil, "abs": abs, "int": int},
    **{"sqrt": math.sqrt, "exp": math.exp, "log": math.log, "log2": math.log2},
    **{"log10": math.log10, "sin": math.sin, "cos": math.cos, "tan": math.tan},
    **{"number": _number, "text": _text, "length": _length, "lower": _lower, "upper": _upper},
}
