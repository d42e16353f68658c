"""The queue of the worker: its order, pause, and taking one out; and questions in between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.engine.events import ForecastReady, RunForetold, RunStarted
from tests.engine.test_worker import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.go_on.set()
    desk.worker.close()


def began(desk: Desk) -> list[int]:
    return [event.run for event in desk.events if isinstance(event, RunStarted)]


def test_the_queue_runs_in_the_order_it_was_put_in(desk: Desk) -> None:
    first = desk.busy(1, queue=True)
    one, two, three = (desk.worker.submit(desk.plan(n), queue=True) for n in (2, 3, 4))
    desk.worker.order([three, one])
    desk.go_on.set()
    desk.until(lambda: len(desk.ends()) == 4)
    assert began(desk) == [first, three, one, two]


def test_a_request_can_be_put_at_the_front(desk: Desk) -> None:
    first = desk.busy(1, queue=True)
    last = desk.worker.submit(desk.plan(2), queue=True)
    front = desk.worker.submit(desk.plan(3), queue=True, first=True)
    desk.go_on.set()
    desk.until(lambda: len(desk.ends()) == 3)
    assert began(desk) == [first, front, last]


def test_cancelling_takes_out_what_waits_and_stops_what_runs(desk: Desk) -> None:
    running = desk.busy(1, queue=True)
    gone = desk.worker.submit(desk.plan(2), queue=True)
    last = desk.worker.submit(desk.plan(3, "Number"), queue=True)
    desk.worker.cancel(gone)
    assert desk.ends()[gone].stopped
    desk.worker.cancel(running)
    desk.until(lambda: len(desk.ends()) == 3)
    assert desk.ends()[running].stopped
    assert desk.ends()[last].ok
    assert began(desk) == [running, last]


def test_a_paused_queue_waits_but_a_plain_run_does_not(desk: Desk) -> None:
    desk.worker.pause(True)
    queued = desk.worker.submit(desk.plan(1, "Number"), queue=True)
    plain = desk.worker.submit(desk.plan(2, "Number"))
    desk.until(lambda: plain in desk.ends())
    assert began(desk) == [plain]
    desk.worker.pause(False)
    desk.until(lambda: queued in desk.ends())


def test_a_plain_run_does_not_stop_that_of_another_graph(desk: Desk) -> None:
    one = desk.worker.submit(replace(desk.plan(1), graph="one"))
    assert desk.inside.acquire(timeout=10)
    other = desk.worker.submit(replace(desk.plan(2), graph="other"))
    desk.go_on.set()
    desk.until(lambda: len(desk.ends()) == 2)
    assert desk.ends()[one].ok
    assert desk.ends()[other].ok


def test_a_question_is_answered_between_runs(desk: Desk) -> None:
    desk.worker.warm_up()
    desk.busy(1)
    dropped = desk.worker.forecast(desk.plan(2))
    ticket = desk.worker.forecast(desk.plan(1))
    desk.go_on.set()
    desk.until(lambda: any(isinstance(event, ForecastReady) for event in desk.events))
    answers = [event for event in desk.events if isinstance(event, ForecastReady)]
    assert [answer.ticket for answer in answers] == [ticket] != [dropped]
    assert answers[0].forecast.nodes == ()


def test_a_run_says_beforehand_what_it_will_do(desk: Desk) -> None:
    run = desk.worker.submit(desk.plan(1, "Number"), foretold=True)
    desk.until(lambda: run in desk.ends())
    told = next(event for event in desk.events if isinstance(event, RunForetold))
    assert (told.run, len(told.forecast.nodes)) == (run, 1)
    assert desk.events.index(told) < desk.events.index(
        next(event for event in desk.events if isinstance(event, RunStarted))
    )
