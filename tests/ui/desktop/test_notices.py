"""The end of a long run is told to a user who is elsewhere."""

from __future__ import annotations

import itertools
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.ui.desktop.notices import Notices
from app.ui.desktop.signs import BusSigns, desktop_signs
from tests.ui.toys import Desk


class PaperSigns:
    """A desktop that writes down what it shows."""

    def __init__(self) -> None:
        self.messages: list[tuple[str, str]] = []
        self.shares: list[float | None] = []

    def notify(self, title: str, text: str) -> None:
        self.messages.append((title, text))

    def progress(self, share: float | None) -> None:
        self.shares.append(share)


@pytest.fixture
def signs(desk: Desk) -> PaperSigns:
    """What the desktop shows of the window; every run takes 30 seconds on its clock."""
    signs = PaperSigns()
    ticks = itertools.count(0, 30)
    desk.window.notices = Notices(desk.window, desk.remembered, signs, lambda: float(next(ticks)))
    desk.window.notices.follow(desk.window.tab)
    return signs


def leave(desk: Desk) -> None:
    """Look at something else."""
    desk.window.setWindowState(Qt.WindowState.WindowMinimized)


def test_a_user_who_is_elsewhere_is_told(desk: Desk, signs: PaperSigns) -> None:
    desk.add("Sketch")
    leave(desk)
    with desk.qtbot.waitSignal(desk.window.tab.ended):
        desk.window.tab.run()
    assert signs.messages == [("Untitled", "Done in 30.0 s")]


def test_a_user_who_looks_on_is_not(desk: Desk, signs: PaperSigns) -> None:
    desk.add("Sketch")
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow)
    desk.run()
    assert signs.messages == []


def test_short_runs_are_not_told(desk: Desk, signs: PaperSigns) -> None:
    desk.remembered.change(notice_after=60.0)
    desk.add("Sketch")
    leave(desk)
    with desk.qtbot.waitSignal(desk.window.tab.ended):
        desk.window.tab.run()
    assert signs.messages == []


def test_problems_are_told_as_such(desk: Desk, signs: PaperSigns) -> None:
    refuse = desk.add("Refuse")
    leave(desk)
    with desk.qtbot.waitSignal(desk.window.tab.ended):
        desk.window.tab.run([refuse])
    assert signs.messages == [("Untitled", "Ended with problems")]


def test_the_task_bar_shows_progress_and_nothing_in_the_end(desk: Desk, signs: PaperSigns) -> None:
    desk.picture_on_the_wall()
    desk.run()
    shown = [share for share in signs.shares if share is not None]
    assert all(0 <= share <= 1 for share in shown)
    assert not shown or signs.shares[-1] is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the signs of Linux")
def test_a_desktop_without_any_signs_is_no_trouble(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    signs = desktop_signs(QGuiApplication.windowIcon())
    assert isinstance(signs, BusSigns)
    signs.notify("wall", "Done")
    signs.progress(0.5)
    signs.progress(None)
