"""Keys that move through a list while the user types in a field beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget

_LINES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


def moved_through(rows: QListWidget, event: QKeyEvent, page: int) -> bool:
    """Move the current row, by a row or by a page of rows; whether the key is one that does."""
    key = Qt.Key(event.key())
    step = _LINES.get(key, 0) or page * _PAGES.get(key, 0)
    if step:
        rows.setCurrentRow(max(0, min(rows.count() - 1, rows.currentRow() + step)))
    return bool(step)
