"""A part of a panel that folds away under its heading."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from app.ui.icons import icon
from app.ui.words import tr


class Fold(QWidget):
    """A heading that is clicked, or pressed by Space, to show what is beneath it."""

    toggled = Signal(bool)

    def __init__(self, title: str, *, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.heading = QToolButton(self)
        self.heading.setObjectName("foldHeading")
        self.heading.setCheckable(True)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setIconSize(QSize(14, 14))
        self.heading.setAutoRaise(True)
        self.body = QWidget(self)
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self.body)
        self.heading.toggled.connect(self._show)
        self.heading.setChecked(is_open)
        self._show(is_open)
        self.heading.toggled.connect(self.toggled)
        self.set_note("")

    def set_note(self, note: str) -> None:
        """Say something beside the heading, such as how much beneath it was changed."""
        text = f"{self._title}  ·  {note}" if note else self._title
        self.heading.setText(text)
        self.heading.setAccessibleName(text)

    def _show(self, is_open: bool) -> None:
        self.body.setVisible(is_open)
        self.heading.setIcon(icon("unfold" if is_open else "fold"))
        self.heading.setToolTip(tr("Fold") if is_open else tr("Unfold"))
