"""One open graph: its document, the canvas that shows it, its file, its runs and its pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from app.allowed import KnownPlaces
from app.engine.events import RunFinished
from app.engine.services import Models
from app.graph.changes import Change
from app.graph.document import Snapshot
from app.graph.editor import Document
from app.graph.kinds import Kinds
from app.ui.addresses import is_there, title_at
from app.ui.canvas.opened import of_document
from app.ui.canvas.view import Canvas
from app.ui.files.open_file import OpenFile, ReadPicture
from app.ui.running.pace import Progress
from app.ui.running.problem_list import ProblemList
from app.ui.running.runs import Runs, Worker
from app.ui.settings.canvas_settings import follow_settings
from app.ui.settings.remembered import Remembered
from app.ui.trust.abroad import Abroad, asker, refusal
from app.ui.viewer.gallery import Gallery
from app.ui.viewer.pictures import PictureLoader
from app.ui.viewer.viewer import Viewer
from app.ui.words import tr


@dataclass(frozen=True)
class Common:
    """What all tabs of a window share."""

    kinds: Kinds
    models: Models
    worker: Worker
    remembered: Remembered
    read_picture: ReadPicture
    loader: PictureLoader
    viewer: Viewer
    places: KnownPlaces | None = None


class Tab(QObject):
    """One graph, whether it is seen or not.

    ``changed`` follows its name and whether it holds changes that were not saved; ``told`` has a
    sentence for the user; ``progressed`` and ``ended`` follow its runs.
    """

    changed = Signal()
    told = Signal(str)
    began = Signal()
    progressed = Signal(Progress)
    ended = Signal(object)
    closed = Signal()

    def __init__(self, common: Common, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = Document()
        self.kinds: Kinds = of_document(common.kinds, self.document)
        self.canvas = Canvas(self.document, self.kinds, common.models)
        self._leave_settings = follow_settings(self.canvas, common.remembered)
        self.page = QStackedWidget()
        self.page.addWidget(self.canvas)
        self.page.setFocusProxy(self.canvas)
        self.runs = Runs(self.document, self.kinds, common.worker, self)
        self.runs.saving = lambda: common.remembered.settings.saving
        self.file = OpenFile(
            self.document, self.kinds, common.remembered, common.read_picture, self
        )
        self.problems = ProblemList(self)
        self.abroad = Abroad(self.kinds, common.places, asker(self.canvas))
        self.gallery = Gallery(
            self.canvas, common.viewer, common.loader, self.title_of, self._text_of_run, self
        )
        self.progress: Progress | None = None
        self.last_end: RunFinished | None = None
        self._touched = False
        self._connect()

    @property
    def name(self) -> str:
        """What the graph is called."""
        return self.file.name

    @property
    def is_modified(self) -> bool:
        """Whether there are changes that were not saved."""
        return self.document.is_modified

    @property
    def is_untouched(self) -> bool:
        """Whether nobody would miss it: nobody opened, changed or ran it."""
        return self.file.path is None and not self._touched

    def touch(self) -> None:
        """From now on the graph is one that the user asked for."""
        self._touched = True
        self.changed.emit()

    def run(self, targets: Sequence[str] | None = None) -> None:
        """Run the graph with what is being typed, or what ``targets`` need of it."""
        if self._is_ready():
            self.problems.clear("run")
            self.runs.start(targets)

    def queue(self, *, first: bool = False) -> None:
        """Let the graph as it is now wait for its turn, as the first or the last."""
        if self._is_ready():
            self.runs.ask(queued=True, first=first)

    def queue_times(self, times: int) -> None:
        """Queue the graph several times, each with seeds of its own."""
        if self._is_ready():
            for _ in range(times):
                self.runs.ask(queued=True, new_seeds=True)

    def targets(self) -> list[str]:
        """The selected nodes, as a plan names them."""
        return [self.canvas.address(node) for node in self.canvas.selected()]

    def _text_of_run(self) -> str:
        return self.runs.text

    def _is_ready(self) -> bool:
        """Take what is being typed; False where there is nothing to run."""
        self.canvas.commit_edit()
        if not self.document.snapshot.main.nodes:
            self.told.emit(tr("There is nothing to run yet: add a node first."))
            return False
        self.document.end_merging()
        self._touched = True
        return True

    def title_of(self, node: str) -> str:
        """What the node at a plan address is called."""
        return title_at(self.document.snapshot, self.kinds, node)

    def go_to(self, node: str) -> None:
        """Select the node at a plan address and show it, also inside a subgraph."""
        if is_there(self.document.snapshot, node):
            self.canvas.show_node(node)

    def close(self) -> None:
        """Let go of everything; the run that goes on here is stopped."""
        self._leave()
        self._leave_settings()
        self.runs.drop()
        self.closed.emit()
        self.runs.close()
        self.gallery.close()
        self.page.deleteLater()
        self.deleteLater()

    def _connect(self) -> None:
        self._leave = self.document.subscribe(lambda _before, _now, by: self._document_changed(by))
        self.canvas.refused.connect(self.told)
        self.canvas.told.connect(self.told)
        self.canvas.subgraphs.told.connect(self.told)
        self.canvas.selection_changed.connect(self._selected)
        self.file.opened.connect(self._opened)
        self.file.renamed.connect(self.changed)
        self.file.problem.connect(self.problems.add)
        runs, gallery = self.runs, self.gallery
        runs.may_run = self._may_run
        runs.look_changed.connect(self.canvas.set_look)
        runs.previewed.connect(gallery.previewed)
        runs.pictured.connect(gallery.pictured)
        runs.unpictured.connect(gallery.unpictured)
        runs.facts_changed.connect(self._facts_changed)
        runs.problem.connect(self.problems.add)
        runs.began.connect(self._began)
        runs.progressed.connect(self._progressed)
        runs.ended.connect(self._ended)

    def _document_changed(self, change: Change) -> None:
        """Follow a change now, and once more when a group of changes may have ended."""
        self.abroad.edited(change)
        snapshot = self.document.snapshot
        self.problems.retain(lambda each: not each.node or is_there(snapshot, each.node))
        self._touched = self._touched or self.document.is_modified
        self.changed.emit()
        QTimer.singleShot(0, self, self.changed.emit)

    def _selected(self, nodes: list[str]) -> None:
        self.document.end_merging()
        self.gallery.select([self.canvas.pictured(node) for node in nodes])

    def _opened(self) -> None:
        """Another graph is here: what was known of the one before is none of its own."""
        self._touched = False
        self.abroad.opened(self.document.snapshot)
        self.problems.clear()
        self.runs.forget(str(self.file.path or ""))
        self.gallery.forget()
        self.progress = self.last_end = None
        self.ended.emit(None)

    def _may_run(self, snapshot: Snapshot) -> bool:
        """Whether the graph may read all that it would read; a problem tells where it may not."""
        if self.abroad.may_run(snapshot, self.name):
            return True
        self.problems.add(refusal(self._ask_again))
        return False

    def _ask_again(self) -> None:
        """Ask once more about a graph that was not allowed to run, and run it then."""
        snapshot = self.document.snapshot
        self.abroad.ask_about(self.abroad.held(snapshot), self.name)
        if not self.abroad.held(snapshot):
            self.run()

    def _facts_changed(self, node: str) -> None:
        """Tell the canvas what came out; a problem that was worked on is none any more.

        A model that is missing goes on being told, with what may help, until it is found.
        """
        self.canvas.set_facts(node, self.runs.facts[node].summaries)
        if not self.runs.facts[node].error:
            self.problems.retain(lambda each: each.node != node or each.origin == "models")

    def _began(self) -> None:
        gone = self.runs.forget_gone()
        self.canvas.forget_nodes(gone)
        self.gallery.forget_nodes(gone)
        self.gallery.begin()
        self.progress = self.last_end = None
        self.began.emit()

    def _progressed(self, progress: Progress) -> None:
        self.progress = progress
        self.progressed.emit(progress)

    def _ended(self, event: Any) -> None:
        self.progress, self.last_end = None, event
        self.ended.emit(event)
