"""Tiny Flux components with random weights, and diffusers' own pipelines on them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import diffusers
import torch
from diffusers import AutoencoderKL, FluxControlNetModel, FluxTransformer2DModel
from torch import Tensor

from app.diffusion.families.packing import unpack
from app.sdk import VAE, Conditioning, ControlNetwork, Model, Weights
from tests import components
from tests.diffusion import reference, sd3, workbench

FAMILY = "Flux"
WIDTH, POOLED, TOKENS = 32, 24, 20
TRANSFORMER = {
    "in_channels": 64,
    "num_layers": 2,
    "num_single_layers": 2,
    "attention_head_dim": 16,
    "num_attention_heads": 2,
    "joint_attention_dim": WIDTH,
    "pooled_projection_dim": POOLED,
    "axes_dims_rope": (4, 6, 6),
}
AUTOENCODER = {**sd3.AUTOENCODER, "scaling_factor": 0.3611, "shift_factor": 0.1159}
BY_SIZE = {
    "shift": 3.0,
    "use_dynamic_shifting": True,
    "base_shift": 0.5,
    "max_shift": 1.15,
    "base_image_seq_len": 4,
    "max_image_seq_len": 64,
}
"""As dev, with sizes at which tiny pictures differ."""
SCHEDULE = {"_class_name": "FlowMatchEulerDiscreteScheduler", **BY_SIZE}
FIXED = {"shift": 1.0, "use_dynamic_shifting": False}
"""As schnell."""


@cache
def transformer(dev: bool = True) -> Any:
    """The tiny transformer: dev takes the guidance as a number, schnell none."""
    config = {**TRANSFORMER, "guidance_embeds": dev}
    return components.seeded(31, lambda: FluxTransformer2DModel(**config))


@cache
def autoencoder() -> Any:
    """A tiny autoencoder for latents of 16 channels."""
    return components.seeded(32, lambda: AutoencoderKL(**AUTOENCODER))


CONTROLS: dict[str, dict[str, Any]] = {
    "plain": {},
    "other": {"num_single_layers": 0},
    "guided": {"guidance_embeds": True},
    "union": {"num_mode": 7},
    "hint": {"conditioning_embedding_channels": 16, "patch_size": 2, "num_single_layers": 1},
}


@cache
def control_network(name: str) -> Any:
    """A tiny ControlNet whose outputs are not zero, as they would be before training."""

    def build() -> FluxControlNetModel:
        network = FluxControlNetModel(**{**TRANSFORMER, **CONTROLS[name]})
        outputs = [*network.controlnet_blocks, *network.controlnet_single_blocks]
        for layer in [*outputs, network.controlnet_x_embedder]:
            torch.nn.init.normal_(layer.weight, std=0.2)
        return network

    return components.seeded(40 + len(name), build)


def model(dev: bool = True, **schedule: Any) -> Model:
    """The handle of the tiny transformer."""
    content = "tiny-dev" if dev else "tiny-schnell"
    trained = {**SCHEDULE, **({} if dev else FIXED), **schedule}
    weights = Weights("transformer", content, FAMILY)
    return Model(weights, json.dumps(trained), channels=16, distilled=dev)


def vae() -> VAE:
    """The handle of the tiny autoencoder."""
    return VAE(Weights("vae", "tiny-flux-vae", FAMILY), channels=16)


def control_handle(name: str) -> ControlNetwork:
    """The handle of a tiny ControlNet."""
    kinds = 7 if name == "union" else 0
    weights = Weights("controlnet", f"flux-control-{name}", FAMILY)
    return ControlNetwork(weights, kinds, latents=name != "hint")


def conditioning(seed: int, tokens: int = TOKENS) -> Conditioning:
    """A random prompt with its vector."""
    source = torch.Generator().manual_seed(seed)
    embeddings = torch.randn((1, tokens, WIDTH), generator=source)
    return Conditioning(embeddings, FAMILY, torch.randn((1, POOLED), generator=source))


class Bench(workbench.Bench):
    """A context that hands out the tiny Flux modules."""

    def weights(self, handle: Any) -> Any:
        """The tiny module behind a handle."""
        self.loaded.append(handle)
        match handle.weights.content:
            case "tiny-dev" | "tiny-schnell":
                return transformer(dev=handle.weights.content == "tiny-dev")
            case "tiny-flux-vae":
                return autoencoder()
            case content:
                return control_network(content.removeprefix("flux-control-"))


def sampler(**settings: Any) -> Any:
    """A Sampler on the tiny transformer with a prompt and a few steps."""
    usual = {
        "model": model(),
        "positive": conditioning(1),
        "negative": None,
        "scheduler": "Euler",
        "cfg": 3.5,
    }
    return workbench.sampler(**{**usual, **settings})


def pipeline(kind: str, steps_by: Any = None, dev: bool = True, **more: Any) -> Any:
    """A pipeline of the tiny components; prompts come as embeddings."""
    shift = BY_SIZE if dev else FIXED
    made = getattr(diffusers, kind)(
        vae=autoencoder(),
        text_encoder=None,
        tokenizer=None,
        text_encoder_2=None,
        tokenizer_2=None,
        transformer=transformer(dev),
        scheduler=steps_by or diffusers.FlowMatchEulerDiscreteScheduler(**shift),
        **more,
    )
    made.set_progress_bar_config(disable=True)
    return made


def run(made: Any, size: tuple[int, int] = (64, 64), **settings: Any) -> list[Tensor]:
    """The latents after every step, and the pixels (0 to 1) at the end."""
    one, other = conditioning(1), conditioning(2)
    usual: dict[str, Any] = {
        "pooled_prompt_embeds": one.pooled,
        "guidance_scale": 3.5,
        "negative_prompt_embeds": None,
        "width": size[0],
        "height": size[1],
    }
    if "true_cfg_scale" in settings:
        usual["negative_prompt_embeds"] = other.embeddings
        usual["negative_pooled_prompt_embeds"] = other.pooled

    def call(**given: Any) -> Any:
        """Some of the pipelines know nothing of negative prompts."""
        return made(**{name: value for name, value in given.items() if value is not None})

    *steps, image = reference.run(call, (one, other), **{**usual, **settings})
    return [*(unpack(step, size[1] // 8, size[0] // 8) for step in steps), image]
