"""Opens model folders in the diffusers layout: every check that needs no weights, then handles.

Nothing here builds a network. Only files with fixed names below the folder are read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open

from app.diffusion import sd1
from app.diffusion.refusals import (
    DamagedConfig,
    DamagedWeights,
    MissingWeights,
    NamesCode,
    NoModelFolder,
    NotAFolder,
    NotAModelFolder,
    PickledWeights,
    SingleFileCheckpoint,
)
from app.graph.phrases import Phrase
from app.sdk.values import VAE, ControlNetwork, Model, TextModel, Weights

PICKLES = {".ckpt", ".pt", ".pth", ".bin", ".pkl", ".pickle"}
STEMS = {
    "unet": "diffusion_pytorch_model",
    "vae": "diffusion_pytorch_model",
    "controlnet": "diffusion_pytorch_model",
    "text_encoder": "model",
}
"""How the weight file of each part is called, without its ending."""

_LARGEST_CONFIG = 2**22


@dataclass(frozen=True)
class Checkpoint:
    """The three handles that a checkpoint gives."""

    model: Model
    text_model: TextModel
    vae: VAE


def open_checkpoint(path: Path, content: str) -> Checkpoint:
    """Handles to the parts of the checkpoint in folder ``path``.

    ``content`` is the hash of the folder's content. Raises a refusal where the folder cannot be
    used.
    """
    check_folder(path, "model_index.json")
    sd1.check_pipeline(_config(path, "model_index.json", "checkpoint"), path)
    unet = part_config(path, "unet")
    text = part_config(path, "text_encoder")
    schedule = _config(path, "scheduler/scheduler_config.json", "checkpoint")
    sd1.check_schedule(schedule, path / "scheduler" / "scheduler_config.json")
    _config(path, "tokenizer/tokenizer_config.json", "checkpoint")
    sd1.check_unet(unet, path)
    sd1.check_text_width(unet, text, path)
    factor = sd1.autoencoder_factor(part_config(path, "vae"), path)
    for part in ("unet", "text_encoder", "vae"):
        tensor_shapes(weights_file(path, part))

    def weights(part: str) -> Weights:
        return Weights(part, content, sd1.FAMILY, str(path))

    return Checkpoint(
        Model(
            weights("unet"),
            json.dumps(schedule, sort_keys=True),
            distilled=unet.get("time_cond_proj_dim") is not None,
        ),
        TextModel(weights("text_encoder")),
        VAE(weights("vae"), factor=factor),
    )


def open_control_network(path: Path, content: str) -> ControlNetwork:
    """A handle to the ControlNet in folder ``path``; arguments as in ``open_checkpoint``."""
    check_folder(path, "config.json")
    sd1.check_control_network(part_config(path, "controlnet"), path)
    tensor_shapes(weights_file(path, "controlnet"))
    return ControlNetwork(Weights("controlnet", content, sd1.FAMILY, str(path)))


def check_folder(path: Path, index: str) -> None:
    """Refuse what is no folder, or one without the file ``index``, which every model has.

    Cheap, so it comes before the content is hashed: a wrong folder may hold a whole disk.
    """
    if path.suffix.lower() in PICKLES and path.is_file():
        raise PickledWeights(file=path)
    if path.suffix.lower() in (".safetensors", ".gguf") and path.is_file():
        raise SingleFileCheckpoint(file=path)
    if not path.exists():
        raise NoModelFolder(path=path)
    if not path.is_dir():
        raise NotAFolder(path=path)
    if not (path / index).is_file():
        kind = "ControlNet" if index == "config.json" else "checkpoint"
        raise NotAModelFolder(path=path, kind=kind, missing=index)


def part_folder(path: Path, part: str) -> Path:
    """Where a part lies: a ControlNet is the folder itself."""
    return path if part == "controlnet" else path / part


def part_config(path: Path, part: str) -> dict[str, Any]:
    """The checked config of one part of the model in folder ``path``."""
    kind = "ControlNet" if part == "controlnet" else "checkpoint"
    folder = part_folder(path, part)
    file = folder / "config.json"
    config = _config(path, file.relative_to(path).as_posix(), kind)
    allowed = {"ControlNetModel"} if part == "controlnet" else sd1.PARTS[part][1]
    for named in (config.get("_class_name"), *_listed(config.get("architectures"))):
        if named is not None and str(named) not in allowed:
            sd1.check_class(str(named), path, part)
            raise NamesCode(file=file, name=named)
    sd1.check_depth(config, file)
    return config


def weights_file(path: Path, part: str) -> Path:
    """The weight file of a part; full precision before the half precision variant."""
    folder, stem = part_folder(path, part), STEMS[part]
    for ending in (".safetensors", ".fp16.safetensors"):
        file = folder / (stem + ending)
        if file.is_file():
            return file
    pickles = (
        sorted(f for f in folder.iterdir() if f.suffix.lower() in PICKLES)
        if folder.is_dir()
        else []
    )
    if pickles:
        raise PickledWeights(file=pickles[0])
    raise MissingWeights(folder=folder, file=stem + ".safetensors")


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
