"""Tiny adapters that steer, and a context that hands them out."""

from __future__ import annotations

from functools import cache
from typing import Any

import torch
from diffusers import T2IAdapter
from torch import Tensor
from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection

from app.sdk import ImageEncoder, PictureAdapter, PromptAdapter, Weights
from tests import components
from tests.diffusion import workbench, xl

SIDE, SEEN, PATCHES = 16, 24, 5
"""Pixels, width and tokens of the tiny image encoder."""

Tensors = dict[str, dict[str, Tensor]]


@cache
def picture_adapter(seed: int = 21) -> Any:
    """A tiny T2I-Adapter; the outputs of the last layers are not zero, as before training."""
    return components.seeded(
        seed,
        lambda: T2IAdapter(
            in_channels=3,
            channels=[16, 32],
            num_res_blocks=1,
            downscale_factor=8,
            adapter_type="full_adapter",
        ),
    )


@cache
def image_encoder() -> Any:
    """A tiny CLIP vision encoder."""
    config = CLIPVisionConfig(
        hidden_size=SEEN,
        intermediate_size=32,
        projection_dim=SEEN,
        num_hidden_layers=3,
        num_attention_heads=2,
        image_size=SIDE,
        patch_size=8,
    )
    return components.seeded(22, lambda: CLIPVisionModelWithProjection(config))


def prompt_adapter(network: Any, seed: int, plus: bool = False) -> Tensors:
    """The tensors of a tiny IP-Adapter for a U-Net, under the names of the original."""
    source = torch.Generator().manual_seed(seed)
    width = network.config.cross_attention_dim

    def random(*shape: int) -> Tensor:
        return torch.randn(shape, generator=source) * 0.2

    names = [name for name in network.attn_processors if name.endswith("attn2.processor")]
    attention = {}
    for number, name in enumerate(names):
        hidden = network.get_submodule(name.removesuffix(".processor")).to_q.weight.shape[0]
        for role in ("k", "v"):
            attention[f"{2 * number + 1}.to_{role}_ip.weight"] = random(hidden, width)
    return {
        "image_proj": _resampler(random, width) if plus else _projection(random, width),
        "ip_adapter": attention,
    }


def _projection(random: Any, width: int) -> dict[str, Tensor]:
    return {
        "proj.weight": random(4 * width, SEEN),
        "proj.bias": random(4 * width),
        "norm.weight": random(width),
        "norm.bias": random(width),
    }


def _resampler(random: Any, width: int) -> dict[str, Tensor]:
    """The perceiver of IP-Adapter Plus, always four layers deep; heads are 64 wide."""
    inner = 64
    layers = [_layer(random, inner) for _ in range(4)]
    return {
        "latents": random(1, 4, inner),
        "proj_in.weight": random(inner, SEEN),
        "proj_in.bias": random(inner),
        "proj_out.weight": random(width, inner),
        "proj_out.bias": random(width),
        "norm_out.weight": random(width),
        "norm_out.bias": random(width),
        **{
            f"layers.{number}.{name}": tensor
            for number, layer in enumerate(layers)
            for name, tensor in layer.items()
        },
    }


def _layer(random: Any, inner: int) -> dict[str, Tensor]:
    return {
        "0.norm1.weight": random(inner),
        "0.norm1.bias": random(inner),
        "0.norm2.weight": random(inner),
        "0.norm2.bias": random(inner),
        "0.to_q.weight": random(inner, inner),
        "0.to_kv.weight": random(2 * inner, inner),
        "0.to_out.weight": random(inner, inner),
        "1.0.weight": random(inner),
        "1.0.bias": random(inner),
        "1.1.weight": random(4 * inner, inner),
        "1.3.weight": random(inner, 4 * inner),
    }


@cache
def prompt_adapter_of(content: str) -> Tensors:
    """The tensors behind the handle of a tiny IP-Adapter."""
    network = xl.unet() if "xl" in content else workbench.unet()
    return prompt_adapter(network, seed=len(content), plus="plus" in content)


def picture_handle(seed: int = 21) -> PictureAdapter:
    """The handle of a tiny T2I-Adapter."""
    return PictureAdapter(Weights("t2i_adapter", f"t2i-{seed}", workbench.FAMILY))


def encoder_handle() -> ImageEncoder:
    """The handle of the tiny image encoder."""
    return ImageEncoder(Weights("image_encoder", "seeing", ""))


def prompt_handle(content: str = "ip") -> PromptAdapter:
    """The handle of a tiny IP-Adapter: ``ip``, ``ip plus``, ``ip xl`` …"""
    width = xl.WIDTH if "xl" in content else components.WIDTH
    reads = "patches" if "plus" in content else "embedding"
    return PromptAdapter(Weights("ip_adapter", content, ""), reads, width)


class Bench(xl.Bench):
    """A context that also hands out tiny adapters."""

    def weights(self, handle: Any) -> Any:
        """The tiny module, or the tensors, behind a handle."""
        content = handle.weights.content
        match handle.weights.part:
            case "t2i_adapter":
                return picture_adapter(int(content.removeprefix("t2i-")))
            case "image_encoder":
                return image_encoder()
            case "ip_adapter":
                return prompt_adapter_of(content)
            case _:
                return super().weights(handle)
