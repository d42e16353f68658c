"""Several copies of the program on one cache, and copies that are killed at any moment."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.engine.disk import open_disk, opened
from app.engine.disk_care import clear, verify
from app.engine.disk_folder import Folder
from app.engine.disk_index import FILE_NAME
from app.engine.disk_queue import Offer
from app.engine.memories import DiskPlace
from tests.engine.disk_toil import BUDGET, toil

ROOT = Path(__file__).resolve().parents[2]


Copy = subprocess.Popen[str]
Start = Callable[[int, int], Copy]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts another copy of the program with a seed and a number of graphs to run."""
    copies: list[Copy] = []

    def start_copy(seed: int, rounds: int) -> Copy:
        program = [sys.executable, "-m", "tests.engine.disk_toil", str(tmp_path)]
        pipe = subprocess.PIPE
        copies.append(
            subprocess.Popen(
                [*program, str(seed), str(rounds)], cwd=ROOT, text=True, stdout=pipe, stderr=pipe
            )
        )
        return copies[-1]

    yield start_copy
    for copy in copies:
        with copy:
            copy.kill()


def wait_for_entries(folder: Path, process: Copy) -> None:
    while process.poll() is None and not list(folder.glob("cache/entries/*/*")):
        time.sleep(0.01)


def check(folder: Path) -> None:
    """The cache opens, holds its budget, and each entry that is left is whole."""
    cache = DiskPlace(folder / "cache", BUDGET)
    toil(folder, seed=random.randrange(4), rounds=3)
    with opened(cache) as disk:
        assert disk is not None
        info = disk.info()
        assert info is not None
        assert info.size <= BUDGET
    _, damaged = verify(Folder(cache.folder))
    assert damaged == 0


def kill_again_and_again(folder: Path, start: Start, times: int) -> None:
    chance = random.Random(times)
    for turn in range(times):
        process = start(turn % 4, 10**6)
        wait_for_entries(folder, process)
        time.sleep(chance.random() * 0.6)
        assert process.poll() is None, process.communicate()[1]
        process.kill()
        process.communicate()
        check(folder)


def test_killed_at_any_moment_no_wrong_result_is_served(tmp_path: Path, start: Start) -> None:
    kill_again_and_again(tmp_path, start, 12)


@pytest.mark.heavy
@pytest.mark.timeout(1800)
def test_killed_two_hundred_times_no_wrong_result_is_served(tmp_path: Path, start: Start) -> None:
    kill_again_and_again(tmp_path, start, 200)


def test_three_copies_share_what_they_make(tmp_path: Path, start: Start) -> None:
    alone = toil(tmp_path / "alone", 1, 40)
    processes = [start(1, 40) for _ in range(3)]
    for process in processes:
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        assert "Traceback" not in err
        assert int(out) > 0
    check(tmp_path)
    assert toil(tmp_path, 1, 40) < alone, "the work of others is found"


def test_clearing_while_another_copy_works_costs_it_nothing_but_time(
    tmp_path: Path, start: Start
) -> None:
    process = start(2, 150)
    wait_for_entries(tmp_path, process)
    for _ in range(5):
        clear(Folder(tmp_path / "cache"))
        time.sleep(0.05)
    assert process.poll() is None, "it should still be at work"
    _, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    assert "Traceback" not in err
    check(tmp_path)


def test_a_held_index_delays_nobody_and_is_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    place = DiskPlace(tmp_path, 2**20)
    with opened(place) as disk:
        assert disk is not None
        disk.offer(Offer("a" * 64, b"first", 5, 1.0, False, {}))
        assert disk.flush()
        other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        began = time.perf_counter()
        disk.offer(Offer("b" * 64, b"second", 6, 1.0, False, {}))
        found = disk.find("a" * 64)
        assert time.perf_counter() - began < 1
        assert found is not None
        assert found.value == b"first"
        assert disk.flush()
        assert "Another program holds the cache" in caplog.text
        other.execute("COMMIT")
        other.close()
        disk.offer(Offer("c" * 64, b"third", 5, 1.0, False, {}))
        assert disk.flush()
        assert disk.find("c" * 64) is not None
    assert not list(tmp_path.rglob("*.part")), "what could not be written was removed"


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")
def test_a_disk_that_takes_no_more_ends_no_run(start: Start) -> None:
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        process = start(1, 20)  # inherits the limit
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert int(out) > 0
    assert err.count("cannot be used") == 1
    assert "Traceback" not in err


def test_two_openings_in_one_program_see_each_others_entries(tmp_path: Path) -> None:
    place = DiskPlace(tmp_path, 2**20)
    with opened(place) as one, opened(place) as other:
        assert one is not None
        assert other is not None
        one.offer(Offer("a" * 64, b"shared", 6, 1.0, False, {}))
        one.remember("k" * 40, {"out": "a" * 64})
        assert one.flush()
        found = other.find("a" * 64)
        assert found is not None
        assert found.value == b"shared"
        assert other.outputs("k" * 40) == {"out": "a" * 64}


def test_closing_twice_harms_nobody(tmp_path: Path) -> None:
    disk = open_disk(DiskPlace(tmp_path, 2**20))
    assert disk is not None
    disk.close()
    disk.close()
    assert disk.find("a" * 64) is None
    assert disk.outputs("k" * 40) is None
