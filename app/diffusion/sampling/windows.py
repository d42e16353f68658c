"""Large pictures through overlapping windows, whose predictions are blended in every step.

Bar-Tal et al. 2023, "MultiDiffusion: Fusing Diffusion Paths for Controlled Image Generation", blend
evenly; Jiménez 2023, "Mixture of Diffusers for scene composition and high resolution image
generation", by a Gaussian that counts the middle of a window most.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from app.diffusion.latents.tiling import starts
from app.sdk.regions import Windows

_VARIANCE = 0.01  # of Jiménez's Gaussian, in parts of a window's side


class Window(NamedTuple):
    """A part of a latent, in its places."""

    top: int
    left: int
    height: int
    width: int

    def cut(self, whole: Tensor, factor: int = 1) -> Tensor:
        """The same part of (..., height, width), which is ``factor`` times larger than latents."""
        top, left = self.top * factor, self.left * factor
        bottom, right = top + self.height * factor, left + self.width * factor
        return whole[..., top:bottom, left:right].contiguous()

    def cut_latent(self, whole: Tensor, size: tuple[int, int]) -> Tensor:
        """The same part of a latent, where this one is of a picture of that height and width."""
        factor = size[0] // whole.shape[-2]
        sides = (self.top, self.left, self.height, self.width)
        return Window(*(side // factor for side in sides)).cut(whole)


def windows_over(windows: Windows | None, size: tuple[int, int], factor: int) -> Sequence[Window]:
    """The windows over a latent of this height and width, from top left on; at least one."""
    height, width = size
    if windows is None:
        return (Window(0, 0, height, width),)
    tall, wide = min(windows.height // factor, height), min(windows.width // factor, width)
    overlap = windows.overlap // factor
    return [
        Window(top, left, tall, wide)
        for top in starts(height, tall, min(overlap, tall - 1))
        for left in starts(width, wide, min(overlap, wide - 1))
    ]


def blended(
    whole: Tensor, windows: Sequence[Window], fade: str, work: Callable[[Window], Tensor]
) -> Tensor:
    """What ``work`` makes of every window of a latent (n, ...), as a mean at every place.

    Its results are (m, channels, height, width) of the window. One window gives what work gives.
    """
    if len(windows) == 1:
        return work(windows[0])
    total = weights = None
    for window in windows:
        done = work(window)
        weight = _weights(window, fade).to(done.device, done.dtype)
        if total is None or weights is None:
            size = whole.shape[-2:]
            total = done.new_zeros((*done.shape[:-2], *size))
            weights = done.new_zeros((1, 1, *size))
        rows = slice(window.top, window.top + window.height)
        columns = slice(window.left, window.left + window.width)
        total[..., rows, columns] += done * weight
        weights[..., rows, columns] += weight
    assert total is not None
    assert weights is not None
    return total / weights


def _weights(window: Window, fade: str) -> Tensor:
    """How much each place of a window counts, (1, 1, height, width)."""
    if fade == "even":
        return torch.ones(1, 1, window.height, window.width)
    return (_gaussian(window.height)[:, None] * _gaussian(window.width)[None, :])[None, None]


def _gaussian(side: int) -> Tensor:
    middle = (side - 1) / 2
    places = [((place - middle) / side) ** 2 / (2 * _VARIANCE) for place in range(side)]
    return torch.tensor([math.exp(-away) for away in places])
