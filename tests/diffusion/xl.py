"""Tiny SDXL components with random weights, and their pipelines."""

from __future__ import annotations

from functools import cache
from typing import Any

import diffusers
import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from torch import Tensor

from app.sdk import VAE, Conditioning, Model, Weights
from tests import components
from tests.diffusion import reference, workbench

FAMILY = "SDXL"
WIDTH, POOLED = 2 * components.WIDTH, components.WIDTH
UNET = {
    **components.UNET,
    "cross_attention_dim": WIDTH,
    "addition_embed_type": "text_time",
    "addition_time_embed_dim": 8,
    "projection_class_embeddings_input_dim": POOLED + 6 * 8,
    "use_linear_projection": True,
}


@cache
def unet(seed: int = 11) -> Any:
    """The tiny U-Net."""
    return components.seeded(seed, lambda: UNet2DConditionModel(**UNET))


@cache
def autoencoder() -> Any:
    """A tiny autoencoder with the scaling of SDXL's."""
    config = {**components.AUTOENCODER, "scaling_factor": 0.13025}
    return components.seeded(12, lambda: AutoencoderKL(**config))


def model() -> Model:
    """The handle of the tiny U-Net."""
    return Model(Weights("unet", "tiny-xl", FAMILY), workbench.components_schedule())


def vae() -> VAE:
    """The handle of the tiny autoencoder."""
    return VAE(Weights("vae", "tiny-xl-vae", FAMILY))


def conditioning(seed: int) -> Conditioning:
    """A random prompt with its vector."""
    source = torch.Generator().manual_seed(seed)
    embeddings = torch.randn((1, 77, WIDTH), generator=source)
    return Conditioning(embeddings, FAMILY, torch.randn((1, POOLED), generator=source))


class Bench(workbench.Bench):
    """A context that hands out the tiny SDXL modules."""

    def weights(self, handle: Any) -> Any:
        """The tiny module behind a handle."""
        match handle.weights.content:
            case "tiny-xl":
                return unet()
            case "tiny-xl-vae":
                return autoencoder()
            case _:
                return super().weights(handle)


def text_to_image(name: str, **settings: Any) -> list[Tensor]:
    """The reference: latents after every step, and the pixels."""
    made = diffusers.StableDiffusionXLPipeline(
        vae=autoencoder(),
        text_encoder=None,
        text_encoder_2=None,
        tokenizer=None,
        tokenizer_2=None,
        unet=unet(),
        scheduler=reference.seeded(name, "normal", 3),
        force_zeros_for_empty_prompt=False,
        add_watermarker=False,
    )
    made.set_progress_bar_config(disable=True)
    one, other = conditioning(1), conditioning(2)
    return reference.run(
        made,
        (one, other),
        pooled_prompt_embeds=one.pooled,
        negative_pooled_prompt_embeds=other.pooled,
        height=64,
        width=64,
        **settings,
    )
