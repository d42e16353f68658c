"""Whatever happens to the files, what is found is right; all else is a miss, never an error."""

from __future__ import annotations

import logging
import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from app.engine.cache import Cache
from app.engine.disk import open_disk, opened
from app.engine.disk_care import verify
from app.engine.disk_entry import Damaged, Head, pack, read_head, unpack
from app.engine.disk_folder import Folder
from app.engine.disk_index import FILE_NAME
from app.engine.memories import DiskPlace
from app.sdk.encoding import encode

VALUES = {f"{number:064x}": bytes([number]) * (100 * number + 1) for number in range(12)}
STEPS = {f"{number:040x}": number * 7 for number in range(6)}
RESULTS = {f"{number:040x}": {"out": f"{number:064x}"} for number in range(12)}
ALL = {**VALUES, **STEPS}


def fill(place: DiskPlace) -> None:
    """Values with files of their own, some in the index, and the work that gives them."""
    with opened(place) as disk:
        cache = Cache(2**20, disk)
        for (key, outputs), (name, value) in zip(RESULTS.items(), VALUES.items(), strict=True):
            cache.remember(key, outputs)
            cache.keep(name, value, len(value), seconds=1.0, work=key)
        for name, step in STEPS.items():
            cache.keep(name, step, 8, seconds=0.0, spare=True)


def found(place: DiskPlace) -> int:
    """How much is found; asserts that it is right."""
    count = 0
    with opened(place) as disk:
        cache = Cache(2**20, disk)
        for key, outputs in RESULTS.items():
            results = cache.outputs(key)
            assert results in (None, outputs)
            count += results is not None
        for name, value in ALL.items():
            kept = cache.find(name)
            assert kept is None or kept.value == value
            count += kept is not None
    return count


@pytest.fixture
def place(tmp_path: Path) -> DiskPlace:
    place = DiskPlace(tmp_path / "cache", 2**24)
    fill(place)
    return place


def entries(place: DiskPlace) -> list[Path]:
    return sorted(place.folder.rglob("*.safetensors"))


def test_undamaged_everything_is_found(place: DiskPlace) -> None:
    assert found(place) == len(ALL) + len(RESULTS)


def flip(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def cut(path: Path, chance: random.Random) -> None:
    path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size)])


def grow(path: Path, chance: random.Random) -> None:
    path.write_bytes(path.read_bytes() + chance.randbytes(9))


def swap(path: Path, chance: random.Random) -> None:
    shutil.copy(chance.choice(sorted(path.parents[1].rglob("*.safetensors"))), path.with_name("x"))
    path.with_name("x").replace(path)


def garble(path: Path, chance: random.Random) -> None:
    path.write_bytes(chance.randbytes(chance.randrange(5000)))


DAMAGES = (flip, cut, grow, swap, garble)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("seed", range(4))
def test_damaged_entries_are_misses(
    place: DiskPlace, damage: Callable[[Path, random.Random], None], seed: int
) -> None:
    chance = random.Random(seed)
    hit = chance.sample(entries(place), 4)
    for path in hit:
        damage(path, chance)
    assert found(place) >= len(ALL) + len(RESULTS) - 4
    assert found(place) >= len(ALL) + len(RESULTS) - 4
    fill(place)
    assert found(place) == len(ALL) + len(RESULTS), "what was damaged is stored again"


@pytest.mark.parametrize("damage", [flip, cut, garble])
@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_index_is_made_anew(
    place: DiskPlace, damage: Callable[[Path, random.Random], None], seed: int
) -> None:
    chance = random.Random(seed)
    for _ in range(8 if damage is flip else 1):
        damage(place.folder / FILE_NAME, chance)
    found(place)
    for _ in range(2):  # damage may show itself only when something is written
        fill(place)
    assert found(place) >= len(ALL) + len(RESULTS) - 8
    verify(Folder(place.folder))
    fill(place)
    assert found(place) == len(ALL) + len(RESULTS)


def test_a_deleted_index_costs_only_what_took_no_time(place: DiskPlace) -> None:
    for path in place.folder.glob(f"{FILE_NAME}*"):
        path.unlink()
    assert found(place) == len(VALUES) + len(RESULTS)


def test_the_index_of_another_program_is_set_aside(place: DiskPlace) -> None:
    path = place.folder / FILE_NAME
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE entries (name TEXT)")
    other.commit()
    other.close()
    assert found(place) == len(VALUES) + len(RESULTS)


def test_a_result_that_was_changed_is_not_believed(place: DiskPlace) -> None:
    index = sqlite3.connect(place.folder / FILE_NAME)
    index.execute("UPDATE results SET outputs = replace(outputs, '000a', '000b')")
    index.commit()
    index.close()
    assert found(place) == len(ALL) + len(RESULTS) - 1


def test_a_name_in_the_index_leads_out_of_no_folder(place: DiskPlace, tmp_path: Path) -> None:
    outside = tmp_path / "mine.safetensors"
    outside.touch()
    index = sqlite3.connect(place.folder / FILE_NAME)
    index.execute("INSERT INTO entries VALUES ('../../mine', 2e9, 0, 1, 0, 0, NULL)")
    index.commit()
    index.close()
    fill(place)
    assert outside.exists()
    assert found(place) == len(ALL) + len(RESULTS)


def test_foreign_files_are_left_alone(place: DiskPlace) -> None:
    strangers = [place.folder / "entries" / name for name in ("holiday.jpg", "00/notes.txt")]
    strangers.append(place.folder / "entries" / "00" / "model.safetensors")
    for path in strangers:
        path.write_bytes(b"mine")
    assert found(place) == len(ALL) + len(RESULTS)
    assert all(path.read_bytes() == b"mine" for path in strangers)


def test_old_half_written_files_are_swept_and_young_ones_are_not(place: DiskPlace) -> None:
    old, ahead, young = (entries(place)[0].with_name(f".{name}.part") for name in "abc")
    for path in (old, ahead, young):
        path.touch()
    os.utime(old, (10**9, 10**9))
    os.utime(ahead, (10**10, 10**10))
    found(place)
    assert [path.exists() for path in (old, ahead, young)] == [False, False, True]


@pytest.mark.parametrize("size", [1, 2**20])
def test_an_entry_is_damaged_wherever_it_is_cut_or_changed(size: int, tmp_path: Path) -> None:
    encoded = encode({"data": b"x" * size, "rest": (1, 2.5)})
    head = Head("a" * 64, 1.0, False, {}, encoded.tree)
    whole = b"".join(pack(head, encoded.arrays))
    assert unpack(whole, "a" * 64)[1].tree == encoded.tree
    chance = random.Random(size)
    file = tmp_path / "entry"
    for _ in range(200):
        at = chance.randrange(min(len(whole), 1000))
        for content in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
            with pytest.raises(Damaged):
                unpack(content, "a" * 64)
        file.write_bytes(whole[:at])
        with pytest.raises(Damaged):
            read_head(file)


def test_a_vanished_folder_is_one_warning(
    place: DiskPlace, caplog: pytest.LogCaptureFixture
) -> None:
    with opened(place) as disk:
        assert disk is not None
        shutil.rmtree(place.folder)
        cache = Cache(2**20, disk)
        for number in range(50, 53):
            cache.keep(f"{number:064x}", b"new", 3, seconds=1.0)
            disk.flush()
            assert cache.find(f"{number:064x}") is not None
        assert disk.find("f" * 64) is None
    assert [r.levelno for r in caplog.records].count(logging.WARNING) == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whom permissions do not bind")
def test_a_folder_that_may_not_be_written_is_one_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "cache").mkdir(mode=0o500)
    assert open_disk(DiskPlace(tmp_path / "cache", 2**20)) is None
    assert len(caplog.records) == 1


def test_a_file_in_place_of_the_folder_is_one_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "cache").touch()
    assert open_disk(DiskPlace(tmp_path / "cache", 2**20)) is None
    assert len(caplog.records) == 1
