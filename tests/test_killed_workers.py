"""A worker process that is killed in any phase of a real graph: the picture comes out the same."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image

from app import as_set
from app.allowed import AllowedFiles
from app.engine.events import (
    Event,
    NodeFinished,
    NodeProgressed,
    NodesCached,
    NodeStarted,
    RunFinished,
    RunRetried,
)
from app.engine.lowering import lower
from app.engine.process.worker import ProcessWorker
from app.engine.worker import Worker
from app.graph.file import open_file
from app.places import HOME_VARIABLE, find_places
from app.settings import Settings
from app.working import make_process_worker
from tests.command import TEXT_TO_IMAGE

WAIT = 240.0
STEPS = 12


@dataclass
class Bench:
    """A worker with the real nodes, in a home of its own."""

    home: Path
    process: bool
    on_event: Callable[[Event], None] = lambda event: None
    events: list[Event] = field(default_factory=list)
    heard: threading.Condition = field(default_factory=threading.Condition)

    def __post_init__(self) -> None:
        os.environ[HOME_VARIABLE] = str(self.home)
        places, settings = find_places(), Settings()
        self.kinds = as_set.find_nodes(places, AllowedFiles(places.settings), settings)
        models = as_set.find_models(places, settings)
        self.kinds.models = models.model
        memories = as_set.memories_of(settings, places)
        out = self.home / "out"
        self.worker: Worker | ProcessWorker = (
            make_process_worker(settings, out, memories, models, self._hear)
            if self.process
            else Worker(
                self.kinds,
                as_set.Current(settings).make_services,
                models,
                self._hear,
                out,
                settings.memory_budget,
                memories,
            )
        )

    def _hear(self, event: Event) -> None:
        with self.heard:
            self.events.append(event)
            self.on_event(event)
            self.heard.notify_all()

    def run(self) -> RunFinished:
        """Run the starter graph to its end."""
        snapshot = open_file(TEXT_TO_IMAGE, self.kinds).snapshot
        plan = lower(snapshot, self.kinds, overrides={("sampler", "steps"): STEPS})
        run = self.worker.submit(plan, foretold=True)

        def ends() -> list[RunFinished]:
            return [e for e in self.events if isinstance(e, RunFinished) and e.run == run]

        with self.heard:
            assert self.heard.wait_for(ends, WAIT), self.events
        return ends()[0]

    def results(self) -> dict[str, dict[str, str]]:
        """The fingerprints of all results, by node."""
        found: dict[str, dict[str, str]] = {}
        for event in self.events:
            if isinstance(event, NodeFinished):
                found[event.node] = dict(event.results)
            elif isinstance(event, NodesCached):
                found |= {node: dict(results) for node, results in event.results.items()}
        return found

    def pixels(self) -> bytes:
        """Those of the picture that was saved."""
        (file,) = (self.home / "out").glob("*.png")
        with Image.open(file) as picture:
            return picture.convert("RGB").tobytes()


Moment = Callable[[Event], bool]


def begins(node: str) -> Moment:
    """A node begins."""
    return lambda event: isinstance(event, NodeStarted) and event.node == node


def steps_to(step: int) -> Moment:
    """The Sampler has done so many steps."""
    return lambda event: isinstance(event, NodeProgressed) and event.step == step


PHASES = {
    "open": begins("load-model"),
    "load and encode": begins("prompt"),
    "load the network": begins("sampler"),
    "first step": steps_to(1),
    "last step": steps_to(STEPS),
    "decode": begins("decode"),
    "save": begins("save"),
}


class Killer:
    """Kills the process of a bench at one moment, once."""

    def __init__(self, bench: Bench, moment: Moment) -> None:
        self._bench, self._moment = bench, moment
        self.times = 0

    def __call__(self, event: Event) -> None:
        worker = self._bench.worker
        if not self.times and isinstance(worker, ProcessWorker) and self._moment(event):
            self.times += 1
            assert worker.pid is not None
            os.kill(worker.pid, signal.SIGKILL)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """What the thread makes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, "")  # is put back at the end of all
        bench = Bench(tmp_path_factory.mktemp("thread"), process=False)
        assert bench.run().ok
        bench.worker.close()
        yield bench


@pytest.mark.heavy
@pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")
@pytest.mark.parametrize("phase", PHASES)
def test_killed_in_any_phase_the_run_makes_the_same_picture(
    whole: Bench, phase: str, tmp_path: Path
) -> None:
    bench = Bench(tmp_path, process=True)
    bench.on_event = killer = Killer(bench, PHASES[phase])
    try:
        assert bench.run().ok
    finally:
        bench.worker.close()
    assert killer.times == 1
    assert any(isinstance(event, RunRetried) for event in bench.events)
    compared = ("prompt", "negative-prompt", "size", "sampler", "decode")
    assert [bench.results()[node] for node in compared] == [
        whole.results()[node] for node in compared
    ]
    assert bench.pixels() == whole.pixels()
    if phase == "last step":
        ends = [e for e in bench.events if isinstance(e, NodeFinished) and e.node == "sampler"]
        assert ends[0].steps_reused > 0
