"""The main window: the open graphs, and the panels around them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QMenu

from app.allowed import KnownPlaces
from app.engine.events import DeviceReady, NodeNoticed, RunRetried
from app.engine.services import Models
from app.graph.editor import Document
from app.graph.kinds import Kinds
from app.places import RESOURCES
from app.ui import menus
from app.ui.actions.bound import Actions
from app.ui.canvas.view import Canvas
from app.ui.canvas_voice import CanvasVoice
from app.ui.commands import commands_of, conditions_of
from app.ui.desktop.notices import Notices
from app.ui.desktop.signs import desktop_signs
from app.ui.drops import take_drag, take_drop
from app.ui.editors.prompt_help import inform_canvas
from app.ui.editors.token_counts import TokenCounts
from app.ui.files.commands import FileCommands
from app.ui.files.open_file import OpenFile, ReadPicture
from app.ui.files.restoring import fill_earlier
from app.ui.files.session import SessionKeeper
from app.ui.files.starter_menu import fill_starters
from app.ui.files.watching import FileWatch
from app.ui.foreground import Foreground
from app.ui.form.mode import PanelMode
from app.ui.inspector.inspector import Inspector
from app.ui.kept_blocks import fill_kept_blocks
from app.ui.panels import Panels, take_usual_size
from app.ui.running.commands import fill_run_times
from app.ui.running.problem_list import Problem
from app.ui.running.problems import Problems
from app.ui.running.running import Running
from app.ui.running.runs import NO_RUN, Runs, Worker
from app.ui.settings.housekeeping import Housekeeping
from app.ui.settings.remembered import Remembered
from app.ui.shelf.commands import convert_pickle, download
from app.ui.shelf.missing import MissingModels
from app.ui.shelf.shelf_in_view import ShelfInView
from app.ui.stations import Stations
from app.ui.status import Status
from app.ui.tab import Common, Tab
from app.ui.tabs import Tabs
from app.ui.viewer.pictures import PictureLoader
from app.ui.viewer.viewer import Viewer
from app.ui.viewer.viewing import Viewing
from app.ui.welcome.welcoming import remember_pictures
from app.ui.words import said, say, tr


class MainWindow(QMainWindow):
    """Graphs under tabs; ``tab_changed`` tells which one is seen now."""

    tab_changed = Signal(Tab)

    def __init__(
        self,
        kinds: Kinds,
        worker: Worker,
        models: Models,
        remembered: Remembered,
        read_picture: ReadPicture,
        places: KnownPlaces | None = None,
    ) -> None:
        super().__init__()
        self.kinds = kinds
        self.worker, self.remembered, self.models = worker, remembered, models
        self.session: SessionKeeper | None = None
        self.viewer: Viewer = Viewer()
        self.problems: Problems = Problems()
        self.status = Status(self)
        self.loader = PictureLoader(worker.fetch, self)
        self.shelf = ShelfInView(models, remembered.folder / "downloads.json", self)
        self._common = Common(
            kinds, models, worker, remembered, read_picture, self.loader, self.viewer, places
        )
        self.viewing: Viewing = Viewing(self)
        self.tabs = Tabs(self)
        self.running = Running(worker, self.loader, remembered, self)
        self.notices = Notices(self, remembered, desktop_signs(self.windowIcon()))
        self.files = FileCommands(self, self.tabs, self.add_tab)
        self.watch = FileWatch(self.files, self.tabs, self)
        self.housekeeping = Housekeeping(worker.kept, remembered, self)
        self.stations = Stations(self)
        self.actions_table = Actions(self, commands_of(self), conditions_of(self))
        self.tokens = TokenCounts(worker, self)
        first = self.add_tab()
        self.inspector: Inspector = Inspector(models, remembered, self.tokens)
        self._foreground = Foreground(self)
        self.panel_mode = PanelMode(self)
        self._assemble()
        self._connect()
        self._show_tab(first)
        self._leave = remembered.subscribe(lambda now: self.actions_table.rebind(now.keys))
        self.actions_table.rebind(remembered.settings.keys)

    @property
    def tab(self) -> Tab:
        """The graph that is seen."""
        return self.tabs.tab

    @property
    def document(self) -> Document:
        """The document that is seen."""
        return self.tab.document

    @property
    def canvas(self) -> Canvas:
        """The canvas that is seen."""
        return self.tab.canvas

    @property
    def runs(self) -> Runs:
        """The runs of the graph that is seen."""
        return self.tab.runs

    @property
    def file(self) -> OpenFile:
        """The file of the graph that is seen."""
        return self.tab.file

    def add_tab(self) -> Tab:
        """Open an empty graph in a new tab."""
        tab = Tab(self._common, self)
        self.tabs.add(tab)
        self.running.follow(tab)
        self.notices.follow(tab)
        self.viewing.follow(tab)
        self.watch.follow(tab)
        self.actions_table.bind("canvas", tab.canvas.viewer)
        inform_canvas(tab, self.tokens)
        CanvasVoice(tab)
        remember_pictures(tab, self.remembered)
        MissingModels(tab, self.shelf, lambda source: download(self, source))
        tab.runs.conversion_wanted.connect(lambda file: convert_pickle(self, file))
        return tab

    def handle(self, event: object) -> None:
        """Take an event of the engine, on the thread of the screen."""
        if isinstance(event, DeviceReady):
            self.status.show_device(said(event.device))
        elif isinstance(event, NodeNoticed | RunRetried):
            self.status.tell(say(event.message))
        self.running.handle(event)
        everyone = getattr(event, "run", NO_RUN) != NO_RUN
        for tab in self.tabs.all() if everyone else [self.tab]:
            tab.runs.handle(event)
        self.housekeeping.handle(event)

    def report(self, problem: Problem) -> None:
        """Put a problem on the list."""
        self.tab.problems.add(problem)

    def warm_up(self) -> None:
        """Let the worker get the device ready; an event tells when it is."""
        self.worker.warm_up()
        self.shelf.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, unless there are changes that the user wants to keep."""
        keeps = self.remembered.settings.keep_unsaved and self.keep_session()
        if not keeps and not self.files.may_leave():
            event.ignore()
            return
        self.end()
        event.accept()

    def keep_session(self) -> bool:
        """Write what is open, for the next start; whether that can be relied upon."""
        for tab in self.tabs.all():
            tab.canvas.commit_edit()
        return self.session is not None and self.session.write_now()

    def end(self) -> None:
        """Remember the layout and let go of everything that would outlive the window."""
        if self.session is not None:
            self.session.close()
        self.watch.close()
        self.panels.remember(self.remembered)
        for tab in self.tabs.all():
            tab.runs.close()
        self.inspector.close_document()
        self.tokens.close()
        self._foreground.leave()
        self._leave()
        self.running.close()
        self.viewing.close()
        self.loader.close()
        self.housekeeping.close()
        self.shelf.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the graph from wherever it means nothing else."""
        if event.key() == Qt.Key.Key_Escape:
            self.stations.to_graph()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a graph, a picture or a model that is dragged over the window."""
        take_drag(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what is dropped."""
        take_drop(self, event)

    def _assemble(self) -> None:
        self.setObjectName("window")
        self.setWindowIcon(QIcon(str(RESOURCES / "icons" / "latent-loom.svg")))
        self.setAcceptDrops(True)
        take_usual_size(self)
        self.setCentralWidget(self.tabs)
        self.tab.canvas.setFocus()
        self.setStatusBar(self.status)
        self.bar = menus.ToolBar(self, self.actions_table)
        self.panels = Panels(self)
        self.panels.restore(self.remembered)
        menus.fill_menus(
            self,
            self.actions_table,
            {
                "open_recent": self._fill_recent,
                "starters": self._fill_starters,
                "earlier": lambda menu: fill_earlier(menu, self.files, self.tab),
                "run_times": lambda menu: fill_run_times(self, menu),
                "kept_blocks": lambda menu: fill_kept_blocks(self, menu),
                "panels": lambda menu: menu.addActions(self.panels.toggles()),
            },
        )
        self.viewer.set_sharp(self.remembered.settings.sharp_pixels)
        self.remembered.subscribe(lambda settings: self.viewer.set_sharp(settings.sharp_pixels))
        self.status.show_device(tr("Loading the engine …"))

    def _connect(self) -> None:
        self.tabs.shown.connect(self._show_tab)
        cost = self.running.cost
        cost.changed.connect(lambda forecast: self.bar.show_cost(forecast, cost.details))
        self.running.queue.rows_changed.connect(self.actions_table.update)
        self.tabs.close_wanted.connect(self.files.close_tab)
        diagnose = self.actions_table.by_id["diagnostics"]
        self.problems.diagnostics_wanted.connect(diagnose.trigger)
        self.problems.node_wanted.connect(lambda node: self.tab.go_to(node))
        self.viewer.sharp_changed.connect(lambda sharp: self.remembered.change(sharp_pixels=sharp))
        self.viewer.index_wanted.connect(self.loader.load)
        self.viewing.connect_window()
        self.housekeeping.known.connect(self.status.show_kept)
        self.status.kept_clicked.connect(self.actions_table.by_id["settings"].trigger)

    def _show_tab(self, tab: Tab) -> None:
        self._foreground.show(tab)
        self.tab_changed.emit(tab)

    def _fill_recent(self, menu: QMenu) -> None:
        menus.fill_recent(menu, self.remembered, self.files.open_path)

    def _fill_starters(self, menu: QMenu) -> None:
        fill_starters(menu, self.files.open_starter)
