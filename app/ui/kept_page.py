"""The page of the settings about results that are kept, in memory and on disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QWidget,
)

from app.engine.keeping import KeptInfo
from app.ui.housekeeping import Housekeeping, folder_of
from app.ui.page import BudgetBox, FolderRow, Page, add_row, dim
from app.ui.questions import ask_clear, ask_take_along
from app.ui.words import entries_text, size_text, tr


def choose_folder(parent: QWidget, start: Path) -> str:
    """Let the user choose a folder; empty where none was chosen."""
    return QFileDialog.getExistingDirectory(parent, tr("Choose a folder"), str(start))


class KeptPage(Page):
    """Sizes, budgets, the folder, and what can be done with it.

    ``ask_clear``, ``ask_take_along`` and ``choose_folder`` ask the user.
    """

    def __init__(self, housekeeping: Housekeeping, parent: QWidget | None = None) -> None:
        about = tr("What was computed once is found again, down to each step of a sampling.")
        super().__init__(tr("Results kept"), about, parent)
        self._housekeeping = housekeeping
        self._info: KeptInfo | None = None
        self.ask_clear: Callable[[QWidget, KeptInfo], bool] = ask_clear
        self.ask_take_along: Callable[[QWidget, Path], bool | None] = ask_take_along
        self.choose_folder: Callable[[QWidget, Path], str] = choose_folder
        self.memory_now, self.disk_now, self.session = QLabel(), QLabel(), dim()
        self.memory_budget, self.disk_budget = BudgetBox(self), BudgetBox(self)
        self.switch = QCheckBox(tr("Keep results on disk"), self)
        self.folder = FolderRow(self)
        self.check_button = QPushButton(tr("Check"), self)
        self.clear_button = QPushButton(tr("Clear …"), self)
        self.progress = QProgressBar(self)
        self.sentence = dim()
        self._assemble()
        self._connect()
        self._show_settings()
        self._show_session()

    def take_typed(self) -> None:
        """Take budgets that are still being typed."""
        for box in (self.memory_budget, self.disk_budget):
            box.interpretText()

    def _assemble(self) -> None:
        memory = self.add_section(tr("In memory"))
        add_row(memory, tr("Now"), self.memory_now)
        add_row(memory, tr("At most"), self.memory_budget)
        disk = self.add_section(tr("On disk, also after a restart"))
        disk.addRow(self.switch)
        add_row(disk, tr("Now"), self.disk_now)
        add_row(disk, tr("At most"), self.disk_budget)
        add_row(disk, tr("Folder"), self.folder)
        self.add_section(tr("This session")).addRow(self.session)
        self.check_button.setToolTip(tr("Read everything on disk and remove what is damaged"))
        self.progress.setTextVisible(False)
        self.progress.hide()
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 0)
        row.addWidget(self.check_button)
        row.addWidget(self.clear_button)
        row.addWidget(self.progress, 1)
        row.addStretch()
        self.column.addLayout(row)
        self.column.addWidget(self.sentence)
        self.column.addStretch(1)

    def _connect(self) -> None:
        keeper = self._housekeeping
        keeper.known.connect(self._show_info)
        keeper.told.connect(self._tell)
        keeper.refused.connect(self._refuse)
        keeper.progressed.connect(self._show_progress)
        keeper.busy.connect(self._show_busy)
        keeper.counted.connect(self._show_session)
        keeper.settings_changed.connect(self._show_settings)
        self.memory_budget.chosen.connect(lambda: keeper.limit_memory(self.memory_budget.bytes))
        self.disk_budget.chosen.connect(lambda: keeper.limit_disk(self.disk_budget.bytes))
        self.switch.clicked.connect(lambda: keeper.switch(self.switch.isChecked()))
        self.folder.change_wanted.connect(self._change_folder)
        self.check_button.clicked.connect(keeper.verify)
        self.clear_button.clicked.connect(self._clear)

    def _show_settings(self) -> None:
        settings = self._housekeeping.settings
        self.memory_budget.show_bytes(settings.memory_budget)
        self.disk_budget.show_bytes(settings.disk_budget)
        self.switch.setChecked(settings.disk_cache)
        self.disk_budget.setEnabled(settings.disk_cache)
        self.folder.show_path(folder_of(settings))

    def _show_session(self) -> None:
        keeper = self._housekeeping
        self.session.setText(
            tr(
                "Nodes found: {found}, run: {made}. Steps found in these: {steps_found}, "
                "done: {steps_made}.",
                found=keeper.found,
                made=keeper.made,
                steps_found=keeper.steps_found,
                steps_made=keeper.steps_made,
            )
        )

    def _show_info(self, info: KeptInfo) -> None:
        self._info = info
        self.memory_now.setText(size_text(info.memory))
        self.disk_now.setText(
            tr("{size}, {entries}", size=size_text(info.disk), entries=entries_text(info.entries))
        )

    def _show_busy(self, busy: bool) -> None:
        for each in (self.check_button, self.clear_button, self.switch, self.folder.button):
            each.setEnabled(not busy)
        if busy:
            self._tell("")
            self.progress.setRange(0, 0)
        self.progress.setVisible(busy)

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _tell(self, sentence: str) -> None:
        self._say("dim", sentence)

    def _refuse(self, sentence: str) -> None:
        self._say("refusal", sentence)

    def _say(self, look: str, sentence: str) -> None:
        self.sentence.setObjectName(look)
        self.sentence.style().polish(self.sentence)
        self.sentence.setText(sentence)

    def _clear(self) -> None:
        if self._info is not None and self.ask_clear(self, self._info):
            self._housekeeping.clear()

    def _change_folder(self) -> None:
        chosen = self.choose_folder(self, self.folder.path)
        if chosen:
            path = Path(chosen)
            self._housekeeping.ask_move(path, lambda can: self._change_to(path, can))

    def _change_to(self, chosen: Path, can_move: bool) -> None:
        take_along = self.ask_take_along(self, chosen) if can_move else False
        if take_along is not None:
            self._housekeeping.change_folder(chosen, take_along)
