"""Other keys for actions: on their page of the settings, in menus, and on the sheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.settings import Settings, load_settings
from app.ui.keys.bindings import holder_of, keys_of, with_keys, without_key
from app.ui.keys.overlay import ShortcutOverlay
from app.ui.keys.sheet import COMMAND, PAGE, page
from app.ui.settings.dialog import SettingsDialog, show_settings
from app.ui.settings.keys_page import KeysPage
from tests.ui.toys import Desk

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def page_of(desk: Desk) -> KeysPage:
    """The page of the keys."""
    show_settings(desk.window, desk.window.housekeeping, "keys")
    dialog = desk.window.findChild(SettingsDialog)
    found = dialog.pages["keys"]
    assert isinstance(found, KeysPage)
    return found


def press(page: KeysPage, id: str, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """Record a key for an action."""
    edit = page.by_id[id].key_field.edits[0]
    edit.setFocus()
    QTest.keyClick(edit, key, modifiers)
    QTest.qWait(1)


def test_an_action_takes_another_key_at_once_and_keeps_it(desk: Desk) -> None:
    press(page_of(desk), "duplicate", Qt.Key.Key_J, CONTROL)
    assert load_settings(desk.remembered.folder).keys == {"duplicate": ["Ctrl+J"]}
    desk.window.findChild(SettingsDialog).close()
    desk.select(desk.add("Paint"))
    desk.window.activateWindow()
    desk.window.canvas.setFocus()
    desk.qtbot.waitUntil(desk.window.canvas.viewer.hasFocus)
    desk.key(Qt.Key.Key_J)
    assert len(desk.document.snapshot.main.nodes) == 2


def test_a_key_of_another_action_is_refused_and_can_be_moved(desk: Desk) -> None:
    page = page_of(desk)
    row = page.by_id["duplicate"]
    press(page, "duplicate", Qt.Key.Key_B, CONTROL)
    assert "Bypass" in row.sentence.text()
    assert desk.remembered.settings.keys == {}
    QTest.mouseClick(row.key_field.take, Qt.MouseButton.LeftButton)
    assert desk.remembered.settings.keys == {"bypass": ["D"], "duplicate": ["Ctrl+B"]}
    assert not row.sentence.isVisible()


def test_one_action_or_all_get_their_keys_back(desk: Desk) -> None:
    page = page_of(desk)
    press(page, "duplicate", Qt.Key.Key_J, CONTROL)
    press(page, "mute", Qt.Key.Key_K, CONTROL)
    QTest.mouseClick(page.by_id["mute"].reset, Qt.MouseButton.LeftButton)
    assert list(desk.remembered.settings.keys) == ["duplicate"]
    QTest.mouseClick(page.reset_all, Qt.MouseButton.LeftButton)
    assert desk.remembered.settings.keys == {}


def test_the_search_finds_an_action_by_its_keys(desk: Desk) -> None:
    page = page_of(desk)
    assert page.search(["ctrl+b"]) == 1
    assert not page.by_id["bypass"].isHidden()


def test_keys_clash_only_where_both_act() -> None:
    holder = holder_of("Ctrl+Z", "mute", {})
    assert holder is not None
    assert holder.id == "undo"
    assert holder_of("D", "mute", {"bypass": []}) is None


def test_default_keys_need_no_entry() -> None:
    changed = with_keys({}, "mute", ["K"])
    assert keys_of("mute", changed) == ("K",)
    assert with_keys(changed, "mute", ["Ctrl+M", "M"]) == {}
    assert keys_of("bypass", without_key({}, "bypass", "D")) == ("Ctrl+B",)


def test_keys_that_are_damaged_in_the_file_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"keys": {"mute": ["K", 3], "undo": 4}}')
    assert load_settings(tmp_path).keys == {"mute": ["K"]}
    (tmp_path / "settings.json").write_text('{"keys": 3}')
    assert load_settings(tmp_path).keys == Settings().keys


def test_the_question_mark_shows_all_keys_and_search_finds_one(desk: Desk) -> None:
    desk.window.canvas.setFocus()
    desk.key(Qt.Key.Key_Question, NONE)
    sheet = desk.window.findChild(ShortcutOverlay)
    assert sheet.isVisible()
    QTest.keyClicks(sheet.field, "duplicate with")
    visible = [line for block in sheet._blocks for line, _ in block.lines if line.isVisible()]
    assert len(visible) == 1
    QTest.keyClick(sheet.field, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert desk.window.canvas.viewer.hasFocus()


def test_the_sheet_in_docs_is_up_to_date() -> None:
    found = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    assert found == page(), f"docs/shortcuts.md is old: run {COMMAND}"
