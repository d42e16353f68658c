"""Changes the weight of words in a prompt: finds the brackets around them, or sets new ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from app.sdk.prompt_parts import HEAVIEST, Reading, Role, parts_of

LEAST = 0.0
_WORD = re.compile(r"[\w'’-]+")


@dataclass(frozen=True)
class Marked:
    """A prompt with a selection in it; start and end are equal where nothing is selected."""

    text: str
    start: int
    end: int

    @property
    def selected(self) -> str:
        """The characters of the selection."""
        return self.text[self.start : self.end]


@dataclass(frozen=True)
class _Pair:
    """Brackets with what is inside, from ``inner`` to ``inner_end``, and the weight they say."""

    start: int
    inner: int
    inner_end: int
    end: int
    weight: float


def reweighed(marked: Marked, change: float, reading: Reading) -> Marked:
    """The prompt with the selected words, or the word at the cursor, weighed otherwise.

    The innermost brackets around them get the new number; words without brackets get new ones, and
    those that weigh 1 again lose theirs. Nothing happens where the reading knows no weights.
    """
    if reading == "plain":
        return marked
    pair = _around(marked, reading)
    if pair is not None:
        return _with_weight(marked.text, pair, pair.weight + change)
    start, end = _words(marked)
    if start == end:
        return marked
    return _with_weight(marked.text, _Pair(start, start, end, end, 1.0), 1.0 + change)


def _with_weight(text: str, pair: _Pair, weight: float) -> Marked:
    """The text with new brackets, or none, around what is inside; that is selected."""
    number = f"{min(max(weight, LEAST), HEAVIEST):.2f}".rstrip("0").rstrip(".")
    inside = text[pair.inner : pair.inner_end]
    opening, closing = ("", "") if number == "1" else ("(", f":{number})")
    start = pair.start + len(opening)
    made = f"{text[: pair.start]}{opening}{inside}{closing}{text[pair.end :]}"
    return Marked(made, start, start + len(inside))


def _around(marked: Marked, reading: Reading) -> _Pair | None:
    """The innermost brackets around the selection; one that selects all within them counts."""
    fitting = [
        pair
        for pair in _pairs(marked.text, reading)
        if (pair.start < marked.start or pair.start == marked.start < marked.end)
        and marked.end <= pair.end
        and (marked.start == marked.end or _holds_all(pair, marked))
    ]
    return min(fitting, key=lambda pair: pair.end - pair.start, default=None)


def _holds_all(pair: _Pair, marked: Marked) -> bool:
    """Whether nothing but spaces is inside of the brackets and outside of the selection."""
    before = marked.text[pair.inner : marked.start]
    behind = marked.text[marked.end : pair.inner_end]
    return not (before.strip() or behind.strip())


def _pairs(text: str, reading: Reading) -> list[_Pair]:
    """All brackets that match each other."""
    found: list[_Pair] = []
    opened: list[tuple[int, int, float]] = []
    number: tuple[int, float] | None = None
    for part in parts_of(text, reading):
        if part.role is Role.OPEN:
            opened.append((part.start, part.end, part.weight))
        elif part.role is Role.NUMBER:
            number = part.start, part.weight
        elif part.role is Role.CLOSE and opened:
            start, inner, weight = _partner(text, opened, text[part.start])
            inner_end, weight = number or (part.start, weight)
            found.append(_Pair(start, inner, inner_end, part.end, weight))
            number = None
    return found


def _partner(
    text: str, opened: list[tuple[int, int, float]], closing: str
) -> tuple[int, int, float]:
    """Take the last opening bracket of the same shape; A1111 lets round and square ones cross."""
    shape = "(" if closing == ")" else "["
    others = len(list(takewhile(lambda held: text[held[0]] != shape, reversed(opened))))
    return opened.pop(max(0, len(opened) - 1 - others))


def _words(marked: Marked) -> tuple[int, int]:
    """Where the selection without its outer spaces lies, or the word that the cursor touches."""
    chosen = marked.selected
    if chosen.strip():
        start = marked.start + len(chosen) - len(chosen.lstrip())
        return start, start + len(chosen.strip())
    touching = (
        found.span()
        for found in _WORD.finditer(marked.text)
        if found.start() <= marked.start <= found.end()
    )
    return next(touching, (marked.start, marked.start))
