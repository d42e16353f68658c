"""What makers and users say of a model."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path

import pytest
from PIL import Image

from app.models.folder_configs import folder_traits
from app.models.folders import candidates
from app.models.judging import judge
from app.models.records import Traits
from app.models.telling import THUMBNAIL, family_of_base, shrunk
from tests.models.files import picture, weight_file


def _told(folder: Path) -> Traits:
    (candidate,) = candidates(folder, lambda: None)
    return judge(candidate)


def test_trigger_words_come_from_the_training_and_from_its_maker(tmp_path: Path) -> None:
    tags = {"10_x": {"cat": 3, "a hat": 9}, "5_y": {"cat": 1}}
    notes = {"ss_tag_frequency": json.dumps(tags), "modelspec.trigger_phrase": "tophat cat"}
    weight_file(tmp_path / "x.safetensors", "lora", notes)
    assert _told(tmp_path).words == ("tophat cat", "a hat", "cat")


def test_a_file_beside_the_model_is_heard_first(tmp_path: Path) -> None:
    weight_file(tmp_path / "x.safetensors", "lora", {"modelspec.trigger_phrase": "second"})
    (tmp_path / "x.json").write_text(json.dumps({"activation text": "first, zeroth"}))
    told = json.dumps({"trainedWords": ["civil"], "baseModel": "SD 1.5"})
    (tmp_path / "x.civitai.info").write_text(told)
    told_of = _told(tmp_path)
    assert set(told_of.words[:3]) == {"first", "zeroth", "civil"}
    assert told_of.words[3] == "second"
    assert told_of.base == "SD 1.5"


def test_shapes_count_before_words(tmp_path: Path) -> None:
    weight_file(tmp_path / "x.safetensors", "lora", {"ss_base_model_version": "sdxl_base_v1-0"})
    assert _told(tmp_path).family == "SD 1"


@pytest.mark.parametrize(
    ("base", "family"),
    [
        ("SD 1.5", "SD 1"),
        ("sd_v2_768", "SD 2"),
        ("Pony", "SDXL"),
        ("stable-diffusion-xl-v1-base/lora", "SDXL"),
        ("SD 3.5 Large", "SD 3"),
        ("Flux.1 D", "Flux"),
        ("Wan", ""),
        ("", ""),
    ],
)
def test_families_are_known_by_the_names_of_their_models(base: str, family: str) -> None:
    assert family_of_base(base) == family


def test_the_picture_beside_a_model_is_shown_small(tmp_path: Path) -> None:
    weight_file(tmp_path / "x.safetensors")
    picture(tmp_path / "x.png", (900, 600))
    with Image.open(io.BytesIO(_told(tmp_path).thumbnail)) as small:
        assert max(small.size) == THUMBNAIL


def test_a_picture_in_the_head_is_shown(tmp_path: Path) -> None:
    content = picture(tmp_path / "other.png").read_bytes()
    embedded = "data:image/png;base64," + base64.b64encode(content).decode()
    weight_file(tmp_path / "x.safetensors", notes={"modelspec.thumbnail": embedded})
    assert _told(tmp_path).thumbnail


@pytest.mark.parametrize("content", [b"", b"text", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, b"GIF89a"])
def test_a_broken_picture_is_none(content: bytes) -> None:
    assert shrunk(content) == b""


@pytest.mark.parametrize(
    "notes",
    [
        {"ss_tag_frequency": "{"},
        {"ss_tag_frequency": "[" * 50_000},
        {"ss_tag_frequency": json.dumps({"a": 3, "b": {"c": "d", "e": True}})},
        {"modelspec.thumbnail": "data:image/png;base64,@@@"},
        {"modelspec.trigger_phrase": "x" * 100_000},
    ],
)
def test_hostile_notes_do_no_harm(tmp_path: Path, notes: dict[str, str]) -> None:
    weight_file(tmp_path / "x.safetensors", notes=notes)
    told = _told(tmp_path)
    assert told.family == "SD 1"
    assert all(len(word) < 200 for word in told.words)


def _model(folder: Path, sample_size: object, network: str = "unet") -> int:
    files = {
        "model_index.json": {"_class_name": "StableDiffusionPipeline"},
        f"{network}/config.json": {"sample_size": sample_size, "in_channels": 4},
        "vae/config.json": {"block_out_channels": [128, 256, 512, 512]},
    }
    for name, config in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(config))
    return folder_traits(folder).side


def test_a_folder_says_how_large_its_pictures_are(tmp_path: Path) -> None:
    assert _model(tmp_path / "unet", 96) == 768
    assert _model(tmp_path / "transformer", 128, "transformer") == 1024


@pytest.mark.parametrize("size", [None, "96", [64, 96], 0, -8, 10**9, True])
def test_a_size_that_cannot_be_is_not_believed(tmp_path: Path, size: object) -> None:
    assert _model(tmp_path, size) == 0


@pytest.mark.parametrize(
    ("resolution", "side"), [("1024x1024", 1024), ("768 x 1152", 1152), ("huge", 0), ("9x9", 0)]
)
def test_a_file_says_how_large_its_pictures_are(tmp_path: Path, resolution: str, side: int) -> None:
    weight_file(tmp_path / "x.safetensors", notes={"modelspec.resolution": resolution})
    assert _told(tmp_path).side == side
