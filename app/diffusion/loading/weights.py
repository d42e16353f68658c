"""Turns a part of a model into a torch module: built empty, then filled from its files.

The config is read through allow-lists, weights are safetensors or GGUF only, and every tensor is
checked against the network before any is read. Nothing is drawn at random and nothing is computed
twice, so the module equals the one of ``from_pretrained`` bit by bit.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from functools import lru_cache
from typing import Any

import diffusers
import torch
import transformers

from app.diffusion.checkpoints.deferred import Deferred, make
from app.diffusion.checkpoints.gguf_files import is_packed, put_packed
from app.diffusion.loading.building import checked_while_building, without_memory
from app.diffusion.loading.config_types import ENCODERS, architecture
from app.diffusion.loading.part_files import first_line
from app.diffusion.loading.parts import PARTS
from app.diffusion.loading.refusals import DamagedConfig
from app.diffusion.loading.sources import Source, source_of
from app.diffusion.loading.tensor_files import open_tensors
from app.diffusion.memory.shortage import pass_on_shortage
from app.graph.phrases import Phrase
from app.sdk.models import Weights

_OLD_ATTENTION = {"query": "to_q", "key": "to_k", "value": "to_v", "proj_attn": "to_out.0"}
_TIED = {
    "encoder.embed_tokens.weight": "shared.weight",
    "shared.weight": "encoder.embed_tokens.weight",
}
"""Tensors of T5 that are one and the same; files hold either or both."""

_WITH_TABLES = ("SD3Transformer2DModel", "SD3ControlNetModel")
"""Networks whose files hold a large table that would take half a minute to compute."""

ReadAs = Callable[[str, torch.device, torch.dtype], torch.Tensor]
"""Gives the tensor of this name on a device, in a number type."""


def load_module(
    weights: Weights,
    device: torch.device,
    dtype: torch.dtype,
    check: Callable[[], None],
) -> torch.nn.Module:
    """The network behind a handle, in eval mode.

    ``check`` is called for every layer and before every tensor, and may raise to give up. Raises a
    refusal where config or weights cannot be used.
    """
    source = source_of(weights)
    with checked_while_building(check):
        module = _empty_module(weights.part, source)
    wanted = _matched(module, source)
    tensors: dict[str, torch.Tensor] = {}
    with open_tensors(source.files) as read:
        for name, deferred in wanted.items():
            check()
            twin = tensors.get(_TIED.get(name, ""))
            tensors[name] = (
                make(deferred, lambda stored: _typed(read(stored), device, dtype))
                if twin is None
                else twin
            )
    _check_numbers(module, tensors, source)
    packed = any(map(is_packed, tensors.values()))
    left = put_packed(module, tensors, dtype) if packed else tensors
    # Assigned, as the module was built without memory: there is nothing to copy into.
    module.load_state_dict(left, assign=True, strict=not packed)
    return module.to(device).eval().requires_grad_(False)


def bytes_needed(weights: Weights, dtype: torch.dtype) -> int:
    """How much memory a part takes once it is loaded as ``dtype``; what is packed stays so."""
    source = source_of(weights)
    if source.files[0].suffix.lower() == ".gguf":
        return sum(file.stat().st_size for file in source.files)
    return sum(math.prod(tensor.shape) for tensor in source.tensors.values()) * dtype.itemsize


@contextmanager
def open_weights(weights: Weights) -> Iterator[ReadAs]:
    """Reads the tensors of the network behind a handle one by one, by its own names for them.

    They are those of ``load_module``, bit by bit. Raises a refusal as that does.
    """
    source = source_of(weights)
    wanted = _matched(_empty_module(weights.part, source), source)
    with open_tensors(source.files) as read:

        def read_as(name: str, device: torch.device, dtype: torch.dtype) -> torch.Tensor:
            return make(wanted[name], lambda stored: _typed(read(stored), device, dtype))

        yield read_as


@lru_cache(maxsize=16)
def shapes_of(weights: Weights) -> Mapping[str, tuple[int, ...]]:
    """The shapes of all tensors of the network behind a handle; nothing of it is read."""
    source = source_of(weights)
    wanted = _matched(_empty_module(weights.part, source), source)
    return {name: tuple(tensor.shape) for name, tensor in wanted.items()}


def _empty_module(part: str, source: Source) -> torch.nn.Module:
    """The network without memory for its weights; buffers that no file holds are real."""
    try:
        with without_memory():
            return _built(part, source.config)
    except Exception as error:  # a config may be wrong in any way
        pass_on_shortage(error)
        raise DamagedConfig(file=source.config_file, problem=_said(error)) from error


def _said(error: Exception) -> str:
    """What a library says of a value; what it says of its own calls is not for users."""
    if isinstance(error, ValueError):
        return first_line(error).partition(". ")[0].rstrip(".")
    return Phrase("no network can be built from it")


def _built(part: str, config: Mapping[str, Any]) -> torch.nn.Module:
    """The network of a checked config; the classes were allowed when it was read."""
    library = PARTS[part].library
    if library == "diffusers":
        name = str(config.get("_class_name") or PARTS[part].usual)
        with torch.device("meta") if name in _WITH_TABLES else nullcontext():
            module: torch.nn.Module = getattr(diffusers, name).from_config(config)
        return module
    named = architecture(config)
    kind, keys = ENCODERS[named]
    encoder: torch.nn.Module = getattr(transformers, named)(
        getattr(transformers, kind)(**{key: config[key] for key in keys if key in config})
    )
    return encoder


def _matched(module: torch.nn.Module, source: Source) -> dict[str, Deferred]:
    """For every tensor of the network the one of the file; refuses what is missing or misfits."""
    wanted: Mapping[str, torch.Tensor] = module.state_dict()
    found = {_todays_name(name, wanted): tensor for name, tensor in source.tensors.items()}
    matched = {}
    for name, empty in wanted.items():
        tensor = found.get(name, found.get(_TIED.get(name, "")))
        if tensor is None:
            raise source.misfit(f"it lacks {name}")
        if empty.shape != tensor.shape:
            problem = f"{name} has shape {list(tensor.shape)} instead of {list(empty.shape)}"
            raise source.misfit(problem)
        matched[name] = tensor
    return matched


def _check_numbers(
    module: torch.nn.Module, tensors: Mapping[str, torch.Tensor], source: Source
) -> None:
    """Refuse whole numbers in the place of weights; those of a few bits say what they stand for."""
    for name, empty in module.state_dict().items():
        tensor = tensors[name]
        is_whole = not (tensor.is_floating_point() or is_packed(tensor))
        if empty.is_floating_point() and is_whole:
            raise source.misfit(f"{name} holds whole numbers")


def _todays_name(name: str, wanted: Mapping[str, torch.Tensor]) -> str:
    """What a tensor is called today: names changed in CLIP and in the autoencoder's attention."""
    return next((other for other in _spellings(name) if other in wanted), name)


def _spellings(name: str) -> Iterator[str]:
    yield name
    yield name.removeprefix("text_model.")
    head, _, leaf = name.rpartition(".")
    stem, _, role = head.rpartition(".")
    yield f"{stem}.{_OLD_ATTENTION.get(role, role)}.{leaf}"


def _typed(tensor: torch.Tensor, device: torch.device, dtype: torch.dtype) -> torch.Tensor:
    """``tensor`` on the device; whole and packed numbers keep their type."""
    if is_packed(tensor):
        return tensor.to(device)
    target = dtype if tensor.is_floating_point() else tensor.dtype
    return tensor.to(device=device, dtype=target)
