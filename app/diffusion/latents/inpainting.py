"""A picture, the part of it that may change, and what the VAE says of the rest."""

from __future__ import annotations

from dataclasses import replace

import torch

from app.diffusion.latents.latents import WrongMaskBatch, masked, repeated
from app.diffusion.latents.tiling import Tiling
from app.diffusion.latents.vae import encode, fitted
from app.sdk.context import Context
from app.sdk.errors import NodeError
from app.sdk.models import VAE
from app.sdk.values import Image, Latent, Mask

_GREY = 0.5
"""What pixels are where the picture is hidden: the middle of their range."""


class WrongMaskSize(NodeError):
    """A mask has another size than its picture."""

    english = "The mask is {mask} and the picture {picture} pixels: give both the same size before."


def encode_masked(
    ctx: Context,
    vae: VAE,
    image: Image,
    mask: Mask,
    tiling: Tiling,
    *,
    fit: str = "crop",
    edge: str = "hard",
    copies: int = 1,
) -> Latent:
    """The pictures as a latent with a mask and with their surroundings.

    Surroundings are the same pictures, grey where the mask is 0.5 and more, through the VAE: what
    inpainting networks see. ``fit`` as in VAEEncode, ``edge`` as in LatentMask.
    """
    if mask.alpha.shape[-2:] != image.pixels.shape[-2:]:
        sizes = [f"{value.shape[-1]} x {value.shape[-2]}" for value in (mask.alpha, image.pixels)]
        raise WrongMaskSize(mask=sizes[0], picture=sizes[1])
    if len(mask) not in (1, len(image)):
        raise WrongMaskBatch(masks=len(mask), pictures=len(image))
    hidden = torch.where(mask.alpha >= 0.5, _GREY, image.pixels).contiguous()
    whole = encode(ctx, vae, image, tiling, fit=fit)
    around = encode(ctx, vae, Image(hidden), tiling, fit=fit)
    shown = masked(whole, Mask(fitted(mask.alpha, vae.factor, fit)), edge)
    return repeated(replace(shown, surroundings=around.posterior), copies)
