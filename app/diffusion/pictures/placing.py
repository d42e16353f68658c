"""Where two pictures or latents lie on each other when one is placed on the other."""

from __future__ import annotations

from typing import NamedTuple

from torch import Tensor

from app.diffusion.pictures.pictures import OutsidePicture

Part = tuple[slice, slice, slice, slice]
"""A part of (n, channels, height, width)."""


class Overlap(NamedTuple):
    """The part that two have in common, as it lies in each of them."""

    base: Part
    over: Part


def overlap(base: Tensor, over: Tensor, left: int, top: int, factor: int = 1) -> Overlap:
    """The part of ``base`` that ``over`` covers, its corner at ``left``, ``top``.

    All are places of the tensors; ``factor`` pixels a place are only for the sentence. Raises
    OutsidePicture where they have nothing in common.
    """
    rows = _common(top, over.shape[2], base.shape[2])
    columns = _common(left, over.shape[3], base.shape[3])
    if rows.start >= rows.stop or columns.start >= columns.stop:
        raise OutsidePicture(
            left=left * factor,
            top=top * factor,
            width=base.shape[3] * factor,
            height=base.shape[2] * factor,
        )
    inner_rows = slice(rows.start - top, rows.stop - top)
    inner_columns = slice(columns.start - left, columns.stop - left)
    whole = slice(None)
    return Overlap((whole, whole, rows, columns), (whole, whole, inner_rows, inner_columns))


def _common(start: int, length: int, room: int) -> slice:
    return slice(max(start, 0), min(start + length, room))
