"""Moving through a list from the field beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from app.ui.list_keys import moved_through


@pytest.mark.parametrize(
    ("key", "start", "row"),
    [
        (Qt.Key.Key_Down, 3, 4),
        (Qt.Key.Key_Up, 3, 2),
        (Qt.Key.Key_PageDown, 3, 8),
        (Qt.Key.Key_PageUp, 7, 2),
        (Qt.Key.Key_PageUp, 3, 0),
        (Qt.Key.Key_PageDown, 8, 9),
    ],
)
def test_keys_move_by_rows_and_pages_and_stop_at_the_ends(
    qtbot: QtBot, key: Qt.Key, start: int, row: int
) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    rows.addItems([str(number) for number in range(10)])
    rows.setCurrentRow(start)
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    assert moved_through(rows, event, page=5)
    assert rows.currentRow() == row


def test_a_letter_is_left_to_the_field(qtbot: QtBot) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    event = QKeyEvent(QEvent.Type.KeyPress, 0x416, Qt.KeyboardModifier.NoModifier, "Ж")
    assert not moved_through(rows, event, page=5)
