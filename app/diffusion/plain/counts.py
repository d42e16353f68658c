"""How long a list may be. Needs no torch."""

from __future__ import annotations

from app.sdk.errors import NodeError

MOST = 1000
"""Items of a list: each may be a picture to make."""


class TooManyItems(NodeError):
    """A list is longer than anyone could mean."""

    english = "The list would have {count} items, and at most {most} are allowed: make it shorter."


def check_count(count: int) -> None:
    """Raise TooManyItems for a list that is too long."""
    if count > MOST:
        raise TooManyItems(count=count, most=MOST)
