"""A painted mask decides what the shipped inpainting graph repaints, the whole way to the file."""

from __future__ import annotations

import base64
import json
from io import BytesIO
from pathlib import Path

import numpy
import pytest
from numpy.typing import NDArray
from PIL import Image as Pillow

from app.cli.main import main
from app.graph import edits
from app.graph.document import Socket, Source
from app.graph.editor import Document
from app.graph.file import open_file, save_file
from app.sdk.paths import RESOURCES
from app.start import make_program

SIDE = 128


def mask_text(left: int, right: int) -> str:
    """A mask that is white between two columns."""
    mask = Pillow.new("L", (SIDE, SIDE))
    mask.paste(255, (left, 0, right, SIDE))
    written = BytesIO()
    mask.save(written, "PNG")
    return base64.b64encode(written.getvalue()).decode()


def graph_with(mask: str, path: Path) -> Path:
    """The inpainting graph, with a painted mask in place of the hole of its picture."""
    kinds = make_program().kinds
    document = Document(open_file(RESOURCES / "graphs" / "inpaint.loom", kinds).snapshot)
    added = edits.add_node(
        document.snapshot, kinds, "loom.PaintedMask", (0.0, 700.0), parameters={"mask": mask}
    )
    document.apply(added)
    source, hole = Source(added.added_nodes[0], "mask"), Socket("mask", "mask")
    document.apply(edits.connect(document.snapshot, kinds, source, hole))
    save_file(path, document.snapshot, kinds)
    return path


def made(graph: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> NDArray[numpy.float64]:
    """The picture that the graph makes."""
    few = ["--set", "Sampler.steps=4", "--out", str(folder), "--json"]
    assert main(["run", str(graph), *few], make_program) == 0
    (file,) = json.loads(capsys.readouterr().out.splitlines()[-1])["files"]
    with Pillow.open(file) as picture:
        return numpy.asarray(picture.convert("RGB"), numpy.float64)


def test_only_what_is_painted_is_repainted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    half = SIDE // 2
    left = made(graph_with(mask_text(0, half), tmp_path / "l.loom"), tmp_path / "l", capsys)
    right = made(graph_with(mask_text(half, SIDE), tmp_path / "r.loom"), tmp_path / "r", capsys)
    with Pillow.open(RESOURCES / "pictures" / "cottage-erased.png") as opened:
        before = numpy.asarray(opened.convert("RGB"), numpy.float64)
    far = half // 2  # the border between the halves is painted by both
    kept = abs(left - before)[:, half + far :].mean(), abs(right - before)[:, :far].mean()
    painted = abs(left - before)[:, :far].mean(), abs(right - before)[:, half + far :].mean()
    assert painted[0] > 2 * kept[1]
    assert painted[1] > 2 * kept[0]
