"""What is checked in the configs of a model before anything is built from them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.diffusion.loading.refusals import DamagedConfig, MisfitControlNetwork, UnsupportedFamily
from app.diffusion.loading.transformer_checks import check_flow

Config = Mapping[str, Any]

TAKEN_BESIDE: Mapping[int, str] = {4: "", 9: "inpainting", 8: "instructions"}
"""What a U-Net with so many channels sees beside a latent of 4; words as in Model."""

_DEPTHS = ("layers_per_block", "transformer_layers_per_block", "num_hidden_layers", "num_layers")
_DEEPEST = 128
_MOST_STEPS = 100_000
_SCHEDULE_WORDS = {
    "beta_schedule": ("linear", "scaled_linear", "squaredcos_cap_v2"),
    "prediction_type": ("epsilon", "sample", "v_prediction", "flow_prediction"),
    "timestep_spacing": ("leading", "linspace", "trailing"),
}
_SCHEDULE_NUMBERS = ("sigma_min", "sigma_max", "steps_offset", "clip_sample_range")
_MOST_LEVELS = 8
_MOST_KINDS = 64


def check_schedule(config: Config, file: Path) -> None:
    """Refuse noise levels that no network was trained with, or that take all the memory."""
    steps = config.get("num_train_timesteps", 1000)
    if isinstance(steps, bool) or not isinstance(steps, int) or not 1 <= steps <= _MOST_STEPS:
        raise DamagedConfig(file=file, problem=f"num_train_timesteps is {steps}")
    for name in ("beta_start", "beta_end"):
        beta = config.get(name, 0.0)
        if isinstance(beta, bool) or not isinstance(beta, int | float) or not 0 <= beta < 1:
            raise DamagedConfig(file=file, problem=f"{name} is {beta}")
    for name in _SCHEDULE_NUMBERS:
        value = config.get(name)
        is_number = isinstance(value, int | float) and math.isfinite(value)
        if value is not None and not is_number:
            raise DamagedConfig(file=file, problem=f"{name} is {value}")
    for name, known in _SCHEDULE_WORDS.items():
        if config.get(name, known[0]) not in known:
            raise DamagedConfig(file=file, problem=f"{name} is {config[name]}")
    check_flow(config, file)


def check_channels(unet: Config, path: Path) -> None:
    """Refuse a U-Net that takes neither a latent alone nor one of the known things beside it."""
    channels = unet.get("in_channels", 4)
    if type(channels) is not int or channels not in TAKEN_BESIDE:
        raise UnsupportedFamily(path=path, family=f"made for {channels} channels")


def autoencoder_factor(config: Config, path: Path, expected: int = 4) -> int:
    """How many times smaller a latent is than its picture; refuses another number of channels."""
    channels, levels = config.get("latent_channels", 4), config.get("block_out_channels")
    if channels != expected:
        raise UnsupportedFamily(path=path, family=f"made for latents of {channels} channels")
    if not isinstance(levels, list) or not 1 <= len(levels) <= _MOST_LEVELS:
        problem = "block_out_channels is not a list of a few numbers"
        raise DamagedConfig(file=path / "vae" / "config.json", problem=problem)
    scale = config.get("scaling_factor", 1.0)
    if isinstance(scale, bool) or not isinstance(scale, int | float) or not 0 < scale < math.inf:
        problem = f"scaling_factor is {scale}"
        raise DamagedConfig(file=path / "vae" / "config.json", problem=problem)
    shift = config.get("shift_factor") or 0.0
    if isinstance(shift, bool) or not isinstance(shift, int | float) or not math.isfinite(shift):
        problem = f"shift_factor is {shift}"
        raise DamagedConfig(file=path / "vae" / "config.json", problem=problem)
    return int(2 ** (len(levels) - 1))


def check_text_width(network: Config, texts: Mapping[str, Config], path: Path) -> None:
    """Refuse a folder whose text encoders, side by side, do not have the network's width."""
    needed = network.get("cross_attention_dim", 1280)
    widths = [text.get("hidden_size", 512) for text in texts.values()]
    given = sum(widths) if all(isinstance(width, int) for width in widths) else widths
    if needed != given:
        problem = f"the text encoder has width {given}, but the U-Net takes {needed}"
        raise DamagedConfig(file=path / next(iter(texts)) / "config.json", problem=problem)


def check_added_width(unet: Config, text: Config, numbers: int, path: Path) -> None:
    """Refuse an SDXL whose U-Net is not told a prompt's vector and ``numbers`` of the picture."""
    needed = unet.get("projection_class_embeddings_input_dim")
    vector, each = text.get("projection_dim", 512), unet.get("addition_time_embed_dim")
    whole = isinstance(vector, int) and isinstance(each, int)
    if not whole or needed != vector + numbers * (each or 0):
        problem = (
            f"the U-Net takes {needed} numbers beside the words instead of {vector} and "
            f"{numbers} times {each}"
        )
        raise DamagedConfig(file=path / "unet" / "config.json", problem=problem)


def check_channel_order(config: Config, file: Path) -> None:
    """Refuse a ControlNet that takes its picture in an unknown order of colours."""
    order = config.get("controlnet_conditioning_channel_order", "rgb")
    known = ("rgb",) if is_union(config) else ("rgb", "bgr")
    if order not in known:
        problem = f"controlnet_conditioning_channel_order is {order}"
        raise DamagedConfig(file=file, problem=problem)


def is_union(config: Config) -> bool:
    """Whether a ControlNet is a union of several."""
    return config.get("_class_name") == "ControlNetUnionModel"


def kinds_of(config: Config, file: Path) -> int:
    """How many kinds of pictures a union of ControlNets tells apart; 0 for a plain one."""
    name, usual = ("num_control_type", 6) if is_union(config) else ("num_mode", None)
    count = config.get(name, usual)
    if count is None:
        return 0
    if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= _MOST_KINDS:
        raise DamagedConfig(file=file, problem=f"{name} is {count}")
    return count


def check_fit(unet: Any, network: Any) -> None:
    """Refuse a ControlNet whose text width is not the model's; both are loaded modules."""
    model, own = unet.config.cross_attention_dim, network.config.cross_attention_dim
    if model != own:
        raise MisfitControlNetwork(network=own, model=model)


def check_depth(config: Config, file: Path) -> None:
    """Refuse a config whose network would take for ever to build, or has no layers at all."""
    for name in _DEPTHS:
        value = config.get(name)
        for depth in value if isinstance(value, list) else [value]:
            if isinstance(depth, int) and not 1 <= depth <= _DEEPEST:
                raise DamagedConfig(file=file, problem=f"{name} is {depth}")
    single = config.get("num_single_layers")  # ControlNets may do without them
    if isinstance(single, int) and not 0 <= single <= _DEEPEST:
        raise DamagedConfig(file=file, problem=f"num_single_layers is {single}")
