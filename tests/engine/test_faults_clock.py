"""The clock of the computer is set back or forward: nothing is lost, and nothing done twice."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from app.engine.cache import Cache
from app.engine.disk import opened
from app.engine.disk_care import verify
from app.engine.disk_folder import Folder
from app.engine.events import NodeFinished
from app.engine.files import FileContents
from app.engine.memories import DiskPlace
from tests.engine.toys import Bench, Sheet

YEARS = 3 * 365 * 86400.0
Shift = Callable[[float], None]


@pytest.fixture
def shift(monkeypatch: pytest.MonkeyPatch) -> Shift:
    """Sets the clock by so many seconds, for all who ask what time it is."""
    now, now_ns = time.time, time.time_ns

    def set_clock(seconds: float) -> None:
        monkeypatch.setattr(time, "time", lambda: now() + seconds)
        monkeypatch.setattr(time, "time_ns", lambda: now_ns() + int(seconds * 1e9))

    return set_clock


def sheet() -> Sheet:
    found = Sheet()
    found.add("seed", "Bytes", seed=3, size=(100, 100))
    found.add("length", "Length", {"data": "seed"})
    found.add("fold", "Fold", numbers="1 2 3 4 5")
    return found


def start(folder: Path, stack: ExitStack) -> Bench:
    """The program starts, on what an earlier start left on the disk."""
    bench = Bench(folder)
    disk = stack.enter_context(opened(DiskPlace(folder / "results", 10**7)))
    assert disk is not None
    bench.cache.disk = disk
    return bench


@pytest.mark.parametrize("by", [-YEARS, -3600.0, 3600.0, YEARS])
def test_what_was_stored_before_is_found_after_the_clock_was_set(
    by: float, tmp_path: Path, shift: Shift
) -> None:
    with ExitStack() as stack:
        assert start(tmp_path, stack).run(sheet())
    shift(by)
    with ExitStack() as stack:
        bench = start(tmp_path, stack)
        assert bench.run(sheet()) == []
        assert bench.value("length") == 10_000
        changed = sheet()
        changed.add("seed", "Bytes", seed=4, size=(100, 100))
        assert bench.run(changed) == ["Bytes:4", "Length"]
    shift(0)
    with ExitStack() as stack:
        bench = start(tmp_path, stack)
        assert bench.run(changed) == []
    assert verify(Folder(tmp_path / "results"), lambda done, of: None)[1] == 0


def test_the_budget_on_disk_holds_while_the_clock_goes_back(tmp_path: Path, shift: Shift) -> None:
    budget = 200_000
    with ExitStack() as stack:
        disk = stack.enter_context(opened(DiskPlace(tmp_path / "results", budget)))
        bench = Bench(tmp_path)
        bench.cache.disk = disk
        for turn in range(30):
            shift(-turn * 86400.0)
            one = Sheet()
            one.add("data", "Bytes", seed=turn, size=(100, 100))
            bench.run(one)
            assert bench.finished.ok
        assert disk is not None
        assert disk.flush()
        assert sum(f.stat().st_size for f in tmp_path.rglob("*.safetensors")) <= budget


def test_a_file_from_the_future_is_read_again_and_never_taken_for_another(
    tmp_path: Path, shift: Shift
) -> None:
    file, known = tmp_path / "file.txt", FileContents()
    file.write_text("one")
    first = known.content(file, lambda: None)
    shift(-YEARS)
    assert known.content(file, lambda: None) == first
    found = file.stat()
    file.write_text("two")
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert known.content(file, lambda: None) != first


def test_times_of_nodes_are_not_told_by_the_clock(bench: Bench, shift: Shift) -> None:
    shift(-YEARS)
    bench.run(sheet())
    shift(-2 * YEARS)
    bench.run(sheet())
    told = [event.seconds for event in bench.events if isinstance(event, NodeFinished)]
    assert all(0 <= seconds < 60 for seconds in told)
    assert 0 <= bench.finished.seconds < 60


def test_the_memory_lets_go_by_use_and_not_by_time(shift: Shift) -> None:
    cache = Cache(100)
    for turn in range(5):
        shift(-turn * YEARS)
        cache.keep(str(turn), turn, 40, 1.0)
    assert cache.size <= 100
    assert "4" in cache
    assert "0" not in cache
