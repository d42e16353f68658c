"""Latents in patches, in a row, as Flux takes them."""

from __future__ import annotations

import torch
from torch import Tensor


def pack(latent: Tensor) -> Tensor:
    """(n, channels, height, width) in patches of 2 x 2: (n, patches, 4 * channels)."""
    count, channels, height, width = latent.shape
    patches = latent.reshape(count, channels, height // 2, 2, width // 2, 2)
    return patches.permute(0, 2, 4, 1, 3, 5).reshape(count, -1, 4 * channels)


def unpack(patches: Tensor, height: int, width: int) -> Tensor:
    """The latent of this height and width again."""
    latent = patches.reshape(len(patches), height // 2, width // 2, -1, 2, 2)
    return latent.permute(0, 3, 1, 4, 2, 5).reshape(len(patches), -1, height, width)


def places(height: int, width: int) -> Tensor:
    """(height * width, 3): zero, row and column of every patch."""
    rows, columns = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
    return torch.stack([torch.zeros_like(rows), rows, columns], dim=-1).reshape(-1, 3).float()
