"""What outlives the program: a second start finds results and steps of the first."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.engine.disk import Disk, open_disk
from app.engine.disk_index import FILE_NAME
from app.engine.events import NodeProgressed, NodesCached
from app.engine.memories import DiskPlace
from app.sdk import Context
from tests.engine.test_folding import Slow, adding
from tests.engine.toys import Bench, Call, Sheet, Sum

Start = Callable[[], Bench]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program once more, after the last one has ended."""
    opened: list[Disk] = []

    def start_again() -> Bench:
        while opened:
            opened.pop().close()
        bench = Bench(tmp_path)
        disk = open_disk(DiskPlace(tmp_path / "cache", 2**20))
        assert disk is not None
        opened.append(disk)
        bench.cache.disk = disk
        return bench

    yield start_again
    while opened:
        opened.pop().close()


def mixed() -> Sheet:
    """Values of several types, a wired parameter, a list, a saved file."""
    sheet = Sheet()
    sheet.add("n", "Number", value=3)
    sheet.add("count", "Count", {"limit": "n"})
    sheet.add("square", "Square", {"number": "count"})
    sheet.add("bytes", "Bytes", seed=5)
    sheet.add("length", "Length", {"data": "bytes"})
    sheet.add("divide", "Divide", {"number": "length"})
    sheet.add("save", "Save", {"number": "n"})
    return sheet


TARGETS = ("square", "divide", "save")


def test_after_a_restart_an_unchanged_graph_runs_no_node(start: Start) -> None:
    assert start().run(mixed(), *TARGETS)
    again = start()
    assert again.run(mixed(), *TARGETS) == []
    assert again.finished.ok
    assert again.value("square") == (0, 1, 4)
    assert again.value("divide") == 500
    assert again.finished.files == (str(again.finished.files[0]),)


def found_on_disk(bench: Bench) -> set[str]:
    """The nodes of which the last run says that their results lie on the disk."""
    cached = (event for event in bench.events if isinstance(event, NodesCached))
    return {node for event in cached for node in event.on_disk}


def test_a_result_says_whether_it_lies_on_the_disk_or_in_memory(start: Start) -> None:
    bench = start()
    bench.run(mixed(), *TARGETS)
    bench.run(mixed(), *TARGETS)
    assert found_on_disk(bench) == set()
    again = start()
    again.run(mixed(), *TARGETS)
    assert {"count", "bytes", "square"} <= found_on_disk(again)
    again.value("square")
    again.run(mixed(), *TARGETS)
    assert "square" not in found_on_disk(again)


def test_after_a_restart_only_what_depends_on_a_change_runs(start: Start) -> None:
    start().run(mixed(), *TARGETS)
    sheet = mixed()
    sheet.add("square", "Square", {"number": "count"}, power=3)
    bench = start()
    assert bench.run(sheet, *TARGETS) == ["Square:0", "Square:1", "Square:2"]
    assert bench.value("square") == (0, 1, 8)


def test_a_saved_file_that_is_gone_is_saved_again(start: Start) -> None:
    bench = start()
    bench.run(mixed(), *TARGETS)
    Path(bench.finished.files[0]).unlink()
    assert start().run(mixed(), *TARGETS) == ["Save"]


def test_steps_are_gone_on_from_after_a_restart(start: Start) -> None:
    start().run(adding("1 2 3 4"))
    bench = start()
    assert bench.run(adding("1 2 30 4 5")) == ["Fold", "step:2", "step:3", "step:4"]
    assert bench.value("fold") == 42
    progress = [event.step for event in bench.events if isinstance(event, NodeProgressed)]
    assert progress == [2, 3, 4, 5]


def test_a_stopped_fold_goes_on_after_a_restart(start: Start) -> None:
    bench = start()

    def work(ctx: Context) -> int:
        return ctx.fold(Slow([1, 2, 3, 4], bench.stop, after=2))

    Call.work = work
    sheet = Sheet()
    sheet.add("call", "Call")
    bench.run(sheet)
    assert bench.finished.stopped
    Call.work = lambda ctx: ctx.fold(Sum(0, [1, 2, 3, 4]))
    again = start()
    assert again.run(sheet) == ["Call", "step:2", "step:3"]
    assert again.value("call") == 10


def test_another_environment_finds_nothing(start: Start) -> None:
    start().run(adding("1 2"))
    bench = start()
    bench.device.shape = "other"
    assert "step:0" in bench.run(adding("1 2"))


def test_a_node_that_acts_and_leaves_no_file_acts_again(start: Start) -> None:
    from tests.toys import Show  # writes a file that it does not tell of

    sheet = Sheet()
    sheet.add("n", "Number", value=3)
    sheet.add("show", "Show", {"number": "n"})
    for _ in range(2):
        bench = start()
        bench.kinds.add(Show)
        (bench.runner.output_folder / "number.txt").unlink(missing_ok=True)
        bench.run(sheet, "show")
        assert (bench.runner.output_folder / "number.txt").exists()


@dataclass(frozen=True)
class Strange:
    """A value that nobody registered."""

    number: int = 5


def test_what_cannot_be_stored_stays_in_memory_and_is_said_once(
    start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    bench = start()
    disk = bench.cache.disk
    assert disk is not None
    for name in ("a" * 64, "b" * 64):
        bench.cache.keep(name, Strange(), 8, 1.0)
    assert disk.flush()
    assert bench.cache.find("a" * 64) is not None
    assert caplog.text.count("Strange cannot be kept on disk") == 1
    assert start().cache.find("a" * 64) is None


def test_trivial_values_get_no_files_of_their_own(start: Start, tmp_path: Path) -> None:
    bench = start()
    bench.cache.keep("a" * 64, 7, 8, seconds=1e-5)
    bench.cache.keep("b" * 64, 8, 8, seconds=1.0)
    again = start().cache
    assert [getattr(again.find(name * 64), "value", None) for name in "ab"] == [7, 8]
    assert [p.stem[0] for p in (tmp_path / "cache").rglob("*.safetensors")] == ["b"]


def test_a_lost_index_is_made_anew_from_the_files(start: Start, tmp_path: Path) -> None:
    bench = start()
    cache = bench.cache
    cache.remember("k" * 40, {"out": "a" * 64})
    cache.keep("a" * 64, b"dear", 4, seconds=2.0, work="k" * 40)
    assert cache.disk is not None
    cache.disk.close()
    for path in (tmp_path / "cache").glob(f"{FILE_NAME}*"):
        path.unlink()
    again = start().cache
    assert again.outputs("k" * 40) == {"out": "a" * 64}
    kept = again.find("a" * 64)
    assert kept is not None
    assert (kept.value, kept.seconds) == (b"dear", 2.0)


def test_closing_writes_what_waits(start: Start) -> None:
    bench = start()
    for number in range(200):
        bench.cache.keep(f"{number:064x}", bytes([number]) * 100, 100, seconds=1.0)
    again = start().cache
    assert all(again.find(f"{number:064x}") for number in range(200))


def test_bytes_are_fetched_only_for_a_consumer_that_runs(start: Start) -> None:
    start().run(mixed(), "divide")
    bench = start()
    bench.run(mixed(), "divide")
    assert len(bench.cache) == 0
    assert bench.cache.disk is not None
    info = bench.cache.disk.info()
    assert info is not None
    assert info.entries > 0


def test_the_counters_tell_what_was_found(start: Start) -> None:
    start().run(mixed(), *TARGETS)
    start().run(mixed(), *TARGETS)
    disk = start().cache.disk
    assert disk is not None
    info = disk.info()
    assert info is not None
    assert (info.hits, info.misses) == (7, 10)  # three items of a list were looked up, too
    assert info.since > 0


def test_many_threads_may_ask_at_once(start: Start, caplog: pytest.LogCaptureFixture) -> None:
    cache = start().cache

    def use(first: int) -> None:
        for number in range(first, first + 60):
            cache.keep(f"{number % 80:064x}", number % 80, 8, seconds=1.0)
            disk = cache.disk
            assert disk is not None
            found = disk.find(f"{number * 7 % 80:064x}")
            assert found is None or found.value == number * 7 % 80

    threads = [threading.Thread(target=use, args=(start * 20,)) for start in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not [r for r in caplog.records if r.levelno >= logging.WARNING]
