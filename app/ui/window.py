"""The main window: puts canvas, viewer, inspector and problems together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon
from PySide6.QtWidgets import QMainWindow, QMenu

from app.engine.events import DeviceReady
from app.engine.services import Models
from app.graph.editor import Document
from app.graph.kinds import Kinds
from app.graph.naming import title_of
from app.places import RESOURCES
from app.ui import menus
from app.ui.actions import Actions
from app.ui.canvas.view import Canvas
from app.ui.commands import commands_of, conditions_of
from app.ui.file_commands import FileCommands, dropped_file
from app.ui.gallery import Gallery
from app.ui.housekeeping import Housekeeping
from app.ui.inspector import Inspector
from app.ui.open_file import OpenFile, ReadPicture, starter_title
from app.ui.pace import Progress
from app.ui.panel_style import panel_style
from app.ui.panels import Panels
from app.ui.pictures import PictureLoader
from app.ui.problems import Problem, Problems
from app.ui.remembered import Remembered
from app.ui.runs import Runs, Worker
from app.ui.status import Status
from app.ui.viewer import Viewer
from app.ui.words import tr


class MainWindow(QMainWindow):
    """One document, its canvas, and everything around it."""

    def __init__(
        self,
        kinds: Kinds,
        worker: Worker,
        models: Models,
        remembered: Remembered,
        read_picture: ReadPicture,
    ) -> None:
        super().__init__()
        self._kinds, self.worker, self._remembered = kinds, worker, remembered
        self.document = Document()
        self.canvas = Canvas(self.document, kinds, models)
        self.runs = Runs(self.document, kinds, worker, self)
        self.viewer = Viewer()
        self.inspector = Inspector(self.document, kinds, models, self.runs.facts)
        self.problems = Problems()
        self.status = Status(self)
        self.file = OpenFile(self.document, kinds, remembered, read_picture, self)
        self.files = FileCommands(self, self.document, self.file)
        self.loader = PictureLoader(worker.fetch, self)
        self.gallery = Gallery(self.canvas, self.viewer, self.loader, self._title, self)
        self.housekeeping = Housekeeping(worker.kept, remembered, self)
        self.actions_table = Actions(self, commands_of(self), conditions_of(self))
        self._assemble()
        self._connect()
        self._update()

    def handle(self, event: object) -> None:
        """Take an event of the engine, on the thread of the screen."""
        if isinstance(event, DeviceReady):
            self.status.show_device(event.device)
        self.runs.handle(event)
        self.housekeeping.handle(event)

    def run(self) -> None:
        """Run the graph."""
        self._start()

    def run_selected(self) -> None:
        """Make the selected nodes and what they need."""
        self._start(self.canvas.selected())

    def report(self, problem: Problem) -> None:
        """Put a problem on the list."""
        self.problems.add(problem)

    def warm_up(self) -> None:
        """Let the worker get the device ready; an event tells when it is."""
        self.worker.warm_up()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, unless there are changes that the user wants to keep."""
        if not self.files.may_leave():
            event.ignore()
            return
        self.end()
        event.accept()

    def end(self) -> None:
        """Remember the layout and let go of everything that would outlive the window."""
        self.panels.remember(self._remembered)
        self.runs.close()
        self.inspector.close_document()
        self._leave()
        self.loader.close()
        self.housekeeping.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a graph or a picture that is dragged over the window."""
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file once the drag is over: the question about changes may come up."""
        path = dropped_file(event.mimeData())
        if path:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.files.open_path(path))

    def _assemble(self) -> None:
        self.setObjectName("window")
        self.setWindowIcon(QIcon(str(RESOURCES / "icons" / "latent-loom.svg")))
        self.setStyleSheet(panel_style(str(RESOURCES / "icons")))
        self.setAcceptDrops(True)
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize()))
        self.setCentralWidget(self.canvas)
        self.canvas.setFocus()
        self.setStatusBar(self.status)
        self._bar = menus.ToolBar(self, self.actions_table)
        self.panels = Panels(self, self.viewer, self.inspector, self.problems)
        self.panels.restore(self._remembered)
        menus.fill_menus(
            self,
            self.actions_table,
            {
                "open_recent": self._fill_recent,
                "starters": self._fill_starters,
                "panels": lambda menu: menu.addActions(self.panels.toggles()),
            },
        )
        self.viewer.set_sharp(self._remembered.settings.sharp_pixels)
        self.status.show_device(tr("Loading the engine …"))

    def _connect(self) -> None:
        self._leave = self.document.subscribe(lambda *_: self._document_changed())
        self.canvas.selection_changed.connect(self._selected)
        self.canvas.refused.connect(self.status.tell)
        self.canvas.node_double_clicked.connect(lambda _: self._edit_node())
        self.inspector.refused.connect(self.status.tell)
        self.problems.node_wanted.connect(self._go_to)
        self.problems.count_changed.connect(self.panels.show_problems)
        self.viewer.sharp_changed.connect(lambda sharp: self._remembered.change(sharp_pixels=sharp))
        self.file.opened.connect(self._opened)
        self.file.renamed.connect(self._update)
        self.file.saved.connect(self.status.tell_saved)
        self.file.problem.connect(self.report)
        self.housekeeping.known.connect(self.status.show_kept)
        self.status.kept_clicked.connect(self.actions_table.by_id["settings"].trigger)
        runs = self.runs
        runs.look_changed.connect(self.canvas.set_look)
        runs.previewed.connect(self.gallery.previewed)
        runs.pictured.connect(self.gallery.pictured)
        runs.unpictured.connect(self.gallery.unpictured)
        runs.facts_changed.connect(self._facts_changed)
        runs.problem.connect(self.report)
        runs.began.connect(self._began)
        runs.progressed.connect(self._progressed)
        runs.ended.connect(self._ended)

    def _start(self, targets: Sequence[str] | None = None) -> None:
        """Run the graph with what is being typed; an empty one has nothing to run."""
        self.canvas.commit_edit()
        if not self.document.snapshot.main.nodes:
            self.status.tell(tr("There is nothing to run yet: add a node first."))
            return
        self.document.end_merging()
        self.problems.clear("run")
        self.runs.start(targets)

    def _facts_changed(self, node: str) -> None:
        """Tell anew what is known of a node; a problem that was worked on is none any more."""
        self.inspector.refresh_node(node)
        if not self.runs.facts[node].error:
            self.problems.retain(lambda problem: problem.node != node)

    def _document_changed(self) -> None:
        """Follow a change now, and once more when a group of changes may have ended."""
        nodes = self.document.snapshot.main.nodes
        self.problems.retain(lambda problem: not problem.node or problem.node in nodes)
        self._update()
        QTimer.singleShot(0, self, self._update)

    def _update(self) -> None:
        self.setWindowTitle(f"{self.file.name}[*] — Latent Loom")
        self.setWindowModified(self.document.is_modified)
        self.actions_table.update()

    def _selected(self, nodes: list[str]) -> None:
        self.document.end_merging()
        self.inspector.show_nodes(nodes)
        self.gallery.select(nodes)
        self.actions_table.update()

    def _opened(self) -> None:
        self.problems.clear()
        self.runs.forget(str(self.file.path or ""))
        self.gallery.forget()
        self.status.show_ended(None)

    def _began(self) -> None:
        self.gallery.begin()
        self.status.show_waiting()
        self._bar.set_busy(True)
        self.actions_table.update()

    def _progressed(self, progress: Progress) -> None:
        self.status.show_progress(self._title(progress.node), progress)

    def _ended(self, event: Any) -> None:
        self.viewer.end_preview()
        self.status.show_ended(event, self.runs.worked)
        self._bar.set_busy(False)
        self.actions_table.update()

    def _edit_node(self) -> None:
        """Take the keyboard to the settings of the selected node."""
        self.panels.inspector.show()
        if self.inspector.panel is not None:
            self.inspector.panel.focus_first()

    def _go_to(self, node: str) -> None:
        if node in self.document.snapshot.main.nodes:
            self.canvas.select([node])
            self.canvas.centre_on(node)

    def _title(self, node: str) -> str:
        return title_of(self.document.snapshot.main, self._kinds, node)

    def _fill_recent(self, menu: QMenu) -> None:
        paths = [Path(path) for path in self._remembered.settings.recent_files]
        menus.fill_with_paths(menu, paths, lambda path: path.name, self.files.open_path)

    def _fill_starters(self, menu: QMenu) -> None:
        menus.fill_with_paths(menu, menus.starter_graphs(), starter_title, self.files.open_starter)
