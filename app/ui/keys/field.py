"""A field in which keys are chosen by pressing them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QLineEdit, QPushButton, QWidget

from app.ui.words import tr

_WIDTH = 148


class KeyField(QWidget):
    """Up to two keys of an action. ``chosen`` brings those that were pressed, ``taken`` that the
    user wants a key that another action has."""

    chosen = Signal(object)
    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.take = QPushButton(tr("Move it here"), self)
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self.taken)
        self.take.hide()
        # A key that is pressed empties the field first: look at what stands there in the end.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        self.edits = [QKeySequenceEdit(self) for _ in range(2)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.take)
        for edit in self.edits:
            edit.setMaximumSequenceLength(1)
            edit.setClearButtonEnabled(True)
            edit.setFixedWidth(_WIDTH)
            edit.keySequenceChanged.connect(self._soon.start)
            row.addWidget(edit)
        self.setFocusProxy(self.edits[0])

    def name(self, action: str) -> None:
        """Say to screen readers which action the keys are for."""
        first, second = self.edits
        first.setAccessibleName(tr("Key of {action}", action=action))
        second.setAccessibleName(tr("Second key of {action}", action=action))

    def show_value(self, value: Sequence[str]) -> None:
        """Show keys without telling."""
        for place, edit in enumerate(self.edits):
            blocker = QSignalBlocker(edit)
            edit.setKeySequence(QKeySequence(value[place] if place < len(value) else ""))
            blocker.unblock()
            line = edit.findChild(QLineEdit)
            if isinstance(line, QLineEdit):  # its own words come back with each value
                line.setPlaceholderText(tr("Press keys"))

    def _tell(self) -> None:
        keys = (edit.keySequence().toString() for edit in self.edits)
        self.chosen.emit(tuple(dict.fromkeys(key for key in keys if key)))
