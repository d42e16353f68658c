"""U-Nets that are weakened for a part of their batch, to be guided away from what they then say.

Ahn et al. 2024, "Self-Rectifying Diffusion Sampling with Perturbed-Attention Guidance": every place
attends to itself alone. Skipped layers: Hyung et al. 2024, "Spatiotemporal Skip Guidance for
Enhanced Video Diffusion Sampling", as diffusers' ``SkipLayerGuidance`` has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import torch
from diffusers.models.attention import BasicTransformerBlock
from torch import Tensor

from app.sdk.courses import Perturbation
from app.sdk.errors import NodeError


class NoSuchLayers(NodeError):
    """None of the network's layers has one of the names."""

    english = (
        "The model has no layers named {layers}: name some of its blocks, such as mid, "
        "down_blocks.1 or up_blocks.0, with commas between them."
    )


class AttendingToItself:
    """Self-attention in which each place of the last ``rows`` sees only itself."""

    def __init__(self, plain: Any, rows: int) -> None:
        self._plain = plain
        self._rows = rows

    def __call__(self, attention: Any, hidden_states: Tensor, *args: Any, **kwargs: Any) -> Tensor:
        """(rows of the batch, places, width), as attention processors of diffusers."""
        whole, weak = hidden_states[: -self._rows], hidden_states[-self._rows :]
        project, drop = attention.to_out
        return torch.cat(
            [
                self._plain(attention, whole, *args, **kwargs),
                drop(project(attention.to_v(weak))),
            ]
        )


@contextmanager
def weakened(module: Any, perturbation: Perturbation, rows: int) -> Iterator[None]:
    """While it is open, the named blocks are weak for the last ``rows`` of every call.

    Raises NoSuchLayers.
    """
    undo: list[Callable[[], None]] = []
    try:
        for block in _blocks(module, perturbation.layers):
            weaken = _attention if perturbation.kind == "attention" else _skipped
            undo.append(weaken(block, rows))
        yield
    finally:
        for restore in undo:
            restore()


def _blocks(module: Any, layers: str) -> list[Any]:
    """The transformer blocks in whose name one of the comma-separated ``layers`` occurs."""
    names = [name.strip() for name in layers.split(",") if name.strip()]
    found = [
        block
        for name, block in module.named_modules()
        if isinstance(block, BasicTransformerBlock) and any(part in name for part in names)
    ]
    if not found:
        raise NoSuchLayers(layers=layers)
    return found


def _attention(block: Any, rows: int) -> Callable[[], None]:
    attention, plain = block.attn1, block.attn1.processor
    attention.set_processor(AttendingToItself(plain, rows))
    return lambda: attention.set_processor(plain)


def _skipped(block: Any, rows: int) -> Callable[[], None]:
    def skip(_: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any], output: Tensor) -> Tensor:
        given = args[0] if args else kwargs["hidden_states"]
        return torch.cat([output[:-rows], given[-rows:]])

    removable = block.register_forward_hook(skip, with_kwargs=True)
    return lambda: removable.remove()
