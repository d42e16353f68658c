"""What the window does for the results that are kept: tells how many, clears, checks, moves."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.engine.disk_moving import has_results
from app.engine.events import DeviceReady, NodeFinished, NodesCached, RunFinished
from app.engine.keeping import Keeping, KeptInfo
from app.engine.memories import DiskPlace
from app.places import find_places
from app.settings import Settings
from app.ui.errands import Errands
from app.ui.settings.remembered import Remembered
from app.ui.words import entries_text, tr

_SETTLE = 500
"""After a run the last results are still being written: look again so many milliseconds later."""


def folder_of(settings: Settings) -> Path:
    """Where results are kept on disk, also while that is switched off."""
    return find_places().results_in(settings.disk_folder)


def place_of(settings: Settings) -> DiskPlace | None:
    """The cache on disk as the user set it; None where it is switched off."""
    on = settings.disk_cache and settings.disk_budget > 0
    return DiskPlace(folder_of(settings), settings.disk_budget) if on else None


class Housekeeping(QObject):
    """Changes settings of what is kept and applies them at once, away from the screen's thread.

    ``known`` tells how much there is, ``told`` what came of an errand, ``refused`` why it could not
    be done, ``busy`` whether one goes on, ``counted`` that a node ran or need not,
    ``closing`` that the window goes.
    """

    known = Signal(KeptInfo)
    told = Signal(str)
    refused = Signal(str)
    progressed = Signal(int, int)
    busy = Signal(bool)
    counted = Signal()
    settings_changed = Signal()
    closing = Signal()

    def __init__(
        self, kept: Keeping, remembered: Remembered, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._kept, self.remembered = kept, remembered
        self._errands = Errands(self)
        self._errands.progressed.connect(self.progressed)
        self._errands.refused.connect(self.refused)
        self._later = QTimer(self, singleShot=True, interval=_SETTLE)
        self._later.timeout.connect(self.refresh)
        self.found = self.made = self.steps_found = self.steps_made = 0

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self.remembered.settings

    def handle(self, event: object) -> None:
        """Count what an event of the engine tells."""
        if isinstance(event, NodesCached):
            self.found += len(event.results)
            self.counted.emit()
        elif isinstance(event, NodeFinished):
            self.made += 1
            self.steps_found += event.steps_reused
            self.steps_made += event.steps_run
            self.counted.emit()
        elif isinstance(event, RunFinished | DeviceReady):
            self._later.start()

    def refresh(self) -> None:
        """Find out how much is kept; ``known`` tells."""
        self._errands.ask(partial(self._kept.info, folder_of(self.settings)), self.known.emit)

    def limit_memory(self, budget: int) -> None:
        """Set how many bytes may be held in memory."""
        self.remembered.change(memory_budget=budget)
        self._errands.ask(partial(self._kept.limit_memory, budget), lambda _: self.refresh())

    def limit_disk(self, budget: int) -> None:
        """Set how many bytes may be kept on disk."""
        self._apply(disk_budget=budget)

    def switch(self, on: bool) -> None:
        """Keep results on disk from now on, or do not; what is there stays."""
        self._apply(disk_cache=on)

    def target_of(self, chosen: Path) -> Path:
        """Where results would lie if ``chosen`` were the folder to keep them in."""
        return find_places().results_in(str(chosen))

    def ask_move(self, chosen: Path, then: Callable[[bool], None]) -> None:
        """Tell ``then`` whether there are results that could be taken along to ``chosen``."""
        old, new = folder_of(self.settings), self.target_of(chosen)
        self._errands.ask(lambda: has_results(old) and not has_results(new), then)

    def change_folder(self, chosen: Path, take_along: bool) -> None:
        """Keep results in another folder from now on, those that there are ``take_along`` or not.

        The setting changes once that was done; where it cannot be, everything stays as it was.
        """
        before = folder_of(self.settings)
        place = DiskPlace(self.target_of(chosen), self.settings.disk_budget)
        if place.folder == before:
            return
        if take_along:
            work = partial(self._kept.move, before, place, self._errands.tell)
        else:
            work = partial(self._kept.use, place)
        self._do(work, partial(self._moved, chosen, take_along))

    def clear(self) -> None:
        """Forget all results; ``told`` says how many there were."""
        self._do(partial(self._kept.clear, folder_of(self.settings)), self._cleared)

    def verify(self) -> None:
        """Read all entries on disk and remove the damaged ones; ``told`` says what was found."""
        folder = folder_of(self.settings)
        self._do(partial(self._kept.verify, folder, self._errands.tell), self._verified)

    def close(self) -> None:
        """Give up what goes on and end the thread."""
        self.closing.emit()
        self._later.stop()
        self._errands.close()

    def _apply(self, **fields: Any) -> None:
        """Change settings, and use the disk as they say."""
        self.remembered.change(**fields)
        self._do(partial(self._kept.use, place_of(self.settings)), lambda _: None)
        self.settings_changed.emit()

    def _do(self, work: Any, then: Any) -> None:
        """An errand that the user waits for."""

        def done(result: Any) -> None:
            """Say that it is over, and what came of it."""
            self._over()
            then(result)

        self.busy.emit(True)
        self._errands.ask(work, done, self._over)

    def _over(self) -> None:
        self.busy.emit(False)
        self.refresh()

    def _moved(self, chosen: Path, taken: bool, _: None) -> None:
        usual = self.target_of(chosen) == find_places().results
        self.remembered.change(disk_folder="" if usual else str(chosen))
        folder = folder_of(self.settings)
        if taken:
            self.told.emit(tr("The results were moved to {folder}.", folder=folder))
        else:
            self.told.emit(tr("Results go to {folder} now.", folder=folder))
        if not self.settings.disk_cache:
            self._errands.ask(partial(self._kept.use, None), lambda _: None)
        self.settings_changed.emit()
        self.refresh()

    def _cleared(self, removed: int) -> None:
        self.told.emit(
            tr("Everything was cleared: {entries} on disk.", entries=entries_text(removed))
        )

    def _verified(self, found: tuple[int, int]) -> None:
        whole, damaged = found
        if damaged:
            self.told.emit(
                tr(
                    "Damaged and removed: {damaged}. The others are whole: {whole}.",
                    damaged=entries_text(damaged),
                    whole=entries_text(whole),
                )
            )
        else:
            self.told.emit(tr("Nothing is damaged: {whole}.", whole=entries_text(whole)))
