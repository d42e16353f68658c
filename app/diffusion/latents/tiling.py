"""Big pictures in small memory: work done tile by tile, with borders that blend into each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from app.sdk.errors import NodeError


class TilesOverlapTooFar(NodeError):
    """Tiles that overlap by half or more never get on."""

    english = (
        "Tiles of {tile} px cannot overlap by {overlap} px: lower the overlap to at most {most} px "
        "or use larger tiles."
    )


@dataclass(frozen=True)
class Tiling:
    """Side of a tile and how far neighbours overlap, in pixels; tile 0 does all in one go."""

    tile: int = 0
    overlap: int = 0

    def in_units(self, factor: int) -> tuple[int, int]:
        """Tile and overlap in latent places; raises TilesOverlapTooFar."""
        tile, overlap = self.tile // factor, self.overlap // factor
        if self.tile and (tile < 1 or overlap * 2 > tile):
            most = tile // 2 * factor
            raise TilesOverlapTooFar(tile=self.tile, overlap=self.overlap, most=most)
        return tile, overlap


def tiled(
    whole: Tensor,
    work: Callable[[Tensor], Tensor],
    tile: int,
    overlap: int,
    check: Callable[[], None],
) -> Tensor:
    """``work`` done on every tile of (1, channels, height, width), blended into one result.

    ``work`` may scale a tile by any whole number or its inverse. Where tiles overlap, each fades
    out linearly towards its border. ``check`` is called before every tile.
    """
    height, width = whole.shape[-2:]
    total = weights = None
    for top in starts(height, tile, overlap):
        for left in starts(width, tile, overlap):
            check()
            piece = whole[..., top : top + tile, left : left + tile].contiguous()
            done = work(piece)
            scale = done.shape[-1] / piece.shape[-1]
            if total is None or weights is None:
                size = (round(height * scale), round(width * scale))
                total = done.new_zeros((*done.shape[:2], *size))
                weights = done.new_zeros((1, 1, *size))
            fade = _fade(done, round(overlap * scale))
            place = (..., *_slices(done, round(top * scale), round(left * scale)))
            total[place] += done * fade
            weights[place] += fade
    assert total is not None
    assert weights is not None
    return total / weights


def starts(length: int, tile: int, overlap: int) -> Iterator[int]:
    """Where tiles begin; the last one ends at the border."""
    step = tile - overlap
    start = 0
    while start + tile < length:
        yield start
        start += step
    yield max(0, length - tile)


def _fade(piece: Tensor, overlap: int) -> Tensor:
    """(1, 1, height, width): 1 in the middle, falling towards the borders, never 0."""

    def ramp(length: int) -> Tensor:
        places = torch.arange(1, length + 1, dtype=piece.dtype, device=piece.device)
        return (torch.minimum(places, length + 1 - places) / (overlap + 1)).clamp(max=1)

    height, width = piece.shape[-2:]
    return (ramp(height)[:, None] * ramp(width)[None, :])[None, None]


def _slices(piece: Tensor, top: int, left: int) -> tuple[slice, slice]:
    height, width = piece.shape[-2:]
    return slice(top, top + height), slice(left, left + width)
