"""The notations in which prompts weigh words: every character of a prompt, and what it is there.

Who encodes a prompt and who shows it in colours both read it here, so they cannot disagree.

A1111 (wiki, "Attention/emphasis"): ``(x)`` is worth 1.1, ``[x]`` 1/1.1, ``(x:1.3)`` exactly 1.3;
brackets within brackets multiply; a bracket left open reaches to the end; ``\\(``, ``\\)``,
``\\[``, ``\\]`` and ``\\\\`` stand for themselves; ``BREAK`` in capitals ends a chunk. Schedules
such as ``[a:b:0.5]`` are not part of this reading.

ComfyUI (README, "Notes"): ``(x)`` is worth 1.1 and multiplies with what is around it; a number
replaces it, ``(x:1.3)`` is 1.3 however deep it lies; ``\\(`` and ``\\)`` stand for themselves;
brackets that do not match, square brackets and ``BREAK`` are plain text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

Reading = Literal["plain", "A1111", "ComfyUI"]

EMPHASIS = 1.1
DEEPEST = 64
"""Brackets nested deeper than this are read as text."""
HEAVIEST = 1000.0

_A1111 = re.compile(r"\\[()\[\]\\]|:\s*[+-]?[.\d]+\s*\)|[()\[\]]|[^\\()\[\]:]+|[\\:]")
_BREAK = re.compile(r"\s*\bBREAK\b\s*")
_COMFYUI = re.compile(r"(?<!\\)[()]")


class Role(StrEnum):
    """What a part of a prompt is there for. A stray bracket is one that matches no other."""

    TEXT = "text"
    OPEN = "open"
    CLOSE = "close"
    NUMBER = "number"
    BREAK = "break"
    STRAY = "stray"


@dataclass(frozen=True)
class Part:
    """The characters from ``start`` to ``end``, and the ``text`` that they mean, with its weight.

    Brackets that were understood, numbers and BREAK mean no text. Of an opening bracket and a
    number, ``weight`` is what they say themselves.
    """

    start: int
    end: int
    role: Role
    text: str = ""
    weight: float = 1.0


def parts_of(prompt: str, reading: Reading) -> tuple[Part, ...]:
    """All parts of a prompt, in order and without gaps. Never fails."""
    match reading:
        case "A1111":
            return tuple(_Weighing(prompt).parts)
        case "ComfyUI":
            return tuple(_comfyui(prompt, 0, len(prompt), 1.0, 0))
        case _:
            return (Part(0, len(prompt), Role.TEXT, prompt),) if prompt else ()


class _Weighing:
    """Reads A1111's notation: a closing bracket weighs all that came since it was opened."""

    def __init__(self, prompt: str) -> None:
        self.parts: list[Part] = []
        self._weights: list[float] = []  # apart, for a part costs more to make than to weigh
        self._opened: dict[str, list[int]] = {"(": [], "[": []}
        for found in _A1111.finditer(prompt):
            self._take(found.start(), found[0])
        for bracket, factor in (("(", EMPHASIS), ("[", 1 / EMPHASIS)):
            for place in self._opened[bracket]:
                self.parts[place] = replace(self.parts[place], role=Role.STRAY)
                self._weigh(place, factor)
        weighed = zip(self.parts, self._weights, strict=False)
        self.parts[: len(self._weights)] = [replace(part, weight=each) for part, each in weighed]

    def _take(self, start: int, piece: str) -> None:
        """One piece: a bracket, a number with its bracket, or text."""
        opened, end = self._opened, start + len(piece)
        number = _number(piece[1:-1]) if piece[0] == ":" and piece[-1] == ")" else None
        if piece in opened and len(opened[piece]) < DEEPEST:
            opened[piece].append(len(self.parts))
            factor = EMPHASIS if piece == "(" else 1 / EMPHASIS
            self.parts.append(Part(start, end, Role.OPEN, weight=factor))
        elif number is not None and opened["("]:
            self._weigh(opened["("].pop(), number)
            self.parts.append(Part(start, end - 1, Role.NUMBER, weight=number))
            self.parts.append(Part(end - 1, end, Role.CLOSE))
        elif piece in (")", "]") and opened["(" if piece == ")" else "["]:
            place = opened["(" if piece == ")" else "["].pop()
            self._weigh(place, EMPHASIS if piece == ")" else 1 / EMPHASIS)
            self.parts.append(Part(start, end, Role.CLOSE))
        else:
            self.parts.extend(_text(start, piece))

    def _weigh(self, place: int, factor: float) -> None:
        """Weigh the text behind a bracket."""
        parts, weights = self.parts, self._weights
        weights += [part.weight for part in parts[len(weights) :]]
        for index in range(place + 1, len(parts)):
            if parts[index].text:
                weights[index] = _limited(weights[index] * factor)


def _text(start: int, piece: str) -> Iterator[Part]:
    """Text between brackets, cut at every BREAK."""
    if len(piece) == 2 and piece[0] == "\\":
        yield Part(start, start + 2, Role.TEXT, piece[1])
        return
    if piece in ("(", ")", "[", "]"):
        yield Part(start, start + 1, Role.STRAY, piece)
        return
    begin = 0
    for found in _BREAK.finditer(piece):
        if found.start() > begin:
            yield Part(
                start + begin, start + found.start(), Role.TEXT, piece[begin : found.start()]
            )
        yield Part(start + found.start(), start + found.end(), Role.BREAK)
        begin = found.end()
    if begin < len(piece):
        yield Part(start + begin, start + len(piece), Role.TEXT, piece[begin:])


def _comfyui(prompt: str, start: int, end: int, weight: float, depth: int) -> Iterator[Part]:
    """The parts of a stretch that lies within ``depth`` brackets, which weigh it by ``weight``."""
    for begin, stop, matched in _outermost(prompt, start, end):
        if not matched or depth >= DEEPEST:
            yield from _comfyui_text(prompt, begin, stop, weight)
            continue
        inner, close = begin + 1, stop - 1
        yield Part(begin, inner, Role.OPEN, weight=EMPHASIS)
        colon = prompt.rfind(":", inner, close)
        number = _number(prompt[colon + 1 : close]) if colon > inner else None
        if number is None:
            lifted = _limited(weight * EMPHASIS)
            yield from _comfyui(prompt, inner, close, lifted, depth + 1)
        else:
            yield from _comfyui(prompt, inner, colon, number, depth + 1)
            yield Part(colon, close, Role.NUMBER, weight=number)
        yield Part(close, stop, Role.CLOSE)


def _outermost(prompt: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """A stretch cut before each outermost ``(`` and behind the ``)`` that matches it.

    Of each piece: where it lies, and whether it is a pair of brackets with what is between.
    """
    depth, begin = 0, start
    for found in _COMFYUI.finditer(prompt, start, end):
        if found[0] == "(":
            if depth == 0 and found.start() > begin:
                yield begin, found.start(), False
                begin = found.start()
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                yield begin, found.end(), prompt[begin] == "("
                begin = found.end()
    if begin < end:
        # As in ComfyUI, brackets that were left open are closed by one at the very end.
        closed = _COMFYUI.match(prompt, end - 1)
        yield begin, end, prompt[begin] == "(" and closed is not None and closed[0] == ")"


def _comfyui_text(prompt: str, start: int, end: int, weight: float) -> Iterator[Part]:
    """Text with brackets that match nothing: they stand for themselves."""
    begin = start
    for found in _COMFYUI.finditer(prompt, start, end):
        if found.start() > begin:
            yield _plain(prompt, begin, found.start(), weight)
        yield Part(found.start(), found.end(), Role.STRAY, found[0], weight)
        begin = found.end()
    if begin < end:
        yield _plain(prompt, begin, end, weight)


def _plain(prompt: str, start: int, end: int, weight: float) -> Part:
    shown = prompt[start:end].replace(r"\(", "(").replace(r"\)", ")")
    return Part(start, end, Role.TEXT, shown, weight)


def _number(text: str) -> float | None:
    """A finite number, or None for what is none."""
    try:
        number = float(text)
    except ValueError:
        return None
    return _limited(number) if math.isfinite(number) else None


def _limited(weight: float) -> float:
    return min(max(weight, -HEAVIEST), HEAVIEST)
