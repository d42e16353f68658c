"""Which family a model folder belongs to, told from its configs alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.diffusion import families
from app.diffusion.families.family import Family
from app.diffusion.loading.refusals import UnsupportedFamily
from app.sdk.families import FLUX, SD1, SD2, SD3, SDXL, SDXL_REFINER

_OTHERS = {
    "Wan": "Wan",
    "QwenImage": "Qwen-Image",
    "Flux2": "Flux 2",
    "FluxFill": "Flux Fill",
    "FluxKontext": "Flux Kontext",
    "FluxControlPipeline": "Flux Control",
    "FluxControlImg2Img": "Flux Control",
    "FluxControlInpaint": "Flux Control",
}
"""Names of classes begin like this in families that cannot be opened."""

_CLASSES = {
    "SD3Transformer": SD3,
    "SD3ControlNet": SD3,
    "FluxTransformer": FLUX,
    "FluxControlNet": FLUX,
}
"""Names of classes begin like this in families that are not around a U-Net."""

_SD2_WIDTH, _REFINER_WIDTH = 1024, 1280


def recognise(index: Mapping[str, Any], network: Mapping[str, Any], path: Path) -> Family:
    """The family of a folder, by the pipeline that it names and the config of its network."""
    pipeline = str(index.get("_class_name", ""))
    for start, name in _OTHERS.items():
        if pipeline.startswith(start):
            raise UnsupportedFamily(path=path, family=f"made for {name}")
    name = _family(network)
    if name == SDXL and (index.get("requires_aesthetics_score") or _lacks_first_encoder(index)):
        name = SDXL_REFINER
    family = families.of(name)
    if pipeline not in family.pipelines:
        raise UnsupportedFamily(path=path, family=f"made for {pipeline or 'no known pipeline'}")
    return family


def recognise_control_network(config: Mapping[str, Any]) -> Family:
    """The family of a ControlNet, by its config."""
    return families.of(_family(config))


def _lacks_first_encoder(index: Mapping[str, Any]) -> bool:
    """Whether a folder names the second text encoder alone, as the refiner's does."""
    first, second = (_names_a_class(index.get(f"text_encoder{n}")) for n in ("", "_2"))
    return second and not first


def _names_a_class(named: Any) -> bool:
    return isinstance(named, list) and any(named)


def _family(config: Mapping[str, Any]) -> str:
    """The family of a network or a ControlNet, by its class, or by the shape of a U-Net."""
    named = str(config.get("_class_name", ""))
    return next((name for start, name in _CLASSES.items() if named.startswith(start)), None) or (
        _unet_family(config)
    )


def _unet_family(config: Mapping[str, Any]) -> str:
    """SD 2 was the first with linear layers around its attention; SDXL is told sizes."""
    if config.get("addition_embed_type") is not None:
        is_refiner = config.get("cross_attention_dim") == _REFINER_WIDTH
        return SDXL_REFINER if is_refiner else SDXL
    is_second = config.get("use_linear_projection") or (
        config.get("cross_attention_dim") == _SD2_WIDTH
    )
    return SD2 if is_second else SD1
