"""Tiny LoRAs and learnt words for the tiny SDXL; see tests/tiny_folders.py."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import torch
from diffusers import UNet2DConditionModel
from safetensors.torch import save_file
from torch import Tensor

from tests import components

_ATTENTION = ("to_q", "to_k", "to_v", "to_out.0")


def lora(path: Path, seed: int, config: Mapping[str, Any]) -> None:
    """A LoRA of kohya's layout for the attention of a U-Net."""
    network = components.seeded(1, lambda: UNet2DConditionModel(**config))
    save_file(dict(_factors(network, torch.Generator().manual_seed(seed))), path)


def _factors(network: torch.nn.Module, source: torch.Generator) -> Iterator[tuple[str, Tensor]]:
    for name, weight in network.named_parameters():
        layer = name.removesuffix(".weight")
        if layer.endswith(_ATTENTION):
            start = "lora_unet_" + layer.replace(".", "_")
            yield f"{start}.lora_down.weight", torch.randn(2, weight.shape[1], generator=source)
            yield f"{start}.lora_up.weight", torch.randn(weight.shape[0], 2, generator=source)
            yield f"{start}.alpha", torch.tensor(1.0)


def word(path: Path, seed: int) -> None:
    """A word of two vectors for both text encoders of SDXL."""
    source = torch.Generator().manual_seed(seed)
    lists = {
        name: torch.randn(2, components.WIDTH, generator=source) for name in ("clip_l", "clip_g")
    }
    save_file(lists, path)
