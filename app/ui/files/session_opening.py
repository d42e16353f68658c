"""Reads the graphs of a session: each from its journal, or else from its file."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.graph.errors import LoomError
from app.graph.file import read_text
from app.graph.kinds import Kinds
from app.graph.reading import of_today
from app.graph.undo import UndoHistory, is_of_today
from app.ui.files.journal.graph_journal import DamagedJournal, ReadJournal, read_journal
from app.ui.files.journal.shelf import JournalShelf
from app.ui.files.open_file import OpenFile, ReadGraph
from app.ui.files.session_asides import put_graph_aside
from app.ui.files.session_file import KeptTab, stamp_of
from app.ui.words import say, tr

PATIENCE = 2.0
"""Seconds that a file may take to answer; whoever waits for minutes at the start ends the program,
and a session at which the program ended is not opened again and again."""

Tell = Callable[[str], None]


class SessionReader:
    """Makes graphs of what was kept; ``tell`` is given a sentence wherever that goes wrong."""

    def __init__(self, folder: Path, shelf: JournalShelf, kinds: Kinds, tell: Tell) -> None:
        self._folder, self._shelf = folder, shelf
        self._kinds, self._tell = kinds, tell
        self._silent: set[Path] = set()

    def read(self, kept: KeptTab, opener: OpenFile) -> ReadGraph | None:
        """A graph with its history; None where it is lost. ``opener`` reads files."""
        found = self._journal(kept)
        if found is not None:
            return self._from_journal(found, opener)
        if kept.text:
            return self._from_text(kept)
        return opener.read(Path(kept.path)) if kept.path else None

    def _journal(self, kept: KeptTab) -> ReadJournal | None:
        if not kept.journal:
            return None
        path = self._shelf.graph(kept.journal)
        if kept.path and not path.exists():
            return None  # the disk was full: its file is there
        try:
            found = read_journal(path)
        except (OSError, DamagedJournal):
            self.put_aside(kept)
            return None
        if found.is_damaged:
            self._tell(
                tr(
                    "The last edits of {name} could not be read: you see it as it was before them.",
                    name=_name_of(kept),
                )
            )
        return found

    def put_aside(self, kept: KeptTab) -> None:
        """Keep the journal of a graph that cannot be opened, and say where."""
        aside = self._shelf.put_aside([kept.journal])
        self._tell(
            tr(
                "What was open as {name} could not be read, and its journal was put aside as"
                " {file}.",
                name=_name_of(kept),
                file=aside.name if aside else self._shelf.graph(kept.journal).name,
            )
        )

    def _from_journal(self, found: ReadJournal, opener: OpenFile) -> ReadGraph | None:
        """What the journal tells, unless the file is newer and nothing here would be lost."""
        about, history = found.about, found.history
        path = Path(about.path) if about.path else None
        now = self._stamp(path) if path else ()
        if path and now and now != about.stamp and not history.is_modified:
            read = opener.read(path)
            if read is not None:
                return read
            history = replace(history, saved=-1)  # it was spoilt, and this is what it held
        if path and not now:
            history = replace(history, saved=-1)  # the file is gone, and with it what was saved
        opened = of_today(history.snapshot, self._kinds)
        if not is_of_today(history, self._kinds):
            saved = -1 if history.is_modified else 0
            history = UndoHistory(opened.snapshot, saved=saved)
        return ReadGraph(
            history.snapshot, path, about.name, opened.warnings, history, stamp=about.stamp
        )

    def _stamp(self, path: Path) -> tuple[int, ...]:
        """Time and size of a file; empty as well where its folder, as that of a network drive
        which is away, keeps the answer back: then no other file there is asked for."""
        if path.parent in self._silent:
            return ()
        answers: list[tuple[int, ...]] = []
        question = threading.Thread(target=lambda: answers.append(stamp_of(path)), daemon=True)
        question.start()
        question.join(PATIENCE)
        if not answers:
            self._silent.add(path.parent)
        return answers[0] if answers else ()

    def _from_text(self, kept: KeptTab) -> ReadGraph | None:
        try:
            opened = read_text(kept.text, self._kinds, file=kept.name or tr("Untitled"))
        except LoomError as error:
            self._tell(say(error.message))
            aside = put_graph_aside(self._folder, kept)
            if aside is not None:
                self._tell(tr("What was in it is kept as {file}.", file=aside))
            return None
        path = Path(kept.path) if kept.path else None
        saved = -1 if kept.is_modified else 0
        history = UndoHistory(opened.snapshot, saved=saved)
        stamp = kept.stamp if path else None
        return ReadGraph(opened.snapshot, path, kept.name, opened.warnings, history, stamp=stamp)


def _name_of(kept: KeptTab) -> str:
    return kept.name or Path(kept.path).stem or tr("Untitled")
