"""Plain values on wires: which values these are, and one kind of them as another."""

from __future__ import annotations

from contextlib import suppress
from typing import Literal

from app.diffusion.plain.formula_errors import NotThatKind
from app.graph.phrases import Phrase
from app.sdk.errors import NodeError

PlainValue = int | float | bool | str
Kind = Literal["number", "whole number", "yes or no", "text"]

_KINDS: dict[Kind, Phrase] = {
    "number": Phrase("number"),
    "whole number": Phrase("whole number"),
    "yes or no": Phrase("yes or no"),
    "text": Phrase("text"),
}


class NotPlain(NodeError):
    """Something arrived that can neither be reckoned with nor written down."""

    english = "{input} got {kind}: connect a number, a text, or yes or no."


def plain(value: object, name: str) -> PlainValue:
    """``value`` where it is plain; raises NotPlain, naming the input that it came by."""
    if isinstance(value, int | float | str):
        return value
    raise NotPlain(input=name, kind=Phrase(type(value).__name__))


def as_kind(value: PlainValue, kind: Kind, formula: str) -> PlainValue:
    """A value as ``kind`` of value; raises NotThatKind where it cannot be one."""
    if kind == "text":
        return written(value)
    if kind == "yes or no":
        return bool(value)
    if isinstance(value, str):
        shown = value if len(value) <= 40 else value[:37] + "..."
        raise NotThatKind(formula=formula, value=f'"{shown}"', kind=_KINDS[kind])
    return float(value) if kind == "number" else round(value)


def written(value: PlainValue) -> str:
    """A value as people write it: whole numbers without a point, truth as yes or no."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def decide(one: PlainValue, other: PlainValue) -> tuple[PlainValue, PlainValue]:
    """Two values that can be compared: numbers where both are, or hold, numbers; else texts."""
    numbers = _number(one), _number(other)
    if numbers[0] is not None and numbers[1] is not None:
        return numbers[0], numbers[1]
    return written(one), written(other)


def _number(value: PlainValue) -> float | int | None:
    if isinstance(value, int | float):
        return value
    for read in (int, float):
        with suppress(ValueError):
            return read(value)
    return None
