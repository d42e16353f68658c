"""Reads weights out of a prompt, in the notation of A1111 or of ComfyUI. Text in, text out.

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
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

Reading = Literal["plain", "A1111", "ComfyUI"]

EMPHASIS = 1.1
DEEPEST = 64
"""Brackets nested deeper than this are read as text."""
HEAVIEST = 1000.0

_A1111_PARTS = re.compile(r"\\[()\[\]\\]|:\s*[+-]?[.\d]+\s*\)|[()\[\]]|[^\\()\[\]:]+|[\\:]")
_BREAK = re.compile(r"\s*\bBREAK\b\s*")
_HIDDEN_OPEN, _HIDDEN_CLOSE = "\0(", "\0)"


@dataclass(frozen=True)
class Segment:
    """A stretch of a prompt that has one weight; 1 is neutral."""

    text: str
    weight: float = 1.0


Prompt = tuple[tuple[Segment, ...], ...]
"""Segments in order, in groups that BREAK keeps apart; never empty."""


def read_prompt(text: str, reading: Reading) -> Prompt:
    """The segments of ``text``; weights lie within 1000 to both sides. Never fails."""
    match reading:
        case "A1111":
            return _read_a1111(text)
        case "ComfyUI":
            return (_merged(_read_comfyui(text)),)
        case _:
            return ((Segment(text),),)


def _read_a1111(text: str) -> Prompt:
    groups: list[list[Segment]] = [[]]
    for segment in _weigh_a1111(text):
        first, *others = _BREAK.split(segment.text)
        groups[-1].append(Segment(first, segment.weight))
        groups.extend([Segment(other, segment.weight)] for other in others)
    return tuple(_merged(group) for group in groups)


def _weigh_a1111(text: str) -> list[Segment]:
    """Segments with weights; a closing bracket weighs all that came since it was opened."""
    texts: list[str] = []
    weights: list[float] = []
    opened: dict[str, list[int]] = {"(": [], "[": []}

    def weigh(start: int, factor: float) -> None:
        for index in range(start, len(weights)):
            weights[index] = _limited(weights[index] * factor)

    for part in _A1111_PARTS.findall(text):
        number = _number(part[1:-1]) if part[0] == ":" and part[-1] == ")" else None
        if part in opened and len(opened[part]) < DEEPEST:
            opened[part].append(len(weights))
        elif number is not None and opened["("]:
            weigh(opened["("].pop(), number)
        elif part == ")" and opened["("]:
            weigh(opened["("].pop(), EMPHASIS)
        elif part == "]" and opened["["]:
            weigh(opened["["].pop(), 1 / EMPHASIS)
        else:
            texts.append(part[1:] if part[0] == "\\" and len(part) == 2 else part)
            weights.append(1.0)
    for start in opened["("]:
        weigh(start, EMPHASIS)
    for start in opened["["]:
        weigh(start, 1 / EMPHASIS)
    return [Segment(*pair) for pair in zip(texts, weights, strict=True)]


def _read_comfyui(text: str) -> Iterator[Segment]:
    hidden = text.replace("\0", "").replace(r"\(", _HIDDEN_OPEN).replace(r"\)", _HIDDEN_CLOSE)
    for segment in _weigh_comfyui(hidden, 1.0, 0):
        shown = segment.text.replace(_HIDDEN_OPEN, "(").replace(_HIDDEN_CLOSE, ")")
        yield Segment(shown, segment.weight)


def _weigh_comfyui(text: str, weight: float, depth: int) -> Iterator[Segment]:
    for part in _comfyui_parts(text):
        if len(part) < 2 or part[0] != "(" or part[-1] != ")" or depth >= DEEPEST:
            yield Segment(part, weight)
            continue
        inner, colon, tail = part[1:-1].rpartition(":")
        number = _number(tail) if inner else None
        if number is None:
            yield from _weigh_comfyui(inner + colon + tail, _limited(weight * EMPHASIS), depth + 1)
        else:
            yield from _weigh_comfyui(inner, number, depth + 1)


def _comfyui_parts(text: str) -> Iterator[str]:
    """``text`` cut before each outermost ``(`` and behind the ``)`` that matches it."""
    depth = start = 0
    for match in re.finditer(r"(?<!\0)[()]", text):
        if match[0] == "(":
            if depth == 0 and match.start() > start:
                yield text[start : match.start()]
                start = match.start()
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                yield text[start : match.end()]
                start = match.end()
    if start < len(text):
        yield text[start:]


def _merged(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Neighbours of equal weight as one; at least one segment, be it empty."""
    runs = groupby((s for s in segments if s.text), key=lambda segment: segment.weight)
    joined = (Segment("".join(s.text for s in run), weight) for weight, run in runs)
    return tuple(joined) or (Segment(""),)


def _number(text: str) -> float | None:
    """A finite number, or None for what is none."""
    try:
        number = float(text)
    except ValueError:
        return None
    return _limited(number) if math.isfinite(number) else None


def _limited(weight: float) -> float:
    return min(max(weight, -HEAVIEST), HEAVIEST)
