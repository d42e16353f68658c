"""The shipped descriptions of models, at their full size on the meta device."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
import torch
from accelerate import init_empty_weights

from app.diffusion.checkpoints.layouts import CONFIGS, known_layouts
from app.diffusion.checkpoints.parts import layout_of_file, part_in
from app.sdk.checkpoint_shapes import recognise_shape
from app.sdk.weight_heads import WeightHead
from tests.diffusion.single_files import bare, configs, network, whole_file

CHECKPOINTS = sorted(file.parent.name for file in CONFIGS.glob("*/model_index.json"))
CONTROL_NETWORKS = sorted(folder.name for folder in CONFIGS.glob("controlnet-*"))
FAMILIES = {layout.folder.name: layout.family for layout in known_layouts()}

SIZES = {
    "sd-1": 859_520_964,
    "sd-1-inpaint": 859_535_364,
    "sd-1-instruct": 859_532_484,
    "sd-2": 865_910_724,
    "sdxl": 2_567_463_684,
    "sdxl-refiner": 2_259_526_660,
    "sd-3-medium": 2_028_328_000,
    "sd-3.5-medium": 2_243_171_520,
    "sd-3.5-large": 8_056_627_520,
    "flux-dev": 11_901_408_320,
    "flux-schnell": 11_891_178_560,
    "controlnet-sd-1": 361_279_120,
    "controlnet-sdxl": 1_251_014_160,
}
"""Published numbers of parameters of the networks."""


def networks(layout: str) -> dict[str, torch.nn.Module]:
    described = configs(CONFIGS / layout)
    return {part: _built(json.dumps(config)) for part, config in described.items()}


@cache
def _built(config: str) -> torch.nn.Module:
    with init_empty_weights(include_buffers=True):
        return network(json.loads(config))


@cache
def head(layout: str) -> WeightHead:
    """The head of a whole file of this kind."""
    states = {part: module.state_dict() for part, module in networks(layout).items()}
    tensors = whole_file(FAMILIES[layout], states, configs(CONFIGS / layout))
    return WeightHead({name: tuple(tensor.shape) for name, tensor in tensors.items()})


@pytest.mark.parametrize("layout", SIZES)
def test_networks_have_the_size_that_was_published(layout: str) -> None:
    parts = networks(layout)
    main = next(parts[name] for name in ("unet", "transformer", "controlnet") if name in parts)
    assert sum(parameter.numel() for parameter in main.parameters()) == SIZES[layout]


@pytest.mark.parametrize("layout", [*CHECKPOINTS, *CONTROL_NETWORKS])
def test_every_tensor_is_found_in_a_file_with_the_original_names(layout: str) -> None:
    found = head(layout)
    file = Path("a.safetensors")
    wanted = "controlnet" if layout in CONTROL_NETWORKS else ""
    assert layout_of_file(file, found, wanted).folder.name == layout
    for part, module in networks(layout).items():
        tensors = part_in(found, file, part, FAMILIES[layout]).tensors
        shapes = {name.removeprefix("text_model."): t.shape for name, t in tensors.items()}
        for name, tensor in module.state_dict().items():
            if "embed_tokens" not in name:  # one with the tensor "shared"
                assert shapes[name.removeprefix("text_model.")] == tensor.shape, name


@pytest.mark.parametrize("layout", [*CHECKPOINTS, *CONTROL_NETWORKS])
def test_networks_alone_are_told_under_both_names(layout: str) -> None:
    described = configs(CONFIGS / layout)
    part = next(name for name in ("unet", "transformer", "controlnet") if name in described)
    state = networks(layout)[part].state_dict()
    wanted = part if part == "controlnet" else ""
    for tensors in (state, bare(FAMILIES[layout], part, state, described[part])):
        shapes = {name: tuple(tensor.shape) for name, tensor in tensors.items()}
        found = layout_of_file(Path("a.safetensors"), WeightHead(shapes), wanted)
        assert found.folder.name == layout


@pytest.mark.parametrize("layout", CHECKPOINTS)
def test_the_shelf_tells_the_same_family(layout: str) -> None:
    shape = recognise_shape(head(layout))
    assert shape is not None
    assert (shape.kind, shape.family) == ("checkpoint", FAMILIES[layout])
