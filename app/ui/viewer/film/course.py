"""In which order the frames of a film are seen."""

from __future__ import annotations

from enum import Enum


class Ending(Enum):
    """What follows the last frame."""

    LOOP = "loop"
    BACK_AND_FORTH = "back-and-forth"
    ONCE = "once"

    @property
    def next(self) -> Ending:
        """The one after this, around."""
        every = list(Ending)
        return every[(every.index(self) + 1) % len(every)]


def frame_at(step: int, count: int, ending: Ending) -> int:
    """The frame, from 0, that is seen ``step`` frames after the first one was."""
    if count < 2:
        return 0
    if ending is Ending.ONCE:
        return min(step, count - 1)
    if ending is Ending.LOOP:
        return step % count
    turn = step % (2 * count - 2)
    return turn if turn < count else 2 * count - 2 - turn


def is_over(step: int, count: int, ending: Ending) -> bool:
    """Whether nothing follows."""
    return ending is Ending.ONCE and step >= count - 1
