"""Models, pictures and folders that cannot be used: the node says why, and the rest still runs."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.command import GRAPHS, MODELS, TEXT_TO_IMAGE, Answer, Record, edited, files, run

STEPS = {"sampler.steps": 1}
UNET = "unet/diffusion_pytorch_model.safetensors"

Harm = Callable[[Path], object]


def copied(name: str, folder: Path, *harms: Harm) -> Path:
    """A model that ships with the program, after something happened to it."""
    copy = shutil.copytree(MODELS / name, folder / name)
    for harm in harms:
        harm(copy)
    return copy


def cut(name: str, part: float) -> Harm:
    """Keep only the first part of a file."""

    def harm(folder: Path) -> None:
        content = (folder / name).read_bytes()
        (folder / name).write_bytes(content[: int(len(content) * part)])

    return harm


def config(name: str, **values: object) -> Harm:
    """Give keys of a JSON file other values."""

    def harm(folder: Path) -> None:
        record = json.loads((folder / name).read_text("utf-8"))
        (folder / name).write_text(json.dumps(record | values), "utf-8")

    return harm


def removed(name: str) -> Harm:
    """Remove a file."""
    return lambda folder: (folder / name).unlink()


def pickled(folder: Path) -> None:
    """Leave only a pickle where the weights were."""
    (folder / UNET).rename((folder / UNET).with_suffix(".bin"))


MODEL_FAULTS: dict[str, tuple[str, Harm, list[str]]] = {
    "cut weights": ("load-model", cut(UNET, 0.5), ["cut off", "download or copy it again"]),
    "almost whole weights": (
        "load-model",
        cut(UNET, 0.999),
        ["diffusion_pytorch_model", "cut off"],
    ),
    "no bytes": ("load-model", cut(UNET, 0), ["cut off"]),
    "no weights": ("load-model", removed(UNET), ["diffusion_pytorch_model.safetensors is missing"]),
    "pickled weights": ("load-model", pickled, ["is a pickle", "get the model as .safetensors"]),
    "cut index": ("load-model", cut("model_index.json", 0.5), ["model_index.json cannot be used"]),
    "cut config": ("load-model", cut("vae/config.json", 0.5), ["vae", "download or copy"]),
    "another pipeline": (
        "load-model",
        config("model_index.json", _class_name="WanPipeline"),
        ["made for Wan, which is not supported yet"],
    ),
    "the network of another family": (
        "load-model",
        config("unet/config.json", addition_embed_type="text_time"),
        ["made for StableDiffusionPipeline"],
    ),
    "endless schedule": (
        "load-model",
        config("scheduler/scheduler_config.json", num_train_timesteps=10**9),
        ["num_train_timesteps is 1000000000"],
    ),
    "no scale": (
        "load-model",
        config("vae/config.json", scaling_factor=0),
        ["scaling_factor is 0"],
    ),
    "other shapes": (
        "sampler",
        config("unet/config.json", conv_in_kernel=5),
        ["does not fit its config.json", "conv_in.weight"],
    ),
}


@pytest.mark.parametrize("fault", MODEL_FAULTS)
def test_a_model_that_cannot_be_used_says_why(tmp_path: Path, fault: str) -> None:
    node, harm, says = MODEL_FAULTS[fault]
    model = copied("pocket", tmp_path, harm)
    answer = run(TEXT_TO_IMAGE, tmp_path / "out", {**STEPS, "load-model.model": model})
    sentence = answer.failure(node)
    assert all(words in sentence for words in says)
    assert answer.made("size")
    assert answer.states["save"] == "skipped"


def test_a_missing_model_folder_is_told_with_what_there_is(tmp_path: Path) -> None:
    for name in (tmp_path / "gone", "gone", ""):
        answer = run(TEXT_TO_IMAGE, tmp_path / "out", {"load-model.model": name})
        sentence = answer.failure("load-model")
        assert str(name) in sentence
        assert "choose pocket, pocket-inpaint, pocket-instruct, or give its path" in sentence


def test_a_folder_that_is_no_model_is_refused_at_once(tmp_path: Path) -> None:
    answer = run(TEXT_TO_IMAGE, tmp_path / "out", {"load-model.model": Path("/")})
    assert "/ is not a checkpoint" in answer.failure("load-model")
    sentence = run_control(tmp_path, MODELS / "pocket").failure("load-controlnet")
    assert "pocket is not a ControlNet" in sentence
    assert "it has no config.json" in sentence


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("model.ckpt", "is a pickle, which can run code when it is opened"),
        ("model.safetensors", "is damaged or cut off"),
        ("model.txt", "is a file, but a model is a folder"),
    ],
)
def test_a_model_in_one_file_is_refused_unread(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / name).write_bytes(b"cos\nsystem\n(S'touch harmed'\ntR.")
    answer = run(TEXT_TO_IMAGE, tmp_path / "out", {"load-model.model": tmp_path / name})
    assert says in answer.failure("load-model")
    assert not Path("harmed").exists()


CONTROL_FAULTS: dict[str, tuple[str, Harm, list[str]]] = {
    "SD 2": (
        "sampler",
        config("config.json", cross_attention_dim=1024),
        ["for SD 2, but the model is SD 1"],
    ),
    "SDXL": (
        "sampler",
        config("config.json", addition_embed_type="text_time", cross_attention_dim=2048),
        ["for SDXL, but the model is SD 1"],
    ),
    "Flux": (
        "control",
        config("config.json", _class_name="FluxControlNetModel"),
        ["A ControlNet for Flux looks at latents"],
    ),
    "cut": ("load-controlnet", cut("diffusion_pytorch_model.safetensors", 0.5), ["cut off"]),
    "other width in the config": (
        "sampler",
        config("config.json", cross_attention_dim=64),
        ["does not fit its config.json"],
    ),
}


@pytest.mark.parametrize("fault", CONTROL_FAULTS)
def test_a_control_network_that_cannot_be_used_says_why(tmp_path: Path, fault: str) -> None:
    node, harm, says = CONTROL_FAULTS[fault]
    answer = run_control(tmp_path, copied("pocket-edges", tmp_path, harm))
    sentence = answer.failure(node)
    assert all(words in sentence for words in says)
    assert answer.made("prompt", "outlines", "size")


def test_a_control_network_made_for_text_of_another_width_says_so(tmp_path: Path) -> None:
    from tests.components import build_control_network

    network = build_control_network(tmp_path / "network")
    sentence = run_control(tmp_path, network).failure("sampler")
    assert "made for text of width 32, but the model uses 128" in sentence
    assert "choose a ControlNet of the model's family" in sentence


def run_control(folder: Path, network: Path) -> Answer:
    settings = {**STEPS, "load-controlnet.network": network}
    return run(GRAPHS / "controlnet.loom", folder / "out", settings)


def picture(folder: Path, name: str) -> Path:
    """A file that is not quite a picture, or none at all; ``name`` says what is wrong."""
    path, whole = folder / name, (GRAPHS.parent / "pictures" / "cottage.png").read_bytes()
    match name:
        case "text.png":
            path.write_text("This is a text.")
        case "empty.png":
            path.touch()
        case "cut.png":
            path.write_bytes(whole[: len(whole) // 2])
        case "folder.png":
            path.mkdir()
        case "pipe.png":
            os.mkfifo(path)
        case "small.png":
            Image.new("RGB", (3, 3)).save(path)
    return path


PICTURES = {
    "text.png": "text.png is not a picture that can be read",
    "empty.png": "empty.png is not a picture",
    "cut.png": "cut.png is damaged or cut off",
    "gone.png": "There is no picture file at",
    "folder.png": "There is no picture file at",
    "null\0.png": "There is no picture file at",
    "surrogate\ud800.png": "There is no picture file at",
    **({} if os.name == "nt" else {"pipe.png": "There is no picture file at"}),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_that_is_none_says_so(tmp_path: Path, name: str) -> None:
    path = picture(tmp_path, name)
    graph = GRAPHS / "image-to-image.loom"
    answer = run(graph, tmp_path / "out", {**STEPS, "picture.path": path})
    assert PICTURES[name] in answer.failure("picture")
    assert answer.made("load-model", "prompt", "negative-prompt")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such device")
def test_a_picture_that_never_ends_does_not_hang(tmp_path: Path) -> None:
    graph = GRAPHS / "image-to-image.loom"
    answer = run(graph, tmp_path, {**STEPS, "picture.path": "/dev/zero"})
    assert "There is no picture file at /dev/zero" in answer.failure("picture")


def test_a_picture_that_is_too_small_says_what_fits(tmp_path: Path) -> None:
    path = picture(tmp_path, "small.png")
    answer = run(GRAPHS / "image-to-image.loom", tmp_path / "out", {"picture.path": path})
    assert "3 x 3 is no size for a latent" in answer.failure("encode")


def test_a_file_in_the_place_of_the_output_folder_is_seen_before_the_run(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    for out in (tmp_path / "out", tmp_path / "out" / "deeper"):
        sentence = run(TEXT_TO_IMAGE, out).refusal()
        assert "choose another folder with --out" in sentence
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_write_protected_output_folder_is_seen_before_the_run(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "write-protected" in run(TEXT_TO_IMAGE, tmp_path / "out").refusal()
    tmp_path.chmod(0o700)


def test_an_output_folder_that_nothing_is_saved_in_does_not_matter(tmp_path: Path) -> None:
    def show_only(graph: Record) -> None:
        graph["nodes"]["save"] = {"type": "loom.Preview", "schema": 1, "parameters": {}}

    (tmp_path / "out").write_text("mine")
    assert run(edited(tmp_path, show_only), tmp_path / "out", STEPS).status == 0


def test_a_name_with_an_unknown_field_writes_nothing(tmp_path: Path) -> None:
    answer = run(TEXT_TO_IMAGE, tmp_path / "out", {**STEPS, "save.name": "{seed}"})
    assert "unknown field {seed}" in answer.refusal()
    assert list(files(tmp_path)) == []


def test_a_prompt_that_is_no_text_is_saved_all_the_same(tmp_path: Path) -> None:
    answer = run(TEXT_TO_IMAGE, tmp_path / "out", {**STEPS, "prompt.text": "half \ud800 a pair"})
    assert answer.status == 0
    assert run(Path(answer.outcome["files"][0]), tmp_path / "again", STEPS).status == 0
