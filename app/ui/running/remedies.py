"""The button behind a problem that offers what may help."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from app.ui.running.problem_list import Remedy
from app.ui.words import tr

ROOM = 120
"""As much room as the button takes at the end of a line."""


class RemedyButton(QWidget):
    """Lies over a line of the list; a press on it opens what may help, one beside it goes through
    to the line."""

    def __init__(self, remedies: Sequence[Remedy], parent: QWidget) -> None:
        super().__init__(parent)
        self.button = QToolButton(self)
        self.button.setObjectName("remedy")
        self.button.setText(tr("Resolve"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        offer(self.menu, remedies)
        self.button.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 10, 0)  # the list leaves room above and below
        row.addStretch(1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)


def offer(menu: QMenu, remedies: Sequence[Remedy]) -> None:
    """Put what may help into a menu."""
    for remedy in remedies:
        action = menu.addAction(remedy.label)
        action.triggered.connect(lambda _checked=False, do=remedy.do: do())
