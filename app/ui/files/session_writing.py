"""Writes what is open and what waits, away from the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.graph.file import sweep
from app.graph.undo import UndoHistory
from app.ui.files.journal.graph_journal import About, GraphJournal
from app.ui.files.journal.queue_journal import KeptRun, QueueJournal
from app.ui.files.journal.shelf import JournalShelf
from app.ui.files.session_file import KeptTab, Session, write_session


@dataclass(frozen=True)
class OpenNow:
    """What is open at a moment; ``runs`` are those that wait and the one that goes on.

    Every graph has a journal below the number ``next``.
    """

    tabs: tuple[tuple[KeptTab, UndoHistory], ...]
    current: int
    next: int
    runs: tuple[KeptRun, ...] = ()


class SessionWriter:
    """Writes one session again and again, as little as it can; for one thread.

    First the journals, then the file that names them, then those go that it names no more: at
    every moment in between, a start finds all graphs.
    """

    def __init__(self, folder: Path, shelf: JournalShelf) -> None:
        self._folder, self._shelf = folder, shelf
        self._graphs: dict[int, GraphJournal] = {}
        self._queue = QueueJournal(shelf.queue)
        self._written: Session | None = None

    def write(self, now: OpenNow) -> None:
        """Write all that is different; raises the first error once all is written that can be."""
        self._shelf.folder.mkdir(parents=True, exist_ok=True)
        failures: list[Exception] = []
        for kept, history in now.tabs:
            self._try(failures, partial(self._graph, kept, history))
        self._try(failures, partial(self._queue.write, now.runs))
        self._try(failures, partial(self._session, now))
        if failures:
            raise failures[0]

    def _try(self, failures: list[Exception], write: Callable[[], None]) -> None:
        """One thing that cannot be written keeps no other from it."""
        try:
            write()
        except Exception as error:  # no room, or a graph that no text can hold
            failures.append(error)

    def _graph(self, kept: KeptTab, history: UndoHistory) -> None:
        number = kept.journal
        journal = self._graphs.get(number) or GraphJournal(self._shelf.graph(number))
        journal.write(About(kept.path, kept.name, kept.stamp), history)
        self._graphs[number] = journal

    def _session(self, now: OpenNow) -> None:
        known = [kept for kept, _ in now.tabs if kept.path or self._has_journal(kept.journal)]
        session = Session(tuple(known), now.current, now.next)
        if session == self._written:
            return
        write_session(self._folder, session)
        if self._written is None:  # a kill amid a writing leaves its beginning behind
            sweep(self._folder)
            sweep(self._shelf.folder)
        self._written = session
        numbers = {kept.journal for kept in session.tabs}
        self._graphs = {n: journal for n, journal in self._graphs.items() if n in numbers}
        self._shelf.keep_only(numbers)

    def _has_journal(self, number: int) -> bool:
        """Whether the next start would find the graph; one that was never written is only missed.

        Where there is no room to write one anew, that of the last session still tells most.
        """
        return number in self._graphs or self._shelf.graph(number).exists()
