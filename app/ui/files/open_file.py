"""The file that is open: reading, writing, and what it is called."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.graph import file
from app.graph.document import Snapshot
from app.graph.earlier import EarlierCopies
from app.graph.editor import Document
from app.graph.errors import LoomError, Message
from app.graph.file_state import GONE, FileState, state_of, state_of_stamp
from app.graph.kinds import Kinds
from app.graph.undo import UndoHistory
from app.places import is_file, whole_path
from app.ui.files.starters import in_language, starter_title
from app.ui.running.problem_list import Problem
from app.ui.settings.remembered import Remembered
from app.ui.words import say, tr

SUFFIX = ".loom"
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".mp4", ".webm"})

log = logging.getLogger(__name__)

EARLIER = "earlier"
"""The folder of earlier copies, beside the settings."""

MOST_WARNINGS = 100
"""Sentences about what in one graph will not work; more of them nobody reads."""


class Fate(Enum):
    """What became of a file: is it the same, another one, deleted, or with its folder away?"""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    AWAY = "away"


ReadPicture = Callable[[Path], str | None]
"""The graph that a picture holds, as text; None where it holds none."""


class NoGraphInPicture(LoomError):
    """The picture was not made by this program, or its text was taken out."""

    english = (
        "{path} holds no graph: only pictures and videos saved by Latent Loom bring theirs along."
    )


@dataclass(frozen=True)
class ReadGraph:
    """A graph as it came from somewhere, with the file that it belongs to or else its name.

    One that comes out of a journal brings its ``history`` along, and the ``stamp`` that its file
    had; one that was just read brings the ``state`` of its file.
    """

    snapshot: Snapshot
    path: Path | None = None
    name: str = ""
    warnings: Sequence[Message] = ()
    history: UndoHistory | None = None
    stamp: tuple[int, ...] | None = None
    state: FileState | None = None


class OpenFile(QObject):
    """Which file the document belongs to. ``opened`` follows a document that was exchanged.

    ``known`` is what the file was when it was read or written here last.
    """

    renamed = Signal()
    saved = Signal(Path)
    opened = Signal()
    problem = Signal(Problem)

    def __init__(
        self,
        document: Document,
        kinds: Kinds,
        remembered: Remembered,
        read_picture: ReadPicture,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._kinds = document, kinds
        self._remembered = remembered
        self._read_picture = read_picture
        self.path: Path | None = None
        self.given_name = ""
        self.known = GONE
        self.earlier = EarlierCopies(remembered.folder / EARLIER)

    @property
    def name(self) -> str:
        """What the title bar calls the graph."""
        return self.path.stem if self.path else self.given_name or tr("Untitled")

    @property
    def stamp(self) -> tuple[int, ...]:
        """Time and size of the file when it was read or written here last."""
        return self.known.stamp

    def read(self, path: Path) -> ReadGraph | None:
        """What a file holds, or None where that failed; ``problem`` says why. Nothing changes."""
        try:
            if path.suffix.lower() in PICTURES:
                opened = file.read_text(self._text_in(path), self._kinds)
                return ReadGraph(opened.snapshot, None, path.stem, opened.warnings)
            opened = file.open_file(path, self._kinds)
            whole = whole_path(path)
            return ReadGraph(opened.snapshot, whole, "", opened.warnings, state=opened.state)
        except LoomError as error:
            self.problem.emit(Problem("file", say(error.message)))
        if not is_file(path):
            self._remembered.take(self._remembered.settings.without_recent(path))
        return None

    def read_starter(self, path: Path) -> ReadGraph | None:
        """A graph that ships with the program, as a new one of the user's own."""
        try:
            opened = file.open_file(path, self._kinds)
        except LoomError as error:
            self.problem.emit(Problem("file", say(error.message)))
            return None
        return ReadGraph(in_language(opened.snapshot), None, starter_title(path))

    def take(self, read: ReadGraph, *, again: bool = False) -> None:
        """Show a graph that was read in place of the one that is open.

        ``again``: it was open when the program ended, and is no newer than others for it.
        """
        if read.history is None:
            self._document.replace(read.snapshot)
        else:
            self._document.resume(read.history)
        self.path, self.given_name = read.path, read.name
        self.known = _known_of(read)
        self.opened.emit()
        self.renamed.emit()
        for warning in read.warnings[:MOST_WARNINGS]:
            self.problem.emit(Problem("file", say(warning), is_warning=True))
        if len(read.warnings) > MOST_WARNINGS:
            rest = len(read.warnings) - MOST_WARNINGS
            more = tr("There are {count} more such problems in the graph.", count=rest)
            self.problem.emit(Problem("file", more, is_warning=True))
        if read.path is not None and not again:
            self._remembered.take(self._remembered.settings.with_recent(read.path))

    def save(self, path: Path) -> bool:
        """Write the graph to ``path``; False where that failed, and then nothing has changed."""
        whole = whole_path(path)
        self.earlier.keep_file(whole)
        try:
            written = file.save_file(whole, self._document.snapshot, self._kinds)
        except LoomError as error:
            self.problem.emit(Problem("file", say(error.message)))
            return False
        self.earlier.keep(whole, written)
        self.path, self.known = whole, _state_of(whole, written)
        self._document.mark_saved()
        self._remembered.take(self._remembered.settings.with_recent(self.path))
        self.renamed.emit()
        self.saved.emit(self.path)
        return True

    def fate(self) -> Fate:
        """What became of the file, by its content, since it was read or written here."""
        if self.path is None:
            return Fate.SAME
        try:
            now = state_of(self.path)
        except OSError:
            return Fate.AWAY
        return self.fate_of(now)

    def fate_of(self, now: FileState) -> Fate:
        """What a state of the file means; one that holds the same is the known one from now on."""
        if now.holds_the_same(self.known):
            self.known = now
            return Fate.SAME
        if now != GONE:
            return Fate.CHANGED
        there = self.path is not None and self.path.parent.is_dir()
        return Fate.GONE if there else Fate.AWAY

    def keep_unsaved(self) -> Path | None:
        """Write changes beside the settings when the program must end without asking."""
        if not self._document.is_modified:
            return None
        path = self._remembered.folder / f"unsaved-{time.strftime('%Y-%m-%d-%H-%M-%S')}{SUFFIX}"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file.save_file(path, self._document.snapshot, self._kinds)
        except (LoomError, OSError) as error:
            log.error("The changes could not be kept: %s", error)
            return None
        self._remembered.take(self._remembered.settings.with_recent(path))
        log.warning("Changes that were not saved are kept in %s", path)
        return path

    def _text_in(self, path: Path) -> str:
        text = self._read_picture(path)
        if not text:
            raise NoGraphInPicture(path=path.name)
        return text


def _known_of(read: ReadGraph) -> FileState:
    """What the file of a graph was, as far as that was kept."""
    if read.path is None:
        return GONE
    if read.stamp is not None:
        return state_of_stamp(read.stamp)
    return read.state or _state_of(read.path)


def _state_of(path: Path, content: bytes | None = None) -> FileState:
    try:
        return state_of(path, content)
    except OSError:  # it is out of reach again: whatever will be there is another file then
        return GONE
