"""The codec between pictures and latents: AutoencoderKL, four pixels to one latent pixel.

It starts as an exact codec of block averages. Latents are at last brought to mean 0 and deviation 1
per channel inside the two 1 x 1 convolutions (whitening), so that nothing has to be scaled outside.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from diffusers import AutoencoderKL
from torch import Generator, Tensor
from torch.nn import functional

from resources.models.making.training.budget import Budget, Recipe
from resources.models.making.training.data import PictureSet, Pixels, shards
from resources.models.making.training.runs import Run
from resources.models.making.training.stage import Place
from resources.models.making.training.vae_start import LATENTS, start

log = logging.getLogger(__name__)

PICTURES = PictureSet("codec", 3072, (("scene", 0.7), ("shape", 0.15), ("relation", 0.15)))
CHECK = PictureSet("codec-check", 128)
RECIPE = Recipe(batch=8, rate=1.5e-3, warm_up=60, falling=0.8, average=0.995, seed=11, half=True)
NOISE = 0.08
"""Deviation of the noise on latents while learning, so that near latents show near pictures."""


@dataclass(frozen=True)
class Widths:
    """Channels at full, half and quarter size."""

    full: int = 16
    half: int = 32
    quarter: int = 64


def new_codec(widths: Widths = Widths(), size: int = 128) -> Any:
    """An untaught codec that already averages blocks."""
    codec = AutoencoderKL(
        block_out_channels=(widths.full, widths.half, widths.quarter),
        down_block_types=["DownEncoderBlock2D"] * 3,
        up_block_types=["UpDecoderBlock2D"] * 3,
        layers_per_block=1,
        norm_num_groups=1,
        latent_channels=LATENTS,
        mid_block_add_attention=False,
        sample_size=size,
        scaling_factor=1.0,
    )
    generator = Generator().manual_seed(RECIPE.seed)
    with torch.no_grad():
        start(codec, generator)
    return codec.to(memory_format=torch.channels_last)


def to_range(pixels: Pixels | np.memmap[Any, Any]) -> Tensor:
    """Pixels n x height x width x 3, 0 to 255, as n x 3 x height x width, -1 to 1."""
    return torch.from_numpy(np.ascontiguousarray(pixels)).permute(0, 3, 1, 2).float() / 127.5 - 1.0


def batches(pixels: Pixels, many: int) -> tuple[Tensor, ...]:
    """Pixels, -1 to 1, in batches."""
    return torch.split(to_range(pixels), many)


@dataclass
class Pieces:
    """Takes crops out of pictures and asks the codec to give them back."""

    pixels: Pixels
    device: torch.device
    side: int

    def loss(self, codec: Any, generator: Generator, batch: int) -> Tensor:
        """Difference, squared difference and difference of slopes; whole pictures now and then."""
        whole = bool(torch.rand((), generator=generator) < 0.15)
        side = self.pixels.shape[1] if whole else self.side
        many = max(1, batch * self.side**2 // side**2)
        chosen = torch.randint(0, len(self.pixels), (many,), generator=generator)
        places = torch.randint(
            0, self.pixels.shape[1] - side + 1, (many, 2, 2), generator=generator
        )
        pieces = [self._livelier(n, at, side) for n, at in zip(chosen, places, strict=True)]
        wanted = to_range(np.stack(pieces)).to(self.device)
        wanted = wanted.to(codec.dtype).contiguous(memory_format=torch.channels_last)
        latents = codec.encode(wanted).latent_dist.mean
        noise = torch.randn(latents.shape, generator=generator).to(latents)
        made = codec.decode(latents + NOISE * noise).sample.float()
        quiet: Tensor = latents.float().pow(2).mean()
        return _difference_of(made, wanted.float()) + 1e-3 * quiet

    def _livelier(self, number: Tensor, places: Tensor, side: int) -> Pixels:
        """Of two crops the one with more to see: most of a picture is even ground."""
        picture = self.pixels[int(number)]
        found = [picture[top : top + side, left : left + side] for top, left in places.tolist()]
        return max(found, key=lambda piece: float(piece[::2, ::2].std(axis=(0, 1)).sum()))


def _difference_of(made: Tensor, wanted: Tensor) -> Tensor:
    error = made - wanted
    across = (error[..., 1:] - error[..., :-1]).abs().mean()
    down = (error[..., 1:, :] - error[..., :-1, :]).abs().mean()
    flat = functional.avg_pool2d(error, 4).abs().mean()
    return error.abs().mean() + 2.0 * error.pow(2).mean() + 0.5 * (across + down) + 0.5 * flat


def fidelity(codec: Any, pixels: Pixels) -> float:
    """Mean peak signal-to-noise ratio in decibels of pictures that went there and back."""
    device = next(codec.parameters()).device
    found: list[float] = []
    with torch.no_grad():
        for wanted in batches(pixels, 8):
            made = codec.decode(codec.encode(wanted.to(device)).latent_dist.mode()).sample
            error = (made.clamp(-1, 1).cpu() - wanted).div(2).pow(2).mean((1, 2, 3))
            found += (-10.0 * torch.log10(error.clamp_min(1e-10))).tolist()
    return float(np.mean(found))


def whiten(codec: Any, pixels: Pixels) -> None:
    """Give latents mean 0 and deviation 1 per channel, by the two 1 x 1 convolutions alone."""
    device = next(codec.parameters()).device
    with torch.no_grad():
        parts = batches(pixels, 16)
        found = torch.cat([codec.encode(b.to(device)).latent_dist.mode() for b in parts])
        mean, spread = found.mean((0, 2, 3)), found.std((0, 2, 3))
        into, back = codec.quant_conv, codec.post_quant_conv
        into.weight[:LATENTS] /= spread[:, None, None, None]
        into.bias[:LATENTS] = (into.bias[:LATENTS] - mean) / spread
        into.weight[LATENTS:] = 0.0
        into.bias[LATENTS:] = -8.0
        back.bias += back.weight[:, :, 0, 0] @ mean
        back.weight *= spread[None, :, None, None]


def run(place: Place, budget: Budget, recipe: Recipe = RECIPE, widths: Widths = Widths()) -> None:
    """Teach the codec, and put it into the folder `vae`."""
    stage = Run(place.stage("vae"), new_codec(widths).to(place.device), recipe, budget)
    if stage.finished and (place.models / "vae").is_dir():
        return
    files = shards(PICTURES, place.data, place.processes)
    check = np.concatenate([np.load(p) for p in shards(CHECK, place.data, place.processes)])
    pixels = np.concatenate([np.load(path) for path in files])
    pieces = Pieces(pixels, stage.device, 64)

    def show() -> None:
        log.info("vae: %.2f dB", fidelity(stage.averaged(), check[:32]))

    stage.learn(pieces.loss, show)
    codec: Any = stage.averaged()
    whiten(codec, pieces.pixels[:768])
    place.note("vae", {"psnr": fidelity(codec, check), "samples": stage.counts.samples})
    codec.save_pretrained(place.models / "vae")
