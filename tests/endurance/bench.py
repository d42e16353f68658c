"""A program as the window has it, without a window, and a second one that remembers nothing."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from app.engine.cache import Cache
from app.engine.events import Event, NodeFailed, NodeFinished, NodesCached, RunFinished
from app.engine.lowering import lower
from app.engine.memories import DiskPlace, Memories
from app.engine.runner import Runner
from app.engine.worker import Worker
from app.graph.document import Snapshot
from app.graph.writing import to_text
from app.models.shelf import Shelf
from app.places import OWN_NODES
from app.sdk.fingerprint import fingerprint
from app.sdk.paths import RESOURCES
from app.sdk.registry import Registry

_LONGEST = 120.0
"""Seconds after which a run hangs."""


class Outcome:
    """What the events of a run told of its results."""

    def __init__(self) -> None:
        self.results: dict[str, Mapping[str, str]] = {}
        self.failed: dict[str, str] = {}
        self.finished: RunFinished | None = None

    def take(self, event: Event) -> None:
        """Note what one event tells."""
        if isinstance(event, NodeFinished):
            self.results[event.node] = event.results
        elif isinstance(event, NodesCached):
            self.results |= event.results
        elif isinstance(event, NodeFailed):
            self.failed[event.node] = event.message.text()
        elif isinstance(event, RunFinished):
            self.finished = event

    @property
    def told(self) -> dict[str, Mapping[str, str]]:
        """The fingerprints of all that does not say where a file lies."""
        return {node: found for node, found in self.results.items() if "files" not in found}


class Bench:
    """A worker with the real nodes, a memory and a disk of ``memory`` and ``disk`` bytes."""

    def __init__(self, folder: Path, memory: int, disk: int) -> None:
        self.folder, self.budget, self.disk_budget = folder, memory, disk
        self.kinds = Registry()
        self.kinds.load_folder(OWN_NODES)
        self.models = Shelf([RESOURCES / "models"])
        self._outcome = Outcome()
        self._heard = threading.Event()
        self.place = DiskPlace(folder / "results", disk)
        memories = Memories(folder / "hashes.json", self.place, folder / "history")
        self.worker = Worker(
            self.kinds, store, self.models, self._hear, folder / "pictures", memory, memories
        )

    def _hear(self, event: Event) -> None:
        self._outcome.take(event)
        if isinstance(event, RunFinished):
            self._heard.set()

    def run(self, snapshot: Snapshot, stop_after: float | None = None) -> Outcome:
        """Carry out a graph, or press Stop after so many seconds."""
        self._outcome = Outcome()
        self._heard.clear()
        plan = lower(snapshot, self.kinds, graph_text=to_text(snapshot, self.kinds))
        run = self.worker.submit(replace(plan, graph=str(self.folder / "graph.loom")))
        if stop_after is not None and not self._heard.wait(stop_after):
            self.worker.cancel(run)
        assert self._heard.wait(_LONGEST), "the run did not end"
        return self._outcome

    def kept_in_memory(self) -> int:
        """Bytes that the cache holds."""
        return self.worker.kept.info(self.place.folder).memory

    def kept_on_disk(self) -> int:
        """Bytes of all entries that lie in the folder, whatever the index thinks."""
        entries = self.place.folder.rglob("*.safetensors")
        return sum(file.stat().st_size for file in entries)

    def write_all(self) -> None:
        """Wait until nothing waits for the disk, so that what lies on it can be counted."""
        disk = self.worker._cache.disk
        assert disk is not None
        assert disk.flush(_LONGEST)

    def close(self) -> None:
        """End the worker and all that belongs to it."""
        self.worker.close(_LONGEST)


def store() -> Any:
    """The device and the networks on it."""
    from app.diffusion.store import ModelStore

    return ModelStore()


def afresh(bench: Bench, snapshot: Snapshot) -> Outcome:
    """The same graph, carried out by an engine that remembers nothing."""
    outcome = Outcome()
    with_pictures = bench.folder / "afresh"
    runner = Runner(bench.kinds, store(), bench.models, Cache(2**28), outcome.take, with_pictures)
    with torch.random.fork_rng():
        runner.run(1, lower(snapshot, bench.kinds), threading.Event())
    return outcome


def holds_what_it_says(bench: Bench, outcome: Outcome) -> None:
    """Values that can be fetched have the fingerprints under which they were told."""
    for found in outcome.results.values():
        for print_ in found.values():
            value = bench.worker.fetch(print_)
            assert value is None or fingerprint(value) == print_
