"""What a second start of the program computes: nothing twice, and never anything else."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import torch

from app.engine.cache import Cache
from app.engine.disk import opened
from app.engine.events import Event, NodeFinished, NodeProgressed, NodesCached
from app.engine.lowering import lower
from app.engine.memories import DiskPlace
from app.engine.runner import Runner
from app.models.shelf import Shelf
from tests.test_whole_way import GRAPHS, ROOT, Desk


class Restarting(Desk):
    """A desk at which the program may be started again: only the disk remembers."""

    def __init__(self, graph: Path, folder: Path, disks: ExitStack) -> None:
        super().__init__(graph, folder / "pictures")
        self.folder = folder
        self._disks = disks
        self._models = Shelf([ROOT / "resources" / "models"])
        self.cache = Cache(0)

    def restart(self, memory: str = "cache") -> None:
        """End the program, if it runs, and start it on the cache called ``memory``."""
        from app.diffusion.store import ModelStore

        self._disks.close()
        disk = self._disks.enter_context(opened(DiskPlace(self.folder / memory, 2**28)))
        assert disk is not None
        self.cache = Cache(2**28, disk)
        services, output = ModelStore(), self.folder / "pictures"
        self.runner = Runner(self.kinds, services, self._models, self.cache, self._emit, output)
        self.stop, self.stop_at = threading.Event(), 0

    def _emit(self, event: Event) -> None:
        self.events.append(event)
        if isinstance(event, NodeProgressed) and event.step == self.stop_at:
            self.stop.set()

    def run(self, *targets: str) -> Any:
        self.events.clear()
        return self.runner.run(1, lower(self.snapshot, self.kinds, targets or None), self.stop)

    def latent(self) -> torch.Tensor:
        """What the Sampler gave."""
        found: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, NodeFinished):
                found[event.node] = event.results
            if isinstance(event, NodesCached):
                found |= event.results
        kept = self.cache.find(found["sampler"]["latent"])
        assert kept is not None
        samples: torch.Tensor = kept.value.samples
        return samples

    def steps(self) -> list[int]:
        """The steps that the Sampler told of."""
        told = [e for e in self.events if isinstance(e, NodeProgressed) and e.node == "sampler"]
        return [event.step for event in told]


@pytest.fixture
def disks() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


@pytest.fixture(params=["text-to-image", "image-to-image", "inpaint", "controlnet"])
def desk(request: pytest.FixtureRequest, tmp_path: Path, disks: ExitStack) -> Restarting:
    desk = Restarting(GRAPHS / f"{request.param}.loom", tmp_path, disks)
    desk.set("Sampler", "steps", 4)
    desk.restart()
    return desk


def test_an_unchanged_graph_runs_no_node_after_a_restart(desk: Restarting) -> None:
    first = desk.run()
    everything, picture = desk.ran(), Path(first.files[0]).stat()
    assert first.ok
    desk.restart()
    again = desk.run()
    assert again.ok
    assert (desk.ran(), desk.cached()) == (set(), everything)
    assert again.files == first.files
    assert Path(again.files[0]).stat().st_mtime_ns == picture.st_mtime_ns
    assert len(list(desk.folder.glob("pictures/*"))) == 1


def test_a_changed_seed_loads_no_more_than_it_needs_after_a_restart(desk: Restarting) -> None:
    desk.run()
    desk.restart()
    desk.set("Sampler", "seed", 77)
    assert desk.run().ok
    assert desk.ran() == {"Sampler", "VAE Decode", "Save Image"}


@pytest.mark.parametrize(
    "scheduler", ["DPM++ 2M", "Euler ancestral", "DPM++ 2M SDE", "UniPC", "LMS", "DPM++ SDE"]
)
def test_a_stopped_sampling_goes_on_exactly_after_a_restart(
    scheduler: str, tmp_path: Path, disks: ExitStack
) -> None:
    desk = Restarting(GRAPHS / "text-to-image.loom", tmp_path, disks)
    desk.set("Sampler", "scheduler", scheduler)
    desk.set("Sampler", "steps", 16)
    desk.restart("another cache")
    assert desk.run("sampler").ok
    whole, total = desk.latent(), max(desk.steps())
    desk.restart()
    desk.stop_at = 7
    assert desk.run("sampler").stopped
    desk.restart()
    assert desk.run("sampler").ok
    assert desk.steps() == list(range(7, total + 1))
    assert torch.equal(desk.latent(), whole)
