"""Quarter turns and mirrors of pictures, masks and latents, which lose nothing."""

from __future__ import annotations

from typing import Literal

import torch
from torch import Tensor

Turn = Literal["none", "90° clockwise", "180°", "90° counterclockwise"]
Mirror = Literal["none", "left to right", "top to bottom"]

_QUARTERS: dict[Turn, int] = {
    "none": 0,
    "90° counterclockwise": 1,
    "180°": 2,
    "90° clockwise": 3,
}


def turned(planes: Tensor, turn: Turn, mirror: Mirror) -> Tensor:
    """(n, channels, height, width) mirrored, and then turned; new and contiguous."""
    if mirror != "none":
        planes = planes.flip(3 if mirror == "left to right" else 2)
    return planes.rot90(_QUARTERS[turn], (2, 3)).clone(memory_format=torch.contiguous_format)
