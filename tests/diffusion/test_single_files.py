"""Models in a single file: every tensor arrives, wherever its name and its form changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from diffusers import AutoencoderKL, SD3Transformer2DModel, UNet2DConditionModel

from app.diffusion.checkpoints.layouts import CONFIGS
from app.diffusion.checkpoints.opening import open_control
from app.sdk.families import latents_of
from tests.diffusion import tiny_models
from tests.diffusion.file_bench import assert_holds, load, model, save, wanted_state

CONTROL_NETWORKS = sorted(folder.name for folder in CONFIGS.glob("controlnet-*"))
LAYOUTS = sorted(file.parent.name for file in CONFIGS.glob("*/model_index.json"))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_part_of_a_whole_file_is_what_was_saved(
    layout: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model(layout)
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    file = save(tmp_path / "whole.safetensors", made.whole())
    for part in made.networks:
        assert_holds(load(file, part, made.family), wanted_state(made, part))


ALONE = [
    (layout, part)
    for layout in ("sd-1", "sd-2", "sdxl", "sdxl-refiner", "sd-3.5-medium", "flux-dev")
    for part in tiny_models.tiny(layout)
]


@pytest.mark.parametrize(("layout", "part"), ALONE)
def test_a_part_alone_in_its_file_is_read_for_its_family(
    layout: str, part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model(layout)
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    file = save(tmp_path / "part.safetensors", made.alone(part))
    loaded = load(file, part, latents_of(made.family) if part == "vae" else made.family)
    assert_holds(loaded, wanted_state(made, part))


@pytest.mark.parametrize("layout", ["sd-1", "sdxl", "sd-3-medium", "flux-schnell"])
def test_networks_under_todays_names_are_read_too(
    layout: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model(layout)
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    part = "unet" if "unet" in made.networks else "transformer"
    file = save(tmp_path / "part.safetensors", made.networks[part].state_dict())
    assert_holds(load(file, part, made.family), wanted_state(made, part))


@pytest.mark.parametrize("layout", CONTROL_NETWORKS)
@pytest.mark.parametrize("names", ["cldm", "cldm without prefix", "diffusers"])
def test_control_networks_are_read_under_both_names(
    layout: str, names: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model(layout)
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    network = made.networks["controlnet"]
    tensors = {
        "cldm": made.whole,
        "cldm without prefix": lambda: made.alone("controlnet"),
        "diffusers": network.state_dict,
    }[names]()
    file = save(tmp_path / "control.safetensors", tensors)
    handle = open_control(file, "abc")
    assert handle.weights.family == made.family
    assert_holds(load(file, "controlnet", made.family), network.state_dict())


def _compared(layout: str, family: str) -> Any:
    mark = pytest.mark.reference(
        family=family,
        feature="network and VAE from a single file",
        against="from_single_file of UNet2DConditionModel and AutoencoderKL",
        agreement="equal",
    )
    return pytest.param(layout, marks=mark)


@pytest.mark.parametrize(
    "layout",
    [
        _compared("sd-1", "SD 1"),
        _compared("sd-2", "SD 2"),
        _compared("sdxl", "SDXL"),
        _compared("sdxl-refiner", "SDXL refiner"),
    ],
)
def test_a_network_is_the_one_that_diffusers_reads(
    layout: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model(layout)
    folder = tiny_models.describe(tmp_path / "configs", monkeypatch, made) / layout
    file = save(tmp_path / "whole.safetensors", made.whole())
    for part, kind in (("unet", UNet2DConditionModel), ("vae", AutoencoderKL)):
        wanted = kind.from_single_file(str(file), config=str(folder), subfolder=part)
        assert_holds(load(file, part, latents_of(made.family)), wanted.state_dict())


def test_a_file_with_a_network_and_its_control_network_has_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, control = model("sd-1"), model("controlnet-sd-1")
    tiny_models.describe(tmp_path / "configs", monkeypatch, made, control)
    file = save(tmp_path / "both.safetensors", {**made.whole(), **control.whole()})
    for each in (made, control):
        for part in each.networks:
            assert_holds(load(file, part, "SD 1"), wanted_state(each, part))


@pytest.mark.reference(
    family="SD 3",
    feature="network from a single file",
    against="SD3Transformer2DModel.from_single_file",
    agreement="equal",
)
def test_a_transformer_is_the_one_that_diffusers_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model("sd-3.5-medium")
    folder = tiny_models.describe(tmp_path / "configs", monkeypatch, made) / "sd-3.5-medium"
    file = save(tmp_path / "whole.safetensors", made.alone("transformer"))
    wanted = SD3Transformer2DModel.from_single_file(
        str(file), config=str(folder), subfolder="transformer"
    )
    assert_holds(load(file, "transformer", "SD 3"), wanted.state_dict())
