"""Opens model folders in the diffusers layout: every check that needs no weights, then handles.

Nothing here builds a network.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.diffusion.families.family import Family
from app.diffusion.loading.config_checks import (
    autoencoder_factor,
    check_channel_order,
    check_schedule,
    kinds_of,
)
from app.diffusion.loading.part_files import (
    check_folder,
    part_config,
    read_config,
    tensor_shapes,
    weights_files,
)
from app.diffusion.loading.parts import PARTS, tokenizer_of
from app.diffusion.loading.recognising import recognise, recognise_control_network
from app.diffusion.loading.refusals import DamagedConfig, NamesCode
from app.diffusion.loading.transformer_checks import check_control_channels, check_is_flow
from app.sdk.models import VAE, ControlNetwork, Model, TextModel, Weights


@dataclass(frozen=True)
class Checkpoint:
    """The three handles that a checkpoint gives."""

    model: Model
    text_model: TextModel
    vae: VAE


@dataclass(frozen=True)
class Description:
    """What the configs of a checkpoint say: its family, its parts with their configs, its noise.

    ``factor``: how many times smaller a latent is than its picture.
    """

    family: Family
    configs: Mapping[str, Mapping[str, Any]]
    schedule: Mapping[str, Any]
    factor: int


def open_checkpoint(path: Path, content: str) -> Checkpoint:
    """Handles to the parts of the checkpoint in folder ``path``.

    ``content`` is the hash of the folder's content. Raises a refusal where the folder cannot be
    used.
    """
    check_folder(path, "model_index.json")
    described = read_description(path)
    for part in described.configs:
        if part.startswith("text_encoder"):
            read_config(path, f"{tokenizer_of(part)}/tokenizer_config.json", "checkpoint")
        for file in weights_files(path, part):
            tensor_shapes(file)
    return handles(described, lambda part: Weights(part, content, described.family.name, str(path)))


def read_description(path: Path) -> Description:
    """What the configs in folder ``path`` say, checked; they need no weights beside them."""
    index = read_config(path, "model_index.json", "checkpoint")
    family = _family(index, path)
    named = [part for part in family.parts if part not in family.optional or _is_named(index, part)]
    for part in named:
        _check_named(index, part, path)
    configs = {part: part_config(path, part) for part in named}
    schedule = read_config(path, "scheduler/scheduler_config.json", "checkpoint")
    check_schedule(schedule, path / "scheduler" / "scheduler_config.json")
    if family.network == "transformer":
        check_is_flow(schedule, path / "scheduler" / "scheduler_config.json")
    family.check(configs, path)
    factor = autoencoder_factor(configs["vae"], path, family.channels)
    return Description(family, configs, schedule, factor)


def handles(described: Description, weights: Callable[[str], Weights]) -> Checkpoint:
    """The handles to a checkpoint; ``weights`` gives that to one of its parts."""
    family = described.family
    network = described.configs[family.network]
    encoders = [text.part for text in family.encoders if text.part in described.configs]
    return Checkpoint(
        Model(
            weights(family.network),
            json.dumps(described.schedule, sort_keys=True),
            channels=family.channels,
            factor=described.factor,
            distilled=family.distilled(network),
            takes=family.takes(network),
        ),
        TextModel(
            weights(encoders[0]),
            tuple(map(weights, encoders[1:])),
            width=family.text_width(network),
        ),
        VAE(replace(weights("vae"), family=family.latents), family.channels, described.factor),
    )


def open_control_network(path: Path, content: str) -> ControlNetwork:
    """A handle to the ControlNet in folder ``path``; arguments as in ``open_checkpoint``."""
    check_folder(path, "config.json", "ControlNet")
    for file in weights_files(path, "controlnet"):
        tensor_shapes(file)
    return control_handle(part_config(path, "controlnet"), path, content)


def control_handle(config: Mapping[str, Any], path: Path, content: str) -> ControlNetwork:
    """A handle to the ControlNet with this config, in the folder or file ``path``."""
    family = recognise_control_network(config)
    file = path if path.is_file() else path / "config.json"
    check_channel_order(config, file)
    check_control_channels(config, path)
    kinds = kinds_of(config, file)
    weights = Weights("controlnet", content, family.name, str(path))
    return ControlNetwork(weights, kinds, family.looks_at_latents(config))


def _family(index: Mapping[str, Any], path: Path) -> Family:
    """The family of a folder, whose network is the first thing that tells it."""
    network = "transformer" if _is_named(index, "transformer") else "unet"
    _check_named(index, network, path)
    return recognise(index, part_config(path, network), path)


def _is_named(index: Mapping[str, Any], part: str) -> bool:
    named = index.get(part)
    return isinstance(named, list) and any(item is not None for item in named)


def _check_named(index: Mapping[str, Any], part: str, path: Path) -> None:
    """Refuse an index that does not name a part, or names a class that is not known for it."""
    named, file = index.get(part), path / "model_index.json"
    if not (isinstance(named, list) and len(named) == 2 and _is_named(index, part)):
        raise DamagedConfig(file=file, problem=f"it names no {part}")
    if named[0] != PARTS[part].library or str(named[1]) not in PARTS[part].classes:
        raise NamesCode(file=file, name=f"{named[0]}.{named[1]} as {part}")
