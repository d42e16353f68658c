"""The cache on disk stays within its budget, and keeps what is worth most."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.engine.cache import Cache
from app.engine.disk import Disk, opened
from app.engine.disk_care import DiskInfo
from app.engine.disk_queue import Offer, Queue
from app.engine.keys import step_keys
from app.engine.lasting import Lasting
from app.engine.memories import DiskPlace

ROUGHLY = 1000
"""Bytes of an entry with ``ROUGHLY / 2`` bytes of content: its head takes about as much."""


def name(number: int) -> str:
    return f"{number:064x}"


def put(disk: Disk, number: int, seconds: float = 1.0, *, spare: bool = False) -> None:
    """Let one value be written, before anything else is."""
    offer = Offer(name(number), bytes([number % 256]) * (ROUGHLY // 2), 500, seconds, spare, {})
    disk.offer(offer)
    assert disk.flush()


def held(disk: Disk) -> list[int]:
    return [number for number in range(100) if disk.find(name(number)) is not None]


def info(disk: Disk) -> DiskInfo:
    found = disk.info()
    assert found is not None
    return found


def room_for(count: int, folder: Path) -> DiskPlace:
    return DiskPlace(folder, int((count + 0.5) * ROUGHLY))


@pytest.fixture
def place(tmp_path: Path) -> DiskPlace:
    return room_for(4, tmp_path)


def test_the_budget_holds_and_the_files_leave_too(place: DiskPlace) -> None:
    with opened(place) as disk:
        assert disk is not None
        for number in range(20):
            put(disk, number)
        assert info(disk).size <= place.budget
        assert 3 <= info(disk).entries <= 6
    files = list(place.folder.rglob("*.safetensors"))
    assert sum(file.stat().st_size for file in files) <= place.budget


def test_what_is_cheap_to_make_leaves_first(place: DiskPlace) -> None:
    with opened(place) as disk:
        assert disk is not None
        for number, seconds in enumerate((5.0, 0.1, 5.0, 5.0, 5.0, 5.0)):
            put(disk, number, seconds)
        assert 1 not in held(disk)
        assert 0 in held(disk) or 5 in held(disk)


def test_states_of_steps_leave_before_results(place: DiskPlace) -> None:
    with opened(place) as disk:
        assert disk is not None
        put(disk, 0, seconds=100.0, spare=True)
        for number in range(1, 7):
            put(disk, number, seconds=0.1)
        assert 0 not in held(disk)


def test_among_equals_the_least_recently_used_leaves(place: DiskPlace) -> None:
    with opened(place) as disk:
        assert disk is not None
        count = 0
        while count == len(held(disk)):
            count += 1
            put(disk, count)
        full = held(disk)
        assert disk.find(name(full[0])) is not None
    with opened(place) as disk:  # use is counted across starts
        assert disk is not None
        assert disk.find(name(full[0])) is not None
        put(disk, 90)
        put(disk, 91)
        assert full[0] in held(disk)
        assert full[1] not in held(disk)


def test_a_dear_value_that_nobody_uses_does_not_stay_for_ever(place: DiskPlace) -> None:
    with opened(place) as disk:
        assert disk is not None
        put(disk, 0, seconds=3.0)
        for number in range(1, 40):
            put(disk, number, seconds=1.0)
        assert 0 not in held(disk)


def test_a_smaller_budget_holds_from_the_next_writing_on(tmp_path: Path) -> None:
    with opened(room_for(20, tmp_path)) as disk:
        assert disk is not None
        for number in range(12):
            put(disk, number)
    with opened(room_for(3, tmp_path)) as disk:
        assert disk is not None
        put(disk, 50)
        assert info(disk).size <= 3.5 * ROUGHLY


def test_a_value_above_the_budget_drives_nothing_out(place: DiskPlace) -> None:
    with opened(place) as disk:
        assert disk is not None
        put(disk, 0)
        disk.offer(Offer(name(1), bytes(10**5), 10**5, 100.0, False, {}))
        disk.flush()
        assert held(disk) == [0]


def test_a_full_queue_gives_up_what_is_cheapest() -> None:
    queue = Queue(250)
    for number, seconds in enumerate((1.0, 9.0, 0.5, 5.0)):
        queue.offer(Offer(name(number), b"", 100, seconds, False, {}))
    batch = queue.take()
    assert batch is not None
    assert sorted(batch.offers) == [name(1), name(3)]
    queue.offer(Offer(name(7), b"", 10**6, 1.0, False, {}))
    batch = queue.take()
    assert batch is not None
    assert list(batch.offers) == [name(7)], "a single value is taken whatever its size"


def kept_steps(folder: Path, budget: int, size: int, *, stop_at: int = 30) -> list[int]:
    """Which states of a fold of 30 steps are on the disk in the end."""
    keys = step_keys("stamp", "origin", [str(n) for n in range(30)])
    with opened(DiskPlace(folder, budget)) as disk:
        with Lasting(Cache(2**30, disk), keys, 0.0) as lasting:
            for step in range(1, stop_at + 1):
                lasting.keep(step, bytes([step]) * size, 1.0)
        assert disk is not None
        assert disk.flush()
        return [step for step, key in enumerate(keys) if disk.find(key) is not None]


def test_all_steps_are_kept_while_they_are_small(tmp_path: Path) -> None:
    assert kept_steps(tmp_path, 2**24, 100) == list(range(1, 31))


def test_of_large_states_every_few_and_the_last_are_kept(tmp_path: Path) -> None:
    assert kept_steps(tmp_path, 2**24, 2**15) == [4, 8, 12, 16, 20, 24, 28, 30]


def test_the_state_at_which_a_fold_is_stopped_is_kept(tmp_path: Path) -> None:
    assert kept_steps(tmp_path, 2**24, 2**15, stop_at=14) == [4, 8, 12, 14]
