"""A sweep under way: one run for each cell, and the pictures that come of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.engine.picture_targets import picture_targets
from app.graph.changes import Change
from app.graph.file import to_text
from app.graph.sweep_layout import Place, described
from app.graph.sweeps import Sweep
from app.ui.running.queue import RunQueue
from app.ui.running.queue_entry import State
from app.ui.tab import Tab
from app.ui.viewer.pictures import PictureLoader, Shown

_OPEN = ("waiting", "running")


class SweepRun(QObject):
    """Asks for the runs of all cells, those that share most one after the other.

    ``pictured`` tells that a picture came, ``counted`` that a run came further.
    """

    pictured = Signal()
    counted = Signal()

    def __init__(
        self,
        sweep: Sweep,
        tab: Tab,
        queue: RunQueue,
        loader: PictureLoader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.sweep, self.tab, self._queue, self._loader = sweep, tab, queue, loader
        self.base = tab.document.snapshot
        self.images: dict[Place, QImage] = {}
        self._places: dict[int, Place] = {}
        self._prints: dict[str, list[Place]] = {}
        self._targets = picture_targets(self.base, tab.kinds)
        tab.runs.pictured.connect(self._pictured)
        loader.loaded.connect(self._loaded)
        queue.changed.connect(self._ran)
        self._is_gone = False
        tab.closed.connect(self._leave)

    @property
    def text(self) -> str:
        """The graph that was swept over, as text."""
        return to_text(self.base, self.tab.kinds)

    def start(self) -> None:
        """Ask for the runs of all cells that have no picture, in the graph as it was at first."""
        missing = set(self.missing())
        for cell in self.sweep.cells(self.base, self.tab.kinds):
            if cell.place not in missing:
                continue
            snapshot = self.sweep.snapshot_at(self.base, self.tab.kinds, cell.place)
            about = described(self.sweep.axes, cell.place)
            asked = self.tab.runs.ask(self._targets, queued=True, snapshot=snapshot, about=about)
            if asked is None:
                return  # the graph cannot run, as the list of problems says
            self._places[asked.run] = cell.place

    def states(self) -> dict[Place, State]:
        """How the runs are, as far as they are remembered."""
        entries = {place: self._queue.entry(run) for run, place in self._places.items()}
        return {place: entry.state for place, entry in entries.items() if entry}

    def counts(self) -> tuple[int, int]:
        """How many cells have a picture, and how many there are."""
        return len(self.images), len(self.sweep)

    @property
    def is_busy(self) -> bool:
        """Whether runs of it are under way, or wait."""
        return any(state in _OPEN for state in self.states().values())

    def missing(self) -> list[Place]:
        """The cells that have no picture and will get none: stopped, failed, or never asked for."""
        if self._is_gone:
            return []
        states = self.states()
        every = (cell.place for cell in self.sweep.cells(self.base, self.tab.kinds))
        return [
            place
            for place in every
            if place not in self.images and states.get(place) not in (*_OPEN, "done")
        ]

    def stop(self) -> None:
        """Stop what runs and take out what waits."""
        for run in self._places:
            self._queue.cancel(run)

    def close(self) -> None:
        """Take no pictures any more."""
        self.tab.runs.pictured.disconnect(self._pictured)
        self._loader.loaded.disconnect(self._loaded)
        self._queue.changed.disconnect(self._ran)

    def apply(self, place: Place) -> None:
        """Give the graph the values of a cell; a node that is gone is passed over."""
        snapshot = self.tab.document.snapshot
        operations = self.sweep.operations(snapshot, self.tab.kinds, place)
        self.tab.document.end_merging()
        self.tab.document.apply(Change("Take the values of a cell", operations))

    def _pictured(self, node: str, fingerprint: str, is_target: bool) -> None:
        place = self._places.get(self.tab.runs.run)
        if place is not None and is_target:
            self._prints.setdefault(fingerprint, []).append(place)
            self._loader.load(node, fingerprint)

    def _loaded(self, shown: Shown) -> None:
        for place in self._prints.get(shown.fingerprint, ()):
            if place not in self.images:
                self.images[place] = shown.image
                self.pictured.emit()
                self.counted.emit()

    def _leave(self) -> None:
        """The graph was closed: nothing more can be run."""
        self._is_gone = True
        self.counted.emit()

    def _ran(self, run: int) -> None:
        if run in self._places:
            self.counted.emit()
