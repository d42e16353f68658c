"""Looking after what is kept while the program runs: limits, moves, checks."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.engine.cache import Cache
from app.engine.disk_moving import has_results
from app.engine.keeping import FolderRefuses, Keeping
from app.engine.memories import DiskPlace

NAMES = ("a" * 40, "b" * 40)
LONG = "long " * 2000


class Halted(Exception):
    """The user has no time."""


def no_matter(done: int, total: int) -> None:
    """Do not listen."""


def place_of(folder: Path, budget: int = 2**20) -> DiskPlace:
    return DiskPlace(folder, budget)


def value_of(cache: Cache, name: str) -> object:
    """What the cache finds, with nothing in memory."""
    cache.clear()
    found = cache.find(name)
    return found.value if found else None


@pytest.fixture
def cache() -> Cache:
    """A cache in memory."""
    return Cache(2**20)


@pytest.fixture
def kept(cache: Cache, tmp_path: Path) -> Iterator[Keeping]:
    """Two values kept on disk in the folder ``old``: each has a file of its own."""
    made = Keeping(cache, place_of(tmp_path / "old"))
    made.open()
    for name in NAMES:
        cache.keep(name, name + LONG, len(LONG), 5.0)
    assert cache.disk is not None
    assert cache.disk.flush()
    yield made
    made.close(10)


def test_values_move_and_are_found(kept: Keeping, cache: Cache, tmp_path: Path) -> None:
    kept.move(tmp_path / "old", place_of(tmp_path / "deep" / "new"), no_matter)
    assert not has_results(tmp_path / "old")
    assert kept.info(tmp_path / "deep" / "new").entries == 2
    assert value_of(cache, NAMES[0]) == NAMES[0] + LONG


@pytest.fixture
def other_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the folders lie on different disks."""

    def refuse(source: object, target: object) -> None:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(os, "rename", refuse)


@pytest.mark.usefixtures("other_disk")
def test_values_move_to_another_disk(kept: Keeping, cache: Cache, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    new = place_of(tmp_path / "new")
    kept.move(tmp_path / "old", new, lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2)]
    assert not (tmp_path / "old" / "entries").exists()
    assert value_of(cache, NAMES[1]) == NAMES[1] + LONG


@pytest.mark.usefixtures("other_disk")
def test_a_move_that_is_broken_off_changes_nothing(
    kept: Keeping, cache: Cache, tmp_path: Path
) -> None:
    def halt(done: int, total: int) -> None:
        if done:
            raise Halted

    with pytest.raises(Halted):
        kept.move(tmp_path / "old", place_of(tmp_path / "new"), halt)
    assert not has_results(tmp_path / "new")
    assert not (tmp_path / "new" / "entries").exists()
    assert value_of(cache, NAMES[1]) == NAMES[1] + LONG


def test_a_folder_that_refuses_leaves_everything(
    kept: Keeping, cache: Cache, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with pytest.raises(FolderRefuses, match="choose another folder"):
        kept.use(place_of(tmp_path / "file" / "results"))
    assert value_of(cache, NAMES[0]) == NAMES[0] + LONG


def test_without_a_disk_nothing_on_it_is_found(kept: Keeping, cache: Cache, tmp_path: Path) -> None:
    kept.use(None)
    assert value_of(cache, NAMES[0]) is None
    assert kept.info(tmp_path / "old").entries == 2
    kept.use(place_of(tmp_path / "old"))
    assert value_of(cache, NAMES[0]) is not None


def test_smaller_budgets_hold_at_once(kept: Keeping, cache: Cache, tmp_path: Path) -> None:
    kept.use(place_of(tmp_path / "old", len(LONG) + 1000))
    assert kept.info(tmp_path / "old").entries == 1
    kept.limit_memory(len(LONG) + 10)
    assert len(cache) == 1


def test_clearing_forgets_memory_and_disk(kept: Keeping, cache: Cache, tmp_path: Path) -> None:
    assert kept.clear(tmp_path / "old") == 2
    info = kept.info(tmp_path / "old")
    assert (info.memory, info.disk, info.entries) == (0, 0, 0)


def test_checking_tells_how_far_it_is_and_what_was_damaged(kept: Keeping, tmp_path: Path) -> None:
    damaged = next((tmp_path / "old" / "entries").rglob("*.safetensors"))
    damaged.write_bytes(b"nothing")
    told: list[int] = []
    assert kept.verify(tmp_path / "old", lambda done, _: told.append(done)) == (1, 1)
    assert told == [0, 1]
