"""Picture nodes together, in graphs that the engine runs."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import torch

import app.diffusion.tensors  # noqa: F401  (tells the engine how tensors count)
from app.diffusion.pictures.files import encode
from app.engine.beside import Beside
from app.engine.cache import Cache
from app.engine.events import Event, NodeFailed, NodeFinished, NodesCached
from app.engine.lowering import lower
from app.engine.pool import Pool
from app.engine.runner import Runner
from app.graph.document import ROOT, Graph, Node, Snapshot, Socket, Source
from tests.engine.toys import Device, NoModels
from tests.nodes.desk import noise, registry


class Bench:
    """Runs graphs of real nodes; ``nodes`` is id -> (kind, parameters), wires are written a.b."""

    def __init__(self, folder: Path) -> None:
        self.events: list[Event] = []
        self.kinds = registry()
        self.folder = folder / "out"
        self.cache = Cache(10**8)
        self.runner = Runner(
            self.kinds, Device(), NoModels(), self.cache, self.events.append, self.folder
        )

    def run(
        self, nodes: Mapping[str, tuple[str, dict[str, Any]]], wires: Mapping[str, str]
    ) -> list[str]:
        """The ids of the nodes that worked, sorted."""
        self.events.clear()
        made = {id: Node(id, f"loom.{kind}", parameters=p) for id, (kind, p) in nodes.items()}
        ends = {
            Socket(*to.split(".")): tuple(Source(*at.split(".")) for at in sources.split(" "))
            for to, sources in wires.items()
        }
        plan = lower(Snapshot({ROOT: Graph(made, ends)}), self.kinds)
        self.finished = self.runner.run(1, plan, threading.Event())
        return sorted({e.node for e in self.events if isinstance(e, NodeFinished)})

    def value(self, node: str) -> Any:
        """The first output of a node in the last run."""
        for event in self.events:
            held = event.results.get(node) if isinstance(event, NodesCached) else None
            if isinstance(event, NodeFinished) and event.node == node:
                held = event.results
            if held and (kept := self.cache.find(next(iter(held.values())))):
                return kept.value
        raise AssertionError(f"{node} gave nothing: {self.failures()}")

    def saved(self) -> list[str]:
        """Names of the files of the last run."""
        return [Path(file).name for file in self.finished.files]

    def failures(self) -> dict[str, str]:
        """The sentence of every node that failed."""
        return {e.node: e.message.text() for e in self.events if isinstance(e, NodeFailed)}


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A bench with a picture file beside its output folder."""
    (tmp_path / "in.png").write_bytes(encode(noise(16, 12).pixels[0], "PNG", 90, {}))
    return Bench(tmp_path)


def file(bench: Bench, name: str = "in.png") -> tuple[str, dict[str, Any]]:
    return "LoadImage", {"path": str(bench.folder.parent / name)}


def test_a_saved_picture_is_saved_again_only_when_it_is_gone(bench: Bench) -> None:
    nodes = {"load": file(bench), "small": ("Resize", {"size": [8, 6]}), "save": ("SaveImage", {})}
    wires = {"small.image": "load.image", "save.image": "small.image"}
    assert bench.run(nodes, wires) == ["load", "save", "small"]
    assert bench.saved() == ["loom 0001.png"]
    assert bench.run(nodes, wires) == []
    (bench.folder / "loom 0001.png").unlink()
    assert bench.run(nodes, wires) == ["save"]


def test_a_changed_picture_file_is_read_again(bench: Bench) -> None:
    nodes = {"load": file(bench), "show": ("Preview", {})}
    wires = {"show.image": "load.image"}
    bench.run(nodes, wires)
    changed = encode(torch.zeros(3, 12, 16), "PNG", 90, {})
    (bench.folder.parent / "in.png").write_bytes(changed)
    assert bench.run(nodes, wires) == ["load", "show"]


def test_a_switch_never_runs_the_branch_that_it_does_not_take(bench: Bench) -> None:
    nodes = {
        "good": file(bench),
        "bad": file(bench, "missing.png"),
        "switch": ("Switch", {"use": "first"}),
        "show": ("Preview", {}),
    }
    wires = {
        "switch.first": "good.image",
        "switch.second": "bad.image",
        "show.image": "switch.value",
    }
    assert bench.run(nodes, wires) == ["good", "show", "switch"]
    nodes["switch"] = ("Switch", {"use": "second"})
    bench.run(nodes, wires)
    assert list(bench.failures()) == ["bad"]
    assert "no picture file at" in bench.failures()["bad"]
    nodes["switch"] = ("Switch", {"use": "third"})
    bench.run(nodes, wires)
    assert "Nothing is connected to third" in bench.failures()["switch"]


def test_a_list_of_pictures_runs_through_what_follows_one_by_one(bench: Bench) -> None:
    nodes = {
        "load": file(bench),
        "small": ("Resize", {"size": [8, 6]}),
        "dark": ("Invert", {}),
        "again": ("JoinImages", {}),
        "apart": ("SplitImages", {}),
        "turned": ("Invert", {}),
        "save": ("SaveImage", {"name": "part {number}"}),
    }
    wires = {
        "small.image": "load.image",
        "again.images": "small.image dark.image",
        "dark.image": "small.image",
        "apart.image": "again.image",
        "turned.image": "apart.image",
        "save.image": "turned.image",
    }
    bench.run(nodes, wires)
    assert bench.finished.ok
    assert bench.saved() == ["part 1.png", "part 2.png"]


def test_a_number_from_a_wire_reaches_its_parameter(bench: Bench) -> None:
    nodes = {
        "load": file(bench),
        "how": ("Integer", {"value": 5}),
        "wide": ("Pad", {"border": "edge"}),
        "save": ("SaveImage", {"name": "{width}x{height} {number}"}),
    }
    wires = {"wide.image": "load.image", "wide.left": "how.integer", "save.image": "wide.image"}
    bench.run(nodes, wires)
    assert bench.saved() == ["21x12 1.png"]
    nodes["how"] = ("Integer", {"value": -5})
    bench.run(nodes, wires)
    assert "left must be between 0 and 4096" in bench.failures()["wide"]


def test_files_come_out_the_same_when_they_are_written_beside_the_device(tmp_path: Path) -> None:
    nodes: dict[str, tuple[str, dict[str, Any]]] = {}
    wires: dict[str, str] = {}
    for row in range(5):
        (tmp_path / f"{row}.png").write_bytes(encode(noise(16, 12 + row).pixels[0], "PNG", 90, {}))
        nodes[f"read{row}"] = "LoadImage", {"path": str(tmp_path / f"{row}.png")}
        nodes[f"turned{row}"] = "Invert", {}
        nodes[f"saved{row}"] = "SaveImage", {"format": ("PNG", "WebP")[row % 2]}
        wires |= {
            f"turned{row}.image": f"read{row}.image",
            f"saved{row}.image": f"turned{row}.image",
        }
    found, pool = [], Pool()
    for name in ("one", "other"):
        bench = Bench(tmp_path / name)
        bench.runner.beside = Beside(bench.kinds, pool if name == "other" else None)
        assert len(bench.run(nodes, wires)) == 15
        assert bench.run(nodes, wires) == []
        found.append({name: (bench.folder / name).read_bytes() for name in bench.saved()})
    pool.close()
    assert len(found[0]) == 5
    assert found[0] == found[1]
