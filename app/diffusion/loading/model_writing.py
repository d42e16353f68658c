"""Writes whole models as folders in the diffusers layout, with their patches baked in.

A tensor is read, patched and written at a time, so that a model takes no more memory than its
largest tensor. Layout of weight files: the safetensors format (8 bytes of length, a head of JSON,
then the numbers one behind the other).
"""

from __future__ import annotations

import json
import math
import os
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import diffusers
import torch
from torch import Tensor

from app.diffusion import families
from app.diffusion.loading.parts import PARTS, tokenizer_of
from app.diffusion.loading.sources import source_of
from app.diffusion.loading.tokenizers import load_tokenizer
from app.diffusion.loading.weights import open_weights, shapes_of
from app.diffusion.patches.changing import Network, changes_of
from app.diffusion.patches.refusals import NoNumbers
from app.sdk.models import VAE, Model, TextModel, Weights
from app.sdk.patches import Embedding, Patch

_NAMES = {torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16"}
PRECISIONS = {"half": torch.float16, "bfloat16": torch.bfloat16, "full": torch.float32}

Progress = Callable[[int, int], None]
"""Told how many tensors of how many are written; may raise to give up."""


@dataclass(frozen=True)
class Whole:
    """All parts of a model that is to be written."""

    model: Model
    text_model: TextModel
    vae: VAE

    @property
    def parts(self) -> tuple[tuple[Weights, tuple[Patch, ...]], ...]:
        """Every network with the patches that belong into its weights."""
        words = tuple(p for p in self.text_model.patches if not isinstance(p, Embedding))
        encoders = tuple((weights, words) for weights in self.text_model.encoders)
        model = (self.model.weights, self.model.patches)
        return (model, *encoders, (self.vae.weights, ()))

    def bytes_needed(self, dtype: torch.dtype) -> int:
        """How large the weights come out."""
        shapes = (shapes_of(weights).values() for weights, _ in self.parts)
        return sum(math.prod(shape) for part in shapes for shape in part) * dtype.itemsize


def write_model(folder: Path, whole: Whole, dtype: torch.dtype, progress: Progress) -> list[Path]:
    """Write a whole model into an empty folder; gives the files. Raises OSError, and refusals."""
    total = sum(len(shapes_of(weights)) for weights, _ in whole.parts)
    index: dict[str, Any] = {
        "_class_name": families.of(whole.model.weights.family).pipelines[0],
        "_diffusers_version": diffusers.__version__,
    }
    schedule = json.loads(whole.model.schedule)
    index["scheduler"] = ["diffusers", schedule.get("_class_name", "EulerDiscreteScheduler")]
    done = 0
    for weights, patches in whole.parts:
        index[weights.part] = _write_part(folder, weights)
        file = folder / weights.part / f"{PARTS[weights.part].stem}.safetensors"
        for _ in write_weights(file, weights, patches, dtype):
            done += 1
            progress(done, total)
        if weights.part.startswith("text_encoder"):
            index[tokenizer_of(weights.part)] = _write_tokenizer(folder, weights)
    _write_json(folder / "scheduler" / "scheduler_config.json", schedule)
    _write_json(folder / "model_index.json", index)
    return sorted(path for path in folder.rglob("*") if path.is_file())


def write_weights(
    file: Path, weights: Weights, patches: Sequence[Patch], dtype: torch.dtype
) -> Iterator[str]:
    """Write the patched weights of one network; gives the names as they are written."""
    shapes = dict(sorted(shapes_of(weights).items()))
    network = Network(weights.part, weights.family, shapes)
    file.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        opened = stack.enter_context(open_weights(weights))
        chains = changes_of(patches, network, stack)
        written = stack.enter_context(file.open("xb"))
        written.write(_head(shapes, dtype))
        for name in shapes:
            tensor = opened(name, torch.device("cpu"), torch.float32)
            for change in chains.get(name, ()):
                tensor = change(tensor)
            typed = tensor.to(dtype)
            if not bool(torch.isfinite(typed).all()):
                raise NoNumbers(file=weights.place, tensor=name)
            written.write(_bytes(typed))
            yield name
        written.flush()
        os.fsync(written.fileno())


def _head(shapes: Mapping[str, tuple[int, ...]], dtype: torch.dtype) -> bytes:
    head: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    end = 0
    for name, shape in shapes.items():
        start, end = end, end + math.prod(shape) * dtype.itemsize
        head[name] = {"dtype": _NAMES[dtype], "shape": list(shape), "data_offsets": [start, end]}
    text = json.dumps(head).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text


def _bytes(tensor: Tensor) -> memoryview:
    found: memoryview = tensor.contiguous().flatten().view(torch.uint8).numpy().data
    return found


def _write_part(folder: Path, weights: Weights) -> list[str]:
    """Write the config of a network; gives its library and class for the index."""
    part, config = PARTS[weights.part], dict(source_of(weights).config)
    named = config.get("_class_name") or (config.get("architectures") or [""])[0]
    name = str(named or min(part.classes))
    if part.library == "diffusers":
        config["_class_name"] = name
    else:
        config["architectures"] = [name]
    _write_json(folder / weights.part / "config.json", config)
    return [part.library, name]


def _write_tokenizer(folder: Path, weights: Weights) -> list[str]:
    tokenizer = load_tokenizer(weights)
    tokenizer.save_pretrained(folder / tokenizer_of(weights.part))
    return ["transformers", type(tokenizer).__name__]


def _write_json(file: Path, content: Mapping[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content, indent=2, sort_keys=True) + "\n", encoding="utf-8")
