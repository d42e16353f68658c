"""Values of a wrong kind in the config of a network: refused before anything is built."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from app.diffusion.device import Device
from app.diffusion.loading.config_checks import check_schedule
from app.diffusion.loading.config_types import wrong_value
from app.diffusion.loading.folder import open_control_network
from app.diffusion.loading.refusals import DamagedConfig, WrongWeights
from app.diffusion.store import ModelStore
from app.sdk.paths import RESOURCES
from tests import components
from tests.diffusion.file_bench import never


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny ControlNet as a folder."""
    return components.build_control_network(tmp_path_factory.mktemp("control"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("norm_eps", None),
        ("norm_eps", "x"),
        ("norm_num_groups", True),
        ("freq_shift", "__class__"),
        ("freq_shift", 2**70),
        ("mid_block_scale_factor", float("nan")),
        ("mid_block_scale_factor", [[0], {"a": 1}]),
        ("block_out_channels", "../../etc/passwd"),
        ("block_out_channels", [16, "32"]),
        ("act_fn", None),
        ("attention_head_dim", 2.5),
        ("attention_head_dim", -1),
    ],
)
def test_a_value_of_another_kind_is_named(built: Path, name: str, value: Any) -> None:
    file = built / "config.json"
    whole = file.read_text()
    file.write_text(json.dumps({**json.loads(whole), name: value}))
    try:
        with pytest.raises(DamagedConfig, match=f"{name} is ") as caught:
            loaded(built)
    finally:
        file.write_text(whole)
    assert "\n" not in str(caught.value)
    assert loaded(built) is not None


def loaded(folder: Path) -> Any:
    """The network in a folder."""
    store = ModelStore(Device(torch.device("cpu"), torch.float32, "CPU"))
    return store.weights(open_control_network(folder, "abc"), never)


def test_what_a_library_says_of_its_own_calls_is_not_told(built: Path, tmp_path: Path) -> None:
    config = json.loads((built / "config.json").read_text())
    (tmp_path / "config.json").write_text(json.dumps({**config, "__class__": None}))
    weights = "diffusion_pytorch_model.safetensors"
    (tmp_path / weights).write_bytes((built / weights).read_bytes())
    with pytest.raises(DamagedConfig, match="no network can be built from it"):
        loaded(tmp_path)


def test_whole_numbers_are_no_weights(built: Path, tmp_path: Path) -> None:
    weights = "diffusion_pytorch_model.safetensors"
    tensors = load_file(built / weights)
    tensors["conv_in.weight"] = tensors["conv_in.weight"].to(torch.int32)
    save_file(tensors, tmp_path / weights)
    (tmp_path / "config.json").write_bytes((built / "config.json").read_bytes())
    with pytest.raises(WrongWeights, match=r"conv_in\.weight holds whole numbers"):
        loaded(tmp_path)


@pytest.mark.parametrize(
    "file", sorted(RESOURCES.rglob("config.json")), ids=lambda file: file.parent.as_posix()[-40:]
)
def test_the_configs_of_published_models_pass(file: Path) -> None:
    import diffusers

    config = json.loads(file.read_text())
    if "_class_name" in config:
        assert not wrong_value(getattr(diffusers, config["_class_name"]), config, config)


@pytest.mark.parametrize("value", ["many", [1], float("nan")])
def test_noise_levels_are_numbers(tmp_path: Path, value: Any) -> None:
    with pytest.raises(DamagedConfig, match="sigma_max is "):
        check_schedule({"sigma_max": value}, tmp_path / "scheduler_config.json")
