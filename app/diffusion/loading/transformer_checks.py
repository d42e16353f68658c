"""What is checked in the configs of SD 3 and Flux, and in schedules of rectified flow."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.diffusion.loading.refusals import DamagedConfig, UnsupportedFamily
from app.diffusion.sampling.flow import is_flow
from app.sdk.errors import NodeError

Config = Mapping[str, Any]

_LARGEST_SHIFT = 100.0
_MOST_PLACES = 2**20
_GROWTHS = ("exponential", "linear")


class RepaintingControlNetwork(NodeError):
    """A ControlNet for SD 3 that is made for inpainting."""

    english = (
        "{path} is a ControlNet that looks at a mask as well, which is not supported yet: choose "
        "another ControlNet."
    )


def check_flow(config: Config, file: Path) -> None:
    """Refuse a shift of noise levels that would leave none of them, or that is no number."""
    for name in ("shift", "flow_shift"):
        _check_number(config.get(name, 1.0), name, (1e-3, _LARGEST_SHIFT), file)
    for name, usual in (("base_shift", 0.5), ("max_shift", 1.15)):
        _check_number(config.get(name, usual), name, (-10.0, 10.0), file)
    places = [config.get("base_image_seq_len", 256), config.get("max_image_seq_len", 4096)]
    for name, count in zip(("base_image_seq_len", "max_image_seq_len"), places, strict=True):
        _check_number(count, name, (1, _MOST_PLACES), file)
    if places[0] == places[1]:
        problem = f"base_image_seq_len and max_image_seq_len are both {places[0]}"
        raise DamagedConfig(file=file, problem=problem)
    terminal = config.get("shift_terminal")
    if terminal is not None:
        _check_number(terminal, "shift_terminal", (0.0, 0.999), file)
    for name in ("use_dynamic_shifting", "stochastic_sampling"):
        if not isinstance(config.get(name, False), bool):
            raise DamagedConfig(file=file, problem=f"{name} is {config[name]}")
    if config.get("time_shift_type", _GROWTHS[0]) not in _GROWTHS:
        raise DamagedConfig(file=file, problem=f"time_shift_type is {config['time_shift_type']}")


def check_is_flow(config: Config, file: Path) -> None:
    """Refuse a schedule on a curve, which no transformer here was trained with."""
    if not is_flow(config):
        raise DamagedConfig(file=file, problem="it is no schedule of rectified flow")


def check_patches(network: Config, expected: int, path: Path) -> None:
    """Refuse a transformer that takes more than a latent, or another size of patches."""
    channels = network.get("in_channels", 16)
    if channels != expected:
        raise UnsupportedFamily(path=path, family=f"made for {channels} channels")
    size = network.get("patch_size", 2)
    if size not in (1, 2) or isinstance(size, bool):
        problem = f"patch_size is {size}"
        raise DamagedConfig(file=path / "transformer" / "config.json", problem=problem)


def check_control_channels(config: Config, path: Path) -> None:
    """Refuse a ControlNet that looks at a mask beside the latent of its picture."""
    if config.get("extra_conditioning_channels"):
        raise RepaintingControlNetwork(path=path)


def check_joined_widths(network: Config, texts: Mapping[str, Config], path: Path) -> None:
    """Refuse text encoders whose words or whose vectors are not what the transformer takes."""
    words = network.get("joint_attention_dim", 4096)
    vector, needed = 0, network.get("pooled_projection_dim")
    for part, text in texts.items():
        file = path / part / "config.json"
        if is_t5(text):
            if text.get("d_model") != words:
                problem = f"it has width {text.get('d_model')}, but the transformer takes {words}"
                raise DamagedConfig(file=file, problem=problem)
        else:
            vector += _vector(text, file)
    if vector != needed:
        problem = f"the text encoders give {vector} numbers for a prompt instead of {needed}"
        raise DamagedConfig(file=path / "transformer" / "config.json", problem=problem)


def is_t5(config: Config) -> bool:
    """Whether a text encoder is T5, by its config."""
    return "T5EncoderModel" in str(config.get("architectures"))


def _vector(text: Config, file: Path) -> int:
    """How long the vector is that CLIP gives for a whole prompt."""
    projects = "WithProjection" in str(text.get("architectures"))
    length = text.get("projection_dim" if projects else "hidden_size", 512)
    if isinstance(length, bool) or not isinstance(length, int):
        raise DamagedConfig(file=file, problem=f"it gives {length} numbers for a prompt")
    return length


def _check_number(value: Any, name: str, bounds: tuple[float, float], file: Path) -> None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not math.isfinite(value) or not bounds[0] <= value <= bounds[1]:
        raise DamagedConfig(file=file, problem=f"{name} is {value}")
