"""Folders whose networks lie in several pieces, as the large ones are published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from app.diffusion.checkpoints.opening import open_model
from app.diffusion.device import Device
from app.diffusion.loading.refusals import MissingWeights, PickledWeights
from app.diffusion.store import ModelStore
from tests.diffusion import tiny_models
from tests.diffusion.file_bench import CPU, assert_holds, model, never

DEVICE = Device(CPU, torch.float32, "CPU")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A tiny Flux whose network lies in two pieces."""
    made = tiny_models.save_folder(model("flux-dev"), tmp_path / "flux")
    for name in ("vocab.json", "merges.txt"):
        (made / "tokenizer_2" / name).unlink()
    whole = made / "transformer" / "diffusion_pytorch_model.safetensors"
    tensors = load_file(whole)
    whole.unlink()
    placed = {}
    for index, name in enumerate(sorted(tensors)):
        placed[name] = f"diffusion_pytorch_model-{index % 2 + 1:05}-of-00002.safetensors"
    for piece in set(placed.values()):
        held = {name: tensor for name, tensor in tensors.items() if placed[name] == piece}
        save_file(held, whole.with_name(piece))
    index_file = whole.with_name("diffusion_pytorch_model.safetensors.index.json")
    index_file.write_text(json.dumps({"metadata": {}, "weight_map": placed}))
    return made


def test_all_pieces_are_read(folder: Path) -> None:
    opened = open_model(folder, "abc")
    loaded = ModelStore(DEVICE).weights(opened.model, never)
    assert_holds(loaded, model("flux-dev").networks["transformer"].state_dict())


def test_a_missing_piece_is_named(folder: Path) -> None:
    (folder / "transformer" / "diffusion_pytorch_model-00002-of-00002.safetensors").unlink()
    with pytest.raises(MissingWeights, match="00002-of-00002"):
        open_model(folder, "abc")


def test_a_pickle_among_the_pieces_is_refused(folder: Path) -> None:
    index = folder / "transformer" / "diffusion_pytorch_model.safetensors.index.json"
    index.write_text(json.dumps({"weight_map": {"a": "evil.bin"}}))
    with pytest.raises(PickledWeights, match=r"evil\.bin"):
        open_model(folder, "abc")
