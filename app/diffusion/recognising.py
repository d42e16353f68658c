"""Which family a model folder belongs to, told from its configs alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.diffusion import families
from app.diffusion.families.family import Family
from app.diffusion.refusals import UnsupportedControlNetwork, UnsupportedFamily
from app.sdk.families import SD1, SD2, SDXL

_OTHERS = {"Wan": "Wan", "QwenImage": "Qwen-Image", "Flux": "Flux", "StableDiffusion3": "SD 3"}
"""Names of classes begin like this in families that cannot be opened."""

_SD2_WIDTH = 1024


def recognise(index: Mapping[str, Any], network: Mapping[str, Any], path: Path) -> Family:
    """The family of a folder, by the pipeline that it names and the config of its network."""
    pipeline = str(index.get("_class_name", ""))
    for start, name in _OTHERS.items():
        if pipeline.startswith(start):
            raise UnsupportedFamily(path=path, family=f"made for {name}")
    name = _unet_family(network)
    family = families.of(name)
    if pipeline not in family.pipelines:
        raise UnsupportedFamily(path=path, family=f"made for {pipeline or 'no known pipeline'}")
    return family


def recognise_control_network(config: Mapping[str, Any], path: Path) -> Family:
    """The family of a ControlNet, by its config."""
    named = str(config.get("_class_name", "ControlNetModel"))
    if named != "ControlNetModel":
        raise UnsupportedControlNetwork(path=path, family=f"a {named}")
    return families.of(_unet_family(config))


def _unet_family(config: Mapping[str, Any]) -> str:
    """SD 2 was the first with linear layers around its attention; SDXL is told sizes."""
    if config.get("addition_embed_type") is not None:
        return SDXL
    is_second = config.get("use_linear_projection") or (
        config.get("cross_attention_dim") == _SD2_WIDTH
    )
    return SD2 if is_second else SD1
