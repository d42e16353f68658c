"""Keeps on the disk what is open, and opens it again at the next start."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QTimer

from app.graph.document import Snapshot
from app.graph.errors import LoomError
from app.graph.file import read_text, to_text
from app.ui.files.open_file import ReadGraph
from app.ui.files.session_file import (
    DamagedSession,
    KeptTab,
    Session,
    begin_opening,
    end_opening,
    read_session,
    stamp_of,
    write_session,
)
from app.ui.running.problem_list import Problem
from app.ui.tab import Tab
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow

LOCK_NAME = "session.lock"
DELAY = 700
"""Milliseconds between a change and its writing; more changes meanwhile do not delay it."""

log = logging.getLogger(__name__)

Open = tuple[KeptTab, Snapshot | None]
"""A tab whose text is still to be made from a snapshot, on another thread."""


class SessionKeeper(QObject):
    """Writes the session soon after every change, never on the thread of the screen.

    Only one program at a time ``keeps`` a session: a second one neither reads nor writes it.
    """

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        with suppress(OSError):  # then there is no lock either, and nothing is kept
            folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / LOCK_NAME))
        self._lock.setStaleLockTime(0)
        self.keeps = self._lock.tryLock(0)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="session")
        self._texts: list[tuple[Snapshot, str]] = []
        self._places: dict[Tab, int] = {}
        self._writing: Future[bool] | None = None
        self._waiting: list[tuple[int, KeptTab]] = []
        self._later = QTimer(self, singleShot=True, interval=DELAY)
        self._later.timeout.connect(self._write)
        window.tabs.changed.connect(self.note)

    def restore(self) -> bool:
        """Open what was open: the graph in front now, all others one by one once it is seen."""
        session = self._read() if self.keeps else None
        if session is None:
            return False
        self._waiting = list(enumerate(session.tabs))
        self._restore(*self._waiting.pop(session.current))
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
        tab.file.take(read)
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
            opened = read_text(kept.text, self._window.kinds)
        except LoomError as error:
            self._tell(str(error))
            self._put_aside(kept)
            return None
        return ReadGraph(opened.snapshot, path, kept.name, opened.warnings)

    def _put_aside(self, kept: KeptTab) -> None:
        """Keep a graph that cannot be opened for one who can mend it."""
        with suppress(OSError):
            (self._folder / f"unsaved-{kept.name or 'graph'}.loom").write_text(kept.text)

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
        tabs = self._window.tabs.all()
        opened = [_kept(tab) for tab in tabs]
        current = tabs.index(self._window.tab)
        self._writing = self._pool.submit(self._do_write, opened, current)
        return self._writing

    def _do_write(self, opened: list[Open], current: int) -> bool:
        """Make texts of graphs and write them, on the pool's thread; whether that worked."""
        try:
            kept = tuple(self._with_texts(opened))
            write_session(self._folder, Session(kept, current))
        except (OSError, LoomError) as error:
            log.warning("The session cannot be written in %s: %s", self._folder, error)
            return False
        return True

    def _with_texts(self, opened: list[Open]) -> Iterator[KeptTab]:
        """The tabs with their graphs as texts; one that is as it was is not made anew."""
        texts: list[tuple[Snapshot, str]] = []
        for kept, snapshot in opened:
            if snapshot is None:
                yield kept
                continue
            known = (text for other, text in self._texts if other is snapshot)
            text = next(known, "") or to_text(snapshot, self._window.kinds)
            texts.append((snapshot, text))
            yield replace(kept, text=text)
        self._texts = texts


def _kept(tab: Tab) -> Open:
    """What is to be kept of a tab. A graph whose file holds it needs no text."""
    path = tab.file.path
    modified = tab.is_modified
    snapshot = tab.document.snapshot if modified or path is None else None
    kept = KeptTab(
        path=str(path) if path else "",
        name=tab.file.given_name,
        is_modified=modified,
        stamp=tab.file.stamp,
        view=() if tab.canvas.path else tab.canvas.kept_view(),
    )
    return kept, snapshot
