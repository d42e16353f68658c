"""Networks that look at pictures, and upscalers, are found on the shelf."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from app.diffusion.loading.parts import PARTS
from app.diffusion.loading.standalone import OBSERVERS
from app.models.shelf import Shelf

CLASSES = [(part, name) for part in OBSERVERS for name in sorted(PARTS[part].classes)]


@pytest.mark.parametrize(("part", "name"), CLASSES)
def test_a_folder_is_of_the_kind_that_its_class_tells(tmp_path: Path, part: str, name: str) -> None:
    folder = tmp_path / "models" / "mine"
    folder.mkdir(parents=True)
    (folder / "config.json").write_text(json.dumps({"architectures": [name]}), encoding="utf-8")
    (folder / "model.safetensors").touch()
    shelf = Shelf([tmp_path / "models"])
    assert shelf.names(part) == ("mine",)
    assert shelf.find(part, "mine") == folder
    assert all(not shelf.names(other) for other in OBSERVERS if other != part)


@pytest.mark.parametrize(
    "names",
    [
        ("model.0.weight", "model.1.sub.0.RDB1.conv1.0.weight"),  # ESRGAN as first published
        ("conv_first.weight", "body.0.rdb1.conv1.weight"),  # Real-ESRGAN
        ("conv_first.weight", "layers.0.residual_group.blocks.0.norm1.weight"),  # SwinIR, HAT
        ("conv_first.weight", "before_RG.1.weight", "layers.0.blocks.0.norm1.weight"),  # DAT
        ("body.0.weight", "body.1.weight"),  # compact
        ("conv_1.sk.weight", "block_1.c1_r.sk.weight"),  # SPAN
        ("feats.0.weight", "feats.1.lk.conv.weight"),  # PLKSR
    ],
)
def test_an_upscaler_is_known_by_the_names_of_its_tensors(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    save_file({name: torch.zeros(1) for name in names}, tmp_path / "4x.safetensors")
    shelf = Shelf([tmp_path])
    (name,) = shelf.names("upscaler")
    assert shelf.find("upscaler", name) == tmp_path / "4x.safetensors"
