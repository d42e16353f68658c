"""Runs of one graph: asks the worker for them and tells the window how they go."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from app.engine import events
from app.graph.changes import Change
from app.graph.document import Snapshot
from app.graph.editor import Document
from app.graph.errors import LoomError
from app.graph.kinds import Kinds
from app.graph.seeds import decide_seeds, next_seeds
from app.sdk.saving import Saving
from app.ui.addresses import root_of
from app.ui.running.asked import Asked, planned_with_text
from app.ui.running.facts import NodeFacts
from app.ui.running.looks import outdated_nodes
from app.ui.running.problem_list import Problem
from app.ui.running.report import RunReport
from app.ui.running.results import Results
from app.ui.running.worker import Worker as Worker
from app.ui.words import say

NO_RUN = 0
"""The number of the run in events that belong to none, such as a device that cannot be used."""

_untitled = itertools.count(1)


class Runs(RunReport):
    """The runs of one graph, of which one is seen at a time: the one that runs, or ran last.

    Nodes are named by their addresses. ``asked`` brings every run that was asked for (an Asked).
    ``is_deciding`` is True while seeds are written into the graph for a run, ``queue_rests`` while
    the queue is paused.
    """

    asked = Signal(object)
    began = Signal()
    ended = Signal(object)

    def __init__(
        self, document: Document, kinds: Kinds, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(kinds, parent)
        self._document, self._worker = document, worker
        self._open: dict[int, Asked] = {}
        self.graph = _unnamed()
        self.saving: Callable[[], Saving] = Saving
        """What pictures that are saved are to carry."""
        self.is_deciding = False
        self.queue_rests = False
        self.may_run: Callable[[Snapshot], bool] = lambda _: True
        """Asked before every run whether the graph may do what it would do."""
        self._leave = document.subscribe(self._edited)

    @property
    def is_busy(self) -> bool:
        """Whether the run that is seen goes on, or is about to begin."""
        return self._seen is not None and self._seen.run in self._open

    @property
    def run(self) -> int:
        """The number of the run that is seen; -1 where there is none."""
        return self._seen.run if self._seen else -1

    def start(self, targets: Sequence[str] | None = None) -> bool:
        """Run the graph, or what ``targets`` need of it; False where it cannot be run."""
        return self.ask(targets) is not None

    def ask(
        self,
        targets: Sequence[str] | None = None,
        *,
        queued: bool = False,
        first: bool = False,
        new_seeds: bool = False,
        snapshot: Snapshot | None = None,
        about: str = "",
        allowed: bool = False,
    ) -> Asked | None:
        """Ask for a run: of the graph as it is now, once its seeds are decided, or as it was.

        A ``queued`` run waits for its turn, as the ``first`` or the last one; ``new_seeds`` changes
        fixed seeds, too, where no other ones change; ``about`` says in the queue what is special.
        One that was ``allowed`` before is not asked about again. None where the graph cannot be
        run.
        """
        try:
            if snapshot is None:
                self._decide_seeds(new_seeds)
                snapshot = self._document.snapshot
            if not (allowed or self.may_run(snapshot)):
                return None
            plan = planned_with_text(snapshot, self._kinds, targets, self.graph, self.saving())
        except LoomError as error:
            self.problem.emit(Problem("run", say(error.message)))
            return None
        run = self._worker.submit(plan, queue=queued, first=first, foretold=True)
        wanted = None if targets is None else tuple(targets)
        asked = Asked(run, snapshot, plan, Results(plan, self._kinds), wanted, queued, first, about)
        self._take(asked)
        return asked

    def stop(self) -> None:
        """Stop the run that is seen; what is done stays."""
        if self._seen is not None:
            self._worker.cancel(self._seen.run)

    def drop(self) -> None:
        """Stop the run that is seen, and take all that wait out of the queue."""
        for run in list(self._open):
            self._worker.cancel(run)

    def rest(self, rests: bool) -> None:
        """Take it that the queue is paused now, or goes on: what waits in it is not seen yet."""
        self.queue_rests = rests

    def forget(self, graph: str) -> None:
        """Forget everything about the graph that was open before; its runs are stopped.

        ``graph`` is the path of the file that is open now, or "" where there is none.
        """
        was_busy = self.is_busy
        self.drop()
        self._open.clear()
        self._seen = None
        self.graph = graph or _unnamed()
        if was_busy:
            self.ended.emit(None)
        self._looks.forget()
        self.facts.clear()

    def forget_gone(self) -> list[str]:
        """Forget what is known of nodes that are in the document no more; their addresses."""
        gone = self._looks.forget_gone(self._document.snapshot)
        for node in gone:
            self.facts.pop(node, None)
        return gone

    def handle(self, event: object) -> None:
        """Take an event of the engine."""
        run = getattr(event, "run", None)
        if run == NO_RUN:
            self._tell(event)
        elif run in self._open:
            if run != self.run and isinstance(event, events.RunForetold | events.RunStarted):
                self._see(self._open[run])
            if run == self.run:
                self._tell(event)
            if isinstance(event, events.RunFinished):
                self._finished(event)

    def close(self) -> None:
        """Stop what goes on, and listen to nobody any more."""
        self.drop()
        self._open.clear()
        self._leave()

    def _decide_seeds(self, anew: bool) -> None:
        """Write the seeds of the next run into the graph, so that what ran is recorded."""
        snapshot, kinds = self._document.snapshot, self._kinds
        change = decide_seeds(snapshot, kinds)
        if anew and change is None:
            change = next_seeds(snapshot, kinds)
        if change is not None:
            self.is_deciding = True
            try:
                self._document.end_merging()
                self._document.apply(change)
            finally:
                self.is_deciding = False

    def _take(self, asked: Asked) -> None:
        """A run was asked for. A plain one replaces that before it, and is what the user sees."""
        if not asked.queued:
            replaced = [run for run, other in self._open.items() if not other.queued]
            for run in replaced:
                del self._open[run]
        waits = asked.queued and (self.is_busy or self.queue_rests)
        self._open[asked.run] = asked
        self.asked.emit(asked)
        running = self._seen is not None and self._seen.queued and self.is_busy
        if not (waits or running):
            self._see(asked)

    def _see(self, asked: Asked) -> None:
        """Show this run from now on."""
        self._begin(asked, outdated_nodes(asked.snapshot, self._document.snapshot))
        self.began.emit()
        self._looks.muted(asked.plan.muted)
        self._looks.refused(asked.plan.refused)

    def _finished(self, event: events.RunFinished) -> None:
        """A run has ended; perhaps one that never began."""
        del self._open[event.run]
        if event.run == self.run:
            self._looks.ended()
            self.ended.emit(event)

    def _edited(self, before: Snapshot, after: Snapshot, change: Change) -> None:
        if before.graphs is not after.graphs:
            stale = outdated_nodes(before, after)
            for node in [node for node in self.facts if root_of(node) in stale]:
                self._set_facts(node, NodeFacts())
            self._looks.edited(stale)


def _unnamed() -> str:
    """A name for a graph without a file, other than all before it."""
    return f"untitled {next(_untitled)}"
