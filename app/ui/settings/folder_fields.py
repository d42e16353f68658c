"""The fields that folders are chosen in; they refuse, in one sentence, what would be useless."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.places import home, users_folder
from app.ui.words import tr


def choose_folder(parent: QWidget, start: Path) -> str:
    """Let the user choose a folder; empty where none was chosen."""
    return QFileDialog.getExistingDirectory(parent, tr("Choose a folder"), str(start))


class FolderField(QWidget):
    """A folder, typed or chosen; nothing stands for the ``usual`` one. ``ask`` asks the user."""

    chosen = Signal(str)
    refused = Signal(str)

    def __init__(self, usual: Callable[[], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual = usual
        self.ask = choose_folder
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(str(usual()))
        self.line.editingFinished.connect(lambda: self._take(self.line.text().strip()))
        self.button = QPushButton(tr("Change …"), self)
        self.button.clicked.connect(self._ask)
        self._value = ""
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)

    @property
    def path(self) -> Path:
        """The folder that is used."""
        return users_folder(self._value) if self._value else self._usual()

    def show_value(self, value: object) -> None:
        """Show a folder; "" for the usual one."""
        self._value = str(value)
        self.line.setText(self._value)
        self.line.setToolTip(str(self.path))
        self.refused.emit("")

    def _ask(self) -> None:
        chosen = self.ask(self, self.path)
        if chosen:
            self._take(chosen)

    def _take(self, folder: str) -> None:
        if folder == self._value:
            self.refused.emit("")
            return
        problem = problem_with(folder)
        self.refused.emit(problem)
        if not problem:
            self.chosen.emit(folder)


class FolderList(QWidget):
    """Several folders. ``ask`` asks the user for one more."""

    chosen = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask = choose_folder
        self.list = QListWidget(self)
        self.list.setObjectName("folderList")
        self.list.setAccessibleName(tr("Folders"))
        self.list.setFixedHeight(76)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.add_button = QPushButton(tr("Add …"), self)
        self.remove_button = QPushButton(tr("Remove"), self)
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        self.list.currentRowChanged.connect(lambda row: self.remove_button.setEnabled(row >= 0))
        self.setFocusProxy(self.add_button)
        buttons = QVBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.list, 1)
        row.addLayout(buttons)

    @property
    def folders(self) -> tuple[str, ...]:
        """What is on the list."""
        return tuple(self.list.item(row).text() for row in range(self.list.count()))

    def show_value(self, value: object) -> None:
        """Show folders."""
        self.list.clear()
        self.list.addItems([str(each) for each in value] if isinstance(value, Iterable) else [])
        self.remove_button.setEnabled(False)

    def _add(self) -> None:
        folder = self.ask(self, home())
        if folder in self.folders:
            self.refused.emit(tr("{folder} is on the list already.", folder=folder))
        elif folder:
            self.refused.emit("")
            self.chosen.emit((*self.folders, folder))

    def _remove(self) -> None:
        row = self.list.currentRow()
        self.refused.emit("")
        self.chosen.emit(self.folders[:row] + self.folders[row + 1 :])


def problem_with(folder: str) -> str:
    """Why nothing can be written into ``folder``, as a sentence; "" if all is well."""
    if not folder:
        return ""
    try:
        path = Path(folder).expanduser()
        there = next(each for each in (path, *path.parents) if each.exists())
    except (OSError, RuntimeError, StopIteration, ValueError):
        return tr("{folder} is no place on this computer: choose another one.", folder=folder)
    if not path.is_absolute():
        return tr("{folder} says not from where: write the whole path.", folder=folder)
    if not there.is_dir():
        return tr("{folder} lies in a file: choose a folder.", folder=folder)
    if not os.access(there, os.W_OK | os.X_OK):
        return tr("{folder} must not be written: choose another one.", folder=folder)
    return ""
