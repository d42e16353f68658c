"""Stop at any moment of a run: it ends within a step, and leaves nothing that is not whole."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path

import pytest

from app.engine.cache import Cache
from app.engine.disk import opened
from app.engine.disk_care import verify
from app.engine.disk_folder import Folder
from app.engine.memories import DiskPlace
from app.engine.runner import Runner
from tests.faults.bench import FEW, Bench, Settings, in_eager_mode
from tests.faults.strikes import Calls, mostly_heavy

PHASES = ("load", "encode", "step", "decode", "save")
SLACK = 3000
"""Calls that the end of a run takes by itself."""


OFTEN: Settings = {"sampler.steps": 3}
IN_PART: Settings = {"sampler.steps": 8}
GRAPHS: dict[str, Settings] = {"image-to-image": IN_PART, "inpaint": OFTEN, "controlnet": OFTEN}
"""Graphs that also encode pictures, look for outlines, or fill masks; one does not do all steps."""


class Clean:
    """A whole cold run: its results, and how many calls each phase and the longest step have."""

    def __init__(self, folder: Path, graph: str = "text-to-image", few: Settings = FEW) -> None:
        bench = Bench(folder, graph, few)
        assert bench.run().ok  # the first run of a process does a little more than the others
        bench.start_anew()
        calls = Calls(lambda: bench.phase)
        assert bench.run(calls).ok, bench.failures()
        self.calls, self.count = calls.by_phase, calls.count
        ends = [mark.at for mark in bench.marks if mark.phase == "step" and mark.step]
        self.longest_step = max(after - before for before, after in pairwise(ends))
        self.prints, self.states = bench.prints(), bench.states()


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Clean:
    return Clean(tmp_path_factory.mktemp("clean"))


def stopped(bench: Bench, at: int, phase: str = "") -> int:
    """Press Stop at a call, or at one of a phase; how many calls there were until the end."""
    stop = threading.Event()
    calls = Calls(lambda: bench.phase, phase, at, stop.set)
    end = bench.run(calls, stop)
    assert stop.is_set() or not phase
    assert end.stopped == stop.is_set() or end.ok  # it may come when all is done
    assert not bench.failures()
    return calls.since


def check_whole(bench: Bench, clean: Clean) -> None:
    """What is kept is what a whole run keeps, and the next run comes out as a fresh one."""
    in_eager_mode()
    kept = bench.states()
    assert kept.items() <= clean.states.items()
    assert [path.suffix for path in bench.pictures()] in ([], [".png"])
    assert bench.run().ok, bench.failures()
    assert bench.prints() == clean.prints
    assert bench.states() == clean.states


@pytest.mark.parametrize("phase", PHASES)
def test_stop_in_any_phase_ends_within_a_step_and_leaves_only_whole_things(
    phase: str, clean: Clean, tmp_path: Path
) -> None:
    bench = Bench(tmp_path)
    taken = stopped(bench, clean.calls[phase] // 2, phase)
    assert taken < clean.longest_step + SLACK
    check_whole(bench, clean)


@pytest.mark.heavy
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("graph", ["text-to-image", *GRAPHS])
def test_stop_at_any_of_many_calls(graph: str, tmp_path: Path) -> None:
    few = GRAPHS.get(graph, FEW)
    clean = Clean(tmp_path / "clean", graph, few)
    for number, place in enumerate(range(1, clean.count, clean.count // 30)):
        bench = Bench(tmp_path / str(number), graph, few)
        stopped(bench, place)
        check_whole(bench, clean)


@pytest.mark.parametrize("parts", mostly_heavy([1, 2, 3], [2]))
def test_a_run_stopped_again_and_again_stores_only_whole_entries(
    parts: int, clean: Clean, tmp_path: Path
) -> None:
    bench = Bench(tmp_path)
    place = DiskPlace(tmp_path / "results", 2**28)
    with ExitStack() as stack:
        disk = stack.enter_context(opened(place))
        assert disk is not None
        bench.cache = Cache(2**28, disk)
        bench.runner = Runner(
            bench.kinds, bench.store, bench.models, bench.cache, bench._hear, bench.folder
        )
        for _ in range(parts):
            stopped(bench, clean.longest_step // 2, "step")
        assert disk.flush()
        entries, damaged = verify(Folder(place.folder), lambda done, of: None)
        assert entries > 0
        assert damaged == 0
        assert bench.run().ok
        assert bench.prints() == clean.prints
