"""How large networks are and in which numbers they are loaded, told without loading them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping

import torch

from app.diffusion.device import Device
from app.diffusion.memory.plans import Need
from app.sdk.models import Weights

AT_EVERY_STEP = ("unet", "transformer", "controlnet", "motion_adapter", "t2i_adapter")
"""Networks that compute in the number type of the device."""

_BLOCK = re.compile(r"\w+\.\d+\.")
_SHARE = 0.5
"""A text encoder computes in 32 bits where that takes at most this part of all memory."""


def number_type(part: str, numbers: int, device: Device) -> torch.dtype:
    """The number type of a part with so many ``numbers``; see Device.

    Text encoders compute in 32 bits, and in bfloat16 where that would fill the memory, as with
    T5-XXL, whose float32 weights take 19 GB; float16 would overflow in it. All memory counts and
    not what is free now, so that the same prompt always comes out the same.
    """
    if part in AT_EVERY_STEP:
        return device.dtype
    large = numbers * torch.float32.itemsize > _SHARE * device.total_memory()
    return torch.bfloat16 if part.startswith("text_encoder") and large else torch.float32


def need_of(shapes: Mapping[str, tuple[int, ...]], itemsize: int, work: int) -> Need:
    """What a network with tensors of these shapes takes; ``work``: of a call beside the weights."""
    blocks, layers, rest = Counter[str](), Counter[str](), 0
    for name, shape in shapes.items():
        size = math.prod(shape) * itemsize
        layers[name.rpartition(".")[0]] += size
        found = _BLOCK.match(name)
        if found:
            blocks[found[0]] += size
        else:
            rest += size
    weights = blocks.total() + rest
    return Need(
        weights, max(blocks.values(), default=weights), rest, max(layers.values(), default=0), work
    )


def may_move(weights: Weights) -> bool:
    """Whether a network may come piece by piece: not one whose weights are packed by GGUF."""
    return not weights.path.lower().endswith(".gguf")
