"""The graphs that need networks that look at pictures, run on tiny ones under the same names."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import transformers
from PIL import Image

from app.cli.main import main
from app.sdk.paths import RESOURCES
from app.start import make_program
from tests.diffusion.vision import tiny, zoo

MODELS: dict[str, tuple[Callable[[], Any], Any]] = {
    "depth-anything-v2-small": (tiny.depth_network, tiny.depth_preparation()),
    "vitpose-base-simple": (tiny.pose_network, None),
    "rtdetr_r50vd_coco_o365": (
        zoo.rt_detr,
        transformers.RTDetrImageProcessorPil(size={"height": 64, "width": 64}),
    ),
    "segformer-b0-finetuned-ade-512-512": (tiny.segmenter, tiny.segmenter_preparation()),
}
"""What builds each network, and what prepares pictures for it, by the names that graphs use."""


@pytest.mark.parametrize("graph", ["depth-and-normals", "pose-and-segments"])
def test_it_runs_where_its_models_are(
    graph: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, (build, preparation) in MODELS.items():
        tiny.saved(tmp_path / "models" / name, build, preparation)
    monkeypatch.setenv("LATENT_LOOM_HOME", str(tmp_path))
    file = str(RESOURCES / "graphs" / f"{graph}.loom")
    assert main(["run", file, "--out", str(tmp_path / "out"), "--json"], make_program) == 0
    made = json.loads(capsys.readouterr().out.splitlines()[-1])["files"]
    assert len(made) == 2
    for picture in made:
        with Image.open(picture) as opened:
            assert opened.size == (128, 128)


@pytest.mark.parametrize(
    ("graph", "kind"), [("depth-and-normals", "depth network"), ("upscale", "upscaler")]
)
def test_without_its_model_one_sentence_says_what_is_missing(
    graph: str, kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(RESOURCES / "graphs" / f"{graph}.loom")
    assert main(["check", file], make_program) == 0
    assert main(["run", file, "--out", str(tmp_path / "out")], make_program) != 0
    captured = capsys.readouterr()
    assert f"There is no {kind} called" in captured.out + captured.err
