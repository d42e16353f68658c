"""Several graphs in one window: tabs, and what follows the one in front."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.ui.files.commands import Answer
from tests.ui.toys import Desk

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def files(desk: Desk, tmp_path: Path) -> list[Path]:
    """Two files, each with a node; the window is empty."""
    paths = []
    for name in ("first", "second"):
        desk.add("Paint")
        paths.append(tmp_path / f"{name}.loom")
        desk.window.file.save(paths[-1])
        desk.window.files.close_tab(desk.window.tab)
    return paths


def names(desk: Desk) -> list[str]:
    """What the open graphs are called, from left to right."""
    return [tab.name for tab in desk.window.tabs.all()]


def place_of(desk: Desk, row: int) -> QPoint:
    """Where a tab can be clicked."""
    return desk.window.tabs.tabBar().tabRect(row).center()


def test_one_graph_needs_no_tab_bar(desk: Desk, files: list[Path]) -> None:
    bar = desk.window.tabs.tabBar()
    assert not bar.isVisible()
    desk.window.files.open_path(files[0])
    desk.window.files.open_path(files[1])
    assert bar.isVisible()


def test_the_empty_graph_of_the_start_gives_its_tab_to_the_first_file(
    desk: Desk, files: list[Path]
) -> None:
    desk.window.files.open_path(files[0])
    assert names(desk) == ["first"]
    desk.window.files.open_path(files[1])
    assert names(desk) == ["first", "second"]
    assert desk.window.tab.name == "second"


def test_a_file_that_is_open_is_shown_and_not_opened_twice(desk: Desk, files: list[Path]) -> None:
    for path in (*files, files[0]):
        desk.window.files.open_path(path)
    assert names(desk) == ["first", "second"]
    assert desk.window.tab.name == "first"


def test_keys_make_step_through_and_close_tabs(desk: Desk, files: list[Path]) -> None:
    desk.window.files.open_path(files[0])
    desk.key(Qt.Key.Key_N)
    assert names(desk) == ["first", "Untitled"]
    desk.key(Qt.Key.Key_PageDown)
    assert desk.window.tab.name == "first"
    desk.key(Qt.Key.Key_PageUp)
    assert desk.window.tab.name == "Untitled"
    desk.key(Qt.Key.Key_W)
    assert names(desk) == ["first"]


def test_the_last_tab_that_is_closed_leaves_an_empty_graph(desk: Desk) -> None:
    paint = desk.add("Paint")
    desk.document.mark_saved()
    desk.key(Qt.Key.Key_W)
    assert names(desk) == ["Untitled"]
    assert paint not in desk.document.snapshot.main.nodes


def test_the_middle_button_closes_a_tab(desk: Desk, files: list[Path]) -> None:
    for path in files:
        desk.window.files.open_path(path)
    bar = desk.window.tabs.tabBar()
    desk.qtbot.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=place_of(desk, 0))
    assert names(desk) == ["second"]


def test_a_click_shows_a_graph_with_title_selection_and_undo(desk: Desk, files: list[Path]) -> None:
    desk.window.files.open_path(files[0])
    desk.select(*desk.document.snapshot.main.nodes)
    desk.add("Hang")
    desk.window.files.open_path(files[1])
    undo = desk.window.actions_table.by_id["undo"]
    assert not undo.isEnabled()
    bar = desk.window.tabs.tabBar()
    desk.qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place_of(desk, 0))
    assert desk.window.windowTitle().startswith("first")
    assert undo.isEnabled()
    assert desk.window.inspector.panel is not None


def test_a_tab_says_that_its_graph_has_changes(desk: Desk, files: list[Path]) -> None:
    for path in files:
        desk.window.files.open_path(path)
    desk.add("Paint")
    assert desk.window.tabs.tabText(1).endswith("•")
    desk.key(Qt.Key.Key_S)
    assert desk.window.tabs.tabText(1) == "second"


def test_closing_a_tab_asks_about_its_changes(desk: Desk, files: list[Path]) -> None:
    for path in files:
        desk.window.files.open_path(path)
    desk.add("Paint")
    desk.answers = [Answer.CANCEL]
    desk.key(Qt.Key.Key_W)
    assert names(desk) == ["first", "second"]


def test_a_run_goes_on_in_the_background(desk: Desk) -> None:
    paint = desk.add("Paint")
    before = desk.window.tab
    desk.document.mark_saved()
    with desk.qtbot.waitSignal(before.ended):
        desk.window.tab.run([paint])
        desk.key(Qt.Key.Key_N)
    assert desk.window.tab is not before
    assert before.runs.look_of(paint).state == "done"


def test_problems_belong_to_their_graph(desk: Desk) -> None:
    desk.add("Refuse")
    desk.document.mark_saved()
    with desk.qtbot.waitSignal(desk.window.tab.ended):
        desk.window.tab.run(list(desk.document.snapshot.main.nodes))
    desk.qtbot.waitUntil(desk.window.problems.isVisible)
    desk.key(Qt.Key.Key_N)
    assert not desk.window.problems.isVisible()
    desk.key(Qt.Key.Key_PageDown)
    assert desk.window.problems.isVisible()


def test_files_that_are_dropped_open_side_by_side(desk: Desk, files: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    button, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    for event in (
        QDragEnterEvent(QPoint(50, 50), copy, data, button, no_key),
        QDropEvent(QPointF(50, 50), copy, data, button, no_key),
    ):
        QApplication.sendEvent(desk.window, event)
    desk.qtbot.waitUntil(lambda: names(desk) == ["first", "second"])


def test_a_file_that_cannot_be_read_opens_no_tab(desk: Desk, tmp_path: Path) -> None:
    desk.add("Paint")
    desk.window.files.open_path(tmp_path / "gone.loom")
    assert names(desk) == ["Untitled"]
    assert len(desk.sentences()) == 1
