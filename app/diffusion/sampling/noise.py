"""Random numbers: one generator for every picture, on the CPU, so that every device draws alike."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Generator, Tensor


def generators(seeds: Sequence[int]) -> list[Generator]:
    """A new generator for each picture."""
    return [Generator("cpu").manual_seed(seed) for seed in seeds]


def draw(
    shape: Sequence[int], sources: Sequence[Generator], *, frames_first: bool = False
) -> Tensor:
    """Normal noise of ``shape`` (n, ...), picture by picture, as ``randn_tensor`` of diffusers.

    ``frames_first``: of a video (n, channels, frames, height, width), one frame after the other.
    """
    if frames_first:
        count, channels, frames, *places = shape
        return draw((count, frames, channels, *places), sources).transpose(1, 2).contiguous()
    single = (1, *shape[1:])
    drawn = [torch.randn(single, generator=source) for source in sources]
    return drawn[0] if len(drawn) == 1 else torch.cat(drawn)


def states(sources: Sequence[Generator]) -> tuple[Tensor, ...]:
    """Where each generator stands."""
    return tuple(source.get_state() for source in sources)


def resume(sources: Sequence[Generator], kept: Sequence[Tensor]) -> None:
    """Put the generators back to where they stood."""
    for source, state in zip(sources, kept, strict=True):
        source.set_state(state)
