"""The panel of the history: search, grid, and all that can be done with a result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.places import is_file
from app.ui.brief_menu import open_menu
from app.ui.compare.modes import Mode
from app.ui.compare.state import SLOTS
from app.ui.history.grid import HistoryList
from app.ui.history.history import History
from app.ui.history.model import HistoryModel
from app.ui.history.store import Entry
from app.ui.small_button import small_button
from app.ui.viewer.known_picture import KnownPicture
from app.ui.viewer.viewer import Viewer
from app.ui.words import tr

_PAUSE = 200
"""Milliseconds after the last letter before it is searched for."""


class HistoryPanel(QWidget):
    """Shows results in the viewer. ``graph_wanted`` asks for a graph in a new tab: text, name."""

    graph_wanted = Signal(str, str)
    told = Signal(str)

    def __init__(self, history: History, viewer: Viewer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("historyPanel")
        self._history, self._viewer = history, viewer
        self.model = HistoryModel(history)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search prompts, seeds and titles"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.starred = small_button("star", tr("Only favourites"), self, checkable=True)
        self.list = HistoryList(history, self.model, self)
        self._quiet = QLabel(self)
        self._quiet.setObjectName("quiet")
        self._quiet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._quiet.setWordWrap(True)
        self._is_adding = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._assemble()
        self._connect()
        history.search()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """What was searched for was found."""
        self._show_quiet()

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 8, 8, 4)
        head.addWidget(self.search, 1)
        head.addWidget(self.starred)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._quiet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda: self._pause.start())
        self.starred.toggled.connect(self._search)
        self._pause.timeout.connect(self._search)
        self._history.listed.connect(self.show_entries)
        self._history.added.connect(self._add)
        self.model.rowsRemoved.connect(lambda: self._show_quiet())
        self.list.selectionModel().selectionChanged.connect(lambda: self._show_chosen())
        self.list.doubleClicked.connect(lambda index: self._open(self.model.entry(index)))
        self.list.open_wanted.connect(self._open_chosen)
        self.list.delete_wanted.connect(lambda: self._history.delete(self.list.chosen()))
        self.list.customContextMenuRequested.connect(self._menu)
        self._viewer.commands.saved.connect(self._saved)
        self._viewer.commands.trashed.connect(self._trashed)

    def _search(self) -> None:
        self._history.search(self.search.text(), starred=self.starred.isChecked())

    def _add(self, entry: Entry) -> None:
        """A run made something: it is seen unless something else is searched for."""
        if self.search.text().strip() or self.starred.isChecked():
            self._pause.start()
        else:
            # Rows that move choose others: what the run made is to be seen, not those.
            self._is_adding = True
            self.list.selectionModel().clear()
            self.model.put(entry)
            self._is_adding = False
            self._show_quiet()

    def _show_quiet(self) -> None:
        searching = bool(self.search.text().strip() or self.starred.isChecked())
        self._quiet.setText(
            tr("Nothing found.")
            if searching
            else tr("What you make is remembered here, with the graph that made it.")
        )
        self._pages.setCurrentWidget(self.list if self.model.entries else self._quiet)

    def _show_chosen(self) -> None:
        """One goes into the viewer; several are compared in its slots."""
        chosen = [] if self._is_adding else self.list.chosen()
        if len(chosen) == 1:
            self._history.load(chosen[0], self._show)
        elif len(chosen) > 1:
            self._compare(chosen[: len(SLOTS)])

    def _show(self, known: KnownPicture, whole: bool) -> None:
        self._viewer.show_known(known)
        if not whole:
            self.told.emit(tr("Only a small copy of this picture is left: run its graph again."))

    def _compare(self, entries: Sequence[Entry]) -> None:
        mode = Mode.SIDE if len(entries) == 2 else Mode.SLOTS
        for slot in range(len(entries) + 1, SLOTS[-1] + 1):
            self._viewer.slots.clear(slot)
        for slot, entry in enumerate(entries, 1):
            last = slot == len(entries)
            self._history.load(entry, self._into_slot(slot, mode if last else None))

    def _into_slot(
        self, slot: int, mode: Mode | None = None
    ) -> Callable[[KnownPicture, bool], None]:
        def put(known: KnownPicture, whole: bool) -> None:
            """Put it there, and compare once it is the last one."""
            self._viewer.slots.put(slot, known)
            if mode is not None:
                self._viewer.comparing.compare(mode)

        return put

    def _open_chosen(self) -> None:
        for entry in self.list.chosen():
            self._open(entry)

    def _open(self, entry: Entry) -> None:
        graph = self._history.graph_of(entry)
        if graph:
            self.graph_wanted.emit(graph, entry.title)
        else:
            self.told.emit(tr("The graph of this picture is not known."))

    def _menu(self, place: QPoint) -> None:
        chosen = self.list.chosen()
        if chosen:
            menu = QMenu(self)
            self._fill_menu(menu, chosen[0], chosen)
            open_menu(menu, self.list.viewport().mapToGlobal(place))

    def _fill_menu(self, menu: QMenu, entry: Entry, chosen: Sequence[Entry]) -> None:
        def add(text: str, do: Callable[[], object], *, can: bool = True) -> None:
            """One line of the menu."""
            action = menu.addAction(text)
            action.setEnabled(can)
            action.triggered.connect(lambda: do())

        commands, load = self._viewer.commands, self._history.load
        there = bool(entry.path) and is_file(Path(entry.path))
        add(tr("Open its graph in a new tab"), lambda: self._open(entry))
        slots = menu.addMenu(tr("Show in slot"))
        for slot in SLOTS:
            action = slots.addAction(str(slot))
            action.triggered.connect(lambda _=False, slot=slot: load(entry, self._into_slot(slot)))
        menu.addSeparator()
        add(tr("Copy"), lambda: load(entry, lambda known, _: commands.copy(known)))
        add(tr("Save as …"), lambda: load(entry, lambda known, _: commands.save_as(known)))
        without = tr("Export a copy without private data …")
        add(without, lambda: load(entry, lambda known, _: commands.save_as(known, "private")))
        add(tr("Show in its folder"), lambda: commands.reveal(Path(entry.path)), can=there)
        add(tr("Move the file to the trash"), lambda: commands.trash(Path(entry.path)), can=there)
        menu.addSeparator()
        star = tr("No favourite any more") if entry.starred else tr("Mark as favourite")
        add(star, lambda: self._star(chosen, starred=not entry.starred))
        add(tr("Remove from the history"), lambda: self._history.delete(chosen))

    def _star(self, entries: Sequence[Entry], *, starred: bool) -> None:
        for entry in entries:
            self._history.star(entry, starred)

    def _saved(self, picture: KnownPicture, path: str) -> None:
        for entry in self.model.entries:
            if (entry.fingerprint, entry.number) == (picture.fingerprint, picture.index):
                self._history.move(entry, path)
                return

    def _trashed(self, path: str) -> None:
        for entry in [each for each in self.model.entries if each.path == path]:
            self._history.move(entry, "")
