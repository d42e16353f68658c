"""Keeps on the disk what is open and what waits, and brings it back at the next start."""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.ui.files.journal.shelf import JournalShelf
from app.ui.files.session_copies import first_place, own_place
from app.ui.files.session_file import end_opening
from app.ui.files.session_return import SessionReturn
from app.ui.files.session_writing import OpenNow, SessionWriter
from app.ui.running.problem_list import Problem
from app.ui.running.queue_return import kept_runs
from app.ui.tab import Tab
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow

DELAY = 300
"""Milliseconds between a change and its writing; more changes meanwhile do not delay it."""
PATIENCE = 5000
"""Milliseconds after which what could not be written is tried again."""

log = logging.getLogger(__name__)


class SessionKeeper(QObject):
    """Writes the session soon after every change, never on the thread of the screen.

    What is open stands in ``folder``, the graphs with their edits and the queue in ``journals``.
    Only one program at a time ``keeps`` a session. Another one neither reads nor writes it, and
    writes its own, which counts only if it is killed.
    """

    _failed = Signal(str)
    _worked = Signal()
    _ended = Signal()

    def __init__(self, window: MainWindow, folder: Path, journals: Path | None = None) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        shelf = JournalShelf(journals or folder / "journals")
        first = first_place(folder, shelf)
        self.keeps = first is not None
        self._place = first or own_place(shelf)
        self._return = SessionReturn(window, folder, shelf, self)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="session")
        self._writer: SessionWriter | None = None
        if self._place is not None:
            self._writer = SessionWriter(self._place.folder, self._place.shelf)
        self._writing: Future[bool] | None = None
        self._is_late = False
        self._told = ""
        self._later = QTimer(self, singleShot=True, interval=DELAY)
        self._later.timeout.connect(self._write)
        self._again = QTimer(self, singleShot=True, interval=PATIENCE)
        self._again.timeout.connect(self.note)
        self._failed.connect(self._tell_failed, Qt.ConnectionType.QueuedConnection)
        self._worked.connect(self._take_back, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._written, Qt.ConnectionType.QueuedConnection)
        self._return.ended.connect(self._opened)
        window.tabs.changed.connect(self.note)
        window.running.queue.rows_changed.connect(self.note)

    @property
    def is_opening(self) -> bool:
        """Whether graphs and runs of the last session are still to come back."""
        return self._return.goes_on

    def restore(self) -> bool:
        """Open what was open: the graph in front now, all others one by one once it is seen."""
        return self.keeps and self._return.begin()

    def note(self) -> None:
        """Something is different: write it soon."""
        if self._writer is not None and not self._later.isActive():
            self._later.start()

    def write_now(self) -> bool:
        """Write what is open and wait for that; whether the next start will show it."""
        if self._writer is None:
            return False
        self._return.finish()
        if self.keeps:
            end_opening(self._folder)
        return self._submit().result() and self.keeps

    def close(self) -> None:
        """Let the next start have the session."""
        self._later.stop()
        self._again.stop()
        self._pool.shutdown(wait=True)
        self._writer = None
        if self._place is not None and self.keeps:
            self._place.lock.unlock()
        elif self._place is not None:
            self._place.give_up()
        self.keeps = False

    def _opened(self) -> None:
        """Everything is back."""
        if self.keeps:
            end_opening(self._folder)
            self.note()

    def _write(self) -> None:
        """Write, unless the last writing goes on: then once more right after it."""
        if self.is_opening:
            self._later.start()
        elif self._writing is not None and not self._writing.done():
            self._is_late = True
        else:
            self._submit()

    def _written(self) -> None:
        """A writing has ended: go on with what came meanwhile."""
        if self._is_late and self._writer is not None:
            self._is_late = False
            self._submit()

    def _submit(self) -> Future[bool]:
        self._writing = self._pool.submit(self._do_write, self._now())
        # Told by the future itself: until it is done, a change waits for this.
        self._writing.add_done_callback(lambda _: self._ended.emit())
        return self._writing

    def _now(self) -> OpenNow:
        """What is open, as values that nobody changes any more."""
        numbers = self._return.numbers
        # The page that welcomes lies over an empty graph: kept, it would come back as one.
        tabs = [tab for tab in self._window.tabs.all() if not _is_nothing(tab)]
        opened = [(numbers.kept(tab), history) for tab in tabs if (history := numbers.history(tab))]
        front = self._window.tab
        current = tabs.index(front) if front in tabs else max(0, len(tabs) - 1)
        runs = kept_runs(self._window.running.queue, numbers.of)
        return OpenNow(tuple(opened), current, numbers.next, runs)

    def _do_write(self, now: OpenNow) -> bool:
        """Write it, on the pool's thread; whether that worked."""
        if self._writer is None:
            return False
        try:
            self._writer.write(now)
        except Exception as error:  # whatever it is, the user has to know that work is not kept
            log.warning("The session cannot be written in %s: %s", self._folder, error)
            reason = error.strerror if isinstance(error, OSError) else None
            self._failed.emit(reason or str(error) or type(error).__name__)
            return False
        self._worked.emit()
        return True

    def _tell_failed(self, reason: str) -> None:
        """Say once that the next start will not show what is open; try again in a while."""
        self._again.start()
        if self._told:
            return
        self._told = tr(
            "What is open cannot be kept in {folder} for the next start ({reason}): save your "
            "graphs to files before you close the program.",
            folder=self._folder,
            reason=reason,
        )
        self._window.report(Problem("file", self._told))

    def _take_back(self) -> None:
        """There is room again: what was said is not true any more."""
        self._again.stop()
        if self._told:
            told, self._told = self._told, ""
            for tab in self._window.tabs.all():
                tab.problems.retain(lambda problem: problem.sentence != told)


def _is_nothing(tab: Tab) -> bool:
    """Whether a graph is one that nobody asked for."""
    return tab.is_untouched and not tab.document.snapshot.main.nodes
