"""The settings: they are found by a search, explained, chosen, refused, and set back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.settings import load_settings
from app.ui import theme
from app.ui.settings.dialog import SettingsDialog, show_settings
from app.ui.settings.fields import Choice, Number, Switch
from app.ui.settings.folder_fields import FolderField, FolderList
from app.ui.settings.row import Row
from tests.ui.toys import Desk


@pytest.fixture
def dialog(desk: Desk, qapp: QApplication) -> Iterator[SettingsDialog]:
    """The settings, opened."""
    show_settings(desk.window, desk.window.housekeeping)
    (made,) = desk.window.findChildren(SettingsDialog)
    desk.qtbot.waitUntil(made.isActiveWindow)
    yield made
    theme.current.choose("system")
    qapp.setStyleSheet("")


def row_of(dialog: SettingsDialog, page: str, text: str) -> Row:
    """The row with that label, with its page turned to."""
    dialog.list.setCurrentRow(list(dialog.pages).index(page))
    return next(row for row in dialog.pages[page].rows if row.text == text)


def seen(dialog: SettingsDialog) -> list[str]:
    """The labels of all rows that are shown."""
    return [
        row.text for page in dialog.pages.values() for row in page.rows if row.isVisibleTo(dialog)
    ]


def choose(qtbot: QtBot, field: Choice, value: str) -> None:
    """Choose a word by the keyboard."""
    field.setFocus()
    while field.currentData() != value:
        before = field.currentIndex()
        qtbot.keyClick(field, Qt.Key.Key_Down)
        assert field.currentIndex() > before


def test_typing_finds_rows_on_all_pages(dialog: SettingsDialog, qtbot: QtBot) -> None:
    assert dialog.focusWidget() is dialog.field
    qtbot.keyClicks(dialog.field, "folder")
    assert {"Folder of the results", "Pictures"} <= set(seen(dialog))
    assert "Theme" not in seen(dialog)
    assert not dialog.list.item(0).flags() & Qt.ItemFlag.ItemIsEnabled
    qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert seen(dialog) == [row.text for row in dialog.pages["general"].rows]


def test_what_was_sought_is_marked(dialog: SettingsDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.field, "THEM")
    assert "Theme" in seen(dialog)
    assert "<span" in row_of(dialog, "general", "Theme").label.text()


def test_a_search_for_nothing_says_so(dialog: SettingsDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.field, "aubergine")
    assert not seen(dialog)
    assert dialog.nothing.text() == "No setting has to do with “aubergine”."


def test_the_pages_are_reached_by_the_keyboard(dialog: SettingsDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert list(dialog.pages.values())[1].isVisible()


def test_the_many_rows_of_the_keys_are_there_only_while_they_are_seen(
    dialog: SettingsDialog, qtbot: QtBot
) -> None:
    keys = dialog.pages["keys"]
    assert not keys.rows
    assert "Duplicate" in row_of(dialog, "keys", "Duplicate").text
    dialog.list.setCurrentRow(0)
    assert not keys.rows
    qtbot.keyClicks(dialog.field, "duplicate")
    assert "Duplicate" in seen(dialog)
    dialog.close()
    assert not keys.rows
    dialog.show_now()
    assert "Duplicate" in seen(dialog)
    assert "Undo" not in seen(dialog)


def test_a_theme_is_shown_at_once_and_set_back(
    dialog: SettingsDialog, desk: Desk, qtbot: QtBot
) -> None:
    row = row_of(dialog, "general", "Theme")
    choose(qtbot, cast(Choice, row.field), "light")
    assert not theme.is_dark()
    assert load_settings(desk.remembered.folder).theme == "light"
    qtbot.mouseClick(row.reset, Qt.MouseButton.LeftButton)
    assert load_settings(desk.remembered.folder).theme == "system"
    assert not row.reset.isVisible()


def test_what_waits_for_a_restart_says_so(dialog: SettingsDialog, qtbot: QtBot) -> None:
    row = row_of(dialog, "general", "Start with")
    assert not row.sentence.isVisible()
    choose(qtbot, cast(Choice, row.field), "welcome")
    assert load_settings(row_folder(dialog)).start_with == "welcome"


def row_folder(dialog: SettingsDialog) -> Path:
    """Where the settings lie."""
    return dialog.pages["general"].remembered.folder


def test_a_folder_can_be_typed(dialog: SettingsDialog, desk: Desk, tmp_path: Path) -> None:
    row = row_of(dialog, "folders", "Pictures")
    line = cast(FolderField, row.field).line
    desk.qtbot.keyClicks(line, str(tmp_path / "new"))
    desk.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert load_settings(desk.remembered.folder).output_folder == str(tmp_path / "new")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("pictures", "pictures says not from where: write the whole path."),
        ("~nobody-here/x", "~nobody-here/x is no place on this computer: choose another one."),
    ],
)
def test_a_useless_folder_is_refused_in_its_row(
    dialog: SettingsDialog, desk: Desk, typed: str, sentence: str
) -> None:
    row = row_of(dialog, "folders", "Pictures")
    line = cast(FolderField, row.field).line
    desk.qtbot.keyClicks(line, typed)
    desk.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert row.sentence.text() == sentence
    assert not load_settings(desk.remembered.folder).output_folder
    line.clear()
    desk.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not row.sentence.isVisible()


def test_folders_with_models_are_added_and_removed(
    dialog: SettingsDialog, desk: Desk, tmp_path: Path
) -> None:
    field = cast(FolderList, row_of(dialog, "folders", "More models").field)
    field.ask = lambda *_: str(tmp_path)
    desk.qtbot.mouseClick(field.add_button, Qt.MouseButton.LeftButton)
    assert load_settings(desk.remembered.folder).model_folders == (str(tmp_path),)
    place = field.list.visualItemRect(field.list.item(0)).center()
    QTest.mouseClick(field.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.qtbot.mouseClick(field.remove_button, Qt.MouseButton.LeftButton)
    assert load_settings(desk.remembered.folder).model_folders == ()


def test_every_row_explains_itself_and_is_named_for_screen_readers(dialog: SettingsDialog) -> None:
    for number, page in enumerate(dialog.pages.values()):
        dialog.list.setCurrentRow(number)
        assert page.rows
        for row in page.rows:
            field = cast(QWidget, row.field)
            assert row.tip.endswith(".") or page is dialog.pages["keys"], row.text
            assert (field.focusProxy() or field).accessibleName(), row.text


def test_a_switch_follows_a_change_from_elsewhere(dialog: SettingsDialog, desk: Desk) -> None:
    row = row_of(dialog, "viewer", "Sharp pixels")
    desk.window.viewer.bar.sharp.click()
    assert cast(Switch, row.field).isChecked()
    assert row.reset.isVisibleTo(dialog)


def test_run_on_edit_is_switched_in_the_settings_as_well(
    dialog: SettingsDialog, desk: Desk, qtbot: QtBot
) -> None:
    row = row_of(dialog, "runs", "Run on edit")
    qtbot.keyClick(cast(Switch, row.field), Qt.Key.Key_Space)
    assert desk.window.running.on_edit.is_on
    desk.window.running.toggle_on_edit()
    assert not cast(Switch, row.field).isChecked()


def test_a_number_is_typed_and_used_at_once(
    dialog: SettingsDialog, desk: Desk, qtbot: QtBot
) -> None:
    field = cast(Number, row_of(dialog, "runs", "Wait before that").field)
    field.selectAll()
    qtbot.keyClicks(field, "2.5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert load_settings(desk.remembered.folder).run_delay == 2.5
    assert desk.window.running.on_edit.delay == 2.5
