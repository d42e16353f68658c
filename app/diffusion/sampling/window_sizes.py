"""Which windows can go over a picture. Needs no torch: it is asked while one edits."""

from __future__ import annotations

from app.sdk.errors import NodeError


class WindowsOverlapTooFar(NodeError):
    """Windows that overlap wholly never get on."""

    english = (
        "Windows of {side} px cannot overlap by {overlap} px: lower the overlap, or use larger "
        "windows."
    )


def check_windows(size: tuple[int, int], overlap: int) -> None:
    """Raise WindowsOverlapTooFar where windows of this width and height never get on."""
    if overlap >= min(size):
        raise WindowsOverlapTooFar(side=min(size), overlap=overlap)
