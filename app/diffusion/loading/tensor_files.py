"""Reads tensors from weight files by name, one at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import torch
from safetensors import safe_open
from torch import Tensor

from app.diffusion.checkpoints.gguf_files import read_gguf
from app.diffusion.loading.drives import can_vanish
from app.diffusion.loading.safetensors_files import places_in, read_tensor

Read = Callable[[str], Tensor]
"""Gives the tensor of this name."""

_SMALL_FLOATS = (torch.float8_e4m3fn, torch.float8_e5m2)
_SCALES = ("scale_weight", "weight_scale")
_CANNOT_MAP = re.compile("unable to mmap|cannot allocate", re.IGNORECASE)


@contextmanager
def open_tensors(files: Sequence[Path]) -> Iterator[Read]:
    """Something that reads from all of ``files``, safetensors or one GGUF, while they are open."""
    with ExitStack() as stack:
        if files[0].suffix.lower() == ".gguf":
            yield read_gguf(files[0])
            return
        readers: dict[str, Read] = {}
        for file in files:
            readers |= _mapped(file, stack) or _unmapped(file, stack)
        yield lambda name: _read(readers, name)


def _mapped(file: Path, stack: ExitStack) -> dict[str, Read]:
    """What reads each tensor from a mapped file; empty where it cannot be mapped, or must not."""
    if can_vanish(file):
        return {}
    try:
        opened = stack.enter_context(safe_open(file, framework="pt"))
    except (RuntimeError, MemoryError) as error:
        if isinstance(error, RuntimeError) and not _CANNOT_MAP.search(str(error)):
            raise
        return {}
    return dict.fromkeys(opened.keys(), opened.get_tensor)


def _unmapped(file: Path, stack: ExitStack) -> dict[str, Read]:
    """What reads each tensor into memory of its own."""
    places = places_in(file)
    opened = stack.enter_context(file.open("rb"))
    return dict.fromkeys(places, lambda name: read_tensor(opened, places[name]))


def _read(readers: dict[str, Read], name: str) -> Tensor:
    """One tensor; one in 8 bits with a number beside it that scales it comes out scaled."""
    tensor = readers[name](name)
    if tensor.dtype not in _SMALL_FLOATS:
        return tensor
    stem = name.removesuffix("weight")
    beside = next((stem + scale for scale in _SCALES if stem + scale in readers), None)
    if beside is None:
        return tensor
    return tensor.to(torch.float32) * readers[beside](beside).to(torch.float32)
