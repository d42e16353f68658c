"""Graphs of real nodes around a tiny network whose calls are counted."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.engine.cache import Cache
from app.engine.events import Event, NodeFailed, NodeFinished, NodeProgressed
from app.engine.lowering import lower
from app.engine.reasons import explained
from app.engine.runner import Runner
from app.graph.document import ROOT, Graph, Node, Snapshot, Socket, Source
from app.sdk import Conditioning, Context, ControlNetwork, Image, Model, param
from app.sdk.declare import Node as NodeClass
from app.sdk.registry import Registry
from tests.diffusion import workbench
from tests.engine.toys import Device, NoModels

NODES = Path(__file__).resolve().parents[2] / "nodes"


class TinyModel(NodeClass):
    """The handle of the tiny network."""

    def run(self, ctx: Context) -> Model:
        return workbench.model()


class Words(NodeClass):
    """A random prompt."""

    seed: int = param(default=1, low=0, high=99, tip="Which one.")

    def run(self, ctx: Context) -> Conditioning:
        return workbench.conditioning(self.seed)


class TinyControl(NodeClass):
    """The handle of a tiny ControlNet."""

    def run(self, ctx: Context) -> ControlNetwork:
        return workbench.control_handle()


class Photo(NodeClass):
    """Random pixels."""

    seed: int = param(default=1, low=0, high=99, tip="Which ones.")

    def run(self, ctx: Context) -> Image:
        return workbench.picture(self.seed)


class TinyDevice(Device):
    """Services that hand out the tiny modules."""

    def weights(self, handle: Any, check: Callable[[], None]) -> Any:
        check()
        return workbench.Bench().weights(handle)


class Studio:
    """A program over one cache; ``run`` makes all nodes of a graph that nothing takes from.

    A graph is written as ``{id: (kind, parameters, {input: source id})}``.
    """

    def __init__(self, folder: Path) -> None:
        self.calls = 0
        self.kinds = Registry()
        self.kinds.load_folder(NODES)
        for kind in (TinyModel, Words, TinyControl, Photo):
            self.kinds.add(kind)
        self.events: list[Event] = []
        self._stop = threading.Event()
        self._stop_at: int | None = None
        self.runner = Runner(self.kinds, TinyDevice(), NoModels(), Cache(2**28), self._emit, folder)

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Count the calls of the network."""
        hook = workbench.unet().register_forward_hook(self._count)
        try:
            yield
        finally:
            hook.remove()

    def run(self, graph: Mapping[str, tuple[str, Any, Any]], stop_at: int | None = None) -> int:
        """Run a graph, perhaps up to a step; how often the network was asked."""
        self.calls, self._stop, self._stop_at = 0, threading.Event(), stop_at
        self.events.clear()
        self.runner.run(1, lower(self._snapshot(graph), self.kinds), self._stop)
        assert not [event for event in self.events if isinstance(event, NodeFailed)]
        return self.calls

    def finished(self, node: str = "sampler") -> NodeFinished:
        """The event that told the end of a node's work in the last run."""
        found = [e for e in self.events if isinstance(e, NodeFinished) and e.node == node]
        return found[-1]

    def why(self, node: str = "sampler") -> str:
        """Why a node ran in the last run, and why its steps did."""
        event = self.finished(node)
        return explained(event.reasons, event.step_reasons)

    def steps(self, node: str = "sampler") -> tuple[int, int]:
        """Steps of the last run that were kept, and that were done."""
        return self.finished(node).steps_reused, self.finished(node).steps_run

    def _count(self, *_: Any) -> None:
        self.calls += 1

    def _emit(self, event: Event) -> None:
        self.events.append(event)
        if isinstance(event, NodeProgressed) and event.step == self._stop_at:
            self._stop.set()

    def _snapshot(self, graph: Mapping[str, tuple[str, Any, Any]]) -> Snapshot:
        nodes, wires = {}, {}
        for id, (kind, parameters, inputs) in graph.items():
            nodes[id] = Node(id, f"loom.{kind}", parameters=dict(parameters))
            for name, source in inputs.items():
                spec = self.kinds.spec(f"loom.{graph[source][0]}")
                assert spec is not None
                wires[Socket(id, name)] = (Source(source, spec.outputs[0].name),)
        return Snapshot({ROOT: Graph(nodes, wires)})


def sampling(batch: int = 1, control: str | None = None, **settings: Any) -> dict[str, Any]:
    """A Sampler of 30 steps with what it needs; ``control`` is the node that leads it."""
    inputs = {"model": "model", "positive": "words", "negative": "unwanted", "latent": "empty"}
    if control is not None:
        inputs["control"] = control
    words = {"seed": settings.pop("words", 1)}
    settings["batch"] = settings.pop("mode", "exact")
    return {
        "model": ("TinyModel", {}, {}),
        "words": ("Words", words, {}),
        "unwanted": ("Words", {"seed": 2}, {}),
        "empty": ("EmptyLatent", {"size": [64, 64], "batch": batch}, {}),
        "sampler": ("Sampler", {"steps": 30, "seed": 3, **settings}, inputs),
    }


def controls(*chain: Mapping[str, float]) -> dict[str, Any]:
    """A chain of ControlNets: ``control 1``, ``control 2`` and so on."""
    nodes: dict[str, Any] = {"network": ("TinyControl", {}, {}), "photo": ("Photo", {}, {})}
    for number, parameters in enumerate(chain, 1):
        inputs = {"network": "network", "image": "photo"}
        if number > 1:
            inputs["control"] = f"control {number - 1}"
        nodes[f"control {number}"] = ("ControlNet", parameters, inputs)
    return nodes
