"""Tiles for pictures that an autoencoder has no room to make in one go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.diffusion.latents.tiling import Tiling
from app.diffusion.memory.placed import Placed, place_of
from app.diffusion.memory.plans import RESERVE
from app.diffusion.memory.work import autoencoder_bytes
from app.sdk.context import Context, note
from app.sdk.errors import NodeError

_SIDES = (1024, 768, 512, 384, 256)
_OVERLAP = 64


class WorksInTiles(NodeError):
    """What is said where tiles were not asked for."""

    english = (
        "There is too little memory for the whole picture at once, so it is done in tiles of "
        "{tile} px; their colours may differ a little."
    )


def fitting(
    ctx: Context, module: Any, asked: Tiling, size: tuple[int, int, int], *, encoding: bool = False
) -> Tiling:
    """The tiling that was asked for, or a smaller one where that does not fit.

    ``size``: pictures at once, height and width in pixels. The user is told, and the result is kept
    as one that was made in tiles.
    """
    place = place_of(module)
    if place is None or asked.tile:
        return asked
    count, height, width = size
    channels = int(module.config.block_out_channels[0])

    def taken(side: int) -> int:
        pixels = count * min(side, height) * min(side, width)
        return autoencoder_bytes(channels, pixels, place.dtype.itemsize, encoding=encoding)

    most, longest = place.largest_tile, max(height, width)
    if not (most and longest > most) and _fits(place, taken(longest)):
        return asked
    sides = _allowed(most)
    side = next((side for side in sides if _fits(place, taken(side))), _SIDES[-1])
    if longest <= side:
        return asked
    found = Tiling(side, _OVERLAP)
    note(ctx, WorksInTiles(tile=side).message, f"tiles of {side} px over {_OVERLAP} px")
    return found


def _allowed(most: int) -> Iterator[int]:
    return (side for side in _SIDES if not most or side <= most)


def _fits(place: Placed, needed: int) -> bool:
    return place.find_room(needed + RESERVE)
