"""Single fields of plain JSON data: checked when read, with words for what is wrong where."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.graph.errors import BadValue
from app.graph.file_errors import WrongShape
from app.graph.phrases import Phrase
from app.graph.spec import Plain

Record = dict[str, Plain]

LARGEST_COORDINATE = 1e9
"""Canvas units; far beyond any graph, and still exact on a screen."""

_WORDS: Mapping[type, str] = {
    dict: Phrase("an object"),
    list: Phrase("a list"),
    str: Phrase("text"),
    bool: Phrase("true or false"),
    int: Phrase("a whole number"),
    float: Phrase("a number"),
    type(None): Phrase("null"),
}


@dataclass(frozen=True)
class Place:
    """Where in which file a value stands; only used for messages."""

    file: str
    path: tuple[str, ...] = ()

    def __truediv__(self, name: object) -> Place:
        return Place(self.file, (*self.path, str(name)))

    def refusal(self, expected: str, value: Plain) -> WrongShape:
        """The error that says what should stand here instead of ``value``."""
        where = ".".join(self.path) or Phrase("the whole text")
        found = _WORDS.get(type(value), Phrase("something else"))
        if isinstance(value, bool | int | float | str):
            found = repr(value) if len(str(value)) <= 40 else found
        return WrongShape(file=self.file, where=where, expected=expected, found=found)


def read_pair(value: Plain, place: Place) -> tuple[str, str]:
    """A node id and the name of its socket or output; raises WrongShape."""
    match value:
        case [str(node), str(name)]:
            return node, name
    raise place.refusal(Phrase("a list of a node's id and a socket's name"), value)


def read_object(value: Plain, place: Place) -> Record:
    """An object; raises WrongShape."""
    if not isinstance(value, dict):
        raise place.refusal(Phrase("an object"), value)
    return value


def unknown_fields(record: Record, known: frozenset[str]) -> Record:
    """The fields that this version does not know, to be kept."""
    return {name: value for name, value in record.items() if name not in known}


def read_text_field(record: Record, name: str, place: Place, default: str | None = "") -> str:
    """The text called ``name``, else ``default`` (None: it must be there); raises WrongShape."""
    value = record.get(name, default)
    if not isinstance(value, str):
        raise (place / name).refusal(Phrase("text"), value)
    return value


def read_flag(record: Record, name: str, place: Place) -> bool:
    """The flag called ``name``, false where it is absent; raises WrongShape."""
    value = record.get(name, False)
    if not isinstance(value, bool):
        raise (place / name).refusal(Phrase("true or false"), value)
    return value


def read_colour(record: Record, place: Place) -> str | None:
    """The colour, or None; raises WrongShape."""
    value = record.get("colour")
    if value is not None and not isinstance(value, str):
        raise (place / "colour").refusal(Phrase("a colour such as #7aa2ff, or null"), value)
    return value


def read_rectangle(
    record: Record, default: tuple[float, float, float, float], place: Place
) -> tuple[float, float, float, float]:
    """The rectangle as x, y, width, height; raises WrongShape."""
    x, y, width, height = read_numbers(record.get("rectangle", default), 4, place / "rectangle")
    return x, y, width, height


def coordinates(values: Iterable[float]) -> Any:
    """Coordinates on the canvas as floats; raises BadValue for what is no place on it."""
    numbers = tuple(map(float, values))
    if not all(-LARGEST_COORDINATE <= n <= LARGEST_COORDINATE for n in numbers):
        expected = Phrase("numbers of at most {most:g}", most=LARGEST_COORDINATE)
        raise BadValue(parameter=Phrase("The position"), expected=expected, value=str(numbers))
    return numbers


def read_numbers(value: Plain, count: int, place: Place) -> Any:
    """A tuple of ``count`` coordinates; raises WrongShape."""
    if (
        isinstance(value, list | tuple)
        and len(value) == count
        and all(isinstance(n, int | float) and not isinstance(n, bool) for n in value)
        and all(-LARGEST_COORDINATE <= n <= LARGEST_COORDINATE for n in value)
    ):
        return tuple(map(float, value))
    raise place.refusal(
        Phrase(
            "a list of {count} numbers of at most {most:g}", count=count, most=LARGEST_COORDINATE
        ),
        value,
    )


def numbers_to_plain(values: Iterable[float]) -> list[float]:
    """Whole numbers without their ``.0``, which would only be noise in the file."""
    return [int(n) if math.isfinite(n) and n == int(n) else n for n in values]
