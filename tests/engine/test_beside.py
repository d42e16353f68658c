"""What goes on beside the device: that it does, in what order, and how it ends."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.engine.events import Event, NodeFinished, NodeStarted
from app.engine.lowering import lower
from app.engine.requests import Request
from app.sdk import Context
from tests.engine.side_toys import WAIT, Away, Gate, side_bench
from tests.engine.toys import Bench, Call, Sheet, counted


@pytest.fixture
def side(tmp_path: Path) -> Iterator[Bench]:
    bench, pool = side_bench(tmp_path, beside=True)
    yield bench
    pool.close(WAIT)


def in_background(work: Callable[[], object]) -> threading.Thread:
    """A thread that does ``work``."""
    thread = threading.Thread(target=work)
    thread.start()
    return thread


def ended(thread: threading.Thread) -> bool:
    """Whether a thread comes to its end."""
    thread.join(WAIT)
    return not thread.is_alive()


def order(events: list[Event], kind: type[NodeStarted] | type[NodeFinished]) -> list[str]:
    """The nodes in the order in which they started, or finished."""
    return [event.node for event in events if isinstance(event, kind)]


def test_a_node_without_inputs_runs_while_another_one_does(side: Bench) -> None:
    gate = Gate()
    here = threading.Event()

    def meet(ctx: Context) -> int:
        here.set()
        return gate.pass_through()

    def sample(ctx: Context) -> int:
        assert here.wait(WAIT)  # Away runs now, though it comes later
        gate.go_on.set()
        return 2

    Away.work, Call.work = meet, sample
    sheet = Sheet()
    sheet.add("sampler", "Call")
    sheet.add("photo", "Away")
    sheet.add("sum", "Add", {"first": "sampler.integer", "second": "photo.integer"})
    assert side.run(sheet) == ["Add", "Away", "Call"]
    assert side.value("sum") == 3
    assert order(side.events, NodeStarted) == ["sampler", "photo", "sum"]


def test_a_result_is_put_away_while_the_next_one_is_made(side: Bench) -> None:
    gate = Gate()
    Away.work = lambda ctx: gate.pass_through()

    def sample(ctx: Context) -> int:
        assert gate.inside.wait(WAIT)  # the first target has begun and not ended
        gate.go_on.set()
        return 2

    Call.work = sample
    sheet = Sheet()
    sheet.add("one", "Number")
    sheet.add("saved", "Away", {"number": "one"})
    sheet.add("two", "Call")
    sheet.add("shown", "Put", {"number": "two"})
    side.run(sheet, "saved", "shown")
    assert side.finished.ok
    assert order(side.events, NodeStarted) == ["one", "saved", "two", "shown"]


def test_what_ends_beside_the_device_is_told_while_the_next_node_runs(side: Bench) -> None:
    told = []

    def sample(ctx: Context) -> int:
        for _ in range(2000):
            ctx.progress(1, 1)
            if "saved" in order(side.events, NodeFinished):
                told.append("saved")
                break
            threading.Event().wait(0.005)
        return 2

    Call.work = sample
    sheet = Sheet()
    sheet.add("one", "Number", value=5)
    sheet.add("saved", "Put", {"number": "one"})
    sheet.add("two", "Call")
    side.run(sheet, "saved", "two")
    assert told == ["saved"]


def test_a_copy_of_a_node_waits_for_the_one_that_is_under_way(side: Bench) -> None:
    sheet = Sheet()
    sheet.add("one", "Number", value=5)
    for index in range(6):
        sheet.add(f"saved{index}", "Put", {"number": "one"})
    assert counted(side.run(sheet))["Put"] == 1


def test_files_are_written_in_the_order_of_the_graph(side: Bench, tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.add("list", "Count", limit=2)
    for index in range(12):
        sheet.add(f"n{index}", "Number", value=100 + index)
        sheet.add(f"saved{index}", "Put", {"number": f"n{index}"})
    sheet.add("saved-list", "Put", {"number": "list.integer"})
    side.run(sheet)
    found = [(tmp_path / f"{index}.txt").read_text("utf-8") for index in range(14)]
    assert found == [*(str(100 + index) for index in range(12)), "0", "1"]
    assert list(side.finished.files) == [str(tmp_path / f"{i}.txt") for i in range(14)]


def test_a_file_that_is_being_saved_is_not_read_before(side: Bench, tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.add("one", "Number", value=7)
    sheet.add("saved", "Put", {"number": "one"})
    sheet.add("look", "Look", path=str(tmp_path / "0.txt"))
    side.run(sheet, "saved", "look")
    assert side.value("look") == "7"


def test_a_node_whose_result_is_waited_for_runs_in_its_turn(side: Bench) -> None:
    sheet = Sheet()
    sheet.add("one", "Number", value=7)
    sheet.add("text", "Encode", {"number": "one"})
    sheet.add("look", "Look", {"path": "text.text"})
    side.run(sheet, "text", "look")
    assert order(side.events, NodeFinished) == ["one", "text"]
    assert "look" in side.failures()


def test_what_may_not_be_asked_for_is_not_begun(side: Bench) -> None:
    sheet = Sheet()
    sheet.add("choice", "Word", text="left")
    sheet.add("left", "Number", value=1)
    sheet.add("right", "Fetch", value=2)
    sheet.add("switch", "Switch", {"choice": "choice", "left": "left", "right": "right.integer"})
    assert side.run(sheet) == ["Number:1", "Switch", "Word"]


@pytest.mark.parametrize("how", ["fail", "break", "exit"])
def test_whatever_goes_wrong_beside_the_device_is_the_failure_of_its_node(
    side: Bench, how: str
) -> None:
    sheet = Sheet()
    sheet.add("one", "Number", value=1)
    sheet.add("fetched", "Fetch", value=2, how=how)
    sheet.add("sum", "Add", {"first": "fetched.integer"})
    sheet.add("saved", "Put", {"number": "one"}, how=how)
    sheet.add("also", "Put", {"number": "one"})
    side.run(sheet, "sum", "saved", "also")
    assert set(side.failures()) == {"fetched", "saved"}
    assert side.skipped() == {"sum": "fetched"}
    assert len(side.finished.files) == 1
    assert not side.finished.ok


def test_a_node_that_needs_no_device_is_given_none(side: Bench) -> None:
    Away.work = lambda ctx: int(ctx.weights("model"))
    sheet = Sheet()
    sheet.add("away", "Away")
    side.run(sheet)
    assert "says that it needs no device" in side.failures()["away"]


def test_stop_ends_a_head_start_that_is_waited_for(side: Bench) -> None:
    inside = threading.Event()

    def wait(ctx: Context) -> int:
        inside.set()
        while True:
            ctx.check()
            threading.Event().wait(0.005)

    Away.work, Call.work = wait, lambda ctx: int(inside.wait(WAIT))
    sheet = Sheet()
    sheet.add("first", "Call")
    sheet.add("away", "Away")
    thread = in_background(lambda: side.run(sheet, "first", "away"))
    assert inside.wait(WAIT)
    side.stop.set()
    assert ended(thread)
    assert side.finished.stopped
    assert "away" not in order(side.events, NodeFinished)


def test_what_was_being_written_when_stop_came_is_whole_and_noted(
    side: Bench, tmp_path: Path
) -> None:
    gate = Gate()
    path = tmp_path / "whole.txt"

    def write(ctx: Context) -> int:
        gate.pass_through()
        path.write_text("whole", "utf-8")
        return 1

    Away.work = write
    sheet = Sheet()
    sheet.add("one", "Number")
    sheet.add("writing", "Away", {"number": "one"})
    sheet.add("waiting", "Put", {"number": "one"})
    thread = in_background(lambda: side.run(sheet, "writing", "waiting"))
    assert gate.inside.wait(WAIT)
    side.stop.set()
    gate.go_on.set()
    assert ended(thread)
    assert side.finished.stopped
    assert order(side.events, NodeFinished) == ["one", "writing"]
    assert path.read_text("utf-8") == "whole"
    assert not (tmp_path / "0.txt").exists()
    side.stop.clear()
    assert side.run(sheet, "writing", "waiting") == ["Put:0:give"]
    assert side.finished.ok


def test_the_next_run_is_brought_near_while_this_one_goes_on(tmp_path: Path) -> None:
    queue: list[Request] = []
    bench, pool = side_bench(tmp_path, beside=True, following=lambda: queue[0] if queue else None)
    here = threading.Event()

    def fetch(ctx: Context) -> int:
        here.set()
        return 4

    Away.work, Call.work = fetch, lambda ctx: int(here.wait(WAIT))
    first, second = Sheet(), Sheet()
    first.add("sampler", "Call")
    second.add("photo", "Away")
    second.add("sum", "Add", {"first": "photo.integer"})
    queue.append(Request(2, lower(second.snapshot(), bench.kinds), queued=True))
    assert bench.run(first) == ["Away", "Call"]
    assert not bench.failures()
    request = queue.pop()
    bench.events.clear()
    assert bench.runner.run(2, request.plan, request.stop).ok
    assert order(bench.events, NodeFinished) == ["photo", "sum"]
    assert bench.value("sum") == 4
    pool.close(WAIT)


def test_what_was_brought_near_for_a_run_that_was_dropped_is_made_again(tmp_path: Path) -> None:
    queue: list[Request] = []
    bench, pool = side_bench(tmp_path, beside=True, following=lambda: queue[0] if queue else None)
    gate = Gate()

    def fetch(ctx: Context) -> int:
        gate.inside.set()
        ctx.check()
        while not gate.go_on.wait(0.005):
            ctx.check()
        return 4

    def sample(ctx: Context) -> int:
        assert gate.inside.wait(WAIT)
        queue.pop().stop.set()
        gate.go_on.set()
        return 1

    Away.work, Call.work = fetch, sample
    first, second = Sheet(), Sheet()
    first.add("sampler", "Call")
    second.add("photo", "Away")
    queue.append(Request(2, lower(second.snapshot(), bench.kinds), queued=True))
    bench.run(first)
    bench.run(second)
    assert bench.finished.ok
    assert bench.value("photo") == 4
    pool.close(WAIT)
