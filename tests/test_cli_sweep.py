"""Sweeps on the command line: one run for each combination, and a grid of what they make."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image as Pillow

from app.cli.main import main
from app.cli.program import Program
from app.graph import edits
from app.graph.document import Graph, Node, Snapshot, Socket, Source
from app.graph.file import save_file
from app.graph.operations import apply_all
from app.interchange.picture_graph import read_graph
from app.sdk import Context, NodeError, param, socket
from app.sdk import Node as Work
from app.sdk.context import Picture
from tests.test_cli import Answer
from tests.toys import make_program


@dataclass(frozen=True)
class Image:
    """A grey picture without torch."""

    shade: int

    def picture(self, index: int = 0) -> Picture:
        return Picture(96, 96, bytes([self.shade]) * (96 * 96 * 3))


class Paint(Work):
    """Paint one shade, or fail."""

    shade: int = param(default=100, low=0, high=255, tip="How light.")
    less: int = param(default=0, low=0, high=9, tip="Taken away.")
    text: str = param(default="a cat", tip="A prompt.")

    def run(self, ctx: Context) -> Image:
        shade = self.shade - 10 * self.less
        if shade < 0:
            raise NodeError("There is no light left: take less away.")
        return Image(shade)


class Keep(Work):
    """Write a file."""

    acts = True
    is_target = True

    image: Image = socket("What to keep.")

    def run(self, ctx: Context) -> None:
        folder = ctx.output_folder()
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "kept.txt").write_text("kept", encoding="utf-8")


def program() -> Program:
    made = make_program()
    made.kinds.add(Paint)
    made.kinds.add(Keep)
    return made


def call(*arguments: object) -> Answer:
    out, log = io.StringIO(), io.StringIO()
    status = main([str(argument) for argument in arguments], program, out, log)
    return Answer(status, out.getvalue(), log.getvalue())


@pytest.fixture
def snapshot() -> Snapshot:
    """A picture that is kept."""
    nodes = {"paint": Node("paint", "loom.Paint"), "keep": Node("keep", "loom.Keep")}
    wires = {Socket("keep", "image"): (Source("paint", "image"),)}
    return Snapshot({"main": Graph(nodes, wires)})


@pytest.fixture
def graph(snapshot: Snapshot, tmp_path: Path) -> Path:
    """The same as a file."""
    path = tmp_path / "paint.loom"
    save_file(path, snapshot, program().kinds)
    return path


def shades(path: Path) -> set[int]:
    """Which of the shades that can come are seen in a grid."""
    with Pillow.open(path) as opened:
        colours = opened.convert("RGB").getcolors(2**20) or []
    large = {colour for count, colour in colours if count >= 96 * 96 and len(set(colour)) == 1}
    return {colour[0] for colour in large}


def test_a_sweep_saves_one_labelled_grid_with_its_graph(graph: Path, tmp_path: Path) -> None:
    sweeps = ("--sweep", "Paint.shade=100:200:3", "--sweep", "Paint.less=0,2")
    answer = call("run", graph, *sweeps, "--out", tmp_path / "made", "--json")
    assert answer.status == 0
    (file,) = answer.outcome["files"]
    assert (answer.outcome["runs"], answer.outcome["pictures"]) == (6, 6)
    assert shades(Path(file)) >= {100, 150, 200, 80, 130, 180}
    with Pillow.open(file) as opened:
        width, height = opened.size
    assert width > 3 * 96
    assert height > 2 * 96
    assert "Paint" in (read_graph(Path(file)) or "")
    assert "1 of 6: Paint.shade 100 · Paint.less 0" in answer.log
    assert not (tmp_path / "made" / "kept.txt").exists()


def test_grids_take_the_next_free_number(graph: Path, tmp_path: Path) -> None:
    names = [
        Path(call("run", graph, "--sweep", "Paint.shade=1,2", "--out", tmp_path).out.strip()).name
        for _ in range(2)
    ]
    assert names == ["sweep 0001.png", "sweep 0002.png"]


def test_a_sweep_reaches_into_a_subgraph(snapshot: Snapshot, tmp_path: Path) -> None:
    kinds = program().kinds
    change = edits.make_subgraph(snapshot, kinds, ["paint"], "Block")
    inside, _ = apply_all(snapshot, change.operations)
    path = tmp_path / "inside.loom"
    save_file(path, inside, kinds)
    answer = call("run", path, "--sweep", "Block/Paint.shade=50,60", "--out", tmp_path)
    assert answer.status == 0, answer.log
    assert shades(Path(answer.out.strip())) >= {50, 60}


def test_a_cell_that_fails_stays_empty_and_the_rest_is_made(graph: Path, tmp_path: Path) -> None:
    sweeps = ("--sweep", "Paint.less=0,9", "--sweep", "Paint.shade=80,120")
    answer = call("run", graph, *sweeps, "--out", tmp_path, "--json")
    assert answer.status == 1
    assert answer.outcome["ok"] is False
    assert answer.outcome["pictures"] == 3


@pytest.mark.parametrize(
    ("sweep", "said"),
    [
        ("Paint.shade", "--sweep takes NODE.PARAM=VALUES"),
        ("Paint.shape=1", "Paint has no parameter called shape"),
        ("Paint.shade=1:2", "1:2 is no range"),
        ("Paint.shade=900", "between 0 and 255"),
        ("Nobody.shade=1", "no node with the id or title Nobody"),
        ("Paint.text=dog -> cow", "does not contain dog"),
    ],
)
def test_what_cannot_be_swept_is_refused_with_a_sentence(
    graph: Path, sweep: str, said: str
) -> None:
    answer = call("run", graph, "--sweep", sweep, "--json")
    assert answer.status == 2
    assert said in answer.log
    assert said in json.loads(answer.out)["error"]


def test_more_axes_than_a_grid_has_are_refused(graph: Path) -> None:
    answer = call("run", graph, *("--sweep", "Paint.shade=1") * 4)
    assert answer.status == 2
    assert "3 times at most" in answer.log
