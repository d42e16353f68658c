"""Whole checkpoints in one file, made of networks of any size under their original names."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import diffusers
import torch
import transformers
from torch import Tensor

from tests.diffusion import original_names
from tests.diffusion.original_names import Tensors, under

Config = Mapping[str, Any]

PREFIXES = {
    "SD 1": {"text_encoder": "cond_stage_model.transformer."},
    "SD 2": {"text_encoder": "cond_stage_model.model."},
    "SDXL": {
        "text_encoder": "conditioner.embedders.0.transformer.",
        "text_encoder_2": "conditioner.embedders.1.model.",
    },
    "SDXL refiner": {"text_encoder_2": "conditioner.embedders.0.model."},
    "SD 3": {
        "text_encoder": "text_encoders.clip_l.transformer.",
        "text_encoder_2": "text_encoders.clip_g.transformer.",
        "text_encoder_3": "text_encoders.t5xxl.transformer.",
    },
    "Flux": {
        "text_encoder": "text_encoders.clip_l.transformer.",
        "text_encoder_2": "text_encoders.t5xxl.transformer.",
    },
}
"""How the names of text encoders begin in whole files, by family."""

_ONLY_DIFFUSERS = ("ControlNetUnionModel", "FluxControlNetModel", "SD3ControlNetModel")
"""Networks that are published under these names only."""

_OPEN_CLIP = ("SD 2", "SDXL refiner")


def network(config: Config) -> torch.nn.Module:
    """What a config in the diffusers layout describes."""
    if "_class_name" in config:
        made: torch.nn.Module = getattr(diffusers, config["_class_name"]).from_config(config)
        return made
    kind = config["architectures"][0]
    settings = {name: value for name, value in config.items() if name != "architectures"}
    if kind == "T5EncoderModel":
        encoder: torch.nn.Module = transformers.T5EncoderModel(transformers.T5Config(**settings))
        return encoder
    clip: torch.nn.Module = getattr(transformers, kind)(transformers.CLIPTextConfig(**settings))
    return clip


def configs(folder: Path) -> dict[str, Config]:
    """The configs of all networks that a folder describes, by part."""
    found = {
        file.parent.name: json.loads(file.read_text()) for file in folder.glob("*/config.json")
    }
    if (folder / "config.json").is_file():
        found["controlnet"] = json.loads((folder / "config.json").read_text())
    return found


def whole_file(
    family: str, networks: Mapping[str, Mapping[str, Tensor]], described: Any
) -> Tensors:
    """All of a model's tensors as they stand in a file of its family."""
    tensors: Tensors = {}
    for part, state in networks.items():
        tensors |= part_in_file(family, part, state, described[part])
    return tensors


def part_in_file(family: str, part: str, state: Mapping[str, Tensor], config: Config) -> Tensors:
    """One part of such a file."""
    if part in ("unet", "transformer"):
        return under("model.diffusion_model.", bare(family, part, state, config))
    if part == "controlnet" and config["_class_name"] not in _ONLY_DIFFUSERS:
        return under("control_model.", bare(family, part, state, config))
    if part == "controlnet":
        return bare(family, part, state, config)
    prefix = "first_stage_model." if part == "vae" else PREFIXES[family][part]
    return under(prefix, bare(family, part, state, config))


def bare(family: str, part: str, state: Mapping[str, Tensor], config: Config) -> Tensors:
    """One part alone under its original names."""
    if config.get("_class_name") in _ONLY_DIFFUSERS:
        return dict(state)
    if part in ("unet", "controlnet"):
        return original_names.ldm_unet(state, config["layers_per_block"])
    if part == "vae":
        return original_names.ldm_vae(state, len(config["block_out_channels"]))
    if part == "transformer":
        return (original_names.sd3 if family == "SD 3" else original_names.flux)(state)
    if config["architectures"][0] == "T5EncoderModel":
        return {name: tensor for name, tensor in state.items() if "embed_tokens" not in name}
    is_open = family in _OPEN_CLIP or (family == "SDXL" and part == "text_encoder_2")
    rename: Callable[[Mapping[str, Tensor]], Tensors] = (
        original_names.open_clip if is_open else original_names.clip
    )
    return rename(state)
