"""The page of the settings about files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.places import find_places
from app.ui.kept_page import choose_folder
from app.ui.page import FolderRow, Page, add_row, dim
from app.ui.remembered import Remembered
from app.ui.words import tr


class FilesPage(Page):
    """Where pictures are saved. ``choose_folder`` asks the user."""

    def __init__(self, remembered: Remembered, parent: QWidget | None = None) -> None:
        super().__init__(tr("Files"), tr("Where the program puts what you make."), parent)
        self._remembered = remembered
        self._began_with = remembered.settings.output_folder
        self.choose_folder: Callable[[QWidget, Path], str] = choose_folder
        self.folder = FolderRow(self)
        self.folder.change_wanted.connect(self._change)
        self.reset = QPushButton(tr("Use the usual folder"), self)
        self.reset.clicked.connect(lambda: self._take(""))
        self.sentence = dim()
        form = self.add_section(tr("Pictures"))
        add_row(form, tr("Folder"), self.folder)
        self.reset.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        add_row(form, "", self.reset)
        form.addRow(self.sentence)
        self.column.addStretch(1)
        self._show()

    def _change(self) -> None:
        chosen = self.choose_folder(self, self.folder.path)
        if chosen:
            self._take(chosen)

    def _take(self, folder: str) -> None:
        self._remembered.change(output_folder=folder)
        self._show()

    def _show(self) -> None:
        chosen = self._remembered.settings.output_folder
        self.folder.show_path(Path(chosen) if chosen else find_places().pictures)
        self.reset.setEnabled(bool(chosen))
        waits = chosen != self._began_with
        self.sentence.setText(
            tr("Pictures go there from the next start of the program.") if waits else ""
        )
