"""What the canvas remembers: the settings reach it, and what it changes is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.graph.editor import Document
from app.ui.actions.bound import Actions
from app.ui.canvas.commands import canvas_commands, canvas_conditions
from app.ui.canvas.view import Canvas
from app.ui.settings.canvas_settings import follow_settings
from app.ui.settings.remembered import Remembered
from tests.ui.canvas.toys import Hand, ToyKinds, ToyModels


def _hand(qtbot: QtBot, remembered: Remembered) -> Hand:
    canvas = Canvas(Document(), ToyKinds(), ToyModels())
    qtbot.addWidget(canvas)
    canvas.resize(900, 700)
    follow_settings(canvas, remembered)
    keys = Actions(canvas, canvas_commands(lambda: canvas), canvas_conditions(lambda: canvas))
    keys.bind("canvas", canvas.viewer)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.activateWindow()
    canvas.viewer.setFocus()
    qtbot.waitUntil(canvas.viewer.hasFocus)
    return Hand(canvas)


def test_snapping_follows_the_settings(qtbot: QtBot, tmp_path: Path) -> None:
    remembered = Remembered(tmp_path)
    hand = _hand(qtbot, remembered)
    remembered.change(snap_to_grid=True, snap_to_neighbours=False)
    assert hand.canvas.snapping.to_grid
    assert not hand.canvas.snapping.to_neighbours


def test_what_was_added_and_the_minimap_are_kept(qtbot: QtBot, tmp_path: Path) -> None:
    hand = _hand(qtbot, Remembered(tmp_path))
    hand.key(Qt.Key.Key_Tab)
    hand.type("stack")
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    settings = Remembered(tmp_path).settings
    assert settings.recent_kinds == ("toy.Stack",)
    assert not settings.minimap
