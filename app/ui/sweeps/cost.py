"""What a sweep will cost, from what one of its runs costs."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from app.engine.events import ForecastReady
from app.engine.forecast import Forecast, NodeForecast
from app.engine.picture_targets import picture_targets
from app.graph.document import Graph, Snapshot
from app.graph.errors import LoomError
from app.graph.flattening import flat_graph
from app.graph.kinds import Kinds
from app.graph.order import reaches
from app.graph.sweeps import Axis, Sweep
from app.ui.running.asked import planned
from app.ui.running.worker import Worker
from app.ui.sweeps.dialog import SweepDialog
from app.ui.tab import Tab

_DEBOUNCE = 200


def whole_cost(sweep: Sweep, snapshot: Snapshot, kinds: Kinds, one: Forecast) -> Forecast:
    """The cost of all runs, where a cell with other values on every axis costs as much as ``one``.

    A node works once for every combination of the axes that it comes after.
    """
    flat = flat_graph(snapshot, kinds)
    return Forecast(tuple(_times(node, _runs(sweep, flat, node.node)) for node in one.nodes))


def _runs(sweep: Sweep, flat: Graph, address: str) -> int:
    """How often a node has to work."""
    count = 1
    for axis in sweep.axes:
        if any(reaches(flat, node, address) for node in _held(flat, axis.node)):
            count *= len(axis.values)
    return count


def _held(flat: Graph, address: str) -> list[str]:
    """The nodes of a plan that an address stands for: itself, or all that lie in a subgraph."""
    return [node for node in flat.nodes if node == address or node.startswith(f"{address}/")]


def _times(node: NodeForecast, runs: int) -> NodeForecast:
    seconds = None if node.seconds is None else node.seconds * runs
    return replace(node, steps=node.steps * runs, total=node.total * runs, seconds=seconds)


class SweepCost(QObject):
    """Asks what the sweep in a dialog will cost, and lets the dialog say it."""

    def __init__(self, dialog: SweepDialog, tab: Tab, worker: Worker) -> None:
        super().__init__(dialog)
        self._dialog, self._tab, self._worker = dialog, tab, worker
        self._snapshot = tab.document.snapshot
        self._ticket = -1
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE)
        self._timer.timeout.connect(self._ask)
        dialog.sweep_changed.connect(self._timer.start)
        self._timer.start()

    def handle(self, event: object) -> None:
        """Take an event of the engine."""
        sweep = self._dialog.sweep
        answers = isinstance(event, ForecastReady) and event.ticket == self._ticket
        if isinstance(event, ForecastReady) and answers and sweep is not None:
            self._dialog.show_cost(
                whole_cost(sweep, self._snapshot, self._tab.kinds, event.forecast)
            )

    def _ask(self) -> None:
        """Ask about a cell of which nothing is done yet."""
        sweep = self._dialog.sweep
        if sweep is None or self._tab.abroad.held(self._snapshot):
            return
        place = tuple(self._other(axis) for axis in sweep.axes)
        try:
            snapshot = sweep.snapshot_at(self._snapshot, self._tab.kinds, place)
            targets = picture_targets(snapshot, self._tab.kinds)
            runs = self._tab.runs
            plan = planned(snapshot, self._tab.kinds, targets, runs.graph, saving=runs.saving())
        except LoomError:  # the runs will say what is wrong
            return
        self._ticket = self._worker.forecast(plan)

    def _other(self, axis: Axis) -> int:
        """The last value of an axis that the graph does not have now."""
        node = flat_graph(self._snapshot, self._tab.kinds).nodes.get(axis.node)
        now = node.parameters.get(axis.parameter) if node else None
        places = [place for place, value in enumerate(axis.values) if value != now]
        return places[-1] if places else 0
