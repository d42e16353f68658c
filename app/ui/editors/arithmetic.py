"""Works out what is typed into a number's field: ``512*1.5``, ``(64+8)/2``. Nothing else is run."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Mapping

LONGEST = 80
SIGNS = frozenset("0123456789.+-*/%() ,")
"""The characters of a sum; a comma is read as a point."""

_PAIRS: Mapping[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
_SINGLES: Mapping[type[ast.unaryop], Callable[[float], float]] = {
    ast.UAdd: operator.pos,
    ast.USub: operator.neg,
}


def may_become_sum(text: str) -> bool:
    """Whether what is typed so far can still become something that ``calculated`` understands."""
    return len(text) <= LONGEST and SIGNS.issuperset(text)


def calculated(text: str) -> int | float | None:
    """The value of a sum; None for anything that is none, or has no finite value."""
    if not may_become_sum(text):
        return None
    try:
        tree = ast.parse(text.strip().replace(",", "."), mode="eval")
        value = _value(tree.body)
        return value if math.isfinite(value) else None
    except (SyntaxError, ValueError, ArithmeticError, MemoryError, RecursionError):
        return None


def _value(node: ast.expr) -> int | float:
    """The value of a part of a sum; raises ValueError for what does not belong into one."""
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return number
        case ast.UnaryOp(op=sign, operand=operand) if type(sign) in _SINGLES:
            return _SINGLES[type(sign)](_value(operand))
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _PAIRS:
            return _PAIRS[type(sign)](_value(left), _value(right))
        case _:
            raise ValueError("not a sum")
