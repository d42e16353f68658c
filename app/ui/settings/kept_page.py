"""The page of the settings about results that are kept, in memory and on disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from app.engine.keeping import KeptInfo
from app.places import find_places
from app.settings import Settings
from app.ui.settings.fields import Gigabytes, Switch
from app.ui.settings.folder_fields import FolderField
from app.ui.settings.housekeeping import Housekeeping, folder_of
from app.ui.settings.page import Page, dim
from app.ui.settings.questions import ask_clear, ask_take_along
from app.ui.settings.row import Row
from app.ui.words import entries_text, size_text, tr


class KeptPage(Page):
    """Sizes, budgets, the folder, and what can be done with it.

    Changes go through the housekeeping, which applies them at once. ``ask_clear`` and
    ``ask_take_along`` ask the user.
    """

    def __init__(self, housekeeping: Housekeeping, parent: QWidget | None = None) -> None:
        about = tr("What was computed once is found again, down to each step of a sampling.")
        super().__init__(tr("Results kept"), housekeeping.remembered, about, parent)
        self._housekeeping = housekeeping
        self._info: KeptInfo | None = None
        self.ask_clear: Callable[[QWidget, KeptInfo], bool] = ask_clear
        self.ask_take_along: Callable[[QWidget, Path], bool | None] = ask_take_along
        self.memory_now, self.disk_now, self.session = dim(), dim(), dim()
        self.memory_budget, self.disk_budget = Gigabytes(), Gigabytes()
        self.switch = Switch()
        self.folder = FolderField(lambda: folder_of(Settings()))
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
        self.section(tr("In memory"))
        self._row_memory = self.put(
            Row(
                tr("Memory, at most"),
                tr("What was not needed for longest goes first."),
                self.memory_budget,
            )
        )
        self.aside(self.memory_now)
        self.section(tr("On disk, also after a restart"))
        self._row_switch = self.put(
            Row(tr("Keep results on disk"), tr("They are found after a restart."), self.switch)
        )
        self._row_disk = self.put(
            Row(tr("Disk, at most"), tr("What is cheap to make goes first."), self.disk_budget)
        )
        self._row_folder = self.put(
            Row(
                tr("Folder of the results"),
                tr("Results can move along to another one."),
                self.folder,
                wide=True,
            )
        )
        self.aside(self.disk_now)
        self._assemble_errands()
        self.section(tr("This session"))
        self.aside(self.session)
        self.end()

    def _assemble_errands(self) -> None:
        self.check_button.setToolTip(tr("Read everything on disk and remove what is damaged"))
        self.progress.setTextVisible(False)
        self.progress.hide()
        errands = QWidget(self)
        row = QHBoxLayout(errands)
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(self.check_button)
        row.addWidget(self.clear_button)
        row.addWidget(self.progress, 1)
        row.addStretch()
        self.aside(errands)
        self.aside(self.sentence)

    def _connect(self) -> None:
        keeper, usual = self._housekeeping, Settings()
        keeper.known.connect(self._show_info)
        keeper.told.connect(self._tell)
        keeper.refused.connect(self._refuse)
        keeper.progressed.connect(self._show_progress)
        keeper.busy.connect(self._show_busy)
        keeper.counted.connect(self._show_session)
        keeper.settings_changed.connect(self._show_settings)
        self.memory_budget.chosen.connect(lambda: keeper.limit_memory(self.memory_budget.bytes))
        self.disk_budget.chosen.connect(lambda: keeper.limit_disk(self.disk_budget.bytes))
        self.switch.chosen.connect(lambda: keeper.switch(self.switch.isChecked()))
        self.folder.chosen.connect(self._change_folder)
        self.check_button.clicked.connect(keeper.verify)
        self.clear_button.clicked.connect(self._clear)
        self._row_memory.reset_wanted.connect(lambda: keeper.limit_memory(usual.memory_budget))
        self._row_disk.reset_wanted.connect(lambda: keeper.limit_disk(usual.disk_budget))
        self._row_switch.reset_wanted.connect(lambda: keeper.switch(usual.disk_cache))
        self._row_folder.reset_wanted.connect(self._back_to_usual_folder)

    def _show_settings(self) -> None:
        settings, usual = self._housekeeping.settings, Settings()
        self.memory_budget.show_value(settings.memory_budget)
        self.disk_budget.show_value(settings.disk_budget)
        self.switch.show_value(settings.disk_cache)
        self.disk_budget.setEnabled(settings.disk_cache)
        self.folder.show_value(settings.disk_folder)
        self._row_memory.show_reset(settings.memory_budget != usual.memory_budget)
        self._row_disk.show_reset(settings.disk_budget != usual.disk_budget)
        self._row_switch.show_reset(settings.disk_cache != usual.disk_cache)
        self._row_folder.show_reset(settings.disk_folder != usual.disk_folder)

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
        self.memory_now.setText(tr("Now: {size}", size=size_text(info.memory)))
        self.disk_now.setText(
            tr(
                "Now: {size}, {entries}",
                size=size_text(info.disk),
                entries=entries_text(info.entries),
            )
        )

    def _show_busy(self, busy: bool) -> None:
        for each in (self.check_button, self.clear_button, self.switch, self.folder):
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
        self._show_settings()

    def _say(self, look: str, sentence: str) -> None:
        self.sentence.setObjectName(look)
        self.sentence.style().polish(self.sentence)
        self.sentence.setText(sentence)

    def _clear(self) -> None:
        if self._info is not None and self.ask_clear(self, self._info):
            self._housekeeping.clear()

    def _back_to_usual_folder(self) -> None:
        self._change_folder(str(find_places().caches))

    def _change_folder(self, chosen: str) -> None:
        path = Path(chosen) if chosen else find_places().caches
        self._housekeeping.ask_move(path, lambda can: self._change_to(path, can))

    def _change_to(self, chosen: Path, can_move: bool) -> None:
        take_along = self.ask_take_along(self, chosen) if can_move else False
        if take_along is None:
            self._show_settings()
        else:
            self._housekeeping.change_folder(chosen, take_along)
