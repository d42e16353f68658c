"""Compiles the repeated blocks of a network for the device, where a compiler is at hand."""

from __future__ import annotations

from functools import cache
from typing import Any

import torch

from app.diffusion.loading.part_files import first_line
from app.sdk.errors import NodeError

BACKEND = "inductor"
"""What turns blocks into machine code; ``eager`` only traces them, and needs no compiler."""

_VARIANTS = 256  # blocks of several widths, times sizes of pictures, times batches


class CannotCompile(NodeError):
    """There is no compiler for the device, or it does not work."""

    english = (
        "The network cannot be compiled here ({problem}): switch compile off in Load Model, "
        "or install what is missing."
    )


def compile_blocks(module: Any, backend: str = BACKEND) -> None:
    """Have the repeated blocks of a network of diffusers compiled when they are first called.

    Every shape is compiled on its own, so that a result depends on its inputs alone and not on
    what was compiled before. Raises CannotCompile.
    """
    problem = _problem(module.device, backend)
    if problem:
        raise CannotCompile(problem=problem)
    import torch._dynamo.config as limits  # takes a second, so only where it is asked for

    limits.recompile_limit = max(limits.recompile_limit, _VARIANTS)
    limits.accumulated_recompile_limit = max(limits.accumulated_recompile_limit, _VARIANTS)
    if not module._repeated_blocks:  # diffusers names none for SD 3, but does for other ends
        module._repeated_blocks = list(module._no_split_modules or ())
    module.compile_repeated_blocks(fullgraph=True, dynamic=False, backend=backend)


@cache
def _problem(device: torch.device, backend: str) -> str:
    """Why nothing can be compiled for a device, or nothing; found out by a very small trial."""
    try:
        torch.compile(_trial, backend=backend, dynamic=False)(torch.ones(8, device=device))
    except Exception as error:  # a missing compiler shows itself in every kind of error
        return first_line(error)
    return ""


def _trial(numbers: torch.Tensor) -> torch.Tensor:
    return numbers * 2 + 1
