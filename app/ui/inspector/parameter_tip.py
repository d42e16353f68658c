"""What a parameter means, in a few lines: for tips, and for the help beside a node."""

from __future__ import annotations

from app.graph.spec import ParameterKind, ParameterSpec, Plain
from app.ui.words import choice_text, tr


def parameter_tip(parameter: ParameterSpec) -> str:
    """Tip, range, unit and default, one a line."""
    lines = [parameter.tip] if parameter.tip else []
    return "\n".join([*lines, *parameter_facts(parameter)])


def parameter_facts(parameter: ParameterSpec) -> list[str]:
    """Range and default in words, as far as there are any."""
    return [words for words in (_range(parameter), _default(parameter)) if words]


def _range(parameter: ParameterSpec) -> str:
    if parameter.kind is ParameterKind.SEED:
        return ""  # a range of 19 digits helps nobody
    low = number_text(parameter.low, parameter.unit)
    high = number_text(parameter.high, parameter.unit)
    if low and high:
        return tr("From {low} to {high}.", low=low, high=high)
    if low:
        return tr("{low} or more.", low=low)
    return tr("Up to {high}.", high=high) if high else ""


def _default(parameter: ParameterSpec) -> str:
    if parameter.default in ("", None):
        return ""
    return tr("Default: {default}.", default=_default_text(parameter))


def _default_text(parameter: ParameterSpec) -> str:
    if parameter.kind is ParameterKind.CHOICE:
        return choice_text(str(parameter.default))
    return plain_text(parameter.default, parameter.unit)


def number_text(number: float | None, unit: str = "") -> str:
    """A number with its unit; empty for None."""
    if number is None:
        return ""
    text = str(number) if isinstance(number, int) else f"{number:g}"
    return f"{text} {unit}" if unit else text


def plain_text(value: Plain, unit: str = "") -> str:
    """A value of a parameter as people read it."""
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    if isinstance(value, list | tuple):
        return " × ".join(str(part) for part in value)
    if isinstance(value, int | float):
        return number_text(value, unit)
    return str(value)
