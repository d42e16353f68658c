"""Brings back what was open and what waited when the program ended, a bit at a time."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.graph.errors import LoomError
from app.ui.files.journal.queue_journal import KeptRun, read_queue
from app.ui.files.journal.shelf import JournalShelf
from app.ui.files.session_asides import copy_aside
from app.ui.files.session_copies import adopted
from app.ui.files.session_file import (
    FILE_NAME,
    DamagedSession,
    KeptTab,
    Session,
    begin_opening,
    end_opening,
    read_session,
    with_later,
)
from app.ui.files.session_numbers import Numbers
from app.ui.files.session_opening import SessionReader
from app.ui.running.problem_list import Problem
from app.ui.running.queue_return import bring_back
from app.ui.tab import Tab
from app.ui.words import say, tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow

log = logging.getLogger(__name__)

MOST_TABS = 200
"""Each open graph has a canvas of its own; more of them than this nobody can use."""


class SessionReturn(QObject):
    """Opens the graph in front at once, then one more whenever the screen has had its turn, and
    the runs at last. ``numbers`` knows the journals of all that are open."""

    ended = Signal()

    def __init__(
        self, window: MainWindow, folder: Path, shelf: JournalShelf, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._folder, self._shelf = window, folder, shelf
        self._reader = SessionReader(folder, shelf, window.kinds, self._tell)
        self._places: dict[Tab, int] = {}
        self._tabs: list[tuple[int, KeptTab]] = []
        self._runs: list[KeptRun] = []
        self.numbers = Numbers()

    @property
    def goes_on(self) -> bool:
        """Whether anything is still to come."""
        return bool(self._tabs or self._runs)

    def begin(self) -> bool:
        """Open the graph in front; False where there was none."""
        try:
            session = self._read()
        except OSError as error:
            self._tell(tr("What was open could not be read: {reason}.", reason=error.strerror))
            self._shelf.put_all_aside()
            return False
        used = [1, session.next, *(kept.journal + 1 for kept in session.tabs)]
        others = adopted(self._shelf, max(used))
        session = replace(session, tabs=(*session.tabs, *others.tabs))
        # Also where nothing is open: a number that was used once is that of a closed graph.
        self.numbers.next = max(used) + len(others.tabs)
        if not session.tabs:
            end_opening(self._folder)
            return False
        self._tabs = self._bounded(list(enumerate(session.tabs)), session.current)
        self._runs = [*self._waiting_runs(), *others.runs]
        row = next(row for row, (at, _) in enumerate(self._tabs) if at == session.current)
        self._open(*self._tabs.pop(row))
        QTimer.singleShot(0, self, self._step)
        return True

    def finish(self) -> None:
        """Bring back all that is still to come."""
        while self.goes_on:
            self._next()

    def _step(self) -> None:
        """Bring back one thing more, and the next one when the screen has had its turn."""
        if not self.goes_on:
            self.ended.emit()
            return
        try:
            self._next()
        finally:  # nothing is written before all is back, so one fault may not keep it from that
            QTimer.singleShot(0, self, self._step)

    def _next(self) -> None:
        if self._tabs:
            self._open(*self._tabs.pop(0))
        else:
            self._take_run(self._runs.pop(0))

    def _read(self) -> Session:
        """What was open, with graphs of which only the journals tell; raises OSError."""
        session = None
        try:
            session = read_session(self._folder)
        except DamagedSession as error:
            self._tell_damaged(error)  # the journals tell of all the graphs as well
        try:
            begin_opening(self._folder)
        except DamagedSession as error:
            self._tell_damaged(error)
            self._shelf.put_all_aside()
            return Session()
        return with_later(session, self._shelf.numbers())

    def _tell_damaged(self, error: DamagedSession) -> None:
        file = error.kept.name
        self._tell(tr("What was open could not be read and was put aside as {file}.", file=file))

    def _waiting_runs(self) -> tuple[KeptRun, ...]:
        try:
            return read_queue(self._shelf.queue)
        except OSError:  # nothing ever waited, or nobody can read what did
            return ()

    def _bounded(self, tabs: list[tuple[int, KeptTab]], current: int) -> list[tuple[int, KeptTab]]:
        """No more graphs than a window can hold; a session with more of them is kept aside."""
        if len(tabs) <= MOST_TABS:
            return tabs
        kept = copy_aside(self._folder)
        self._tell(
            tr(
                "{count} graphs were open, too many to open them all again: {most} are opened, "
                "and {file} keeps all of them.",
                count=len(tabs),
                most=MOST_TABS,
                file=kept.name if kept else FILE_NAME,
            )
        )
        first = max(0, min(current - MOST_TABS // 2, len(tabs) - MOST_TABS))
        opened = tabs[first : first + MOST_TABS]
        self._shelf.put_aside(kept.journal for each, kept in tabs if (each, kept) not in opened)
        return opened

    def _open(self, place: int, kept: KeptTab) -> None:
        """Show a graph; its journal stays beside the others where a fault keeps it from that."""
        try:
            self._show(place, kept)
        except Exception:  # in a node pack, or in this program: the other graphs come back
            log.exception("A graph that was open could not be shown again")
            self._reader.put_aside(kept)

    def _show(self, place: int, kept: KeptTab) -> None:
        front = self._window.tab
        read = self._reader.read(kept, front.file)
        if read is None:
            return
        is_first = front.is_untouched and not self._places
        tab = front if is_first else self._window.add_tab()
        told = tab.problems.all()  # what could not be opened before
        tab.file.take(read, again=True)
        for problem in told:
            tab.problems.add(problem)
        if kept.journal:
            self.numbers.take(tab, kept.journal)
        tab.touch()
        self._window.watch.look_at(tab)
        if len(kept.view) == 3:
            x, y, zoom = kept.view
            tab.canvas.keep_view(x, y, zoom)
        before = sum(1 for other in self._places.values() if other < place)
        self._places[tab] = place
        self._window.tabs.put(tab, before)

    def _take_run(self, kept: KeptRun) -> None:
        """Let a run wait again, or show that it was interrupted."""
        tab = self.numbers.tab(kept.graph)
        if tab is None:
            return  # its graph could not be opened, and that was told
        try:
            bring_back(self._window.running.queue, tab, kept)
        except LoomError as error:
            tab.problems.add(Problem("run", say(error.message)))
            return
        self._window.panels.show("queue")

    def _tell(self, sentence: str) -> None:
        self._window.report(Problem("file", sentence))
