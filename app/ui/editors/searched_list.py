"""A drop-down list that is searched by typing a part of a name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QWidget

from app.ui.words import tr

_SHOWN = 12


class SearchedList(QComboBox):
    """Typing shows the names that hold what was typed; Enter takes the first of them.

    What is no name of the list gives way to the name that was chosen before.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line = QLineEdit(self)
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._fitting = search_by_part(self)
        line.setPlaceholderText(tr("Type to search"))
        line.returnPressed.connect(self.take_first)
        line.editingFinished.connect(self._give_way)

    def offer_all(self) -> None:
        """Show every name; typing narrows them down."""
        self._fitting.setCompletionPrefix("")
        self._fitting.complete()

    def take_first(self) -> None:
        """Choose the first name that fits."""
        if self.findText(self.currentText()) >= 0:
            return
        self._fitting.setCompletionPrefix(self.currentText())
        row = self.findText(self._fitting.currentCompletion())
        if row >= 0:
            self.setCurrentIndex(row)
            self.textActivated.emit(self.itemText(row))

    def _give_way(self) -> None:
        """Show the chosen name again."""
        if self.findText(self.currentText()) < 0 and self.currentIndex() >= 0:
            self.setEditText(self.itemText(self.currentIndex()))


def search_by_part(field: QComboBox) -> QCompleter:
    """Let what is typed into a list show the names that hold it."""
    completer = QCompleter(field.model(), field)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setMaxVisibleItems(_SHOWN)
    shown = QListView()
    shown.setObjectName("choices")
    completer.setPopup(shown)
    field.setCompleter(completer)
    return completer
