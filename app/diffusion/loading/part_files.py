"""The files of a model folder in the diffusers layout: configs, checked, and heads of weights.

Only files with fixed names below the folder are read, and those that an index of pieces names.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from app.diffusion.loading.config_checks import check_depth
from app.diffusion.loading.parts import PARTS
from app.diffusion.loading.refusals import (
    DamagedConfig,
    MissingWeights,
    NamesCode,
    NoModelFolder,
    NotAFolder,
    NotAModelFolder,
    PickledWeights,
)
from app.diffusion.loading.safetensors_files import places_in
from app.graph.phrases import Phrase

PICKLES = {".ckpt", ".pt", ".pth", ".bin", ".pkl", ".pickle"}
_LARGEST_CONFIG = 2**22


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
    config = read_config(path, file.relative_to(path).as_posix(), kind)
    for named in (config.get("_class_name"), *_listed(config.get("architectures"))):
        if named is not None and str(named) not in PARTS[part].classes:
            raise NamesCode(file=file, name=named)
    check_depth(config, file)
    return config


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
    named = read_config(index.parent, index.name, "checkpoint").get("weight_map")
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
    """The shape of every tensor in a weight file, told from its head without reading any weights.

    Raises DamagedWeights where the head does not fit the file.
    """
    return {name: list(place.shape) for name, place in places_in(file).items()}


def read_config(path: Path, name: str, kind: str) -> dict[str, Any]:
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
