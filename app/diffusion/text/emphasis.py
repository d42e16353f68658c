"""How the weights of a prompt act on its embeddings."""

from __future__ import annotations

from collections.abc import Sequence

import torch


def scale_a1111(embeddings: torch.Tensor, weights: Sequence[float]) -> torch.Tensor:
    """A1111's default ("Original"): every token times its weight, then the old mean restored.

    ``embeddings``: (1, tokens, width), a whole window with its marks and padding; one weight each.
    """
    scaled = embeddings * _column(weights, embeddings)
    mean = scaled.mean()
    return scaled if mean == 0 else scaled * (embeddings.mean() / mean)


def scale_comfyui(
    embeddings: torch.Tensor, empty: torch.Tensor, weights: Sequence[float]
) -> torch.Tensor:
    """ComfyUI: every token moves along the line from its place in the empty prompt.

    ``embeddings``, ``empty``: (1, tokens, width). Weight 0 gives the empty prompt's token, 1 the
    token itself, bit by bit.
    """
    column = _column(weights, embeddings)
    moved = (embeddings - empty) * column + empty
    return torch.where(column == 1, embeddings, moved)


def _column(weights: Sequence[float], embeddings: torch.Tensor) -> torch.Tensor:
    """One weight a token, to be broadcast over the width."""
    column = torch.tensor(weights, dtype=embeddings.dtype, device=embeddings.device)
    return column.view(1, -1, 1)
