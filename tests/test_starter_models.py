"""Starter graphs for models that do not come along run with tiny ones of the same names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from app.cli.main import main
from app.graph.document import Snapshot
from app.graph.file import open_file
from app.places import OWN_NODES
from app.sdk.paths import RESOURCES
from app.sdk.registry import Registry
from app.start import make_program
from app.ui.files.starters import starters
from tests import tiny_folders

GRAPHS = [
    path for path in sorted((RESOURCES / "graphs").glob("*.loom")) if tiny_folders.named_in(path)
]

SIZED = ("loom.EmptyLatent", "loom.EmptyVideoLatent", "loom.Resize")
"""What says how large the result is."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with all tiny models that these graphs name."""
    home = tmp_path_factory.mktemp("home")
    names = sorted(set.union(*map(tiny_folders.named_in, GRAPHS)))
    tiny_folders.build(home / "models", *names)
    return home


def snapshot_of(path: Path) -> Snapshot:
    """A graph as it is opened."""
    kinds = Registry()
    kinds.load_folder(OWN_NODES)
    return open_file(path, kinds).snapshot


def test_there_is_one_for_each_kind_of_model() -> None:
    names = {path.stem for path in GRAPHS}
    assert names >= {"sdxl", "sdxl-refiner", "sd-2", "few-steps-turbo", "few-steps-lcm"}
    assert names >= {"sd-3", "flux", "flux-image-to-image", "flux-controlnet"}
    assert names >= {"few-steps-schnell", "ip-adapter", "t2i-adapter"}
    assert names >= {"animatediff", "image-to-video"}


def test_the_first_page_tells_which_graphs_need_models() -> None:
    told = {each.path.stem for each in starters() if each.needs_models}
    looking = {"depth-and-normals", "pose-and-segments", "upscale"}
    assert told == {path.stem for path in GRAPHS} | looking


@pytest.mark.parametrize("path", GRAPHS, ids=lambda path: path.stem)
def test_it_makes_a_picture(
    path: Path,
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LATENT_LOOM_HOME", str(home))
    sizes = [
        f"{id}.size=64x64"
        for id, node in snapshot_of(path).main.nodes.items()
        if node.type in SIZED
    ]
    frames = [
        f"{id}.frames=4"
        for id, node in snapshot_of(path).main.nodes.items()
        if "frames" in node.parameters
    ]
    small = [part for value in (*sizes, *frames) for part in ("--set", value)]
    assert main(["run", str(path), *small, "--out", str(tmp_path), "--json"], make_program) == 0
    (file,) = json.loads(capsys.readouterr().out.splitlines()[-1])["files"]
    with Image.open(file) as picture:
        assert picture.size == (64, 64)
        assert len(picture.convert("RGB").getcolors(64 * 64) or ()) > 200


def test_a_model_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LATENT_LOOM_HOME", str(tmp_path))
    graph = next(path for path in GRAPHS if path.stem == "sdxl")
    assert main(["run", str(graph), "--out", str(tmp_path)], make_program) != 0
    assert "stable-diffusion-xl-base-1.0" in "".join(capsys.readouterr())
