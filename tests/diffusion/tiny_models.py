"""Tiny random models of every layout that is known, and layouts that describe them.

The configs are the shipped ones with as few channels and blocks as go; ``describe`` gives the
loader a folder of layouts whose marks have the shapes of these networks.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from app.diffusion.checkpoints import layouts
from app.diffusion.checkpoints.layouts import CONFIGS
from app.sdk.paths import RESOURCES
from tests.components import seeded
from tests.diffusion.original_names import Tensors
from tests.diffusion.single_files import Config, bare, configs, network, whole_file

_TEXT = {"hidden_size": 32, "intermediate_size": 48, "num_attention_heads": 2, "vocab_size": 96}
_SD3 = {
    "attention_head_dim": 8,
    "num_attention_heads": 2,
    "caption_projection_dim": 16,
    "joint_attention_dim": 96,
    "pooled_projection_dim": 72,
    "num_layers": 3,
    "pos_embed_max_size": 12,
    "sample_size": 8,
}
_FLUX = {
    "attention_head_dim": 8,
    "axes_dims_rope": [2, 2, 4],
    "num_attention_heads": 2,
    "joint_attention_dim": 32,
    "pooled_projection_dim": 32,
    "num_layers": 2,
    "num_single_layers": 3,
}
_WIDTHS = {768: 32, 1024: 48, 1280: 40, 2048: 32 + 40}
"""The widths of texts, by those of the real models."""

_SMALL: Mapping[str, Config] = {
    "UNet2DConditionModel": {"norm_num_groups": 4, "sample_size": 8},
    "ControlNetModel": {
        "norm_num_groups": 4,
        "conditioning_embedding_out_channels": [4, 8, 8, 16],
    },
    "ControlNetUnionModel": {
        "norm_num_groups": 4,
        "conditioning_embedding_out_channels": [4, 8, 8, 16],
        "num_control_type": 4,
        "num_trans_channel": 8,
        "num_trans_head": 2,
        "num_proj_channel": 8,
    },
    "AutoencoderKL": {
        "block_out_channels": [8, 8, 16, 16],
        "norm_num_groups": 4,
        "sample_size": 64,
    },
    "SD3Transformer2DModel": _SD3,
    "FluxTransformer2DModel": _FLUX,
    "FluxControlNetModel": {**_FLUX, "num_mode": 5},
    "SD3ControlNetModel": {**_SD3, "num_layers": 2},
    "CLIPTextModel": {**_TEXT, "num_hidden_layers": 3, "projection_dim": 32},
    "CLIPTextModelWithProjection": {**_TEXT, "num_hidden_layers": 3, "projection_dim": 32},
    "T5EncoderModel": {
        "d_model": 32,
        "d_kv": 8,
        "d_ff": 48,
        "num_heads": 4,
        "num_layers": 2,
        "num_decoder_layers": 2,
        "vocab_size": 96,
    },
}


def tiny(layout: str) -> dict[str, Config]:
    """The configs of a layout, of the same form but tiny."""
    return {part: _tiny(part, config) for part, config in configs(CONFIGS / layout).items()}


def _tiny(part: str, config: Config) -> Config:
    name = config.get("_class_name") or config["architectures"][0]
    small = {**config, **_SMALL[name]}
    if name in ("UNet2DConditionModel", "ControlNetModel", "ControlNetUnionModel"):
        levels = len(config["block_out_channels"])
        small["block_out_channels"] = [8, 16, 16, 16][:levels]
        heads = config["attention_head_dim"]
        small["attention_head_dim"] = [1, 2, 2, 2][:levels] if isinstance(heads, list) else 2
        small["cross_attention_dim"] = _WIDTHS[config["cross_attention_dim"]]
        sizes = 5 if config["cross_attention_dim"] == 1280 else 6
        small["projection_class_embeddings_input_dim"] = 40 + sizes * 4
        small["addition_time_embed_dim"] = 4
        layers = config.get("transformer_layers_per_block", 1)
        small["transformer_layers_per_block"] = [1, 2, 3] if isinstance(layers, list) else 2
    if "dual_attention_layers" in config:
        small["dual_attention_layers"] = [0, 1]
    if name.startswith("CLIP"):
        width = _WIDTHS[config["hidden_size"]]
        small |= {"hidden_size": width, "projection_dim": width}
    if part == "text_encoder_3":
        small["d_model"] = 96
    return small


@dataclass(frozen=True)
class TinyModel:
    """The networks of one layout with random weights."""

    layout: str
    family: str
    configs: Mapping[str, Config]
    networks: Mapping[str, torch.nn.Module]

    def whole(self) -> Tensors:
        """All tensors as they stand in a single file."""
        states = {part: module.state_dict() for part, module in self.networks.items()}
        return whole_file(self.family, states, self.configs)

    def alone(self, part: str) -> Tensors:
        """One part alone, under its original names."""
        return bare(self.family, part, self.networks[part].state_dict(), self.configs[part])


def build(layout: str, seed: int = 1, words: int = 96) -> TinyModel:
    """A tiny model of this layout, whose text encoders know as many words."""
    described = {
        part: {**config, "vocab_size": words} if "vocab_size" in config else config
        for part, config in tiny(layout).items()
    }
    family = json.loads((CONFIGS / layout / "layout.json").read_text())["family"]
    made = {
        part: seeded(seed + index, lambda config=config: _noisy(network(config)))
        for index, (part, config) in enumerate(described.items())
    }
    return TinyModel(layout, family, described, made)


def _noisy(module: torch.nn.Module) -> torch.nn.Module:
    """Nothing in it is zero or one, so that no mistake goes unseen."""
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.02)
    return module


def describe(folder: Path, monkeypatch: Any, *models: TinyModel) -> Path:
    """Make layouts of these models the only ones that the loader knows."""
    for model in models:
        place = Path(shutil.copytree(CONFIGS / model.layout, folder / model.layout))
        for part, config in model.configs.items():
            file = place / ("" if part == "controlnet" else part) / "config.json"
            file.write_text(json.dumps(config))
        layout = json.loads((place / "layout.json").read_text())
        for part, found in layout["parts"].items():
            for spelling in found["spellings"]:
                _measure(spelling["marks"], model, part)
        (place / "layout.json").write_text(json.dumps(layout))
    monkeypatch.setattr(layouts, "CONFIGS", folder)
    return folder


def _measure(marks: dict[str, Any], model: TinyModel, part: str) -> None:
    """Give the marks of a spelling the shapes that this model has."""
    known: dict[str, Tensor] = {**model.networks[part].state_dict(), **model.alone(part)}
    for name in marks:
        short = name.removeprefix("text_model.")
        found = known.get(name, known.get(short, known.get(f"text_model.{short}")))
        if found is not None:
            marks[name] = list(found.shape)


def save_folder(model: TinyModel, folder: Path) -> Path:
    """The model as a folder in the diffusers layout, with the tokenizer of CLIP."""
    shutil.copytree(CONFIGS / model.layout, folder)
    (folder / "layout.json").unlink()
    for part, made in model.networks.items():
        made.save_pretrained(folder / part)
    for place in folder.glob("tokenizer*"):
        for name in ("vocab.json", "merges.txt"):
            shutil.copy(RESOURCES / "tokenizers" / "clip" / name, place)
    return folder
