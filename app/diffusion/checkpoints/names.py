"""What the tensors of a part are called today, for every spelling that files use.

diffusers knows most of them (``loaders/single_file_utils.py``); its functions are given tensors
that are not read yet, see ``deferred.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

import torch
from diffusers.loaders.single_file_utils import (
    LDM_UNET_KEY,
    convert_controlnet_checkpoint,
    convert_ldm_unet_checkpoint,
    convert_ldm_vae_checkpoint,
    convert_open_clip_checkpoint,
    convert_sd3_transformer_checkpoint_to_diffusers,
)

from app.diffusion.checkpoints.deferred import Deferred, result_of
from app.diffusion.checkpoints.flux_names import convert_flux

Tensors = dict[str, Deferred]
Config = Mapping[str, Any]
Convert = Callable[[Tensors, Config], Mapping[str, Any]]

_PROJECTION = "text_projection.weight"


def _ldm_unet(tensors: Tensors, config: Config) -> Mapping[str, Any]:
    filled = {"class_embed_type": None, "addition_embed_type": None, **config}
    named = {LDM_UNET_KEY + name: tensor for name, tensor in tensors.items()}
    converted: Mapping[str, Any] = convert_ldm_unet_checkpoint(named, filled)
    return converted


def _ldm_controlnet(tensors: Tensors, config: Config) -> Mapping[str, Any]:
    """diffusers leaves out where SDXL's ControlNets are told sizes, which it has for networks."""
    sizes = {
        f"add_embedding.{new}.{leaf}": tensors[f"label_emb.0.{old}.{leaf}"]
        for new, old in (("linear_1", 0), ("linear_2", 2))
        for leaf in ("weight", "bias")
        if f"label_emb.0.{old}.{leaf}" in tensors
    }
    return {**convert_controlnet_checkpoint(tensors, config), **sizes}


def _open_clip(tensors: Tensors, config: Config) -> Mapping[str, Any]:
    model = SimpleNamespace(config=SimpleNamespace(**config))
    converted: Mapping[str, Any] = convert_open_clip_checkpoint(model, tensors, prefix="")
    return converted


def _without_projection(tensors: Tensors, config: Config) -> Mapping[str, Any]:
    """SD 3 takes what CLIP-L gives as it is, whether or not the file holds a projection."""
    return {**tensors, _PROJECTION: result_of(torch.eye, config["hidden_size"])}


_SPELLINGS: Mapping[str, Convert] = {
    "diffusers": lambda tensors, config: tensors,
    "ldm unet": _ldm_unet,
    "ldm controlnet": _ldm_controlnet,
    "ldm vae": convert_ldm_vae_checkpoint,
    "sd3": lambda tensors, config: convert_sd3_transformer_checkpoint_to_diffusers(dict(tensors)),
    "flux": lambda tensors, config: convert_flux(tensors),
    "clip": lambda tensors, config: tensors,
    "clip without projection": _without_projection,
    "open clip": _open_clip,
    "t5": lambda tensors, config: tensors,
}


def todays_names(spelling: str, tensors: Tensors, config: Config) -> Tensors:
    """The tensors of one part by the names that its network has for them.

    ``tensors`` carry the names of the file without what all of them begin with. Raises KeyError,
    ValueError and their like where tensors are missing or odd.
    """
    converted = _SPELLINGS[spelling](tensors, config)
    return {name: tensor for name, tensor in converted.items() if isinstance(tensor, Deferred)}
