"""Networks that belong to no checkpoint: each is opened by a reader of its own.

The store loads them by these handles, as it does the parts of checkpoints.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from app.sdk.context import Context
from app.sdk.models import Weights

UPSCALER = "upscaler"
OBSERVERS = ("depth_estimator", "segmenter", "pose_estimator", "person_detector")
"""Networks that look at pictures; see ``app/diffusion/vision``."""
PROMPT_ADAPTER = "ip_adapter"


@dataclass(frozen=True)
class Standalone:
    """A handle to such a network; it never travels on a wire."""

    weights: Weights


def handle(ctx: Context, part: str, path: Path) -> Standalone:
    """The handle to the network of this role at ``path``."""
    return Standalone(Weights(part, ctx.content(path), "", str(path)))


def is_standalone(weights: Weights) -> bool:
    """Whether ``load`` knows how to open it."""
    return weights.part in (UPSCALER, PROMPT_ADAPTER, *OBSERVERS)


def bytes_on_disk(weights: Weights) -> int:
    """About how much memory it takes: what its files take."""
    path = weights.place
    files = [path] if path.is_file() else path.glob("*.safetensors")
    return sum(file.stat().st_size for file in files)


def load(
    weights: Weights, device: torch.device, dtype: torch.dtype, check: Callable[[], None]
) -> Any:
    """The network on the device; calls ``check`` for every tensor and raises a refusal."""
    if weights.part == PROMPT_ADAPTER:
        from app.diffusion.loading.adapter_files import load_prompt_adapter

        return load_prompt_adapter(weights.place, device, dtype, check)
    if weights.part in OBSERVERS:
        from app.diffusion.vision.networks import load_observer

        return load_observer(weights, device, check)
    from app.diffusion.pictures.upscaling import load_upscaler

    return load_upscaler(weights.place, device, dtype, check)
