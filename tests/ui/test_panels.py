"""Panels around the canvas: put away, moved, laid back, and full screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QMenu

from app.ui import menus
from app.ui.panels import PANELS, PanelSpec
from tests.ui.toys import Desk

NONE = Qt.KeyboardModifier.NoModifier


def shown(desk: Desk) -> set[str]:
    """The panels that are not hidden."""
    return {id for id, dock in desk.window.panels.docks.items() if not dock.isHidden()}


def test_a_new_window_shows_what_the_table_says(desk: Desk) -> None:
    assert shown(desk) == {spec.id for spec in PANELS if spec.shown_at_first}


def test_one_key_puts_all_panels_away_and_brings_them_back(desk: Desk) -> None:
    before = shown(desk)
    desk.key(Qt.Key.Key_Backslash)
    assert shown(desk) == set()
    assert desk.window.canvas.viewer.hasFocus()
    desk.key(Qt.Key.Key_Backslash)
    assert shown(desk) == before


def test_panels_that_were_put_away_are_there_at_the_next_start(desk: Desk, tmp_path: Path) -> None:
    before = shown(desk)
    desk.key(Qt.Key.Key_Backslash)
    desk.window.close()
    again = Desk(desk.qtbot, tmp_path)
    try:
        assert shown(again) == before
    finally:
        again.close()


def test_the_layout_can_be_reset_after_panels_were_torn_off_and_closed(desk: Desk) -> None:
    docks = desk.window.panels.docks
    docks["viewer"].setFloating(True)
    docks["inspector"].close()
    desk.window.tabifyDockWidget(docks["inspector"], docks["problems"])
    desk.window.actions_table.by_id["reset_layout"].trigger()
    assert shown(desk) == {spec.id for spec in PANELS if spec.shown_at_first}
    assert not docks["viewer"].isFloating()
    bottom = Qt.DockWidgetArea.BottomDockWidgetArea
    assert desk.window.dockWidgetArea(docks["problems"]) is bottom


@pytest.mark.parametrize("spec", PANELS, ids=lambda spec: spec.id)
def test_every_panel_can_be_moved_torn_off_and_closed(desk: Desk, spec: PanelSpec) -> None:
    dock = desk.window.panels.docks[spec.id]
    wanted = QDockWidget.DockWidgetFeature
    for feature in (
        wanted.DockWidgetMovable,
        wanted.DockWidgetFloatable,
        wanted.DockWidgetClosable,
    ):
        assert dock.features() & feature


def test_a_panel_with_a_tab_does_not_say_its_title_again(desk: Desk) -> None:
    docks = desk.window.panels.docks
    desk.qtbot.waitUntil(lambda: docks["inspector"].titleBarWidget() is not None)
    assert docks["viewer"].titleBarWidget() is None
    docks["history"].close()
    docks["shelf"].close()
    desk.qtbot.waitUntil(lambda: docks["inspector"].titleBarWidget() is None)


def test_a_panel_that_is_torn_off_has_its_title_back(desk: Desk) -> None:
    docks = desk.window.panels.docks
    desk.qtbot.waitUntil(lambda: docks["history"].titleBarWidget() is not None)
    docks["history"].setFloating(True)
    desk.qtbot.waitUntil(lambda: docks["history"].titleBarWidget() is None)


def test_the_whole_screen_and_back(desk: Desk) -> None:
    desk.key(Qt.Key.Key_F11, NONE)
    assert desk.window.isFullScreen()
    desk.key(Qt.Key.Key_F11, NONE)
    assert not desk.window.isFullScreen()


def test_recent_files_that_are_gone_are_not_offered(desk: Desk, tmp_path: Path) -> None:
    for name in ("here", "gone"):
        desk.window.file.save(tmp_path / f"{name}.loom")
    (tmp_path / "gone.loom").unlink()
    menu = QMenu()
    menus.fill_recent(menu, desk.remembered, desk.window.files.open_path)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["here.loom", "Clear the list"]
    menu.actions()[-1].trigger()
    assert desk.remembered.settings.recent_files == ()


def test_recent_files_are_looked_for_when_their_menu_opens_and_not_at_the_start(
    desk: Desk,
) -> None:
    (menu,) = (each for each in desk.window.findChildren(QMenu) if each.title() == "Open &recent")
    assert menu.actions() == []
    menu.popup(QPoint())
    assert [action.text() for action in menu.actions()] == ["None yet"]
    menu.close()


def test_a_form_of_keys_alone_reaches_the_menus(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    opened = desk.window.findChildren(QMenu)
    desk.qtbot.waitUntil(lambda: any(menu.isVisible() for menu in opened))
    for menu in opened:
        menu.close()
