"""Reads lists of seeds that people write."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.sdk.courses import Seeds
from app.sdk.errors import NodeError

MOST = 256
"""How many pictures a batch can have."""

_LARGEST = 2**63 - 1
_PART = re.compile(r"(\d{1,19})(?:\s*[-\u2013]\s*(\d{1,19}))?", re.ASCII)


class BadSeeds(NodeError):
    """A part of a list of seeds is neither a seed nor a range."""

    english = (
        "{part} is no seed: write whole numbers from 0 to 9223372036854775807, or ranges such as "
        "9-12, with commas between."
    )


class NoSeeds(NodeError):
    """A list of seeds is empty."""

    english = "The list has no seeds: write at least one, such as 1, 5, 9-12."


class TooManySeeds(NodeError):
    """A list of seeds is longer than a batch may be."""

    english = "The list has more than {most} seeds: make it shorter, or use several Samplers."


class BackwardRange(NodeError):
    """A range of seeds ends before it starts."""

    english = "The range {part} ends before it starts: write {last}-{first}."


def read_seeds(text: str) -> Seeds:
    """The seeds of a text such as ``1, 5, 9-12``, in its order; raises NodeError."""
    numbers: list[int] = []
    for part in filter(None, map(str.strip, re.split(r"[,;\n]", text))):
        numbers += _numbers(part)
        if len(numbers) > MOST:
            raise TooManySeeds(most=MOST)
    if not numbers:
        raise NoSeeds
    return Seeds(tuple(numbers))


def _numbers(part: str) -> Iterator[int]:
    found = _PART.fullmatch(part)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, _LARGEST + 1)
    if max(first, last) > _LARGEST:
        shown = part if len(part) <= 40 else part[:37] + "..."
        raise BadSeeds(part=shown)
    if last < first:
        raise BackwardRange(part=part, first=first, last=last)
    return iter(range(first, min(last, first + MOST) + 1))
