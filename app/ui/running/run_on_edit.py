"""Runs the graph by itself, a moment after the last change that matters, and during a drag."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.graph.changes import Change
from app.graph.document import Snapshot
from app.graph.edits import set_parameter
from app.graph.operations import apply_all
from app.graph.spec import Plain
from app.settings import Settings
from app.ui.connections import Connections
from app.ui.running.cost import changes_work
from app.ui.tab import Tab


class RunOnEdit(QObject):
    """Follows the graph that is seen, while it is switched on.

    ``delay`` is how many seconds after the last change it runs. While a number is dragged it runs
    that often with the value of the moment, which is in no document yet.
    """

    def __init__(self, is_on: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tab: Tab | None = None
        self._tried: tuple[str, str, Plain] | None = None
        self._connections = Connections()
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
        self._connections.make(tab.canvas.viewer.value_tried, self._try)

    def close(self) -> None:
        """Follow no graph."""
        self._timer.stop()
        self._connections.cut()
        self._tried = None
        self._leave()
        self._leave = _nothing
        self._tab = None

    def _edited(self, before: Snapshot, after: Snapshot, change: Change) -> None:
        self._tried = None
        mine = self._tab is not None and self._tab.runs.is_deciding
        opened = not change.operations
        if self.is_on and not mine and not opened and changes_work(change):
            self._timer.start(round(self.delay * 1000))

    def _try(self, node: str, parameter: str, value: Plain) -> None:
        """A number is dragged: let the picture follow, without waiting for a pause."""
        self._tried = None if value is None else (node, parameter, value)
        if self.is_on and not self._timer.isActive():
            self._timer.start(round(self.delay * 1000))

    def _run(self) -> None:
        """Run what there is. What is being typed elsewhere is not touched."""
        if self._tab is not None and self._tab.document.snapshot.main.nodes:
            self._tab.problems.clear("run")
            self._tab.runs.ask(snapshot=self._with_trial(self._tab))

    def _with_trial(self, tab: Tab) -> Snapshot | None:
        """The graph with the value that is dragged; None where there is none."""
        snapshot = tab.document.snapshot
        if self._tried is None or self._tried[0] not in tab.canvas.graph.nodes:
            return None
        graph_id = tab.canvas.graph_id
        change = set_parameter(snapshot, tab.kinds, *self._tried, graph_id=graph_id)
        return apply_all(snapshot, change.operations)[0]


def _nothing() -> None:
    """Nothing is followed yet."""
