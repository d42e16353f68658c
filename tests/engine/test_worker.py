"""The worker thread: newest wins, the queue, stop, and never dying."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from app.engine.events import (
    DeviceReady,
    Event,
    NodeFinished,
    RunFailed,
    RunFinished,
    RunQueued,
    RunStarted,
)
from app.engine.lowering import lower
from app.engine.plan import Plan
from app.engine.services import Services
from app.engine.worker import Worker
from app.sdk import Context
from tests.engine.toys import RAN, Call, Device, NoModels, Sheet, registry

WAIT = 10.0


class Desk:
    """A worker, what it says, and a node that waits until it is let go."""

    def __init__(self, folder: Path) -> None:
        self.kinds = registry()
        self.events: list[Event] = []
        self.heard = threading.Condition()
        self.inside = threading.Semaphore(0)
        self.go_on = threading.Event()
        self.build: Callable[[], Services] = Device
        self.worker = Worker(
            self.kinds, lambda: self.build(), NoModels(), self._hear, folder, 10**6
        )
        Call.work = self._wait
        RAN.clear()

    def _hear(self, event: Event) -> None:
        with self.heard:
            self.events.append(event)
            self.heard.notify_all()

    def _wait(self, ctx: Context) -> int:
        self.inside.release()
        while not self.go_on.wait(0.005):
            ctx.check()
        ctx.check()
        return 1

    def until(self, met: Callable[[], object]) -> None:
        with self.heard:
            assert self.heard.wait_for(met, WAIT), self.events

    def ends(self) -> dict[int, RunFinished]:
        return {event.run: event for event in self.events if isinstance(event, RunFinished)}

    def plan(self, salt: int = 0, kind: str = "Call") -> Plan:
        sheet = Sheet()
        sheet.add("node", kind, **{"salt" if kind == "Call" else "value": salt})
        return lower(sheet.snapshot(), self.kinds)

    def busy(self, salt: int = 0, *, queue: bool = False) -> int:
        """Submit a plan that waits, and wait until it does."""
        run = self.worker.submit(self.plan(salt), queue=queue)
        assert self.inside.acquire(timeout=WAIT)
        return run


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.go_on.set()
    desk.worker.close()


def test_a_plan_is_carried_out_and_its_values_can_be_fetched(desk: Desk) -> None:
    run = desk.worker.submit(desk.plan(5, "Number"))
    desk.until(lambda: run in desk.ends())
    assert desk.ends()[run].ok
    made = next(event for event in desk.events if isinstance(event, NodeFinished))
    assert desk.worker.fetch(made.results["integer"]) == 5
    assert desk.worker.fetch("unknown") is None


def test_the_newest_request_wins(desk: Desk) -> None:
    first = desk.busy(1)
    second = desk.worker.submit(desk.plan(2))
    third = desk.worker.submit(desk.plan(3))
    desk.go_on.set()
    desk.until(lambda: third in desk.ends())
    ends = desk.ends()
    assert [ends[run].stopped for run in (first, second, third)] == [True, True, False]
    assert ends[third].ok
    started = [event.run for event in desk.events if isinstance(event, RunStarted)]
    assert third in started


def test_queued_requests_all_run_in_order_and_are_not_stopped_by_newer_ones(desk: Desk) -> None:
    runs = [desk.busy(1, queue=True)]
    runs += [desk.worker.submit(desk.plan(n), queue=True) for n in (2, 3)]
    plain = desk.worker.submit(desk.plan(4))
    desk.go_on.set()
    desk.until(lambda: len(desk.ends()) == 4)
    assert all(end.ok for end in desk.ends().values())
    started = [event.run for event in desk.events if isinstance(event, RunStarted)]
    assert started == [runs[0], plain, runs[1], runs[2]]


def test_a_request_is_told_as_queued_before_it_starts(desk: Desk) -> None:
    run = desk.worker.submit(desk.plan(1, "Number"))
    desk.until(lambda: run in desk.ends())
    kinds = [type(event) for event in desk.events if not isinstance(event, DeviceReady)]
    assert kinds.index(RunQueued) < kinds.index(RunStarted) < kinds.index(RunFinished)


def test_stop_ends_what_runs_and_drops_what_waits(desk: Desk) -> None:
    runs = [desk.busy(1), desk.worker.submit(desk.plan(2), queue=True)]
    desk.worker.stop()
    desk.until(lambda: len(desk.ends()) == 2)
    assert [desk.ends()[run].stopped for run in runs] == [True, True]
    desk.go_on.set()
    after = desk.worker.submit(desk.plan(3))
    desk.until(lambda: after in desk.ends())
    assert desk.ends()[after].ok


def test_warming_up_prepares_the_device_on_the_workers_thread(desk: Desk) -> None:
    threads: list[str] = []

    def build() -> Services:
        threads.append(threading.current_thread().name)
        return Device()

    desk.build = build
    assert desk.worker.device() == ""
    desk.worker.warm_up()
    desk.until(lambda: DeviceReady("toy device") in desk.events)
    assert desk.worker.device() == "toy device"
    desk.worker.submit(desk.plan(1, "Number"))
    desk.until(lambda: desk.ends())
    assert threads == ["engine"]


def test_a_device_that_cannot_be_prepared_is_told_and_tried_again(desk: Desk) -> None:
    def broken() -> NoReturn:
        raise ImportError("no torch here")

    desk.build = broken
    desk.worker.warm_up()
    desk.until(lambda: any(isinstance(event, RunFailed) for event in desk.events))
    run = desk.worker.submit(desk.plan(1, "Number"))
    desk.until(lambda: run in desk.ends())
    failed = [event for event in desk.events if isinstance(event, RunFailed)]
    assert [event.run for event in failed] == [0, run]
    assert "no torch here" in failed[0].message.text()
    assert not desk.ends()[run].ok
    desk.build = Device
    run = desk.worker.submit(desk.plan(1, "Number"))
    desk.until(lambda: run in desk.ends())
    assert desk.ends()[run].ok


def test_an_engine_that_breaks_tells_so_and_lives_on(desk: Desk) -> None:
    class Broken(Device):
        def environment(self) -> str:
            raise SystemExit("gone")

    desk.build = Broken
    run = desk.worker.submit(desk.plan(1, "Number"))
    desk.until(lambda: run in desk.ends())
    failed = next(event for event in desk.events if isinstance(event, RunFailed))
    assert "SystemExit: gone" in failed.message.text()
    again = desk.worker.submit(desk.plan(1, "Number"))
    desk.until(lambda: again in desk.ends())


def test_closing_stops_the_run_and_ends_the_thread(desk: Desk) -> None:
    runs = [desk.busy(1), desk.worker.submit(desk.plan(2), queue=True)]
    desk.worker.close()
    assert {run: end.stopped for run, end in desk.ends().items()} == dict.fromkeys(runs, True)
    assert not any(t.name == "engine" and t.is_alive() for t in threading.enumerate())
    late = desk.worker.submit(desk.plan(3))
    assert desk.ends()[late].stopped
    desk.worker.close()


def test_values_can_be_fetched_while_others_are_made(desk: Desk) -> None:
    desk.go_on.set()
    for turn in range(30):
        desk.worker.submit(desk.plan(turn, "Number"), queue=True)
        for event in list(desk.events):
            if isinstance(event, NodeFinished):
                assert desk.worker.fetch(event.results["integer"]) in range(30)
    desk.until(lambda: len(desk.ends()) == 30)


def test_closing_does_not_wait_for_a_node_that_does_not_react(desk: Desk) -> None:
    Call.work = lambda ctx: desk.inside.release() or int(desk.go_on.wait(WAIT))
    desk.busy(1)
    desk.worker.close(patience=0.05)
    assert any(thread.name == "engine" for thread in threading.enumerate())


def test_a_receiver_that_fails_does_not_end_the_thread(desk: Desk, tmp_path: Path) -> None:
    heard = threading.Event()
    broken = iter([True] * 3)

    def emit(event: Event) -> None:
        if isinstance(event, RunStarted | RunFailed) and next(broken, False):
            raise RuntimeError("the window is gone")
        if isinstance(event, RunFinished) and event.ok:
            heard.set()

    worker = Worker(desk.kinds, Device, NoModels(), emit, tmp_path, 10**6)
    for turn in range(4):
        worker.submit(desk.plan(turn, "Number"), queue=True)
    assert heard.wait(WAIT)
    worker.close()


def test_another_folder_for_pictures_is_used_from_the_next_run_on(
    desk: Desk, tmp_path: Path
) -> None:
    used: list[Path] = []

    def note(ctx: Context) -> int:
        used.append(ctx.output_folder())
        return 1

    Call.work = note
    for turn, name in enumerate(("first", "second", "third")):
        desk.worker.save_into(tmp_path / name)
        run = desk.worker.submit(desk.plan(turn))
        desk.until(lambda run=run: run in desk.ends())
    assert used == [tmp_path / "first", tmp_path / "second", tmp_path / "third"]
