"""Pictures for ControlNets that look at latents: through the VAE, with noise of their own.

diffusers' pipelines for Flux draw from the VAE's posterior with the picture's generator, before any
other draw; those for SD 3 take the global one, which no seed decides, so that here the numbers that
the picture's seed begins with stand for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import torch
from torch import Tensor

from app.diffusion.latents.latents import from_posterior
from app.diffusion.loaded import Loaded
from app.diffusion.sampling import noise
from app.sdk.values import AppliedControl, Control, Latent, Posterior


class Drawing(NamedTuple):
    """Which random numbers a picture takes: the ``place``-th draw of ``shape`` from the seeds."""

    seeds: tuple[int, ...]
    shape: tuple[int, ...]
    place: int

    @property
    def numbers(self) -> Tensor:
        """(pictures, channels, height, width)."""
        sources = noise.generators(self.seeds)
        for _ in range(self.place):
            noise.draw(self.shape, sources)
        return noise.draw(self.shape, sources)


def drawings(
    chain: Sequence[AppliedControl], seeds: tuple[int, ...], shape: tuple[int, ...]
) -> list[Drawing | None]:
    """For each ControlNet of a chain the random numbers of its picture's latent, if any."""
    found: list[Drawing | None] = []
    for applied in chain:
        place = sum(drawing is not None for drawing in found)
        found.append(Drawing(seeds, shape, place) if applied.network.latents else None)
    return found


def after_drawings(latent: Latent, control: Control | None) -> Latent:
    """The latent, whose own draws come after those of the ControlNets."""
    count = sum(applied.network.latents for applied in control.chain) if control else 0
    shapes = (tuple(latent.samples.shape),) * count
    return replace(latent, drawn=(*latent.drawn, *shapes)) if shapes else latent


def control_latent(vae: Loaded, pixels: Tensor, drawing: Drawing, *, shifted: bool) -> Tensor:
    """(n, channels, height, width) from pixels (n, 3, height, width), in the network's units.

    ``shifted`` False leaves the VAE's shift out, as some ControlNets were trained.
    """
    config, found = vae.module.config, []
    for index in range(len(pixels)):
        pixel = pixels[index : index + 1].to(vae.device, vae.dtype)
        said = vae.module.encode(2.0 * pixel - 1.0).latent_dist
        found.append((said.mean, said.std))
    mean, deviation = (torch.cat(parts) for parts in zip(*found, strict=True))
    shift = (config.shift_factor or 0.0) if shifted else 0.0
    posterior = Posterior(mean, deviation, config.scaling_factor, shift)
    return from_posterior(posterior, drawing.numbers.to(vae.device, vae.dtype))
