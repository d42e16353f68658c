"""Tiny SD 3 and Flux as diffusers folders; see tests/tiny_folders.py."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import diffusers
import torch
from diffusers import (
    AutoencoderKL,
    FluxControlNetModel,
    FluxTransformer2DModel,
    SD3Transformer2DModel,
)
from transformers import (
    CLIPTextModel,
    CLIPTextModelWithProjection,
    T5Config,
    T5EncoderModel,
    T5Tokenizer,
)

from tests import components

WIDTH = 2 * components.WIDTH
"""Of T5's words: CLIP's fit in, side by side."""
WORDS = ("the", "a", "red", "house", "cat", "dog", "under", "sun", "on", "grass")
SD3 = {
    "sample_size": 8,
    "num_layers": 3,
    "attention_head_dim": 8,
    "num_attention_heads": 2,
    "joint_attention_dim": WIDTH,
    "caption_projection_dim": 16,
    "pooled_projection_dim": 2 * components.WIDTH,
    "pos_embed_max_size": 96,
    "dual_attention_layers": (0,),
    "qk_norm": "rms_norm",
}
FLUX = {
    "num_layers": 2,
    "num_single_layers": 2,
    "attention_head_dim": 16,
    "num_attention_heads": 2,
    "joint_attention_dim": WIDTH,
    "pooled_projection_dim": components.WIDTH,
    "axes_dims_rope": (4, 6, 6),
}
AUTOENCODER = {
    **components.AUTOENCODER,
    "latent_channels": 16,
    "use_quant_conv": False,
    "use_post_quant_conv": False,
}


def sd3(folder: Path, *, with_t5: bool = True) -> None:
    """Stable Diffusion 3.5 with its three text encoders, or without the third."""
    made = diffusers.StableDiffusion3Pipeline(
        vae=_autoencoder(62, scaling_factor=1.5305, shift_factor=0.0609),
        text_encoder=clip(63, CLIPTextModelWithProjection),
        tokenizer=components.tokenizer(),
        text_encoder_2=clip(64, CLIPTextModelWithProjection),
        tokenizer_2=components.tokenizer("!"),
        text_encoder_3=t5() if with_t5 else None,
        tokenizer_3=t5_tokenizer() if with_t5 else None,
        transformer=components.seeded(61, lambda: SD3Transformer2DModel(**SD3)),
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(shift=3.0),
    )
    made.save_pretrained(folder)


def flux(folder: Path, *, dev: bool = True) -> None:
    """Flux dev, or schnell."""
    shift: dict[str, Any] = {"shift": 3.0, "use_dynamic_shifting": True} if dev else {}
    config = {**FLUX, "guidance_embeds": dev}
    made = diffusers.FluxPipeline(
        vae=_autoencoder(72, scaling_factor=0.3611, shift_factor=0.1159),
        text_encoder=clip(73, CLIPTextModel),
        tokenizer=components.tokenizer(),
        text_encoder_2=t5(),
        tokenizer_2=t5_tokenizer(),
        transformer=components.seeded(71, lambda: FluxTransformer2DModel(**config)),
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(**shift),
    )
    made.save_pretrained(folder)


def flux_control_union(folder: Path) -> None:
    """A union of ControlNets for Flux whose outputs are not zero."""

    def build() -> FluxControlNetModel:
        network = FluxControlNetModel(**FLUX, num_mode=7)
        outputs = [*network.controlnet_blocks, *network.controlnet_single_blocks]
        for layer in [*outputs, network.controlnet_x_embedder]:
            torch.nn.init.normal_(layer.weight, std=0.2)
        return network

    components.seeded(75, build).save_pretrained(folder)


@cache
def t5() -> T5EncoderModel:
    """A T5 of two layers."""
    config = T5Config(
        vocab_size=len(t5_tokenizer()),
        d_model=WIDTH,
        d_kv=8,
        d_ff=64,
        num_layers=2,
        num_heads=2,
        feed_forward_proj="gated-gelu",
    )
    return components.seeded(74, lambda: T5EncoderModel(config))


@cache
def t5_tokenizer() -> T5Tokenizer:
    """Pieces for a few words, and all the letters there are in Latin scripts."""
    pieces = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", -9.0), ("\u2581", -3.0)]
    pieces += [(f"\u2581{word}", -2.0) for word in WORDS]
    pieces += [(chr(code), -5.0) for code in range(33, 384) if chr(code).strip()]
    return T5Tokenizer(vocab=pieces, extra_ids=0)


def _autoencoder(seed: int, **scaling: float) -> AutoencoderKL:
    return components.seeded(seed, lambda: AutoencoderKL(**{**AUTOENCODER, **scaling}))


def clip(seed: int, kind: Any) -> Any:
    """A text encoder of CLIP of this class."""
    config = components.text_encoder().config
    return components.seeded(seed, lambda: kind(config))
