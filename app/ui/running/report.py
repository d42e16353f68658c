"""What the engine tells of a run, as the screen shows it: looks, facts, pictures, problems."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.engine import events
from app.engine.reasons import explained
from app.graph.document import Snapshot
from app.graph.errors import Message
from app.graph.kinds import Kinds
from app.ui.addresses import title_at
from app.ui.canvas.look import Look
from app.ui.running.asked import Asked
from app.ui.running.facts import NodeFacts
from app.ui.running.looks import Looks
from app.ui.running.pace import Pace, Progress
from app.ui.running.problem_list import Problem, Remedy
from app.ui.viewer.pictures import to_image
from app.ui.words import said, say, tr, translated

_PICKLES = frozenset({"PickledWeights", "PickledEmbedding", "PickleInDisguise"})
"""Refusals of files that can be converted."""


class RunReport(QObject):
    """Tells of one run at a time; nodes are named by their addresses.

    ``facts`` is what is known of every node, ``worked`` counts those that the run had to do.
    """

    look_changed = Signal(str, Look)
    previewed = Signal(str, QImage)
    pictured = Signal(str, str, bool)
    unpictured = Signal(str, str, bool)
    """A node made, or found, what is no picture: its id, the fingerprint, and whether it is new."""
    facts_changed = Signal(str)
    problem = Signal(Problem)
    progressed = Signal(Progress)
    conversion_wanted = Signal(str)
    """The user wants the pickle of this path as safetensors."""

    def __init__(self, kinds: Kinds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kinds = kinds
        self._looks = Looks(self.look_changed.emit)
        self._pace = Pace()
        self._seen: Asked | None = None
        self.facts: dict[str, NodeFacts] = {}
        self.worked = 0
        self._handlers: dict[type, Callable[..., None]] = {
            events.RunForetold: self._foretold,
            events.RunStarted: self._started,
            events.NodeStarted: self._node_started,
            events.NodeProgressed: self._node_progressed,
            events.NodeFinished: self._node_finished,
            events.NodesCached: self._nodes_cached,
            events.NodeFailed: self._node_failed,
            events.NodesSkipped: self._nodes_skipped,
            events.RunFailed: self._run_failed,
            events.RunRetried: self._run_retried,
        }

    @property
    def text(self) -> str:
        """The graph of the run that is told of, as text; empty before the first one."""
        return self._seen.text if self._seen else ""

    def look_of(self, node: str) -> Look:
        """How a node looks now."""
        return self._looks.of(node)

    def _tell(self, event: object) -> None:
        """Pass on an event of the run that is seen."""
        handler = self._handlers.get(type(event))
        if handler is not None:
            handler(event)

    def _begin(self, asked: Asked, edited: set[str]) -> None:
        """Tell of another run, since which these nodes were ``edited``."""
        self._seen = asked
        self._pace.reset()
        self._looks.ended()
        self._looks.begin(edited)
        self.worked = 0

    def _foretold(self, event: events.RunForetold) -> None:
        self._pace.foretell(event.forecast)

    def _started(self, event: events.RunStarted) -> None:
        self._looks.started(event)

    def _node_started(self, event: events.NodeStarted) -> None:
        self.worked += 1
        self._looks.node_started(event)
        self._set_facts(event.node, NodeFacts(reason=explained(event.reasons, (), translated)))
        self.progressed.emit(self._pace.begin(event.node))

    def _node_progressed(self, event: events.NodeProgressed) -> None:
        progress = self._pace.step(event.node, event.step, event.total)
        self._looks.progressed(event, progress.card_text())
        self.progressed.emit(progress)
        if event.preview is not None:
            self.previewed.emit(event.node, to_image(event.preview))

    def _node_finished(self, event: events.NodeFinished) -> None:
        self._pace.finish(event.node)
        self._looks.finished(event)
        reason = explained(event.reasons, event.step_reasons, translated)
        summaries = {name: said(words) for name, words in event.summaries.items()}
        facts = NodeFacts(summaries, "", reason, event.seconds, event.results)
        self._set_facts(event.node, facts)
        self._take_results(event.node, event.results, new=True)

    def _nodes_cached(self, event: events.NodesCached) -> None:
        self._looks.cached(event)
        for address, results in event.results.items():
            known = self.facts.get(address, NodeFacts())
            reason = say(event.reason(address))
            if known.error or known.reason != reason or known.results != results:
                summaries = {} if known.error else known.summaries
                facts = NodeFacts(summaries, "", reason, known.seconds, results)
                self._set_facts(address, facts)
            self._take_results(address, results, new=False)

    def _node_failed(self, event: events.NodeFailed) -> None:
        node, sentence = event.node, say(event.message)
        self._pace.finish(node)
        self._looks.failed(event)
        reason = self.facts.get(node, NodeFacts()).reason
        self._set_facts(node, NodeFacts(error=sentence, reason=reason))
        self.problem.emit(
            Problem(
                "run",
                sentence,
                self._title(node),
                node,
                details=event.traceback,
                remedies=self._remedies(event.message),
            )
        )

    def _remedies(self, message: Message) -> tuple[Remedy, ...]:
        """What may help where a model was refused."""
        if message.id not in _PICKLES:
            return ()
        file = str(message.fields.get("file", ""))
        return (Remedy(tr("Convert it …"), lambda: self.conversion_wanted.emit(file)),)

    def _nodes_skipped(self, event: events.NodesSkipped) -> None:
        self._looks.skipped(event, self._title(event.cause))

    def _run_failed(self, event: events.RunFailed) -> None:
        self.problem.emit(Problem("run", say(event.message), details=event.traceback))

    def _run_retried(self, event: events.RunRetried) -> None:
        """What a process had begun is begun anew by another one."""
        self._looks.ended()
        sentence = say(event.message)
        self.problem.emit(Problem("run", sentence, details=event.details, is_warning=True))

    def _take_results(self, address: str, results: Mapping[str, str], *, new: bool) -> None:
        if self._seen is None:
            return
        known = self._seen.results
        known.add(address, results)
        fingerprint = known.picture_of(address)
        if fingerprint:
            self.pictured.emit(address, fingerprint, known.is_target(address))
        elif results:
            self.unpictured.emit(address, next(iter(results.values())), new)

    def _set_facts(self, node: str, facts: NodeFacts) -> None:
        self.facts[node] = facts
        self.facts_changed.emit(node)

    def _title(self, address: str) -> str:
        snapshot = self._seen.snapshot if self._seen else Snapshot()
        return title_at(snapshot, self._kinds, address) or tr("a node")
