"""Which sizes of pictures a latent can stand for. Needs no torch: it is asked while one edits."""

from __future__ import annotations

from app.sdk.errors import NodeError

FACTOR = 8
"""Pixels of a picture for each place of a latent."""


class UnevenSize(NodeError):
    """A picture's side does not fit the latent grid."""

    english = (
        "{width} x {height} is no size for a latent: both sides must be multiples of {factor}, "
        "such as {fitting}."
    )


def check_size(width: int, height: int, factor: int = FACTOR) -> None:
    """Raise UnevenSize where a side is not a multiple of ``factor``."""
    if width % factor or height % factor:
        fitting = " x ".join(str(max(factor, side // factor * factor)) for side in (width, height))
        raise UnevenSize(width=width, height=height, factor=factor, fitting=fitting)
