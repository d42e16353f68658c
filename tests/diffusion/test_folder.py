"""Opening model folders: the handles, and one sentence for everything that can be wrong."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.diffusion.loading import refusals
from app.diffusion.loading.folder import open_checkpoint, open_control_network
from app.sdk.errors import NodeError
from app.sdk.fingerprint import fingerprint
from tests import components


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkpoint and a ControlNet, to be copied before they are harmed."""
    folder = tmp_path_factory.mktemp("built")
    components.build_checkpoint(folder / "model")
    components.build_control_network(folder / "control")
    return folder


@pytest.fixture
def model(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built / "model", tmp_path / "model"))


@pytest.fixture
def control(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built / "control", tmp_path / "control"))


def test_a_checkpoint_gives_three_handles(model: Path) -> None:
    opened = open_checkpoint(model, "abc")
    parts = (opened.model.weights, opened.text_model.weights, opened.vae.weights)
    assert [part.part for part in parts] == ["unet", "text_encoder", "vae"]
    assert {(part.content, part.family, part.path) for part in parts} == {
        ("abc", "SD 1", str(model))
    }
    assert (opened.model.channels, opened.vae.channels, opened.vae.factor) == (4, 4, 8)


def test_the_schedule_is_the_schedulers_config(model: Path) -> None:
    schedule = json.loads(open_checkpoint(model, "abc").model.schedule)
    assert schedule.items() >= components.SCHEDULE.items()


def test_the_place_of_a_folder_does_not_count(model: Path, tmp_path: Path) -> None:
    moved = Path(shutil.copytree(model, tmp_path / "elsewhere"))
    assert fingerprint(open_checkpoint(model, "abc")) == fingerprint(open_checkpoint(moved, "abc"))


def test_half_precision_files_are_found(model: Path) -> None:
    file = model / "unet" / "diffusion_pytorch_model.safetensors"
    file.rename(file.with_name("diffusion_pytorch_model.fp16.safetensors"))
    open_checkpoint(model, "abc")


def test_a_control_network_gives_a_handle(control: Path) -> None:
    weights = open_control_network(control, "abc").weights
    assert (weights.part, weights.family) == ("controlnet", "SD 1")


def _edit(name: str, **changes: Any) -> Callable[[Path], None]:
    """A change of some keys in a JSON file of a folder."""

    def edit(folder: Path) -> None:
        file = folder / name
        file.write_text(json.dumps(json.loads(file.read_text()) | changes))

    return edit


def _write(name: str, content: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes(content)


def _remove(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def _cut(folder: Path) -> None:
    file = folder / "unet" / "diffusion_pytorch_model.safetensors"
    file.write_bytes(file.read_bytes()[:-1000])


def _pickle(folder: Path) -> None:
    file = folder / "vae" / "diffusion_pytorch_model.safetensors"
    file.rename(file.with_suffix(".bin"))


UNET = "unet/diffusion_pytorch_model.safetensors"
HUGE_HEADER = (2**62).to_bytes(8, "little") + b"{}"

HARM = {
    "no index": (_remove("model_index.json"), refusals.NotAModelFolder, "no model_index.json"),
    "index cut": (_write("model_index.json", b'{"_cl'), refusals.DamagedConfig, "model_index"),
    "index a list": (_write("model_index.json", b"[]"), refusals.DamagedConfig, "not a JSON obj"),
    "index deep": (_write("model_index.json", b"[" * 99999), refusals.DamagedConfig, "model_index"),
    "config binary": (_write("vae/config.json", b"\xff\xfe"), refusals.DamagedConfig, "vae"),
    "no weights": (_remove(UNET), refusals.MissingWeights, "is missing"),
    "pickled weights": (_pickle, refusals.PickledWeights, "is a pickle"),
    "cut weights": (_cut, refusals.DamagedWeights, "cut off"),
    "no bytes": (_write(UNET, b""), refusals.DamagedWeights, "cut off"),
    "huge header": (_write(UNET, HUGE_HEADER), refusals.DamagedWeights, "cut off"),
    "no safetensors": (_write(UNET, b"PK\3\4" * 100), refusals.DamagedWeights, "cut off"),
    "code in a config": (
        _edit("text_encoder/config.json", auto_map={"AutoModel": "evil.Model"}),
        refusals.NamesCode,
        "evil.Model",
    ),
    "code in the index": (
        _edit("model_index.json", unet=["evil", "UNet"]),
        refusals.NamesCode,
        "evil.UNet as unet",
    ),
    "unknown class": (_edit("vae/config.json", _class_name="Evil"), refusals.NamesCode, "Evil"),
    "endless network": (
        _edit("unet/config.json", layers_per_block=10**9),
        refusals.DamagedConfig,
        "layers_per_block is 1000000000",
    ),
    "another pipeline": (
        _edit("model_index.json", _class_name="WanPipeline"),
        refusals.UnsupportedFamily,
        "made for Wan, which is not supported yet",
    ),
    "unknown pipeline": (
        _edit("model_index.json", _class_name="NovelPipeline"),
        refusals.UnsupportedFamily,
        "NovelPipeline",
    ),
    "other width": (
        _edit("unet/config.json", cross_attention_dim=1024),
        refusals.DamagedConfig,
        "the U-Net takes 1024",
    ),
    "odd channels": (
        _edit("unet/config.json", in_channels=5),
        refusals.UnsupportedFamily,
        "made for 5 channels",
    ),
    "other text": (_edit("text_encoder/config.json", hidden_size=64), refusals.DamagedConfig, "64"),
}


@pytest.mark.parametrize("harm", HARM)
def test_a_harmed_checkpoint_is_refused_in_one_sentence(model: Path, harm: str) -> None:
    do, kind, words = HARM[harm]
    do(model)
    with pytest.raises(kind) as caught:
        open_checkpoint(model, "abc")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("junk", [None, [], {}, "x", -1, 1e308, [["x"]]])
def test_any_value_in_a_config_is_taken_or_refused(model: Path, junk: Any) -> None:
    for file in model.glob("*/*config.json"):
        whole = file.read_text()
        for key in (config := json.loads(whole)):
            file.write_text(json.dumps(config | {key: junk}))
            with contextlib.suppress(NodeError):
                open_checkpoint(model, "abc")
        file.write_text(whole)
    open_checkpoint(model, "abc")


@pytest.mark.parametrize(
    ("family", "change"),
    [("SDXL", {"addition_embed_type": "text_time"}), ("SD 2", {"cross_attention_dim": 1024})],
)
def test_a_control_network_says_its_family(
    control: Path, family: str, change: dict[str, Any]
) -> None:
    _edit("config.json", **change)(control)
    assert open_control_network(control, "abc").weights.family == family


def test_a_checkpoint_is_no_control_network(model: Path) -> None:
    with pytest.raises(refusals.NotAModelFolder, match="not a ControlNet"):
        open_control_network(model, "abc")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(refusals.NoModelFolder, match="gone"):
        open_checkpoint(tmp_path / "gone", "abc")


def test_single_files_are_refused_with_a_way_on(tmp_path: Path) -> None:
    for name, kind in (
        ("model.ckpt", refusals.PickledWeights),
        ("model.CKPT", refusals.PickledWeights),
        ("model.safetensors", refusals.NotAFolder),
        ("model.png", refusals.NotAModelFolder),
    ):
        (tmp_path / name).write_bytes(b"x")
        with pytest.raises(kind, match="model"):
            open_checkpoint(tmp_path / name, "abc")
