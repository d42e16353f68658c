"""How many tokens a prompt takes, as whoever shows it asks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TokenCount:
    """``count`` tokens in ``windows`` that hold ``room`` tokens each, marks not counted."""

    count: int
    windows: int
    room: int
