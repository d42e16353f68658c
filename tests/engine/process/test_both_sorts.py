"""What a worker does is the same in a thread and in a process of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.engine.disk_moving import has_results
from app.engine.events import (
    DeviceReady,
    ForecastReady,
    NodeFailed,
    NodeProgressed,
    RunForetold,
    RunQueued,
    RunStarted,
)
from app.engine.memories import DiskPlace
from app.sdk import Picture
from app.sdk.values import Files
from tests.engine.process.desk import BUDGET, Desk


@pytest.fixture(params=["thread", "process"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path, process=request.param == "process")
    yield desk
    desk.close()


def test_a_plan_is_carried_out_and_its_values_can_be_fetched(desk: Desk) -> None:
    run = desk.worker.submit(desk.plan("Number", value=5), foretold=True)
    assert desk.end(run).ok
    assert desk.worker.fetch(desk.result()) == 5
    assert desk.worker.fetch("unknown") is None
    kinds = [type(event) for event in desk.events if not isinstance(event, DeviceReady)]
    assert kinds[:3] == [RunQueued, RunForetold, RunStarted]


def test_pictures_come_with_the_run_and_one_by_one_after_it(desk: Desk) -> None:
    assert desk.end(desk.worker.submit(desk.plan("Paint", grey=7))).ok
    (progress,) = desk.told(NodeProgressed)
    assert progress.preview == Picture(1, 1, bytes([7, 7, 7]))
    value = desk.worker.fetch(desk.result())
    assert value is not None
    assert (len(value), value.rate) == (2, 8.0)
    assert [value.picture(index).rgb for index in range(2)] == [bytes([7] * 12), bytes([8] * 12)]


def test_saved_files_are_told_and_can_be_fetched(desk: Desk) -> None:
    desk.worker.save_into(desk.folder / "out")
    (desk.folder / "out").mkdir()
    end = desk.end(desk.worker.submit(desk.plan("Number", value=4)))
    assert end.files == ()
    plan = desk.plan("Saved")
    end = desk.end(desk.worker.submit(plan))
    assert end.files == (str(desk.folder / "out" / "saved.txt"),)
    assert isinstance(desk.worker.fetch(desk.result()), Files)


def test_the_newest_of_a_graph_wins_and_the_queue_keeps_its_order(desk: Desk) -> None:
    first = desk.worker.submit(desk.plan("Gate", salt=1))
    desk.inside(1)
    second = desk.worker.submit(desk.plan("Gate", salt=2))
    queued = [desk.worker.submit(desk.plan("Gate", salt=n), queue=True) for n in (3, 4, 5)]
    desk.worker.order([queued[2], queued[0]])
    front = desk.worker.submit(desk.plan("Gate", salt=6), queue=True, first=True)
    desk.worker.cancel(queued[1])
    assert desk.end(queued[1]).stopped
    desk.open_gates()
    ends = {run: desk.end(run) for run in (first, second, front, queued[2], queued[0])}
    assert [end.stopped for end in ends.values()] == [True, False, False, False, False]
    assert desk.began() == list(ends)


def test_a_paused_queue_waits_while_questions_are_answered(desk: Desk) -> None:
    desk.worker.warm_up()
    desk.until(lambda: desk.told(DeviceReady))
    assert desk.worker.device() == "toy device"
    desk.worker.pause(True)
    queued = desk.worker.submit(desk.plan("Number", value=1), queue=True)
    ticket = desk.worker.forecast(desk.plan("Number", value=2))
    desk.until(lambda: desk.told(ForecastReady))
    (answer,) = desk.told(ForecastReady)
    assert answer.ticket == ticket
    assert [node.node for node in answer.forecast.nodes] == ["node"]
    assert not desk.began()
    desk.worker.pause(False)
    assert desk.end(queued).ok


def test_stop_ends_what_runs_and_drops_what_waits(desk: Desk) -> None:
    runs = [desk.worker.submit(desk.plan("Gate", salt=n), queue=True) for n in (1, 2)]
    desk.inside(1)
    desk.worker.stop()
    assert [desk.end(run).stopped for run in runs] == [True, True]
    assert desk.end(desk.worker.submit(desk.plan("Number"))).ok


def test_what_is_kept_is_counted_moved_and_cleared(desk: Desk) -> None:
    assert desk.end(desk.worker.submit(desk.plan("Walk"))).ok
    old, new = desk.folder / "results", desk.folder / "moved"
    assert desk.worker.kept.info(old).memory > 0
    place = DiskPlace(new, BUDGET)
    desk.worker.kept.move(old, place, lambda done, of: None)
    assert has_results(new)
    assert not has_results(old)
    assert desk.worker.kept.clear(new) > 0
    assert desk.worker.kept.info(new).memory == desk.worker.kept.info(new).entries == 0
    assert desk.end(desk.worker.submit(desk.plan("Walk"))).ok
    assert (desk.folder / "steps").read_text("utf-8").split() == list("0123") * 2


def test_closing_ends_what_runs_and_takes_in_nothing_more(desk: Desk) -> None:
    run = desk.worker.submit(desk.plan("Gate", salt=1))
    desk.inside(1)
    desk.worker.close()
    assert desk.ends()[run].stopped
    late = desk.worker.submit(desk.plan("Number"))
    assert desk.ends()[late].stopped
    desk.worker.close()
    assert len(desk.ends()) == 2


def test_a_file_that_is_read_counts_by_its_content(desk: Desk) -> None:
    path = desk.folder / "words.txt"
    assert not desk.end(desk.worker.submit(desk.plan("Read", path=str(path)))).ok
    (failed,) = desk.told(NodeFailed)
    assert str(path) in failed.message.text()
    for words in ("one", "two"):
        path.write_text(words, "utf-8")
        os.utime(path, (1, len(words) + len(desk.events)))
        assert desk.end(desk.worker.submit(desk.plan("Read", path=str(path)))).ok
        assert desk.worker.fetch(desk.result()) == words
