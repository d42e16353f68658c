"""Networks of full size: every layer is found under the name that it was published with."""

from __future__ import annotations

import json
import time
from typing import Any

import diffusers
import pytest
import torch
from accelerate import init_empty_weights

from app.diffusion.checkpoints.layouts import CONFIGS
from app.diffusion.patches.layer_names import LayerNames
from tests.diffusion import original_names

LAYOUTS = {
    "sd-1": "unet",
    "sd-2": "unet",
    "sdxl": "unet",
    "sdxl-refiner": "unet",
    "sd-3-medium": "transformer",
    "sd-3.5-medium": "transformer",
    "flux-dev": "transformer",
}


def network(layout: str) -> tuple[torch.nn.Module, dict[str, torch.Tensor]]:
    """A network without memory for its weights, and its tensors by the names of old."""
    config: dict[str, Any] = json.loads(
        (CONFIGS / layout / LAYOUTS[layout] / "config.json").read_text()
    )
    with init_empty_weights(), torch.device("meta"):
        made = getattr(diffusers, config["_class_name"]).from_config(config)
    state = made.state_dict()
    if layout.startswith("flux"):
        return made, original_names.flux(state)
    if layout.startswith("sd-3"):
        return made, original_names.sd3(state)
    return made, original_names.ldm_unet(state, config["layers_per_block"])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layer_is_found_in_time(layout: str) -> None:
    made, published = network(layout)
    shapes = {name: tensor.shape for name, tensor in made.named_parameters()}
    matrices = {
        name.removesuffix(".weight"): tensor
        for name, tensor in published.items()
        if name.endswith(".weight") and tensor.ndim > 1
    }
    start = time.perf_counter()
    names = LayerNames(frozenset(shapes))
    found = {name: names.find(name.replace(".", "_")) for name in matrices}
    assert time.perf_counter() - start < 1
    assert not [name for name, target in found.items() if target is None]
    seen: list[str] = []
    for name, target in found.items():
        assert target is not None
        rows = sum(shapes[f"{layer}.weight"][0] for layer in target.layers)
        assert rows == matrices[name].shape[0], name
        seen += target.layers
    wanted = [name for name in shapes if name.endswith(".weight") and len(shapes[name]) > 1]
    assert sorted(f"{layer}.weight" for layer in seen) == sorted(wanted)
