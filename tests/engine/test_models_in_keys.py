"""Nodes that name a model follow its content and its place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NamedTuple

import pytest

from app.graph.document import Node as PlacedNode
from app.graph.document import Source
from app.sdk import Context, ModelName, Weights, param, socket
from app.sdk.declare import Node
from tests.engine.test_files import aged
from tests.engine.toys import RAN, Bench, Sheet


class Opened(NamedTuple):
    """A handle to a toy model."""

    weights: Annotated[Weights, "The handle."]


class OpenToy(Node):
    """Hand out a model by name."""

    name: ModelName = param(default="", tip="A folder.", model_kind="toy")

    def run(self, ctx: Context) -> Opened:
        RAN.append("OpenToy")
        path = ctx.find_model("toy", self.name)
        return Opened(Weights("unet", ctx.content(path), "Toy", str(path)))


class UseToy(Node):
    """Say what a model weighs."""

    weights: Weights = socket("A handle.")

    def run(self, ctx: Context) -> str:
        RAN.append("UseToy")
        return self.weights.content


@pytest.fixture
def opened(bench: Bench, tmp_path: Path) -> tuple[Bench, Sheet, Path]:
    bench.kinds.add(OpenToy)
    bench.kinds.add(UseToy)
    model = tmp_path / "model"
    aged(model / "config.json", "{}")
    aged(model / "unet.safetensors", "weights")
    sheet = Sheet()
    sheet.add("open", "OpenToy", name=str(model))
    sheet.nodes["use"] = PlacedNode("use", "loom.UseToy")
    sheet.wires["use"] = {"weights": (Source("open", "weights"),)}
    assert bench.run(sheet) == ["OpenToy", "UseToy"]
    assert bench.run(sheet) == []
    return bench, sheet, model


def test_other_weights_run_the_loader_and_what_uses_it(
    opened: tuple[Bench, Sheet, Path],
) -> None:
    bench, sheet, model = opened
    aged(model / "unet.safetensors", "others", seconds=50)
    assert bench.run(sheet) == ["OpenToy", "UseToy"]


def test_equal_weights_elsewhere_run_only_the_loader(
    opened: tuple[Bench, Sheet, Path], tmp_path: Path
) -> None:
    bench, sheet, model = opened
    model.rename(tmp_path / "moved")
    sheet.add("open", "OpenToy", name=str(tmp_path / "moved"))
    assert bench.run(sheet) == ["OpenToy"]
    assert bench.value("open").path == str(tmp_path / "moved")
