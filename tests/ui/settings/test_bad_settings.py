"""A window starts with any settings, is seen, and its keys work."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.settings import Settings, save_settings
from tests.ui.toys import Desk

CASES: list[dict[str, Any]] = [
    {"theme": "pink", "language": "klingon", "start_with": "nothing"},
    {"window_geometry": "AAAA", "window_layout": "!!!!"},
    {"window_geometry": "x" * 100_000, "window_layout": "é"},
    {"history_entries": 1, "history_bytes": 0, "memory_budget": 0, "run_delay": 3600.0},
    {"recent_files": ("\udcff.loom", "/gone", "/x" * 5000, "/" + "y" * 300)},
    {"last_pictures": {"/gone": "/" + "y" * 300}},
    {"recent_commands": ("nothing",) * 500, "recent_kinds": ("nothing",) * 500},
    {"keys": {"nothing": ["F9"], "run": ["garbage++", "", "Ctrl+\u202e"], "stop": []}},
    {"output_folder": "/dev/null/x", "disk_folder": "/dev/null/x", "model_folders": ("/gone",)},
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: next(iter(case)))
def test_the_window_opens_with_any_settings(
    qtbot: QtBot, tmp_path: Path, case: dict[str, Any]
) -> None:
    save_settings(tmp_path / "settings", replace(Settings(), **case))
    desk = Desk(qtbot, tmp_path)
    frame = desk.window.frameGeometry()
    assert any(screen.geometry().intersects(frame) for screen in QApplication.screens())
    for panel in desk.window.panels.docks:
        desk.window.panels.show(panel)
    for menu in desk.window.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()
    desk.add("Paint")
    desk.close()


def test_a_window_whose_screen_was_unplugged_is_seen(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path)
    desk.window.setGeometry(90_000, 90_000, 700, 600)
    desk.close()
    desk = Desk(qtbot, tmp_path)
    frame = desk.window.frameGeometry()
    assert any(screen.geometry().intersects(frame) for screen in QApplication.screens())
    desk.close()


def test_of_two_actions_with_one_key_the_chosen_one_has_it(qtbot: QtBot, tmp_path: Path) -> None:
    keys = {"redo": ["Ctrl+Z"], "new": ["ctrl+z"]}
    save_settings(tmp_path / "settings", replace(Settings(), keys=keys))
    desk = Desk(qtbot, tmp_path)
    desk.add("Paint")
    desk.window.actions_table.by_id["undo"].trigger()
    assert not desk.document.snapshot.main.nodes
    desk.window.canvas.setFocus()
    desk.key(Qt.Key.Key_Z)
    shown = [id for id, action in desk.window.actions_table.by_id.items() if _has(action)]
    assert len(shown) == 1
    assert shown[0] in ("redo", "new")
    desk.close()


def _has(action: Any) -> bool:
    return any(key.toString() == "Ctrl+Z" for key in action.shortcuts())
