"""Runs the graph by itself, a moment after the last change that matters."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.graph.changes import Change
from app.graph.document import Snapshot
from app.settings import Settings
from app.ui.running.cost import changes_work
from app.ui.tab import Tab


class RunOnEdit(QObject):
    """Follows the graph that is seen, while it is switched on.

    ``delay`` is how many seconds after the last change it runs.
    """

    def __init__(self, is_on: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tab: Tab | None = None
        self._leave: Callable[[], None] = _nothing
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._run)
        self.is_on = is_on
        self.delay = Settings().run_delay

    def switch(self, is_on: bool) -> None:
        """Begin or end; what is there now is run at once."""
        self.is_on = is_on
        if is_on:
            self._timer.start(0)
        else:
            self._timer.stop()

    def show_tab(self, tab: Tab) -> None:
        """Be about another graph from now on."""
        self.close()
        self._tab = tab
        self._leave = tab.document.subscribe(self._edited)

    def close(self) -> None:
        """Follow no graph."""
        self._timer.stop()
        self._leave()
        self._leave = _nothing
        self._tab = None

    def _edited(self, before: Snapshot, after: Snapshot, change: Change) -> None:
        mine = self._tab is not None and self._tab.runs.is_deciding
        opened = not change.operations
        if self.is_on and not mine and not opened and changes_work(change):
            self._timer.start(round(self.delay * 1000))

    def _run(self) -> None:
        """Run what there is. What is being typed elsewhere is not touched."""
        if self._tab is not None and self._tab.document.snapshot.main.nodes:
            self._tab.problems.clear("run")
            self._tab.runs.start()


def _nothing() -> None:
    """Nothing is followed yet."""
