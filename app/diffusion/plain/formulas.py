"""Formulas that people write: read into a tree, checked, and worked out part by part.

Nothing is handed to Python's ``eval``: a formula may hold only what ``_NODES`` and the functions of
``formula_functions`` name, and every number and text stays within a bound.
"""

from __future__ import annotations

import ast
import math
import operator
import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.diffusion.plain.formula_errors import (
    BrokenFormula,
    CannotWorkOut,
    DividedByZero,
    ForbiddenPart,
    TooDeep,
    TooLarge,
    UnknownName,
)
from app.diffusion.plain.formula_functions import CONSTANTS, FUNCTIONS
from app.sdk.errors import NodeError

PlainValue = int | float | bool | str

_LONGEST = 2000
_MOST_BITS = 4096
_LONGEST_TEXT = 100_000

_NODES = (
    *(ast.Expression, ast.Constant, ast.Name, ast.Load, ast.Call, ast.IfExp),
    *(ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow),
    *(ast.UnaryOp, ast.UAdd, ast.USub, ast.Not, ast.BoolOp, ast.And, ast.Or),
    *(ast.Compare, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In, ast.NotIn),
)

_BINARY: Mapping[type[ast.AST], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
}
_UNARY: Mapping[type[ast.AST], Callable[[Any], Any]] = {
    ast.UAdd: operator.pos,
    ast.USub: operator.neg,
    ast.Not: operator.not_,
}
_COMPARISONS: Mapping[type[ast.AST], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda item, whole: operator.contains(whole, item),
    ast.NotIn: lambda item, whole: not operator.contains(whole, item),
}


def read_formula(text: str, inputs: frozenset[str]) -> ast.expr:
    """The tree of a formula over ``inputs``; raises NodeError for anything that is not allowed."""
    tree = _parsed(text)
    for part in ast.walk(tree):
        _check_part(part, inputs)
    return tree.body


def names_in(text: str, inputs: frozenset[str]) -> frozenset[str]:
    """The inputs that a formula uses; none where it cannot be read."""
    try:
        tree = read_formula(text, inputs)
    except NodeError:
        return frozenset()
    return frozenset(n.id for n in ast.walk(tree) if isinstance(n, ast.Name)) & inputs


def work_out(text: str, values: Mapping[str, PlainValue]) -> PlainValue:
    """What a formula gives with these inputs: a finite number, a truth value or a text.

    Raises NodeError.
    """
    tree = read_formula(text, frozenset(values))
    try:
        return _value(tree, {**CONSTANTS, **values})
    except ZeroDivisionError as error:
        raise DividedByZero(formula=_short(text)) from error
    except OverflowError as error:
        raise TooLarge(formula=_short(text)) from error
    except RecursionError as error:
        raise TooDeep from error
    except (TypeError, ValueError) as error:
        problem = str(error).rstrip(".")
        raise CannotWorkOut(formula=_short(text), problem=problem) from error


def _parsed(text: str) -> ast.Expression:
    if not text.strip() or len(text) > _LONGEST:
        raise BrokenFormula(formula=_short(text), place=1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a doubtful escape nobody here needs to hear
            return ast.parse(" ".join(text.split()), mode="eval")
    except SyntaxError as error:
        raise BrokenFormula(formula=_short(text), place=error.offset or 1) from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise TooDeep from error


def _check_part(part: ast.AST, inputs: frozenset[str]) -> None:
    if not _is_allowed(part):
        raise ForbiddenPart(part=_short(ast.unparse(part)) or type(part).__name__)
    if isinstance(part, ast.Name) and part.id not in {*inputs, *CONSTANTS, *FUNCTIONS}:
        known = ", ".join(sorted({*inputs, *CONSTANTS, *FUNCTIONS}, key=lambda n: (len(n), n)))
        raise UnknownName(name=_short(part.id), known=known)


def _is_allowed(part: ast.AST) -> bool:
    """Whether a part is arithmetic: of calls only those of our functions by their names."""
    match part:
        case ast.Call(func=ast.Name(id=name), keywords=[]):
            return name in FUNCTIONS
        case ast.Call():
            return False
        case ast.Constant(value=value):
            return isinstance(value, int | float | str)
    return isinstance(part, _NODES)


def _value(part: ast.expr, names: Mapping[str, PlainValue]) -> PlainValue:
    """The value of one part; names of functions alone are none."""
    match part:
        case ast.Constant(value=value):
            return _bounded(value)
        case ast.Name(id=name):
            if name not in names:
                raise CannotWorkOut(formula=name, problem=f"write {name}(...)")
            return names[name]
        case ast.IfExp(test=test, body=body, orelse=other):
            return _value(body if _value(test, names) else other, names)
        case ast.BoolOp():
            return _joined(part, names)
        case ast.Compare():
            return all(_compared(part, names))
        case _:
            return _bounded(_operated(part, names))


def _operated(part: ast.expr, names: Mapping[str, PlainValue]) -> Any:
    match part:
        case ast.UnaryOp(op=op, operand=operand):
            return _UNARY[type(op)](_value(operand, names))
        case ast.BinOp(left=left, op=op, right=right):
            one, other = _value(left, names), _value(right, names)
            _check_growth(op, one, other)
            return _BINARY[type(op)](one, other)
        case ast.Call(func=ast.Name(id=name), args=args):
            return FUNCTIONS[name](*(_value(argument, names) for argument in args))
    raise ForbiddenPart(part=_short(ast.unparse(part)))


def _joined(part: ast.BoolOp, names: Mapping[str, PlainValue]) -> PlainValue:
    """``and`` and ``or`` as Python has them: what decides is the value, the rest is not asked."""
    is_and = isinstance(part.op, ast.And)
    value: PlainValue = is_and
    for operand in part.values:
        value = _value(operand, names)
        if bool(value) is not is_and:
            break
    return value


def _compared(part: ast.Compare, names: Mapping[str, PlainValue]) -> Iterator[bool]:
    """Each comparison of a chain such as ``1 < a < 5``."""
    left = _value(part.left, names)
    for op, operand in zip(part.ops, part.comparators, strict=True):
        right = _value(operand, names)
        yield _COMPARISONS[type(op)](left, right)
        left = right


def _check_growth(op: ast.operator, one: PlainValue, other: PlainValue) -> None:
    """Refuse what would take a long time or much memory before it is begun."""
    texts = [value for value in (one, other) if isinstance(value, str)]
    if texts and not isinstance(op, ast.Add | ast.Mult):
        raise TypeError("a text can only be joined with + or repeated with *")
    if texts and isinstance(op, ast.Mult):
        times = next((value for value in (one, other) if isinstance(value, int)), 0)
        if len(texts[0]) * times > _LONGEST_TEXT:
            raise OverflowError
    whole = isinstance(one, int) and isinstance(other, int) and other > 0
    if whole and isinstance(op, ast.Pow) and int(one).bit_length() * int(other) > _MOST_BITS:
        raise OverflowError


def _bounded(value: Any) -> PlainValue:
    """A value that may go on; raises for what is no real number, or is too large."""
    if isinstance(value, complex):
        raise ValueError("the result is no real number")
    if isinstance(value, float) and not math.isfinite(value):
        raise OverflowError
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        raise OverflowError
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        raise OverflowError
    plain: PlainValue = value
    return plain


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
