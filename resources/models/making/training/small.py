"""Small U-Nets that see something beside the noise: what those for masks and instructions share."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import torch
from torch import Tensor

from resources.models.making.training import denoiser
from resources.models.making.training.sampling import Answer

RECIPE = replace(denoiser.RECIPE, batch=32, average=0.998, seed=61)


def new_network(channels: int, seed: int) -> Any:
    """An untaught U-Net of so many channels in; small, since beside the base it is kept whole."""
    return denoiser.new_denoiser(replace(denoiser.SMALL, into=channels), seed)


def seeing(network: Any, beside: Tensor) -> Answer:
    """A U-Net as what answers, with the same beside the latents without and with the prompt."""
    twice = beside.repeat(2, 1, 1, 1)

    def answer(latents: Tensor, level: Tensor, meaning: Tensor) -> Tensor:
        given = torch.cat([latents, twice], 1).contiguous(memory_format=torch.channels_last)
        return network(given, level, meaning).sample  # type: ignore[no-any-return]

    return answer
