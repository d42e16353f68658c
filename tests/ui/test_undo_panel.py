"""The list of edits: it follows undo and redo, and a click goes to any state."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.ui.undo_panel import UndoPanel
from tests.ui.toys import Desk


def panel_of(desk: Desk) -> UndoPanel:
    """The panel, shown."""
    panel = desk.window.panels.show("edits")
    assert isinstance(panel, UndoPanel)
    desk.qtbot.waitUntil(lambda: panel.isVisible() and panel.model().rowCount() > 0)
    return panel


def rows(panel: UndoPanel) -> list[str]:
    """What stands in the list."""
    model = panel.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def click(desk: Desk, panel: UndoPanel, row: int) -> None:
    """Click on a row."""
    place = panel.visualRect(panel.model().index(row, 0)).center()
    desk.qtbot.mouseClick(panel.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_every_edit_is_listed_and_the_last_one_is_marked(desk: Desk) -> None:
    panel = panel_of(desk)
    desk.add("Paint")
    desk.add("Hang")
    desk.qtbot.waitUntil(lambda: len(rows(panel)) == 3)
    assert rows(panel)[0] == "As it was opened"
    assert panel.currentIndex().row() == 2
    desk.document.undo()
    desk.qtbot.waitUntil(lambda: panel.currentIndex().row() == 1)
    assert len(rows(panel)) == 3


def test_a_click_goes_back_and_forward_again(desk: Desk) -> None:
    panel = panel_of(desk)
    for _ in range(5):
        desk.add("Paint")
    desk.qtbot.waitUntil(lambda: len(rows(panel)) == 6)
    click(desk, panel, 1)
    assert len(desk.document.snapshot.main.nodes) == 1
    desk.qtbot.waitUntil(lambda: panel.currentIndex().row() == 1)
    click(desk, panel, 4)
    assert len(desk.document.snapshot.main.nodes) == 4


def test_each_graph_has_its_own_edits(desk: Desk) -> None:
    panel = panel_of(desk)
    desk.add("Paint")
    desk.window.files.new()
    desk.qtbot.waitUntil(lambda: rows(panel) == ["As it was opened"])
    desk.window.tabs.step(-1)
    desk.qtbot.waitUntil(lambda: len(rows(panel)) == 2)
