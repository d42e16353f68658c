"""What a prompt says: its text in stretches of one weight, brackets resolved. Text in, text out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from app.sdk.prompt_parts import HEAVIEST, Reading, Role, parts_of

__all__ = ["HEAVIEST", "Prompt", "Reading", "Segment", "read_prompt"]


@dataclass(frozen=True)
class Segment:
    """A stretch of a prompt that has one weight; 1 is neutral."""

    text: str
    weight: float = 1.0


Prompt = tuple[tuple[Segment, ...], ...]
"""Segments in order, in groups that BREAK keeps apart; never empty."""


def read_prompt(text: str, reading: Reading) -> Prompt:
    """The segments of ``text``; weights lie within 1000 to both sides. Never fails."""
    groups: list[list[Segment]] = [[]]
    for part in parts_of(text, reading):
        if part.role is Role.BREAK:
            groups.append([])
        else:
            groups[-1].append(Segment(part.text, part.weight))
    return tuple(_merged(group) for group in groups)


def _merged(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Neighbours of equal weight as one; at least one segment, be it empty."""
    runs = groupby((s for s in segments if s.text), key=lambda segment: segment.weight)
    joined = (Segment("".join(s.text for s in run), weight) for weight, run in runs)
    return tuple(joined) or (Segment(""),)
