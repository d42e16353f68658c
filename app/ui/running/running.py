"""All that is about running, for one window: the queue, what a run costs, and run on edit."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.settings import Settings
from app.ui.running.cost import Cost
from app.ui.running.queue import RunQueue
from app.ui.running.run_on_edit import RunOnEdit
from app.ui.running.worker import Worker
from app.ui.settings.remembered import Remembered
from app.ui.tab import Tab
from app.ui.viewer.pictures import PictureLoader


class Running(QObject):
    """Follows all tabs of a window, and most closely the one that is seen.

    ``told`` hands on every event of the engine.
    """

    told = Signal(object)

    def __init__(
        self,
        worker: Worker,
        loader: PictureLoader,
        remembered: Remembered,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._remembered = remembered
        self.queue = RunQueue(worker, loader, self)
        self.cost = Cost(worker, self)
        self.on_edit = RunOnEdit(remembered.settings.run_on_edit, self)
        self._leave = remembered.subscribe(self._settings_changed)
        self._settings_changed(remembered.settings)

    def follow(self, tab: Tab) -> None:
        """A graph was opened."""
        self.queue.follow(tab)
        tab.closed.connect(lambda: self.queue.forget(tab))

    def show_tab(self, tab: Tab) -> None:
        """Another graph is seen now."""
        self.cost.show_tab(tab)
        self.on_edit.show_tab(tab)

    def handle(self, event: object) -> None:
        """Take an event of the engine."""
        self.queue.handle(event)
        self.cost.handle(event)
        self.told.emit(event)

    def toggle_on_edit(self) -> None:
        """Switch run on edit, and remember it."""
        self._remembered.change(run_on_edit=not self.on_edit.is_on)

    def close(self) -> None:
        """Follow nothing any more."""
        self._leave()
        self.cost.close()
        self.on_edit.close()

    def _settings_changed(self, settings: Settings) -> None:
        self.on_edit.delay = settings.run_delay
        if settings.run_on_edit is not self.on_edit.is_on:
            self.on_edit.switch(settings.run_on_edit)
