"""A flat button with an icon, as the bars of the viewer have them."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton, QWidget

from app.ui.icons import icon


def small_button(name: str, tip: str, parent: QWidget, *, checkable: bool = False) -> QToolButton:
    """A button that shows the icon called ``name`` and says ``tip``."""
    button = QToolButton(parent)
    button.setIcon(icon(name))
    button.setIconSize(QSize(18, 18))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setAutoRaise(True)
    button.setCheckable(checkable)
    return button
