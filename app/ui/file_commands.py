"""File commands as the user meets them: dialogs, and the question about unsaved changes."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.graph.editor import Document
from app.ui.open_file import PICTURES, SUFFIX, OpenFile
from app.ui.words import tr


class Answer(Enum):
    """What to do with changes that were not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


def ask_unsaved(parent: QWidget, name: str) -> Answer:
    """Ask what to do with the changes to the graph called ``name``."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("Unsaved changes"))
    box.setText(tr("Save the changes to {name}?", name=name))
    box.setInformativeText(tr("They are lost otherwise."))
    save = box.addButton(tr("Save"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(tr("Don't save"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(cancel)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    if clicked is save:
        return Answer.SAVE
    return Answer.DISCARD if clicked is discard else Answer.CANCEL


class FileCommands:
    """New, open, save, save as. ``ask`` is put the question about unsaved changes."""

    def __init__(
        self,
        window: QWidget,
        document: Document,
        open_file: OpenFile,
        ask: Callable[[QWidget, str], Answer] = ask_unsaved,
    ) -> None:
        self._window, self._document, self._file = window, document, open_file
        self.ask = ask

    def may_leave(self) -> bool:
        """Whether the document may be given up: it is saved, or the user said so."""
        if not self._document.is_modified:
            return True
        answer = self.ask(self._window, self._file.name)
        if answer is Answer.SAVE:
            return self.save()
        return answer is Answer.DISCARD

    def new(self) -> None:
        """Begin with an empty graph."""
        if self.may_leave():
            self._file.new()

    def open(self) -> None:
        """Let the user choose a file and open it."""
        pictures = " ".join(f"*{suffix}" for suffix in sorted(PICTURES))
        offered = ";;".join(
            [
                tr("Graphs and pictures") + f" (*{SUFFIX} {pictures})",
                tr("All files") + " (*)",
            ]
        )
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open a graph"), self._folder(), offered
        )
        if chosen:
            self.open_path(Path(chosen))

    def open_path(self, path: Path) -> None:
        """Open a file, unless the user wants to keep what is open."""
        if self.may_leave():
            self._file.open(path)

    def open_starter(self, path: Path) -> None:
        """Open a shipped graph, unless the user wants to keep what is open."""
        if self.may_leave():
            self._file.open_starter(path)

    def save(self) -> bool:
        """Save under the known name, else ask for one; False where nothing was written."""
        return self._file.save(self._file.path) if self._file.path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a name and save; False where nothing was written."""
        suggested = str(self._file.path or Path(self._folder()) / f"{self._file.name}{SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save the graph"), suggested, tr("Graphs") + f" (*{SUFFIX})"
        )
        if not chosen:
            return False
        path = Path(chosen)
        return self._file.save(path if path.suffix else path.with_suffix(SUFFIX))

    def _folder(self) -> str:
        return str(self._file.path.parent if self._file.path else Path.home())


def dropped_file(data: QMimeData) -> Path | None:
    """The one file that is dragged onto the window and that can be opened."""
    urls = data.urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 else None
    return path if path and path.suffix.lower() in PICTURES | {SUFFIX} else None
