"""What makes a folder a Stable Diffusion 1 model, told from its configs alone.

The checks allow what is known and refuse the rest, so that no config can name code to run.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.diffusion.refusals import (
    DamagedConfig,
    MisfitControlNetwork,
    NamesCode,
    UnsupportedControlNetwork,
    UnsupportedFamily,
)

FAMILY = "SD 1"

PARTS = {
    "unet": ("diffusers", {"UNet2DConditionModel"}),
    "vae": ("diffusers", {"AutoencoderKL"}),
    "text_encoder": ("transformers", {"CLIPTextModel"}),
    "tokenizer": ("transformers", {"CLIPTokenizer", "CLIPTokenizerFast"}),
}
"""The parts of a checkpoint that are loaded, and what each may be."""

_FAMILIES = {
    "StableDiffusionXL": "SDXL",
    "ControlNetUnion": "SDXL",
    "StableDiffusion3": "Stable Diffusion 3",
    "SD3": "Stable Diffusion 3",
    "Flux": "Flux",
    "Wan": "Wan",
    "QwenImage": "Qwen-Image",
}
"""Names of classes begin like this in other families."""

_PIPELINES = (
    "StableDiffusionPipeline",
    "StableDiffusionImg2ImgPipeline",
    "StableDiffusionInpaintPipeline",
    "StableDiffusionControlNetPipeline",
)
_SD2_WIDTH = 1024
_DEPTHS = ("layers_per_block", "transformer_layers_per_block", "num_hidden_layers")
_DEEPEST = 128
_MOST_STEPS = 100_000
_SCHEDULE_WORDS = {
    "beta_schedule": ("linear", "scaled_linear", "squaredcos_cap_v2"),
    "prediction_type": ("epsilon", "sample", "v_prediction"),
    "timestep_spacing": ("leading", "linspace", "trailing"),
}
_MOST_LEVELS = 8


def check_pipeline(index: Mapping[str, Any], path: Path) -> None:
    """Refuse a model_index.json of another family, or one whose parts are not the known ones."""
    pipeline = str(index.get("_class_name", ""))
    check_class(pipeline, path, "checkpoint")
    if pipeline not in _PIPELINES:
        raise UnsupportedFamily(path=path, family=f"made for {pipeline or 'no known pipeline'}")
    for part, (library, classes) in PARTS.items():
        named = index.get(part)
        if not (isinstance(named, list) and len(named) == 2):
            raise DamagedConfig(file=path / "model_index.json", problem=f"it names no {part}")
        if named[0] != library or str(named[1]) not in classes:
            name = f"{named[0]}.{named[1]} as {part}"
            raise NamesCode(file=path / "model_index.json", name=name)


def check_class(name: str, path: Path, part: str) -> None:
    """Refuse the class of a pipeline or a network that is known to be of another family."""
    for start, family in _FAMILIES.items():
        if name.startswith(start) and part == "controlnet":
            raise UnsupportedControlNetwork(path=path, family=f"a ControlNet for {family}")
        if name.startswith(start):
            raise UnsupportedFamily(path=path, family=f"made for {family}")


def check_schedule(config: Mapping[str, Any], file: Path) -> None:
    """Refuse noise levels that no network was trained with, or that take all the memory."""
    steps = config.get("num_train_timesteps", 1000)
    if isinstance(steps, bool) or not isinstance(steps, int) or not 1 <= steps <= _MOST_STEPS:
        raise DamagedConfig(file=file, problem=f"num_train_timesteps is {steps}")
    for name in ("beta_start", "beta_end"):
        beta = config.get(name, 0.0)
        if isinstance(beta, bool) or not isinstance(beta, int | float) or not 0 <= beta < 1:
            raise DamagedConfig(file=file, problem=f"{name} is {beta}")
    for name, known in _SCHEDULE_WORDS.items():
        if config.get(name, known[0]) not in known:
            raise DamagedConfig(file=file, problem=f"{name} is {config[name]}")


def check_unet(config: Mapping[str, Any], path: Path) -> None:
    """Refuse a U-Net of another family, or one that takes more than a latent."""
    if config.get("addition_embed_type") is not None:
        raise UnsupportedFamily(path=path, family="an SDXL model")
    if config.get("cross_attention_dim") == _SD2_WIDTH:
        raise UnsupportedFamily(path=path, family="a Stable Diffusion 2 model")
    channels = config.get("in_channels", 4)
    if channels != 4:
        known = {"9": "an inpainting model", "8": "an InstructPix2Pix model"}
        family = known.get(str(channels), f"made for {channels} channels")
        raise UnsupportedFamily(path=path, family=family)


def autoencoder_factor(config: Mapping[str, Any], path: Path) -> int:
    """How many times smaller a latent is than its picture; refuses other than 4 channels."""
    channels, levels = config.get("latent_channels", 4), config.get("block_out_channels")
    if channels != 4:
        raise UnsupportedFamily(path=path, family=f"made for latents of {channels} channels")
    if not isinstance(levels, list) or not 1 <= len(levels) <= _MOST_LEVELS:
        problem = "block_out_channels is not a list of a few numbers"
        raise DamagedConfig(file=path / "vae" / "config.json", problem=problem)
    scale = config.get("scaling_factor", 1.0)
    if isinstance(scale, bool) or not isinstance(scale, int | float) or not 0 < scale < math.inf:
        problem = f"scaling_factor is {scale}"
        raise DamagedConfig(file=path / "vae" / "config.json", problem=problem)
    return int(2 ** (len(levels) - 1))


def check_text_width(unet: Mapping[str, Any], text: Mapping[str, Any], path: Path) -> None:
    """Refuse a folder whose text encoder does not speak the U-Net's width."""
    needed, given = unet.get("cross_attention_dim", 1280), text.get("hidden_size", 512)
    if needed != given:
        problem = f"the text encoder has width {given}, but the U-Net takes {needed}"
        raise DamagedConfig(file=path / "text_encoder" / "config.json", problem=problem)


def check_control_network(config: Mapping[str, Any], path: Path) -> None:
    """Refuse a ControlNet of another family."""
    if config.get("addition_embed_type") is not None:
        raise UnsupportedControlNetwork(path=path, family="a ControlNet for SDXL")
    if config.get("cross_attention_dim") == _SD2_WIDTH:
        family = "a ControlNet for Stable Diffusion 2"
        raise UnsupportedControlNetwork(path=path, family=family)
    order = config.get("controlnet_conditioning_channel_order", "rgb")
    if order not in ("rgb", "bgr"):
        problem = f"controlnet_conditioning_channel_order is {order}"
        raise DamagedConfig(file=path / "config.json", problem=problem)


def check_fit(unet: Any, network: Any) -> None:
    """Refuse a ControlNet whose text width is not the model's; both are loaded modules."""
    model, own = unet.config.cross_attention_dim, network.config.cross_attention_dim
    if model != own:
        raise MisfitControlNetwork(network=own, model=model)


def check_depth(config: Mapping[str, Any], file: Path) -> None:
    """Refuse a config whose network would take for ever to build, or has no layers at all."""
    for name in _DEPTHS:
        value = config.get(name)
        for depth in value if isinstance(value, list) else [value]:
            if isinstance(depth, int) and not 1 <= depth <= _DEEPEST:
                raise DamagedConfig(file=file, problem=f"{name} is {depth}")
