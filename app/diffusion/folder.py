"""Opens model folders in the diffusers layout: every check that needs no weights, then handles.

Nothing here builds a network. Only files with fixed names below the folder are read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open

from app.diffusion.config_checks import (
    autoencoder_factor,
    check_channel_order,
    check_depth,
    check_schedule,
    kinds_of,
)
from app.diffusion.families.family import Family
from app.diffusion.parts import PARTS, tokenizer_of
from app.diffusion.recognising import recognise, recognise_control_network
from app.diffusion.refusals import (
    DamagedConfig,
    DamagedWeights,
    MissingWeights,
    NamesCode,
    NoModelFolder,
    NotAFolder,
    NotAModelFolder,
    PickledWeights,
)
from app.graph.phrases import Phrase
from app.sdk.values import VAE, ControlNetwork, Model, TextModel, Weights

PICKLES = {".ckpt", ".pt", ".pth", ".bin", ".pkl", ".pickle"}
_LARGEST_CONFIG = 2**22


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
            _config(path, f"{tokenizer_of(part)}/tokenizer_config.json", "checkpoint")
        for file in weights_files(path, part):
            tensor_shapes(file)
    return handles(described, lambda part: Weights(part, content, described.family.name, str(path)))


def read_description(path: Path) -> Description:
    """What the configs in folder ``path`` say, checked; they need no weights beside them."""
    index = _config(path, "model_index.json", "checkpoint")
    family = _family(index, path)
    named = [part for part in family.parts if part not in family.optional or _is_named(index, part)]
    for part in named:
        _check_named(index, part, path)
    configs = {part: part_config(path, part) for part in named}
    schedule = _config(path, "scheduler/scheduler_config.json", "checkpoint")
    check_schedule(schedule, path / "scheduler" / "scheduler_config.json")
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
    config = part_config(path, "controlnet")
    family = recognise_control_network(config)
    check_channel_order(config, path / "config.json")
    for file in weights_files(path, "controlnet"):
        tensor_shapes(file)
    kinds = kinds_of(config, path / "config.json")
    return ControlNetwork(Weights("controlnet", content, family.name, str(path)), kinds)


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


def check_folder(path: Path, index: str, kind: str = "checkpoint") -> None:
    """Refuse what is no folder, or one without the file ``index``, which every ``kind`` has.

    Cheap, so it comes before the content is hashed: a wrong folder may hold a whole disk.
    """
    if path.suffix.lower() in PICKLES and path.is_file():
        raise PickledWeights(file=path)
    if not path.exists():
        raise NoModelFolder(path=path)
    if not path.is_dir():
        raise NotAFolder(path=path)
    if not (path / index).is_file():
        raise NotAModelFolder(path=path, kind=kind, missing=index)


def part_folder(path: Path, part: str) -> Path:
    """Where a part lies: a ControlNet, or what was saved alone, is the folder itself."""
    alone = (path / "config.json").is_file() and not (path / "model_index.json").is_file()
    return path if part == "controlnet" or alone else path / part


def part_config(path: Path, part: str) -> dict[str, Any]:
    """The checked config of one part of the model in folder ``path``."""
    kind = "ControlNet" if part == "controlnet" else "checkpoint"
    folder = part_folder(path, part)
    file = folder / "config.json"
    config = _config(path, file.relative_to(path).as_posix(), kind)
    for named in (config.get("_class_name"), *_listed(config.get("architectures"))):
        if named is not None and str(named) not in PARTS[part].classes:
            raise NamesCode(file=file, name=named)
    check_depth(config, file)
    return config


def beside_config(path: Path, name: str) -> dict[str, Any]:
    """Another checked config in folder ``path``, such as that of what prepares pictures."""
    return _config(path, name, "model")


def weights_files(path: Path, part: str) -> tuple[Path, ...]:
    """The weight files of a part; full precision before the half precision variant.

    Large networks come in several pieces, which an index beside them names.
    """
    folder, stem = part_folder(path, part), PARTS[part].stem
    for variant in ("", ".fp16"):
        file = folder / f"{stem}{variant}.safetensors"
        if file.is_file():
            return (file,)
        index = folder / f"{stem}.safetensors.index{variant}.json"
        if index.is_file():
            return _pieces(index)
    pickles = (
        sorted(f for f in folder.iterdir() if f.suffix.lower() in PICKLES)
        if folder.is_dir()
        else []
    )
    if pickles:
        raise PickledWeights(file=pickles[0])
    raise MissingWeights(folder=folder, file=stem + ".safetensors")


def _pieces(index: Path) -> tuple[Path, ...]:
    """The files that an index names; they must lie beside it."""
    named = _config(index.parent, index.name, "checkpoint").get("weight_map")
    names = sorted({str(name) for name in named.values()}) if isinstance(named, dict) else []
    if not names or any(Path(name).name != name or "\\" in name for name in names):
        raise DamagedConfig(file=index, problem=Phrase("it does not name the files beside it"))
    for name in names:
        if Path(name).suffix.lower() in PICKLES:
            raise PickledWeights(file=index.parent / name)
        if not (index.parent / name).is_file():
            raise MissingWeights(folder=index.parent, file=name)
    return tuple(index.parent / name for name in names)


def tensor_shapes(file: Path) -> dict[str, list[int]]:
    """The shape of every tensor in a weight file, told from its header without reading any weights.

    safetensors checks length, header and offsets; raises DamagedWeights where they are wrong.
    """
    try:
        with safe_open(file, framework="pt") as opened:
            names: list[str] = opened.keys()
            shapes = {name: opened.get_slice(name).get_shape() for name in names}
    except (SafetensorError, OSError, ValueError) as error:
        problem = first_line(error).removeprefix("Error while deserializing header: ")
        raise DamagedWeights(file=file, problem=problem) from error
    if not shapes:
        raise DamagedWeights(file=file, problem=Phrase("it holds no tensors"))
    return shapes


def _config(path: Path, name: str, kind: str) -> dict[str, Any]:
    """A JSON object of the model that names no code of its own."""
    file = path / name
    if not file.is_file():
        raise NotAModelFolder(path=path, kind=kind, missing=name)
    try:
        if file.stat().st_size > _LARGEST_CONFIG:
            raise DamagedConfig(file=file, problem=Phrase("it is far too large"))
        config = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise DamagedConfig(file=file, problem=first_line(error)) from error
    if not isinstance(config, dict):
        raise DamagedConfig(file=file, problem=Phrase("it is not a JSON object"))
    for key in ("auto_map", "custom_pipelines", "trust_remote_code"):
        if config.get(key):
            raise NamesCode(file=file, name=f"{key} {config[key]}")
    return config


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def first_line(error: BaseException) -> str:
    """What a library's error says, short enough for a sentence."""
    return (str(error) or type(error).__name__).splitlines()[0][:200]
