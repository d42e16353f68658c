"""Menus under the right button: they go once they are closed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu


def open_menu(menu: QMenu, place: QPoint) -> None:
    """Show ``menu`` at a place of the screen, and free it once it is closed.

    Every press makes a new one; without this they would stay as long as their widget.
    """
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)
