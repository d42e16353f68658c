"""The command palette: found and done by the keyboard alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.palette.palette import Palette
from tests.ui.toys import Desk

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def opened(desk: Desk) -> Palette:
    """The palette, opened by its keys."""
    desk.window.canvas.setFocus()
    desk.key(Qt.Key.Key_P, CONTROL_SHIFT)
    palette = desk.window.findChild(Palette)
    assert isinstance(palette, Palette)
    assert palette.field.hasFocus()
    return palette


def listed(palette: Palette) -> list[str]:
    """What stands in the list."""
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def type_and_accept(palette: Palette, text: str) -> None:
    """Type into the palette and take the first entry."""
    QTest.keyClicks(palette.field, text)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)


def test_a_few_letters_find_an_action_and_enter_does_it(desk: Desk) -> None:
    desk.add("Paint")
    palette = opened(desk)
    type_and_accept(palette, "sel all")
    assert len(desk.window.canvas.selected()) == 1
    assert palette.isHidden()


def test_what_was_used_last_stands_first(desk: Desk) -> None:
    type_and_accept(opened(desk), "select all")
    palette = opened(desk)
    assert listed(palette)[0].startswith("Select all")


def test_an_at_sign_goes_to_a_node(desk: Desk) -> None:
    desk.add("Paint")
    wall = desk.add("Hang")
    type_and_accept(opened(desk), "@hang")
    assert desk.window.canvas.selected() == [wall]


def test_a_plus_sign_adds_a_node(desk: Desk) -> None:
    type_and_accept(opened(desk), "+sketch")
    (node,) = desk.document.snapshot.main.nodes.values()
    assert node.type == "loom.Sketch"


def test_recent_files_are_found_by_name(desk: Desk, tmp_path: Path) -> None:
    desk.add("Paint")
    desk.window.file.save(tmp_path / "hills.loom")
    desk.window.files.close_tab(desk.window.tab)
    type_and_accept(opened(desk), "hills")
    assert desk.window.tab.name == "hills"


def test_a_starter_graph_is_found_by_name(desk: Desk) -> None:
    palette = opened(desk)
    QTest.keyClicks(palette.field, "inpaint")
    assert listed(palette)[0].startswith("Inpaint")


def test_a_panel_is_brought_to_the_front(desk: Desk) -> None:
    type_and_accept(opened(desk), "edits")
    assert desk.window.panels.docks["edits"].isVisible()


def test_what_cannot_be_used_now_is_not_offered(desk: Desk) -> None:
    palette = opened(desk)
    assert not any(text.startswith("Undo") for text in listed(palette))


def test_arrows_choose_and_escape_gives_the_keyboard_back(desk: Desk) -> None:
    palette = opened(desk)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentRow() == 1
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert desk.window.canvas.viewer.hasFocus()


def test_nonsense_finds_nothing_and_says_so(desk: Desk) -> None:
    palette = opened(desk)
    type_and_accept(palette, "qqqqq")
    assert listed(palette) == []
    assert not palette.isHidden()
