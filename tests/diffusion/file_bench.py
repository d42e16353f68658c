"""Loading the networks in a single file, and telling whether they are what was saved."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor

from app.diffusion.loading.weights import load_module
from app.sdk.models import Weights
from tests.diffusion import tiny_models
from tests.diffusion.original_names import Tensors
from tests.diffusion.tiny_models import TinyModel

CPU = torch.device("cpu")


@cache
def model(layout: str) -> TinyModel:
    """A tiny model of this layout."""
    return tiny_models.build(layout)


def never() -> None:
    """Nobody presses Stop."""


def load(file: Path, part: str, family: str, dtype: torch.dtype = torch.float32) -> torch.nn.Module:
    """One network of a file on the processor."""
    return load_module(Weights(part, "abc", family, str(file)), CPU, dtype, never)


def save(file: Path, tensors: Tensors) -> Path:
    """The file, written."""
    save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, file)
    return file


def wanted_state(made: TinyModel, part: str) -> Mapping[str, Tensor]:
    """What a network must hold after it was read; SD 3 takes what CLIP-L gives as it is."""
    state = made.networks[part].state_dict()
    if (part, made.family) == ("text_encoder", "SD 3"):
        width = state["text_projection.weight"].shape[0]
        return {**state, "text_projection.weight": torch.eye(width)}
    return state


def assert_holds(loaded: torch.nn.Module, wanted: Mapping[str, Tensor]) -> None:
    """Every tensor is the same, and the module is ready for use."""
    state = loaded.state_dict()
    assert state.keys() == wanted.keys()
    for name, tensor in wanted.items():
        assert torch.equal(state[name], tensor), name
    assert not loaded.training
    assert not any(tensor.is_meta for tensor in (*loaded.parameters(), *loaded.buffers()))
