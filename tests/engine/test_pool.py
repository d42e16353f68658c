"""The threads beside the device: order, failures, and an end."""

from __future__ import annotations

import logging
import threading
from typing import NoReturn

import pytest

from app.engine.pool import Lane, Pool, Task
from app.sdk.context import Stopped
from tests.engine.side_toys import WAIT


def names() -> set[str]:
    """The threads that are alive."""
    return {thread.name for thread in threading.enumerate()}


def test_a_task_is_done_once_whoever_comes() -> None:
    calls: list[int] = []
    task = Task(lambda: calls.append(1))
    task()
    task()
    assert task.done
    assert calls == [1]
    assert not task.cancel()


def test_a_task_that_was_called_off_is_never_begun() -> None:
    calls: list[int] = []
    task = Task(lambda: calls.append(1))
    assert task.cancel()
    task()
    assert not task.done
    assert calls == []


@pytest.mark.parametrize("kind", [ValueError, SystemExit, KeyboardInterrupt, Stopped])
def test_what_a_task_raises_is_raised_where_its_result_is_asked_for(
    kind: type[BaseException],
) -> None:
    def work() -> NoReturn:
        raise kind

    task = Task(work)
    task()
    assert task.gave_up == (kind is Stopped)
    with pytest.raises(kind):
        task.result()


def test_a_lane_works_in_order_and_outlives_failures(caplog: pytest.LogCaptureFixture) -> None:
    lane, done, end = Lane("lane"), list[int](), threading.Event()

    def work(number: int) -> None:
        done.append(number)
        if number == 1:
            raise SystemExit

    with caplog.at_level(logging.CRITICAL):
        for number in range(4):
            lane.submit(lambda number=number: work(number))  # type: ignore[misc]
        lane.submit(end.set)
        assert end.wait(WAIT)
    assert done == [0, 1, 2, 3]
    lane.close(WAIT)


def test_a_pool_begins_its_threads_when_they_are_needed_and_ends_them() -> None:
    pool, end = Pool(), threading.Event()
    assert not names() & {"bring near", "put away"}
    assert pool.near.submit(end.set)
    assert end.wait(WAIT)
    assert names() & {"bring near", "put away"} == {"bring near"}
    pool.close(WAIT)
    assert not names() & {"bring near", "put away"}
    assert not pool.near.submit(end.set)
    assert not pool.away.submit(end.set)


def test_closing_does_the_rest_and_does_not_wait_for_ever(
    caplog: pytest.LogCaptureFixture,
) -> None:
    pool, go_on, rest = Pool(), threading.Event(), threading.Event()
    pool.away.submit(lambda: go_on.wait(WAIT) and None)
    pool.away.submit(rest.set)
    with caplog.at_level(logging.CRITICAL):
        pool.close(0.01)
    assert "put away" in names()
    go_on.set()
    assert rest.wait(WAIT)
    pool.close(WAIT)
    assert "put away" not in names()
