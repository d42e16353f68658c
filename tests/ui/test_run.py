"""The way from the start of the program to its end, in this process."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.engine.events import Event
from app.engine.worker import Worker
from app.graph.file import save_file
from app.settings import load_settings
from app.ui.run import run_window
from app.ui.settings.remembered import Remembered
from app.ui.welcome.welcome import Welcome
from app.ui.window import MainWindow
from tests.toys import NoDevice
from tests.ui.toys import Paint, Registry, TwoModels


def open_and_end(folder: Path, graph: Path | None, look: Callable[[MainWindow], None]) -> int:
    """Run the program; as soon as its worker warms up, look at the window and press Ctrl+C."""
    kinds = Registry()
    kinds.add(Paint)
    warm = threading.Event()

    def services() -> NoDevice:
        warm.set()
        return NoDevice()

    def make_worker(emit: Callable[[Event], None]) -> Worker:
        return Worker(kinds, services, TwoModels(), emit, folder / "pictures", 2**20)

    def end() -> None:
        if not warm.is_set():
            QTimer.singleShot(5, end)
            return
        windows = QApplication.topLevelWidgets()
        look(next(each for each in windows if isinstance(each, MainWindow) and each.isVisible()))
        signal.raise_signal(signal.SIGINT)

    QTimer.singleShot(0, end)
    return run_window(kinds, make_worker, TwoModels(), graph, Remembered(folder / "settings"))


def test_the_window_is_up_before_the_worker_warms_up_and_ends_by_control_c(
    qtbot: QtBot, tmp_path: Path
) -> None:
    hooks = sys.excepthook, signal.getsignal(signal.SIGINT)
    titles: list[str] = []
    assert open_and_end(tmp_path, None, lambda window: titles.append(window.windowTitle())) == 0
    assert titles == ["Untitled[*] — Latent Loom"]
    assert load_settings(tmp_path / "settings").window_layout
    assert (sys.excepthook, signal.getsignal(signal.SIGINT)) == hooks


def test_a_file_that_cannot_be_read_still_opens_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    sentences: list[str] = []

    def look(window: MainWindow) -> None:
        sentences.extend(problem.sentence for problem in window.problems.all())

    assert open_and_end(tmp_path, tmp_path / "gone.loom", look) == 0
    assert len(sentences) == 1
    assert "no file gone.loom" in sentences[0]


def test_a_new_user_is_welcomed_and_begins_with_a_click(qtbot: QtBot, tmp_path: Path) -> None:
    seen: list[object] = []

    def look(window: MainWindow) -> None:
        welcome = window.findChild(Welcome)
        seen.append(welcome.isVisible())
        welcome.new_button.click()
        seen.append(window.canvas.isVisible())

    assert open_and_end(tmp_path, None, look) == 0
    assert seen == [True, True]


def test_control_c_keeps_what_was_not_saved(qtbot: QtBot, tmp_path: Path) -> None:
    seen: list[tuple[int, bool]] = []

    def change(window: MainWindow) -> None:
        window.canvas.add_kind("loom.Paint")

    def look(window: MainWindow) -> None:
        seen.append((len(window.document.snapshot.main.nodes), window.isWindowModified()))

    assert open_and_end(tmp_path, None, change) == 0
    assert open_and_end(tmp_path, None, look) == 0
    assert seen == [(1, True)]


def test_a_file_that_is_asked_for_opens_beside_what_was_open(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "asked.loom"
    seen: list[list[str]] = []

    def change(window: MainWindow) -> None:
        window.canvas.add_kind("loom.Paint")
        save_file(path, window.document.snapshot, window.kinds)

    def look(window: MainWindow) -> None:
        seen.append([tab.name for tab in window.tabs.all()])
        seen.append([window.tab.name])

    assert open_and_end(tmp_path, None, change) == 0
    assert open_and_end(tmp_path, path, look) == 0
    assert seen == [["Untitled", "asked"], ["asked"]]


def test_the_welcome_page_at_each_start_leaves_no_empty_graphs_behind(
    qtbot: QtBot, tmp_path: Path
) -> None:
    seen: list[list[str]] = []

    def change(window: MainWindow) -> None:
        window.remembered.change(start_with="welcome")
        window.canvas.add_kind("loom.Paint")

    def look(window: MainWindow) -> None:
        seen.append([type(tab.page.currentWidget()).__name__ for tab in window.tabs.all()])

    assert open_and_end(tmp_path, None, change) == 0
    for _ in range(3):
        assert open_and_end(tmp_path, None, look) == 0
    assert seen == [["Canvas", "Welcome"]] * 3


def test_who_only_saw_the_welcome_page_sees_it_again(qtbot: QtBot, tmp_path: Path) -> None:
    seen: list[list[str]] = []

    def look(window: MainWindow) -> None:
        seen.append([type(tab.page.currentWidget()).__name__ for tab in window.tabs.all()])

    for _ in range(2):
        assert open_and_end(tmp_path, None, look) == 0
    assert seen == [["Welcome"]] * 2
