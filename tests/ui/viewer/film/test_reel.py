"""Frames become ready beside the window, and never take more memory than they may."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.ui.viewer.film.reel import Reel
from tests.ui.viewer.film.films import frame_of, video

FRAME = 16 * 16 * 3


@pytest.fixture
def reel(qtbot: QtBot) -> Iterator[Reel]:
    """A reel with room for four frames."""
    made = Reel(budget=4 * FRAME)
    made.fetch = {"film": video(12), "other": video(3)}.get
    made.open("film")
    yield made
    made.close()


def test_frames_come_as_they_were_asked_for(qtbot: QtBot, reel: Reel) -> None:
    with qtbot.waitSignals([reel.brought] * 3):
        reel.want([4, 2, 7])
    found = [reel.frame(index) for index in (4, 2, 7)]
    assert [frame_of(image) for image in found if image is not None] == [4, 2, 7]
    assert reel.frame(3) is None


def test_memory_is_bounded_and_what_was_not_seen_for_long_goes(qtbot: QtBot, reel: Reel) -> None:
    for index in range(12):
        with qtbot.waitSignal(reel.brought):
            reel.want([index])
        assert reel.bytes <= 4 * FRAME
    assert [index for index in range(12) if reel.frame(index)] == [8, 9, 10, 11]


def test_no_more_is_made_ahead_than_there_is_room_for(qtbot: QtBot, reel: Reel) -> None:
    with qtbot.waitSignal(reel.brought):
        reel.want([0])
    came: list[int] = []
    reel.brought.connect(came.append)
    reel.want(range(1, 9))
    qtbot.waitUntil(lambda: len(came) == 3)
    qtbot.wait(50)
    assert came == [1, 2, 3]


def test_asking_does_not_wait_for_a_slow_value(qtbot: QtBot, reel: Reel) -> None:
    gate = threading.Event()

    def slow(fingerprint: str) -> Any:
        gate.wait(5)
        return video()

    reel.fetch = slow
    reel.want([0])
    assert reel.frame(0) is None
    with qtbot.waitSignal(reel.brought):
        gate.set()


def test_frames_of_the_film_before_do_not_come_late(qtbot: QtBot, reel: Reel) -> None:
    reel.want([5])
    reel.open("other")
    with qtbot.waitSignal(reel.brought):
        reel.want([1])
    image = reel.frame(1)
    assert image is not None
    assert frame_of(image) == 1
    assert reel.frame(5) is None


def test_a_value_that_is_gone_is_told(qtbot: QtBot, reel: Reel) -> None:
    reel.open("nothing")
    with qtbot.waitSignal(reel.lost):
        reel.want([0])
