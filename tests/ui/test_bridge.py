"""Events on their way from the worker to the screen."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from app.engine.events import NodeProgressed, NodeStarted
from app.sdk.context import Picture
from app.ui.bridge import Bridge, newest_progress

PREVIEW = Picture(1, 1, b"abc")


def test_progress_that_was_overtaken_is_left_out_but_its_preview_stays() -> None:
    first, second = NodeProgressed(1, "a", 1, 9, PREVIEW), NodeProgressed(1, "a", 2, 9)
    assert newest_progress([first, second]) == [NodeProgressed(1, "a", 2, 9, PREVIEW)]


def test_nothing_else_is_left_out_and_the_order_stays() -> None:
    events = [
        NodeStarted(1, "a"),
        NodeProgressed(1, "a", 1, 2),
        NodeStarted(1, "b"),
        NodeProgressed(1, "b", 1, 2),
        NodeProgressed(2, "b", 1, 2),
    ]
    assert newest_progress(events) == events


def test_events_of_many_threads_all_arrive_on_the_thread_of_the_screen(qtbot: QtBot) -> None:
    bridge = Bridge()
    arrived: list[tuple[NodeStarted, threading.Thread]] = []
    bridge.arrived.connect(lambda event: arrived.append((event, threading.current_thread())))

    def post(run: int) -> None:
        for number in range(200):
            bridge.post(NodeStarted(run, str(number)))

    threads = [threading.Thread(target=post, args=(run,)) for run in range(4)]
    for thread in threads:
        thread.start()
    qtbot.waitUntil(lambda: len(arrived) == 800)
    assert {thread for _, thread in arrived} == {threading.main_thread()}
    for run in range(4):
        assert [int(e.node) for e, _ in arrived if e.run == run] == list(range(200))


def test_a_bridge_that_was_closed_carries_nothing_more(qtbot: QtBot) -> None:
    bridge, arrived = Bridge(), list[object]()
    bridge.arrived.connect(arrived.append)
    bridge.close()
    bridge.post(NodeStarted(1, "a"))
    qtbot.wait(20)
    assert arrived == []
