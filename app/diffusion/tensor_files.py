"""Reads tensors from weight files by name, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from torch import Tensor

from app.diffusion.checkpoints.gguf_files import read_gguf

Read = Callable[[str], Tensor]
"""Gives the tensor of this name."""

_SMALL_FLOATS = (torch.float8_e4m3fn, torch.float8_e5m2)
_SCALES = ("scale_weight", "weight_scale")


@contextmanager
def open_tensors(files: Sequence[Path]) -> Iterator[Read]:
    """Something that reads from all of ``files``, safetensors or one GGUF, while they are open."""
    with ExitStack() as stack:
        if files[0].suffix.lower() == ".gguf":
            yield read_gguf(files[0])
            return
        places: dict[str, Any] = {}
        for file in files:
            opened = stack.enter_context(safe_open(file, framework="pt"))
            places |= dict.fromkeys(opened.keys(), opened)
        yield lambda name: _read(places, name)


def _read(places: dict[str, Any], name: str) -> Tensor:
    """One tensor; one in 8 bits with a number beside it that scales it comes out scaled."""
    tensor: Tensor = places[name].get_tensor(name)
    if tensor.dtype not in _SMALL_FLOATS:
        return tensor
    stem = name.removesuffix("weight")
    beside = next((stem + scale for scale in _SCALES if stem + scale in places), None)
    if beside is None:
        return tensor
    scale: Tensor = places[beside].get_tensor(beside)
    return tensor.to(torch.float32) * scale.to(torch.float32)
