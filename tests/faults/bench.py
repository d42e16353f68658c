"""A real graph on the real engine, whose runs can be struck at a phase: load, encode, step ..."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from app.diffusion.store import ModelStore
from app.engine.cache import Cache
from app.engine.events import (
    Event,
    NodeFailed,
    NodeFinished,
    NodeProgressed,
    NodesCached,
    NodeStarted,
    RunFinished,
)
from app.engine.lowering import lower
from app.engine.runner import Runner
from app.graph.document import Snapshot
from app.graph.file import open_file
from app.models.shelf import Shelf
from app.places import OWN_NODES
from app.sdk.fingerprint import fingerprint
from app.sdk.paths import RESOURCES
from app.sdk.registry import Registry
from app.sdk.values import Files

GRAPHS, MODELS = RESOURCES / "graphs", RESOURCES / "models"
_NAMES = {"TextEncoder": "encode", "Sampler": "step", "VAEDecode": "decode", "SaveImage": "save"}

Settings = Mapping[str, Any]
FEW: Settings = {"sampler.steps": 3, "size.size": [64, 64]}


class Store(ModelStore):
    """Tells when it loads."""

    loading = False

    def _load(self, *wanted: Any) -> Any:
        self.loading = True
        try:
            return super()._load(*wanted)
        finally:
            self.loading = False


@dataclass
class Mark:
    """A moment of a run: how many points were behind it, and what was going on."""

    at: int
    phase: str
    node: str
    step: int = 0


class Bench:
    """Runs one graph on one thread; ``folder`` takes what it saves."""

    def __init__(
        self, folder: Path, graph: str = "text-to-image", few: Settings = FEW, *more: Path
    ) -> None:
        self.kinds = Registry()
        self.kinds.load_folder(OWN_NODES)
        self.snapshot = edited(self.kinds, folder, graph, few)
        self.folder = folder / "pictures"
        self.models = Shelf([*more, MODELS])
        self.counter: Callable[[], int] = lambda: 0
        self.start_anew()

    def start_anew(self) -> None:
        """Forget everything, as a program that was just started."""
        self.store, self.cache = Store(), Cache(2**28)
        self.runner = Runner(
            self.kinds, self.store, self.models, self.cache, self._hear, self.folder
        )

    def _hear(self, event: Event) -> None:
        self.events.append(event)
        if isinstance(event, NodeStarted):
            self._mark(event.node)
        if isinstance(event, NodeProgressed):
            self._mark(event.node, event.step)

    def _mark(self, node: str, step: int = 0) -> None:
        phase = _NAMES.get(self.snapshot.main.nodes[node].type.removeprefix("loom."), "other")
        self.marks.append(Mark(self.counter(), phase, node, step))

    @property
    def phase(self) -> str:
        """What goes on now."""
        if self.store.loading:
            return "load"
        return self.marks[-1].phase if self.marks else "other"

    def run(self, watch: Any = None, stop: threading.Event | None = None) -> RunFinished:
        """Carry the graph out, ``watch``ed by something that counts."""
        self.events: list[Event] = []
        self.marks: list[Mark] = []
        plan = lower(self.snapshot, self.kinds)
        if watch is None:
            return self.runner.run(1, plan, stop or threading.Event())
        self.counter = lambda: int(watch.count)
        block: AbstractContextManager[Any] = getattr(watch, "counted", lambda: watch)()
        with block:
            return self.runner.run(1, plan, stop or threading.Event())

    def failures(self) -> dict[str, str]:
        """The sentence of every node that failed."""
        return {e.node: e.message.text() for e in self.events if isinstance(e, NodeFailed)}

    def prints(self) -> dict[str, Mapping[str, str]]:
        """Fingerprints of what came out, without where files lie."""
        found: dict[str, Mapping[str, str]] = {}
        for event in self.events:
            if isinstance(event, NodeFinished):
                found[event.node] = event.results
            if isinstance(event, NodesCached):
                found |= event.results
        return {node: outputs for node, outputs in found.items() if "files" not in outputs}

    def states(self) -> dict[str, str]:
        """What the cache holds: every key with the fingerprint of the value behind it.

        Without what tells where files lie, which is another place for every bench.
        """
        held = {key: kept.value for key, kept in self.cache._values.items()}
        return {k: fingerprint(v) for k, v in held.items() if not isinstance(v, Files)}

    def pictures(self) -> list[Path]:
        """Every file in the folder for pictures, also those that nobody is meant to see."""
        return sorted(path for path in self.folder.rglob("*") if path.is_file())


def edited(kinds: Registry, folder: Path, graph: str, settings: Settings) -> Snapshot:
    """A starter graph with other values: ``{"node.parameter": value}``."""
    record = json.loads((GRAPHS / f"{graph}.loom").read_text("utf-8"))
    for place, value in settings.items():
        node, _, name = place.partition(".")
        record["graphs"]["main"]["nodes"][node]["parameters"][name] = value
    path = folder / f"{graph}.loom"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record), "utf-8")
    return open_file(path, kinds).snapshot


def in_eager_mode() -> None:
    """Nothing that a test did to torch is left."""
    assert torch.is_grad_enabled()
    assert torch.get_default_dtype() is torch.float32
