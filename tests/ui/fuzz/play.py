"""Plays a number of gestures, goes back to the start and forward again, and closes the window."""

from __future__ import annotations

import faulthandler
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

from app.ui.tab import Tab
from tests.ui.fuzz.checks import check_text, check_window
from tests.ui.fuzz.player import WindowPlayer
from tests.ui.fuzz.runner import RunningPlayer
from tests.ui.fuzz.stage import Stage

_TEXT_EVERY = 25
_LONGEST_CLOSING = 2.0
_LONGEST = 60
"""After how many seconds a gesture hangs."""


@dataclass
class Report:
    """What came of it. Sizes are what the process held, in bytes."""

    gestures: int = 0
    steps_back: int = 0
    before: int = 0
    after: int = 0
    seconds_to_close: float = 0.0


def play(
    folder: Path, gestures: int, seed: int, tell: Callable[[str], None], *, runs: bool = False
) -> Report:
    """Play on a new window; raises AssertionError at the first thing that is not as it should."""
    stage, report = Stage(folder), Report()
    player = RunningPlayer(stage, seed) if runs else WindowPlayer(stage, seed)
    for number in range(gestures):
        faulthandler.dump_traceback_later(_LONGEST, exit=True)
        try:
            player.play()
            stage.settle()
            check_window(stage.window)
            stage.check()
            if number % _TEXT_EVERY == 0:
                check_text(stage.window.tab)
        except BaseException:
            tell(f"gesture {number} of seed {seed}: {player.last}")
            stage.leave()
            raise
        if number == gestures // 10:
            report.before = held()
        report.gestures += 1
        if number % 500 == 499:
            tell(f"{number + 1} gestures, {held() >> 20} MiB")
    faulthandler.cancel_dump_traceback_later()
    for tab in [] if runs else stage.window.tabs.all():
        stage.window.tabs.show_tab(tab)
        report.steps_back += travel(stage, tab)
    report.after = held()
    report.seconds_to_close = stage.close()
    assert report.seconds_to_close < _LONGEST_CLOSING
    return report


def travel(stage: Stage, tab: Tab) -> int:
    """Undo all there is, and redo it; how many steps that were."""
    tab.canvas.commit_edit()
    document = tab.document
    while document.can_redo:
        document.redo()
    end, steps = document.snapshot, 0
    while document.can_undo:
        document.undo()
        steps += 1
        if steps % 10 == 0:
            stage.settle()
        check_window(stage.window)
    start = document.snapshot
    while document.can_redo:
        document.redo()
    check_window(stage.window)
    assert document.snapshot == end
    document.travel(-steps)
    assert document.snapshot == start
    document.travel(steps)
    stage.settle()
    check_window(stage.window)
    check_text(tab)
    stage.check()
    return steps


def held() -> int:
    """How much memory the process holds, in bytes."""
    return int(psutil.Process().memory_info().rss)
