"""What a ControlNet of a U-Net is told, for those rows of a batch that it leads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from torch import Tensor

from app.diffusion.families.family import Inputs, Led

Rows = list[int] | slice


def told(module: Any, led: Led) -> dict[str, Any]:
    """What a ControlNet follows, or a union of them, which takes a list and a flag a kind."""
    if not led.kinds:
        return {"controlnet_cond": led.pictures[0], "conditioning_scale": led.strengths[0]}
    flags = led.pictures[0].new_zeros(module.config.num_control_type)
    flags[list(led.kinds)] = 1
    return {
        "controlnet_cond": list(led.pictures),
        "conditioning_scale": list(led.strengths),
        "control_type": flags.repeat(len(led.pictures[0]), 1),
        "control_type_idx": list(led.kinds),
    }


def rows_of(inputs: Inputs, rows: Rows) -> dict[str, Any]:
    """These rows of the batch, of every tensor."""
    return {
        name: rows_of(value, rows) if isinstance(value, Mapping) else value[rows]
        for name, value in inputs.items()
    }


def filled_up(part: Tensor, rows: Rows, samples: Tensor) -> Tensor:
    """A tensor of some rows as one of all, 0 in the others."""
    if len(part) == len(samples):
        return part
    whole = part.new_zeros((len(samples), *part.shape[1:]))
    whole[rows] = part
    return whole
