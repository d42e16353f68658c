"""Values of a sweep as they are written: lists, ranges, and texts with a word replaced."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping

from app.graph.errors import GraphError
from app.graph.spec import ParameterKind, ParameterSpec, Plain

MOST_CELLS = 1000

_NUMBERS = frozenset({ParameterKind.INTEGER, ParameterKind.FLOAT, ParameterKind.SEED})
_LINES = frozenset({ParameterKind.TEXT, ParameterKind.FILE, ParameterKind.FOLDER})
_ARROWS = ("->", "→")
_DIGITS = re.compile("[0-9]{1,9}")
_SHOWN = 60
"""How much of what was typed a message repeats."""


class BadRange(GraphError):
    """A range of numbers is none."""

    english = "{text} is no range: write first:last:count, such as 2:8:4."


class NothingReplaced(GraphError):
    """A text to be replaced does not occur."""

    english = "The text does not contain {wanted}, so nothing can be put in its place."


def example(parameter: ParameterSpec) -> str:
    """How values of a parameter are written."""
    if parameter.kind is ParameterKind.SIZE:
        return "512x512, 512x768"
    if parameter.kind in _LINES:
        return "cat -> dog"
    if parameter.kind is ParameterKind.BOOLEAN:
        return "true, false"
    if parameter.choices:
        return ", ".join(parameter.choices[:3])
    return "1, 2, 4" if parameter.kind in _NUMBERS else str(parameter.default)


def written(parameter: ParameterSpec, text: str, now: Plain) -> Iterator[tuple[Plain, str]]:
    """Values and their labels out of what was typed."""
    if parameter.kind in _LINES:
        yield from _texts(text, str(now))
        return
    for part in filter(None, map(str.strip, text.split(","))):
        if parameter.kind in _NUMBERS:
            whole = parameter.kind is not ParameterKind.FLOAT
            for number in _numbers(part, whole):
                yield number, f"{number:.10g}" if isinstance(number, float) else str(number)
        elif parameter.kind is ParameterKind.BOOLEAN:
            yield _BOOLEANS.get(part.lower(), part), part.lower()
        elif parameter.kind is ParameterKind.SIZE:
            yield _size(part), part
        else:
            yield part, part


_BOOLEANS: Mapping[str, bool] = {"true": True, "yes": True, "false": False, "no": False}


def _numbers(part: str, whole: bool) -> Iterator[Plain]:
    """One number, or a range ``first:last:count``."""
    pieces = part.split(":")
    if len(pieces) == 1:
        yield _number(part, whole)
        return
    try:
        first, last, count = float(pieces[0]), float(pieces[1]), int(pieces[2])
    except (ValueError, IndexError):
        raise BadRange(text=part[:_SHOWN]) from None
    if len(pieces) != 3 or not 1 <= count <= MOST_CELLS or not math.isfinite(last - first):
        raise BadRange(text=part[:_SHOWN])
    for index in range(count):
        value = first + (last - first) * index / max(count - 1, 1)
        yield round(value) if whole else round(value, 10)


def _number(part: str, whole: bool) -> Plain:
    """A number as it was typed; what is none is refused by the parameter."""
    for read in (int, float) if whole else (float,):
        try:
            return read(part)
        except ValueError:
            continue
    return part


def _size(part: str) -> Plain:
    """A width and a height; what is neither is refused by the parameter."""
    pair = part.lower().replace("×", "x").split("x")
    return [int(each) if _DIGITS.fullmatch(each.strip()) else each for each in pair]


def _texts(text: str, now: str) -> Iterator[tuple[str, str]]:
    """One text a line; ``cat -> dog`` puts one word in the place of another."""
    for line in filter(None, map(str.strip, text.splitlines())):
        arrow = next((arrow for arrow in _ARROWS if arrow in line), None)
        if arrow is None:
            yield line, line
            continue
        wanted, _, given = (part.strip() for part in line.partition(arrow))
        if not wanted or wanted not in now:
            raise NothingReplaced(wanted=wanted[:_SHOWN])
        yield now.replace(wanted, given), given
