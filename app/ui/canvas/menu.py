"""The menu under the right button: what can be done at this place, with its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from app.ui.canvas.view import Canvas

Entry = tuple[str, str, Callable[[], None]] | None
"""Words, key, and what is done; None is a line."""


def build_menu(parent: QWidget, entries: list[Entry]) -> QMenu:
    """A menu that shows the keys without binding them."""
    menu = QMenu(parent)
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        words, key, act = entry
        # The tab shows the key; a bound shortcut would clash with the one of the window.
        action = QAction(f"{words}\t{key}" if key else words, menu)
        action.triggered.connect(lambda _=False, act=act: act())
        menu.addAction(action)
    return menu


def entries_for(canvas: Canvas, place: QPoint, *, on_card: bool) -> list[Entry]:
    """What can be done with the selected nodes, or where nothing is."""
    if not on_card:
        return [
            ("Add a node…", "Tab", lambda: canvas.popups.open_search(place)),
            ("Paste", "Ctrl+V", canvas.paste),
            None,
            ("Select all", "Ctrl+A", canvas.select_all),
            ("Show all", "Home", canvas.fit_all),
        ]
    return [
        ("Rename", "F2", canvas.rename_selected),
        ("Fold", "Alt+C", canvas.toggle_collapsed),
        ("Bypass", "Ctrl+B", canvas.toggle_bypass),
        ("Mute", "Ctrl+M", canvas.toggle_mute),
        None,
        ("Copy", "Ctrl+C", canvas.copy),
        ("Cut", "Ctrl+X", canvas.cut),
        ("Duplicate", "Ctrl+D", canvas.duplicate),
        None,
        ("Delete", "Del", canvas.delete_selected),
    ]
