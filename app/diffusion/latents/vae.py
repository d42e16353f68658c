"""Between pixels and latents; picture by picture, so that a batch equals its pictures."""

from __future__ import annotations

from typing import Any

import torch
from diffusers import AutoencoderKLTemporalDecoder
from torch import Tensor

from app.diffusion import families
from app.diffusion.latents.latents import blank_for, from_posterior, repeated
from app.diffusion.latents.sides import check_size
from app.diffusion.latents.tiling import Tiling, tiled
from app.diffusion.loading.unsound import check_weights
from app.diffusion.memory.tiles import fitting
from app.diffusion.video.frames import apart, frames_of
from app.sdk.context import Context
from app.sdk.errors import NodeError
from app.sdk.models import VAE
from app.sdk.values import Image, Latent, Posterior

_MOST_FRAMES = 14
"""That many are decoded together, as in diffusers' pipeline for Stable Video Diffusion."""


class WrongLatent(NodeError):
    """A latent and an autoencoder do not belong together."""

    english = (
        "The latent is for {latent} with {channels} channels, but the VAE is for {vae} with "
        "{expected}: connect the VAE of the model that made the latent."
    )


class DecodedNaN(NodeError):
    """Decoding gave no numbers."""

    english = (
        "Picture {number} of {total} was decoded to NaN: check the Sampler's result, or use tiles "
        "and full precision for the VAE."
    )


class PictureNaN(NodeError):
    """Encoding gave no numbers."""

    english = (
        "Picture {number} of {total} was encoded to NaN: check the picture, or use tiles and full "
        "precision for the VAE."
    )


def decode(ctx: Context, vae: VAE, latent: Latent, tiling: Tiling) -> Image:
    """The pictures of a latent; raises NodeError, or Stopped between pictures and tiles."""
    latent = blank_for(latent, vae.weights.family, vae.channels, vae.factor)
    check_latent(vae, latent)
    module, frames = ctx.weights(vae), apart(latent.samples)
    shift = getattr(module.config, "shift_factor", None) or 0
    total, at_once = len(frames), _at_once(module, frames_of(latent.samples))
    height, width = (side * vae.factor for side in frames.shape[-2:])
    tiling = fitting(ctx, module, tiling, (at_once, height, width))
    done = []
    with torch.no_grad():
        for first in range(0, total, at_once):
            ctx.check()
            samples = frames[first : first + at_once].to(module.device, module.dtype)
            samples = samples / module.config.scaling_factor + shift
            pixels = _decoded(ctx, module, samples, tiling.in_units(vae.factor))
            if not bool(torch.isfinite(pixels).all()):
                if bool(torch.isfinite(samples).all()):
                    check_weights(vae.weights)
                raise DecodedNaN(number=first + 1, total=total)
            done.append((pixels / 2 + 0.5).clamp(0, 1).cpu())
            ctx.progress(first + len(samples), total)
    return Image(torch.cat(done).contiguous())


def encode(
    ctx: Context,
    vae: VAE,
    image: Image,
    tiling: Tiling,
    *,
    fit: str = "crop",
    copies: int = 1,
) -> Latent:
    """The pictures as a latent that keeps the posterior; ``fit`` and ``copies`` as in VAEEncode.

    Its samples are the means: draws are the Sampler's business. Raises NodeError, or Stopped.
    """
    pixels = fitted(image.pixels, vae.factor * families.patch_of(vae.weights.family), fit)
    posterior = _posterior(ctx, vae, pixels, tiling)
    samples = from_posterior(posterior, None)
    family = vae.weights.family
    return repeated(Latent(samples, family, posterior=posterior, factor=vae.factor), copies)


def _posterior(ctx: Context, vae: VAE, pixels: Tensor, tiling: Tiling) -> Posterior:
    """What the autoencoder says of pictures whose sides fit, one by one; raises PictureNaN."""
    module = ctx.weights(vae)
    tiling = fitting(ctx, module, tiling, (1, *pixels.shape[-2:]), encoding=True)
    tile, overlap = tiling.in_units(vae.factor)
    found = []
    with torch.no_grad():
        for index in range(len(pixels)):
            ctx.check()
            scaled = 2.0 * pixels[index : index + 1].to(module.device, module.dtype) - 1.0
            found.append(_encoded(ctx, module, scaled, (tile * vae.factor, overlap * vae.factor)))
            if not all(bool(torch.isfinite(part).all()) for part in found[-1]):
                check_weights(vae.weights)
                raise PictureNaN(number=index + 1, total=len(pixels))
            ctx.progress(index + 1, len(pixels))
    mean, deviation = (torch.cat(parts) for parts in zip(*found, strict=True))
    config = module.config
    shift = getattr(config, "shift_factor", None) or 0.0
    return Posterior(mean, deviation, config.scaling_factor, shift)


def fitted(pixels: Tensor, factor: int, fit: str) -> Tensor:
    """Pixels whose sides are multiples of ``factor``.

    ``fit``: ``crop`` keeps the middle, ``pad`` repeats the border, ``refuse`` raises UnevenSize.
    """
    height, width = pixels.shape[-2:]
    if fit == "refuse" or (fit == "crop" and min(height, width) < factor):
        check_size(width, height, factor)
    if fit == "pad":
        spare_height, spare_width = -height % factor, -width % factor
        sides = (
            spare_width // 2,
            spare_width - spare_width // 2,
            spare_height // 2,
            spare_height - spare_height // 2,
        )
        if any(sides):
            pixels = torch.nn.functional.pad(pixels, sides, mode="replicate")
        return pixels.contiguous()
    top, left = height % factor // 2, width % factor // 2
    bottom, right = top + height // factor * factor, left + width // factor * factor
    return pixels[..., top:bottom, left:right].contiguous()


def _at_once(module: Any, frames: int) -> int:
    """How many pictures are decoded together: one, or neighbouring frames where those count."""
    if not _is_temporal(module):
        return 1
    return next(count for count in range(min(frames, _MOST_FRAMES), 0, -1) if frames % count == 0)


def _is_temporal(module: Any) -> bool:
    """Whether an autoencoder looks at neighbouring frames as well."""
    return isinstance(module, AutoencoderKLTemporalDecoder)


def check_latent(vae: VAE, latent: Latent) -> None:
    """Raise WrongLatent where the autoencoder is of another family or has other channels."""
    channels = latent.samples.shape[1]
    if channels != vae.channels or latent.family != vae.weights.family:
        raise WrongLatent(
            latent=latent.family,
            channels=channels,
            vae=vae.weights.family,
            expected=vae.channels,
        )


def _decoded(ctx: Context, module: Any, samples: Tensor, tiles: tuple[int, int]) -> Tensor:
    more = {"num_frames": len(samples)} if _is_temporal(module) else {}

    def work(piece: Tensor) -> Tensor:
        pixels: Tensor = module.decode(piece, **more, return_dict=False)[0]
        return pixels

    if tiles[0] and max(samples.shape[-2:]) > tiles[0]:
        return tiled(samples, work, *tiles, ctx.check)
    return work(samples)


def _encoded(
    ctx: Context, module: Any, pixels: Tensor, tiles: tuple[int, int]
) -> tuple[Tensor, Tensor]:
    """Mean and standard deviation, each (1, channels, height, width) on the CPU."""

    def work(piece: Tensor) -> Tensor:
        posterior = module.encode(piece).latent_dist
        return torch.cat([posterior.mean, posterior.std], dim=1)

    whole = bool(tiles[0]) and max(pixels.shape[-2:]) > tiles[0]
    both = tiled(pixels, work, *tiles, ctx.check) if whole else work(pixels)
    mean, deviation = both.float().cpu().chunk(2, dim=1)
    return mean.contiguous(), deviation.contiguous()
