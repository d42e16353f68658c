"""LoRAs on networks with motion layers, and LoRAs of motion, against AnimateDiff's pipeline."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
import torch

from app.diffusion.device import Device
from app.diffusion.loading.folder import open_checkpoint
from app.diffusion.patches.adding import add_lora
from app.diffusion.store import ModelStore
from app.diffusion.video.motion import animated, open_motion_adapter, with_motion
from app.sdk.patches import LoRA
from tests import components
from tests.diffusion import moving, workbench
from tests.diffusion.patches.lora_bench import (
    assert_equal_weights,
    changed,
    file_of,
    fused,
    never,
    pairs,
    patched,
    peft,
)


@pytest.mark.reference(
    family="AnimateDiff",
    feature="LoRA, motion LoRA",
    against="AnimateDiffPipeline.fuse_lora",
    agreement="equal",
)
def test_both_kinds_of_layers_are_changed_as_in_the_pipeline(tmp_path: Path) -> None:
    plain = copy.deepcopy(workbench.unet())
    before = copy.deepcopy(plain.state_dict())
    network = with_motion(plain, moving.motion_adapter())
    factors = pairs(network, lambda layer: layer.endswith(("to_q", "to_v")))
    assert any("motion_modules" in layer for layer in factors)
    path = file_of(tmp_path, peft("unet", factors))
    patched(network, "unet", "SD 1", LoRA("one", 0.7, path=str(path)))
    wanted = fused(moving.pipeline("Euler"), path, 0.7, ["unet"])
    assert_equal_weights(network, wanted["unet"])
    assert_equal_weights(plain, before)


def test_a_motion_lora_fits_a_model_with_motion_and_leaves_the_model_without(
    tmp_path: Path,
) -> None:
    opened = open_checkpoint(components.build_checkpoint(tmp_path / "model"), "model")
    moving.motion_adapter().save_pretrained(tmp_path / "motion")
    model = animated(opened.model, open_motion_adapter(tmp_path / "motion", "motion"), linear=False)
    factors = pairs(moving.motion_adapter(), lambda layer: layer.endswith("to_q"))
    path = file_of(tmp_path, peft("unet", factors))
    patched_model, _, report = add_lora(model, None, path, "lora", (1.0, 1.0), ())
    assert report == f"unet: {len(factors)} layers"
    store = ModelStore(Device(torch.device("cpu"), torch.float32, "CPU"))
    before = copy.deepcopy(store.weights(model, never).state_dict())
    assert changed(store.weights(patched_model, never), before) == set(factors)
    assert_equal_weights(store.weights(model, never), before)
    assert_equal_weights(store.weights(opened.model, never), components.unet().state_dict())
