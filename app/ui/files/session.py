"""Keeps on the disk what is open, and opens it again at the next start."""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Qt, QTimer, Signal

from app.graph.document import Snapshot
from app.graph.errors import LoomError
from app.graph.file import read_text
from app.ui.files.open_file import ReadGraph
from app.ui.files.session_asides import copy_aside, locked, put_graph_aside
from app.ui.files.session_file import (
    FILE_NAME,
    DamagedSession,
    KeptTab,
    Session,
    begin_opening,
    end_opening,
    forget_session,
    read_session,
    stamp_of,
    write_session,
)
from app.ui.files.session_texts import OpenTab, Texts, kept_of
from app.ui.running.problem_list import Problem
from app.ui.tab import Tab
from app.ui.words import say, tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow

LOCK_NAME = "session.lock"
MOST_TABS = 200
"""Each open graph has a canvas of its own; more of them than this nobody can use."""
DELAY = 700
"""Milliseconds between a change and its writing; more changes meanwhile do not delay it."""

log = logging.getLogger(__name__)


class SessionKeeper(QObject):
    """Writes the session soon after every change, never on the thread of the screen.

    Only one program at a time ``keeps`` a session: a second one neither reads nor writes it.
    """

    _failed = Signal(str)

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        with suppress(OSError):  # then there is no lock either, and nothing is kept
            folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / LOCK_NAME))
        self._lock.setStaleLockTime(0)
        self.keeps = locked(self._lock)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="session")
        self._texts = Texts(window.kinds)
        self._places: dict[Tab, int] = {}
        self._writing: Future[bool] | None = None
        self._is_written = True
        self._failed.connect(self._tell_failed, Qt.ConnectionType.QueuedConnection)
        self._waiting: list[tuple[int, KeptTab]] = []
        self._later = QTimer(self, singleShot=True, interval=DELAY)
        self._later.timeout.connect(self._write)
        window.tabs.changed.connect(self.note)

    def restore(self) -> bool:
        """Open what was open: the graph in front now, all others one by one once it is seen."""
        session = self._read() if self.keeps else None
        if session is None:
            return False
        self._waiting = self._bounded(list(enumerate(session.tabs)), session.current)
        place = next(
            row for row, (place, _) in enumerate(self._waiting) if place == session.current
        )
        self._restore(*self._waiting.pop(place))
        QTimer.singleShot(0, self, self._restore_next)
        return True

    def note(self) -> None:
        """Something is different: write it soon."""
        if self.keeps and not self._later.isActive():
            self._later.start()

    def write_now(self) -> bool:
        """Write what is open and wait for that; whether it is on the disk."""
        if not self.keeps:
            return False
        while self._waiting:
            self._restore(*self._waiting.pop(0))
        end_opening(self._folder)
        return self._submit().result()

    def close(self) -> None:
        """Let the next start have the session."""
        self._later.stop()
        self._pool.shutdown(wait=True)
        self._lock.unlock()
        self.keeps = False

    def _read(self) -> Session | None:
        try:
            session = read_session(self._folder)
            if session is not None:
                begin_opening(self._folder)
            return session
        except DamagedSession as error:
            self._tell(
                tr(
                    "What was open could not be read and was put aside as {file}.",
                    file=error.kept.name,
                )
            )
        except OSError as error:
            self._tell(tr("What was open could not be read: {reason}.", reason=error.strerror))
        return None

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
        return tabs[first : first + MOST_TABS]

    def _restore_next(self) -> None:
        """Open one more graph, and the next one when the screen has had its turn."""
        if self._waiting:
            self._restore(*self._waiting.pop(0))
            QTimer.singleShot(0, self, self._restore_next)
        elif self.keeps:
            end_opening(self._folder)
            self.note()

    def _restore(self, place: int, kept: KeptTab) -> None:
        front = self._window.tab
        read = self._graph_of(kept, front)
        if read is None:
            return
        is_first = front.is_untouched and not self._places
        tab = front if is_first else self._window.add_tab()
        told = tab.problems.all()  # what could not be opened before
        tab.file.take(read, again=True)
        for problem in told:
            tab.problems.add(problem)
        if kept.is_modified:
            tab.document.mark_unsaved()
        tab.touch()
        self._tell_changes(kept, tab)
        if len(kept.view) == 3:
            x, y, zoom = kept.view
            tab.canvas.keep_view(x, y, zoom)
        before = sum(1 for other in self._places.values() if other < place)
        self._places[tab] = place
        self._window.tabs.put(tab, before)

    def _graph_of(self, kept: KeptTab, front: Tab) -> ReadGraph | None:
        """The graph itself, from what was kept or else from its file."""
        path = Path(kept.path) if kept.path else None
        if not kept.text:
            return front.file.read(path) if path else ReadGraph(Snapshot(), None, kept.name)
        try:
            opened = read_text(kept.text, self._window.kinds, file=kept.name or tr("Untitled"))
        except LoomError as error:
            self._tell(say(error.message))
            aside = put_graph_aside(self._folder, kept)
            if aside is not None:
                self._tell(tr("What was in it is kept as {file}.", file=aside))
            return None
        return ReadGraph(opened.snapshot, path, kept.name, opened.warnings)

    def _tell_changes(self, kept: KeptTab, tab: Tab) -> None:
        """Say that the file of an unsaved graph is another one now."""
        if not (kept.path and kept.text) or stamp_of(Path(kept.path)) == kept.stamp:
            return
        sentence = tr(
            "The file {name} was changed or removed by another program: what you see are your own "
            "changes; saving writes them over it.",
            name=Path(kept.path).name,
        )
        tab.problems.add(Problem("file", sentence, is_warning=True))

    def _tell(self, sentence: str) -> None:
        self._window.report(Problem("file", sentence))

    def _write(self) -> None:
        """Write, unless the last writing goes on: then once more after it."""
        if self._waiting or (self._writing is not None and not self._writing.done()):
            self._later.start()
            return
        self._submit()

    def _submit(self) -> Future[bool]:
        # The page that welcomes lies over an empty graph: kept, it would come back as one.
        tabs = [tab for tab in self._window.tabs.all() if not _is_nothing(tab)]
        opened = [kept_of(tab) for tab in tabs]
        front = self._window.tab
        current = tabs.index(front) if front in tabs else max(0, len(tabs) - 1)
        self._writing = self._pool.submit(self._do_write, opened, current)
        return self._writing

    def _do_write(self, opened: list[OpenTab], current: int) -> bool:
        """Make texts of graphs and write them, on the pool's thread; whether that worked."""
        try:
            kept = tuple(self._texts.fill(opened))
            if kept:
                write_session(self._folder, Session(kept, current))
            else:
                forget_session(self._folder)
        except (OSError, ValueError, RecursionError, LoomError) as error:
            log.warning("The session cannot be written in %s: %s", self._folder, error)
            if self._is_written:
                reason = error.strerror if isinstance(error, OSError) else None
                self._failed.emit(reason or str(error))
            self._is_written = False
            return False
        self._is_written = True
        return True

    def _tell_failed(self, reason: str) -> None:
        """Say once that the next start will not show what is open."""
        self._tell(
            tr(
                "What is open cannot be kept in {folder} for the next start ({reason}): save your "
                "graphs to files before you close the program.",
                folder=self._folder,
                reason=reason,
            )
        )


def _is_nothing(tab: Tab) -> bool:
    """Whether a graph is one that nobody asked for."""
    return tab.is_untouched and not tab.document.snapshot.main.nodes
