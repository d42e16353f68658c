"""The keyboard goes from the graph to every panel, and back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.toys import Desk

_NONE = Qt.KeyboardModifier.NoModifier


def press(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> QWidget:
    """Press a key where the keyboard is; where it is then."""
    desk.qtbot.keyClick(QApplication.focusWidget(), key, modifiers)
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def panel_of(desk: Desk, widget: QWidget) -> str:
    """The panel that a widget lies in; nothing for the graph."""
    docks = desk.window.panels.docks.items()
    return next((id for id, dock in docks if dock.isAncestorOf(widget)), "")


def test_one_key_leads_through_the_graph_and_all_panels(desk: Desk) -> None:
    desk.select(desk.add("Paint"))
    desk.window.canvas.setFocus()
    way = [panel_of(desk, press(desk, Qt.Key.Key_F6)) for _ in range(5)]
    assert way == ["viewer", "inspector", "history", "shelf", ""]
    back = press(desk, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert panel_of(desk, back) == "shelf"


def test_a_panel_behind_another_one_comes_up_with_the_keyboard(desk: Desk) -> None:
    history = desk.window.panels.docks["history"]
    desk.window.panels.show("inspector")
    desk.window.canvas.setFocus()
    assert history.visibleRegion().isEmpty()
    while panel_of(desk, press(desk, Qt.Key.Key_F6)) != "history":
        pass
    assert not history.visibleRegion().isEmpty()


def test_escape_leads_back_to_the_graph(desk: Desk) -> None:
    desk.select(desk.add("Everything"))
    desk.field("line").setFocus()
    press(desk, Qt.Key.Key_Escape)
    assert desk.window.canvas.viewer.hasFocus()


def test_the_keyboard_comes_back_to_the_field_that_it_left(desk: Desk) -> None:
    desk.select(desk.add("Everything"))
    field = desk.field("line")
    field.setFocus()
    press(desk, Qt.Key.Key_Escape)
    while panel_of(desk, press(desk, Qt.Key.Key_F6)) != "inspector":
        pass
    assert field.hasFocus()


def test_a_panel_that_the_palette_shows_has_the_keyboard(desk: Desk) -> None:
    desk.add("Paint")
    desk.window.canvas.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    desk.qtbot.keyClicks(press(desk, Qt.Key.Key_P, both), "outline")
    assert panel_of(desk, press(desk, Qt.Key.Key_Return)) == "outline"
    press(desk, Qt.Key.Key_Escape)
    assert desk.window.canvas.viewer.hasFocus()
