"""Models in a single file: every tensor arrives, wherever its name and its form changed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from app.diffusion.checkpoints.layouts import CONFIGS
from app.diffusion.weights import load_module
from app.sdk.values import Weights
from tests.diffusion import tiny_models
from tests.diffusion.original_names import Tensors
from tests.diffusion.tiny_models import TinyModel

LAYOUTS = sorted(file.parent.name for file in CONFIGS.glob("*/model_index.json"))
CPU = torch.device("cpu")


@cache
def model(layout: str) -> TinyModel:
    return tiny_models.build(layout)


def never() -> None:
    """Nobody presses Stop."""


def load(file: Path, part: str, family: str, dtype: torch.dtype = torch.float32) -> torch.nn.Module:
    return load_module(Weights(part, "abc", family, str(file)), CPU, dtype, never)


def save(file: Path, tensors: Tensors) -> Path:
    save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, file)
    return file


def assert_equal(loaded: torch.nn.Module, wanted: torch.nn.Module, part: str = "") -> None:
    """Every tensor is the same, and the module is ready for use."""
    state = loaded.state_dict()
    assert state.keys() == wanted.state_dict().keys()
    for name, tensor in wanted.state_dict().items():
        assert torch.equal(state[name], tensor), name
    assert not loaded.training
    assert not any(tensor.is_meta for tensor in (*loaded.parameters(), *loaded.buffers()))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_part_of_a_whole_file_is_what_was_saved(
    layout: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model(layout)
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    file = save(tmp_path / "whole.safetensors", made.whole())
    for part, network in made.networks.items():
        if (part, made.family) == ("text_encoder", "SD 3"):
            with torch.no_grad():
                network.text_projection.weight.copy_(torch.eye(32))
        assert_equal(load(file, part, made.family), network)
