"""Stop while pictures are prepared or a video is written: within a frame, and no half file."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import torch

from app.diffusion.video.files import encode_animation, encode_with_codec
from app.graph.file import open_file
from app.sdk.context import Stopped
from app.sdk.video import Video
from tests.faults.bench import Bench
from tests.faults.strikes import Calls, mostly_heavy
from tests.faults.test_stop_anywhere import stopped

FRAMES = 6


class Patience:
    """Stops after so many questions; ``asked`` counts them."""

    def __init__(self, most: int) -> None:
        self.most, self.asked = most, 0

    def __call__(self) -> None:
        self.asked += 1
        if self.asked > self.most:
            raise Stopped


def film() -> Video:
    pixels = torch.rand(FRAMES, 3, 16, 24, generator=torch.Generator().manual_seed(1))
    return Video(pixels, 8.0)


@pytest.mark.parametrize("format", ["WebP", "GIF"])
def test_an_animation_can_be_stopped_while_it_is_encoded_frame_by_frame(format: Any) -> None:
    patient = Patience(10**6)
    whole = encode_animation(film(), format, 80, {}, patient)
    assert patient.asked >= 2 * FRAMES
    assert encode_animation(film(), format, 80, {}, lambda: None) == whole
    for most in range(patient.asked):
        with pytest.raises(Stopped):
            encode_animation(film(), format, 80, {}, Patience(most))


@pytest.mark.parametrize("format", ["MP4", "WebM"])
def test_a_video_can_be_stopped_at_every_frame(format: Any) -> None:
    pytest.importorskip("av")
    for most in range(FRAMES):
        with pytest.raises(Stopped):
            encode_with_codec(film(), format, 80, {}, Patience(most))
    assert encode_with_codec(film(), format, 80, {}, Patience(FRAMES))


def chain(save: str, **parameters: object) -> dict[str, Any]:
    """Pictures, their outlines in several manners, and what saves them."""
    names = ["ColourImage", "Canny", "SoftEdge", "LineDrawing", "Resize"]
    names += ["MakeVideo", save] if save == "SaveVideo" else [save]
    nodes = {name: {"type": f"loom.{name}", "parameters": {}} for name in names}
    nodes["ColourImage"]["parameters"] = {"size": [48, 40], "fill": "gradient"}
    nodes[save]["parameters"] = dict(parameters)
    wires = []
    for before, name in pairwise(names):
        ends = {"MakeVideo": ("image", "frames"), "SaveVideo": ("video", "video")}
        output, socket = ends.get(name, ("image", "image"))
        wires.append({"from": [before, output], "to": [name, socket]})
    return {"format": 1, "root": "main", "graphs": {"main": {"nodes": nodes, "wires": wires}}}


def bench_of(folder: Path, record: dict[str, Any]) -> Bench:
    folder.mkdir(parents=True, exist_ok=True)
    bench = Bench(folder)
    path = folder / "chain.loom"
    path.write_text(json.dumps(record), "utf-8")
    bench.snapshot = open_file(path, bench.kinds).snapshot
    return bench


RECORDS: dict[str, Callable[[], dict[str, Any]]] = {
    "pictures": lambda: chain("SaveImage", format="WebP"),
    "an animation": lambda: chain("SaveVideo", format="GIF"),
    "frames": lambda: chain("SaveVideo", format="PNG"),
}


@pytest.mark.parametrize("what", mostly_heavy(RECORDS, ["pictures"]))
def test_stop_at_any_call_of_preparing_and_saving_leaves_whole_files_or_none(
    what: str, tmp_path: Path
) -> None:
    whole = bench_of(tmp_path / "whole", RECORDS[what]())
    assert whole.run().ok, whole.failures()
    whole.start_anew()
    calls = Calls(lambda: "")
    assert whole.run(calls).ok
    sizes = {path.stat().st_size for path in whole.pictures()}
    for number, at in enumerate(range(50, calls.count, calls.count // 3)):
        bench = bench_of(tmp_path / str(number), RECORDS[what]())
        stopped(bench, at)
        assert {path.stat().st_size for path in bench.pictures()} <= sizes
        assert bench.states().items() <= whole.states().items()
        assert bench.run().ok
        assert bench.prints() == whole.prints()
