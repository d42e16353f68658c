"""Turns a part of a model folder into a torch module: built empty, then filled from the file.

The config is read through allow-lists, the weights are safetensors only, and every tensor is
checked against the network before any is read. Nothing is drawn at random and nothing is computed
twice, so the module equals the one of ``from_pretrained`` bit by bit.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import diffusers
import torch
import transformers
from accelerate import init_empty_weights
from safetensors import safe_open

from app.diffusion.drives import can_vanish
from app.diffusion.folder import first_line, part_config, part_folder, tensor_shapes, weights_file
from app.diffusion.parts import CLIP_KEYS, PARTS, T5_KEYS
from app.diffusion.refusals import DamagedConfig, WrongWeights
from app.graph.phrases import Phrase

_BYTES = 256  # a byte-pair vocabulary holds a token for each
_OLD_ATTENTION = {"query": "to_q", "key": "to_k", "value": "to_v", "proj_attn": "to_out.0"}


def load_module(
    path: Path,
    part: str,
    device: torch.device,
    dtype: torch.dtype,
    check: Callable[[], None],
) -> torch.nn.Module:
    """The network of one part of the model in folder ``path``, in eval mode.

    ``check`` is called before every tensor and may raise to give up. Raises a refusal where config
    or weights cannot be used.
    """
    module = _empty_module(path, part)
    file = weights_file(path, part)
    names = _names_in_file(module, file)
    copy = device.type == "cpu" and can_vanish(file)
    with safe_open(file, framework="pt") as opened:
        tensors = {}
        for name, stored in names.items():
            check()
            tensors[name] = _typed(opened.get_tensor(stored), device, dtype, copy)
    module.load_state_dict(tensors, assign=True)
    return module.to(device).eval().requires_grad_(False)


def load_tokenizer(path: Path, part: str = "tokenizer") -> Any:
    """A tokenizer of the checkpoint in folder ``path``."""
    folder = part_folder(path, part)
    try:
        kind = transformers.T5Tokenizer if _is_t5(folder) else transformers.CLIPTokenizer
        tokenizer = kind.from_pretrained(str(folder), local_files_only=True)
        words = len(tokenizer)
    except Exception as error:  # the library's own errors are of every kind
        raise DamagedConfig(file=folder, problem=first_line(error)) from error
    # With its files missing, transformers makes a tokenizer of the special tokens alone.
    if words < _BYTES:
        raise DamagedConfig(file=folder, problem=Phrase("the vocabulary is missing"))
    return tokenizer


def bytes_needed(path: Path, part: str, dtype: torch.dtype) -> int:
    """How much memory a part takes once it is loaded as ``dtype``."""
    shapes = tensor_shapes(weights_file(path, part)).values()
    return sum(math.prod(shape) for shape in shapes) * dtype.itemsize


def _empty_module(path: Path, part: str) -> torch.nn.Module:
    """The network without memory for its weights; buffers that no file holds are real."""
    config = part_config(path, part)
    try:
        with init_empty_weights(include_buffers=False):
            return _built(part, config)
    except Exception as error:  # a config may be wrong in any way
        file = part_folder(path, part) / "config.json"
        raise DamagedConfig(file=file, problem=first_line(error)) from error


def _built(part: str, config: Mapping[str, Any]) -> torch.nn.Module:
    """The network of a checked config; the classes were allowed when it was read."""
    library = PARTS[part].library
    if library == "diffusers":
        name = str(config.get("_class_name") or next(iter(PARTS[part].classes)))
        module: torch.nn.Module = getattr(diffusers, name).from_config(config)
        return module
    named = config.get("architectures") or ["CLIPTextModel"]
    if named[0] == "T5EncoderModel":
        t5 = transformers.T5Config(**{key: config[key] for key in T5_KEYS if key in config})
        encoder: torch.nn.Module = transformers.T5EncoderModel(t5)
        return encoder
    clip = transformers.CLIPTextConfig(**{key: config[key] for key in CLIP_KEYS if key in config})
    built: torch.nn.Module = getattr(transformers, named[0])(clip)
    return built


def _is_t5(folder: Path) -> bool:
    """Whether a tokenizer is that of a T5 encoder, by the class that its config names."""
    try:
        config = json.loads((folder / "tokenizer_config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(config, dict) and str(config.get("tokenizer_class", "")).startswith("T5")


def _names_in_file(module: torch.nn.Module, file: Path) -> dict[str, str]:
    """For every tensor of the network its name in the file; refuses what is missing or misfits."""
    wanted: Mapping[str, torch.Tensor] = module.state_dict()
    shapes = tensor_shapes(file)
    stored = {_todays_name(name, wanted): name for name in shapes}
    for name, empty in wanted.items():
        if name not in stored:
            raise WrongWeights(file=file, problem=f"it lacks {name}")
        shape = shapes[stored[name]]
        if list(empty.shape) != shape:
            problem = f"{name} has shape {shape} instead of {list(empty.shape)}"
            raise WrongWeights(file=file, problem=problem)
    return {name: stored[name] for name in wanted}


def _todays_name(name: str, wanted: Mapping[str, torch.Tensor]) -> str:
    """What a tensor is called today: names changed in CLIP and in the autoencoder's attention."""
    return next((other for other in _spellings(name) if other in wanted), name)


def _spellings(name: str) -> Iterator[str]:
    yield name
    yield name.removeprefix("text_model.")
    head, _, leaf = name.rpartition(".")
    stem, _, role = head.rpartition(".")
    yield f"{stem}.{_OLD_ATTENTION.get(role, role)}.{leaf}"


def _typed(
    tensor: torch.Tensor, device: torch.device, dtype: torch.dtype, copy: bool
) -> torch.Tensor:
    """``tensor`` on the device; whole numbers keep their type."""
    target = dtype if tensor.is_floating_point() else tensor.dtype
    return tensor.to(device=device, dtype=target, copy=copy)
