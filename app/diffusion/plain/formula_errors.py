"""Why a formula cannot be used, each in one sentence that says how to go on."""

from __future__ import annotations

from app.sdk.errors import NodeError


class BrokenFormula(NodeError):
    """A formula cannot be read."""

    english = (
        'The formula "{formula}" cannot be read from character {place} on: '
        "write it like a * 2 + max(b, 1)."
    )


class ForbiddenPart(NodeError):
    """A formula holds something that is no arithmetic."""

    english = (
        "{part} cannot be part of a formula: use numbers, texts, inputs, + - * / // % **, "
        "comparisons, and, or, not, if and else, and functions."
    )


class UnknownName(NodeError):
    """A formula names something that there is not."""

    english = "The formula uses {name}, which is not known: use one of {known}."


class DividedByZero(NodeError):
    """A formula divides by zero."""

    english = '"{formula}" divides by zero: change the number that it divides by.'


class TooLarge(NodeError):
    """A formula gives something that no node could use."""

    english = '"{formula}" becomes too large: use smaller numbers or shorter texts.'


class TooDeep(NodeError):
    """A formula has more parts within each other than can be followed."""

    english = "The formula has too many parts within each other: split it over several nodes."


class CannotWorkOut(NodeError):
    """A formula mixes what does not go together."""

    english = '"{formula}" cannot be worked out ({problem}): change the formula or its inputs.'


class NotThatKind(NodeError):
    """The result cannot be given as what was asked for."""

    english = '"{formula}" gives {value}, which is no {kind}: choose another kind of result.'
