"""What the next run will cost, asked of the worker after every change that matters."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.engine.events import DeviceReady, ForecastReady
from app.engine.forecast import Forecast
from app.graph.changes import Change
from app.graph.document import Snapshot
from app.graph.errors import LoomError
from app.graph.operations import Put, SetAttribute, SetGraphField, apply_all
from app.graph.seeds import decide_seeds
from app.ui.connections import Connections
from app.ui.running.asked import planned
from app.ui.running.cost_details import details_text
from app.ui.running.worker import Worker
from app.ui.tab import Tab
from app.ui.words import seconds_text, tr

_DEBOUNCE = 200
_LOOKS_ONLY = frozenset({"title", "position", "colour", "collapsed"})


class Cost(QObject):
    """Follows the graph that is seen. ``changed`` brings its Forecast, or None while it is unknown.

    The answer is worked out on the worker's thread while nothing runs; one that comes too late is
    dropped.
    """

    changed = Signal(object)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._tab: Tab | None = None
        self._ticket = -1
        self._connections = Connections()
        self._leave: Callable[[], None] = _nothing
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE)
        self._timer.timeout.connect(self._ask)
        self._is_refused = False
        self.forecast: Forecast | None = None

    @property
    def details(self) -> str:
        """The cost in full words: which nodes work, and why."""
        return details_text(self.forecast, self._tab.title_of) if self._tab is not None else ""

    def show_tab(self, tab: Tab) -> None:
        """Be about another graph from now on."""
        self.close()
        self._tab = tab
        self._leave = tab.document.subscribe(self._edited)
        self._connections.make(tab.runs.began, lambda: self._set(None))
        self._connections.make(tab.runs.ended, lambda _: self.renew())
        self.renew()

    def close(self) -> None:
        """Follow no graph."""
        self._timer.stop()
        self._connections.cut()
        self._leave()
        self._leave = _nothing
        self._tab = None

    def handle(self, event: object) -> None:
        """Take an event of the engine."""
        if isinstance(event, DeviceReady):
            self.renew()
        elif isinstance(event, ForecastReady) and event.ticket == self._ticket:
            # Where a node cannot run nothing after it is foretold: that is no work done.
            known = bool(event.forecast.nodes) or not self._is_refused
            self._set(event.forecast if known else None)

    def renew(self) -> None:
        """Ask again, once the user pauses."""
        self._ticket = -1
        self._timer.start()

    def _edited(self, before: Snapshot, after: Snapshot, change: Change) -> None:
        if changes_work(change):
            self.renew()

    def _ask(self) -> None:
        if self._tab is None:
            return
        snapshot, kinds = self._tab.document.snapshot, self._tab.kinds
        if not snapshot.main.nodes or self._tab.abroad.held(snapshot):
            self._set(None)
            return
        try:
            seeds = decide_seeds(snapshot, kinds)
            if seeds is not None:
                snapshot, _ = apply_all(snapshot, seeds.operations)
            plan = planned(
                snapshot, kinds, None, self._tab.runs.graph, saving=self._tab.runs.saving()
            )
        except LoomError:  # the run will say what is wrong
            self._set(None)
            return
        self._is_refused = bool(plan.refused)
        self._ticket = self._worker.forecast(plan)

    def _set(self, forecast: Forecast | None) -> None:
        self.forecast = forecast
        self.changed.emit(forecast)


def changes_work(change: Change) -> bool:
    """Whether a change may have made a difference to results: moving and naming make none."""
    if not change.operations:
        return True  # another graph was opened
    for operation in change.operations:
        if isinstance(operation, SetAttribute) and operation.name in _LOOKS_ONLY:
            continue
        if isinstance(operation, SetGraphField):
            continue
        if isinstance(operation, Put) and operation.table != "nodes":
            continue
        return True
    return False


def cost_text(forecast: Forecast | None) -> str:
    """A forecast in few words: ``12 of 30 steps · about 4 s``; empty where it is unknown."""
    if forecast is None:
        return ""
    if not forecast.nodes:
        return tr("nothing to do")
    work = _work(forecast)
    seconds = forecast.seconds
    if seconds is None:
        return work
    return work + " · " + tr("about {time}", time=_rounded(seconds))


def _work(forecast: Forecast) -> str:
    steps, total, nodes = forecast.steps, forecast.total, len(forecast.nodes)
    if not total:
        return tr("1 node") if nodes == 1 else tr("{count} nodes", count=nodes)
    if steps < total:
        return tr("{steps} of {total} steps", steps=steps, total=total)
    if not forecast.certain:
        return tr("up to {total} steps", total=total)
    return tr("1 step") if total == 1 else tr("{count} steps", count=total)


def _rounded(seconds: float) -> str:
    """An estimate with no more digits than it deserves."""
    if seconds < 1:
        return f"{max(seconds, 0.1):.1f} s"
    return f"{seconds:.0f} s" if seconds < 60 else seconds_text(seconds)


def _nothing() -> None:
    """Nothing is followed yet."""
