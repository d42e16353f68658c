"""Parts of the steps in which something acts."""

from __future__ import annotations

from app.sdk.errors import NodeError


class EmptyPart(NodeError):
    """Something ends before it starts."""

    english = "It ends at {end}, before it starts at {start}: raise end or lower start."


def check_part(start: float, end: float) -> None:
    """Raise EmptyPart where a part of the steps ends before it starts."""
    if end < start:
        raise EmptyPart(start=start, end=end)
