"""The graphs that come with the program open, are valid, lie well on the canvas, and run."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from app.cli.main import main
from app.graph.document import Graph
from app.graph.file import open_file, to_text
from app.places import OWN_NODES
from app.sdk.paths import RESOURCES
from app.sdk.registry import Registry
from app.start import make_program
from app.ui.canvas.cards.content import Content
from app.ui.canvas.cards.layout import arrange
from tests import tiny_folders

GRAPHS = sorted((RESOURCES / "graphs").glob("*.loom"))
SEVERAL = {"several-prompts": 4, "folder-of-pictures": 2}
"""Graphs that make several pictures, and how many."""
LOOKING = ("preprocessors", "depth-and-normals", "pose-and-segments", "upscale")
"""Graphs without a Sampler; but for the first they need models that do not come along."""
SAMPLED = [
    path
    for path in GRAPHS
    if path.stem not in (*LOOKING, *SEVERAL) and not tiny_folders.named_in(path)
]
SIZES = {
    "inpaint-detail": (384, 128),
    "latent-composite": (192, 128),
    "regions": (256, 128),
    "panorama": (384, 128),
    "second-pass": (128, 128),
    "two-styles": (392, 128),
    "controlnet-depth": (260, 128),
}


@pytest.fixture(scope="module")
def kinds() -> Registry:
    registry = Registry()
    registry.load_folder(OWN_NODES)
    assert registry.problems == ()
    return registry


def test_there_is_one_for_each_way_to_a_picture() -> None:
    names = {path.stem for path in GRAPHS}
    assert names >= {"changing-prompt", "controlnet", "image-to-image", "inpaint", "text-to-image"}
    assert names >= {"outpaint", "inpaint-detail", "controlnet-outlines", "preprocessors"}
    assert names >= {"several-prompts", "folder-of-pictures", "latent-composite"}
    assert names >= {"prompt-morph", "animatediff", "image-to-video"}
    assert names >= {"regions", "panorama", "second-pass", "inpaint-model", "instructions"}
    assert names >= {"two-styles", "controlnet-depth"}


@pytest.mark.parametrize("path", GRAPHS, ids=lambda path: path.stem)
def test_it_opens_without_a_warning_and_is_written_as_it_stands(
    path: Path, kinds: Registry
) -> None:
    opened = open_file(path, kinds)
    assert opened.warnings == ()
    assert to_text(opened.snapshot, kinds) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", GRAPHS, ids=lambda path: path.stem)
def test_nothing_is_wrong_with_it(path: Path) -> None:
    assert main(["check", str(path)], make_program) == 0


@pytest.mark.parametrize("path", GRAPHS, ids=lambda path: path.stem)
def test_it_names_no_path_of_the_machine_that_made_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "/home" not in text
    assert str(Path.home()) not in text


@pytest.mark.parametrize("path", GRAPHS, ids=lambda path: path.stem)
def test_its_cards_do_not_lie_on_each_other(path: Path, kinds: Registry, qtbot: QtBot) -> None:
    cards = card_boxes(open_file(path, kinds).snapshot.main, kinds)
    for (name, card), (other_name, other) in combinations(cards.items(), 2):
        assert not card.intersects(other), f"{name} lies on {other_name}"


def card_boxes(graph: Graph, kinds: Registry) -> dict[str, QRectF]:
    """Where each node's card lies, with room for a preview where pictures come out."""
    boxes = {}
    for id, node in graph.nodes.items():
        spec = kinds.spec(node.type)
        assert spec is not None
        shows = any(output.type.name in ("Image", "Latent", "Video") for output in spec.outputs)
        is_picture = shows and spec.type not in ("loom.EmptyLatent", "loom.EmptyVideoLatent")
        ratio = 1.0 if is_picture and spec.type != "loom.LatentMask" else None
        layout = arrange(Content(node, spec, ratio=ratio))
        boxes[id] = layout.card.translated(*node.position)
    return boxes


@pytest.mark.parametrize("path", SAMPLED, ids=lambda path: path.stem)
def test_it_makes_a_picture_of_the_models_size(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["run", str(path), "--set", "Sampler.steps=4", "--out", str(tmp_path), "--json"]
    assert main(arguments, make_program) == 0
    outcome = json.loads(capsys.readouterr().out.splitlines()[-1])
    (file,) = outcome["files"]
    with Image.open(file) as picture:
        assert picture.size == SIZES.get(path.stem, (128, 128))
        colours = picture.convert("RGB").getcolors(picture.width * picture.height)
        assert len(colours or ()) > 200


@pytest.mark.parametrize(("name", "count"), SEVERAL.items())
def test_it_makes_a_picture_for_each_item(
    name: str, count: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    graph = str(RESOURCES / "graphs" / f"{name}.loom")
    few = ["--set", "Sampler.steps=4", "--out", str(tmp_path), "--json"]
    assert main(["run", graph, *few], make_program) == 0
    files = json.loads(capsys.readouterr().out.splitlines()[-1])["files"]
    assert len(files) == len({Path(file).read_bytes() for file in files}) == count


def test_the_preprocessors_make_pictures_that_differ(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    graph = str(RESOURCES / "graphs" / "preprocessors.loom")
    assert main(["run", graph, "--out", str(tmp_path), "--json"], make_program) == 0
    files = json.loads(capsys.readouterr().out.splitlines()[-1])["files"]
    assert len(files) == len({Path(file).read_bytes() for file in files}) == 9


def test_a_saved_picture_runs_again_as_a_graph(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text_to_image = str(RESOURCES / "graphs" / "text-to-image.loom")
    few = ["--set", "Sampler.steps=2", "--json"]
    assert main(["run", text_to_image, "--out", str(tmp_path / "a"), *few], make_program) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[-1])["files"][0]
    assert main(["run", first, "--out", str(tmp_path / "b"), *few], make_program) == 0
    second = json.loads(capsys.readouterr().out.splitlines()[-1])["files"][0]
    with Image.open(first) as one, Image.open(second) as other:
        assert one.tobytes() == other.tobytes()
