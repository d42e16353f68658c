"""Tiny SD 3 components with random weights, and diffusers' own pipelines on them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import diffusers
import torch
from diffusers import (
    AutoencoderKL,
    SD3ControlNetModel,
    SD3MultiControlNetModel,
    SD3Transformer2DModel,
)
from diffusers.models.autoencoders.vae import DiagonalGaussianDistribution
from torch import Tensor

from app.sdk import VAE, Conditioning, ControlNetwork, Model, Weights
from tests import components
from tests.diffusion import reference, workbench

__all__ = ["DiagonalGaussianDistribution", "SD3MultiControlNetModel"]

FAMILY = "SD 3"
WIDTH, POOLED, TOKENS = 32, 48, 77 + 16
TRANSFORMER = {
    "sample_size": 8,
    "patch_size": 2,
    "in_channels": 16,
    "out_channels": 16,
    "num_layers": 3,
    "attention_head_dim": 8,
    "num_attention_heads": 2,
    "joint_attention_dim": WIDTH,
    "caption_projection_dim": 16,
    "pooled_projection_dim": POOLED,
    "pos_embed_max_size": 12,
}
NEWER = {"dual_attention_layers": (0,), "qk_norm": "rms_norm"}
"""What SD 3.5 has beyond SD 3."""
AUTOENCODER = {
    **components.AUTOENCODER,
    "latent_channels": 16,
    "scaling_factor": 1.5305,
    "shift_factor": 0.0609,
    "use_quant_conv": False,
    "use_post_quant_conv": False,
}
SCHEDULE = {
    "_class_name": "FlowMatchEulerDiscreteScheduler",
    "num_train_timesteps": 1000,
    "shift": 3.0,
}
ALONG_FLOW = {"use_flow_sigmas": True, "prediction_type": "flow_prediction", "flow_shift": 3.0}
SCHEDULERS: dict[str, tuple[str, dict[str, Any]]] = {
    "Euler": ("FlowMatchEulerDiscrete", {"shift": 3.0}),
    "Heun": ("FlowMatchHeunDiscrete", {"shift": 3.0}),
    "DPM++ 2M": ("DPMSolverMultistep", {"solver_order": 2, **ALONG_FLOW}),
    "DPM++ 3M": ("DPMSolverMultistep", {"solver_order": 3, **ALONG_FLOW}),
    "DPM++ 2S": ("DPMSolverSinglestep", {"solver_order": 2, **ALONG_FLOW}),
    "DPM++ 3S": ("DPMSolverSinglestep", {"solver_order": 3, **ALONG_FLOW}),
    "UniPC": ("UniPCMultistep", ALONG_FLOW),
}


def scheduler(name: str, **more: Any) -> Any:
    """A scheduler of diffusers as a user of the pipelines would make it."""
    kind, settings = SCHEDULERS[name]
    return getattr(diffusers, kind + "Scheduler")(**{**settings, **more})


@cache
def transformer(newer: bool = False) -> Any:
    """The tiny transformer, that of SD 3.5 if ``newer``."""
    config = {**TRANSFORMER, **(NEWER if newer else {})}
    return components.seeded(21, lambda: SD3Transformer2DModel(**config))


@cache
def autoencoder() -> Any:
    """A tiny autoencoder for latents of 16 channels."""
    return components.seeded(22, lambda: AutoencoderKL(**AUTOENCODER))


@cache
def control_network(seed: int = 23, **more: Any) -> Any:
    """A tiny ControlNet whose outputs are not zero, as they would be before training."""

    def build() -> SD3ControlNetModel:
        network = SD3ControlNetModel(**{**TRANSFORMER, "num_layers": 2, **more})
        for layer in [*network.controlnet_blocks, network.pos_embed_input.proj]:
            torch.nn.init.normal_(layer.weight, std=0.2)
        return network

    return components.seeded(seed, build)


def model(newer: bool = False, **schedule: Any) -> Model:
    """The handle of the tiny transformer."""
    content = "tiny-sd35" if newer else "tiny-sd3"
    return Model(
        Weights("transformer", content, FAMILY), json.dumps({**SCHEDULE, **schedule}), channels=16
    )


def vae() -> VAE:
    """The handle of the tiny autoencoder."""
    return VAE(Weights("vae", "tiny-sd3-vae", FAMILY), channels=16)


def control_handle(seed: int = 23) -> ControlNetwork:
    """The handle of a tiny ControlNet."""
    return ControlNetwork(Weights("controlnet", f"sd3-control-{seed}", FAMILY), latents=True)


def conditioning(seed: int, tokens: int = TOKENS) -> Conditioning:
    """A random prompt with its vector."""
    source = torch.Generator().manual_seed(seed)
    embeddings = torch.randn((1, tokens, WIDTH), generator=source)
    return Conditioning(embeddings, FAMILY, torch.randn((1, POOLED), generator=source))


class Bench(workbench.Bench):
    """A context that hands out the tiny SD 3 modules."""

    def weights(self, handle: Any) -> Any:
        """The tiny module behind a handle."""
        self.loaded.append(handle)
        match handle.weights.content:
            case "tiny-sd3" | "tiny-sd35":
                return transformer(newer=handle.weights.content == "tiny-sd35")
            case "tiny-sd3-vae":
                return autoencoder()
            case content:
                return control_network(int(content.removeprefix("sd3-control-")))


def sampler(**settings: Any) -> Any:
    """A Sampler on the tiny transformer with two prompts and a few steps."""
    usual = {
        "model": model(),
        "positive": conditioning(1),
        "negative": conditioning(2),
        "scheduler": "Euler",
    }
    return workbench.sampler(**{**usual, **settings})


def pipeline(kind: str, steps_by: Any, newer: bool = False, **more: Any) -> Any:
    """A pipeline of the tiny components; prompts come as embeddings."""
    made = getattr(diffusers, kind)(
        vae=autoencoder(),
        text_encoder=None,
        tokenizer=None,
        text_encoder_2=None,
        tokenizer_2=None,
        text_encoder_3=None,
        tokenizer_3=None,
        transformer=transformer(newer),
        scheduler=steps_by,
        **more,
    )
    made.set_progress_bar_config(disable=True)
    return made


def run(made: Any, **settings: Any) -> list[Tensor]:
    """The latents after every step, and the pixels (0 to 1) at the end."""
    one, other = conditioning(1), conditioning(2)
    vectors = {
        "pooled_prompt_embeds": one.pooled,
        "negative_pooled_prompt_embeds": other.pooled,
    }
    return reference.run(made, (one, other), **{**vectors, **settings})


def text_to_image(name: str, newer: bool = False, **settings: Any) -> list[Tensor]:
    """The reference: latents after every step, and the pixels."""
    made = pipeline("StableDiffusion3Pipeline", scheduler(name), newer)
    return run(made, height=64, width=64, **settings)
