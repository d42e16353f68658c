"""Texts put together, changed, filled in and taken apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from app.diffusion.plain.counts import check_count
from app.diffusion.plain.values import PlainValue, written
from app.sdk.errors import NodeError

LONGEST = 1_000_000
"""Most characters that a text may come to have."""

_PLACE = re.compile(r"\{\{|\}\}|\{(\w+)(?::(\d{1,2})?(?:\.(\d))?)?\}")
"""A place, or a brace that was written twice and stands for itself."""


class TooLongText(NodeError):
    """A text grows beyond what any prompt needs."""

    english = "The text would have {count} characters, and at most {most} can be used: shorten it."


class NoSuchPlace(NodeError):
    """A text has a place for something that does not exist."""

    english = "The text has a place {place}, but there are only {known}: use one of these."


class NothingForPlace(NodeError):
    """Nothing arrives for a place in a text."""

    english = "Nothing is connected to {input}, which has a place in the text: connect it."


class NoParts(NodeError):
    """A text that should be taken apart has no parts."""

    english = "The text has no parts: write at least one, each on a line of its own."


def join(texts: Sequence[str], between: str, *, keep_empty: bool) -> str:
    """Texts one after the other; empty ones are left out, or kept. Raises TooLongText."""
    kept = [text for text in texts if keep_empty or text.strip()]
    return checked(_unescaped(between).join(kept))


def replaced(text: str, find: str, replace: str, *, fold: bool) -> str:
    """``text`` with ``replace`` wherever ``find`` stands.

    ``fold`` takes capital and small letters for the same. Raises TooLongText.
    """
    if not find:
        return text
    pattern = re.compile(re.escape(find), re.IGNORECASE if fold else 0)
    count = len(pattern.findall(text))
    _check_length(len(text) + count * (len(replace) - len(find)))
    return pattern.sub(lambda _: replace, text)


def places_in(text: str) -> frozenset[str]:
    """The names of the places in a text, as in ``a {colour} house``."""
    return frozenset(match[1] for match in _PLACE.finditer(text) if match[1])


def check_places(text: str, names: Sequence[str]) -> None:
    """Raise NoSuchPlace where a place has none of these names."""
    for name in sorted(places_in(text) - set(names)):
        known = ", ".join(f"{{{each}}}" for each in names)
        raise NoSuchPlace(place=f"{{{name}}}", known=known)


def filled(text: str, values: Mapping[str, PlainValue]) -> str:
    """``text`` with a value at every place.

    ``{n:3}`` writes a whole number with at least 3 places, ``{n:.2}`` a number with 2 behind the
    point, and ``{{`` a brace. Raises NothingForPlace and TooLongText.
    """

    def value(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0][0]
        if match[1] not in values:
            raise NothingForPlace(input=match[1])
        return _shown(values[match[1]], int(match[2] or 0), match[3])

    return checked(_PLACE.sub(value, text))


def split(text: str, at: str) -> list[str]:
    """The parts of a text between ``at``, without space around them.

    Raises NoParts and TooManyItems.
    """
    cut = _unescaped(at)
    parts = text.split(cut) if cut else [text]
    found = [part.strip() for part in parts if part.strip()]
    if not found:
        raise NoParts
    check_count(len(found))
    return found


def checked(text: str) -> str:
    """``text``; raises TooLongText."""
    _check_length(len(text))
    return text


def _check_length(count: int) -> None:
    if count > LONGEST:
        raise TooLongText(count=count, most=LONGEST)


def _shown(value: PlainValue, places: int, digits: str | None) -> str:
    """One value as a place asks for it; texts stay as they are."""
    if isinstance(value, bool | str):
        return written(value)
    if digits is not None:
        return f"{value:0{places}.{digits}f}"
    text = written(value)
    return text.zfill(places) if places else text


def _unescaped(text: str) -> str:
    r"""``\n`` and ``\t`` as the characters that a field of one line cannot hold."""
    return text.replace("\\n", "\n").replace("\\t", "\t")
