"""The menu under the right button: what can be done at this place, with its keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

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
