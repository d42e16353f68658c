"""The menu of starter graphs: those that run at once, then those that need models, in a menu."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu

from app.ui.files.starters import starter_title, starters
from app.ui.menus import fill_with_paths
from app.ui.words import tr


def fill_starters(menu: QMenu, open: Callable[[Path], object]) -> None:
    """One entry for each starter graph, in the two groups of the first page."""
    found = starters()
    at_hand = [each.path for each in found if not each.needs_models]
    fill_with_paths(menu, at_hand, starter_title, open)
    menu.addSeparator()
    below = menu.addMenu(tr("With models of yours"))
    fill_with_paths(below, [each.path for each in found if each.needs_models], starter_title, open)
