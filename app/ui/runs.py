"""Runs of the open graph: asks the worker for them and tells the window how they go."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.engine import events
from app.engine.keeping import Keeping
from app.engine.lowering import lower
from app.engine.plan import Plan
from app.engine.reasons import explained
from app.graph.changes import Change
from app.graph.document import Snapshot
from app.graph.editor import Document
from app.graph.errors import LoomError
from app.graph.file import to_text
from app.graph.kinds import Kinds
from app.graph.naming import title_of
from app.ui.canvas.look import Look
from app.ui.inspector import NodeFacts
from app.ui.looks import Looks, node_of, outdated
from app.ui.pace import Pace, Progress
from app.ui.pictures import to_image
from app.ui.problem_list import Problem
from app.ui.results import Results
from app.ui.words import tr

NO_RUN = 0
"""The number of the run in events that belong to none, such as a device that cannot be used."""


class Worker(Protocol):
    """What the window asks of the engine's worker; no call waits for work to be done."""

    kept: Keeping

    def submit(self, plan: Plan, *, queue: bool = False) -> int:
        """Run a plan soon; the newest one wins unless it is queued."""

    def stop(self) -> None:
        """Stop the running run and those that wait."""

    def warm_up(self) -> None:
        """Make the device ready in the background."""

    def fetch(self, fingerprint: str) -> Any:
        """A value that a run made, or None where it is gone."""

    def device(self) -> str:
        """The device in words."""

    def close(self) -> None:
        """End the worker."""


class Runs(QObject):
    """The newest run and what is known from it. Older runs that still end are not listened to."""

    look_changed = Signal(str, Look)
    previewed = Signal(str, QImage)
    pictured = Signal(str, str, bool)
    unpictured = Signal(str, str, bool)
    """A node made, or found, what is no picture: its id, the fingerprint, and whether it is new."""
    facts_changed = Signal(str)
    problem = Signal(Problem)
    began = Signal()
    progressed = Signal(Progress)
    ended = Signal(object)

    def __init__(
        self, document: Document, kinds: Kinds, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._kinds, self._worker = document, kinds, worker
        self._looks = Looks(self.look_changed.emit)
        self._pace = Pace()
        self._run = -1
        self._opened = 0
        self._graph = ""
        self._results: Results | None = None
        self._snapshot = document.snapshot
        self.facts: dict[str, NodeFacts] = {}
        self.is_busy = False
        self.worked = 0
        self._leave = document.subscribe(self._edited)
        self._handlers: dict[type, Callable[..., None]] = {
            events.RunStarted: self._started,
            events.NodeStarted: self._node_started,
            events.NodeProgressed: self._node_progressed,
            events.NodeFinished: self._node_finished,
            events.NodesCached: self._nodes_cached,
            events.NodeFailed: self._node_failed,
            events.NodesSkipped: self._nodes_skipped,
            events.RunFailed: self._run_failed,
            events.RunFinished: self._finished,
        }

    def start(self, targets: Sequence[str] | None = None) -> bool:
        """Run the graph, or what ``targets`` need of it; False where it cannot be run."""
        snapshot = self._document.snapshot
        try:
            text = to_text(snapshot, self._kinds)
            plan = lower(snapshot, self._kinds, targets, graph_text=text)
            plan = replace(plan, graph=self._graph)
        except LoomError as error:
            self.problem.emit(Problem("run", str(error)))
            return False
        self._snapshot = snapshot
        self._results = Results(plan, self._kinds)
        self._pace.reset()
        self._looks.begin()
        self.is_busy, self.worked = True, 0
        self.began.emit()
        self._looks.muted(plan.muted)
        self._run = self._worker.submit(plan)
        return True

    def look_of(self, node: str) -> Look:
        """How a node looks now."""
        return self._looks.of(node)

    def stop(self) -> None:
        """Stop the run; what is done stays."""
        self._worker.stop()

    def forget(self, graph: str) -> None:
        """Forget everything about the graph that was open before; its run is stopped.

        ``graph`` is the path of the file that is open now, or "" where there is none.
        """
        self._opened += 1
        self._graph = graph or f"untitled {self._opened}"
        if self.is_busy:
            self._worker.stop()
            self.is_busy = False
            self.ended.emit(None)
        self._run = -1
        self._looks.forget()
        self.facts.clear()

    def handle(self, event: object) -> None:
        """Take an event of the engine."""
        handler = self._handlers.get(type(event))
        if handler is not None and getattr(event, "run", None) in (self._run, NO_RUN):
            handler(event)

    def close(self) -> None:
        """Stop listening to the document."""
        self._leave()

    def _started(self, event: events.RunStarted) -> None:
        self._looks.started(event)

    def _node_started(self, event: events.NodeStarted) -> None:
        node = node_of(event.node)
        self.worked += 1
        self._looks.node_started(event)
        self._set_facts(node, NodeFacts(reason=explained(event.reasons)))
        self.progressed.emit(Progress(node))

    def _node_progressed(self, event: events.NodeProgressed) -> None:
        node = node_of(event.node)
        progress = self._pace.step(node, event.step, event.total)
        self._looks.progressed(event, progress.text())
        self.progressed.emit(progress)
        if event.preview is not None:
            self.previewed.emit(node, to_image(event.preview))

    def _node_finished(self, event: events.NodeFinished) -> None:
        self._looks.finished(event)
        reason = explained(event.reasons, event.step_reasons)
        self._set_facts(node_of(event.node), NodeFacts(event.summaries, reason=reason))
        self._take_results(event.node, event.results, new=True)

    def _nodes_cached(self, event: events.NodesCached) -> None:
        self._looks.cached(event)
        for address, results in event.results.items():
            known = self.facts.get(node_of(address), NodeFacts())
            reason = event.reason(address).text()
            if known.error or known.reason != reason:
                summaries = {} if known.error else known.summaries
                self._set_facts(node_of(address), NodeFacts(summaries, reason=reason))
            self._take_results(address, results, new=False)

    def _node_failed(self, event: events.NodeFailed) -> None:
        node, sentence = node_of(event.node), event.message.text()
        self._looks.failed(event)
        reason = self.facts.get(node, NodeFacts()).reason
        self._set_facts(node, NodeFacts(error=sentence, reason=reason))
        self.problem.emit(
            Problem("run", sentence, self._title(node), node, details=event.traceback)
        )

    def _nodes_skipped(self, event: events.NodesSkipped) -> None:
        self._looks.skipped(event, self._title(node_of(event.cause)))

    def _run_failed(self, event: events.RunFailed) -> None:
        self.problem.emit(Problem("run", event.message.text(), details=event.traceback))

    def _finished(self, event: events.RunFinished) -> None:
        self._looks.ended()
        self.is_busy = False
        self.ended.emit(event)

    def _take_results(self, address: str, results: Mapping[str, str], *, new: bool) -> None:
        if self._results is None:
            return
        self._results.add(address, results)
        fingerprint = self._results.picture_of(address)
        if fingerprint:
            self.pictured.emit(node_of(address), fingerprint, self._results.is_target(address))
        elif results:
            self.unpictured.emit(node_of(address), next(iter(results.values())), new)

    def _set_facts(self, node: str, facts: NodeFacts) -> None:
        self.facts[node] = facts
        self.facts_changed.emit(node)

    def _title(self, node: str) -> str:
        return title_of(self._snapshot.main, self._kinds, node) or tr("a node")

    def _edited(self, before: Snapshot, after: Snapshot, change: Change) -> None:
        if before.main is not after.main:
            stale = outdated(before.main, after.main)
            for node in stale & self.facts.keys():
                self._set_facts(node, NodeFacts())
            self._looks.edited(stale)
